"""The region a statement is about: its nearest place's, else the paragraph's, else the article's."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause import rows
from kzhealthkg.extract.clause.figured_places import figured
from kzhealthkg.extract.clause.groups import is_calling
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.national import national
from kzhealthkg.extract.context.origins import ASIDE, at_large, gone_to, is_origin, part_start
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Sentence
from kzhealthkg.text.division import division_day
from kzhealthkg.text.quotation import DASHES

REGION = lexicon.words("extract.context.regions", "region")


def say_region(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Fill ``region`` from the sentence's nearest place, else the article's main region."""
    if "region" in draft.slots:
        return
    if code := str(draft.slots.get("placeCode", "")):
        draft.say("region", gazetteer.region(code, division_day(memory.document.article)))
        return
    placed = [m for m in clause.sentence.named.get("place", ()) if m.value.region]
    part = part_start(clause.sentence) if placed else inf
    said = [m for m in placed if not _elsewhere(clause.sentence, m, draft) and (m.start < part or draft.start > part)]
    said = [m for m in said if not _of_contrasted(clause, m, draft)]
    if at_large(clause, draft.end):
        return
    inside = [m for m in said if clause.first <= m.first and m.last <= clause.last]
    inside = inside or [m for m in [rows.label(clause)] if m is not None]
    apart = {pair[0].first for pair in figured(clause.whole, 1)} if draft.kind == "Indicator" and said else set()
    earlier = [m for m in said if m.last <= clause.first and m.first not in apart]  # A (54) және B (58), …
    said = [*inside, *earlier]  # 6 врачей, все они учились в Алматы
    if inside or (said and not national(clause)):
        draft.say("region", _only_region(inside or said, clause))
    elif not _beyond_regions(draft, clause, memory):
        before = "" if _ours(clause) or _after_list(clause, memory) else _of_paragraph(clause, memory)
        draft.inherit("region", before or memory.main_region)


def _beyond_regions(draft: Draft, clause: Clause, memory: Memory) -> bool:
    """Say whether a statement is of the whole country, or of what the clause before told."""
    return (
        (draft.kind not in LEARNING and _told_abroad(clause))
        or _of_nation(draft, clause)
        or _too_many(draft, clause)
        or national(clause)
        or (draft.kind == "Indicator" and _of_all_people(clause.sentence))
        or _still_national(clause, memory, measured=draft.kind == "Indicator")
        or _goes_on(clause)
    )


def _elsewhere(sentence: Sentence, mention: Mention, draft: Draft) -> bool:
    """Женщины из Актау направлены на лечение в Астану: where they come from, or are sent to, is not told of."""
    if draft.kind == "Visit" and _of_visitors(sentence, mention):
        return True
    return not ASIDE.isdisjoint(sentence.words) and (is_origin(sentence, mention) or gone_to(sentence, mention))


def _of_contrasted(clause: Clause, place: Mention, draft: Draft) -> bool:
    """34 балаға осында, ал 24 балаға A-да ота жасалды: the place behind a contrast is that of the figure behind it."""
    tokens = clause.sentence.tokens
    if place.start >= draft.end and "," in [t.text for t in tokens[: place.first] if t.start >= draft.end]:
        dashed = place.last < len(tokens) and tokens[place.last].text in DASHES
        near = tokens[place.last + 1 : place.last + 3] if dashed and clause.language == "ru" else ()
        if any(t.text[0].isdigit() or t.best.pos == "NUM" for t in near):
            return True  # в республике – до 75 лет, в A – до 74
        behind = (t.norm for t in tokens[: place.first] if t.start >= draft.end)
        if draft.kind == "Indicator" and not RANKING.isdisjoint(behind):
            return True  # охват – 74 %, самый низкий – в A (52 %)
    if place.start < draft.end or CONTRAST.isdisjoint(clause.words):
        return False
    at = next((i for i in range(clause.first, place.first) if tokens[i].norm in CONTRAST), clause.last)
    apart = at < place.first and draft.end <= tokens[at].start
    return apart and bool(clause.mentions("number", "percent", first=at, last=place.first))


RANKING = frozenset(lexicon.words("extract.context.regions", "ranking"))
CONTRAST = frozenset(lexicon.words("extract.context.regions", "contrast"))


def _of_visitors(sentence: Sentence, mention: Mention) -> bool:
    """Центр посетили врачи Мангистауской областной больницы: whose doctors came is not where they came to."""
    houses = [m for m in sentence.mentions if m.type == "facility"]
    own = next((m for m in houses if m.first <= mention.first < m.last), None)
    return own is not None and len(houses) > 1 and own.first > 0 and is_calling(sentence.tokens[own.first - 1])


def _told_abroad(clause: Clause) -> bool:
    """Шетелде 12 ота жасалды, за рубежом прооперированы 15 детей: what happened in no country that is named is of no region."""
    if ABROAD.isdisjoint(clause.words):
        return False
    pairs = pairwise((*clause.tokens, clause.tokens[-1]))
    return any(
        a.norm in ABROAD and (a.best.case == "loc" or b.best.case == "loc" or b.norm in BORDER) for a, b in pairs
    )


ABROAD = frozenset(lexicon.words("extract.context.regions", "abroad"))
LEARNING = frozenset({"Training", "Grant", "Staffing"})
"""Kinds of what a region's own people do wherever they go."""
BORDER = frozenset(lexicon.words("extract.context.regions", "border"))


def _of_paragraph(clause: Clause, memory: Memory) -> str:
    """Облыста, ауданға: the area spoken of lies in no great city, unless the article is about one."""
    if not clause.says(*WIDE):
        return memory.paragraph_region(clause.sentence, wide=False)
    inside = {i for m in clause.mentions("place") for i in range(m.first, m.last)}
    wide = any(i not in inside and is_lemma(clause.sentence.tokens[i], *WIDE) for i in range(clause.first, clause.last))
    return memory.paragraph_region(clause.sentence, wide=wide)


WIDE = lexicon.words("extract.context.regions", "wide")


def _of_nation(draft: Draft, clause: Clause) -> bool:
    """ҚР … тұжырымдамасы, ұлттық жоспар: a document of the whole country, wherever it was spoken of."""
    if draft.kind != "Policy":
        return False
    if not STATE.isdisjoint(clause.words) and not clause.says(*WIDE):
        return True  # Минздрав утвердит план
    if NATIONS.isdisjoint(clause.words):
        return False
    held = {i for m in clause.mentions("post", "organization", "facility") for i in range(m.first, m.last)}
    return any(clause.sentence.tokens[i].norm in NATIONS for i in range(clause.first, clause.last) if i not in held)


def _too_many(draft: Draft, clause: Clause) -> bool:
    """Жоба аясында 655 нысан салынады: more houses at once than a region ever has in hand are the country's."""
    if draft.kind == "Works":
        return int(draft.slots.get("count", 0)) >= HOUSES
    counts = [m.value.count for m in clause.mentions("facility")] if draft.kind == "Funding" else []
    return any(count is not None and count.value >= HOUSES for count in counts)


HOUSES = 200
"""New or mended houses of one telling; the national projects give a region 20 to 90."""
STATE = frozenset(lexicon.words("extract.context.regions", "state"))
NATIONS = frozenset(lexicon.words("extract.context.regions", "nations"))


def _still_national(clause: Clause, memory: Memory, *, measured: bool) -> bool:
    """Республика көлемінде …. Сонымен қатар …: one more thing of the country told of just before, a figure now, or no area named."""
    if not clause.index:
        return False
    local = not LOCAL.isdisjoint(clause.words) or _ours(clause) or not BODIES.isdisjoint(clause.named)
    if local or "place" in clause.named:
        opening = words(clause.sentence.tokens[:3]).lower()
        if not (opening.startswith(ADDING) or (measured and not local and opening.startswith(NOW))):
            return False
    before = memory.document.sentences[clause.index - 1]
    whole = Clause(before, clause.index - 1, 0, len(before.tokens), clause.language)
    return national(whole) or (measured and _of_all_people(before))


def _of_all_people(sentence: Sentence) -> bool:
    """Умирают 14 тысяч казахстанцев, 14 мың қазақстандық: so many of the country's people are not a region's."""
    if PEOPLE.isdisjoint(sentence.words):
        return False
    counted = (
        a.norm[0].isdigit() or a.best.pos == "NUM" or b.norm != ONE
        for a, b in pairwise(sentence.tokens)
        if not PEOPLE.isdisjoint(b.words)
    )
    return "place" not in sentence.named and any(counted)


BODIES = frozenset({"facility", "organization"})
NOW = lexicon.words("extract.context.regions", "now")
LOCAL = frozenset((*WIDE, *lexicon.words("extract.context.regions", "town")))


def _goes_on(clause: Clause) -> bool:
    """Былтыр елімізде …, бұл 2022 жылмен салыстырғанда көп: a clause that names no area is of the same country."""
    if not clause.first:
        return False
    local = clause.says(*WIDE) or _ours(clause) or "facility" in clause.named
    if local and clause.sentence.tokens[clause.first].norm not in POINTING:
        return False
    return national(Clause(clause.sentence, clause.index, 0, clause.first, clause.language))


POINTING = frozenset(lexicon.words("extract.context.regions", "pointing"))
ADDING = lexicon.words("extract.context.regions", "adding")


def several_regions(clause: Clause) -> bool:
    """Say whether a clause closes a list of places with several regions."""
    said = [m for m in clause.mentions("place") if m.value.region]
    return bool(said) and not _only_region(said, clause)


def _only_region(said: list[Mention], clause: Clause) -> str:
    """A, B және C-да: a list of several regions leaves none to say."""
    members = {m.value.region for m in events.listed(said, clause)}
    return members.pop() if len(members) == 1 else ""


def _after_list(clause: Clause, memory: Memory) -> bool:
    """A, B және C қалаларында … салынады. Оған M жұмсалады: a list of regions just before leaves none to say."""
    before = memory.document.sentences[clause.index - 1] if clause.index else clause.sentence
    said = [m for m in before.named.get("place", ()) if m.value.region]
    if not clause.index or len(said) < 2:
        return False
    whole = Clause(before, clause.index - 1, 0, len(before.tokens), clause.language)
    return len({m.value.region for m in events.listed(said, whole)}) > 1


OURS = Stems(lexicon.words("extract.context.regions", "ours"))


@once_each
def _ours(clause: Clause) -> bool:
    """Біздің облыста, өңірімізде: the region that the article is from, whatever was named just before."""
    if clause.whole.opens(OURS):
        return True
    if "біздің" not in clause.sentence.words:
        return False
    ours = (b for a, b in pairwise(clause.sentence.tokens) if a.norm == "біздің")
    return any(is_lemma(t, *REGION) for t in ours)


PEOPLE = frozenset(lexicon.words("extract.context.regions", "people"))
ONE = "қазақстандық"
"""The same word is an adjective unless a figure stands before it."""
