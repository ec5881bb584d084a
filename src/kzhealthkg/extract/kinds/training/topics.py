"""What a training is about: the words before "бойынша", behind Russian "по", or a level of study."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import is_calling
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.phrases_ru import genitive
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import wording
from kzhealthkg.extract.kinds.training.came_ru import who_came
from kzhealthkg.extract.kinds.training.objects import Topic, learnt
from kzhealthkg.extract.kinds.training.topics_kk import mastered_kk, topical
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import CLOSE, OPEN

ON = frozenset(lexicon.words("kinds.training.topics", "on"))
WHEN_OR_WHERE = frozenset(lexicon.words("kinds.training.topics", "when_or_where"))

LEVELS = lexicon.words("kinds.training.topics", "levels")
COURSES = lexicon.words("kinds.training.topics", "courses")
NOT_TOPICS = frozenset(lexicon.words("kinds.training.topics", "not_topics"))
EXCHANGE = frozenset(lexicon.words("kinds.training.topics", "exchange"))
DEVOTED = frozenset(lexicon.words("kinds.training.topics", "devoted"))
MARKS = frozenset(lexicon.words("kinds.training.topics", "marks"))
THEME = frozenset(lexicon.words("kinds.training.topics", "theme"))
LEARNING = lexicon.words("kinds.training.topics", "learning")
PROGRAMMES = lexicon.words("kinds.training.topics", "programmes")
MASTERING = lexicon.words("kinds.training.topics", "mastering")
METHODS = lexicon.words("kinds.training.topics", "methods")
WORK = lexicon.words("kinds.training.topics", "work")
OBJECTS = frozenset(lexicon.words("kinds.training.topics", "objects"))
"""Prepositions of what an action is done to: уход за больными, помощь при инсульте."""
SIGNS = frozenset({",", "и", "-"})
OPENING = frozenset(lexicon.words("kinds.training.topics", "opening"))
REACH = 40


def topic(hit: Hit) -> Topic | None:
    """Return what a training is about, or None."""
    if hit.clause.language == "ru":
        return _by_ru(hit) or _mastered(hit) or _themed(hit.clause, hit.last) or _of_course_before(hit) or _level(hit)
    return _before_kk(hit.clause, hit.last) or mastered_kk(hit) or _level(hit)


def _before_kk(clause: Clause, last: int) -> Topic | None:
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first + 1, last) if tokens[i].norm in MARKS), None)
    return before(clause, at) if at is not None else None


def before(clause: Clause, at: int) -> Topic | None:
    """Return the words before a mark of topic (бойынша, арналған) at token ``at``."""
    tokens = clause.sentence.tokens
    if tokens[at - 1].text in CLOSED:
        return _titled(clause, at)
    first = at - 1
    while first > clause.first and topical(clause, first - 1):
        first -= 1
    while first < at - 1 and tokens[first].norm in OPENING:
        first += 1
    text = nominative(tokens[first:at], "kk") or words(tokens[first:at])
    generic = tokens[at - 1].best.lemma in NOT_TOPICS and (at - first < 2 or tokens[at - 1].best.plural)
    named = tokens[at - 1].best.lemma in NOT_TOPICS and tokens[at - 2].text in '»”"'
    return None if generic or named else Topic(_joined(text), tokens[first].start, tokens[at].end)


CLOSED, OPENED = frozenset(CLOSE), frozenset(OPEN)


def _titled(clause: Clause, at: int) -> Topic | None:
    """«Гипертония: не білу керек» тақырыбында: the title right before the mark, whatever signs it holds."""
    tokens = clause.sentence.tokens
    first = next((i for i in range(at - 2, -1, -1) if tokens[i].text in OPENED), -1)
    if first < 0:
        return None
    return Topic(clause.text(first + 1, at - 1), tokens[first].start, tokens[at].end)


def _joined(text: str) -> str:
    text = text.lower() if text.isupper() and " " in text else text
    return text.replace(", сондай-ақ ", ", ").replace(", а также ", ", ").strip(" ,")


def _level(hit: Hit) -> Topic | None:
    """Резидентурада оқып жатыр: the level is what is studied."""
    for token in hit.clause.tokens:
        stem = next((s for s in LEVELS if token.norm.startswith(s)), None)
        if stem is not None and token.best.case != "nom":
            return Topic(f"{stem}а", token.start, token.end)
    return None


def _by_ru(hit: Hit) -> Topic | None:
    """Прошли обучение по гематологии; обучение диагностике и терапии …"""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    noun = next((i for i in range(hit.first, min(clause.last, hit.last + 4)) if tokens[i].best.lemma in COURSES), None)
    opening = start = (noun if noun is not None else hit.last - 1) + 1
    while start < clause.last and _skipped(clause, start):
        start += 1
    behind = start < clause.last and tokens[start].norm in ON
    first = start + 1 if behind else start
    taught = noun is not None or is_lemma(hit.verb, *LEARNING)
    if not behind and noun is None and taught and start == opening:
        opening = start = first = _after_learners(clause, start)
    dative = taught and hit.last <= start == opening < clause.last and "dat" in {r.case for r in tokens[start].readings}
    if not behind and not dative:
        return None
    last = _end_ru(clause, first)
    if last <= first or (
        is_lemma(tokens[first], *PROGRAMMES) and any(t.text in "«“" for t in tokens[first + 1 : first + 2])
    ):
        return None  # стажировка по программе «Восход»
    return Topic(_dative_to_nominative(clause, first, last), tokens[first].start, tokens[last - 1].end)


def _after_learners(clause: Clause, start: int) -> int:
    """Обучили 12 врачей области методике X: those counted right behind the verb stand before what they learn."""
    tokens, at = clause.sentence.tokens, start
    if not clause.mentions("number", first=start, last=start + 1):
        return start
    while at < clause.last and tokens[at].best.case != "dat" and tokens[at].best.pos in ("NOUN", "ADJ", "NUM", "PROPN"):
        at += 1
    return at


def _mastered(hit: Hit) -> Topic | None:
    """Освоили технику эмболизации: the object of a verb of learning is its topic."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if not (is_lemma(hit.verb, *MASTERING) and (clause.mentions("number") or who_came(clause))):
        return None
    head = learnt(hit)
    if head is None or tokens[head].best.lemma in NOT_TOPICS:
        return None
    found = phrase(clause, head)
    if found.last - found.first == 1 and is_lemma(tokens[head], *METHODS):
        return None
    return Topic(wording.lowered(found, found.text()), tokens[found.first].start, tokens[found.last - 1].end)


def _of_course_before(hit: Hit) -> Topic | None:
    """На мастер-класс по эндоскопии съехались 40 хирургов: the topic behind a course that opens the clause."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    noun = next((i for i in range(clause.first, hit.first) if tokens[i].best.lemma in COURSES), None)
    aimed = noun is not None and noun + 1 < hit.first and tokens[noun + 1].norm == "по"
    return behind_ru(replace(clause, last=hit.first), noun) if noun is not None and aimed else None


def behind_ru(clause: Clause, noun: int) -> Topic | None:
    """Практикум для врачей по цитометрии; программа, посвящённая лечению …: a topic anywhere behind its noun."""
    tokens = clause.sentence.tokens
    if (themed := _themed(clause, noun + 1)) is not None:
        return themed
    for at in range(noun + 1, clause.last - 1):
        exchange = tokens[at + 1].best.lemma in EXCHANGE
        if (tokens[at].norm == "по" and not exchange) or tokens[at].best.lemma in DEVOTED:
            last = _end_ru(clause, at + 1)
            if last > at + 1:
                return Topic(_dative_to_nominative(clause, at + 1, last), tokens[at + 1].start, tokens[last - 1].end)
    return None


def _themed(clause: Clause, begin: int) -> Topic | None:
    """На тему ранней диагностики глаукомы, на тему «Боль в спине»: the genitive or the title behind."""
    tokens = clause.sentence.tokens
    first = last = next((i + 1 for i in range(begin, clause.last) if tokens[i].norm in THEME), clause.last)
    if first < clause.last and tokens[first].text in "«“":
        last = next((i for i in range(first, clause.last) if tokens[i].text in "»”"), first)
        return Topic(words(tokens[first + 1 : last]), tokens[first].start, tokens[last].end) if last > first else None
    while last < clause.last and (genitive(tokens[last]) or (last > first and tokens[last].norm == "и")):
        last += 1
    return (
        Topic(nominative(tokens[first:last], "ru"), tokens[first].start, tokens[last - 1].end) if last > first else None
    )


def _skipped(clause: Clause, at: int) -> bool:
    """Places and dates between the course and its topic."""
    covered = any(m.first <= at < m.last for m in clause.mentions("place", "date", "facility"))
    return covered or clause.sentence.tokens[at].norm in WHEN_OR_WHERE


def _end_ru(clause: Clause, first: int) -> int:
    tokens, last = clause.sentence.tokens, first
    while last < min(clause.last, first + REACH):
        token = tokens[last]
        cases = {r.case for r in token.readings}
        named = any(m.first <= last < m.last for m in clause.mentions("place", "date", "number", "facility"))
        if named or (last > first and token.best.pos == "ADP"):
            break
        if (
            token.text not in ",-"
            and token.norm != "и"
            and not genitive(token)
            and "dat" not in cases
            and not (token.best.pos == "ADV" and tokens[last + 1 : last + 2])
            and token.text[0].isalpha()
        ):
            break
        last += 1
    last = _without_signs(tokens, first, last)
    if last > first and tokens[last - 1].best.pos == "ADP":
        return _without_signs(tokens, first, _governed(clause, last))
    action = last > first and tokens[last - 1].best.pos == "NOUN" and last < clause.last
    done_on = action and is_lemma(tokens[last - 1], *WORK) and tokens[last].norm == "на"
    teacher = any(map(is_calling, tokens[last + 1 : min(last + 3, clause.last)]))  # у экспертов, у ведущего профессора
    return _governed(clause, last + 1) if done_on or (action and not teacher and tokens[last].norm in OBJECTS) else last


def _without_signs(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return the end of a topic without the signs and prepositions of what comes behind it (, в котором)."""
    while last > first and tokens[last - 1].norm in SIGNS:
        last -= 1
    return last


def _governed(clause: Clause, last: int) -> int:
    """По работе с аппаратами ИВЛ: a preposition that ends a topic has its noun with it."""
    tokens = clause.sentence.tokens
    while last < clause.last and tokens[last].best.pos in ("NOUN", "ADJ", "PROPN", "X"):
        last += 1
    return last - (tokens[last - 1].best.pos == "ADP")


def _dative_to_nominative(clause: Clause, first: int, last: int) -> str:
    """Return a list of datives as nominatives, what depends on each left as it stands."""
    tokens = clause.sentence.tokens
    parts, begin = [], first
    for at in range(first, last + 1):
        if at == last or (tokens[at].norm in ("и", ",") and at + 1 < last and _heads_dative(tokens[at + 1])):
            parts.append(_member(clause, begin, at))
            if at < last:
                parts.append(", " if tokens[at].text == "," else " и ")
            begin = at + 1
    return "".join(parts)


def _heads_dative(token: Token) -> bool:
    return token.best.case == "dat"


def _member(clause: Clause, first: int, last: int) -> str:
    tokens = clause.sentence.tokens
    head = next(
        (i for i in range(first, last) if tokens[i].best.case == "dat" and tokens[i].best.pos == "NOUN"), last - 1
    )
    own = nominative(tokens[first : head + 1], "ru")
    rest = words(tokens[head + 1 : last])
    return f"{own} {rest}".strip()
