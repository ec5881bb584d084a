"""Kazakh words: every legal way to take the endings off, the likeliest one first.

The endings stand in ``lexicon/suffixes.tsv``; ``endings`` takes them off;
this module ranks what it finds by the lists of nouns, verbs and adjectives.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.model import Reading
from kzhealthkg.morph.endings import HARD, VERBAL, VOWELS, Chain, Ending, chains, verbal

_HAVING = lexicon.words("morph.kk", "having")
_KEEPS_G = lexicon.words("morph.kk", "keeps_g")
_CAPITAL = 0.3
_HOPELESS = -4.9
_OWNED = lexicon.words("morph.kk", "owned")
_RELATIONAL = lexicon.words("morph.kk", "relational")
_LEARNED = lexicon.words("morph.kk", "learned")
_PATRONYMIC = lexicon.words("morph.kk", "patronymic")


@cache
def _list(name: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in lexicon.table(name))


@cache
def _oblique() -> dict[str, str]:
    return {row["oblique"]: row["lemma"] for row in lexicon.table("nouns_kk") if row["oblique"]}


@cache
def _closed() -> dict[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    for row in lexicon.table("closed_kk"):
        reading = Reading(row["lemma"], row["pos"], row["case"], bool(row["plural"]), form=row["verb_form"])
        found[row["form"]] = (*found.get(row["form"], ()), reading)
    return found


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns of the language and those that only the lists of health care hold: неонатолог, прибор, шипажай."""
    rows = ((row, column) for table, column in FIELDS for row in lexicon.table(table) if row["language"] == "kk")
    special = (word for word in (row[column] for row, column in rows) if len(word) > SHORT and " " not in word)
    verbs = _list("verbs_kk", "stem")
    return _list("nouns_kk", "lemma") | {word for word in special if word[-1] not in "ыіу" and word not in verbs}


def is_noun(lemma: str) -> bool:
    """Say whether a noun is listed."""
    return lemma in _nouns()


FIELDS = (("facility_heads", "head"), ("items", "lemma"), ("services", "lemma"), ("professions", "lemma"))
"""The lists of health care that hold nouns, and their columns."""
SHORT = 3


def analyse(word: str, capital: bool) -> tuple[Reading, ...]:
    """Return the readings of a lower-cased word without hyphens to a figure; never empty."""
    closed = _closed().get(word, ())
    scored = [(100.0 - n, reading) for n, reading in enumerate(closed)]
    scored += _bare(word, capital)
    for chain in chains(word):
        scored += _verb(chain, capital) if verbal(chain) else _nominal(chain, capital)
    scored.sort(key=lambda pair: (-pair[0], pair[1].lemma, repr(pair[1])))
    found = dict.fromkeys(reading for score, reading in scored if score > _HOPELESS or score == scored[0][0])
    return tuple(reading for reading in found if not _is_noun_of_action(reading, found))


def _is_noun_of_action(reading: Reading, found: Iterable[Reading]) -> bool:
    """Енгізуді is the accusative of енгізу, no past of a verb енгізу-, where its stem is a verb."""
    past = reading.form in ("past", "perf") and reading.lemma.endswith("у")
    return past and any(other.form == "inf" and other.lemma == reading.lemma[:-1] for other in found)


@cache
def numerals() -> frozenset[str]:
    """Return the Kazakh numerals of the lexicon in the nominative."""
    return frozenset(row["form"] for row in lexicon.table("numerals") if row["language"] == "kk")


def _bare(word: str, capital: bool) -> list[tuple[float, Reading]]:
    if word in numerals():
        return [(12.0, Reading(word, "NUM", "nom"))]
    if capital and word.endswith(_PATRONYMIC):
        return [(12.0, Reading(word, "PROPN", "nom"))]
    score = _stem_score(word) + (_CAPITAL if capital else 0.0)
    noun, adjective = Reading(word, "NOUN", "nom"), Reading(word, "ADJ", "nom")
    found = [(score, noun)]
    if word in _list("adjectives_kk", "lemma") or word.endswith(_LEARNED):
        found = [(12.0, adjective)]
    elif word.endswith(_RELATIONAL):
        found.append((score - 0.1, adjective))
    elif word.endswith(_HAVING) and word[-3] in VOWELS + "рйлзж":
        found.append((9.0 if word[:-2] in _nouns() else 0.8, adjective))
    if word in _list("verbs_kk", "stem"):
        found.append((-2.0, Reading(word, "VERB", form="imper")))
    return found


def _stem_score(stem: str) -> float:
    """Return how likely a stem is a noun or an adjective: listed ones far above what only could be spoken."""
    if stem in _nouns() or stem in numerals() or stem.endswith(_PATRONYMIC):
        return 11.0
    if stem in _list("adjectives_kk", "lemma"):
        return 9.0
    if "-" in stem and (stem.rpartition("-")[2] in _nouns()):
        return 10.0
    if not plausible(stem):
        return -4.0
    # Few nouns end in ы or і; a word that seems to is mostly a possessive.
    if stem.endswith(_OWNED):
        return -1.0  # сапасыздығын, салғырттығын
    return -1.0 if stem[-1] in "ыі" else 0.5 if stem.endswith(_RELATIONAL) else 0.0


def plausible(stem: str) -> bool:
    """Return whether a Kazakh word could be this: a vowel, three letters, an end that can be spoken."""
    if len(stem) < 3 or not any(letter in VOWELS for letter in stem):
        return False
    if stem[-1] == "ғ" or not any(letter in VOWELS for letter in stem[-3:]):
        return False
    return stem[-1] in VOWELS or stem[-2] in VOWELS or stem[-1] in "ьъ" or stem[-2:] in _list("clusters", "cluster")


def _stems(chain: Chain) -> tuple[str, ...]:
    """The stem as it stands and with what a vowel ending changed in it, the likelier one first."""
    stem = chain.stem
    if not chain.endings[-1].vowel or stem[-1] not in HARD:
        return (_oblique()[stem], stem) if stem in _oblique() else (stem,)
    hard = stem[:-1] + HARD[stem[-1]]
    return (stem, hard) if stem.endswith(_KEEPS_G) else (hard, stem)


def _nominal(chain: Chain, capital: bool) -> list[tuple[float, Reading]]:
    slots = {ending.slot: ending for ending in chain.endings}
    weight = sum(ending.weight for ending in chain.endings) * (0.8 if capital else 1.0)
    found = []
    for rank, stem in enumerate(_stems(chain)):
        score = _stem_score(stem)
        # On a listed stem every ending costs a little; on any other it must speak for itself.
        score += -0.2 * len(chain.endings) + weight * 0.05 if score > 5 else weight - 1.0
        if capital and score < 5 and chain.endings[0].slot.startswith("poss"):
            score -= 2.0
        if score < 5 and stem[-1] == "ш":
            score -= 1.2  # a doer of something: жұмысшы, сайлаушы
        found.append((score - 1.5 * rank, _nominal_reading(stem, slots)))
    return found


def _nominal_reading(stem: str, slots: dict[str, Ending]) -> Reading:
    case = slots.get("case") or slots.get("pcase")
    person = slots.get("poss3") or slots.get("poss12")
    locative = "locadj" in slots
    return Reading(
        stem,
        "NUM" if stem in numerals() else "NOUN",
        "loc" if locative and not case else case.feature if case else "nom",
        "plural" in slots,
        person is not None,
        person=person.feature if person else "",
        locative_adjective=locative,
    )


def _verb(chain: Chain, capital: bool) -> list[tuple[float, Reading]]:
    base = next(ending for ending in chain.endings if ending.slot in VERBAL)
    weight = sum(ending.weight for ending in chain.endings)
    found = []
    for stem in _verb_stems(chain, base):
        if stem in _list("verbs_kk", "stem"):
            score = 10.5 + 0.05 * weight
        elif is_verb(stem):
            score = 4.0 + 2 * weight - (4.0 if capital else 0.0)
        elif plausible(stem):
            score = weight - 2.5 - capital
        else:
            continue
        found.append((score, _verb_reading(stem, chain, base)))
    return found


def _verb_stems(chain: Chain, base: Ending) -> tuple[str, ...]:
    stem = chain.stem
    vowel = chain.endings[-1].vowel
    options = [stem]
    if vowel and stem[-1] in HARD:
        options.append(stem[:-1] + HARD[stem[-1]])
    if base.slot == "inf":
        options += [stem + "ы", stem + "і"]
    listed = tuple(option for option in options if is_verb(option))
    return listed or (stem,)


def _verb_reading(stem: str, chain: Chain, base: Ending) -> Reading:
    slots = {ending.slot: ending for ending in chain.endings}
    case, plural, locative = slots.get("case") or slots.get("pcase"), "plural" in slots, "locadj" in slots
    owner = slots.get("poss3") or slots.get("poss12")
    person = owner or slots.get("person")
    nominal = bool(case or locative or plural or owner)
    form = _verb_form(base, nominal, "person" in slots)
    return Reading(
        stem,
        "VERB",
        case.feature if case else "loc" if locative else "nom" if nominal or form == "inf" else "",
        plural,
        owner is not None,
        form,
        any(ending.negative for ending in chain.endings),
        person.feature if person else "",
        locative,
    )


def _verb_form(base: Ending, nominal: bool, personal: bool) -> str:
    """Return the form of a verb: салған with a noun's endings is a participle, барады a present tense."""
    if nominal and base.feature == "perf":
        return "part"
    return "pres" if personal and base.slot == "conva" else base.feature


@cache
def _makers(origin: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in lexicon.table("voices") if row["from"] == origin)


@cache
def is_verb(stem: str) -> bool:
    """Return whether a stem is listed, or a listed one in another voice, or a noun made a verb with -ла."""
    if stem in _list("verbs_kk", "stem"):
        return True
    if len(stem) < 4:
        return False
    if stem.endswith(_makers("noun")) and stem[:-2] in _nouns():
        return True
    return any(stem.endswith(voice) and is_verb(stem[: -len(voice)]) for voice in _makers("verb"))


@lru_cache(maxsize=20_000)
def uncased(word: str, reading: Reading) -> str:
    """Return a word as written without the case ending that ``reading`` sees in it."""
    low = word.lower()
    for chain in chains(low):
        outer = chain.endings[0]
        if outer.slot in ("case", "pcase", "locadj") and _agrees(chain, reading):
            return word[: -outer.size]
    return word


def _agrees(chain: Chain, reading: Reading) -> bool:
    slots = {ending.slot for ending in chain.endings}
    same = reading.plural == ("plural" in slots) and reading.possessive == bool(slots & {"poss3", "poss12"})
    return same and verbal(chain) == (reading.pos == "VERB") and (verbal(chain) or reading.lemma in _stems(chain))
