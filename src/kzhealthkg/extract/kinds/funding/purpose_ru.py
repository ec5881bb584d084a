"""What money is for in Russian: the phrase behind "на" or "для", in the nominative."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import bracketed
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.status_ru import FINITE
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.kinds.funding.aims_ru import in_nominative, next_aim, turned
from kzhealthkg.model import Mention, Token
from kzhealthkg.model.frozen import frozen

ON_THIS = frozenset(lexicon.words("kinds.funding.purpose_ru", "on_this"))
TRAILING = frozenset(lexicon.words("kinds.funding.purpose_ru", "trailing"))

REACH = 24
OF_PURPOSE = {"на": "acc", "для": "gen", "в": "acc"}
OF_PURPOSE_TOO = {"acc": "nom", "gen": "gen"}
"""An inanimate accusative looks like the nominative, and some words are known in that alone (закуп)."""
GIVING_INTO = frozenset(lexicon.words("kinds.funding.purpose_ru", "giving_into"))
SIGNS = frozenset(",;:–—()")
ACTIONS = frozenset(lexicon.words("kinds.funding.purpose_ru", "actions"))
KEPT = {
    "в": frozenset({"эксплуатация", "сфера", "отрасль", "область", "система"}),
    "для": None,
    "к": None,
    "с": None,
    "со": None,
    "по": ACTIONS,
}
"""Prepositions that go on inside a purpose, with the nouns that they need: в сфере здравоохранения."""
SINCE = frozenset(lexicon.words("kinds.funding.purpose_ru", "since"))
SAYING = frozenset(lexicon.words("kinds.funding.purpose_ru", "saying"))
THIS = frozenset(lexicon.words("kinds.funding.purpose_ru", "this"))
GIVERS = lexicon.words("kinds.funding.purpose_ru", "givers")
AIMS = frozenset(lexicon.words("kinds.funding.purpose_ru", "aims"))
NTH = frozenset(lexicon.words("kinds.funding.purpose_ru", "nth"))
IT = lexicon.words("kinds.funding.purpose_ru", "it")
OWNERS = frozenset(lexicon.words("kinds.funding.purpose_ru", "owners"))
NO_PURPOSE = frozenset(lexicon.words("kinds.funding.purpose_ru", "no_purpose"))


@frozen
class PurposeRu:
    """A purpose: its text in the nominative, its clean-text span and tokens, and whether it points back."""

    text: str
    start: int
    end: int
    first: int
    last: int
    pointing: bool


def purpose_ru(clause: Clause, skip: tuple[int, int]) -> PurposeRu | None:
    """Return what the money of a clause is for; ``skip`` is the span that says whose money it is."""
    for at in range(clause.first, clause.last - 1):
        if _opens(clause, at, skip):
            last = _end(clause, at + 1, skip)
            if last > at + 1:
                return _made(clause, at, last)
    return None


def _opens(clause: Clause, at: int, skip: tuple[int, int]) -> bool:
    """ "На" or "для" before a noun that is no date, no place and no size."""
    tokens = clause.sentence.tokens
    case = OF_PURPOSE.get(tokens[at].norm)
    if case is None or skip[0] <= tokens[at].start < skip[1]:
        return False
    if tokens[at].norm == "в" and not any(t.best.lemma in GIVING_INTO for t in clause.tokens):
        return False
    if any(m.first <= at + 1 < m.last for m in clause.mentions("date", "money", "place", "percent")):
        return False
    if any(m.first == at + 1 and _step(tokens[m.last : m.last + 2]) for m in clause.mentions("number")):
        return False  # на 7 млрд больше
    head = _head(clause, at + 1)
    return (
        head is not None
        and head.best.lemma not in NO_PURPOSE
        and any(r.case in (case, OF_PURPOSE_TOO[case]) for r in head.readings)
    )


def _step(words: tuple[Token, ...]) -> bool:
    return any(t.norm in MORE for t in words)


MORE = frozenset(lexicon.words("kinds.funding.purpose_ru", "more"))


def _head(clause: Clause, first: int) -> Token | None:
    """Return the noun that a phrase beginning at ``first`` is headed by, None for a figure or a verb."""
    for token in clause.sentence.tokens[first : min(clause.last, first + 6)]:
        if token.norm in OWNERS:
            continue
        if token.best.pos in ("NOUN", "PROPN", "PRON", "X") or token.norm in ON_THIS:
            return None if token.best.lemma in OWNERS else token
        if token.best.pos not in ("ADJ", "NUM") and token.best.form != "part" and token.norm not in OWNERS:
            return None
    return None


def _end(clause: Clause, first: int, skip: tuple[int, int]) -> int:
    tokens = clause.sentence.tokens
    last = first
    while last < min(clause.last, first + REACH) and ((more := _aside(tokens, last)) or not _stops(clause, last, skip)):
        last += more or 1
    while last > first and tokens[last - 1].norm in TRAILING:
        last -= 1
    return _without_receiver(clause, first, _without_place(clause, first, _before_sum(clause, first, last)))


def _without_receiver(clause: Clause, first: int, last: int) -> int:
    """На развитие отрасли региону, на закуп приборов областной больнице: leave out who gets the money."""
    tokens = clause.sentence.tokens
    if last - first > 1 and tokens[last - 1].norm in RECEIVING:
        return last - 1
    named = [m for m in clause.mentions("facility") if m.last == last and m.first > first]
    cases = {r.case for r in tokens[named[0].last - 1].readings} if named else {"gen"}
    return last if "gen" in cases or "dat" not in cases else named[0].first


RECEIVING = frozenset(lexicon.words("kinds.funding.purpose_ru", "receiving"))


def _before_sum(clause: Clause, first: int, last: int) -> int:
    """На закуп лекарств рекордные 5 млрд: leave out the adjectives of the sum behind."""
    tokens, sums = clause.sentence.tokens, {m.first for m in clause.mentions("money")}
    end = last
    while end > first + 1 and last in sums and tokens[end - 1].best.pos == "ADJ":
        end -= 1
    return end


def _aside(tokens: tuple[Token, ...], at: int) -> int:
    """ФАПов (ФП) и амбулаторий: how many words in brackets, with "and" behind them, a purpose passes over."""
    if tokens[at].text != "(":
        return 0
    close = next((i for i in range(at, len(tokens) - 1) if tokens[i].text == ")"), -1)
    return close + 1 - at if close > 0 and tokens[close + 1].norm == "и" else 0


def _stops(clause: Clause, at: int, skip: tuple[int, int]) -> bool:
    token = clause.sentence.tokens[at]
    if token.text == "," and (_next_action(clause, at) or next_aim(clause.sentence.tokens, at, clause.last)):
        return False
    if token.text in SIGNS or token.best.form in FINITE or skip[0] <= token.start < skip[1] or token.norm in SAYING:
        return True
    if token.best.case == "ins" and is_lemma(token, *GIVERS):
        return True  # на ремонт больницы акимом выделено
    if any(m.first <= at < m.last for m in clause.mentions("money", "date", "percent")):
        return True
    if token.best.pos != "ADP":
        return _subject(clause, at)
    wanted = KEPT.get(token.norm, frozenset())
    following = clause.sentence.tokens[at + 1 : at + 2]
    if token.norm in WITH and any(t.best.lemma in SINCE for t in following):
        return True
    placed = any(m.first == at + 1 for m in clause.mentions("place"))
    return placed or (wanted is not None and not any(t.best.lemma in wanted for t in following))


def _next_action(clause: Clause, at: int) -> bool:
    """На строительство, ремонт и оснащение больниц: the first of several actions on one thing."""
    tokens = clause.sentence.tokens
    one = at > clause.first and tokens[at - 1].best.lemma in ACTIONS
    following = tokens[at + 1 : at + 2]
    return one and any(t.best.lemma in ACTIONS and any(r.case == "acc" for r in t.readings) for t in following)


def _subject(clause: Clause, at: int) -> bool:
    """На ремонт больницы акимат выделил …: a bare nominative behind another noun is the one who gives."""
    tokens = clause.sentence.tokens
    own = {r.case for r in tokens[at].readings if r.pos in ("NOUN", "PROPN")}
    behind = tokens[at - 1].best.pos in ("NOUN", "PROPN") or _used_as_noun(*tokens[at - 1 : at + 1])
    if behind and tokens[at].best.pos == "ADJ":
        return _giver(tokens[at : at + 3])
    return tokens[at].best.pos == "NOUN" and behind and bool(own) and not own & {"gen", "ins", "dat"}


def _used_as_noun(word: Token, behind: Token) -> bool:
    """На лечение больных регион тратит …: an adjective that agrees with nothing behind it stands for people."""
    own, other = ({(r.case, bool(r.plural)) for r in t.readings if r.case} for t in (word, behind))
    return word.best.pos == "ADJ" and own.isdisjoint(other)


def _giver(words: tuple[Token, ...]) -> bool:
    """На ремонт больницы местные власти выделили …: an adjective and a noun in the nominative right before the verb."""
    if len(words) < SUBJECT or words[-1].best.form not in FINITE or words[1].best.pos != "NOUN":
        return False
    said = [{r.case for r in t.readings if r.pos == t.best.pos} for t in words[:2]]
    return "nom" in said[0] & said[1] and "gen" not in said[0] & said[1]


SUBJECT = 3


def _without_place(clause: Clause, first: int, last: int) -> int:
    """Leave out the place that a purpose ends in, where it is no part of a facility's name."""
    named = clause.mentions("facility")
    for mention in reversed(clause.mentions("place")):
        inside = any(f.first <= mention.first < f.last for f in named)
        if mention.last == last and mention.first > first and not inside:
            last = mention.first
    return last


def _made(clause: Clause, at: int, last: int) -> PurposeRu:
    tokens = clause.sentence.tokens
    first = at + 1
    this = any(t.best.lemma in THIS or t.norm in THIS for t in tokens[first : first + 2])
    it = last - first == 1 and is_lemma(tokens[first], *IT)  # средства на неё
    pointing = it or (this and any(t.best.lemma in AIMS for t in tokens[first:last]))
    owned = tokens[first].norm in OWNERS
    vague = last - first == 2 and tokens[last - 1].best.lemma in NTH  # на реализацию второго
    aside = bracketed(clause)
    told = () if pointing or vague else tuple(tokens[i] for i in range(first + owned, last) if i not in aside)
    text = _nominative(told) if told else ""  # на (ремонт) 5 млн: nothing but an aside
    return PurposeRu(text, tokens[at].start, tokens[last - 1].end, first, last, pointing or owned)


def _nominative(tokens: tuple[Token, ...]) -> str:
    """Строительства и ремонта больниц → строительство и ремонт больниц: each head of a pair is turned."""
    if any(t.text == "," for t in tokens):
        return in_nominative(tokens)
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].norm == "и"), None)
    if at is None or not _pair(tokens, at):
        return turned(tokens)
    return f"{turned(tokens[:at])} и {turned(tokens[at + 1 :])}"


def _pair(tokens: tuple[Token, ...], at: int) -> bool:
    """Two heads stand on both sides of "и": the first has no genitive of its own after it."""
    nouns = [i for i in range(at) if tokens[i].best.pos == "NOUN"]
    right = next((t for t in tokens[at + 1 :] if t.best.pos == "NOUN"), None)
    if nouns != [at - 1] or right is None:
        return False
    left = tokens[at - 1]
    return bool({(r.case) for r in left.readings} & {r.case for r in right.readings} & {"gen", "acc"})


def facility_in(clause: Clause, found: PurposeRu) -> Mention | None:
    """Return the one facility that a purpose names."""
    inside = clause.mentions("facility", first=found.first, last=clause.last)
    inside = [m for m in inside if m.first <= found.last]  # who gets the money stands right behind
    return inside[0] if len(inside) == 1 else None
