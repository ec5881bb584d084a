"""Groups of staff: a profession, how many, and the phrase that names them."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.heads import headed, may_head
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.phrases import Phrase, phrase
from kzhealthkg.extract.clause.prepositions import OF_WHOLE
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.figures.people_counts import BARE_NOUNS, cases, dashed, in_brackets, with_ones
from kzhealthkg.extract.figures.people_names import closes_list

AND = frozenset(lexicon.words("extract.figures.people", "and"))

HOLDERS = ("person", "facility", "organization", "post", "programme")
OWNERS = lexicon.words("extract.figures.people", "owners")
CALLINGS = lexicon.words("extract.figures.people", "callings")


def groups(clause: Clause, first: int | None = None, last: int | None = None) -> list[Phrase]:
    """Return the groups of staff a clause names, those that a person's name or facility holds left out."""
    return _groups(clause, first, last)[:] if may_name(clause) else []


@once_each
def _groups(clause: Clause, first: int | None, last: int | None) -> list[Phrase]:
    found = sorted(headed(clause, "professions", first, last) + _holders(clause, first, last), key=lambda p: p.first)
    found = [p for p in found if not _named(clause, p) and not _apposed(clause, p)]
    found = with_ones([dashed(in_brackets(p)) for p in found if not _of_list(p, found)])
    taken = {p.count.first for p in found if p.count is not None and p.count.first >= p.last}
    return [p for p in found if p.count is None or p.count.first >= p.last or p.count.first not in taken]


def may_name(clause: Clause) -> bool:
    """Say whether any word of a clause's sentence may name staff: a profession, or who has one."""
    words = clause.sentence.words
    return not words.isdisjoint(OWNERS) or may_head(words, clause.sentence, nouns("professions", clause.language))


def end(group: Phrase) -> int:
    """Return the token behind a group, its bracket, and the noun that a list of professions closes with."""
    tokens, at = group.clause.sentence.tokens, group.last
    if group.count is not None and group.count.first >= group.last:
        bracket = tokens[group.last].text == "("
        at = group.count.last + (
            bracket or (group.count.last < len(tokens) and tokens[group.count.last].norm in BARE_NOUNS)
        )
    return at + 1 if at < len(tokens) and closes_list(tokens[at]) else at


def _of_list(group: Phrase, found: list[Phrase]) -> bool:
    """Хирург пен педиатр мамандары: the noun behind a list of professions is no group of its own."""
    alone = (
        group.count is None and group.last - group.first == 1 and closes_list(group.clause.sentence.tokens[group.head])
    )
    return alone and any(p.last in (group.first, group.first - 3) for p in found)


def _holders(clause: Clause, first: int | None, last: int | None) -> list[Phrase]:
    """Тапшы мамандық иелері, техникалық кәсіп иелері: who has a profession."""
    tokens = clause.sentence.tokens
    if clause.sentence.words.isdisjoint(OWNERS):
        return []
    low = clause.first if first is None else first
    reach = range(low + 1, clause.last if last is None else last)
    return [phrase(clause, i) for i in reach if is_lemma(tokens[i], *OWNERS) and is_lemma(tokens[i - 1], *CALLINGS)]


def _named(clause: Clause, group: Phrase) -> bool:
    return any(m.first <= group.head < m.last for m in clause.mentions(*HOLDERS))


def _apposed(clause: Clause, group: Phrase) -> bool:
    """Гематолог-дәрігер Антон …: a profession right before a name is no group."""
    return any(m.first == group.last for m in clause.mentions("person"))


def counted(found: list[Phrase]) -> list[Phrase]:
    """Return the groups that have a number; all of them where none has."""
    numbered = [p for p in found if p.count is not None]
    return numbered or found


def in_case(found: list[Phrase], wanted: frozenset[str]) -> list[Phrase]:
    """Return the groups in one of the cases, with the members of the lists that they close."""
    kept: list[Phrase] = []
    for group in found:
        if cases(group) & wanted:
            members = chains.chain(found[: found.index(group) + 1], group)
            kept += [m for m in members if m not in kept]
    return kept


def had(group: Phrase) -> bool:
    """10 қызметкері бар амбулатория: the staff that a facility has are not being recruited."""
    tokens = group.clause.sentence.tokens
    return group.clause.language == "kk" and any(t.norm == "бар" for t in tokens[group.last : group.last + 1])


def is_whole(group: Phrase) -> bool:
    """20% из 300 сестёр, 300 мейіргердің 20%-ы: the whole that a share is of."""
    if group.clause.language == "kk":
        return any(m.first == group.last for m in group.clause.mentions("percent")) and group.count is not None
    first = group.count.first if group.count is not None else 0
    return first > 0 and group.clause.sentence.tokens[first - 1].norm in OF_WHOLE


def without_single(found: list[Phrase]) -> list[Phrase]:
    """Drop one person's professions (онколог, терапевт Имя Фамилия) and whoever speaks (отметила врач)."""
    single = [g for g in found if g.count is None and (_of_person(g) or _speaks(g))]
    return [g for g in found if g not in single]


def _of_person(group: Phrase) -> bool:
    """Терапевт Айнұр Сапарова: a person's name stands in the phrase or comes, behind a list, right after it."""
    people = [m for m in group.clause.mentions("person") if m.first > group.head]
    tokens = group.clause.sentence.tokens
    professions = nouns("professions", group.clause.language)
    return any(
        all(
            t.text == "," or t.norm in AND or not professions.isdisjoint(t.words)
            for t in tokens[group.head + 1 : m.first]
        )
        for m in people
    )


def _speaks(group: Phrase) -> bool:
    """— отметила врач: the noun behind a verb of saying is who says it."""
    tokens = group.clause.sentence.tokens
    return group.first > 0 and group.clause.language == "ru" and tokens[group.first - 1].norm in _saying()


@cache
def _saying() -> frozenset[str]:
    return frozenset(r["word"] for r in lexicon.table("speech") if r["language"] == "ru" and r["side"] == "after")


def joined(found: list[Phrase], group: Phrase) -> list[Phrase]:
    """Return the list that a group without a number of its own closes."""
    if group.clause.language == "ru":
        members = chains.following(found, group)
    else:
        members = chains.chain(found[: found.index(group) + 1], group)
    return members if all(m.count is None for m in members[1:]) else [group]
