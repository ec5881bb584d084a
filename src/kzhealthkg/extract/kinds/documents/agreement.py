"""Agreement: parties sign, make, reach or plan a memorandum, contract, roadmap or agreement."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits, standing
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measures import sorts
from kzhealthkg.extract.kinds.documents.accords import aims, each_partner, points_back, prospects
from kzhealthkg.extract.kinds.documents.agreement_topics import agreement_words, topics_of
from kzhealthkg.extract.kinds.documents.evident import one_sided, only_describes, sure_signers
from kzhealthkg.extract.kinds.documents.in_force import in_force
from kzhealthkg.extract.kinds.documents.next_topics import covered
from kzhealthkg.extract.kinds.documents.other_bodies import of_others
from kzhealthkg.extract.kinds.documents.parties import BETWEEN, parties
from kzhealthkg.extract.kinds.documents.party_names import distinct
from kzhealthkg.extract.kinds.documents.sides import Party, both_told
from kzhealthkg.extract.kinds.documents.signers import signatories
from kzhealthkg.extract.kinds.documents.undecided import bodies, comments, of_other_sector, only_ours, with_unnamed
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import replace

LEFT, RIGHT, FAR = 5, 7, 12
SIGNING = lexicon.words("kinds.documents.agreement", "signing")
SIDES = lexicon.words("kinds.documents.agreement", "sides")
OF_CARE = frozenset(lexicon.words("kinds.documents.agreement", "of_care"))
CONSENTING = lexicon.words("kinds.documents.agreement", "consenting")
ROADS = lexicon.words("kinds.documents.agreement", "roads")


def agreement(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the agreements that one clause tells of."""
    drafts: list[Draft] = []
    for hit in hits("agreement", clause) if _may_tell(clause, memory) and not comments(clause) else ():
        if hit.frame.options.get("each"):
            drafts += prospects(hit, memory)
            continue
        noun, kind = _noun(hit)
        if kind and (_background(hit, noun) or _only_told_to(hit) or not in_force(hit, noun)):
            continue
        if kind and only_describes(hit, noun):
            continue
        if kind and not drafts:
            drafts += [d for whole in _draft(hit, noun, kind, memory) for d in each_partner(whole, hit, memory)]
        elif not drafts:
            drafts += _signed_now(hit, memory)
    return [draft for draft in drafts if not of_others(draft, clause)]


def _may_tell(clause: Clause, memory: Memory) -> bool:
    """Say whether a clause's sentence names an agreement, or a cue of it needs none, or one has been told of."""
    if memory.told_any("Agreement") or not agreement_words("type", clause.language).keys().isdisjoint(
        clause.sentence.words
    ):
        return True
    return standing("agreement", clause, lambda frame: bool(frame.options.get("own") or frame.options.get("each")))


def _background(hit: Hit, noun: int) -> bool:
    """В рамках соглашения, подписанного между A и B: what something else is done under is not told as made."""
    before = hit.clause.sentence.tokens[max(0, noun - UNDER_REACH) : noun]
    described = hit.clause.language == "ru" and hit.verb.best.form == "part" and bool(hit.verb.best.case)
    return described and any(t.norm in UNDER for t in before)


def _only_told_to(hit: Hit) -> bool:
    """Больнице предписывалось заключить договор, шарт жасасу тапсырылды: what somebody is told to sign is not signed."""
    return "inf" in hit.verb.forms and hit.clause.says(*TOLD_TO)


TOLD_TO = lexicon.words("kinds.documents.agreement", "told_to")
UNDER = frozenset(lexicon.words("kinds.documents.agreement", "under"))
UNDER_REACH = 3


def _signed_now(hit: Hit, memory: Memory) -> list[Draft]:
    """Құжатқа X пен Y қол қойды: those who sign the agreement that the article has just told of."""
    latest = memory.last_draft("Agreement", within=NEXT, sentence=hit.clause.index)
    if latest is None or "signatories" in latest.slots or hit.clause.words.isdisjoint(DOCUMENTS):
        return []
    said = [d for d in _draft(hit, hit.first, latest.slots["agreementType"], memory) if "signatories" in d.slots]
    for draft in said:
        if set(latest.slots.get("parties", ())) < set(draft.slots.get("parties", ())):
            latest.slots["parties"] = draft.slots["parties"]
        for slot in ("parties", "topics", "status", "place", "region", "date"):
            draft.slots.pop(slot, None)
            draft.say(slot, latest.slots.get(slot))
    return said


NEXT = 3
DOCUMENTS = frozenset(lexicon.words("kinds.documents.agreement", "documents"))


def _noun(hit: Hit) -> tuple[int, str]:
    """Return where the agreement's noun stands and its type; the verb itself where it says so alone."""
    tokens, types = hit.clause.sentence.tokens, agreement_words("type", hit.clause.language)
    for at in () if types.keys().isdisjoint(hit.clause.sentence.words) else _may_be_noun(hit, types.keys()):
        said = tokens[at].words
        kind = "" if types.keys().isdisjoint(said) else next(t for word, t in types.items() if word in said)
        other = (kind == "roadmap" and not _is_roadmap(tokens, at)) or (at > 0 and tokens[at - 1].norm in OF_CARE)
        if kind and not other and not _given(hit, at):
            return at, kind
    own = hit.frame.options.get("own") and types.keys().isdisjoint(tokens[hit.first].words)
    alone = own and _agrees(hit) and not _consents(hit)
    return (hit.first, "agreement" if alone else "")


def _may_be_noun(hit: Hit, known: Set[str]) -> Iterator[int]:
    """Yield the tokens that may be the agreement's noun: those before a cue from right to left, its own, and in Russian those behind."""
    tokens = hit.clause.sentence.tokens
    before = [i for i in range(hit.first - 1, hit.clause.first - 1, -1) if not known.isdisjoint(tokens[i].words)]
    yield from [i for i in before if hit.first - i <= LEFT or _signed(hit, i)]
    yield from range(hit.first + 1, hit.last - 1)
    yield from range(hit.last, _topic_ru(hit)) if hit.clause.language == "ru" else ()


def _consents(hit: Hit) -> bool:
    """Науқас ота жасатуға келісті: somebody lets it be done to himself or his child; no parties agree."""
    tokens = hit.clause.sentence.tokens
    bare = (
        i for i in range(hit.clause.first, hit.first) if tokens[i].best.case == "nom" and tokens[i].best.pos == "NOUN"
    )
    people = (i for i in bare if "people" in sorts(hit.clause, i) or is_lemma(tokens[i], *CONSENTING))
    return any(not tokens[i + 1].best.possessive for i in people)


def _given(hit: Hit, at: int) -> bool:
    """Ағза беру туралы келісім берген туыстар …: a participle right behind the noun governs it, the cue does not."""
    after = hit.clause.sentence.tokens[at + 1] if at + 1 < hit.first else None
    return hit.clause.language == "kk" and after is not None and after.best.pos == "VERB" and "perf" in forms(after)


def _signed(hit: Hit, at: int) -> bool:
    """Меморандумға X пен Y қол қойды, шарт X-мен биыл жасалды, меморандум о … подписали: far before the verb."""
    tokens = hit.clause.sentence.tokens
    if hit.clause.language == "ru":
        return at - hit.clause.first <= 1 and tokens[at].best.case in ("nom", "acc")
    with_ = any(m.first == at + 1 and m.case == "ins" for m in hit.clause.mentions("organization", "facility"))
    with_ = with_ or (tokens[at].best.case == "nom" and any(t.norm in BETWEEN for t in tokens[at + 1 : hit.first]))
    return hit.clause.language == "kk" and (with_ or (hit.last - hit.first > 1 and tokens[at].best.case == "dat"))


def _topic_ru(hit: Hit) -> int:
    """Return where a Russian agreement's noun must have stood: before what it is about."""
    bodies = hit.clause.mentions("organization", "facility", first=hit.last, last=min(hit.clause.last, hit.last + FAR))
    end = min(hit.clause.last, hit.last + RIGHT + max((m.last - m.first for m in bodies[:1]), default=0))
    about = agreement_words("about", "ru")
    return next((i for i in range(hit.last, end) if hit.clause.sentence.tokens[i].norm in about), end)


def _is_roadmap(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 0 and is_lemma(tokens[at - 1], *ROADS)


def _agrees(hit: Hit) -> bool:
    """-уға келісті, туралы келісті: what is agreed on stands right before."""
    if hit.clause.language == "ru":
        return not points_back(hit.clause)
    before = hit.clause.sentence.tokens[hit.first - 1] if hit.first else None
    action = before is not None and any(r.form == "inf" and r.case == "dat" for r in before.readings)
    return action or (before is not None and before.norm in agreement_words("about", "kk"))


def _draft(hit: Hit, noun: int, kind: str, memory: Memory) -> list[Draft]:
    clause = hit.clause
    said = "underway" if hit.frame.options.get("holds") else status(_until_comma(hit, noun), hit.last - 1)
    if not said or _with_many(hit):
        return []
    tokens = clause.sentence.tokens
    start, end = tokens[min(noun, hit.first)].start, tokens[hit.last - 1].end
    draft = Draft("Agreement", {"agreementType": kind}, start, end, hit.frame.name)
    edge = _parties(draft, hit, memory)
    topics = topics_of(hit, noun, edge)
    draft.say("topics", topics or aims(clause, memory) or covered(clause.index, memory))
    draft.say("status", said)
    if "parties" not in draft.slots:
        draft.say("parties", [] if with_unnamed(clause) else both_told(hit, memory))
    sides = {"parties", "signatories"} & set(draft.slots)
    if hit.frame.options.get("own") and "parties" not in draft.slots and clause.mentions("money"):
        return []  # компания M бөлуге келісті: who promises money alone agrees with nobody
    if only_ours(hit, draft) or of_other_sector(clause, draft) or one_sided(hit, noun, draft):
        return []
    adopted = kind == "roadmap" and not sides and hit.last - hit.first == 1 and not clause.says(*SIDES)
    if not (sides or "topics" in draft.slots) or adopted or (hit.frame.options.get("holds") and not _two(draft)):
        return []  # a roadmap that is only adopted is a Policy
    last = clause.last if clause.language == "ru" else hit.last
    draft.cover(tokens[clause.first].start, tokens[last - 1].end)
    _where(draft, clause, memory)
    return [_without_term(roles.finish(draft, clause, memory), clause)]


def _two(draft: Draft) -> bool:
    return len(draft.slots.get("parties", ())) > 1


def _with_many(hit: Hit) -> bool:
    """Договоры заключены с 96 клиниками: how many have agreed is no agreement of parties."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    after = tokens[hit.last : hit.last + 1]
    counted = any(m.first == hit.last + 1 and m.value.value > MANY for m in clause.mentions("number"))
    return clause.language == "ru" and counted and any(t.norm in WITH for t in after)


MANY = 5
"""Parties that an agreement still names one by one, at most."""


def _without_term(draft: Draft, clause: Clause) -> Draft:
    """Соглашение на 2024–2028 годы: years that it is made for are not when it was made."""
    tokens = clause.sentence.tokens
    for mention in clause.mentions("date"):
        if clause.language == "kk" and tokens[mention.last - 1].norm.endswith(UNTIL):  # 2026 жылға дейінгі әріптестік
            draft.slots.pop("due", None)
        made_for = clause.language == "ru" and mention.first > 0 and tokens[mention.first - 1].norm == "на"
        if made_for and "/" in mention.value.edtf and draft.slots.get("date") == mention.value.edtf:
            draft.slots.pop("date")
    return draft


UNTIL = lexicon.words("kinds.documents.agreement", "until")


def _until_comma(hit: Hit, noun: int) -> Clause:
    """Заключён меморандум, в планах …: what stands behind the comma has a time of its own."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    behind = range(max(hit.last, noun + 1), clause.last)
    end = next((i for i in behind if tokens[i].text == ","), clause.last)
    return replace(clause, last=end) if clause.language == "ru" else clause


def _parties(draft: Draft, hit: Hit, memory: Memory) -> int:
    """Fill parties and signatories; return the token where the last of them ends, so that topics begin there."""
    people = sure_signers(hit, signatories(hit, memory), memory)
    found = parties(hit, people, memory)
    unnamed = with_unnamed(hit.clause)
    found, people = ([], []) if unnamed else (found, people)
    names = bodies(hit, people) + [p.name for p in found]
    pointed = not hit.clause.words.isdisjoint(DOCUMENTS)  # құжатқа орталық атынан директор X қол қойды
    signed = pointed or is_lemma(hit.verb, *SIGNING) or hit.clause.says(*SIGNING)  # меморандумға әкім X қол қойды
    draft.say("signatories", [a.person.name for a in people] if len(people) > 1 or names or signed else [])
    draft.say("parties", _with_known(distinct(names), hit, memory, alone=not people and _only_with(hit, found)))
    tokens = hit.clause.sentence.tokens
    ends = [p.last for p in found if p.last <= hit.first]
    ends += [
        next((i for i, t in enumerate(tokens) if t.start >= a.end), 0)
        for a in people
        if a.end <= tokens[hit.first].start
    ]
    return max(ends, default=hit.clause.first)


def _only_with(hit: Hit, found: list[Party]) -> bool:
    """Меморандумы заключены с A и B: partners that a preposition opens behind the verb, and no side before it."""
    first = found[0].first if found else 0
    behind = hit.clause.language == "ru" and first >= hit.last
    return behind and hit.clause.sentence.tokens[first - 1].norm in WITH


BESIDE = 3
"""Sentences back to the agreement whose first party partners alone agree with, at most."""


def _with_known(names: list[str], hit: Hit, memory: Memory, *, alone: bool) -> list[str]:
    """Partners alone agree with the party that the article's agreement before named first."""
    told = (d for d in reversed(memory.drafts) if d.kind == "Agreement" and d.slots.get("parties"))
    latest = next((d for d in told if hit.clause.index - d.sentence <= BESIDE), None)
    if latest is None or not names or latest.slots["parties"][0] in names or not (len(names) == 1 or alone):
        return names
    if names[0] in latest.slots["parties"]:
        return names
    return [latest.slots["parties"][0], *names]


def _where(draft: Draft, clause: Clause, memory: Memory) -> None:
    named = [m for m in clause.mentions("place") if m.case in ("loc", "seat") and m.value.level != "country"]
    say_place(draft, named[0].value if named else None)
    regions = {m.value.region for m in clause.mentions("organization") if m.value.region}
    told = memory.main_region in ("", *regions)  # the university of another place does not move the agreement there
    if len(regions) == 1 and told and "region" not in draft.slots:
        draft.say("region", regions.pop())
