"""What those counted take, or to whom something is given, where it stands before their number: бауырды 40 адам күтуде."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.model import Mention

NEAR = 4
"""Words between what is taken and the number of those who take it, at most."""
PAID = frozenset({"people", "staff"})
TREATED = frozenset({"people"})
GIVEN = ("ам", "ям", "ым", "им")


def taken(clause: Clause, number: Mention, head: int) -> str:
    """Бауырды облыста 40 адам күтуде: return the object in the accusative, with a blank behind; "" for nothing."""
    tokens = clause.sentence.tokens
    if clause.language != "kk" or not is_case(tokens[head], "nom"):
        return ""
    for at in range(number.first - 1, max(clause.first, number.first - 1 - NEAR) - 1, -1):
        if tokens[at].text == "," or tokens[at].best.form in ("past", "pres", "conv"):
            return ""
        if tokens[at].best.case == "acc" and (tokens[at].best.pos == "NOUN" or "inf" in tokens[at].forms):
            first = measures.span(clause, at)[0]
            named = clause.mentions("place", "date", "person", "number", first=first, last=at + 1)
            return "" if named else f"{opening(clause.text(first, at + 1), first)} "
    return ""


def given_to(clause: Clause, before: int, groups: frozenset[str]) -> str:
    """Детям проведено 40 операций, врачам повысили зарплату: to whom, with a blank behind; "" where nobody is named."""
    tokens = clause.sentence.tokens
    if clause.language != "ru":
        return ""
    for at in range(before - 1, clause.first - 1, -1):
        if tokens[at].text[0].isdigit() or tokens[at].text == ",":
            return ""
        dative = tokens[at].norm.endswith(GIVEN) and is_case(tokens[at], "dat")
        if not dative or not measures.sorts(clause, at) & groups:
            continue
        first, last = measures.span(clause, at)
        last = next((i for i in range(at + 1, last) if "size" in measures.sorts(clause, i)), last)
        governed = first > clause.first and tokens[first - 1].best.pos == "ADP"
        named = clause.mentions("place", "date", "person", "number", first=first, last=last)
        return "" if governed or named or last > before else f"{opening(clause.text(first, last), first)} "
    return ""


def in_places(clause: Clause, before: int) -> str:
    """В сельской местности проведено 40 операций: in what sort of places, with a blank behind; "" where none is told."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or PLACES.isdisjoint(clause.words):
        return ""
    for at in range(clause.first + 1, before):
        if tokens[at].norm not in PLACES or clause.mentions("place", first=at, last=at + 1):
            continue
        first = at - 1 - (tokens[at - 1].best.pos == "ADJ")
        if first >= clause.first and tokens[first].norm in IN_OR_ON | BEYOND:
            last = _whole_area(clause, at + 1)
            return f"{opening(clause.text(first, last), first)} " if last else ""
    return ""


def _whole_area(clause: Clause, at: int) -> int:
    """В регионах [страны]: return where the words for places end; 0 where what owns them is no area without a name."""
    tokens = clause.sentence.tokens
    owned = at < clause.last and is_case(tokens[at], "gen") and tokens[at].best.pos in ("NOUN", "PROPN")
    if not owned:
        return at
    area = is_lemma(tokens[at], *area_words("ru")) and not clause.mentions("place", first=at, last=at + 1)
    return at + 1 if area else 0


BEYOND = frozenset(lexicon.words("extract.figures.fronted", "beyond"))
PLACES = frozenset(lexicon.words("extract.figures.fronted", "places"))
