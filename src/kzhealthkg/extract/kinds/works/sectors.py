"""Works that are not health's alone: социальные объекты."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND, JOINS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.goods.counted_members import OPENINGS
from kzhealthkg.model import Document, Mention, Quantity, Token


def of_all_sorts(clause: Clause, mention: Mention, memory: Memory) -> bool:
    """Строительство двух социальных объектов: not health's alone, unless as many were told of before."""
    count = mention.value.count
    generic = mention.value.type in ("", "medical-facility") and not mention.value.name
    if generic and not mention.value.type and _of_work_map(clause):
        return True
    if (
        count is not None
        and generic
        and (_named_for_others(clause, mention) or beside_others(clause) or lists_others(clause, mention))
    ):
        return True
    if (
        generic
        and clause.index
        and not measures.medical(clause.tokens, clause.language)
        and _said_of_others(clause, memory)
    ):
        return True
    if count is None or int(count.value) in {d.slots.get("count") for d in memory.drafts if d.kind == "Works"}:
        return False
    before = clause.sentence.tokens[max(clause.first, mention.first - 3) : mention.last]
    social = any(t.best.lemma == "социальный" for t in before)
    return social or (not mention.value.type and _social_elsewhere(memory, count))


def _of_work_map(clause: Clause) -> bool:
    """По «Дорожной карте занятости» отремонтировано 45 объектов: a programme that mends schools and clubs as well."""
    maps = "занятость" in clause.whole.words or "дкз" in clause.whole.words
    return maps and not measures.medical(clause.whole.tokens, clause.language)


def _said_of_others(clause: Clause, memory: Memory) -> bool:
    """В сёлах строят 20 объектов водоснабжения. Идёт строительство 12 объектов: those of the sector just told of."""
    told = memory.document.sentences[max(0, clause.index - BACK) : clause.index]
    if any(measures.medical(s.tokens, clause.language) for s in told):
        return False
    named = (s for s in told if OBJECT in s.words and not s.words.isdisjoint(OF_OTHERS))
    return any(_own_sector(s.tokens) for s in named) or any(not s.words.isdisjoint(WORKS_OF_OTHERS) for s in told)


def _own_sector(tokens: tuple[Token, ...]) -> bool:
    """Объектов питьевого водоснабжения: say whether objects are said to be another sector's, an adjective between or not."""
    for at, token in enumerate(tokens):
        if OBJECT in token.words:
            rest = (t for t in tokens[at + 1 : at + 1 + REACH] if t.best.pos != "ADJ")
            if any(is_lemma(t, *OTHERS) for t in (*rest,)[:1]):
                return True
    return False


WORKS_OF_OTHERS = frozenset(lexicon.words("kinds.works.sectors", "works_of_others"))


BACK = 2
"""Sentences back to what tells whose objects are spoken of, at most."""
OBJECT = "объект"
OTHERS = lexicon.words("kinds.works.sectors", "others")
OF_OTHERS = frozenset(OTHERS)
AROUND = 8
"""Words from a bare object to what it is for, at most."""


def _named_for_others(clause: Clause, mention: Mention) -> bool:
    """12 объектов образования и здравоохранения, 6 объектов для снабжения водой: what says whose they are names another sector."""
    if not any(is_lemma(t, *OTHERS) for t in clause.tokens):
        return False
    tokens = clause.sentence.tokens
    own = list(tokens[mention.first : mention.last])
    for token in () if mention.value.type else tokens[mention.last : min(clause.last, mention.last + AROUND)]:
        if token.best.pos == "PUNCT" or token.best.form:
            break
        own.append(token)
    return any(is_lemma(t, *OTHERS) for t in own)


def lists_others(clause: Clause, mention: Mention) -> bool:
    """Строят 10 объектов: 4 водопровода и ФАП: say whether the list behind a colon holds what is another sector's."""
    tokens = clause.sentence.tokens
    behind = (
        tokens[mention.last + 1 :]
        if tokens[mention.last : mention.last + 1] and tokens[mention.last].text == ":"
        else ()
    )
    return any(not t.words.isdisjoint(WORKS_OF_OTHERS) for t in behind)


def for_others(clause: Clause) -> bool:
    """Ауыз сумен қамту үшін 6 нысан салынды: say whether a clause with bare objects names the sector that they are for."""
    return not OF_OTHERS.isdisjoint(clause.words) and not measures.medical(clause.tokens, clause.language)


def beside_others(clause: Clause) -> bool:
    """Сауда орындары мен дәмханалар, барлығы 4 мың мекеме: bare objects beside those of another sector."""
    tokens = clause.sentence.tokens
    others = any("other" in measures.sorts(clause, i) for i in range(clause.first, clause.last))
    return others and not measures.medical(tokens[clause.first : clause.last], clause.language)


def _social_elsewhere(memory: Memory, count: Quantity) -> bool:
    """Строят 27 новых объектов, … 27 социальных объектов: the same ones are not health's alone."""
    return any(
        m.type == "number" and m.value.value == count.value and is_lemma(s.tokens[m.last], "социальный")
        for s in memory.document.sentences
        for m in s.mentions
        if m.last < len(s.tokens)
    )


def without_all_sorts(drafts: list[Draft], document: Document, language: str) -> list[Draft]:
    """40 нысан салынды, оның ішінде мектептер бар; 20 социальных объектов: so many houses are not health's alone."""
    counted = [d for d in drafts if d.kind == "Works" and "count" in d.slots]
    sorted_ = {d.slots["count"] for d in counted if SORT & d.slots.keys()}  # два ФАПа: два социальных объекта
    counted = [d for d in counted if not SORT & d.slots.keys() and d.slots["count"] not in sorted_]
    numbers = {d.slots["count"] for d in counted if _of_all(document, d, language)}
    lost = [d for d in counted if d.slots["count"] in numbers]  # told in the headline as well
    gone = {id(d) for d in (*lost, *_paid_for(lost, drafts, document, language))}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _paid_for(works: list[Draft], drafts: list[Draft], document: Document, language: str) -> list[Draft]:
    """20 социальных объектов обойдутся в N. Из бюджета выделят M: money told right behind houses of all sorts is for those."""
    near = {at for d in works for at in (d.sentence, d.sentence + 1)}
    money = [d for d in drafts if d.kind == "Funding" and d.sentence in near and d.slots.keys().isdisjoint(AIMED)]
    return [d for d in money if not measures.medical(document.sentences[d.sentence].tokens, language)]


AIMED = frozenset({"purpose", "facility"})
SORT = frozenset({"facility", "facilityType"})


def _of_all(document: Document, draft: Draft, language: str) -> bool:
    """Say whether a bare number of houses counts schools as well, by its own sentence or by those beside it."""
    at, sentences = draft.sentence, document.sentences
    language = sentences[at].language or language
    own, *behind = (Clause(s, i, 0, len(s.tokens), language) for i, s in enumerate(sentences[at : at + 2], at))
    houses = [m for m in own.mentions("facility") if m.start < draft.end and m.end > draft.start]
    if any(_beside_sector(own, m) for m in houses if not m.value.type):
        return True
    if any(m.value.type or _of_health(own, m) for m in houses):
        return False
    others = _others(own)
    if _social(own, houses) or len(others) >= SEVERAL or any(_parts(one) for one in behind):
        return True
    if others and _parts_within(own):
        return True
    before = [Clause(s, at - 1, 0, len(s.tokens), language) for s in sentences[max(0, at - 1) : at]]
    wide = any(len(_others(one)) >= SEVERAL or _mixed(one, one.mentions("facility")) for one in before)
    return wide and not measures.medical(own.tokens, language)


SEVERAL = 2
"""Sorts of other houses in a sentence that counts the houses of all sorts, at least."""


def _mixed(clause: Clause, houses: list[Mention]) -> bool:
    """20 социальных объектов; речь идёт о школах и больницах: say whether a sentence joins houses of health with others."""
    joined = any(m.first and clause.sentence.tokens[m.first - 1].norm in JOINS for m in houses)
    return _social(clause, houses) or (joined and bool(_others(clause)))


def _social(clause: Clause, houses: list[Mention]) -> bool:
    """40 әлеуметтік нысан, 40 социальных объектов, 40 әлеуметтік маңызы бар нысан."""
    if SOCIAL.isdisjoint(clause.words):
        return False
    bare = (m for m in houses if m.value.count is not None and not m.value.type)
    return any(is_lemma(t, *SOCIAL) for m in bare for t in _described(clause, m))


def _of_health(clause: Clause, house: Mention) -> bool:
    """40 денсаулық сақтау нысаны, 40 объектов здравоохранения: houses that are said to be of health."""
    behind = clause.sentence.tokens[house.last : house.last + 1] if clause.language == "ru" else ()
    described = (*_described(clause, house), *behind)
    sectors = [t for t in described if t.text == "," or t.norm in AND]  # білім беру мен денсаулық сақтау нысаны
    return not sectors and measures.medical(described, clause.language)


def _described(clause: Clause, house: Mention) -> tuple[Token, ...]:
    """Return the words of a house with those right before it."""
    return clause.sentence.tokens[max(clause.first, house.first - REACH) : house.last]


REACH = 3
"""Words from an adjective of all sorts to the houses, at most."""
SOCIAL = frozenset(lexicon.words("kinds.works.sectors", "social"))


def _parts(clause: Clause) -> bool:
    """Оның ішінде 12 мектеп бар; среди них школы: parts of which one is no house of health."""
    return clause.low.startswith(PARTS) and bool(_others(clause))


def _parts_within(clause: Clause) -> bool:
    """85 нысан салынды, олардың қатарында мектеп, аурухана бар: the same, told in one sentence behind a comma."""
    said = [i for i, t in enumerate(clause.tokens, clause.first) if t.text == ","]
    tails = (Clause(clause.sentence, clause.index, i + 1, clause.last, clause.language) for i in said)
    return any(_parts(tail) for tail in tails)


def _beside_sector(clause: Clause, house: Mention) -> bool:
    """Білім беру мен денсаулық сақтаудың 33 нысаны: houses of two sectors that a conjunction joins right before them."""
    before = clause.sentence.tokens[max(clause.first, house.first - JOINED) : house.first]
    at = next((i for i, t in enumerate(before) if t.norm in AND), None)
    return at is not None and any(is_lemma(t, *OTHERS) for t in (*before[max(0, at - REACH) : at], *before[at:]))


JOINED = 6
"""Words of two sectors before the houses of both, at most."""
PARTS = tuple(map(" ".join, OPENINGS))


def _others(clause: Clause) -> frozenset[str]:
    """Return the words of a sentence for what is of other sectors: schools, roads, clubs; a street only says where."""
    held = {i for m in clause.sentence.mentions for i in range(m.first, m.last)}
    words = (i for i in range(clause.first, clause.last) if i not in held and "other" in measures.sorts(clause, i))
    return frozenset(t.best.lemma for t in map(clause.sentence.tokens.__getitem__, words) if not is_lemma(t, *STREETS))


def among_others(clause: Clause, house: Mention) -> bool:
    """Мектеп, аурухана, жол салынады: a house in a row with those of other sectors, with which it shares a sum."""
    if not _others(clause):
        return False
    tokens = clause.sentence.tokens
    around = (tokens[max(clause.first, house.first - 2) : house.first], tokens[house.last : house.last + 3])
    rows = (row for row in around if any(t.text == "," or t.norm in AND for t in row))
    return any(t.best.lemma in _others(clause) for row in rows for t in row)


STREETS = lexicon.words("kinds.works.sectors", "streets")
