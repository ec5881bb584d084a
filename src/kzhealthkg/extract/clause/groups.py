"""The people and offices of a sentence, those of one list together."""

from __future__ import annotations

from functools import partial

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import grouped, nouns
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.model import Document, Mention, Sentence, Token

PLURALS = lexicon.words("extract.clause.groups", "plurals")

JOINS = frozenset(lexicon.words("extract.clause.groups", "joins"))


AND = frozenset(lexicon.words("extract.clause.groups", "and"))


AND_RU = frozenset(lexicon.words("extract.clause.groups", "and_ru"))
TITLE = 8
"""Words in the longest title between "and" and the next name."""


words_of = partial(grouped, "agents")
"""Returns the words of one group of lexicon/agents.tsv, by its name and the language."""


@once_each
def places(document: Document) -> list[tuple[int, Sentence, Mention]]:
    """Return the places that an article names, with their sentences and the numbers of these."""
    return [(at, s, m) for at, s in enumerate(document.sentences) for m in s.named.get("place", ())]


@once_each
def names_anybody(document: Document) -> bool:
    """Say whether an article names any person: without one nobody in it acts whom a statement could name."""
    return any("person" in sentence.named for sentence in document.sentences)


@once_each
def groups(sentence: Sentence) -> list[list[Mention]]:
    """Return the people and offices of a sentence, those of one list together."""
    found: list[list[Mention]] = []
    for mention in _whole(sentence):
        if found and _coordinated(sentence, found[-1][-1], mention):
            found[-1].append(mention)
        else:
            found.append([mention])
    return found


def _whole(sentence: Sentence) -> list[Mention]:
    """People and offices that are not words of an institution's name or of a noun phrase after them."""
    named = [m for m in sentence.mentions if m.type in ("person", "post")]
    if not named:
        return named
    names = [m for m in named if m.type == "person"]
    posts = [m for m in named if m.type == "post" and not _owns(sentence, m)]
    posts = [p for p in posts if not _are_several(sentence, p)]
    posts = [p for p in posts if not any(n.first < p.last and p.first < n.last for n in names)]
    return sorted([*names, *posts], key=lambda m: m.first)


def _are_several(sentence: Sentence, mention: Mention) -> bool:
    """Депутаты мажилиса посетили больницу: offices that several hold name nobody."""
    nouns_ = [r for r in sentence.tokens[mention.first].readings if r.pos == "NOUN"]
    return sentence.tokens[mention.first].norm.endswith(PLURALS) and bool(nouns_) and all(r.plural for r in nouns_)


def _owns(sentence: Sentence, mention: Mention) -> bool:
    """Облыс әкімі гранты: an office that only says whose the noun after it is."""
    following = sentence.tokens[mention.last : mention.last + 1]
    near = [
        t for t in following if t.best.pos == "NOUN" and t.best.possessive and t.norm not in words_of("apart", "kk")
    ]
    return mention.case in ("nom", "") and bool(near)


def _coordinated(sentence: Sentence, left: Mention, right: Mention) -> bool:
    """X, Y және Z; X и хирург Y: say whether only signs of a list, or a title, stand between two mentions."""
    end = max(left.end, left.value.post_end if left.type == "person" else -1)
    start = max(begin(right), end)
    apart = [t for t in sentence.tokens[left.last : right.first] if t.text not in "()"]
    between = [t for t in apart if t.start >= end and (start == end or t.start < start)]
    if begin(right) < right.start and len(between) > 1 and between[-1].best.pos in ("NOUN", "ADJ"):
        between.pop()  # the bare body of an office: басқарма басшысы X
    if bool(between) and all(t.norm in JOINS for t in between):
        return True
    behind = [t.norm for t in sentence.tokens[right.last : right.last + 1]]
    listed = between[:1] and between[0].text == "," and behind and behind[0] in AND_RU  # X, профессор Y и хирург Z
    if len(between) > 1 and (listed or between[0].norm in AND_RU):
        return (
            left.case == right.case
            and len(between) <= TITLE
            and _calling(between[1])
            and all(map(_titular, between[1:]))
        )
    titled = 1 < len(between) <= TITLE and all(_titular(t) for t in between[1:])
    if titled and between[0].text == "," and left.case == right.case:
        return _introduces(between[1:])
    return (titled or len(between) == 1) and between[0].norm in AND


def _introduces(words: list[Token]) -> bool:
    """X, дәрігер Y; X, «A» қоры Y; X, A ҚҚ Y: say whether a trade or a body stands right before a name in a Kazakh list."""
    last = words[-1]
    trade = not last.words.isdisjoint(nouns("professions", "kk")) and last.best.case in ("nom", "")
    return trade or any(t.text in "»”" for t in words) or (last.text.isupper() and len(last.text) > 1)


def _calling(token: Token) -> bool:
    """X и хирург Y, X, эксперт банка Y: what the next one in a Russian list is, before the name."""
    return token.best.case in ("nom", "") and is_calling(token)


def is_calling(token: Token) -> bool:
    """Хирург, профессор, консультант: say whether a Russian word tells what somebody is."""
    return not (token.words.isdisjoint(CALLINGS) and token.words.isdisjoint(nouns("professions", "ru")))


CALLINGS = frozenset(lexicon.words("extract.clause.groups", "callings"))


def _titular(token: Token) -> bool:
    """… және академик, педиатрияның негізін салушы Y: bare nouns in apposition to the next name, a quoted one too."""
    quoted = token.text in "«»“”„" or (token.text.isascii() and token.text.isalpha())
    return quoted or token.text == "," or (token.best.pos in ("NOUN", "ADJ") and not token.best.form)


def words_before(sentence: Sentence, group: list[Mention], most: int) -> list[Token]:
    """Return the last words before a group of people and the office of the first of them."""
    start = begin(group[0])
    return [token for token in sentence.tokens if token.end <= start][-most:]


def begin(mention: Mention) -> int:
    """Return where a person's office, or else the name itself, begins in the clean text."""
    office: int = mention.value.post_start if mention.type == "person" else -1
    return min(office, mention.start) if office >= 0 else mention.start
