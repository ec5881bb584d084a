"""What an agreement is about: the words before "туралы" or a dative action noun, or behind Russian "о"."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma
from kzhealthkg.extract.context.openings import behind
from kzhealthkg.extract.kinds.documents.accords import fields
from kzhealthkg.extract.kinds.documents.evident import one_topic
from kzhealthkg.extract.kinds.documents.policy_names import WITH
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative

QUOTED = 4
"""Tokens of the longest name in quotation marks that opens a topic, the marks included."""
ADDING = frozenset(lexicon.words("kinds.documents.agreement_topics", "adding"))
SPLITS = frozenset(lexicon.words("kinds.documents.agreement_topics", "splits"))


@cache
def agreement_words(name: str, language: str) -> dict[str, str]:
    """Return the words of one group of lexicon/agreements.tsv and the type each one says."""
    rows = lexicon.table("agreements")
    return {r["word"]: r["agreementType"] for r in rows if r["group"] == name and r["language"] == language}


def topics_of(hit: Hit, noun: int, edge: int) -> list[str]:
    """Return the topics of an agreement whose noun stands at ``noun`` and whose parties end at ``edge``."""
    clause = hit.clause
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        part = _about_ru(hit, max(noun, hit.last - 1) + 1 if noun > hit.first else noun + 1)
        part = part or (fields(hit) if hit.frame.options.get("own") else ())
        part = _behind_such(_field_ru(hit, part) or part)
    else:
        part = _about_kk(hit, noun, edge)
    texts = [text_of(piece, clause.language) for piece in one_topic(part, pieces(part, tokens), clause)]
    return [t for t in texts if t and not t.isupper() and not is_empty(t, clause.language)]


def _about_kk(hit: Hit, noun: int, edge: int) -> tuple[Token, ...]:
    """The words between the parties and "туралы", or before a dative action noun (-уға келісті)."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    known = {*agreement_words("about", "kk"), *agreement_words("field", "kk")}
    at = next((i for i in range(noun - 1, clause.first, -1) if tokens[i].norm in known), None)
    at = _before_action(hit, noun) if at is None or _describes(hit, at, noun) else at
    if at is None or any(m.last == at for m in clause.mentions("place")):  # X қаласы бойынша: where, not what
        return ()
    first = max(edge if edge < at else 0, clause.first, *_parties_end(clause, at, named=at != noun))
    opened = (i for i in range(first, at) if tokens[i].norm in agreement_words("opening", "kk"))
    opening = [i for i in opened if not _beside(tokens, i - 1)]
    start = opening[-1] + 1 if opening else first
    while start < at and (tokens[start].norm in ADDED or _where(tokens[start])):
        start += 1
    start = _behind_sides(clause, behind(clause, start, at), at)
    unnamed = tokens[start].best.pos == "NUM" and tokens[start].best.possessive  # тағы бесеуін сатып алу
    counted = all(t.best.pos in ("PRON", "NUM") for t in tokens[start:at])
    return () if unnamed or counted else tokens[start:at]


def _describes(hit: Hit, at: int, noun: int) -> bool:
    """Емдеу саласындағы кадрларды дамытуға: the field tells what is done in it, unless they only work together there."""
    end = _before_action(hit, noun)
    return end is not None and _goes_on(hit.clause.sentence.tokens[:end], at)


def _goes_on(part: tuple[Token, ...], at: int) -> bool:
    """Емдеу саласындағы кадрларды дамыту: behind the field stands what is done in it."""
    more = part[at + 1 :]
    return part[at].norm in ATTRIBUTIVE and bool(more) and not is_empty(text_of(more, "kk"), "kk")


ATTRIBUTIVE = frozenset(lexicon.words("kinds.documents.agreement_topics", "attributive"))


def _where(token: Token) -> bool:
    """Облыста, қалада: in what area something is agreed on is no part of it."""
    return token.best.case == "loc" and not token.best.possessive and is_lemma(token, *AREAS)


AREAS = area_words("kk")


def _parties_end(clause: Clause, at: int, *, named: bool) -> list[int]:
    """Return where the parties before a topic's end may end: what stands in the instrumental, or a quoted name."""
    tokens, bodies = clause.sentence.tokens, clause.mentions("facility", "organization", last=at)
    quoted = (m for m in bodies if m.case in ("nom", "") and m.last < at and "»" in m.value.name)
    along = [m.last for m in bodies if m.case == "ins"]
    along += [m.last for m in quoted if not tokens[m.last].best.possessive]
    joined = (i for i in range(clause.first, at) if tokens[i].best.case == "ins" and not _beside(tokens, i))
    return along + [i + 1 for i in joined if not named or _is_name(tokens[i]) or _is_body(tokens, i, clause.first)]


def _beside(tokens: tuple[Token, ...], at: int) -> bool:
    """Көмекті нығайтумен қатар: what is agreed on beside something else is no party."""
    return any(r.form == "inf" for r in tokens[at].readings) and any(t.norm in BESIDE for t in tokens[at + 1 : at + 2])


BESIDE = frozenset(lexicon.words("kinds.documents.agreement_topics", "beside"))


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.best.pos in ("NOUN", "PROPN")


def _is_body(tokens: tuple[Token, ...], at: int, first: int) -> bool:
    """Елдің бас банкімен, оның клиникасымен: a body, unless something before it is what is done with it."""
    body = is_lemma(tokens[at], *PARTNERS)
    return body and not any(t.best.case == "acc" for t in tokens[first:at])


PARTNERS = lexicon.words("kinds.documents.agreement_topics", "partners")


def _behind_sides(clause: Clause, first: int, at: int) -> int:
    """Екі ел …, Қазақстан енді Түркиямен …: who agrees with whom, and when, is no part of what is agreed on."""
    tokens, mentions = clause.sentence.tokens, clause.mentions("number", "place", "date", first=first, last=at)
    for m in mentions:
        side = (
            m.type == "number"
            and m.last < at
            and is_lemma(tokens[m.last], *SIDES)
            and tokens[m.last].best.case == "nom"
        )
        area = m.type != "number" and (m.case == "ins" or (m.first == first and m.case in ("", "nom", "loc")))
        if (side and m.first - first <= 1) or area:
            first = behind(clause, m.last + side, at)
    return first


def _before_action(hit: Hit, noun: int) -> int | None:
    """… салуға келісімшарт, …-уға келісті: a dative action noun right before says what is agreed on."""
    before = hit.clause.sentence.tokens[noun - 1 : noun] if noun > hit.clause.first else ()
    action = any(r.form == "inf" and r.case == "dat" for t in before for r in t.readings)
    return noun if noun == hit.first or action else None


SIDES = lexicon.words("kinds.documents.agreement_topics", "sides")
MUTUAL = frozenset(lexicon.words("kinds.documents.agreement_topics", "mutual"))
ADDED = frozenset(lexicon.words("kinds.documents.agreement_topics", "added"))


POINTING = frozenset(lexicon.words("kinds.documents.agreement_topics", "pointing"))


def _about_ru(hit: Hit, first: int) -> tuple[Token, ...]:
    """Return the words behind "о", up to the verb; what a preposition adds to a member of the list is left out."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    reach = range(first, min(clause.last, first + 8))
    at = next((i for i in reach if tokens[i].norm in agreement_words("about", "ru")), None)
    at = next((i for i in reach if _ordered(tokens[i : i + 2])), None) if at is None else at
    if at is None or at + 1 == len(tokens) or tokens[at + 1].norm in POINTING:
        return ()
    kept: list[Token] = []
    case, inside = {"по": "dat", FOR: "acc"}.get(tokens[at].norm, "loc"), True
    for i in range(at + 1, _sides_begin(clause, at + 2, hit.first) if at < hit.first else clause.last):
        if tokens[i].norm in SPLITS and not inside and _resumes(clause, i + 1, case):
            inside = True
        elif tokens[i].norm in ADDING:
            joined = bool(kept) and kept[-1] is tokens[i - 1]
            inside = (
                joined and tokens[i].norm in WITH_RU and is_lemma(tokens[i - 1], *GOVERNING)
            )  # борьба с туберкулёзом
        if kept and tokens[i].best.form in VERBAL and tokens[i].best.pos == "VERB":
            break  # о поставке лекарств и начать выпуск: another verb begins
        if inside:
            kept.append(tokens[i])
    while kept and (kept[-1].norm in SPLITS or kept[-1].norm in AND):
        kept.pop()
    return tuple(kept)


VERBAL = FINITE | {"inf"}


WITH_RU = frozenset(lexicon.words("kinds.documents.agreement_topics", "with_ru"))
GOVERNING = lexicon.words("kinds.documents.agreement_topics", "governing")


def _sides_begin(clause: Clause, first: int, last: int) -> int:
    """О выпуске лекарств Казахстан и Иран подписали …: return where those who agree stand behind a topic, else its end."""
    found = clause.mentions("place", "organization", "facility", first=first, last=last)
    tokens = clause.sentence.tokens
    sides = (m.first for m in found if m.case == "nom" and tokens[m.first - 1].best.pos == "NOUN")
    return next(sides, last)


def _ordered(tokens: tuple[Token, ...]) -> bool:
    """Договор на строительство больницы, контракт на поставку лекарств: what is to be done stands right behind the noun."""
    return len(tokens) > 1 and tokens[0].norm == FOR and tokens[1].norm.endswith(DOING) and tokens[1].best.pos == "NOUN"


FOR = "на"
DOING = lexicon.words("kinds.documents.agreement_topics", "doing")


def _behind_such(part: tuple[Token, ...]) -> tuple[Token, ...]:
    """По таким направлениям, как обучение кадров: the topics stand behind the words that only open their list."""
    opened = bool(part) and is_lemma(part[0], *SUCH)
    at = next((i for i in range(2, len(part)) if opened and part[i].norm in AS and part[i - 1].text == ","), -1)
    return part[at + 1 :]


AS = frozenset(lexicon.words("kinds.documents.agreement_topics", "as"))
SUCH = lexicon.words("kinds.documents.agreement_topics", "such")


def _field_ru(hit: Hit, part: tuple[Token, ...]) -> tuple[Token, ...]:
    """О сотрудничестве в сфере X: behind the noun that says no more than that they work together, the field."""
    if not part or not is_empty(text_of(part, "ru"), "ru"):
        return ()
    tokens = hit.clause.sentence.tokens
    behind = next(i for i, t in enumerate(tokens) if t is part[-1]) + 1
    end = hit.first if behind <= hit.first else hit.clause.last
    at = next((i for i in range(behind, min(end, behind + 2)) if tokens[i].norm in FIELDS_RU), end)
    at -= at < end and tokens[at].norm == "развитию"  # по развитию телемедицины
    last = next((i for i in range(at + 1, end) if tokens[i].norm in ADDING), end)
    return (
        tokens[at + 1 : last]
        if at < end and all(t.text.islower() or t.text == "," for t in tokens[at + 1 : last])
        else ()
    )


FIELDS_RU = frozenset(lexicon.words("kinds.documents.agreement_topics", "fields_ru"))


def _resumes(clause: Clause, at: int, case: str) -> bool:
    """Say whether the next member of the list begins here: its noun stands in the case of the list."""
    following = clause.sentence.tokens[at : min(clause.last, at + 3)]
    noun = next((t for t in following if t.best.pos == "NOUN"), None)
    return noun is not None and any(r.case == case for r in noun.readings) and noun.best.case == case


def pieces(part: tuple[Token, ...], tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Split a list of topics where a noun or action noun ends each member; adjectives of one noun stay together."""
    paired = any(t.norm in WITH for t in part[:2])
    if paired and (part[0] is tokens[0] or part[0].norm in WITH):
        return []  # a party that is not known stands here as well
    found, first = [], 0
    for i, token in enumerate(part):
        ends = token.norm in SPLITS and i > first and part[i - 1].best.pos != "ADJ" and not _governed(part, i)
        field = token.norm in agreement_words("field", "kk") and not _goes_on(part, i)
        if ends or field or (i > first and _beside(part, i - 1)):
            found.append(part[first:i])
            first = i + 1
    found.append(part[first:])
    return [p for p in found if p and (p[0].text[0].isalnum() or _names_one(p))]


def _governed(part: tuple[Token, ...], join: int) -> bool:
    """Обмен студентами и преподавателями: two nouns in the instrumental depend on one before them."""
    beside = (part[join - 1], *part[join + 1 : join + 2])
    return len(beside) > 1 and all(t.best.pos == "NOUN" and t.best.case == "ins" for t in beside)


def _names_one(piece: tuple[Token, ...]) -> bool:
    """«Б» корпусын жөндеу: a short name in quotation marks opens a topic that goes on behind it."""
    closing = next((i for i, t in enumerate(piece[:QUOTED]) if t.text in "»”"), 0)
    return piece[0].text in "«“" and 0 < closing < len(piece) - 1


HOW_OFTEN = frozenset(lexicon.words("kinds.documents.agreement_topics", "how_often"))
THEIRS = frozenset(lexicon.words("kinds.documents.agreement_topics", "theirs"))


def text_of(piece: tuple[Token, ...], language: str) -> str:
    """Return one topic in the nominative."""
    while len(piece) > 1 and piece[-1].norm in HOW_OFTEN | THEIRS:
        piece = piece[:-1]
    return nominative(piece, language).strip(" ,–—-")


def is_empty(text: str, language: str) -> bool:
    """Ынтымақтастық туралы меморандум: that they work together is no topic."""
    bare = [w for w in text.lower().split() if w not in MUTUAL]
    return (
        len(bare) <= 1
        and bool(bare)
        and any(bare[0].startswith(word[:8]) for word in agreement_words("empty", language))
    )
