"""The things that a clause says are bought, delivered or installed."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.between import blocked
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.phrases import Phrase, phrase
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context import of_total
from kzhealthkg.extract.context.governed import governed
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.goods import goods, item_names
from kzhealthkg.extract.kinds.goods.counted_members import opened_parts
from kzhealthkg.extract.kinds.goods.known import is_known
from kzhealthkg.extract.kinds.procurement.behind_which_ru import behind_which
from kzhealthkg.extract.kinds.procurement.brought import brought
from kzhealthkg.extract.kinds.procurement.exchanged_ru import exchanged
from kzhealthkg.extract.kinds.procurement.out_of_ru import part_of
from kzhealthkg.extract.kinds.procurement.sorts_of_all import uncounted
from kzhealthkg.model import Token

OBJECT = frozenset({"nom", "acc"})
OBJECT_RU = frozenset({"nom", "acc", "gen"})
UNITS = frozenset(lexicon.words("kinds.procurement.purchased", "units"))
KEYS = lexicon.words("kinds.procurement.purchased", "keys")


def bought(hit: Hit) -> list[Phrase]:
    """Return what a cue says is bought: the thing keys stand for, the one units count, or what it governs."""
    clause = hit.clause
    if (part := part_of(hit)) is not None:
        return [part]
    if (new := exchanged(hit)) is not None:
        return new
    cases = frozenset(hit.frame.options.get("cases", OBJECT_RU if clause.language == "ru" else OBJECT))
    known = (
        keys(hit)
        or _units(hit)
        or _grown_by(hit)
        or [p for p in governed(hit, "items", cases, heads=goods.things) if not _is_action(p)]
    )
    if hit.frame.options.get("adjective"):
        known = [p for p in known if not _bears(p, known, hit)]
    if hit.frame.options.get("numbered"):
        return [p for p in known if _so_many(p)]
    known = [p for p in known if not brought(hit, p)] or _installed(hit)
    known = goods.spelt_out(known) or known or behind_which(hit)
    if known and "ins" in cases and _fitted_out(hit, known[0]):
        return []
    if known or not hit.frame.options.get("strong") or clause.language == "ru":
        return [*_whole(clause, known), *uncounted(known)]
    return _open(hit, cases)


def _so_many(item: Phrase) -> bool:
    """35 көлікке зәру, but 120 бала аппаратқа мұқтаж: the number counts the things that are wanted, and no people."""
    inner = range(item.first, item.head)
    return item.count is not None and not any("people" in measures.sorts(item.clause, i) for i in inner)


def _whole(clause: Clause, known: list[Phrase]) -> list[Phrase]:
    """145 жабдық, оның ішінде 3 МРТ, 5 КТ алынды: the total before the words that open the list of what was bought."""
    opened = opened_parts(clause) if known and clause.language == "kk" else None
    if opened is None or chains.left_edge(known[0]) - opened[1] not in (0, 1):
        return []
    before = [p for p in goods.things(clause, last=opened[0]) if p.count is not None]
    return [p for p in before[-1:] if opened[0] - p.last <= 1]


def _fitted_out(hit: Hit, item: Phrase) -> bool:
    """Автокөліктер дефибриллятормен жабдықталған: what is in a car comes to no hospital of its own."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language == "ru":
        owners = goods.things(clause, last=hit.first)
        return any("nom" in {r.case for r in tokens[p.head].readings} and is_known(p) for p in owners)
    houses = clause.mentions("facility", last=item.first)  # a станция is a house or a thing
    before = [p for p in goods.things(clause, last=item.first) if not any(m.first <= p.head < m.last for m in houses)]
    return any(_is_owner(tokens, p) and p.count is None and is_known(p) for p in before)


def _is_owner(tokens: tuple[Token, ...], item: Phrase) -> bool:
    """Автокөліктер; автокөліктердің барлығы: a thing that is itself fitted out."""
    all_of = any(t.norm in ALL_OF for t in tokens[item.last : item.last + 1])
    return tokens[item.head].best.case == "nom" or (tokens[item.head].best.case == "gen" and all_of)


ALL_OF = frozenset(lexicon.words("kinds.procurement.purchased", "all_of"))


def _installed(hit: Hit) -> list[Phrase]:
    """Планируется установка томографа: what the noun of doing governs."""
    planned = hit.verb.best.lemma == "установка" and any(phase_of(t, "ru") == "plan" for t in hit.clause.tokens)
    behind = headed(hit.clause, "items", first=hit.last) if planned else []
    return [p for p in behind if p.first == hit.last][:1]


def _open(hit: Hit, cases: frozenset[str]) -> list[Phrase]:
    """Аурухана 12 матрас сатып алды: what is bought for health care need be in no list where it is counted."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    found = [p for p in goods.counted(clause, clause.first, hit.first) if (tokens[p.head].best.case or "nom") in cases]
    for_health = "facility" in clause.named or any(item_names.medical(p) for p in found)
    if not found or not for_health or blocked(clause, found[-1].last, hit.first):
        return []
    return chains.chain(found, found[-1])


def _is_action(item: Phrase) -> bool:
    """Установка оборудования is what is done; a bare установка is a device."""
    token = item.clause.sentence.tokens[item.head]
    return token.best.lemma == "установка" and item.last - item.head > 1


def _units(hit: Hit) -> list[Phrase]:
    """Көліктің 35 бірлігі, 50 көліктің 35-і: the thing stands before its number, in the genitive."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    shares = of_total.shares(clause) if clause.language == "kk" else []
    numbers = [
        m
        for m in clause.mentions("number", last=hit.first)
        if tokens[m.last].best.lemma in UNITS
        or (m in shares and (m.last == hit.first or tokens[m.last].norm in LIST_SIGNS))
    ]
    found = [(goods.apart(phrase(clause, m.first - 1)), m) for m in numbers if m.first > clause.first]
    owned = [(p, m) for p, m in found if tokens[p.head].best.case == "gen" and goods.is_good(clause, p.head)]
    return _side_by_side([replace(p, count=m) for p, m in owned if is_known(p) or is_lemma(tokens[m.last], *PHIALS)])


def _side_by_side(found: list[Phrase]) -> list[Phrase]:
    """Ангиографтардың 14-і, маммографтардың 30-ы: the last of the things, and those that a sign joins to it."""
    kept = found[-1:]
    for item in reversed(found[:-1]):
        end = item.count.last if item.count is not None else item.last
        if not (item.clause.sentence.tokens[end].norm in LIST_SIGNS and kept[0].first == end + 1):
            break
        kept.insert(0, item)
    return kept


PHIALS = lexicon.words("kinds.procurement.purchased", "phials")


def _grown_by(hit: Hit) -> list[Phrase]:
    """Автопарк пополнился на 12 машин, пополнение автопарка 12 машинами: by how many things a fleet has grown."""
    noun = hit.verb.best.pos == "NOUN"
    if not hit.frame.options.get("grown") or (noun and "не" in hit.clause.words):
        return []
    tokens = hit.clause.sentence.tokens
    behind = [p for p in headed(hit.clause, "items", first=hit.last) if p.count is not None]
    by = [p for p in behind if p.count is not None and tokens[p.count.first - 1].norm in BY]
    return (by or [p for p in behind if noun and any(is_case(t, "ins") for t in tokens[p.first : p.last])])[:1]


BY = frozenset(lexicon.words("kinds.procurement.purchased", "grown_by"))


def _bears(item: Phrase, found: list[Phrase], hit: Hit) -> bool:
    """20 төсек орындық аурухана керек: a thing before another noun only describes that one."""
    return item is found[-1] and any(t.best.pos == "NOUN" for t in hit.clause.sentence.tokens[item.last : hit.first])


def keys(hit: Hit) -> list[Phrase]:
    """The keys of a car stand for the car: көліктің кілті табысталды, вручены ключи от 10 машин."""
    if not hit.clause.says(*KEYS):
        return []
    tokens = hit.clause.sentence.tokens
    at = next(i for i in range(hit.clause.first, hit.clause.last) if is_lemma(tokens[i], *KEYS))
    return _beside(hit.clause, at)


def _beside(clause: Clause, at: int) -> list[Phrase]:
    """Return the thing whose keys are meant at token ``at``."""
    found = headed(clause, "items")
    if clause.language == "ru":
        behind = [p for p in found if p.first > at]
        return chains.chain(behind, behind[-1]) if behind else []
    return [p for p in found if p.head == at - 1 and clause.sentence.tokens[p.head].best.case in ("gen", "nom")]
