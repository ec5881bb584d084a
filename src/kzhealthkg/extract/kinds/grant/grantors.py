"""Whose grant it is."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.morph import nominative

GRANT = lexicon.words("kinds.grant.grantors", "grant")
AREAS = lexicon.words("kinds.grant.grantors", "areas")
AREAS_RU = frozenset(lexicon.words("kinds.grant.grantors", "areas_ru"))


def grantor(clause: Clause) -> str:
    """40 облыс әкімі гранты, облыс әкімінің гранты, гранты акима области: whose grant it is."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *GRANT)), None)
    if at is None:
        return ""
    if clause.language == "ru":
        return _grantor_ru(clause, at)
    head = next((i for i in range(at - 1, max(clause.first, at - 3) - 1, -1) if is_lemma(tokens[i], "әкім")), None)
    if head is None:
        return ""
    owner = head - 1 if head > clause.first and is_lemma(tokens[head - 1], *AREAS) else head
    owner -= (
        owner < head and owner > clause.first and tokens[owner].best.possessive and tokens[owner - 1].text.istitle()
    )
    return re.sub(r"(?<=әкім)і$", "" if owner == head else "і", nominative(tokens[owner : head + 1], "kk"))


def _grantor_ru(clause: Clause, at: int) -> str:
    tokens = clause.sentence.tokens
    head = next((i for i in range(at + 1, min(clause.last, at + 3)) if tokens[i].best.lemma == "аким"), None)
    head = _giver(clause, at) if head is None else head
    if head is None:
        return ""
    last = head + 1
    if last + 1 < clause.last and tokens[last].best.lemma.endswith("ский"):
        last += 1  # акима Актюбинской области
    last += last < clause.last and tokens[last].norm in AREAS_RU
    office = next(word for word in reversed(GIVERS) if is_lemma(tokens[head], word))
    return " ".join([office, *([clause.text(head + 1, last)] if last > head + 1 else [])])


def _giver(clause: Clause, at: int) -> int | None:
    """Акимат A области выделил 120 грантов, акиматом выделено 60 грантов: who gives them."""
    tokens = clause.sentence.tokens
    found = [i for i in range(clause.first, at) if is_lemma(tokens[i], *GIVERS)]
    verbs = [t for t in tokens[found[-1] + 1 : at] if t.best.form in ("past", "perf", "fut")] if found else []
    case = "nom" if verbs and verbs[-1].best.form != "perf" else "ins"
    return found[-1] if verbs and case in {r.case for r in tokens[found[-1]].readings} else None


GIVERS = lexicon.words("kinds.grant.grantors", "givers")


def giving_body(hit: Hit) -> str:
    """Министрлік 50 грант бөлді, университет выделил 50 грантов: the body in the nominative that an active verb says gives."""
    clause = hit.clause
    if hit.frame.options.get("holders") or hit.frame.options.get("rise") or not _gives(hit):
        return ""
    named = [m for m in clause.mentions("organization", "facility") if m.case in ("nom", "") and m.value.name]
    own = [m for m in named if not getattr(m.value, "plural", False) and (m.last <= hit.first or m.first == hit.last)]
    wide = max(own, key=lambda m: m.last - m.first, default=None)
    alone = wide is not None and all(wide.first <= m.first and m.last <= wide.last for m in own)
    return str(wide.value.name) if wide is not None and alone else ""


def _gives(hit: Hit) -> bool:
    if hit.clause.language == "ru":
        return hit.verb.best.form in ("past", "fut", "pres") and is_lemma(hit.verb, *GIVING)
    return is_lemma(hit.verb, *GIVING) and hit.verb.best.form in ("past", "perf", "fut", "pres", "prog")


GIVING = lexicon.words("kinds.grant.grantors", "giving")
