"""The endings of Kazakh words: what stands in ``lexicon/suffixes.tsv``, and where it may be cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kzhealthkg import lexicon

BACK, FRONT = "аоұыяё", "әеөүіэ"
VOWELS = BACK + FRONT + "ую" + "и"
_CLASSES = {"V": "аоұыяёәеөүіэ", "R": "рйуию", "L": "л", "N": "мнң", "Z": "зж", "T": "птксшщчцхфһбвгғқд"}
_CLASS = {letter: name for name, letters in _CLASSES.items() for letter in letters}
_VARIANTS = {"A": "ае", "I": "ыі", "G": "ғг", "K": "қк"}
HARD = {"б": "п", "г": "к", "ғ": "қ"}
"""The last letter of a stem before a vowel, and the one that it stands for."""
_SOFT = {hard: soft for soft, hard in HARD.items()}
_TAKING_FRONT = lexicon.words("morph.endings", "taking_front")
_ANY_HARMONY = frozenset(lexicon.words("morph.endings", "any_harmony"))
_NEUTRAL = lexicon.words("morph.endings", "neutral")
VERBAL = frozenset({"inf", "perf", "part", "past", "pres", "prog", "conv", "conva", "intent", "fut", "cond", "imper"})
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Ending:
    """One surface ending of the table."""

    slot: str
    back: bool | None
    after: str
    inner: frozenset[str]
    feature: str
    restore: str
    negative: bool
    weight: float
    vowel: bool
    size: int


@dataclass(frozen=True, slots=True)
class Chain:
    """A stem and the endings behind it, outermost first."""

    stem: str
    endings: tuple[Ending, ...]


@cache
def endings() -> dict[str, tuple[Ending, ...]]:
    """Return the endings of the table by their surface forms."""
    found: dict[str, list[Ending]] = {}
    for row in lexicon.table("suffixes"):
        for back in (True, False):
            form = "".join(_VARIANTS[c][0 if back else 1] if c in _VARIANTS else c for c in row["form"])
            harmony = back if form != row["form"] else _own_harmony(row["form"])
            restore = _VARIANTS[row["restore"]][0 if back else 1] if row["restore"] in _VARIANTS else row["restore"]
            ending = Ending(
                row["slot"], harmony, row["after"], frozenset(row["inner"].split()), row["feature"],
                restore, bool(row["negative"]), float(row["weight"]), form[0] in VOWELS, len(form),
            )  # fmt: skip
            if ending not in found.setdefault(form, []):
                found[form].append(ending)
    return {form: tuple(rows) for form, rows in found.items()}


def _own_harmony(form: str) -> bool | None:
    """Return True for an ending with back vowels, None for one that follows any stem."""
    return None if form in _ANY_HARMONY else True


def harmony(text: str) -> bool | None:
    """Return True for back vowels, False for front ones, None where the last vowel does not tell."""
    if text.endswith(_NEUTRAL) or text in _softened():
        return None
    for letter in reversed(text):
        if letter in BACK:
            return True
        if letter in FRONT:
            return False
        if letter in "июь":
            return None
    return None


@cache
def _softened() -> frozenset[str]:
    """Return the stems whose soft sign drops out: госпиталь has госпиталі, медаль медалі."""
    rows = lexicon.table("nouns_kk")
    return frozenset(row["oblique"] for row in rows if row["oblique"] and row["lemma"].endswith("ь"))


def chains(word: str) -> Iterator[Chain]:
    """Yield every legal chain of at least one ending that a lower-cased word can be taken apart into."""
    table = endings()
    for size in range(1, min(_LONGEST, len(word) - 2) + 1):
        rest = word[:-size]
        for ending in table.get(word[-size:], ()):
            if _fits(rest, ending):
                yield from _inside(rest, ending)


def _inside(rest: str, ending: Ending) -> Iterator[Chain]:
    if ending.inner & {"S", "B"}:
        yield Chain(rest + ending.restore, (ending,))
    if ending.inner - {"S", "B"}:
        for chain in chains(rest):
            if chain.endings[0].slot in ending.inner:
                yield Chain(chain.stem, (ending, *chain.endings))


def _fits(rest: str, ending: Ending) -> bool:
    last = rest[-2] if rest[-1] in "ьъ" and len(rest) > 1 else rest[-1]
    if ending.after and _CLASS.get(last, "T") not in ending.after:
        return False
    if ending.back is None:
        return True
    found = harmony(rest)
    return found is None or found == ending.back


def verbal(chain: Chain) -> bool:
    """Return whether the stem of the chain is a verb's."""
    return any(ending.slot in VERBAL for ending in chain.endings)


def _is_front(noun: str) -> bool:
    """Пункт, пульт: a borrowed word of a back vowel that takes front endings all the same."""
    said = harmony(noun)
    return noun.endswith(_TAKING_FRONT) or said is False or (said is None and any(c in FRONT for c in noun))


def possessive(lemma: str) -> str:
    """Return a noun with the possessive of the third person, "орталық" → "орталығы"."""
    front = _is_front(lemma)
    if lemma[-1] in _CLASSES["V"]:
        return lemma + ("сі" if front else "сы")
    soft = _SOFT.get(lemma[-1], lemma[-1])
    return lemma[:-1] + soft + ("і" if front else "ы")


def inflected(noun: str, case: str, *, owned: bool = False) -> str:
    """Return a noun in a case: қызылша → қызылшамен, диабеті → диабетіне; an ``owned`` one ends in a possessive."""
    front = _is_front(noun)
    inner, last = ("poss3" if owned else "S"), _CLASS.get(noun[-1], "")
    rows = (r for r in lexicon.table("suffixes") if r["slot"] in ("case", "pcase") and r["feature"] == case)
    form = next((r["form"] for r in rows if last and last in r["after"] and inner in r["inner"].split()), "")
    return noun + "".join(_VARIANTS[c][front] if c in _VARIANTS else c for c in form)
