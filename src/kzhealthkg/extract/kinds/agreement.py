"""Agreement: parties sign, make, reach or plan a memorandum, contract, roadmap or agreement."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract import roles
from kzhealthkg.extract.accords import aims, fields, points_back, prospects
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.parties import FORM, bodies_of, parties, signatories
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative

LEFT, RIGHT = 5, 7
QUOTED = 4
"""Tokens of the longest name in quotation marks that opens a topic, the marks included."""
ADDING = frozenset(lexicon.words("kinds.agreement", "adding"))
SPLITS = frozenset(lexicon.words("kinds.agreement", "splits"))


@cache
def _words(name: str, language: str) -> dict[str, str]:
    rows = lexicon.table("agreements")
    return {r["word"]: r["agreementType"] for r in rows if r["group"] == name and r["language"] == language}


def agreement(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the agreements that one clause tells of."""
    drafts: list[Draft] = []
    for hit in hits("agreement", clause):
        if hit.frame.options.get("each"):
            drafts += prospects(hit, memory)
            continue
        noun, kind = _noun(hit)
        if kind and not drafts:
            drafts += _draft(hit, noun, kind, memory)
    return drafts


def _noun(hit: Hit) -> tuple[int, str]:
    """Return where the agreement's noun stands and its type; the verb itself where it says so alone."""
    tokens, types = hit.clause.sentence.tokens, _words("type", hit.clause.language)
    left = [i for i in range(hit.first - 1, hit.clause.first - 1, -1) if hit.first - i <= LEFT or _signed(hit, i)]
    right = range(hit.last, _topic_ru(hit)) if hit.clause.language == "ru" else ()
    for at in (*left, *right):
        said = tokens[at].words
        kind = "" if types.keys().isdisjoint(said) else next(t for word, t in types.items() if word in said)
        if kind and not (kind == "roadmap" and not _is_roadmap(tokens, at)):
            return at, kind
    return (hit.first, "agreement") if hit.frame.options.get("own") and _agrees(hit) else (hit.first, "")


def _signed(hit: Hit, at: int) -> bool:
    """Меморандумға X пен Y қол қойды: what is signed may stand in the dative before those who sign it."""
    tokens = hit.clause.sentence.tokens
    return hit.clause.language == "kk" and hit.last - hit.first > 1 and tokens[at].best.case == "dat"


def _topic_ru(hit: Hit) -> int:
    """Return where a Russian agreement's noun must have stood: before what it is about."""
    end = min(hit.clause.last, hit.last + RIGHT)
    about = _words("about", "ru")
    return next((i for i in range(hit.last, end) if hit.clause.sentence.tokens[i].norm in about), end)


def _is_roadmap(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 0 and is_lemma(tokens[at - 1], "жол", "дорожный")


def _agrees(hit: Hit) -> bool:
    """-уға келісті, туралы келісті: what is agreed on stands right before."""
    if hit.clause.language == "ru":
        return not points_back(hit.clause)
    before = hit.clause.sentence.tokens[hit.first - 1] if hit.first else None
    action = before is not None and any(r.form == "inf" and r.case == "dat" for r in before.readings)
    return action or (before is not None and before.norm in _words("about", "kk"))


def _draft(hit: Hit, noun: int, kind: str, memory: Memory) -> list[Draft]:
    clause = hit.clause
    said = status(_until_comma(hit, noun), hit.last - 1)
    if not said:
        return []
    tokens = clause.sentence.tokens
    draft = Draft(
        "Agreement",
        {"agreementType": kind},
        tokens[min(noun, hit.first)].start,
        tokens[hit.last - 1].end,
        hit.frame.name,
    )
    edge = _parties(draft, hit, memory)
    topics = _topics(hit, noun, edge)
    draft.say("topics", topics or aims(clause, memory))
    draft.say("status", said)
    if not {"parties", "topics", "signatories"} & set(draft.slots):
        return []
    last = clause.last if clause.language == "ru" else hit.last
    draft.cover(tokens[clause.first].start, tokens[last - 1].end)
    _where(draft, clause, memory)
    return [_without_term(roles.finish(draft, clause, memory), clause)]


def _without_term(draft: Draft, clause: Clause) -> Draft:
    """Соглашение на 2024–2028 годы: years that it is made for are not when it was made."""
    tokens = clause.sentence.tokens
    for mention in clause.mentions("date"):
        made_for = clause.language == "ru" and mention.first > 0 and tokens[mention.first - 1].norm == "на"
        if made_for and "/" in mention.value.edtf and draft.slots.get("date") == mention.value.edtf:
            draft.slots.pop("date")
    return draft


def _until_comma(hit: Hit, noun: int) -> Clause:
    """Заключён меморандум, в планах …: what stands behind the comma has a time of its own."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    behind = range(max(hit.last, noun + 1), clause.last)
    end = next((i for i in behind if tokens[i].text == ","), clause.last)
    return replace(clause, last=end) if clause.language == "ru" else clause


def _parties(draft: Draft, hit: Hit, memory: Memory) -> int:
    """Fill parties and signatories; return the token where the last of them ends, so that topics begin there."""
    people = signatories(hit, memory)
    found = parties(hit, people, memory)
    names = bodies_of(people) + [p.name for p in found]
    draft.say("signatories", [a.person.name for a in people] if len(people) > 1 or names else [])
    draft.say("parties", _with_known(_distinct(names), memory))
    tokens = hit.clause.sentence.tokens
    ends = [p.last for p in found if p.last <= hit.first]
    ends += [
        next((i for i, t in enumerate(tokens) if t.start >= a.end), 0)
        for a in people
        if a.end <= tokens[hit.first].start
    ]
    return max(ends, default=hit.clause.first)


def _distinct(names: list[str]) -> list[str]:
    """Return names without those that another gives with a legal form: «Тау», ТОО «Тау»."""
    unique = list(dict.fromkeys(names))
    return [n for n in unique if not any(o != n and _same(_bare(o), _bare(n)) and len(o) > len(n) for o in unique)]


OWNER = re.compile(r"[ндт][ыі]ң $")


def _same(longer: str, name: str) -> bool:
    """Кореяның «Жарық» орталығы, «Жарық» орталығы: one body, told with its country and without."""
    return longer == name or (longer.endswith(name) and bool(OWNER.search(longer.removesuffix(name))))


def _bare(name: str) -> str:
    return re.sub(r"[«»\s]+", " ", FORM.sub("", name)).strip().lower()


def _with_known(names: list[str], memory: Memory) -> list[str]:
    """A partner alone agrees with the party that the article's agreement before named first."""
    latest = next((d for d in reversed(memory.drafts) if d.kind == "Agreement" and d.slots.get("parties")), None)
    if len(names) != 1 or latest is None or names[0] in latest.slots["parties"]:
        return names
    return [latest.slots["parties"][0], *names]


def _where(draft: Draft, clause: Clause, memory: Memory) -> None:
    named = [m for m in clause.mentions("place") if m.case in ("loc", "seat") and m.value.level != "country"]
    roles.place(draft, named[0].value if named else None)
    regions = {m.value.region for m in clause.mentions("organization") if m.value.region}
    told = memory.main_region in ("", *regions)  # the university of another place does not move the agreement there
    if len(regions) == 1 and told and "region" not in draft.slots:
        draft.say("region", regions.pop())


# What it is about ------------------------------------------------------------------------------------


def _topics(hit: Hit, noun: int, edge: int) -> list[str]:
    clause = hit.clause
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        part = _about_ru(clause, max(noun, hit.last - 1) + 1 if noun > hit.first else noun + 1)
        part = part or (fields(hit) if hit.frame.options.get("own") else ())
    else:
        part = _about_kk(hit, noun, edge)
    texts = [_text(piece, clause.language) for piece in _pieces(part, tokens)]
    return [t for t in texts if t and not t.isupper() and not _empty(t, clause.language)]


def _about_kk(hit: Hit, noun: int, edge: int) -> tuple[Token, ...]:
    """The words between the parties and "туралы", or before a dative action noun (-уға келісті)."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    known = {*_words("about", "kk"), *_words("field", "kk")}
    at = next((i for i in range(noun - 1, clause.first, -1) if tokens[i].norm in known), None)
    at = _before_action(hit, noun) if at is None else at
    if at is None or any(m.last == at for m in clause.mentions("place")):  # X қаласы бойынша: where, not what
        return ()
    along = [m.last for m in clause.mentions("facility", "organization", last=at) if m.case == "ins"]
    along += [
        m.last
        for m in clause.mentions("facility", "organization", last=at)
        if m.case in ("nom", "") and m.last < at and "»" in m.value.name and not tokens[m.last].best.possessive
    ]
    along += [i + 1 for i in range(clause.first, at) if at == noun and tokens[i].best.case == "ins"]
    first = max(edge if edge < at else 0, clause.first, *along)
    opening = [i for i in range(first, at) if tokens[i].norm in _words("opening", "kk")]
    start = opening[-1] + 1 if opening else first
    while start < at and tokens[start].norm in ADDED:
        start += 1
    return tokens[start:at]


def _before_action(hit: Hit, noun: int) -> int | None:
    """… салуға келісімшарт, …-уға келісті: a dative action noun right before says what is agreed on."""
    before = hit.clause.sentence.tokens[noun - 1 : noun] if noun > hit.clause.first else ()
    action = any(r.form == "inf" and r.case == "dat" for t in before for r in t.readings)
    return noun if noun == hit.first or action else None


ADDED = frozenset(lexicon.words("kinds.agreement", "added"))


def _about_ru(clause: Clause, first: int) -> tuple[Token, ...]:
    """Return the words behind "о"; what a preposition adds to a member of the list is left out."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(first, min(clause.last, first + 8)) if tokens[i].norm in _words("about", "ru")), None)
    if at is None:
        return ()
    kept: list[Token] = []
    case, inside = ("dat" if tokens[at].norm == "по" else "loc"), True
    for i in range(at + 1, clause.last):
        if tokens[i].norm in SPLITS and not inside and _resumes(clause, i + 1, case):
            inside = True
        elif tokens[i].norm in ADDING:
            inside = False
        if inside:
            kept.append(tokens[i])
    return tuple(kept)


def _resumes(clause: Clause, at: int, case: str) -> bool:
    """Say whether the next member of the list begins here: its noun stands in the case of the list."""
    following = clause.sentence.tokens[at : min(clause.last, at + 3)]
    noun = next((t for t in following if t.best.pos == "NOUN"), None)
    return noun is not None and any(r.case == case for r in noun.readings) and noun.best.case == case


def _pieces(part: tuple[Token, ...], tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Split a list of topics where a noun or action noun ends each member; adjectives of one noun stay together."""
    paired = any(t.norm in ("мен", "пен", "бен") for t in part[:2])
    if paired and (part[0] is tokens[0] or part[0].norm in ("мен", "пен", "бен")):
        return []  # a party that is not known stands here as well
    found, first = [], 0
    for i, token in enumerate(part):
        ends = token.norm in SPLITS and i > first and part[i - 1].best.pos != "ADJ"
        if ends or token.norm in _words("field", "kk"):
            found.append(part[first:i])
            first = i + 1
    found.append(part[first:])
    return [p for p in found if p and (p[0].text[0].isalnum() or _names_one(p))]


def _names_one(piece: tuple[Token, ...]) -> bool:
    """«Б» корпусын жөндеу: a short name in quotation marks opens a topic that goes on behind it."""
    closing = next((i for i, t in enumerate(piece[:QUOTED]) if t.text in "»”"), 0)
    return piece[0].text in "«“" and 0 < closing < len(piece) - 1


def _text(piece: tuple[Token, ...], language: str) -> str:
    return nominative(piece, language).strip(" ,–—-")


def _empty(text: str, language: str) -> bool:
    """Ынтымақтастық туралы меморандум: that they work together is no topic."""
    bare = [w for w in text.lower().split() if w not in ("өзара", "стратегиялық", "екіжақты", "и", "взаимном")]
    return len(bare) <= 1 and bool(bare) and any(bare[0].startswith(word[:8]) for word in _words("empty", language))
