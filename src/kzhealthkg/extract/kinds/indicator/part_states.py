"""Parts of a total told by where they are, what they are like, or by a noun before their figure."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.participles import participle
from kzhealthkg.extract.clause.phrases import JOINING, phrase
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.indicator.members import SEXES
from kzhealthkg.extract.kinds.indicator.part_totals import AMONG, JOINS, STAFFED, counts_people, of_cases, part_of
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

LONGEST = 5
"""Words that say where a part is, at most."""
SAID = 8
"""Words that say what a part of a stock is like, at most."""


def in_states(clause: Clause, total: Draft) -> list[Draft]:
    """Соның ішінде 3 211-і стационарда, 70 пайызы қалада, 12 фактісі балалар арасында: so many of them in each place."""
    stocked = total.rule in STAFFED
    if not (counts_people(total) or of_cases(total) or stocked):
        return []
    numbers = clause.mentions("number") or clause.mentions("percent")
    found = [(n, where(clause, n)) for n in numbers]
    if not found or not all(last and (not stocked or _settled(clause, last)) for _, last in found):
        return []
    return [_in_state(clause, number, last, total) for number, last in found]


def _settled(clause: Clause, last: int) -> bool:
    """Ауылда, аудан орталығында: say whether the word before tells in what sort of places."""
    return is_lemma(clause.sentence.tokens[last - 1], *SETTLED)


SETTLED = lexicon.words("kinds.indicator.part_states", "settled")


def by_place(clause: Clause, total: Draft) -> list[Draft]:
    """340 дәрігер жұмыс істейді: 120 қалада, 220 ауылда: places behind a colon whose figures make up the total."""
    opened = clause.first and clause.sentence.tokens[clause.first - 1].text == ":"
    if not opened or total.sentence != clause.index or total.rule not in STAFFED:
        return []
    found = [(n, _end(clause, n.last)) for n in clause.mentions("number")]
    settled = all(0 < e - n.last <= 2 and is_case(clause.sentence.tokens[e - 1], "loc") for n, e in found)
    if not settled or not all(_settled(clause, last) for _, last in found):
        return []
    whole = sum(n.value.value for n, _ in found) == total.slots["value"]
    return [_in_state(clause, number, last, total) for number, last in found] if whole else []


def where(clause: Clause, number: Mention) -> int:
    """Return where the words end that say where a share of people is, 0 where they say no more than that."""
    tokens, first = clause.sentence.tokens, _share_end(clause, number)
    end = _end(clause, first)
    words = tokens[first:end]
    owned = tokens[first - 1 - (tokens[first - 1].text in DASHES)].best.possessive
    fits = 0 < len(words) <= LONGEST and bool(owned)
    if not fits or words[-1].best.case != "loc" or not all(t.text[0].isalpha() for t in words):
        return 0
    plain = all(t.best.case in ("nom", "gen", "") and not t.best.form for t in words[:-1])
    named = clause.mentions("place", "date", "organization", first=first, last=end)
    return end if plain and not named else 0


def _share_end(clause: Clause, number: Mention) -> int:
    """12 фактісі, 12-сі, 12-сі –: return where a share ends, with the case that it counts, or its dash."""
    at = number.last
    if at < clause.last and clause.sentence.tokens[at].text in DASHES:
        return at + 1
    owned = at < clause.last and clause.sentence.tokens[at].best.possessive
    return at + 1 if owned and "event" in measures.sorts(clause, at) else at


def _end(clause: Clause, first: int) -> int:
    tokens = clause.sentence.tokens
    return next((i for i in range(first, clause.last) if tokens[i].text in ",;" or tokens[i].norm in ALSO), clause.last)


ALSO = JOINS - JOINING


def _in_state(clause: Clause, number: Mention, last: int, total: Draft) -> Draft:
    draft = part_of(clause, number, last - 1, total)
    said = clause.text(_share_end(clause, number), last)
    said += ("ғы" if said.endswith("а") else "гі") * (of_cases(total) or total.rule in STAFFED)
    draft.say("measure", f"{said} {total.slots['measure']}")
    draft.say("unit", "%" if number.type == "percent" else "")
    return draft


def of_stock(clause: Clause, total: Draft) -> list[Draft]:
    """Олардың 1,4 мыңы бейімделген ғимаратта орналасқан, 236-сы апатты деп танылған: what a part of a stock is like."""
    verb = clause.sentence.tokens[clause.last - 1]
    numbers = clause.mentions("number")
    if total.rule not in STAFFED or len(numbers) != 1 or not _stative(verb):
        return []
    number, tokens = numbers[0], clause.sentence.tokens
    first, end = number.last, clause.last - 1
    share = bool(tokens[first - 1].best.possessive) and 0 < end - first <= SAID
    if not share or clause.mentions("place", "date", "percent", "money", first=first, last=clause.last):
        return []
    draft = part_of(clause, number, end, total)
    draft.say("measure", f"{clause.text(first, end)} {participle(verb)} {total.slots['measure']}")
    return [draft]


def _stative(verb: Token) -> bool:
    told = verb.best.form in ("perf", "past", "pres") or verb.norm in STATIVE
    return told and not verb.best.negative and is_lemma(verb, *STATIVE)


STATIVE = lexicon.words("kinds.indicator.part_states", "stative")


def named_before(clause: Clause, total: Draft) -> list[Draft]:
    """Оның ішінде балалар саны 24 мың, жүкті әйелдер – 1 230: the people of each sort stand before their figure."""
    found = [(n, _sort_before(clause, n)) for n in clause.mentions("number")]
    if not found or not counts_people(total) or not all(sort for _, sort in found):
        return []
    return [_sort(clause, number, sort, total) for number, sort in found if sort]


def _sort_before(clause: Clause, number: Mention) -> tuple[int, int] | None:
    """Return the words that name a sort of people right before a figure that ends a member of a list."""
    tokens, at = clause.sentence.tokens, number.first - 1
    ends = number.last >= clause.last or tokens[number.last].norm in BETWEEN
    at -= at > clause.first and tokens[at].text in DASHES
    at -= at > clause.first and tokens[at].norm in COUNTS
    if at <= clause.first or not ends or not _are_people(clause, at):
        return None
    many = tokens[at].best.plural or tokens[at].norm.endswith(PLURAL)
    first = phrase(clause, at).first
    opened = first > clause.first and tokens[first - 1].norm in BETWEEN | AMONG
    return (first, at + 1) if many and opened and is_case(tokens[at], "nom", "") else None


def _are_people(clause: Clause, at: int) -> bool:
    """Балалар, дәрігерлер, ерлер: people by what they are or do, or by their sex."""
    return bool(measures.sorts(clause, at) & {"people", "staff"}) or is_lemma(clause.sentence.tokens[at], *SEXES)


BETWEEN = JOINING | frozenset(lexicon.words("kinds.indicator.part_states", "between"))
COUNTS = frozenset(lexicon.words("kinds.indicator.part_states", "counts"))
PLURAL = lexicon.words("kinds.indicator.part_states", "plural")


def _sort(clause: Clause, number: Mention, sort: tuple[int, int], total: Draft) -> Draft:
    draft = part_of(clause, number, number.last - 1, total)
    draft.cover(clause.sentence.tokens[sort[0]].start, number.end)
    event = " ".join(str(total.slots["measure"]).split()[:-1])
    draft.say("measure", f"{event} {_singular(clause, *sort)}")
    return draft


def _singular(clause: Clause, first: int, last: int) -> str:
    """Return people as one of them: жүкті әйел, also where the plural is read as an adjective."""
    tokens = clause.sentence.tokens[first:last]
    known = measures.of_sort("people", "kk")
    owned = tokens[-1].best.possessive  # медицина қызметкерлері
    lemma = next((r.lemma for r in tokens[-1].readings if r.plural and r.lemma in known and not owned), "")
    before = clause.text(first, last - 1)
    return f"{before} {lemma}".strip() if lemma else counted_names.singular_kk(tokens)
