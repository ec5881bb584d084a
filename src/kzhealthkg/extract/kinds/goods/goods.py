"""Goods: the things a clause may say are bought, those whose names are in no list among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.between import bracketed
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.heads import headed, may_head
from kzhealthkg.extract.clause.inside_kk import MARKED
from kzhealthkg.extract.clause.nouns import light, nouns
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.phrases import Phrase, phrase, without_edge
from kzhealthkg.extract.clause.replaced import replaced
from kzhealthkg.extract.clause.shared_heads import sharing
from kzhealthkg.extract.clause.syntax import ENDS, FINITE, Clause, forms, is_lemma, is_verb
from kzhealthkg.extract.context.governed import inside
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.people_counts import with_ones
from kzhealthkg.extract.kinds.goods.bare_counts import quoted, single
from kzhealthkg.extract.kinds.goods.known import devices_of, is_device, is_specific
from kzhealthkg.extract.kinds.goods.telling import only_tells
from kzhealthkg.model import Mention, Token

LONGEST = 9
"""Words in the longest name of a counted thing."""
NO_THINGS = frozenset({"people", "staff", "facility", "other", "rate", "size", "event", "project"})
NAMED = ("place", "facility", "person", "post", "organization", "programme", "money", "date")
FRESH = frozenset(lexicon.words("kinds.goods.goods", "fresh"))


@once_each
def may_hold(clause: Clause) -> bool:
    """Say whether anything in a clause may be a thing that is bought: a noun of the list, a device, what a number counts."""
    if "number" in clause.named or may_head(clause.words, clause.sentence, nouns("items", clause.language)):
        return True
    devices = devices_of(clause.language)
    if any(map(devices.__getitem__, clause.words)):
        named_by = [t.best.lemma for t in clause.tokens if t.best.pos in ("NOUN", "PROPN")]
        if any(map(devices.__getitem__, named_by)):
            return True
    return bool(clause.first) and WHICH in clause.sentence.words and may_hold(clause.whole)


WHICH = "который"
"""Томограф, который ждали, привезли: with it the thing may stand before the clause of its verb."""


def things(clause: Clause, table: str = "items", first: int | None = None, last: int | None = None) -> list[Phrase]:
    """Return the phrases that name things: by a list of nouns, by a device's ending, or counted with a unit."""
    listed = [apart(_owned(_carried(p))) for p in headed(clause, table, first, last)]
    low, high = clause.first if first is None else first, clause.last if last is None else last
    found = listed + [p for p in _devices(clause, low, high) if not _overlaps(p, listed)]
    if clause.language == "ru" and not PACKS.isdisjoint(clause.words):
        found += [p for p in _packed(clause, low, high) if not _overlaps(p, found)]
    if clause.language == "kk":
        found += [p for p in counted(clause, low, high, unit=True) if not _overlaps(p, found)]
        found += list(_between(clause, sorted(found, key=lambda p: p.head)))
        found = [_in_brackets(p) for p in with_ones(sharing(sorted(found, key=lambda p: p.head)))]
    aside = bracketed(clause) | replaced(clause.sentence)
    found = [single(_counted_behind(p)) for p in _whole_names(found)] if clause.language == "ru" else found
    return sorted(
        (_unmeasured(quoted(p)) for p in found if p.head not in aside and not (_is_means(p) or only_tells(p))),
        key=lambda p: p.head,
    )


def _packed(clause: Clause, first: int, last: int) -> Iterator[Phrase]:
    """200 тысяч упаковок парацетамола: what packs and phials are counted of need be in no list."""
    tokens = clause.sentence.tokens
    for number in clause.mentions("number", first=first, last=last):
        at = number.last + 1
        if at >= last or PACKS.isdisjoint(tokens[at - 1].words):
            continue
        head = next((i for i in range(at, min(last, at + NAMELESS)) if tokens[i].best.pos != "ADJ"), last)
        if head < last and tokens[head].best.pos == "NOUN" and "gen" in {r.case for r in tokens[head].readings}:
            yield Phrase(clause, at, head + 1, head, number)


PACKS = frozenset(lexicon.words("kinds.goods.goods", "packs"))


def _between(clause: Clause, found: list[Phrase]) -> Iterator[Phrase]:
    """Аудиометр, ЛОР комбайн және УДЗ аппараты: what stands in a list between two devices is one as well."""
    tokens = clause.sentence.tokens
    for one, other in pairwise(found):
        first, last = one.last + 1, chains.left_edge(other) - 1
        apart = 0 < last - first <= NAMELESS and all(tokens[i].norm in LIST_SIGNS for i in (first - 1, last))
        inner = tokens[first:last] if apart and is_specific(other) and tokens[one.head].best.case == "nom" else ()
        if inner and all(t.best.pos in ("NOUN", "PROPN", "ADJ") and t.best.case in ("nom", "") for t in inner):
            plain = not inner[-1].best.form and inner[-1].best.pos == "NOUN"
            yield from [Phrase(clause, first, last, last - 1)] if plain and is_good(clause, last - 1) else []


NAMELESS = 3
"""Words in the name of a device that no list has, at most."""


def _in_brackets(item: Phrase) -> Phrase:
    """Томограф (2 дана): brackets right behind a thing that hold its number and a unit."""
    tokens, at = item.clause.sentence.tokens, item.last
    if item.count is not None or at + 3 >= len(tokens) or tokens[at].text != "(" or tokens[at + 3].text != ")":
        return item
    number = next((m for m in item.clause.mentions("number") if (m.first, m.last) == (at + 1, at + 2)), None)
    return replace(item, count=number) if number is not None and tokens[at + 2].best.lemma in light() else item


def _counted_behind(item: Phrase) -> Phrase:
    """Машин — 22 единицы, аппараты в количестве 7 штук: a figure that counts the thing before it."""
    tokens, at = item.clause.sentence.tokens, _behind_tail(item)
    if item.count is not None or not at + 1 < item.clause.last:
        return item
    amount = tokens[at].norm == "в" and tokens[at + 1].best.lemma == "количество"
    numbers = item.clause.mentions("number", first=at + 1)
    found = numbers[0] if numbers and numbers[0].first == at + 1 + amount else None
    units = (
        found is not None
        and tokens[at].text in "–—-"
        and any(is_lemma(t, *UNITS) for t in tokens[found.last : found.last + 1])
    )
    return replace(item, count=found) if found is not None and (amount or units) else item


def _behind_tail(item: Phrase) -> int:
    """Вакцина от кори – 30 тысяч доз: return the token behind a thing and what it is for, where a dash stands there."""
    tokens, at = item.clause.sentence.tokens, item.last
    last = next((i for i in range(at, min(item.clause.last, at + TAIL)) if tokens[i].text in "–—"), at)
    return last if last > at and tokens[at].norm in TAILS else at


TAIL = 4
"""Words from a thing to the dash behind what it is for, at most."""
TAILS = frozenset(lexicon.words("kinds.goods.goods", "tails"))


def _whole_names(found: list[Phrase]) -> Iterator[Phrase]:
    """МРТ сканеры: a short name right before a device is a part of that one's name."""
    for item, after in zip_longest(found, found[1:]):
        tokens = item.clause.sentence.tokens
        short = after is not None and item.last == after.first and tokens[item.head].text.isupper()
        if short and item.last - item.first == 1:
            found[found.index(after)] = replace(after, first=item.first)
        else:
            yield next((p for p in found if p.head == item.head), item)


UNITS = lexicon.words("kinds.goods.goods", "units")
MEANS = frozenset(lexicon.words("kinds.goods.goods", "means"))
MASSES = lexicon.words("kinds.goods.goods", "masses")


def _is_means(item: Phrase) -> bool:
    """Жүйе арқылы, аппараттар туралы: what something is done by, or told about, is not what is bought."""
    after = item.clause.sentence.tokens[item.last : item.last + 1]
    return item.clause.language == "kk" and any(t.norm in MEANS for t in after)


def _unmeasured(item: Phrase) -> Phrase:
    """40 тонна дәрі: a mass counts no things."""
    first = item.clause.sentence.tokens[item.first]
    mass = item.clause.language == "kk" and item.first < item.head and is_lemma(first, *MASSES)
    return replace(item, first=item.first + 1, count=None) if mass else item


def apart(item: Phrase) -> Phrase:
    """Return a thing without who gets it, which is no part of its name: аурухана жаңа томограф алды."""
    clause = item.clause
    ends = [m.last for m in clause.mentions("facility", "organization", "place", first=item.first, last=item.head)]
    ends += [i + 1 for i in range(item.first, item.head) if _is_subject(item, i) or _parts(item, i)]
    if not ends:
        return item
    count = item.count if item.count is not None and item.count.first >= max(ends) else None
    return replace(item, first=without_edge(clause, max(ends), item.head), count=count)


def _is_subject(item: Phrase, at: int) -> bool:
    """Аурухана зертханасы анализатор алды: what is owned describes nothing but what is owned as well."""
    tokens = item.clause.sentence.tokens
    own, head = tokens[at].best, tokens[item.head].best
    quoted = any(t.text in "«»“”" for t in tokens[item.first : item.head])
    return item.clause.language == "kk" and own.possessive and own.case == "nom" and not (head.possessive or quoted)


def _parts(item: Phrase, at: int) -> bool:
    """Маммограф және томограф: two things; рентген және УДЗ аппараттары: two sorts that share their noun."""
    tokens = item.clause.sentence.tokens
    if tokens[at].norm not in LIST_SIGNS or at == item.first or tokens[item.head].best.possessive:
        return False
    lemma, language = tokens[at - 1].best.lemma, item.clause.language
    return tokens[at - 1].best.pos == "NOUN" and (is_device(lemma, language) or lemma in nouns("items", language))


def _overlaps(item: Phrase, others: list[Phrase]) -> bool:
    return any(o.first < item.last and item.first < o.last for o in others)


def _owned(item: Phrase) -> Phrase:
    """Оттегі баллоны: a thing before a noun that has it is only what that one is for."""
    clause, at = item.clause, item.last
    tokens = clause.sentence.tokens
    if clause.language != "kk" or item.count is None or at >= clause.last:
        return item
    own, after = tokens[item.head].best, tokens[at].best
    bare = own.case == "nom" and not own.possessive and not own.plural
    owner = after.pos == "NOUN" and after.possessive and after.case in ("nom", "acc", "ins", "gen")
    owner = owner and not forms(tokens[at]) & FINITE
    return phrase(clause, at) if bare and owner and is_good(clause, at) else item


def _carried(item: Phrase) -> Phrase:
    """Вакцина [ұшақпен] жеткізілді: a vehicle in the instrumental right behind a thing is what that comes by."""
    tokens, at = item.clause.sentence.tokens, item.head
    by = item.clause.language == "kk" and tokens[at].best.case == "ins" and is_lemma(tokens[at], *CARRIERS)
    if not by or tokens[at].best.possessive or at <= item.first:
        return item
    before = tokens[at - 1].best
    thing = before.case == "nom" and (before.lemma in nouns("items", "kk") or is_device(before.lemma, "kk"))
    return phrase(item.clause, at - 1) if thing else item


CARRIERS = lexicon.words("kinds.goods.goods", "carriers")


def _devices(clause: Clause, first: int, last: int) -> Iterator[Phrase]:
    for at in range(first, last):
        token = clause.sentence.tokens[at]
        if token.best.pos in ("NOUN", "PROPN") and is_device(token.best.lemma, clause.language):
            yield apart(phrase(clause, at))


def counted(clause: Clause, first: int, last: int, *, unit: bool = False) -> Iterator[Phrase]:
    """Yield the Kazakh phrases that numbers count; with ``unit`` only those with дана, жинақ between."""
    tokens = clause.sentence.tokens
    for number in clause.mentions("number", first=first, last=last):
        measured = number.last < last and tokens[number.last].best.lemma in light() - FRESH
        head = _head(clause, number, last) if measured or not unit else None
        if head is not None and is_good(clause, head):
            yield phrase(clause, head)


def _head(clause: Clause, number: Mention, last: int) -> int | None:
    """Return the last noun of the words that follow a number up to a sign, a joining word or the verb."""
    tokens, at = clause.sentence.tokens, number.last
    while at < min(last, number.last + LONGEST) and not _ends(tokens[at]):
        if tokens[at].best.case in MARKED and tokens[at].best.pos == "NOUN" and not _before_action(tokens, at):
            at += 1
            break
        at += 1
    head = tokens[at - 1].best
    fits = at - 1 >= number.last and head.pos in ("NOUN", "PROPN") and not head.form and head.case != "gen"
    return at - 1 if fits and phrase(clause, at - 1).count == number else None


def spelt_out(found: list[Phrase]) -> list[Phrase]:
    """Оснащена оборудованием: маммографом, аппаратами КТ: the things behind a colon for what opens it; with its price it is told too."""
    if not found or found[-1].clause.language != "ru":
        return []
    clause, whole = found[-1].clause, found[-1]
    priced = [m for m in clause.mentions("money", first=whole.last) if m.first - whole.last <= TO_PRICE]
    colon = priced[0].last if priced else whole.last
    if clause.sentence.tokens[colon : colon + 1] and clause.sentence.tokens[colon].text == ":":
        members = things(clause, first=colon + 1)
        opened = members and chains.left_edge(members[0]) == colon + 1
        return [*([whole] if priced else []), *chains.following(members, members[0])] if opened else []
    return []


TO_PRICE = 2
"""Words between a thing and what it has cost: на (сумму)."""


def _ends(token: Token) -> bool:
    return token.norm in LIST_SIGNS or token.text in "(;:–—." or is_verb(token)


def _before_action(tokens: tuple[Token, ...], at: int) -> bool:
    """Өкпені жасанды желдету аппараты: the object of an action that a thing is for."""
    return any(t.best.form == "inf" for t in tokens[at + 1 : at + 3])


def is_good(clause: Clause, head: int) -> bool:
    """Say whether a noun can be a thing one buys: no person, place, sum or measure."""
    token = clause.sentence.tokens[head]
    named = inside(clause, Phrase(clause, head, head + 1, head), *NAMED)
    barred = token.best.lemma in nouns("no_goods", clause.language) or token.best.form in ENDS
    return not (named or barred or measures.sorts(clause, head) & NO_THINGS)
