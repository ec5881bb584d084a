"""Nothing that is handed over as a text breaks the reading of it, and no text keeps it busy for ever."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzhealthkg import vocab
from kzhealthkg.annotate import annotate
from kzhealthkg.annotate.tokens import LONGEST, sentences
from kzhealthkg.extract import extract
from kzhealthkg.model import Article, Document, Language, Statement
from kzhealthkg.read.clean import clean
from patience import SECONDS, alarm

CASES = Path(__file__).parent / "cases"
MEGABYTE = 1_000_000
WORDS = [
    "аурухана",
    "ауруханасы",
    "емхана",
    "амбулатория",
    "пункті",
    "орталығы",
    "орталығының",
    "облысы",
    "облысында",
    "ауданының",
    "ауылында",
    "қаласы",
    "Атырау",
    "Алматы",
    "Жамбыл",
    "Түркістан",
    "Қызылорда",
    "Абай",
    "Бірлік",
    "Әлия",
    "Серікова",
    "Оспанов",
    "Асқарұлы",
    "А.",
    "Б.",
    "министр",
    "министрі",
    "әкімі",
    "әкімінің",
    "орынбасары",
    "басқармасының",
    "басшысы",
    "бас",
    "дәрігері",
    "дәрігер",
    "маман",
    "мейіргер",
    "төсектік",
    "орындық",
    "науқас",
    "келушіге",
    "салынды",
    "салынып",
    "жатыр",
    "салынады",
    "салынбады",
    "ашылды",
    "жөнделді",
    "пайдалануға",
    "берілді",
    "бөлінді",
    "сатып",
    "алынды",
    "жоспарланған",
    "қол",
    "қойды",
    "меморандумға",
    "деді",
    "дейді",
    "деп",
    "хабарлады",
    "құны",
    "құрайды",
    "жабдықталды",
    "жеткізілді",
    "қабылдады",
    "тағайындалды",
    "аясында",
    "есебінен",
    "бюджеттен",
    "қорынан",
    "сомасына",
    "астам",
    "жуық",
    "дейін",
    "кейін",
    "және",
    "мен",
    "ұлттық",
    "жобасы",
    "«Ауыл»",
    "КТ",
    "МРТ",
    "биыл",
    "былтыр",
    "2024",
    "2025",
    "жылы",
    "жылдың",
    "соңына",
    "қаңтар",
    "мамырда",
    "300",
    "1,5",
    "15%",
    "4-5",
    "12.03.2025",
    "60-тан",
    "млн",
    "млрд",
    "мың",
    "теңге",
    "тг",
    "доллар",
    "больница",
    "больницы",
    "в",
    "городе",
    "Атырау",
    "района",
    "области",
    "врача",
    "главный",
    "врач",
    "Иванова",
    "открыта",
    "построят",
    "построена",
    "выделено",
    "миллионов",
    "тенге",
    "на",
    "200",
    "коек",
    "году",
    "конца",
    "года",
    "министр",
    "здравоохранения",
    "подписал",
    "меморандум",
    "сообщил",
    "за",
    "счёт",
    "бюджета",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "…",
    "(",
    ")",
    "[",
    "]",
    "«",
    "»",
    "“",
    "”",
    '"',
    "—",
    "–",
    "-",
    "%",
    "№",
    "/",
    "*",
    "•",
    "🏥",
    "✅",
    "😀",
]

ENDINGS = ("", "", "", " ", "\n", ".", ". ", ", ", "-", "ның", "да", "\u00a0", "\u0301", "\u200b", "\r\n", "\t")

pieces = st.tuples(st.sampled_from(WORDS), st.sampled_from(ENDINGS)).map("".join)
news = st.lists(pieces, max_size=60).map(" ".join)
broken = st.lists(st.one_of(pieces, st.text(max_size=4)), max_size=40).map("".join)
languages = st.sampled_from(["kk", "kk-Latn", "ru"])
days = st.sampled_from([None, "2025-03-04", "2012-12-31"])


def article(text: str, language: Language = "kk", date: str | None = None) -> Article:
    """The article that reading makes of a text, also where it would refuse it."""
    return Article("a", text, clean(text).mapped, date=date, language=language)


def read(text: str, language: Language = "kk", date: str | None = None) -> tuple[Document, tuple[Statement, ...]]:
    document = annotate(article(text, language, date))
    return document, extract(document)


def check(text: str, language: Language, date: str | None) -> None:
    document, statements = read(text, language, date)
    length = len(document.article.clean.text)
    for sentence in document.sentences:
        assert 0 <= sentence.start < sentence.end <= length
        for mention in sentence.mentions:
            assert 0 <= mention.first < mention.last <= len(sentence.tokens)
    for statement in statements:
        assert text[statement.start : statement.end] == statement.quote != ""
        assert set(statement.slots) <= set(vocab.slots(statement.kind))


@settings(max_examples=60)
@given(st.text(max_size=200), languages, days)
def test_any_text_is_read(text: str, language: Language, date: str | None) -> None:
    check(text, language, date)


@settings(max_examples=200)
@given(news, languages, days)
def test_words_of_the_news_in_any_order_are_read(text: str, language: Language, date: str | None) -> None:
    check(text, language, date)


@settings(max_examples=100)
@given(broken, languages, days)
def test_broken_words_are_read(text: str, language: Language, date: str | None) -> None:
    check(text, language, date)


@cache
def told(language: str) -> list[str]:
    """Return the texts of the cases in a language, their stops taken away."""
    blocks = (b for f in sorted(CASES.glob("*.txt")) for b in f.read_text(encoding="utf-8").split("\n\n"))
    mine = (b for b in blocks if ("language: ru" in b) == (language == "ru") and "kk-Latn" not in b)
    lines = (line for b in mine for line in b.splitlines() if line and line[0] not in "#=!")
    return [line.replace(".", " ") for line in lines]


@settings(max_examples=60)
@given(st.data(), languages, days)
def test_sentences_that_run_into_each_other_are_read(data: st.DataObject, language: Language, date: str | None) -> None:
    check(" ".join(data.draw(st.lists(st.sampled_from(told(language)), min_size=1, max_size=8))), language, date)


@settings(max_examples=300)
@given(st.data(), languages, days)
def test_sentences_that_break_off_are_read(data: st.DataObject, language: Language, date: str | None) -> None:
    """A headline or an excerpt may end after any word, without a stop."""
    words = data.draw(st.sampled_from(told(language))).split()
    first = data.draw(st.integers(0, len(words) - 1))
    check(" ".join(words[first : data.draw(st.integers(first + 1, len(words)))]), language, date)


def test_what_the_cases_tell_is_read_as_of_an_article_in_latin_script() -> None:
    """No table of words is asked for by the script of an article."""
    for text in told("kk-Latn"):
        check(text, "kk-Latn", "2024-05-10")


CUT = (
    ("kk", "Аурухананың төсек қоры 95-ке"),
    ("kk", "Ауруханаға 45 құрылғы алынды, соның ішінде 3 УДЗ аппараты, 2"),
    ("kk", "Ауданда биыл салынған 3 медициналық пункттің"),
    ("kk", "Перзентхананы жаңғыртуға 130 млн теңге бөлінді, оның 50 млн теңгесі –"),
    ("ru", "ВКО"),
    ("ru", "планируется открыть отделение ЭКО, на"),
    ("ru", "медицинский колледж подписали меморандум о"),
)
"""Texts that once ended in a mistake: a word was looked for behind the last one."""


@pytest.mark.parametrize(("language", "text"), CUT)
def test_nothing_is_looked_for_behind_the_last_word(language: Language, text: str) -> None:
    check(text, language, "2024-05-10")


def test_the_words_above_do_make_statements() -> None:
    """The properties would hold of a program that states nothing."""
    said = read("Атырау қаласында 300 төсектік аурухана салынды. Оған 5 млн теңге бөлінді.")[1]
    assert {"Works", "Funding"} <= {statement.kind for statement in said}


def repeated(unit: str, size: int = MEGABYTE) -> str:
    return (unit * (size // len(unit) + 1))[:size]


ENDLESS: dict[str, Callable[[], str]] = {
    "figures and brackets": lambda: repeated("1234 (5 678) [90] "),
    "figures and brackets without blanks": lambda: repeated("(1234)[567]"),
    "one figure": lambda: "7" * MEGABYTE,
    "open brackets": lambda: "(" * MEGABYTE,
    "one word": lambda: repeated("аурухана "),
    "one word in Latin": lambda: repeated("aýrýhana "),
    "no blanks": lambda: repeated("ауруханасалынды"),
    "hyphens": lambda: repeated("а-"),
    "commas": lambda: "," * 200_000,
    "open quotes": lambda: repeated("« ауру "),
    "straight quotes": lambda: repeated('"Сөз '),
    "full stops": lambda: repeated(". "),
    "abbreviations": lambda: repeated("млн. тг. "),
    "pictures": lambda: "😀" * 200_000,
    "stress marks": lambda: repeated("а\u0301", 400_000),
    "names": lambda: repeated("Әлия Серікова "),
    "places": lambda: repeated("Жамбыл ауданы, "),
    "dates": lambda: repeated("2024 жылы "),
    "line ends": lambda: "\n" * MEGABYTE,
    "addresses": lambda: repeated("http://a"),
}


@pytest.mark.parametrize("make", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_sentence_without_end_is_soon_done_with(make: Callable[[], str]) -> None:
    with alarm(SECONDS):
        read("Ауданда жаңа аурухана салынды. " + make())


def varied(count: int) -> str:
    """Facilities in one sentence without end, no two alike."""
    pick = random.Random(1)
    places = ("Атырауда", "Талдықорғанда", "Қонаевта", "Семейде", "Ақтауда")
    kinds = ("аурухана", "емхана", "амбулатория", "фельдшерлік пункт", "перзентхана")
    return ", ".join(f"{pick.choice(places)} {n} орындық {pick.choice(kinds)} салынып" for n in range(2, count + 2))


def test_an_endless_sentence_of_different_words_is_read_in_parts() -> None:
    text = varied(2_500)
    with alarm(SECONDS):
        document, _ = read(text)
    assert sum(len(s.tokens) for s in document.sentences) > 2_500 * 5
    assert all(s.end - s.start <= LONGEST for s in document.sentences)


def test_a_long_sentence_of_the_news_stays_whole() -> None:
    text = varied(40)
    assert 1_500 < len(text) < LONGEST
    assert [(s.start, s.end) for s in sentences(article(text))] == [(0, len(text))]


def test_what_follows_an_endless_line_is_read() -> None:
    text = repeated("1234 (5 678) ", 50_000) + "\nАтырау қаласында 300 төсектік аурухана салынды."
    assert [s.kind for s in read(text)[1]].count("Works") == 1


def test_many_short_sentences_take_their_time_each() -> None:
    """What an article said is not read again from its beginning at every sentence."""
    lines = [f"Атырау қаласында {n} төсектік аурухана салынды, оған {n} млн теңге бөлінді." for n in range(2, 1_002)]
    with alarm(SECONDS):
        assert len(read("\n".join(lines))[1]) > 1_000
