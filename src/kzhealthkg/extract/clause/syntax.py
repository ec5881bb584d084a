"""A clause, and small questions about its tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from itertools import compress, count, pairwise
from operator import attrgetter, not_

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.cues import Ended, endings
from kzhealthkg.extract.clause.stems import Stems, begun, begun_in
from kzhealthkg.model import Mention, Sentence, Token
from kzhealthkg.model.frozen import Keeping, frozen, once, replace
from kzhealthkg.model.words import sorted_by_type

ACTION_ENDINGS = lexicon.words("extract.clause.syntax", "action_endings")

FINITE = frozenset({"past", "perf", "pres", "prog", "fut", "intent"})
ENDS = frozenset({*FINITE, "conv", "cond"})
FIGURE_ENDINGS = frozenset(lexicon.words("extract.clause.syntax", "figure_endings"))
QUOTING = frozenset(lexicon.words("extract.clause.syntax", "quoting"))


_NORMS, _WORDS, _KEYS, _LAST = map(attrgetter, ("norm", "words", "keys", "last"))
CLOSING = frozenset(".!…;:,")
"""What closes a sentence of one clause: it may count as one of the clause's words."""


@frozen
class Clause(Keeping):
    """The tokens ``first:last`` of one sentence that share one predicate; what many rules ask is found once."""

    sentence: Sentence
    index: int
    first: int
    last: int
    language: str
    wider: Clause | None = field(default=None, repr=False, compare=False)
    """The sentence as one clause, where it was made already: what its clauses ask of it is found once for all."""

    @once
    def tokens(self) -> tuple[Token, ...]:
        """The clause's tokens."""
        return self.sentence.tokens[self.first : self.last]

    @once
    def words(self) -> frozenset[str]:
        """The norms and the lemmas of all the clause's tokens."""
        behind = self.sentence.tokens[self.last :] if self.first == 0 else None
        if behind == () or (behind and len(behind) == 1 and behind[0].text in CLOSING):
            return self.sentence.words
        return frozenset[str]().union(*map(_WORDS, self.tokens))

    @once
    def low(self) -> str:
        """The clause's words in lower case, with one blank at the most where blanks stood."""
        return words(self.tokens).lower()

    @once
    def _column(self) -> str:
        """The norms of the clause's tokens, a line each, a line's end before them all."""
        return "\n" + "\n".join(map(_NORMS, self.tokens))

    @once
    def _own(self) -> list[Mention]:
        """The mentions that lie inside the clause."""
        return [m for m in self.sentence.mentions if self.first <= m.first and m.last <= self.last]

    @once
    def named(self) -> dict[str, list[Mention]]:
        """The mentions that lie inside the clause, by their type; nobody may change the lists."""
        mentions = self.sentence.mentions
        if not mentions or (self.first == 0 and self.last >= max(map(_LAST, mentions))):
            return self.sentence.named
        return sorted_by_type(self._own)

    @once
    def cues(self) -> dict[str, list[tuple[int, list[Ended]]]]:
        """The numbers of the tokens that may end cues, with these, by the file of frames."""
        found: dict[str, list[tuple[int, list[Ended]]]] = {}
        ends = [*map(endings(self.language).__getitem__, map(_KEYS, self.tokens))]
        if not any(ends):
            return found
        words = self.words
        for at, (ending,) in compress(enumerate(ends, self.first), ends):
            for file, rows in ending.told(words):
                if file in found:
                    found[file].append((at, rows))
                else:
                    found[file] = [(at, rows)]
        return found

    @once
    def whole(self) -> Clause:
        """The sentence as one clause."""
        if self.wider is not None:
            return self.wider
        end = len(self.sentence.tokens)
        return self if (self.first, self.last) == (0, end) else replace(self, first=0, last=end)

    def forget(self) -> None:
        """Let go of what was found of the clause: its phrases know it, and would keep each other and it alive."""
        self.__dict__.clear()

    def says(self, *lemmas: str) -> bool:
        """Say whether any reading of any of the tokens, or its written form, is one of the lemmas."""
        return not self.words.isdisjoint(lemmas)

    def begins(self, stem: str) -> bool:
        """Say whether any of the tokens begins with a stem."""
        return f"\n{stem}" in self._column

    @once
    def begun(self) -> int:
        """The bits of the sets of stems that the tokens begin with."""
        return begun_in(self.sentence) if self.words is self.sentence.words else begun(self.tokens)

    def opens(self, stems: Stems) -> bool:
        """Say whether any of the tokens begins with one of some stems."""
        if not self.begun & stems.bit:
            return False
        return stems.pattern is None or stems.pattern.search(self._column) is not None

    def mentions(self, kind: str, *more: str, first: int | None = None, last: int | None = None) -> list[Mention]:
        """Return the mentions of the given types that lie inside the clause (or a part of it)."""
        if not more and kind not in self.sentence.named:
            return []
        named = self.named
        if first is None and last is None:
            if more and not named.keys().isdisjoint(more):
                return [m for m in self._own if m.type == kind or m.type in more]
            return named[kind][:] if kind in named else []
        low = self.first if first is None else first
        high = self.last if last is None else last
        inside = self.first <= low and high <= self.last
        if not more:
            mentions = (named if inside else self.sentence.named).get(kind, ())
            return [m for m in mentions if low <= m.first and m.last <= high]
        if inside and kind not in named and named.keys().isdisjoint(more):
            return []
        every = self._own if inside else self.sentence.mentions
        return [m for m in every if low <= m.first and m.last <= high and (m.type == kind or m.type in more)]

    def text(self, first: int, last: int) -> str:
        """Return the words of tokens ``first:last`` as they stand, blanks folded."""
        return words(self.sentence.tokens[first:last])


def numbered(tokens: tuple[Token, ...], wanted: frozenset[str]) -> list[int]:
    """Return the numbers of the tokens whose written form is one of some words or signs."""
    return [*compress(count(), map(wanted.__contains__, map(_NORMS, tokens)))]


def holding(tokens: tuple[Token, ...], wanted: frozenset[str]) -> list[int]:
    """Return the numbers of the tokens whose written form, or any of whose lemmas, is one of some words."""
    return [*compress(count(), map(not_, map(wanted.isdisjoint, map(_WORDS, tokens))))]


def widened(clause: Clause) -> Clause:
    """Return the clause with the verbless words before it: … есебінен ірі жоба – F құрылысы жүруде."""
    first = clause.first
    while first > 0 and clause.sentence.tokens[first - 1].best.form not in ENDS:
        first -= 1
    return replace(clause, first=first) if first < clause.first else clause


def words(tokens: Iterable[Token]) -> str:
    """Join tokens with the blanks that stood between them, one at the most."""
    tokens = tuple(tokens)
    rest = [f" {after.text}" if after.start > before.end else after.text for before, after in pairwise(tokens)]
    return "".join([tokens[0].text, *rest]) if tokens else ""


def is_lemma(token: Token, *lemmas: str) -> bool:
    """Say whether any reading of the token, or its written form, is one of the lemmas."""
    return not token.words.isdisjoint(lemmas)


def forms(token: Token) -> frozenset[str]:
    """Return the verb forms among a token's readings."""
    return token.forms


def is_case(token: Token, *cases: str) -> bool:
    """Say whether the preferred reading stands in one of the cases."""
    return token.best.case in cases


def is_verb(token: Token) -> bool:
    """Say whether the preferred reading is a verb that can end a clause."""
    return token.best.form in ENDS


def unlisted_place(token: Token) -> bool:
    """Жылыойда, Жылыойдағы: a capital with the ending of a place that no list knows."""
    named = token.text[0].isupper() and not token.text.isupper()
    there = token.best.case == "loc" or token.best.locative_adjective
    return named and there and not token.best.possessive and token.best.pos != "PRON"
