"""Parts of a stock: so many of those counted just before are of one sort, so many of another."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.between import past_dash
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.participles import done_to, participle
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma, words
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_heads import head_kk, head_ru
from kzhealthkg.extract.figures.measured_before import PART, latest
from kzhealthkg.extract.kinds.indicator.named_again import named_again, takes_up
from kzhealthkg.extract.kinds.indicator.part_ages import by_age
from kzhealthkg.extract.kinds.indicator.part_sorts import DONE, OF_THEM, behind_colon, sorts_done
from kzhealthkg.extract.kinds.indicator.part_states import by_place, in_states, named_before, of_stock
from kzhealthkg.extract.kinds.indicator.part_totals import (
    AMONG,
    JOINS,
    STAFFED,
    befallen,
    counts_people,
    last_word,
    numbered,
    of_cases,
    part_of,
    people,
    share_end,
)
from kzhealthkg.extract.kinds.indicator.stock_told import counted
from kzhealthkg.extract.kinds.indicator.stocks import PARTS, THINGS, is_countable
from kzhealthkg.model import Mention, Sentence

THERE_IS = frozenset(lexicon.words("kinds.indicator.stock_parts", "there_is"))


def parts(clause: Clause, memory: Memory) -> list[Draft]:
    """Оның 5 486-сы – дәрігер, 120-сы – мейіргер: the members of the total said just before."""
    sentence = clause.sentence
    total = _total(clause, memory)
    if total is None:
        return []
    sorted_out = next((told for rule in SURE if (told := rule(clause, total))), [])
    opened = sentence.tokens[0].norm in PARTS or _opened_within(clause, total) or named_again(clause, total)
    if sorted_out or not opened:
        return sorted_out
    drafts = next((told for rule in TOLD_BY if (told := rule(clause, total))), [])
    for number in [] if drafts else clause.mentions("number"):
        head = _behind(sentence, number, clause, memory)
        if head is not None:
            drafts.append(_part(sentence, number, head, total, clause))
    return drafts


def _aged(clause: Clause, total: Draft) -> list[Draft]:
    """210 бала ауырды: 1 жасқа дейін – 80; оның ішінде 1-4 жас – 70: parts by age, behind a colon or as parts."""
    told = total.sentence == clause.index and clause.first and clause.sentence.tokens[clause.first - 1].text == ":"
    opened = any(t.norm in PARTS for t in clause.sentence.tokens[clause.first : clause.first + 1])
    return by_age(clause, total) if told or opened else []


def _total(clause: Clause, memory: Memory) -> Draft | None:
    """Return what was counted last; a share that opens the clause behind another share is of the same total."""
    before = latest(clause, memory)
    if before is None or before.rule != PART or before.sentence != clause.index or not _opens(clause):
        return before
    told = (d for d in memory.recent(1, clause.index) if d.kind == "Indicator" and d.sentence == clause.index)
    return next((d for d in told if d.rule != PART), before)


def _opens(clause: Clause) -> bool:
    """236-сы апатты: say whether a share of what was told opens the clause."""
    opening = next((m for m in clause.mentions("number") if m.first == clause.first), None)
    return opening is not None and bool(clause.sentence.tokens[opening.last - 1].best.possessive)


def _opened_within(clause: Clause, total: Draft) -> bool:
    """5 000 маман жұмыс істейді, оның ішінде 800-і – дәрігерлер, ал …: the members in the total's own sentence."""
    said = [t.norm for t in clause.sentence.tokens[: clause.first + 2]]
    begun = any(a in PARTS and b == "ішінде" for a, b in pairwise(said)) or _opens(clause)
    begun = begun or not PARTS_SET.isdisjoint(said[clause.first :])
    known = total.rule in (*STAFFED, DONE) or of_cases(total) or counts_people(total) or numbered(total)
    return begun and total.sentence == clause.index and known


PARTS_SET = frozenset(PARTS)


OWNERSHIPS = frozenset(lexicon.words("kinds.indicator.stock_parts", "ownerships"))


def _sorted_out(clause: Clause, total: Draft) -> list[Draft]:
    """Оның 37-сі мемлекеттік болса, 19-ы жеке: the shares that an adjective alone tells apart."""
    tokens, drafts = clause.sentence.tokens, []
    noun = " ".join(w for w in str(total.slots["measure"]).split() if w not in OWNERSHIPS)
    taken_up = any(t.norm in PARTS for t in tokens[: clause.last]) and total.sentence == clause.index
    opened = taken_up or (total.rule in STAFFED and takes_up(clause, total))
    for number in clause.mentions("number") if opened else []:
        share = tokens[number.last - 1].best.possessive and number.last < clause.last
        at = number.last + (share and tokens[number.last].text in "–—-")
        adjective = tokens[at] if share and at < clause.last else None
        if adjective is not None and adjective.norm in OWNERSHIPS:
            draft = part_of(clause, number, at, total)
            draft.say("measure", f"{adjective.norm} {noun}")
            drafts.append(draft)
    return drafts


def _among(clause: Clause, total: Draft) -> list[Draft]:
    """Олардың қатарында 121 бала бар; … ем алды, оның ішінде 40 бала: the people of one sort among those just counted."""
    sentence, end = clause.sentence, clause.last
    opening = sentence.tokens[clause.first : clause.first + 2]
    if len(opening) < 2 or opening[0].norm not in PARTS or opening[1].norm not in AMONG:
        return []
    cases = frozenset({"nom", ""})
    found = [(n, head_kk(clause, n.last, end, frozenset({"people"}), cases)) for n in clause.mentions("number")]
    there = sentence.tokens[end - 1].norm in THERE_IS
    bare = (
        bool(clause.first) and counts_people(total) and all(h is not None and _ends_there(clause, h) for _, h in found)
    )
    return [_part(sentence, n, head, total, clause) for n, head in found if (there or bare) and head is not None]


def _ends_there(clause: Clause, head: int) -> bool:
    """40 бала, 12 әйел: say whether nothing but the next of a list, or the end, stands behind those counted."""
    behind = clause.sentence.tokens[head + 1 : clause.last]
    return not behind or behind[0].text in ",." or behind[0].norm in JOINS


def _that_did(clause: Clause, total: Draft) -> list[Draft]:
    """Соның 180-і шала туыпты; 176 мыңы гипертониямен, 54 мыңы диабетпен ауырады: to whom what happened."""
    numbers, verb = clause.mentions("number"), clause.sentence.tokens[clause.last - 1]
    told = verb.best.form in ("past", "perf", "pres") and not verb.best.negative and not is_lemma(verb, *SAYING)
    told = told or verb.norm in DEPENDING  # инсулинге тәуелді
    if not numbers or not told or not (of_cases(total) or last_word(total) in people()):
        return []
    ends = [*(m.first - 1 for m in numbers[1:]), clause.last - 1]
    drafts = [_one_that_did(clause, number, end, total) for number, end in zip(numbers, ends, strict=True)]
    return [d for d in drafts if d is not None] if None not in drafts[:-1] else []


DEPENDING = frozenset(lexicon.words("kinds.indicator.stock_parts", "depending"))
SAYING = lexicon.words("kinds.indicator.stock_parts", "saying")


def _one_that_did(clause: Clause, number: Mention, end: int, total: Draft) -> Draft | None:
    """Return a share by what befell it, or by the place where: оның 31-і X қаласында тіркелді."""
    tokens, verb = clause.sentence.tokens, clause.sentence.tokens[clause.last - 1]
    last, about = share_end(clause.sentence, number)  # 200-ге жуығы
    first = last + (tokens[last].text in "–—-")
    if not (about or tokens[number.last - 1].best.possessive) or end - first < 1:
        return None
    draft = part_of(clause, number, clause.last - 1, total)
    draft.say("bound", about)
    where = next((m for m in clause.mentions("place") if (m.first, m.last) == (first, end)), None)
    if where is not None:
        return _at(draft, where, str(total.slots["measure"])) if where.case == "loc" else None
    if clause.mentions("place", "facility", "date", "percent", first=first, last=end) or tokens[end].norm in PARTS:
        return None
    if of_cases(total):
        return _in_group(draft, clause, (first, end), str(total.slots["measure"]))
    done = done_to if is_case(tokens[number.last - 1], "dat") else participle  # 40-ына ота жасады
    befallen = verb.norm if verb.norm in DEPENDING else done(verb)
    draft.say("measure", f"{clause.text(first, end)} {befallen} {last_word(total)}")
    return draft


def _dealt_out(clause: Clause, total: Draft) -> list[Draft]:
    """Оның 80-і A ауданында, 40-ы – B ауданында: in each place so many of those counted, without a verb."""
    tokens, found = clause.sentence.tokens, list[Draft]()
    for number in clause.mentions("number"):
        first = past_dash(clause, number.last)
        place = next((m for m in clause.mentions("place") if m.first == first and m.case == "loc"), None)
        closed = place is not None and (place.last >= clause.last or tokens[place.last].norm in ENDS)
        if place is None or not closed or not tokens[number.last - 1].best.possessive:
            return []
        found.append(_at(part_of(clause, number, place.last - 1, total), place, str(total.slots["measure"])))
    return found if len(found) > 1 or total.rule not in STAFFED else []


ENDS = JOINS | {",", "."}


def _in_group(draft: Draft, clause: Clause, words: tuple[int, int], illness: str) -> Draft | None:
    """Оның 12-сі балалар арасында анықталды: the cases of those among whom they were."""
    first, end = words
    if clause.sentence.tokens[end - 1].norm != "арасында" or end - first > GROUP:
        return None
    draft.say("measure", f"{clause.text(first, end)}ғы {illness}")
    return draft


GROUP = 6
"""Words that name a group of people, at most, with the word for "among"."""


def _at(draft: Draft, where: Mention, measure: str) -> Draft:
    draft.drop(*LOCATED)
    say_place(draft, where.value)
    draft.say("measure", measure)
    return draft


def _behind(sentence: Sentence, number: Mention, clause: Clause, memory: Memory) -> int | None:
    """Return the noun behind the dash that follows a number, or behind the number itself (оның 20-сы дәрігер)."""
    tokens = sentence.tokens
    first, _ = share_end(sentence, number)
    if first >= len(tokens) or not tokens[first - 1].norm.endswith(OF_THEM):
        return None
    first += tokens[first].text in "–—-"
    first = _past_age(sentence, first)
    rest = Clause(sentence, clause.index, first, len(tokens), clause.language)
    only = THINGS | {"people"} if _of_people(memory, clause) else THINGS
    head = head_kk(rest, first, len(tokens), only, frozenset({"nom", "acc", ""}))
    return head if head is not None and is_countable(rest, head, only, memory) else None


def _past_age(sentence: Sentence, at: int) -> int:
    """Олардың 742-сі – 14 жасқа дейінгі балалар: return where the words begin behind an age."""
    near = [t.norm for t in sentence.tokens[at : at + AGED]]
    aged = len(near) == AGED and near[0][:1].isdigit() and near[1].startswith("жас")
    return at + AGED if aged else at


AGED = 3


def _of_people(memory: Memory, clause: Clause) -> bool:
    """Say whether the total just before counts people whom an event makes a figure of health."""
    total = latest(clause, memory)
    return total is not None and counts_people(total)


def _part(sentence: Sentence, number: Mention, head: int, total: Draft, clause: Clause) -> Draft:
    """Оның 120-сы – мейіргер: so many of those counted just before are of the sort that a noun names."""
    draft = part_of(clause, number, head, total)
    first, bound = share_end(sentence, number)
    first += sentence.tokens[first].text in "–—-"
    draft.say("bound", bound)
    of_people = "people" in measures.sorts(clause, head) and total.rule not in STAFFED
    event = befallen(total) if of_people or numbered(total) else ""
    draft.say("measure", f"{event} {counted_names.singular_kk(sentence.tokens[first : head + 1])}".strip())
    return draft


SURE = (_sorted_out, behind_colon, by_place, _aged)
"""How parts may be told beside a colon, or by what cannot be mistaken."""
TOLD_BY = (_among, sorts_done, _dealt_out, in_states, of_stock, named_before, _that_did)
"""How the parts of a total may be told, the surest first."""


def verbless(clause: Clause, memory: Memory) -> list[Draft]:
    """В районе 52 больницы, из них 22 ФАП: Russian says no "there is"."""
    if any(t.best.form in ("past", "pres", "fut", "perf", "inf") for t in clause.tokens):
        return []
    drafts: list[Draft] = []
    for number in clause.mentions("number"):
        head = head_ru(clause, number)
        told = head is not None and is_countable(clause, head, THINGS, memory)
        if told and head is not None and (_stands_in_place(clause, number) or _is_part(clause, number, bool(drafts))):
            drafts.append(counted(clause, number, head, "indicator-stock-ru", memory))
    return drafts


def _stands_in_place(clause: Clause, number: Mention) -> bool:
    """В районе 52 …: a place in the locative directly before the number."""
    tokens = clause.sentence.tokens
    named = any(m.last == number.first and m.type == "place" and m.case == "loc" for m in clause.sentence.mentions)
    area = area_words("ru")
    before = tokens[number.first - 1] if number.first > clause.first else None
    return named or (before is not None and any(r.lemma in area and r.case == "loc" for r in before.readings))


def _is_part(clause: Clause, number: Mention, follows: bool) -> bool:
    before = words(clause.sentence.tokens[max(clause.first, number.first - 4) : number.first]).lower()
    return follows and before.strip(" ,–—").endswith(PARTS)
