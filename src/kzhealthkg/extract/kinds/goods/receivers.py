"""Who gets what is bought or delivered: facilities, and places of a list."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.memory import FOREIGN
from kzhealthkg.extract.kinds.goods.receivers_ru import listed_ru
from kzhealthkg.model import Mention

RECEIVING = frozenset({"dat", "loc"})
TO = frozenset(lexicon.words("kinds.goods.receivers", "to"))
NO_RECEIVER = frozenset(lexicon.words("kinds.goods.receivers", "no_receiver"))


def receivers(clause: Clause, hit: Hit) -> list[Mention]:
    """Return the facilities that get something: in the dative, as the owner of алды, behind в or для."""
    found = clause.mentions("facility")
    if clause.language == "ru":
        marked = [m for m in found if _receives_ru(clause, m, hit)]
        return listed_ru(clause, marked, found) if marked else _buyer(clause, hit)
    marked = [m for m in found if (m.case in RECEIVING or _meant(clause, m)) and not _has_share(clause, m)]
    marked = marked or [m for m in found if _part_gets(clause, m, RECEIVING)]
    if not marked and hit.frame.options.get("receiver") == "subject":
        marked = [m for m in found if m.last <= hit.first and (m.case == "nom" or _part_gets(clause, m, SUBJECT))]
    if not marked:
        return _buyer(clause, hit)
    return events.listed([m for m in found if m.last <= marked[-1].last], clause)


def _part_gets(clause: Clause, mention: Mention, cases: frozenset[str]) -> bool:
    """Аурухананың хирургия бөлімшесіне ангиограф орнатылды: what a department gets its hospital has got."""
    if mention.case != "gen" or mention.value.plural:
        return False
    behind = clause.sentence.tokens[mention.last : min(clause.last, mention.last + PART_REACH)]
    part = next((t for t in behind if t.best.possessive and is_lemma(t, *PARTS)), None)
    return part is not None and (part.best.case or "nom") in cases


SUBJECT = frozenset({"nom"})
PARTS = lexicon.words("kinds.goods.receivers", "parts")
PART_REACH = 5
"""Words from a hospital to its department, at most: аурухананың қан тамырлары хирургиясы бөлімшесі."""


def _buyer(clause: Clause, hit: Hit) -> list[Mention]:
    """Облыстық аурухана томограф сатып алды, больница закупила томограф: who buys gets it, where nobody else is named."""
    verb, plain = hit.verb.best, bool(hit.frame.options.get("buying"))
    kazakh = clause.language == "kk"
    active = is_lemma(hit.verb, "ал", "алу") if kazakh else verb.form in TELLING and not verb.lemma.endswith("ся")
    if not (plain and active) or verb.negative:
        return []
    found = [m for m in clause.mentions("facility", last=hit.first) if m.case == "nom" and m.value.name]
    return [m for m in found[:1] if not m.value.plural and _opens(clause, m)]


TELLING = frozenset({"past", "pres", "fut", "inf"})


def _opens(clause: Clause, subject: Mention) -> bool:
    """Say whether nothing but a time or a place stands in a clause before its subject."""
    told = {i for m in clause.mentions("date", "place", last=subject.first) for i in range(m.first, m.last)}
    ahead = (
        t for i, t in enumerate(clause.sentence.tokens[clause.first : subject.first], clause.first) if i not in told
    )
    return all(t.best.pos in ("ADP", "ADV", "CCONJ", "PUNCT", "PART") for t in ahead)


def _meant(clause: Clause, mention: Mention) -> bool:
    """Аурухана үшін жабдық сатып алынды: whom a thing is bought for gets it."""
    return any(t.norm in FOR for t in clause.sentence.tokens[mention.last : mention.last + 1])


FOR = frozenset(lexicon.words("kinds.goods.receivers", "for"))


def _has_share(clause: Clause, mention: Mention) -> bool:
    """8-і A ауруханасына, қалған 6 аппарат B-ға: who gets a share gets nothing else."""
    before = clause.sentence.tokens[mention.first - 1].best if mention.first else None
    return before is not None and before.pos == "NUM" and before.possessive


def _receives_ru(clause: Clause, mention: Mention, hit: Hit) -> bool:
    tokens = clause.sentence.tokens
    before = tokens[mention.first - 1].norm if mention.first else ""
    if before in TO:
        return True
    if hit.frame.options.get("receiver") == "subject" and (mention.last <= hit.first or _subject_behind(hit, mention)):
        return True
    return "dat" in {r.case for r in tokens[mention.first].readings} and before not in NO_RECEIVER


def _subject_behind(hit: Hit, mention: Mention) -> bool:
    """Томограф получила X больница: a named house in the nominative right behind a verb that agrees with it."""
    told = hit.verb.best.form in ("past", "pres", "fut") and mention.first == hit.last
    return told and mention.case == "nom" and bool(mention.value.name)


def behind_dash(hit: Hit) -> bool:
    """Куплены A, B и два C – для больниц X и Y: receivers behind a dash get only what stands right before it."""
    found, tokens = receivers(hit.clause, hit), hit.clause.sentence.tokens
    return (
        hit.clause.language == "ru"
        and bool(found)
        and any(t.text in "–—" for t in tokens[found[0].first - 2 : found[0].first])
    )


def of_several(clause: Clause, found: list[Mention]) -> list[Mention]:
    """A, B, C аудандарының ауруханаларына: the places whose facilities, not told by name, get a thing."""
    if len(found) != 1 or not found[0].value.plural or found[0].value.name:
        return []
    group = events.listed(clause.mentions("place", last=found[0].first), clause)
    return group if group and group[-1].last == found[0].first and group[-1].case in LYING else []


LYING = frozenset({"locadj", "gen"})


def place_list(clause: Clause) -> list[Mention]:
    """Return the places of a list that says where things went: in the dative, or behind Russian в."""
    found = [m for m in clause.mentions("place") if m.value.level not in FOREIGN]
    members = events.listed(found, clause)
    if not members:
        return []
    if _of_towns(clause, members):
        return members
    if clause.language == "ru":
        before = clause.sentence.tokens[members[0].first - 1].norm if members[0].first else ""
        return members if before in IN else []
    return members if members[-1].case in RECEIVING else []


def _of_towns(clause: Clause, members: list[Mention]) -> bool:
    """Үш қалада (A, B, C), в трёх городах – A, B и C: a list in brackets, or behind a dash, of the towns counted right before it."""
    tokens, at = clause.sentence.tokens, members[0].first - 1
    if at - 1 <= clause.first or tokens[at].text not in OPENING or not is_lemma(tokens[at - 1], *TOWNS):
        return False
    if clause.language != "ru":
        return tokens[at - 1].best.case in RECEIVING
    near = {t.norm for t in tokens[max(clause.first, at - REACH) : at - 1]}
    return not near.isdisjoint(IN)


REACH = 4
"""Words from a Russian preposition to the towns that it governs, at most: в трёх крупных городах."""
OPENING = frozenset("(–—-")
TOWNS = lexicon.words("kinds.goods.receivers", "towns")
