"""The words of a measure with a fragment in the place of its own: материнская, от инсульта, гепатитом, в сёлах."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative, readings

CAUSES = frozenset(lexicon.words("extract.figures.fragments", "causes"))
PLACING = frozenset(lexicon.words("extract.figures.fragments", "placing"))
ADJECTIVAL = lexicon.words("extract.figures.fragments", "adjectival")
INSTRUMENTAL = lexicon.words("extract.figures.fragments", "instrumental")
OBLIQUE = lexicon.words("extract.figures.fragments", "oblique")
PLURAL = lexicon.words("extract.figures.fragments", "plural")
OF_ILLNESS = frozenset(lexicon.words("extract.figures.fragments", "of_illness"))
TOLD_OF = lexicon.words("extract.figures.fragments", "told_of")
SEVERAL = lexicon.words("extract.figures.fragments", "several")
LONGEST = 4
"""Words in the longest fragment that stands for another measure."""


def put_in(clause: Clause, first: int, last: int, words: list[str]) -> str:
    """Return the words of a measure with those of a fragment in the place of what they replace."""
    fragment = clause.sentence.tokens[first:last]
    if len(fragment) == 1 and fragment[0].best.pos == "ADJ":
        return replaced(words, fragment[0].norm)
    whole = next((i for i in range(first, last) if clause.sentence.tokens[i].best.pos != "ADJ"), first)
    cases = [{r.case for r in t.readings} for t in fragment]
    named = {"nom", "acc"} & cases[whole - first]
    sized = "size" in measures.sorts(clause, whole) and len(fragment) > 1  # число осложнений
    if ("rate" in measures.sorts(clause, whole) or sized) and named:
        return nominative(fragment, "ru")
    if words[0].endswith(PLURAL) and fragment[0].norm not in PLACING | IN_OR_ON:
        return clause.text(first, last) if named else ""  # онкологические заболевания – 40 %, болезни почек – 10 %
    if fragment[0].norm in PLACING | IN_OR_ON:
        return " ".join([*_specific(words, fragment[0].norm), *(t.norm for t in fragment)])
    said = cases[whole - first]
    if "ins" in said and "gen" not in said:
        return _of_another_illness(words, fragment)
    if "dat" in said and "gen" not in said:
        return _to_others(words, fragment)
    return _of_another(words, fragment) if all("gen" in c for c in cases) else ""


def _of_another(words: list[str], fragment: tuple[Token, ...]) -> str:
    """Показатель смертности от рака, инсульта; дефицит врачей, медсестёр: another genitive for the one said first."""
    if _of_people(words):
        return _of_another_thing(words, fragment)
    cause = next((i + (w == "по") for i, w in enumerate(words) if w in CAUSES), None)
    head = next((i for i, w in enumerate(words) if not w.endswith(ADJECTIVAL)), len(words))
    kept = head if cause is None else cause
    return " ".join([*words[: kept + 1], *(t.norm for t in fragment)]) if len(words) > kept + 1 else ""


def _to_others(words: list[str], fragment: tuple[Token, ...]) -> str:
    """Зарплата врачам, медсёстрам: others to whom the same is paid, in the place of those named first."""
    first = next((i for i, w in enumerate(words) if i and "dat" in {r.case for r in readings(w, "ru")}), 0)
    same = first and all("dat" in {r.case for r in readings(w, "ru")} for w in words[first:])
    return " ".join([*words[:first], *(t.norm for t in fragment)]) if same else ""


def _specific(words: list[str], preposition: str) -> list[str]:
    """Общая смертность, от рака: what is of one cause is not overall, nor of the cause said first."""
    alike = next((group for group in (CAUSES, IN_OR_ON) if preposition in group), {preposition})
    words = words[: next((i for i, w in enumerate(words) if w in alike), len(words))]
    overall = preposition == "от" and words[:1] and words[0].lower().startswith("общ") and len(words) > 1
    return words[1:] if overall else words


def _of_another_illness(words: list[str], fragment: tuple[Token, ...]) -> str:
    """Заболеваемость туберкулёзом, сахарным диабетом: another illness in the place of the one named first."""
    alone = len(words) == 1 and words[0].lower() in OF_ILLNESS
    at = next((i for i, w in enumerate(words) if i and w.lower().endswith(INSTRUMENTAL)), int(alone))
    return " ".join([*words[:at], *(t.text if t.text.isupper() else t.norm for t in fragment)]) if at else ""


def replaced(words: list[str], adjective: str) -> str:
    """Младенческая смертность, материнская: the adjective with the same ending gives way."""
    several = adjective.endswith(PLURAL)  # сердечно-сосудистые, онкологические
    same = [i for i, w in enumerate(words) if w[-2:].lower() == adjective[-2:] or (several and w.endswith(PLURAL))]
    if not same and words and words[0].lower().endswith(ADJECTIVAL) and adjective.endswith(OBLIQUE):
        same, adjective = [0], f"{adjective[:-2]}{words[0][-2:]}"  # материнская смертность, младенческой
    return " ".join([*words[: same[0]], adjective, *words[same[0] + 1 :]]) if same else ""


def _of_people(words: list[str]) -> bool:
    """Нуждающиеся в пересадке почки люди: say whether a measure counts people of whom a participle tells something."""
    return len(words) > 2 and words[0].endswith(TOLD_OF) and words[-1].endswith(SEVERAL)


def _of_another_thing(words: list[str], fragment: tuple[Token, ...]) -> str:
    """Return the measure with another noun of the same case behind its participle, "" where no noun is of that case."""
    if len(fragment) != 1 or any(w.endswith(TOLD_OF) for w in words[1:-2]):
        return ""
    cases = {r.case for r in readings(words[-2], "ru") if r.pos == "NOUN"}
    alike = cases & {r.case for r in fragment[0].readings if r.pos == "NOUN"} & {"gen", "ins"}
    return " ".join([*words[:-2], fragment[0].norm, words[-1]]) if alike else ""
