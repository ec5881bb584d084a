"""Files to Articles: what is stored, what is clean, what the lines around a body say, what is refused."""

from __future__ import annotations

import contextlib
import gzip
import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzhealthkg.model import Article, Problem
from kzhealthkg.read import RefusedError, article, read
from kzhealthkg.read.clean import clean
from kzhealthkg.read.decode import NotTextError, decode
from kzhealthkg.read.lines import find_date

SEEDS = Path(__file__).parent.parent / "seeds"
BODY = "Бүгін Көктөбе ауылында жаңа емхана ашылды, онда он дәрігер жұмыс істейді."
OTHER = "Екінші ғимараттың құрылысы келер көктемде басталады деп жоспарланған."
RUSSIAN = "В селе Заречное открылась новая больница, в ней работают десять врачей."


def one(paths: list[Path]) -> tuple[Article, list[Problem]]:
    """Return the only article of ``paths`` and the problems around it."""
    found = list(read(paths))
    articles = [item for item in found if isinstance(item, Article)]
    assert len(articles) == 1
    return articles[0], [item for item in found if isinstance(item, Problem)]


def only_problem(paths: list[Path]) -> Problem:
    found = list(read(paths))
    assert len(found) == 1
    assert isinstance(found[0], Problem)
    assert "\n" not in str(found[0])
    return found[0]


def paragraphs(stored: str) -> list[str]:
    return clean(stored).mapped.text.split("\n")


# The seeds


SEED_HEADS = {
    "000_af8a6eadd0083034": ("Жыл қорытындысы: Денсаулық сақтау", "krmm.kz", "2024-12-27", "KZ-15"),
    "001_57a08f5f037d799c": ("Барлық ауылдарға медициналық мекемелер салынады - ШҚО", "Altaynews", "2022-12-22", "KZ-63"),
    "002_50c20f056df4416d": (None, "BAQ.KZ", "2025-12-22", "KZ-35"),
    "003_dda5689af2d77021": (
        "Вице-министр: Адам өмірін сақтап қалуға жол ашатын маңызды қадам", "KAZINFORM", "2025-09-21", "KZ-47",
    ),
    "004_b38778a0372ea08d": (
        "Ақтауда Президенттің Іс Басқармасының медициналық орталығығымен меморандум жасалды",
        "El.kz", "2023-11-11", "KZ-47",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SEED_HEADS)
def test_a_seed_says_of_itself_what_the_manifest_says(name: str, tmp_path: Path) -> None:
    file = Path(shutil.copy(SEEDS / f"{name}.txt", tmp_path))
    found, problems = one([file])
    assert not problems
    assert (found.title, found.publisher, found.date) == SEED_HEADS[name][:3]
    assert found.language == "kk"
    assert found.region in (None, SEED_HEADS[name][3])


@pytest.mark.parametrize("name", SEED_HEADS)
def test_a_seed_with_its_manifest(name: str) -> None:
    found, problems = one([SEEDS / f"{name}.txt"])
    assert not problems
    assert (found.title, found.publisher, found.date, found.region) == SEED_HEADS[name]
    assert found.text.encode() == (SEEDS / f"{name}.txt").read_bytes()


def test_the_seeds_folder_is_its_five_articles() -> None:
    assert [item.id for item in read([SEEDS]) if isinstance(item, Article)] == sorted(SEED_HEADS)


# Header and footer


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("09:15 бүгін - 3 Наурыз 2023 жылдың 14", "2023-03-03"),
        ("03.03.2023, 09:15 214 Айгүл Серікқызы", "2023-03-03"),
        ("03.03.2023 9:15 | 214", "2023-03-03"),
        ("Фото: әкімдік 03.03.2023 09:15 77", "2023-03-03"),
        ("2023 жылғы 3 наурыз", "2023-03-03"),
        ("2023 ж. 3 наурыз", "2023-03-03"),
        ("3 наурыз 2023, 09:15", "2023-03-03"),
        ("3 наурыз, 2023", "2023-03-03"),
        ("Наурыз 3, 2023", "2023-03-03"),
        ("22 қыркүйек 2023", "2023-09-22"),
        ("3 марта 2023", "2023-03-03"),
        ("3 марта 2023 года, 09:15", "2023-03-03"),
        ("Опубликовано: 3 мая 2023 г. Просмотров: 120", "2023-05-03"),
        ("Жарияланды: 2023-03-03 09:15", "2023-03-03"),
        ("2023-03-03T09:15:00+05:00", "2023-03-03"),
        ("03/03/2023", "2023-03-03"),
    ],
)
def test_the_date_of_a_header(head: str, day: str) -> None:
    stored = f"Көктөбеде емхана ашылды\n\n{head}\n\n{BODY}\n{OTHER}"
    made = article(stored)
    assert (made.date, made.title) == (day, "Көктөбеде емхана ашылды")
    assert made.clean.text == f"Көктөбеде емхана ашылды\n{BODY}\n{OTHER}"


def test_the_date_of_a_footer() -> None:
    made = article(f"{BODY}\n{OTHER}\n\n3 наурыз 2023, 18:40\n")
    assert made.date == "2023-03-03"
    assert made.clean.text == f"{BODY}\n{OTHER}"


@pytest.mark.parametrize(
    "glued", [" date 2023-03-03 ", "Дата: 03.03.2023 09:15 | ", "Күні: 2023 жылғы 3 наурыз — ", "03.03.2023 09:15 "]
)
def test_a_date_glued_before_the_first_words(glued: str) -> None:
    made = article(f"{glued}{BODY} {OTHER}")
    assert (made.date, made.clean.text) == ("2023-03-03", f"{BODY} {OTHER}")


@pytest.mark.parametrize(
    "body",
    [
        f"{BODY} Емхана 2023 жылғы 3 наурызда тапсырылды.",
        "2023 жылғы 3 наурызда Көктөбе ауылында емхана ашылды.",
        "3 марта 2023 года в селе открылась больница на сто коек.",
        "03.03.2023 ж. № 15 бұйрықпен емхана жаңа ғимаратқа көшірілді.",
        "Больница открыта 3 марта 2023 года",
        "Емхананың құрылысы 2023 жылы 32 наурыз 2023 деп қате жазылды.",
    ],
)
def test_a_date_of_the_body_is_not_the_articles(body: str) -> None:
    made = article(f"{body}\n{OTHER}")
    assert made.date is None
    assert made.clean.text == f"{body}\n{OTHER}"


def test_an_impossible_day_is_no_date() -> None:
    assert find_date("31.02.2023") is None
    assert find_date("31.02.2023, 01.03.2023") is not None


@pytest.mark.parametrize(
    ("stored", "publisher"),
    [
        (f"{BODY} Сапар аяқталды, деп хабарлайды Dalanews тілшісі.", "Dalanews"),
        (f"{BODY} Сапар аяқталды, деп хабарлайды dala.kz сайты.", "dala.kz"),
        (f"{RUSSIAN} Об этом сообщает Dala.kz со ссылкой на акимат.", "Dala.kz"),
        (f"КӨКШЕТАУ. DALAPRESS – {BODY}", "DALAPRESS"),
        (BODY, None),
    ],
)
def test_who_publishes(stored: str, publisher: str | None) -> None:
    assert article(stored).publisher == publisher


def test_a_dateline_is_left_out() -> None:
    assert clean(f"КӨКШЕТАУ. DALAPRESS – {BODY}").mapped.text == BODY


def test_a_page_title_and_a_doubled_title_leave_one() -> None:
    title = "Көктөбеде жаңа емхана"
    made = article(f"{title}: Ақмола облысы, 3 Наурыз 2023 - dala.kz\n\n{title}\n{title}\n{BODY}\n")
    assert (made.title, made.date, made.publisher) == (title, "2023-03-03", "dala.kz")
    assert made.clean.text == f"{title}\n{BODY}"


def test_a_region_on_the_line_of_the_date() -> None:
    assert article(f"Жаңа емхана ашылды\n10:05 3 Наурыз 2023 Ақмола облысы\n{BODY}").region == "KZ-11"
    assert article(f"Жаңа емхана ашылды\n{BODY} Бұл Ақмола облысы үшін маңызды.").region is None


def test_the_title_keeps_its_script_and_the_clean_text_is_cyrillic() -> None:
    made = article("Kóktóbede jańa emhana ashyldy\nBúgin aýylda jańa emhana ashyldy, qýanysh kóp boldy.")
    assert (made.language, made.title) == ("kk-Latn", "Kóktóbede jańa emhana ashyldy")
    assert made.clean.text.startswith("Көктөбеде жаңа емхана ашылды\nБүгін ауылда")


# Chrome


@pytest.mark.parametrize(
    "line",
    [
        "KZ",
        "ҚАЗ | РУС | ENG",
        "Жаңалықтар",
        "Главная",
        "Басты бет > Жаңалықтар > Денсаулық",
        "+16°",
        "None",
        "250 рет көрсетілді",
        "2 мин оқу үшін",
        "Просмотров — 1204",
        "👁 1204 💬 3",
        "Время чтения: 2 минуты",
        "-17 C",
        "-8.1 C",
        "• $ 503.35",
        "590.63",
        "• A",
        "Курс валют:",
        "No menu items!",
        "back to top",
        "-5 °C бұлтты",
        "ясно жел 10 м/с, СБ",
        "446.49 475.38 4.79",
        "USD 446.49 EUR 475.38",
        "Қаралды: 1 204",
        "1204 рет оқылды",
        "Кликните на картинку, чтобы обновить код",
        "Бөлісу:",
        "Поделиться в Facebook",
        "Facebook Telegram WhatsApp",
        "Біздің Telegram арнамызға жазылыңыз",
        "Жаңалықтарды ең бірінші болып біліңіз",
        "Подписывайтесь на наш канал в Telegram!",
        "Читайте также: Как выбрать врача",
        "Тағы оқыңыз: Дәрігерді қалай таңдау керек",
        "Тағы оқи отырыңыз: Дәрігерді қалай таңдау керек",
        "Читать также: Как выбрать врача",
        "Ақпарат көзі: «Көктөбе ауданының әкімдігі» ММ",
        "Источник: пресс-служба акимата",
        "Фото: Асан Үсенов",
        "Фото автора Асана Усенова",
        "Сурет: әкімдік",
        "© Dala Press",
        "Автор: Асан Үсенов",
        "https://t.me/dala_press",
        "dala.kz",
        "#денсаулық #емхана",
        "Барлық құқықтар қорғалған",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
        "10:45",
    ],
)
def test_chrome_is_left_out(line: str) -> None:
    assert paragraphs(f"{BODY}\n{line}\n{OTHER}") == [BODY, OTHER]


@pytest.mark.parametrize(
    "line",
    [
        "Ақпараттың көзі болған дәрігерлер бұл жобаны қолдады.",
        "Новости о ремонте больницы обрадовали жителей села.",
        "Поделиться опытом приехали хирурги из соседней области.",
        "Бөлісуге келген мамандар тәжірибесін айтып берді.",
        "Фото-көрмеде ардагер дәрігерлердің суреттері қойылды.",
        "Автор жобасы бойынша 12 емхана салынды.",
        "«Ауыл» мен «Қала» жобалары 5/6 бөлікке орындалды",
        "446 төсек, 475 орын",
        "Денсаулық сақтау саласына 4,5 млрд теңге бөлінді",
        "2025 жылға жоспар.",
        "- 5 дәрігер",
        "Instagram арқылы дәрігерге жазылу мүмкіндігі қосылды.",
    ],
)
def test_what_resembles_chrome_stays(line: str) -> None:
    assert paragraphs(f"{BODY}\n{line}\n{OTHER}") == [BODY, line, OTHER]


@pytest.mark.parametrize(
    "clock",
    [
        "-17 C\nКокжар\nСреда, 21 января, 2026\nNo menu items!",
        "Дүйсенбі, 5 қаңтар 2026",
        "$ 503.35\n590.63\n21.01.2026",
        "-11 °C\nКокжар\n2026 Год\n24 Января",
    ],
)
@pytest.mark.parametrize(("below", "day"), [("", None), ("2 октября 2018\n", "2018-10-02")])
def test_the_clock_of_a_page_is_not_the_day_of_its_article(clock: str, below: str, day: str | None) -> None:
    title = "Ветхую амбулаторию снесут"
    read_article = article(f"{clock}\n{title}\n{below}{BODY}\n{OTHER}")
    assert read_article.date == day
    assert read_article.clean.text.split("\n") == [title, BODY, OTHER]


def test_a_head_may_have_much_of_a_page_over_the_title_and_a_trail_of_sections_glued_to_it() -> None:
    title = "Ветхую амбулаторию в районе снесут"
    page = "\n".join([f"{title} - Дала", "• $ 503.35", "• 590.63", "+3 °C", "Кокжар", *["• A"] * 7])
    read_article = article(f"{page}\nДомойНовости{title}\n{title}\nКоротко\n• 2 октября 2018\n{BODY}\n{OTHER}")
    assert read_article.date == "2018-10-02"
    assert read_article.clean.text.split("\n") == [title, "Коротко", BODY, OTHER]


def test_a_day_of_the_week_below_the_title_is_the_day_of_the_article() -> None:
    read_article = article(f"Ветхую амбулаторию в районе снесут\nСреда, 21 января, 2026\n{BODY}\n{OTHER}")
    assert read_article.date == "2026-01-21"


def test_the_city_above_the_weather_goes_with_it() -> None:
    assert paragraphs(f"Көкшетау\n+7°\n{BODY}\n{OTHER}") == [BODY, OTHER]


def test_what_follows_a_list_of_other_articles_goes() -> None:
    tail = "Аймақтағы жаңалықтар\nКөктөбеде көпір ашылды\nАуылда той өтті"
    assert paragraphs(f"{BODY}\n{OTHER}\n{tail}") == [BODY, OTHER]
    assert paragraphs(f"Аймақтағы жаңалықтар\n{BODY}\n{OTHER}")[-2:] == [BODY, OTHER]


def test_a_body_carried_twice_is_read_once() -> None:
    stored = f"{BODY}\n\nЖоспар туралы.\n\n{OTHER}\n\n<p>{BODY}</p> <p><b>Жоспар туралы.</b></p><p>{OTHER}</p>"
    mapped = clean(stored).mapped
    assert mapped.text == f"{BODY}\nЖоспар туралы.\n{OTHER}"
    assert mapped.ends[-1] < stored.index("<p>")


def test_tags_and_entities_in_a_text() -> None:
    stored = f"<p>Жаңа&nbsp;емхана &laquo;Шипа&raquo;</p><script>if (a < b) {{}}</script><div>{BODY}<br/>{OTHER}</div>"
    mapped = clean(stored).mapped
    assert mapped.text == f"Жаңа емхана «Шипа»\n{BODY}\n{OTHER}"
    start, end = mapped.source(mapped.text.index("«"), mapped.text.index("»") + 1)
    assert stored[start:end] == "&laquo;Шипа&raquo;"


def test_less_and_greater_are_no_tags() -> None:
    assert paragraphs(f"Қан қысымы a < b және c > d болған науқас келді.\n{OTHER}")[0].count("<") == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Жас мамандарға бір жолғы әлеуметтік көмек көрсету мақсатында", "Облыстық кеңес қаржы бөлді."),
        ("Емхана мен перзентхана салу үшін жергілікті бюджеттен және", "Республикалық қордан қаржы бөлінді."),
        ("Ауылда емхана, перзентхана,", "Дәріхана салынады."),
        ("В районе построят новую поликлинику и большую больницу для", "Алматинской области."),
        ("Больница получила новое оборудование", "из областного бюджета в этом году."),
    ],
)
def test_a_line_broken_in_mid_sentence_goes_on(first: str, second: str) -> None:
    stored = f"{BODY}\n{first} \n\n{second}\n{OTHER}"
    assert paragraphs(stored) == [BODY, f"{first} {second}", OTHER]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Келер жылға арналған жоспар", OTHER),
        ("Бағдарламада мыналар бар:", "емхана салу"),
        ("Жаңа емхананың ашылуы туралы", OTHER),
        ("Не салынады", "- емхана;"),
        ("Халық үшін", OTHER),
    ],
)
def test_a_heading_stands_alone(first: str, second: str) -> None:
    assert paragraphs(f"{BODY}\n{first}\n{second}") == [BODY, first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Жаңа емхананы ауылда облыс әкімінің орынбасары Дархан", "Сәтбаев ашты."),
        ("Бұл туралы жиында облыстық аурухананың басшысы Айнұр", "Қасымова, айтып берді."),
        ("Новую районную больницу торжественно открыл аким области Ерлан", "Кайратов в июне."),
    ],
)
def test_a_name_that_a_line_end_cuts_is_one(first: str, second: str) -> None:
    assert paragraphs(f"{BODY}\n{first}\n{second}\n{OTHER}") == [BODY, f"{first} {second}", OTHER]
    assert paragraphs(f"{BODY}\n{first}\n\n{second}\n{OTHER}") == [BODY, first, second, OTHER]


def test_a_wrapped_paragraph_goes_on_after_a_capital() -> None:
    lines = ["Жаңа емхана салынған ауылдар арасында Тоқсай,", "Қарасу және Бірлік бар, ал биыл Көктерек", "Ақсу ауылдары қосылды."]  # fmt: skip
    assert paragraphs("\n".join([BODY, *lines, OTHER])) == [BODY, " ".join(lines), OTHER]


# Files


def test_line_ends_are_stored_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(f"{BODY}\r\n\r\n{OTHER}\r".encode())
    assert one([file])[0].text == f"{BODY}\r\n\r\n{OTHER}\r"


PAGE = f"""<!DOCTYPE html><html lang="kk"><head><title>Көктөбеде жаңа емхана | Dala</title>
<meta property="og:site_name" content="Dala"><meta property="article:published_time" content="2023-03-03T09:15:00+05:00">
<link rel="canonical" href="https://dala.example/1"><style>p {{}}</style></head>
<body><nav><a>Жаңалықтар</a></nav><div><h1>Көктөбеде жаңа емхана</h1><p>{BODY}</p><script>var a = "<p>";</script>
<p>{OTHER}</p></div><footer>Байланыс</footer></body></html>"""


def test_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    found, problems = one([tmp_path])
    assert not problems
    assert (found.id, found.title, found.publisher) == ("page", "Көктөбеде жаңа емхана", "Dala")
    assert (found.date, found.url) == ("2023-03-03", "https://dala.example/1")
    assert found.clean.text == f"Көктөбеде жаңа емхана\n{BODY}\n{OTHER}"
    assert found.quote(0, 9)[0] == "Көктөбеде"


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz"])
def test_gzip(name: str, tmp_path: Path) -> None:
    data = BODY if "txt" in name else json.dumps({"id": "a", "text": BODY, "date": "2023-03-03"})
    (tmp_path / name).write_bytes(gzip.compress(data.encode()))
    assert one([tmp_path / name])[0].id == "a"


def records(folder: Path, *lines: str) -> Path:
    file = folder / "r.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def record(**fields: object) -> str:
    return json.dumps({"id": "a", "text": BODY, "date": "2023-03-03"} | fields, ensure_ascii=False)


def test_a_record_says_what_it_knows(tmp_path: Path) -> None:
    line = record(publisher="Dala", url="https://dala.example/1", title="Емхана", region="KZ-11", language="kk")
    found, problems = one([records(tmp_path, line)])
    assert not problems
    assert (found.publisher, found.url, found.title, found.region) == (
        "Dala",
        "https://dala.example/1",
        "Емхана",
        "KZ-11",
    )


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("{broken", "not a JSON record"),
        ("[" * 100_000, "not a JSON record"),
        ("[1]", "not a JSON object"),
        ('{"text": "х"}', "without an id"),
        ('{"id": true, "text": "х"}', "without an id"),
        ('{"id": "b"}', "record b has no text"),
        ('{"id": "b", "text": 5}', "record b has no text"),
        ('{"id": "b", "text": " "}', "empty"),
        ('{"id": "b", "text": "ем\\ud800хана"}', "half characters"),
        (record(), "its id a is that of"),
    ],
)
def test_a_bad_record_is_named_and_the_others_are_read(bad: str, says: str, tmp_path: Path) -> None:
    file = records(tmp_path, record(), bad, "", record(id="c"))
    found = list(read([file]))
    problems = [item for item in found if isinstance(item, Problem)]
    assert [item.id for item in found if isinstance(item, Article)] == ["a", "c"]
    assert [problem.where for problem in problems] == [f"{file}:2"]
    assert says in problems[0].what
    assert problems[0].fatal


@pytest.mark.parametrize(
    ("field", "value"), [("date", "ертең"), ("language", "xx"), ("region", "Ақмола"), ("title", ["a"])]
)
def test_what_is_said_and_not_understood_is_named(field: str, value: object, tmp_path: Path) -> None:
    found, problems = one([records(tmp_path, record(**{field: value}))])
    assert field in problems[0].what
    assert not any(problem.fatal for problem in problems)
    assert found.language == "kk"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("manifest.tsv", "# note\nfile\ttitle\tdate\tregion\na.txt\tБасқа атау\t2020-01-02\tKZ-11\n"),
        ("manifest.toml", '[[article]]\nfile = "a.txt"\ntitle = "Басқа атау"\ndate = 2020-01-02\nregion = "KZ-11"\n'),
    ],
)
def test_a_manifest_overrides_the_text(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Жаңа емхана\n03.03.2023\n{BODY}", encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    found, problems = one([tmp_path])
    assert not problems
    assert (found.title, found.date, found.region) == ("Басқа атау", "2020-01-02", "KZ-11")


@pytest.mark.parametrize(
    ("name", "content"), [("manifest.tsv", "name\nx\n"), ("manifest.toml", "[["), ("manifest.toml", "article = 3")]
)
def test_a_broken_manifest_is_named_and_done_without(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Жаңа емхана\n03.03.2023\n{BODY}", encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    found, problems = one([tmp_path])
    assert found.date == "2023-03-03"
    assert "not a manifest" in problems[0].what


def test_the_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"{BODY} {folder}", encoding="utf-8")
    paths = [tmp_path / "y", tmp_path / "x" / "a.txt", tmp_path / "nowhere", tmp_path]
    assert list(map(str, read(paths))) == list(map(str, read(paths[::-1])))
    assert sum(isinstance(item, Article) for item in read(paths)) == 1


# Bad input


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_another_encoding_is_read_and_noted(encoding: str, tmp_path: Path) -> None:
    body = RUSSIAN if encoding == "cp1251" else BODY
    (tmp_path / "a.txt").write_bytes(f"03.03.2023\n{body}".encode(encoding))
    found, problems = one([tmp_path / "a.txt"])
    assert body in found.text
    assert [problem.fatal for problem in problems] == [False]
    assert "read as" in problems[0].what


def test_an_encoding_that_is_told_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("koi8-r"))
    assert any(isinstance(item, Article) and item.text == RUSSIAN for item in read([tmp_path], encoding="koi8-r"))
    assert "unknown encoding" in str(next(iter(read([tmp_path], encoding="koi9"))))


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + BODY.encode())
    assert one([tmp_path / "a.txt"])[0].text == BODY


@pytest.mark.parametrize(
    "content",
    [
        "Число квот на ЭКО в области вырастет вдвое.",
        "Биыл ЭКҰ бағдарламасына квота екі есе өсті.",
        "Вспомогательные репродуктивные технологии дали семьям двойню.",
        "Мүгедектігі бар азаматтарға арба берілді.",
    ],
)
def test_an_article_of_any_field_of_health_is_read(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    assert isinstance(one([tmp_path / "a.txt"])[0], Article)


@pytest.mark.parametrize("content", ["Экономика региона растёт вдвое.", "Ел экономикасы екі есе өсті."])
def test_words_that_only_begin_like_those_of_health_are_none(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    assert "not about health" in only_problem([tmp_path / "a.txt"]).what


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, "binary"),
        (bytes(range(128, 256)) * 40, "binary"),
        ("جاڭا اۋرۋحانا اشىلدى، دارىگەرلەر كەلدى".encode(), "Arabic script"),
        (b"The new hospital was opened in the capital.", "neither Kazakh nor Russian"),
        ("Бүгін ауылда жаңа көпір ашылды, жүргінші көп болды.".encode(), "not about health"),
        ("В селе открыли новый мост через реку.".encode(), "not about health"),
        ("емхана салынды ".encode() * 900_000, "too large"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(content: bytes, says: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    problem = only_problem([file])
    assert problem.fatal
    assert says in problem.what
    assert problem.where == str(file)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in only_problem([tmp_path / "nowhere.txt"]).what
    assert "folder without articles" in only_problem([tmp_path]).what
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert "not a kind of file" in only_problem([tmp_path / "a.pdf"]).what
    (tmp_path / "b.txt.gz").write_bytes(b"no gzip")
    assert "b.txt.gz" in str(only_problem([tmp_path / "b.txt.gz"]))


def test_a_file_of_many_megabytes_is_not_read_whole(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jsonl"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(60 * 1024 * 1024)
    assert [problem.what for problem in read([tmp_path]) if isinstance(problem, Problem)] == [
        "too large for one article"
    ] * 2


def test_no_date_is_said_and_the_article_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    found, problems = one([tmp_path])
    assert found.date is None
    assert [(problem.what, problem.fatal) for problem in problems] == [("no date found", False)]


def test_article_refuses_with_the_reason() -> None:
    with pytest.raises(RefusedError, match="Arabic script"):
        article("جاڭا اۋرۋحانا اشىلدى")


# Properties


@given(st.lists(st.sampled_from([BODY, OTHER, "<p>", "</p>", "\n", "Бөлісу:", "03.03.2023 10:00", "емхана,", "a\u0301", "&amp;", " — ", "1", "\r"]) | st.text(max_size=5), max_size=20))  # fmt: skip
def test_the_clean_text_leads_back_in_order(parts: list[str]) -> None:
    stored = "".join(parts)
    mapped = clean(stored).mapped
    assert all(0 <= start < end <= len(stored) for start, end in zip(mapped.starts, mapped.ends, strict=True))
    assert list(mapped.starts) == sorted(mapped.starts)
    assert list(mapped.ends) == sorted(mapped.ends)
    assert "\n\n" not in mapped.text


@given(
    st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.txt.gz", "manifest.tsv", "manifest.toml"]),
    st.binary(max_size=300) | st.text(max_size=100).map(str.encode),
)
def test_no_bytes_raise(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        (Path(folder) / "b.txt").write_text(BODY, encoding="utf-8")
        assert any(isinstance(item, Article) and item.id == "b" for item in read([folder]))


@given(st.binary(max_size=200))
def test_decoding_gives_text_or_says_it_is_none(data: bytes) -> None:
    with contextlib.suppress(NotTextError):
        assert decode(data).text.encode() or not data.strip(b"\xef\xbb\xbf\xff\xfe")


@pytest.mark.parametrize(
    "text",
    [
        "Өңірде нәресте өлімі өткен жылмен салыстырғанда екі есе азайды.",
        "Ана өлімінің көрсеткіші облыста төмендеп келеді.",
        "В области снизилась младенческая смертность, а рождаемость растёт.",
    ],
)
def test_births_and_deaths_are_of_health(text: str) -> None:
    assert article(text).text == text


@pytest.mark.parametrize("label", ["Оқи отырыңыз:", "Тағы оқыңыз", "Читайте также:", "Материалы по теме"])
def test_heads_of_other_articles_below_a_label_go(label: str) -> None:
    body = "Көктөбе ауылында жаңа емхана ашылды. Оны әкім ашты."
    text = (
        f"Көктөбеде емхана ашылды\n{body}\n{label}\nШалқарда 2 көлік алынды\nТемірде кім бас дәрігер?\nЖұмыс жалғасады."
    )
    assert clean(text).mapped.text.splitlines() == ["Көктөбеде емхана ашылды", body, "Жұмыс жалғасады."]
