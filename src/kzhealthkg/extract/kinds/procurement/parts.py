"""Parts of a total: shares, lines of a list, receivers told without their verb."""

from __future__ import annotations

from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import every_hit
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma
from kzhealthkg.extract.context import events, of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.goods.goods import things
from kzhealthkg.extract.kinds.goods.item_names import item_text
from kzhealthkg.extract.kinds.goods.supplies import SHARE_REACH, Pair, received, whole
from kzhealthkg.model import Mention, Quantity

CARRIED = ("item", "status", "date", "due", "source", "region", "programme")
LIST_REACH = 6
LINE = "procurement-list"
"""The rule of what a line of a list tells."""
SENT = frozenset(lexicon.words("kinds.procurement.parts", "sent"))
ONE_EACH = frozenset(lexicon.words("kinds.procurement.parts", "one_each"))


def shared(clause: Clause, memory: Memory) -> list[Draft]:
    """Оның 25-і A-ға, 15-і B-ға берілді; A — 7: parts of what was said to be bought just before."""
    total = _told_here(clause) or memory.last_draft("Procurement", within=SHARE_REACH, sentence=clause.index)
    if total is None:
        return []
    found = (
        _parts(clause) or _one_each(clause) or (_bare_parts(clause, total) if total.sentence == clause.index else [])
    )
    drafts = [_share(clause, total, number, receiver, memory) for receiver, number in found]
    own = _own_status(clause) if total.sentence != clause.index else ""
    for draft in drafts if own else []:
        draft.slots["status"] = own
    return drafts


def _own_status(clause: Clause) -> str:
    """… 3-еуі берілді. Қалған 7-еуі жеткізіледі: what the clause of the shares itself says."""
    hits = [hit for found in every_hit("procurement", clause) for hit in found]
    return next(filter(None, (events.said(hit) for hit in reversed(hits))), "")


def _told_here(clause: Clause) -> Draft | None:
    """Концентратордың 8-і A-ға, 4-і B-ға берілді: the thing and the verb of the shares, where the clause has both."""
    if clause.language != "kk" or "number" not in clause.named or "procurement" not in clause.cues:
        return None
    shares = of_total.shares(clause)
    item = _owner(clause, shares[0]) if shares else ""
    hits = [found[0] for found in every_hit("procurement", clause)] if item else []
    said = next(filter(None, (events.said(hit) for hit in reversed(hits))), "")
    return Draft("Procurement", {"item": item, "status": said}, 0, 0, "", sentence=clause.index) if said else None


def left_over(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """… 67 машин переданы A, 33 — B: the parts of the same total that the clause tells without its verb."""
    used = set().union(*(d.used for d in drafts))
    found = [(receiver, number) for receiver, number in _bare_parts(clause, drafts[-1]) if number.start not in used]
    found += [(receiver, number) for receiver, number in _dealt(clause) if number.start not in used]
    owned = [] if found else [pair for pair in _parts(clause) if pair[1].start not in used]
    item = _owner(clause, owned[0][1]) if owned else ""
    made = [_part(clause, drafts[-1], number, receiver, memory) for receiver, number in found + (owned if item else [])]
    for draft in made if item else []:
        draft.slots["item"] = item
    return made


def _dealt(clause: Clause) -> list[Pair]:
    """A, B аудандарына 3 көліктен, C ауданына 11, D ауданына 1: receivers with the figure right behind them."""
    tokens, groups, first = clause.sentence.tokens, [], clause.first
    for number in clause.mentions("number") if clause.language == "kk" else []:
        near = [m for m in whole(clause.mentions("facility", "place", first=first)) if m.last <= number.first]
        first = number.last
        members = events.listed(near, clause) if near and near[-1].last == number.first else []
        each = any(t.best.case == "abl" for t in tokens[number.last - 1 : number.last + 1])
        if members and members[-1].case == "dat" and (len(members) == 1 or each):
            groups.append([(m, number) for m in members])
    return [pair for group in groups for pair in group] if len(groups) > 1 else []


def _owner(clause: Clause, share: Mention) -> str:
    """Концентратордың 8-і A-ға, 4-і B-ға: the thing whose shares are told, in the genitive before the first one."""
    items = [p for p in things(clause, last=share.first) if p.last == share.first]
    owned = [p for p in items if clause.sentence.tokens[p.head].best.case == "gen"]
    return item_text(owned[-1]) if owned else ""


def _parts(clause: Clause) -> list[Pair]:
    numbers = [m for m in of_total.shares(clause) if not _of_mass(clause, m)]
    found: list[Pair] = []
    if not numbers:
        return found
    for number, end in zip(numbers, [*(m.first for m in numbers[1:]), clause.last], strict=True):
        near = [m for m in whole(clause.mentions("facility", "place", last=end)) if m.first >= number.last]
        near = [m for m in near if clause.language == "ru" or m.case not in ("nom", "")]  # 18-і – аудандық аурухана
        found += [(m, number) for m in near[:1]]
    return found


def _of_mass(clause: Clause, number: Mention) -> bool:
    """300 литр қанның 210 литрі: a share that is weighed or measured is of no things bought."""
    return any(is_lemma(t, *MASSES) for t in clause.sentence.tokens[number.last : number.last + 1])


MASSES = lexicon.words("kinds.procurement.parts", "masses")


def _one_each(clause: Clause) -> list[Pair]:
    """Один для A, второй для B; бірі A-ға, екіншісі B-ға: one thing for each."""
    tokens = clause.sentence.tokens
    one = Quantity(Decimal(1))
    found: list[Pair] = []
    for receiver in clause.mentions("facility", "place"):
        reach = range(max(clause.first, receiver.first - 3), receiver.first)
        at = next((i for i in reach if tokens[i].norm in ONE_EACH), None)
        if at is not None:
            found.append((receiver, Mention("number", at, at + 1, tokens[at].start, tokens[at].end, one, "nom")))
    return found if len(found) > 1 else []


def _bare_parts(clause: Clause, total: Draft) -> list[Pair]:
    """A — 7, 33 — B: a receiver and a figure with nothing but signs between them, behind a clause that says what."""
    tokens = clause.sentence.tokens
    found = []
    for receiver in whole(clause.mentions("facility", "place")):
        after = [m for m in clause.sentence.mentions if m.type == "number" and m.first >= receiver.last]
        before = [m for m in clause.sentence.mentions if m.type == "number" and m.last <= receiver.first]
        for number, gap in [(m, tokens[receiver.last : m.first]) for m in after[:1]] + [
            (m, tokens[m.last : receiver.first]) for m in before[-1:]
        ]:
            to = clause.language == "ru" and gap and gap[-1].norm in SENT and number.last <= receiver.first
            signs = gap[:-1] if to else gap  # 7 – в A
            if 0 < len(signs) <= 2 and all(t.text in "–—-" for t in signs) and not _of_others(clause, number, total):
                found.append((receiver, number))
                break
    return found


def _of_others(clause: Clause, number: Mention, total: Draft) -> bool:
    """… рентген, а B — 2 ЭКГ-аппарата: the figure counts things of another name than those told."""
    behind = clause.sentence.tokens[number.last : min(number.last + 1, clause.last)]
    named = [t for t in behind if clause.language == "ru" and t.best.pos == "NOUN" and not is_lemma(t, *UNITS)]
    known = {word[:STEM] for word in str(total.slots.get("item", "")).lower().split()}
    return any(t.norm[:STEM] not in known for t in named)


STEM = 4
UNITS = lexicon.words("kinds.procurement.parts", "units")


def _share(clause: Clause, total: Draft, number: Mention, receiver: Mention, memory: Memory) -> Draft:
    """Оның 12-сі A, B және C қалаларына: a share of several receivers is that of none."""
    part = _part(clause, total, number, receiver, memory)
    behind = [m for m in whole(clause.mentions("facility", "place")) if m.first >= number.last]
    sizes = (n for n in range(len(behind), 1, -1) if len(events.listed(behind[:n], clause)) == n)
    if receiver in behind[: next(sizes, 0)] and not _of_each(clause, number):
        part.drop("facility", *LOCATED)
        part.take_over(total, "region")
    return part


def _of_each(clause: Clause, number: Mention) -> bool:
    """2-ден, по 2: the figure is that of each receiver."""
    own = clause.sentence.tokens[max(0, number.first - 1) : number.last]
    return own[-1].best.case == "abl" or own[0].norm == "по"


def _part(clause: Clause, total: Draft, number: Mention, receiver: Mention, memory: Memory) -> Draft:
    draft = Draft("Procurement", {}, number.start, receiver.end, "procurement-share")
    roles.quantity(draft, "count", number)
    received(draft, clause, receiver, memory)
    draft.take_over(total, *CARRIED)
    draft.forget_past()
    draft.cover(number.start, clause.sentence.tokens[clause.last - 1].end)
    draft.sentence = clause.index
    return draft


def listed(clause: Clause, memory: Memory) -> list[Draft]:
    """E – F-на: a line of a list under a total says which thing went where."""
    tokens = clause.sentence.tokens
    total = memory.last_draft("Procurement", within=LIST_REACH, sentence=clause.index)
    if total is None:
        return []
    above = [d for d in memory.recent(LIST_REACH, clause.index) if d.kind == "Procurement" and d.rule != LINE]
    if above and (labelled := _labelled(clause, above[-1], memory)):
        return labelled
    receiver = next((m for m in clause.mentions("facility") if m.case == "dat" or clause.language == "ru"), None)
    bare = clause.first >= 2 and tokens[clause.first - 1].text in "–—-" and receiver is not None
    if receiver is None or not bare or receiver.last != clause.last or receiver.first != clause.first:
        return []
    return _line(clause, total, receiver, memory)


def _labelled(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """• A ауруханасы – рентген; • B-ға маммограф: a line below a total that gives a receiver, then what it got."""
    tokens, above = clause.sentence.tokens, memory.document.sentences[total.sentence].tokens
    if clause.language != "kk" or above[-1].text != ":":
        return []
    inside = whole([m for m in clause.sentence.mentions if m.type in ("facility", "place")])
    label = inside[0] if inside and inside[0].first <= BULLET else None
    if label is None or len(inside) > 1 or any(t.best.form in FINITE for t in tokens):
        return []
    dashed = label.last < len(tokens) and tokens[label.last].text in "–—-:"
    if not (dashed or label.case == "dat") or clause.last <= label.last:
        return []
    items = things(clause, first=label.last)
    return [_got(clause, item, label, total, memory) for item in items]


def _got(clause: Clause, item: Phrase, receiver: Mention, total: Draft, memory: Memory) -> Draft:
    """Return what one receiver of a list got."""
    draft = Draft("Procurement", {}, item.start, item.end, LINE)
    draft.say("item", item_text(item))
    if item.count is not None:
        roles.quantity(draft, "count", item.count)
    received(draft, clause, receiver, memory)
    draft.take_over(total, *CARRIED)
    draft.sentence = clause.index
    return draft


BULLET = 2
"""Signs that may stand before a line's first word."""


def _line(clause: Clause, total: Draft, receiver: Mention, memory: Memory) -> list[Draft]:
    before = Clause(clause.sentence, clause.index, 0, clause.first - 1, clause.language)
    items = [p for p in headed(before, "items") if p.last == before.last]
    return [_got(clause, items[0], receiver, total, memory)] if items else []
