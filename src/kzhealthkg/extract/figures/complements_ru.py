"""What goes with a Russian predicate that counts people: of what they are watched, what they live with."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import JOINING
from kzhealthkg.extract.clause.prepositions import IN_OR_ON, WITH
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import forms_ru
from kzhealthkg.text.quotation import DASHES

OF = WITH | frozenset(lexicon.words("extract.figures.complements_ru", "of"))
LINKS = frozenset(lexicon.words("extract.figures.complements_ru", "links"))
OPENING = frozenset(lexicon.words("extract.figures.complements_ru", "opening"))
ADVERBS = frozenset(lexicon.words("extract.figures.complements_ru", "adverbs"))
NAMING = ("place", "date", "number", "percent", "facility", "person")
LONGEST = 8
"""Words in the longest complement."""


def behind(clause: Clause, at: int) -> str:
    """На учёте по туберкулёзу, под наблюдением с астмой: return the complement that begins at token ``at``, else ""."""
    tokens = clause.sentence.tokens
    if at + 1 >= clause.last or tokens[at].norm not in OF:
        return ""
    head = next((i for i in range(at + 1, clause.last) if tokens[i].best.pos != "ADJ"), at + 1)
    last = min(measures.span(clause, head)[1], at + LONGEST)
    fits = _tells_illness(clause, at + 1, last) and not clause.mentions(*NAMING, first=at, last=last)
    return measures.text(clause, at, last) if fits else ""


def with_illness(clause: Clause, number: Mention, measure: str) -> str:
    """1140 человек, живущих с ВИЧ: return a measure with the participle behind its noun that tells an illness."""
    tokens = clause.sentence.tokens
    comma = next((i for i in range(number.last, min(clause.last, number.last + 4)) if tokens[i].text == ","), None)
    if comma is None or comma + 2 >= clause.last or not _describes(clause, comma + 1):
        return measure
    last = next((i for i in range(comma + 2, clause.last) if tokens[i].text in ",;.:("), clause.last)
    said = _tells_illness(clause, comma + 2, last) and last - comma <= LONGEST
    if not said or clause.mentions(*NAMING, first=comma, last=last):
        return measure
    return f"{measure}, {forms_ru.plural([tokens[comma + 1].norm], 0)[0]} {clause.text(comma + 2, last)}"


def _tells_illness(clause: Clause, first: int, last: int) -> bool:
    return measures.of_health(clause, first, last) or any(
        "finding" in measures.sorts(clause, i) for i in range(first, last)
    )


def _describes(clause: Clause, at: int) -> bool:
    readings = clause.sentence.tokens[at].readings
    return any(r.form == "part" and r.case == "gen" and r.plural for r in readings)


def of_member(clause: Clause, number: Mention, first: int, last: int) -> str:
    """…, против коклюша – 4 тысячи; …, второй этап – 86: return a complement as a member of a list words it."""
    own = _own_words(clause, number)
    behind = own is not None and own[0] >= last
    return _swapped(clause, (first, last), own) if own and behind else clause.text(first, last)


def _swapped(clause: Clause, said: tuple[int, int], own: tuple[int, int]) -> str:
    """Return a complement with a member's own words in the place of its like: a preposition, a noun, a case."""
    tokens, words = clause.sentence.tokens, clause.text(*own)
    alike = next((i for i in range(*said) if tokens[i].norm == tokens[own[0]].norm), None)
    if tokens[own[0]].best.pos == "ADP":
        return f"{clause.text(said[0], alike)} {words}".strip() if alike is not None else clause.text(*said)
    if all(t.best.pos in ("ADJ", "ORD") for t in tokens[own[0] : own[1]]) and said[1] - said[0] > own[1] - own[0]:
        same = _cases(tokens[said[0]]) & _cases(tokens[own[0]])  # первый компонент вакцины, второй – 7 тысяч
        return f"{words} {clause.text(said[0] + 1, said[1])}" if same else clause.text(*said)
    if tokens[own[0]].norm in ADVERBS:
        return words  # в стационарах лечатся 200, амбулаторно – 1700
    noun = next((i for i in range(*said) if tokens[i].norm == tokens[own[1] - 1].norm), None)
    if noun is not None:
        return f"{words} {clause.text(noun + 1, said[1])}".strip()
    return words if _cases(tokens[own[0]]) & _cases(tokens[said[0]]) & OBJECT else clause.text(*said)


OBJECT = frozenset({"acc", "ins"})
PLAIN = frozenset({"NOUN", "ADJ", "ADP", "PROPN", "X", "CCONJ", "CONJ"})


def _cases(token: Token) -> set[str]:
    return {r.case for r in token.readings if r.pos in ("NOUN", "ADJ")}


def _own_words(clause: Clause, number: Mention) -> tuple[int, int] | None:
    """Return what stands between the opening of a list's member and its number, where it neither names nor counts."""
    tokens, last = clause.sentence.tokens, number.first
    last -= last > clause.first and tokens[last - 1].text in DASHES
    opened = (i + 1 for i in range(last - 1, clause.first, -1) if tokens[i].norm in OPENING)
    joined = (i + 1 for i in range(last - 1, clause.first, -1) if tokens[i].norm in JOINING)
    first = next(opened, next(joined, last))
    first += first < last and tokens[first].norm in LINKS
    plain = all(t.best.pos in PLAIN for t in tokens[first:last]) or (
        last - first == 1 and tokens[first].norm in ADVERBS
    )
    told = 0 < last - first <= LONGEST and not clause.mentions(*NAMING, first=first, last=last)
    return (first, last) if told and plain else None


def object_of(hit: Hit, number: Mention) -> tuple[int, int] | None:
    """45 % доноров сдают кровь: return the object right behind a verb that no frame lists, where it is told of people."""
    clause, tokens, at = hit.clause, hit.clause.sentence.tokens, hit.last
    if hit.frame.options.get("held"):
        return _held(hit, number)
    if not hit.frame.options.get("participle") or at >= clause.last or number.first > at:
        return None
    plain = tokens[at].best.pos == "NOUN" and any(r.case == "acc" for r in tokens[at].readings)
    return (at, measures.span(clause, at)[1]) if plain and not clause.mentions("place", "date", first=at) else None


def _held(hit: Hit, number: Mention) -> tuple[int, int] | None:
    """Имеют высшую категорию, высшую категорию имеют: return the words for what people have, None for a right or a chance."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    first, last = hit.last, number.first if number.first >= hit.last else clause.last
    head = next((i for i in range(first, last) if tokens[i].best.pos != "ADJ"), last)
    if head == last:  # behind the verb stand those who have it
        first, last = clause.first, hit.first
        head = next((i for i in range(first, last) if tokens[i].best.pos not in ("ADJ", "ADV")), last)
    if head == last or not _is_had(tokens[first : head + 1]):
        return None
    end = min(measures.span(clause, head)[1], last)
    end = next((i for i in range(head + 1, end) if tokens[i].norm in IN_OR_ON), end)  # степень [в институте]
    return (
        None if clause.mentions("place", "date", "number", "percent", "money", first=first, last=end) else (first, end)
    )


def _is_had(words: tuple[Token, ...]) -> bool:
    """Высшую категорию: say whether adjectives and their noun may stand in the accusative and name a thing that is had."""
    object_ = all(any(r.case in ("acc", "gen") for r in t.readings) for t in words)
    return object_ and words[-1].best.pos == "NOUN" and NOT_HELD.isdisjoint(words[-1].words)


NOT_HELD = frozenset(lexicon.words("extract.figures.complements_ru", "not_held"))
