"""What a Kazakh verb of visiting governs."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import coordinated
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.kinds.visit.stops_ru import ORDER
from kzhealthkg.model import Mention

BASES = lexicon.words("kinds.visit.stops_kk", "bases")
UNITS = lexicon.words("kinds.visit.stops_kk", "units")
CENTRE = "-centre"
"""Ending of the types of centres, which a hospital may have inside."""
NEAR = 2


def governed(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Return those of the mentions that a Kazakh verb governs: by their case, or by the case of the noun they own."""
    clause = hit.clause
    left = [m for m in found if m.last <= hit.first]
    fitting = [m for m in left if _case_fits(hit, m)]
    if not fitting:
        return _nominative(hit, left)
    host = next((m for m in left if m.last <= fitting[-1].first and _hosts(clause, m)), None)
    members = [host] if host else coordinated(clause, left, fitting[-1])
    return list(dict.fromkeys(_owner(clause, left, m) for m in members))


def _owner(clause: Clause, left: list[Mention], unit: Mention) -> Mention:
    """X ауруханасының орталығын, Y амбулаториясын аралады: of a unit the facility that owns it, else itself."""
    return next((m for m in left if m.last <= unit.first and _owns(clause, m, unit)), unit)


def _nominative(hit: Hit, left: list[Mention]) -> list[Mention]:
    """Алғашқы бағыт — X болды: the stop is named, not gone to."""
    words = hit.frame.options.get("stop", ())
    if not left or hit.clause.sentence.words.isdisjoint(words):
        return []
    before = hit.clause.sentence.tokens[: left[-1].first]
    listed = any(is_lemma(t, *words) for t in before) and any(t.norm in ORDER for t in before)
    return [m for m in left[-1:] if listed and m.case in ("nom", "gen", "")]


def _hosts(clause: Clause, mention: Mention) -> bool:
    """… орталығының жанынан ашылған …: who visits what is inside a facility visits the facility."""
    following = clause.sentence.tokens[mention.last : mention.last + 1]
    return mention.type == "facility" and any(t.norm.startswith(BASES) for t in following)


def names_unit(clause: Clause, mention: Mention) -> bool:
    """Перзентхана бөлімі, лаборатория бөлмесі: a bare kind of facility before a unit tells what sort of unit it is."""
    following = clause.sentence.tokens[mention.last : mention.last + 1]
    unit = any(is_lemma(t, *UNITS) and t.best.possessive for t in following)
    return clause.language == "kk" and unit and mention.case in ("nom", "") and not mention.value.name


def _owns(clause: Clause, mention: Mention, unit: Mention) -> bool:
    """X ауруханасының жаңа стационарын аралады: who visits a unit of a facility visits the facility."""
    tokens = clause.sentence.tokens
    inner = is_lemma(tokens[unit.last - 1], *UNITS) or (unit.type == "facility" and unit.value.type.endswith(CENTRE))
    if mention.type != "facility" or mention.case != "gen" or not inner:
        return False
    return not clause.mentions("place", first=mention.last, last=unit.last) and not any(
        t.text == "," or "conv" in forms(t) for t in tokens[mention.last : unit.first]
    )


def _case_fits(hit: Hit, mention: Mention) -> bool:
    """The mention, or the noun it owns (құрылысымен, ғимаратын), stands in a case of the frame."""
    cases = hit.frame.options["cases"]
    between = hit.clause.sentence.tokens[mention.last : hit.first]
    if hit.frame.options.get("near") and len(between) > NEAR:
        return False
    own = {m.case for m in hit.clause.mentions("facility", "organization", "place") if m.last == mention.last}
    if hit.frame.options.get("presence") and not between and own & set(cases):
        return True  # амбулаторияның [ашылу рәсімі өтті]
    if hit.clause.sentence.tokens[mention.last - 1].best.locative_adjective:
        own = {"locadj"}
    if own & set(cases) - ({"gen"} if not between and "nom" not in cases else set()) and "gen" not in own:
        return True
    marked = [c for c in cases if c not in ("gen", "nom")] or ["nom"]
    owned = (any(r.case in marked and (r.possessive or "locadj" in own) for r in t.readings[:2]) for t in between)
    at = next((mention.last + i for i, fits in enumerate(owned) if fits), None)
    return at is not None and bool(own & {"nom", "gen", "", "locadj"}) and not _broken(hit.clause, mention, at)


def _broken(clause: Clause, mention: Mention, at: int) -> bool:
    """A name between the mention and the noun it would own means that the mention belongs to the name."""
    return bool(clause.mentions("person", first=mention.last, last=at))
