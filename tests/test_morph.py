import pytest

from kzhealthkg import morph
from kzhealthkg.annotate import tokens
from kzhealthkg.model import Reading


def best(word: str, language: str = "kk") -> Reading:
    return morph.readings(word, language)[0]


def phrase(text: str, language: str = "kk", *, singular: bool = False, bare: bool = False) -> str:
    found = tuple(tokens.tokenize(text, language))
    return morph.nominative(found, language, singular=singular, bare=bare)


@pytest.mark.parametrize(
    ("word", "lemma", "case"),
    [
        ("ауруханаға", "аурухана", "dat"),
        ("орталығының", "орталық", "gen"),
        ("кітабында", "кітап", "loc"),
        ("нысандарын", "нысан", "acc"),
        ("облысынан", "облыс", "abl"),
        ("дәрігерлермен", "дәрігер", "ins"),
        ("қаржыға", "қаржы", "dat"),
        ("ауылдардан", "ауыл", "abl"),
        ("бюджеттен", "бюджет", "abl"),
        ("станциясы", "станция", "nom"),
        ("халқының", "халық", "gen"),
        ("орнына", "орын", "dat"),
        ("объектісінде", "объект", "loc"),
        ("мәліметінше", "мәлімет", "equ"),
        ("оған", "ол", "dat"),
        ("ЖШС-нің", "жшс", "gen"),
        ("млрд-тан", "млрд", "abl"),
    ],
)
def test_nouns(word: str, lemma: str, case: str) -> None:
    assert (best(word).lemma, best(word).case) == (lemma, case)


def test_number_and_possessive_are_seen() -> None:
    assert best("нысандары").plural
    assert best("нысандары").possessive
    assert not best("нысан").plural


def test_the_locative_adjective_is_marked() -> None:
    reading = best("ауданындағы")
    assert (reading.lemma, reading.case, reading.locative_adjective) == ("аудан", "loc", True)


@pytest.mark.parametrize("word", ["Серікұлы", "Маратқызы", "облыстық", "маңызды", "жанындағылық"])
def test_what_only_looks_like_an_ending_stays(word: str) -> None:
    assert best(word).lemma == word.lower()


@pytest.mark.parametrize(
    ("word", "lemma", "form", "negative"),
    [
        ("салынды", "салын", "past", False),
        ("бөлінген", "бөлін", "perf", False),
        ("ашылады", "ашыл", "pres", False),
        ("оқиды", "оқы", "pres", False),
        ("жүргізілуде", "жүргізіл", "prog", False),
        ("аяқталып", "аяқтал", "conv", False),
        ("салуға", "сал", "inf", False),
        ("берілетін", "беріл", "part", False),
        ("салынғаннан", "салын", "part", False),
        ("берілмек", "беріл", "intent", False),
        ("болса", "бол", "cond", False),
        ("болсын", "бол", "imper", False),
        ("жасалмаған", "жасал", "perf", True),
        ("берілмейді", "беріл", "pres", True),
        ("салынбады", "салын", "past", True),
        ("шығады", "шық", "pres", False),
        ("жаңартылмақ", "жаңартыл", "intent", False),
    ],
)
def test_verbs(word: str, lemma: str, form: str, negative: bool) -> None:
    found = {(r.lemma, r.form, r.negative) for r in morph.readings(word, "kk") if r.pos == "VERB"}
    assert (lemma, form, negative) in found
    assert best(word).lemma == lemma


def test_an_ambiguous_word_keeps_both_readings() -> None:
    found = {(r.pos, r.lemma) for r in morph.readings("бөлінді", "kk")}
    assert {("VERB", "бөлін"), ("NOUN", "бөлін")} <= found


def test_the_case_of_a_participle_is_kept() -> None:
    reading = best("берілгенін")
    assert (reading.form, reading.case, reading.possessive) == ("part", "acc", True)


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "case"),
    [
        ("60-тан", "60", "NUM", "abl"),
        ("346-сы", "346", "NUM", "nom"),
        ("53 000-нан", "53 000", "NUM", "abl"),
        ("65-ші", "65", "ORD", "nom"),
        ("%-ға", "%", "SYM", "dat"),
        ("-нің", "", "SUFFIX", "gen"),
        ("«", "«", "PUNCT", ""),
        ("екеуіне", "екеу", "NUM", "dat"),
    ],
)
def test_figures_and_signs(word: str, lemma: str, pos: str, case: str) -> None:
    assert (best(word).lemma, best(word).pos, best(word).case) == (lemma, pos, case)


@pytest.mark.parametrize("word", ["а", "қ", "ьь", "xyz", "—", "ыы", "Ё", "''", "5-қ"])
def test_every_word_has_a_reading(word: str) -> None:
    assert morph.readings(word, "kk")
    assert morph.readings(word, "ru")


@pytest.mark.parametrize(
    ("text", "whole", "bare"),
    [
        ("қалалық емхананың", "қалалық емхана", "қалалық емхана"),
        ("облыстық қан орталығына", "облыстық қан орталығы", "облыстық қан орталық"),
        ("балалар ауруханасында", "балалар ауруханасы", "балалар аурухана"),
        ("санитарлық автокөліктері", "санитарлық автокөліктері", "санитарлық автокөлік"),
        ("Талас ауданындағы", "Талас ауданы", "Талас аудан"),
        ("«Шипа» ЖШС-нің", "«Шипа» ЖШС", "«Шипа» ЖШС"),
        ("«Шипа»-ның", "«Шипа»", "«Шипа»"),
        ("Орталығының", "Орталығы", "Орталық"),
        ("ЕМХАНАНЫҢ", "ЕМХАНА", "ЕМХАНА"),
        ("жабдықтар", "жабдықтар", "жабдық"),
    ],
)
def test_nominative(text: str, whole: str, bare: str) -> None:
    assert phrase(text) == whole
    assert phrase(text, bare=True) == bare


def test_the_singular_keeps_the_possessive() -> None:
    assert phrase("медициналық нысандарын", singular=True) == "медициналық нысаны"
    assert phrase("орталықтарынан", singular=True) == "орталығы"


@pytest.mark.parametrize(
    ("text", "nominative"),
    [
        ("новой городской поликлиники Костанайской области", "новая городская поликлиника Костанайской области"),
        ("Областному центру крови", "Областной центр крови"),
        ("детской больницей", "детская больница"),
        ("сельских амбулаторий", "сельские амбулатории"),
        ("ТОО «Центр сердца»", "ТОО «Центр сердца»"),
    ],
)
def test_russian_nominative(text: str, nominative: str) -> None:
    assert phrase(text, "ru") == nominative


def test_russian_singular() -> None:
    assert phrase("новые поликлиники", "ru", singular=True) == "новая поликлиника"


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("построена", "построить", "perf"),
        ("откроется", "открыться", "fut"),
        ("строится", "строиться", "pres"),
        ("выделили", "выделить", "past"),
        ("строить", "строить", "inf"),
        ("строящийся", "строиться", "part"),
    ],
)
def test_russian_verbs(word: str, lemma: str, form: str) -> None:
    assert (best(word, "ru").lemma, best(word, "ru").form) == (lemma, form)


def test_russian_case() -> None:
    assert (best("больнице", "ru").lemma, best("областью", "ru").case) == ("больница", "ins")
