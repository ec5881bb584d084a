"""Money for other sectors, or for several of which health care is one."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND, AND_RU
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.funding.parts_ru import ECONOMY
from kzhealthkg.extract.kinds.funding.welfare import of_welfare
from kzhealthkg.model import Mention, Sentence, Token

FAR = 3
"""Sentences back to the work that a cost, or money for "this", is for."""
NEUTRAL = frozenset(lexicon.words("kinds.funding.sectors", "neutral"))


def to_other_office(clause: Clause, draft: Draft) -> bool:
    """Управлению строительства выделено M, құрылыс басқармасына M бөлінді: another department's money, for nothing of health."""
    if draft.slots.keys() & {"purpose", "facility"} or clause.mentions("facility") or takes_up(clause):
        return False
    tokens, own = clause.sentence.tokens, health(clause.language)
    offices = (
        i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *OFFICES) and is_case(tokens[i], "dat")
    )
    at = next(offices, None)
    if at is None or any(t.norm.startswith(own) for t in clause.tokens):
        return False
    owner = tokens[at + 1 : at + 2] if clause.language == "ru" else tokens[max(clause.first, at - 1) : at]
    return any(is_lemma(t, *OF_OTHERS) for t in owner)


OFFICES = lexicon.words("kinds.funding.sectors", "offices")
OF_OTHERS = lexicon.words("kinds.funding.sectors", "of_others")


def elsewhere(clause: Clause, draft: Draft) -> bool:
    """Мектептерді жөндеуге …, на ремонт дорог: money for another sector, where no word of health stands beside it."""
    said = [t for t in clause.tokens if t.start < draft.end]
    if (
        _invested(clause, draft)
        or _of_any_projects(clause, draft)
        or to_other_office(clause, draft)
        or _of_whole_sphere(clause, draft)
    ):
        return True
    if "facility" in clause.named or any(t.norm.startswith(health(clause.language)) for t in said):
        return False
    if of_welfare(clause, draft):
        return True
    if continues(clause):  # оның ішінде мектепке: not what a facility needs as well
        return clause.language == "ru" and any(is_lemma(t, *sectors(clause.language)) for t in said)
    return any(is_lemma(t, *others(clause.language), *FIELDS) and not _of_map(clause, t) for t in said)


def _invested(clause: Clause, draft: Draft) -> bool:
    """Облысқа M теңге инвестиция тартылды: what is invested or lent in what nothing says is of health."""
    given = draft.rule.startswith("funding-give") and clause.opens(INVESTED)
    if not given or draft.slots.keys() & {"purpose", "facility", "programme"}:
        return False
    return not any(t.norm.startswith(health(clause.language)) for t in clause.sentence.tokens)


INVESTED = Stems(lexicon.words("kinds.funding.sectors", "invested"))


def _of_whole_sphere(clause: Clause, draft: Draft) -> bool:
    """Әлеуметтік саланы дамытуға, на развитие социальной сферы: money for schools and clubs as well."""
    purpose = str(draft.slots.get("purpose", "")).casefold()
    wide = any(words in purpose for words in SPHERES)
    return wide and not any(t.norm.startswith(health(clause.language)) for t in clause.tokens)


SPHERES = lexicon.words("kinds.funding.sectors", "spheres")


def _of_any_projects(clause: Clause, draft: Draft) -> bool:
    """38 проектов ГЧП с объёмом инвестиций M, среди них больница: what many projects cost that nothing says are health's."""
    numbers = clause.mentions("number") if clause.language == "ru" else []
    tokens = clause.sentence.tokens
    heads = [m.last for m in numbers if m.last < clause.last and is_lemma(tokens[m.last], *PROJECTS)]
    sums = [m.first for m in clause.mentions("money") if m.start in draft.used]
    if not heads or not sums or sums[0] < heads[0]:
        return False
    return not any(t.norm.startswith(health("ru")) for t in tokens[clause.first : sums[0]])


PROJECTS = frozenset(lexicon.words("kinds.funding.sectors", "projects"))


def _of_map(clause: Clause, token: Token) -> bool:
    """«Жұмыспен қамту» жол картасы: a road map builds no road."""
    after = (b for a, b in pairwise(clause.tokens) if a is token)
    return any(t.norm.startswith("карта") for t in after)


def of_health(told: list[Draft], language: str = "kk") -> list[Draft]:
    """Білім саласына M, денсаулық саласына N теңге: of several sums those that are not for schools or roads."""
    return [d for d in told if len(told) == 1 or not _for_another(d, language)]


def _for_another(draft: Draft, language: str) -> bool:
    """Say whether all that the purpose of a sum names is another sector, in Russian in whichever case."""
    purpose = str(draft.slots.get("purpose", "")).lower().split()
    known = (*others(language), *FIELDS)
    stems = tuple(w[:-1] for w in known if language == "ru" and len(w) > SHORT)
    foreign = any(w in known or (stems and w.startswith(stems)) for w in purpose)
    return foreign and not any(w.startswith(health(language)) for w in purpose)


SHORT = 4
"""Letters of a noun that is told by its whole alone."""


def follows_elsewhere(clause: Clause, draft: Draft, memory: Memory) -> bool:
    """Мәдениет үйі жөнделуде. Оған M бөлінген: money for what the sentences before say of another sector."""
    own, other = health(clause.language), (*others(clause.language), *ECONOMY)
    if draft.slots.keys() & {"purpose", "facility"} or any(t.norm.startswith(own) for t in clause.tokens):
        return False
    for at in range(clause.index - 1, max(-1, clause.index - FAR), -1):
        sentence = memory.document.sentences[at]
        named = any(m.type == "facility" for m in sentence.mentions)
        if named or any(t.norm.startswith(own) for t in sentence.tokens):
            return False
        if not sentence.words.isdisjoint(other) and not _of_building(sentence):
            return True
    return False


def _of_building(sentence: Sentence) -> bool:
    """Жылу жүйесі жаңартылды: the heating of the building spoken of is of no other sector."""
    pairs = pairwise(sentence.tokens)
    return any(is_lemma(a, *NEUTRAL) and b.best.possessive and is_lemma(b, *SYSTEMS) for a, b in pairs)


SYSTEMS = lexicon.words("kinds.funding.sectors", "systems")


@cache
def health(language: str = "kk") -> tuple[str, ...]:
    """Return the stems of the words of health care."""
    rows = (r["stem"] for r in lexicon.table("health_words") if r["language"] == language)
    return tuple(stem for stem in rows if " " not in stem)


@cache
def others(language: str = "kk") -> tuple[str, ...]:
    """Return the nouns of what is paid for in other sectors."""
    return tuple(r["lemma"] for r in lexicon.table("other_sectors") if r["language"] == language)


def of_all_sectors(clause: Clause, money: Mention) -> bool:
    """Бөлінген M теңгенің 3 млрд-ы білімге, 5 млрд-ы денсаулыққа бағытталды; облыс бюджеті M: of several sectors."""
    before = clause.sentence.tokens[max(clause.first, money.first - 2) : money.first]
    area = len(before) > 1 and before[0].best.lemma in area_words("kk") and is_lemma(before[1], "бюджет")
    if area and not any(t.norm.startswith(health(clause.language)) for t in clause.whole.tokens):
        return True
    return money.case == "gen" and any(is_lemma(t, *others()) for t in clause.sentence.tokens[money.last : clause.last])


def mixed(clause: Clause, draft: Draft) -> bool:
    """Білім беру және денсаулық сақтау салаларына …, на ремонт дорог, школ и больниц …: a sum for several sectors."""
    said = str(draft.slots.get("purpose", "")).casefold().split()
    if not any(word.endswith(",") or word in JOINING for word in said):
        return False
    words, language = {word.strip(",") for word in said}, clause.language
    stems = health(language)
    tokens = [t for t in clause.tokens if t.norm in words]
    if "facility" not in draft.slots and not any(t.norm.startswith(stems) for t in tokens):
        return False
    before = (t for t in tokens[:1] if is_lemma(t, *sectors(language), *FIELDS))
    owned = (b for a, b in pairwise(tokens) if not a.norm.startswith(stems))  # медпункты школ, медицинское образование
    return any(True for _ in before) or any(is_lemma(t, *sectors(language), *FIELDS) for t in owned)


JOINING = AND | AND_RU
FIELDS = lexicon.words("kinds.funding.sectors", "fields")


def of_any_objects(clause: Clause, draft: Draft, memory: Memory) -> bool:
    """485 нысанның құрылысына M, на 485 объектов M: counted objects of no sort, where none of health care was told of before."""
    if "purpose" not in draft.slots or OBJECTS.isdisjoint(clause.words) or takes_up(clause):
        return False
    tokens, stems = clause.sentence.tokens, health(clause.language)
    heads = [m.last for m in clause.mentions("number") if m.last < clause.last and is_lemma(tokens[m.last], *OBJECTS)]
    medical = any(m.value.type or m.value.name for m in clause.mentions("facility"))
    if not heads or medical or any(t.norm.startswith(stems) for t in clause.whole.tokens):
        return False
    return memory.last_draft("Works", within=FAR, sentence=clause.index) is None


OBJECTS = frozenset(lexicon.words("kinds.funding.sectors", "objects"))


@cache
def sectors(language: str = "kk") -> tuple[str, ...]:
    """Return the other sectors' nouns that no word of health stands beside as its own: homes are given to doctors."""
    return tuple(w for w in others(language) if w not in NEUTRAL)


def continues(clause: Clause) -> bool:
    """Қосымша …, оның ішінде …, or what follows a colon: money for the thing named just before."""
    before = clause.sentence.tokens[clause.first - 1].text if clause.first else ""
    more = any(t.norm == "қосымша" for t in clause.tokens)
    return takes_up(clause) or more or before == ":"


def cost_of_several(clause: Clause, memory: Memory) -> bool:
    """Емхана, мектеп және жол жобаларының жалпы құны M: what a row of houses costs of which some are of other sectors."""
    if clause.language != "kk":
        return False
    behind = memory.document.sentences[clause.index + 1 : clause.index + 2]
    named = "facility" in clause.sentence.named or any(t.norm.startswith(health()) for t in clause.whole.tokens)
    if not named and any(" ".join(t.norm for t in s.tokens[:2]).startswith(DETAILS) and _in_row(s) for s in behind):
        return True
    return _in_row(clause.sentence)


def _in_row(sentence: Sentence) -> bool:
    """Say whether a sentence has a noun of another sector in a row: a sign of a list stands right beside it."""
    if sentence.words.isdisjoint(sectors()):
        return False
    tokens = sentence.tokens
    here = (i for i, t in enumerate(tokens) if is_lemma(t, *sectors()))
    return any(
        t.text == "," or t.norm in AND for i in here for t in (*tokens[max(0, i - 2) : i], *tokens[i + 1 : i + 2])
    )


DETAILS = lexicon.words("kinds.funding.sectors", "details")
OVERALL = frozenset(lexicon.words("kinds.funding.sectors", "overall"))


def of_all(clause: Clause, memory: Memory) -> bool:
    """Жалпы бұл жұмыстарға 14 млрд, всего на эти цели: a sum of all that was told in several places is that of none."""
    if clause.whole.tokens[0].norm not in OVERALL:
        return False
    told = [d for d in memory.recent(FAR, clause.index) if d.kind in ("Works", "Procurement")]
    return len({(d.slots.get("place"), d.slots.get("facility")) for d in told}) > 1
