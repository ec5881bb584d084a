import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzhealthkg.annotate import tokens
from kzhealthkg.model import Article, Language, MappedText, Sentence


def article(text: str, language: Language = "kk") -> Article:
    return Article(
        "a", text, MappedText(text, tuple(range(len(text))), tuple(range(1, len(text) + 1))), language=language
    )


def split(text: str, language: Language = "kk") -> list[str]:
    return [text[s.start : s.end] for s in tokens.sentences(article(text, language))]


def words(text: str, language: str = "kk") -> list[str]:
    return [token.text for token in tokens.tokenize(text, language)]


@pytest.mark.parametrize(
    "whole",
    [
        "Емханаға 3,2 млрд. тг сомасына жабдық алынды.",
        "Жоспарға 8,5 млн. Теңге көлемінде қаржы кірді.",
        "Жиынға Б.Оспанов пен Г. С. Әлиева қатысты.",
        "Мейіргерлер, фельдшерлер, т.б. мамандар келді.",
        "Аурухана 2024 ж. ашылған екен.",
        "Дәрігер «Жүрек. Өмір бастауы» атты кітап жазды.",
        "— Біз дайынбыз! — деді бас дәрігер.",
        "1. Жаңа корпус салынды.",
        "ӨСКЕМЕН. АЛТАЙ — Қалада емхана ашылды.",
        "Ол «Шипа» орталығына барды, ал серігі үйде қалды.",
    ],
)
def test_one_sentence_stays_whole(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    "whole", ["Больница им. Ә. Марғұлан открыта.", "Она живет в г. Алматы с мужем.", "Дом на ул. Абая отремонтирован."]
)
def test_one_russian_sentence_stays_whole(whole: str) -> None:
    assert split(whole, "ru") == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Емхана салынды. Оған 12 дәрігер келді.", ["Емхана салынды.", "Оған 12 дәрігер келді."]),
        ("Бюджет – 4,5 млрд. тг. Нысан дайын.", ["Бюджет – 4,5 млрд. тг.", "Нысан дайын."]),
        ("Жоспар бекітілді.Жұмыс басталды.", ["Жоспар бекітілді.", "Жұмыс басталды."]),
        (
            "Жеткізілді: -УДЗ аппараты; - Рентген; – 2 төсек.",
            ["Жеткізілді:", "-УДЗ аппараты;", "- Рентген;", "– 2 төсек."],
        ),
        (
            "Жаңа нысандар 🏥 Мерке ауданындағы емхана ✅ Талас ауданындағы пункт",
            ["Жаңа нысандар", "🏥 Мерке ауданындағы емхана", "✅ Талас ауданындағы пункт"],
        ),
        ("Тізім: • емхана • аурухана", ["Тізім:", "• емхана", "• аурухана"]),
        ("Бірінші жол\nЕкінші жол", ["Бірінші жол", "Екінші жол"]),
        ("«Емдейміз, – деді ол. Қала дайын.", ["«Емдейміз, – деді ол.", "Қала дайын."]),
    ],
)
def test_sentences_and_items_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_russian_year_may_end_a_sentence() -> None:
    assert split("Открыта в 2024 г. Новый корпус строится.", "ru") == ["Открыта в 2024 г.", "Новый корпус строится."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("фельдшерлік-акушерлік пункт", ["фельдшерлік-акушерлік", "пункт"]),
        ("1 471 120 000 теңге", ["1 471 120 000", "теңге"]),
        ("53 000-нан астам", ["53 000-нан", "астам"]),
        ("2024 300 орын", ["2024", "300", "орын"]),
        ("65%-ға", ["65", "%-ға"]),
        ("6-10 қараша", ["6", "-", "10", "қараша"]),
        ("1,9 млрд. тг", ["1,9", "млрд", ".", "тг"]),
        ("№5 «Шипа»-ның", ["№", "5", "«", "Шипа", "»", "-ның"]),
        ("ЖШС-нің 10:18 22.12.2022", ["ЖШС-нің", "10:18", "22.12.2022"]),
        ("HSA 800M 2 дана", ["HSA", "800M", "2", "дана"]),
        ("300орындық", ["300", "орындық"]),
    ],
)
def test_tokens(text: str, parts: list[str]) -> None:
    assert words(text) == parts


def test_paragraphs_are_numbered_and_offsets_hold() -> None:
    text = "Тақырып\n\nАлғашқы сөйлем. Екінші сөйлем."
    found = tokens.sentences(article(text))
    assert [s.paragraph for s in found] == [0, 2, 2]
    assert all(text[t.start : t.end] == t.text for s in found for t in s.tokens)


@given(st.text(alphabet="аәбқ Аб.,:;!?«»-–1 2%\n🏥•", max_size=60))
def test_every_visible_sign_is_in_one_token(text: str) -> None:
    found: tuple[Sentence, ...] = tokens.sentences(article(text))
    spans = [(t.start, t.end) for s in found for t in s.tokens]
    assert spans == sorted(spans)
    covered = [n for start, end in spans for n in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {n for n, sign in enumerate(text) if not sign.isspace()} <= set(covered)
