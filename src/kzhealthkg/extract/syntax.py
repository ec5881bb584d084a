"""Small questions about tokens, and the split of a sentence into clauses.

A Kazakh clause ends in its predicate; a Russian one holds one. Commas inside lists split nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kzhealthkg.extract.cues import ended
from kzhealthkg.model import Mention, Sentence, Token

FINITE = frozenset({"past", "perf", "pres", "prog", "fut", "intent"})
ENDS = frozenset({*FINITE, "conv", "cond"})
HARD = frozenset(";:—–()!?•…")
SPACED = "-"
FIGURE_ENDINGS = frozenset(
    {
        "і",
        "ы",
        "сі",
        "сы",
        "уі",
        "нің",
        "ның",
        "ге",
        "ға",
        "ке",
        "қа",
        "дан",
        "ден",
        "тан",
        "тен",
        "нан",
        "нен",
        "ды",
        "ді",
        "ты",
        "ті",
        "ны",
        "ні",
    }
)
"""Endings that some write apart from their figure, behind a dash: 25 — і."""
FIGURE_SIGNS = frozenset("0123456789%")
JOINS_KK = frozenset({"және", "әрі", "ал", "бірақ", "сондай-ақ", "сонымен"})
PREDICATES = frozenset({"керек", "қажет", "бар", "жоқ", "тиіс", "мүмкін", "тапшы", "қойды"})
"""Words that close a clause though they are no verbs."""
JOINS_RU = frozenset({"и", "а", "но", "где"})
OPPOSING = frozenset({"а", "но"})
WIDE = frozenset(":–—-")
"""Signs that part two clauses where each has a predicate, and else open a list or stand for "is"."""
NAME = 8
"""Words in the longest quotation that is a name even where one of its words looks like a verb."""
PARENTHETIC = frozenset({"напомним", "отметим", "добавим", "уточним", "подчеркнём", "подчеркнем", "заметим", "скажем"})
SPEECH_ENDS = frozenset({",", "»", "”", '"'})
QUOTING = frozenset({"деп", "деген", "дейді", "деді"})


@dataclass(frozen=True)
class Clause:
    """The tokens ``first:last`` of one sentence that share one predicate; what many rules ask is found once."""

    sentence: Sentence
    index: int
    first: int
    last: int
    language: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The clause's tokens."""
        return self.sentence.tokens[self.first : self.last]

    @cached_property
    def words(self) -> frozenset[str]:
        """The norms and the lemmas of all the clause's tokens."""
        return frozenset[str]().union(*(token.words for token in self.tokens))

    @cached_property
    def low(self) -> str:
        """The clause's words in lower case, with one blank at the most where blanks stood."""
        return words(self.tokens).lower()

    @cached_property
    def _types(self) -> frozenset[str]:
        """The types of the sentence's mentions."""
        return frozenset(mention.type for mention in self.sentence.mentions)

    @cached_property
    def cues(self) -> dict[str, list[int]]:
        """The numbers of the tokens that may end a cue, by the file of frames."""
        found: dict[str, list[int]] = {}
        for at, token in enumerate(self.tokens, self.first):
            for file, beside in ended(token.words, self.language):
                if not beside or any(map(self.words.issuperset, beside)):
                    found.setdefault(file, []).append(at)
        return found

    @cached_property
    def whole(self) -> Clause:
        """The sentence as one clause."""
        return Clause(self.sentence, self.index, 0, len(self.sentence.tokens), self.language)

    def says(self, *lemmas: str) -> bool:
        """Say whether any reading of any of the tokens, or its written form, is one of the lemmas."""
        return not self.words.isdisjoint(lemmas)

    def mentions(self, *types: str, first: int | None = None, last: int | None = None) -> list[Mention]:
        """Return the mentions of the given types that lie inside the clause (or a part of it)."""
        if self._types.isdisjoint(types):
            return []
        low = self.first if first is None else first
        high = self.last if last is None else last
        return [m for m in self.sentence.mentions if m.type in types and low <= m.first and m.last <= high]

    def text(self, first: int, last: int) -> str:
        """Return the words of tokens ``first:last`` as they stand, blanks folded."""
        return words(self.sentence.tokens[first:last])


def widened(clause: Clause) -> Clause:
    """Return the clause with the verbless words before it: … есебінен ірі жоба – F құрылысы жүруде."""
    first = clause.first
    while first > 0 and clause.sentence.tokens[first - 1].best.form not in ENDS:
        first -= 1
    return replace(clause, first=first)


def words(tokens: Iterable[Token]) -> str:
    """Join tokens with the blanks that stood between them, one at the most."""
    parts: list[str] = []
    end = -1
    for token in tokens:
        if parts and token.start > end:
            parts.append(" ")
        parts.append(token.text)
        end = token.end
    return "".join(parts)


def is_lemma(token: Token, *lemmas: str) -> bool:
    """Say whether any reading of the token, or its written form, is one of the lemmas."""
    return not token.words.isdisjoint(lemmas)


def forms(token: Token) -> frozenset[str]:
    """Return the verb forms among a token's readings."""
    return frozenset(r.form for r in token.readings if r.form)


def is_case(token: Token, *cases: str) -> bool:
    """Say whether the preferred reading stands in one of the cases."""
    return token.best.case in cases


def is_verb(token: Token) -> bool:
    """Say whether the preferred reading is a verb that can end a clause."""
    return token.best.form in ENDS


def clauses(sentence: Sentence, index: int, language: str) -> list[Clause]:
    """Split a sentence into clauses, in order, without gaps except for the signs between them."""
    cuts = _cuts_ru(sentence) if language == "ru" else _cuts_kk(sentence)
    found: list[Clause] = []
    first = 0
    for cut, resume in [*cuts, (len(sentence.tokens), len(sentence.tokens))]:
        last = _trimmed(sentence, first, cut)
        if last > first:
            found.append(Clause(sentence, index, first, last, language))
        first = max(first, resume)
    return found


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a clause without the full stops and commas that close it."""
    while last > first and sentence.tokens[last - 1].text in ".,!?…;:" and not _abbreviated(sentence, last):
        last -= 1
    return last


def _abbreviated(sentence: Sentence, last: int) -> bool:
    """A full stop may belong to a name: Серікова А.Ж."""
    return sentence.tokens[last - 1].text == "." and any(
        m.type == "person" and m.last == last for m in sentence.mentions
    )


def _inside_quotation(sentence: Sentence) -> list[bool]:
    depth, inside = 0, []
    for token in sentence.tokens:
        if token.text in "«“„":
            depth += 1
        inside.append(depth > 0)
        if token.text in "»”" and depth:
            depth -= 1
    return inside


def _cuts_kk(sentence: Sentence) -> list[tuple[int, int]]:
    tokens, inside, cuts = sentence.tokens, _inside_title(sentence, _finite_within_kk), []
    for i, token in enumerate(tokens):
        if inside[i] or i == 0:
            continue
        before = tokens[i - 1]
        named = i > 1 and before.text[0].isupper() and not before.text.isupper()  # Алматы is no past tense
        dash = (token.text in HARD or _hyphen_as_dash(tokens, i)) and not _inside_name(tokens, i)
        comma = token.text == "," and _ends_kk(before) and not named
        join = (token.norm in JOINS_KK or token.norm in QUOTING) and _finite_kk(before) and not named
        if dash or comma or join:
            cuts.append((i, i + 1))
    return cuts


def _hyphen_as_dash(tokens: tuple[Token, ...], i: int) -> bool:
    """A hyphen between blanks is a dash, as is one behind a quotation: …», -деді."""
    if tokens[i].text != SPACED or i + 1 >= len(tokens):
        return False
    spaced = tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start
    return spaced or (tokens[i - 1].text in SPEECH_ENDS and tokens[i + 1].norm in QUOTING)


def _inside_name(tokens: tuple[Token, ...], i: int) -> bool:
    """A dash before a figure is a range or stands for "is", no boundary: құны – 300 млн теңге."""
    if tokens[i].text == "(" or tokens[i].text == ")":
        return True
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if tokens[i].text not in "–—-" or following is None:
        return False
    if i and tokens[i - 1].best.pos == "NUM" and tokens[i - 1].best.possessive:
        return True
    return following.text[0].isdigit() or (following.norm in FIGURE_ENDINGS and tokens[i - 1].text[-1] in FIGURE_SIGNS)


def _ends_kk(token: Token) -> bool:
    return token.norm in PREDICATES or (
        bool(forms(token) & ENDS) and token.best.case in ("", "nom") and token.best.pos == "VERB"
    )


def _finite_kk(token: Token) -> bool:
    return bool(forms(token) & FINITE) and token.best.pos == "VERB" and token.best.case in ("", "nom")


def _finite_within_kk(tokens: Iterable[Token]) -> bool:
    return any(_finite_kk(t) for t in tokens)


def _cuts_ru(sentence: Sentence) -> list[tuple[int, int]]:
    """Cut where a sign or "and" stands and both sides have a predicate of their own."""
    tokens, inside = sentence.tokens, _inside_title(sentence, _predicate_ru)
    marks = [i for i, t in enumerate(tokens) if i and not inside[i] and _mark_ru(tokens, i)]
    cuts: list[tuple[int, int]] = []
    start = 0
    for at, mark in enumerate(marks):
        far = tokens[mark].norm in OPPOSING
        following = next((m for m in marks[at + 1 :] if not far or tokens[m].text in HARD), len(tokens))
        label = tokens[mark].text == ":"
        that = _opens_that(tokens, mark)
        both = (label or _predicate_ru(tokens[start:mark])) and (that or _predicate_ru(tokens[mark + 1 : following]))
        if both or (tokens[mark].text in HARD - WIDE and not _inside_name(tokens, mark)):
            cuts.append((mark, mark + 1))
            start = mark + 1
    return cuts


def _opens_that(tokens: tuple[Token, ...], mark: int) -> bool:
    """Планируется, что …: what follows is a clause, however far its predicate."""
    return tokens[mark].text == "," and mark + 1 < len(tokens) and tokens[mark + 1].norm in ("что", "чтобы")


def _inside_title(sentence: Sentence, predicate: Callable[[Iterable[Token]], bool]) -> list[bool]:
    """A quotation that holds a predicate is speech, no name: it is cut like any sentence."""
    inside = _inside_quotation(sentence)
    first = 0
    while first < len(inside):
        last = first
        while last < len(inside) and inside[last] == inside[first]:
            last += 1
        if inside[first] and last - first > NAME and predicate(sentence.tokens[first:last]):
            inside[first:last] = [False] * (last - first)
        first = last
    return inside


def _mark_ru(tokens: tuple[Token, ...], i: int) -> bool:
    """A comma between two adjectives of one noun (новой, трёхэтажной школы) is no boundary."""
    token = tokens[i]
    if token.text == ",":
        return not (i + 1 < len(tokens) and tokens[i - 1].best.pos == tokens[i + 1].best.pos == "ADJ")
    return token.text in HARD or _hyphen_as_dash(tokens, i) or token.norm in JOINS_RU or is_lemma(token, "который")


def _predicate_ru(tokens: Iterable[Token]) -> bool:
    """Say whether a finite verb is there; capitals behind a quotation mark («СИНИМ») are a name."""
    opened = False
    for token in tokens:
        named = opened and token.text.isupper()
        if token.best.form in ("past", "pres", "fut", "perf") and token.norm not in PARENTHETIC and not named:
            return True
        opened = token.text in "«“„"
    return False


def before(tokens: tuple[Token, ...], at: int, reach: int) -> Iterator[tuple[int, Token]]:
    """Walk left from ``at`` (exclusive), at most ``reach`` tokens."""
    for i in range(at - 1, max(-1, at - 1 - reach), -1):
        yield i, tokens[i]
