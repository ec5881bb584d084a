"""Texts that remember where they came from, scripts, spellings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzhealthkg import latin, text
from kzhealthkg.model import Article, MappedText
from kzhealthkg.text.division import division_day
from patience import SECONDS, alarm

SENTENCE = "Қаңтар айында Шығыс ауылында жаңа дәрігерлік үй ашылып, ғалым көмек сұрады."

texts = st.text(
    st.sampled_from("аәіңқАҚ aqińǵýıIshts'’.,«»\"\n\r\t\u00a0\u00ad\u200b\u0301\u0306иЅc1@<")
    | st.characters(exclude_categories=["Cs"])
)


def assert_maps_back(mapped: MappedText, source: str) -> None:
    for start, end in zip(mapped.starts, mapped.ends, strict=True):
        assert 0 <= start < end <= len(source)
    assert list(mapped.starts) == sorted(mapped.starts)
    assert list(mapped.ends) == sorted(mapped.ends)


@given(texts)
def test_every_character_leads_back_in_order(source: str) -> None:
    assert_maps_back(text.clean(source)[0], source)


@given(texts)
def test_clean_text_is_settled(source: str) -> None:
    once = text.normalise(text.identity(source))
    assert text.normalise(once).text == once.text


def compose(outer: MappedText, inner: MappedText) -> MappedText:
    """Return ``outer``, which was made from ``inner.text``, mapped to the source of ``inner``."""
    starts = tuple(inner.starts[i] for i in outer.starts)
    return MappedText(outer.text, starts, tuple(inner.ends[i - 1] for i in outer.ends))


@given(texts, texts)
def test_a_map_of_a_map(left: str, right: str) -> None:
    source = left + "ş" + right
    inner = text.substitute(text.identity(source), re.compile("ş"), "sh")
    outer = text.normalise(text.identity(inner.text))
    assert compose(outer, inner) == text.normalise(inner)


@pytest.mark.parametrize(
    ("stored", "clean"),
    [
        ("екі  \u00a0 дәрігер", "екі дәрігер"),
        ("ауру\u00adхана", "аурухана"),
        ("\ufeffем\u200bхана", "емхана"),
        ("өңи\u0306р", "өңйр"),
        ("5\u2009млн\u202fтеңге", "5 млн теңге"),
        ("бірінші \r\n екінші\u2028үшінші", "бірінші\nекінші\nүшінші"),
        ("больни\u0301ца", "больница"),
    ],
)
def test_normal_form(stored: str, clean: str) -> None:
    assert text.normalise(text.identity(stored)).text == clean


def test_words_of_the_clean_text_are_quoted_as_stored() -> None:
    stored = "Bıyl  ашыл\u00adды"
    mapped, _ = text.clean(stored)
    start = mapped.text.index("ашылды")
    first, last = mapped.source(start, start + 6)
    assert stored[first:last] == "ашыл\u00adды"


@pytest.mark.parametrize(
    ("stored", "clean"),
    [
        ("мeдициналық", "медициналық"),  # Latin e
        ("Ceрiк", "Серік"),  # Latin C, e, i
        ("əлеует пен ɵмір", "әлеует пен өмір"),  # Latin schwa and barred o
        ("СOVID-19 екпесі", "COVID-19 екпесі"),  # Cyrillic С
        ("жаӊа", "жаңа"),  # ң of another alphabet
        ("открыта c 2024 года", "открыта с 2024 года"),  # a lone Latin c
    ],
)
def test_a_word_is_in_one_script(stored: str, clean: str) -> None:
    assert text.clean(stored)[0].text == clean


@pytest.mark.parametrize("name", ["Report", "HEPA", "«Orta Med Limited»", "АҚШ-тың Pfizer", "витамин C", "Qalam Group"])
def test_latin_words_stay_in_a_cyrillic_article(name: str) -> None:
    stored = f"Бүгін аурухана жаңа келісімге қол қойды: {name} бұйымдары алынды."
    assert text.clean(stored)[0].text == stored


@pytest.mark.parametrize(
    ("alphabet", "stored"),
    [
        ("acute", "Qańtar aıynda Shyǵys aýylynda jańa dárigerlik úı ashylyp, ǵalym kómek surady."),
        ("umlaut", "Qañtar aiynda Şyğys auylynda jaña därıgerlık üi aşylyp, ğalym kömek sūrady."),
        ("umlaut", "Qaŋtar aiynda Şyǧys auylynda jaŋa därıgerlık üi aşylyp, ǧalym kömek sūrady."),
        ("turkic", "Qañtar ayında Şığıs awılında jaña därigerlik üy aşılıp, ğalım kömek suradı."),
        ("crossed", "Qañtar ayında Şığıs auılında jaña därigerlik üy aşılıp, ğalım kömek swradı."),
        ("mixed", "Qańtar aıynda Shyǵys auylynda jańa dárígerlík úı ashylyp, ǵalym kómek sūrady."),
        ("digraph", "Qangtar ayynda Shyghys auylynda janga dárigerlik ýy ashylyp, ghalym kómek súrady."),
        ("digraph", "Qangtar ayynda Shyghys auylynda janga dәrigerlik ýy ashylyp, ghalym kómek súrady."),
        ("apostrophe", "Qan'tar ai'ynda Shyg'ys ay'ylynda jan'a da'rigerlik u'i' ashylyp, g'alym ko'mek surady."),
    ],
)
def test_kazakh_latin_alphabets(alphabet: str, stored: str) -> None:
    mapped, language = text.clean(stored)
    assert (language, latin.alphabet(stored), mapped.text) == ("kk-Latn", alphabet, SENTENCE)
    start = mapped.text.index("Шығыс")
    first, last = mapped.source(start, start + 5)
    assert stored[first:last].lower() in {"shyǵys", "şyğys", "şyǧys", "şığıs", "shyg'ys", "shyghys"}


def test_kazakh_latin_with_gh_and_ng_tells_ng_from_n_and_g() -> None:
    mapped, _ = text.clean(
        "Ongirde perinataldyq ortalyqqa kýnine 3 mln tengege alynghan qúrylghy kelgen, songy kýnge qaldy."
    )
    expected = "Оңірде перинаталдық орталыққа күніне 3 млн теңгеге алынған құрылғы келген, соңы күнге қалды."
    assert mapped.text == expected


def test_kazakh_latin_with_cyrillic_letters_left_in() -> None:
    left_in = str.maketrans("aeok", "аеок")  # to Cyrillic ones, as is the і below
    stored = "Qalalyq emhanada dárіgerlerdіń bіlіktіlіgі kóp aiǵa sozylǵan oqýda artty."
    mapped, language = text.clean(stored.translate(left_in))
    assert language == "kk-Latn"
    assert mapped.text == "Қалалық емханада дәрігерлердің біліктілігі көп айға созылған оқуда артты."


def test_ascii_kazakh_goes_by_vowel_harmony() -> None:
    mapped, language = text.clean("Qyzylorda qalasynda zhana emhana ashyldy, aimaqta auyl turgyny qatysty.")
    assert language == "kk-Latn"
    assert mapped.text == "Қызылорда қаласында жана емхана ашылды, аймақта ауыл тұрғыны қатысты."


@pytest.mark.parametrize(
    ("word", "cyrillic"),
    [
        ("medıtsınalyq", "медициналық"),
        ("kompanııasy", "компаниясы"),
        ("aıasynda", "аясында"),
        ("qoıady", "қояды"),
        ("kúıý", "күю"),
        ("tıisti", "тиісті"),
        ("bıýdjetten", "бюджеттен"),
        ("AQYRYNDA", "АҚЫРЫНДА"),
        ("Shyńǵys", "Шыңғыс"),
        ("jatsa", "жатса"),
        ("vıtse-mınıstr", "вице-министр"),
        ("elektrondy", "электронды"),
        ("jahandyq", "жаһандық"),
        ("ınfeksııalyq", "инфекциялық"),
        ("stasıonar", "стационар"),
        ("komıssııa", "комиссия"),
        ("rezolıýsııa", "резолюция"),
        ("zamanaýı", "заманауи"),
        ("Sultangereev", "Сұлтангереев"),
        ("Igilik", "Игілік"),
        ("Ishki", "Ішкі"),
        ("AMBÝLATORIIA", "АМБУЛАТОРИЯ"),
        ("AIDARLY", "АЙДАРЛЫ"),
        ("ashatyn", "ашатын"),
        ("Ashattyń", "Асхаттың"),
        ("Azızhan", "Азизхан"),
        ("etsin", "етсін"),
        ("obektisi", "объектісі"),
        ("Vıacheslav", "Вячеслав"),
        ("Iýrevıch", "Юрьевич"),
        ("Iakovlev", "Яковлев"),
        ("Ibraev", "Ибраев"),
        ("Soıdyń", "Цойдың"),
        ("Serikbayevtyng", "Серікбаевтың"),
        ("Zhanseyit", "Жансейіт"),
        ("saýyqtyrý", "сауықтыру"),
    ],
)
def test_spelling_of_sounds_that_share_letters(word: str, cyrillic: str) -> None:
    assert text.clean(f"Qańtarda {word} jańa qarary shyqty")[0].text == f"Қаңтарда {cyrillic} жаңа қарары шықты"


@pytest.mark.parametrize(
    "name",
    ["HEPA", "«Orta Med Limited»", "COVID-19", "XXI", "AstraZeneca", "Pfizer Controls", "news.kz", "@emhana_kz",
     "https://news.org/qala", "M42", "White Cross"],
)  # fmt: skip
def test_foreign_names_stay_in_a_kazakh_latin_article(name: str) -> None:
    mapped, language = text.clean(f"Qańtarda {name} týraly jańa qarar shyqty")
    assert language == "kk-Latn"
    assert mapped.text == f"Қаңтарда {name} туралы жаңа қарар шықты"


@pytest.mark.parametrize(
    ("stored", "language"),
    [
        (SENTENCE, "kk"),
        ("В январе в селе Бірлік открыли новую больницу на сто коек.", "ru"),
        ("Алматы облысында аурухана салынды", "kk"),
        ("Jańa aýrýhana ashyldy, qala turǵyndary qýandy.", "kk-Latn"),
        ("Jaña emxana aşıldı, xalıq qwanıp, xabar taratıp jatır.", "kk-Latn"),
        ("Oblysta 12 emhana salyndy.", "kk-Latn"),
        ("Aýylda bir dárigerge páter berildi.", "kk-Latn"),
        ("Salina, Jana und Boldy sind in Denver.", None),
        ("Hastanede iki bölüm salındı ve tenge ile jasal ödendi.", None),
        ("The new hospital was opened quietly in the capital.", None),
        ("Yeni hastane bugün açıldı, şehir sakinleri çok mutlu oldu.", None),
        ("Toshkentda yangi shifoxona ochildi, o'nlab shifokorlar ishga qabul qilindi.", None),
        ("جاڭا اۋرۋحانا اشىلدى", None),
        ("12345 !!!", None),
        ("", None),
    ],
)
def test_language_by_letters(stored: str, language: str | None) -> None:
    assert text.detect(stored) == language


def test_arabic_script_is_told_apart() -> None:
    assert text.script_of("جاڭا اۋرۋحانا اشىلدى") == "arabic"
    assert text.script_of("新医院") == ""


@pytest.mark.parametrize(
    "names",
    [
        ("Жезқазған", "Жезказган", "Jezqazǵan", "Zhezqazghan"),
        ("Ноғаев", "Ногаев", "Noǵaev", "Nogayev"),
        ("Маңғыстау", "Мангыстау", "Mańǵystaý", "Mangystau"),
        ("Цой", "Tsoı", "Tsoi"),
        ("«Қан орталығы»", "қан  орталығы", "Qan ortalyǵy"),
        ("РАСЅ", "PACS"),
    ],
)
def test_one_key_for_the_spellings_of_a_name(names: tuple[str, ...]) -> None:
    assert len({text.skeleton(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Алға", "Алакөл"), ("№1 емхана", "№2 емхана"), ("Абай", "Абат"), ("Сағат", "Самат")]
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert text.skeleton(one) != text.skeleton(other)


@pytest.mark.parametrize(
    "unit",
    [
        SENTENCE + " ",
        "Qańtar aıynda jańa emhana ashyldy, medıtsınalyq kómek jaqsardy. ",
        "а\u0301",
        "q'",
        "«a ",
        "aя",
        "w.w-w@ ",
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    long = unit * (1_000_000 // len(unit))
    with alarm(SECONDS):
        text.clean(long)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("«Екі емхана салынды», – деді X.", "―Екі емхана салынды―, – деді X."),
        ("X: «Екі емхана салынды. Тағы біреуі ашылады».", "X: ―Екі емхана салынды. Тағы біреуі ашылады―."),
        ("«Дарын» орталығы – жаңа мекеме.", "«Дарын» орталығы – жаңа мекеме."),
        ("«Дарын», «Сенім» және «Шипа» ашылды.", "«Дарын», «Сенім» және «Шипа» ашылды."),
        ("«Ауылға қолдау көрсету жобасы» деп аталады.", "«Ауылға қолдау көрсету жобасы» деп аталады."),
        ('"Открыли два новых медпункта", – сказал X.', "―Открыли два новых медпункта―, – сказал X."),
        ("«В больнице «Дарын» открыли два отделения», – сказал X.", "―В больнице «Дарын» открыли два отделения―, – сказал X."),
        ("Ұлттық орталық (ҰМО) ашылды.", "Ұлттық орталық ашылды."),
        ("Центр хирургии (далее – Центр) и Асан (на фото).", "Центр хирургии и Асан."),
        ("Дәрігер (АҚШ), Шиелі (БҚО), 40 адам (12 бала).", "Дәрігер (АҚШ), Шиелі (БҚО), 40 адам (12 бала)."),
        ("Директор, м. ғ. д., профессор Асан келді. 👩‍⚕️🏥\n✅ Жұмыс басталды.", "Директор, профессор Асан келді.\n✅ Жұмыс басталды."),
        ("В Талгаре, где проживает 5 тысяч человек, открыт ФАП.", "В Талгаре открыт ФАП."),
        ("В селе Актас с населением более 1 200 человек открыт ФАП.", "В селе Актас открыт ФАП."),
        ("1 200-ге жуық адам тұратын Тоғай ауылында 12 төсек бар.", "Тоғай ауылында 12 төсек бар."),
        ("„Дарын“ орталығы мен “Сенім” қоры.", "«Дарын» орталығы мен «Сенім» қоры."),
        ("“Дарын” орталығында 2023 ж. 12 төсек бар.", "«Дарын» орталығында 2023 жылы 12 төсек бар."),
        ('"Дарын" орталығы - жаңа мекеме.', "«Дарын» орталығы – жаңа мекеме."),
        ("- Дәрі-дәрмек, 2020-2022 жылдар.", "– Дәрі-дәрмек, 2020-2022 жылдар."),
        ("«Бұл – бес жылға арналған жоба, онда 12 нысан бар.\nЖұмыс басталды», – деді X.",
         "―Бұл – бес жылға арналған жоба, онда 12 нысан бар.\nЖұмыс басталды―, – деді X."),
    ],
)  # fmt: skip
def test_a_text_is_made_legible(source: str, expected: str) -> None:
    assert text.clean(source)[0].text == expected


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Оңтүстік Қазақстан облысында аурухана ашылды.", "2018-06-18"),
        ("В ЮКО открыли больницу.", "2018-06-18"),
        ("Нұр-Сұлтан қаласында аурухана ашылды.", "2019-03-23"),
        ("Бұрынғы Оңтүстік Қазақстан облысында аурухана ашылды.", None),
        ("В Шымкенте открыли больницу.", None),
        ("ЮКОС построил больницу в Шымкенте.", None),
        ("Семейде аурухана ашылды. Шығыс Қазақстан облысында бұрын ондай болмаған.", "2022-06-07"),
        ("В Талдыкоргане открыли больницу, сообщили в управлении здравоохранения Алматинской области.", "2022-06-07"),
        ("Семейде аурухана ашылды, ал Шығыс Қазақстан облысына 2024 жылы үш жедел жәрдем көлігі келді.", None),
        ("Абай облысы Шығыс Қазақстаннан бөлінді, Семейде аурухана ашылды.", None),
        ("В Семее с 2015 года работает больница.", "2015~"),
        ("В Семее 14.03.2019 открыли больницу.", "2019~"),
        ("Аурухана 1968 жылы салынған. Семейде 2000 адам емделді.", None),
    ],
)
def test_an_undated_article_is_of_days_when_its_names_were_borne(told: str, day: str | None) -> None:
    assert division_day(Article("x", told, text.identity(told))) == day
    assert division_day(Article("x", told, text.identity(told), date="2024-05-10")) == "2024-05-10"
