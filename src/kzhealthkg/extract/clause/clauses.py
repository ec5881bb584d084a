"""The split of a sentence into clauses.

A Kazakh clause ends in its predicate; a Russian one holds one. Commas inside lists split nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.conceded import conceded
from kzhealthkg.extract.clause.connectors import ASIDE, THAT, beyond_connector, set_off
from kzhealthkg.extract.clause.finite_ru import holds_predicate, told_ru
from kzhealthkg.extract.clause.joined_ru import describe_one, done_alike, of_one_noun
from kzhealthkg.extract.clause.participles import NOW
from kzhealthkg.extract.clause.quoted import within_names
from kzhealthkg.extract.clause.relays import attributed, unrelayed
from kzhealthkg.extract.clause.replaced import without_replaced
from kzhealthkg.extract.clause.sites import JOINS
from kzhealthkg.extract.clause.syntax import ENDS, FIGURE_ENDINGS, FINITE, QUOTING, Clause, numbered
from kzhealthkg.model import Sentence, Token
from kzhealthkg.text.quotation import CLOSE, HYPHEN, SPEECH

HARD = frozenset((*";:—–()!?•…", SPEECH))
FIGURE_SIGNS = frozenset("0123456789%")
JOINS_KK = frozenset(lexicon.words("extract.clause.clauses", "joins_kk"))
PREDICATES = frozenset(lexicon.words("extract.clause.clauses", "predicates"))
NEEDING = frozenset(lexicon.words("extract.clause.clauses", "needing"))
JOINS_RU = frozenset(lexicon.words("extract.clause.clauses", "joins_ru"))
OPPOSING = frozenset(lexicon.words("extract.clause.clauses", "opposing"))
OPENING = SPEECH
"""The sign that opens direct speech; the dashes open lines of lists too."""
WIDE = frozenset(":–—")
"""Signs that part two clauses where each has a predicate, and else open a list or stand for "is"."""
ATTRIBUTING = frozenset(lexicon.words("extract.clause.clauses", "attributing"))
SPEECH_ENDS = frozenset((",", *CLOSE, SPEECH))
TAKING_UP = frozenset(lexicon.words("extract.clause.clauses", "taking_up"))
MARKS_KK = HARD | JOINS_KK | QUOTING | TAKING_UP | {HYPHEN, ","}
MARKS_RU = HARD | JOINS_RU | {HYPHEN, ","}
PARTING_RU = MARKS_RU | {"который"}
"""The only tokens that a clause may end at; in Russian also at который."""


def clauses(sentence: Sentence, index: int, language: str) -> list[Clause]:
    """Split a sentence into clauses, in order, without gaps except for the signs between them.

    The clauses before "деп хабарлайды X" know nothing of it: their sentence ends there.
    """
    sentence = without_replaced(sentence)
    news = unrelayed(sentence, language)
    relay = len(news.tokens)
    found = _parts(news, index, language, _begins(news, language), _cuts(news, language))
    if news is not sentence:
        cuts = [cut for cut in _cuts(sentence, language) if cut[0] > relay]
        found += _parts(sentence, index, language, relay + 1, cuts)
    return found


def _begins(sentence: Sentence, language: str) -> int:
    """Return where the first clause begins, behind the dash of speech and words that only join it to what was said."""
    first = int(sentence.tokens[0].text in OPENING and len(sentence.tokens) > 1)
    return beyond_connector(sentence.tokens, first, language)


def _cuts(sentence: Sentence, language: str) -> list[tuple[int, int]]:
    return _cuts_ru(sentence) if language == "ru" else _cuts_kk(sentence)


def _parts(sentence: Sentence, index: int, language: str, first: int, cuts: list[tuple[int, int]]) -> list[Clause]:
    """Return the clauses of a sentence from ``first`` on that end and go on at the cuts."""
    found: list[Clause] = []
    end = len(sentence.tokens)
    whole = Clause(sentence, index, 0, end, language)
    for cut, resume in [*cuts, (end, end)]:
        last = _trimmed(sentence, first, cut)
        if last > first:
            found.append(Clause(sentence, index, first, last, language, whole))
        first = max(first, resume)
    return found


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a clause without the full stops and commas that close it."""
    tokens = sentence.tokens
    while last > first and (sign := tokens[last - 1].text) in ".,!?…;:":
        if sign == "." and "person" in sentence.named and _abbreviated(sentence, last):
            break
        last -= 1
    return last


def _abbreviated(sentence: Sentence, last: int) -> bool:
    """A full stop may belong to a name: Серікова А.Ж."""
    return any(m.last == last for m in sentence.named["person"])


def _cuts_kk(sentence: Sentence) -> list[tuple[int, int]]:
    tokens, cuts = sentence.tokens, list[tuple[int, int]]()
    if MARKS_KK.isdisjoint(sentence.words):
        return cuts
    inside, sums = within_names(sentence, _finite_within_kk), "теңге" in sentence.words
    aside = _places_aside(sentence)
    for i in [i for i in numbered(tokens, MARKS_KK) if i and not inside[i]]:
        if _parts_kk(tokens, i, aside) or (sums and _of_a_sum(tokens, i)):
            cuts.append((i, i + 1))
        elif tokens[i].norm in TAKING_UP and tokens[i - 1].norm == "бар":
            cuts.append((i, i))
    return cuts


def _parts_kk(tokens: tuple[Token, ...], i: int, aside: frozenset[int]) -> bool:
    """Say whether a sign parts two clauses, or a comma or a word that joins them stands behind a predicate."""
    token, before = tokens[i], tokens[i - 1]
    if token.text in HARD or (token.text == HYPHEN and _hyphen_as_dash(tokens, i)):
        return not (_inside_name(tokens, i) or i in aside)
    if i > 1 and before.text[0].isupper() and not before.text.isupper():
        return False  # Алматы is no past tense
    if token.text == ",":
        return _told_before(tokens, i)
    return (token.norm in JOINS_KK or token.norm in QUOTING) and _finite_kk(before)


def _told_before(tokens: tuple[Token, ...], comma: int) -> bool:
    """Say whether a clause may end before a comma."""
    before = tokens[comma - 1]
    if before.forms and (_ends_kk(before) or _told_kk(before)):
        return True
    return (
        before.norm in ATTRIBUTING or before.norm in PREDICATES or _going_on(tokens, comma) or conceded(tokens, comma)
    )


def _places_aside(sentence: Sentence) -> frozenset[int]:
    """Үш амбулатория – A, B және C ауылдарында – жөнделді: the two dashes around a list of places part no clause."""
    if DASHES.isdisjoint(sentence.words):
        return frozenset()
    dashes = numbered(sentence.tokens, DASHES)
    if len(dashes) != PAIR:
        return frozenset()
    first, last = dashes
    held = {i for m in sentence.mentions if m.type == "place" for i in range(m.first, m.last)}
    between = [i for i in range(first + 1, last) if i not in held]
    listed = all(sentence.tokens[i].norm in JOINS for i in between) and last - first - 1 > len(between)
    return frozenset(dashes) if listed else frozenset()


PAIR = 2
DASHES = frozenset("–—")


def _of_a_sum(tokens: tuple[Token, ...], i: int) -> bool:
    """Құны 6 млрд теңге, оның 2 млрд теңгесі бөлінді: a sum that is told ends before the part of it."""
    if (
        tokens[i].text == ","
        and tokens[i - 1].norm in WAS
        and any(t.norm == "теңге" for t in tokens[max(0, i - 4) : i])
    ):
        return True  # 75 млн теңге қажет еді, 30 млн теңге бөлінді
    part = [t.norm for t in tokens[i + 1 : i + 2]] in (["оның"], ["соның"]) and tokens[i].text == ","
    return part and tokens[i - 1].norm == "теңге" and tokens[i + 2 : i + 3] != () and tokens[i + 2].text[0].isdigit()


WAS = frozenset(lexicon.words("extract.clause.clauses", "was"))


def _hyphen_as_dash(tokens: tuple[Token, ...], i: int) -> bool:
    """A hyphen between a quotation and a verb of saying is a dash: …», -деді."""
    said = tokens[i].text == HYPHEN and tokens[i - 1].text in SPEECH_ENDS
    return said and i + 1 < len(tokens) and tokens[i + 1].norm in QUOTING


def _inside_name(tokens: tuple[Token, ...], i: int) -> bool:
    """A dash before a figure is a range or stands for "is", no boundary: құны – 300 млн теңге."""
    if tokens[i].text == "(" or tokens[i].text == ")":
        return True
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if tokens[i].text not in DASHES or following is None:
        return False
    if i and tokens[i - 1].end == tokens[i].start and tokens[i].end == following.start:
        return True  # I–II сатыда
    if i and ((tokens[i - 1].best.pos == "NUM" and tokens[i - 1].best.possessive) or tokens[i - 1].norm in SHARES):
        return True
    led = following.norm in LEADING and i + 2 < len(tokens) and tokens[i + 2].text[0].isdigit()  # қуаты – ауысымына 250
    ended = following.norm in FIGURE_ENDINGS and tokens[i - 1].text[-1] in FIGURE_SIGNS
    return following.text[0].isdigit() or led or ended or _one_of(tokens, i)


def _one_of(tokens: tuple[Token, ...], i: int) -> bool:
    """9 амбулаторияның бірі – A ауылында салынды: a dash between one of a number and what was done to it."""
    if i < 2 or tokens[i - 1].norm not in ONE:
        return False
    whole = tokens[i - 2].best
    placed = any(t.best.case == "loc" for t in tokens[i + 1 : i + 4])
    told = [t for t in tokens[i + 1 :] if t.best.pos != "PUNCT"][-1:]
    counted = whole.pos == "NOUN" and whole.case == "gen" and not whole.plural
    return counted and placed and any(t.best.pos in ("VERB", "AUX") and t.best.form != "part" for t in told)


ONE = frozenset(lexicon.words("extract.clause.clauses", "one_of"))
LEADING = frozenset(lexicon.words("extract.clause.clauses", "leading"))
SHARES = frozenset(lexicon.words("extract.clause.clauses", "shares"))


def _ends_kk(token: Token) -> bool:
    return token.norm in PREDICATES or (
        bool(token.forms & ENDS) and token.best.case in ("", "nom") and token.best.pos == "VERB"
    )


def _going_on(tokens: tuple[Token, ...], i: int) -> bool:
    """40 науқас ем алуда, оның 12-сі …: what is going on closes a clause before a part of those told."""
    return tokens[i - 1].norm.endswith(NOW) and any(t.norm in TAKING_UP for t in tokens[i + 1 : i + 2])


def _told_kk(token: Token) -> bool:
    """… келгенін, … жетіспейтінін айтты: each of the things told is a clause of its own."""
    told = token.best.case == "acc" and token.best.possessive and token.best.pos == "VERB"
    return told and bool(token.forms & {"perf", "part"})


def _finite_kk(token: Token) -> bool:
    return bool(token.forms & FINITE) and token.best.pos == "VERB" and token.best.case in ("", "nom")


def _finite_within_kk(tokens: Iterable[Token]) -> bool:
    return any(_finite_kk(t) or t.norm in NEEDING for t in tokens)


def _cuts_ru(sentence: Sentence) -> list[tuple[int, int]]:
    """Cut where a sign or "and" stands and both sides have a predicate of their own."""
    if PARTING_RU.isdisjoint(sentence.words):
        return []
    tokens, inside = sentence.tokens, within_names(sentence, holds_predicate)
    which = "который" in sentence.words
    able = [i for i, t in enumerate(tokens) if _may_part(t)] if which else numbered(tokens, MARKS_RU)
    marks = [i for i in able if i and not inside[i] and _mark_ru(tokens, i) and not (which and _whose(tokens, i))]
    if not ASIDE.isdisjoint(sentence.words):
        marks = [i for i in marks if not (tokens[i].text == "," and set_off(tokens, i))]
    cuts: list[tuple[int, int]] = []
    if not marks:
        return cuts
    start, predicates, teller = 0, told_ru(sentence), attributed(tokens)
    for mark, following in pairwise([*marks, len(tokens)]):
        if tokens[mark].norm in OPPOSING:
            following = next((m for m in marks if m > mark and tokens[m].text in HARD), len(tokens))
        told = tokens[mark].text == ":" or True in predicates[start:mark]
        both = told and (True in predicates[mark + 1 : following] or _opens_that(tokens, mark))
        if both or mark == teller or (tokens[mark].text in HARD - WIDE and not _inside_name(tokens, mark)):
            cuts.append((mark, mark + 1))
            start = mark + 1
    return cuts


def _may_part(token: Token) -> bool:
    return token.norm in MARKS_RU or "который" in token.words


def _whose(tokens: tuple[Token, ...], at: int) -> bool:
    """Побывал в селе, жители которого ждут врача: the clause opens at the comma, with its subject."""
    owned = at > 1 and tokens[at - 2].text == "," and tokens[at - 1].best.pos == "NOUN"
    return owned and "который" in tokens[at].words


def _opens_that(tokens: tuple[Token, ...], mark: int) -> bool:
    """Планируется, что …: what follows is a clause, however far its predicate."""
    return tokens[mark].text == "," and mark + 1 < len(tokens) and tokens[mark + 1].norm in THAT


def _mark_ru(tokens: tuple[Token, ...], i: int) -> bool:
    """A comma between two adjectives of one noun (новой, трёхэтажной школы) is no boundary."""
    token = tokens[i]
    if token.text == ",":
        adjective = tokens[i - 1].best.pos == "ADJ" and i + 1 < len(tokens)
        return not (adjective and of_one_noun(tokens[i - 1], tokens[i + 1]))
    if token.norm == "и" and 0 < i < len(tokens) - 1 and (done_alike(tokens, i) or describe_one(tokens, i)):
        return False
    return token.text in HARD or token.norm in JOINS_RU or _hyphen_as_dash(tokens, i) or "который" in token.words
