"""What a figure counts, at what rate, and whose it is: shared by the kinds that are made of figures."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.standing import SETTLEMENTS, described_by, placed
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.elsewhere import of_another
from kzhealthkg.extract.context.lives import once_worked
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import HYPHEN, FacilityValue, Mention, PlaceValue, Sentence, Token
from kzhealthkg.model.frozen import replace

IT = lexicon.words("extract.figures.figures", "it")

NOUN_REACH = 6
POINTERS = frozenset(lexicon.words("extract.figures.figures", "pointers"))
SIGNS = frozenset(",;:()—–•")


def counted(clause: Clause, number: Mention, table: Mapping[str, str]) -> tuple[int, str] | None:
    """Return where the first noun of a table stands that a number counts, and what the table says of it."""
    tokens = clause.sentence.tokens
    if number.last < clause.last and is_lemma(tokens[number.last], *LENGTHS):
        return None  # аумағы 1 200 шаршы метр ғимаратта терапевт бар
    for at in range(number.last, min(clause.last, number.last + NOUN_REACH)):
        token = tokens[at]
        if token.text in SIGNS or token.text[0].isdigit() or _is_predicate(token) or "есе" in token.words:
            return None
        found = entry(token, table)
        if found is not None:
            return at, found
    return None


def entry(token: Token, table: Mapping[str, str]) -> str | None:
    """Return what a table says of a word, by its form or any of its lemmas."""
    if token.norm in table:
        return table[token.norm]
    if not token.marks & HYPHEN and table.keys().isdisjoint(token.words):
        return None
    known = ((r, lemma) for r in token.readings for lemma in (r.lemma, r.lemma.partition("-")[0]))  # врач-фтизиатр
    return next((table[lemma] for r, lemma in known if lemma in table and not r.form), None)


def _is_predicate(token: Token) -> bool:
    return token.best.pos == "VERB" and token.best.form in ("past", "pres", "prog", "intent", "conv", "fut")


def pointed(clause: Clause, memory: Memory, before: int) -> FacilityValue | None:
    """Return the facility that a clause says a figure of: one it names before ``before``, or points to."""
    named = [m for m in clause.mentions("facility", first=clause.first, last=before) if not m.value.plural]
    if named:
        return said_of(memory, clause.sentence, named[-1])
    words = clause.sentence.tokens[clause.first : before]
    if any(t.norm in POINTERS for t in words) or within_it(words):
        return spoken_of(clause, memory)
    return None


def within_it(tokens: tuple[Token, ...]) -> bool:
    """В нём, в ней: the facility spoken of before."""
    return any(a.norm == "в" and is_lemma(b, *IT) for a, b in pairwise(tokens))


def spoken_of(clause: Clause, memory: Memory, within: int = 3) -> FacilityValue | None:
    """Return the one facility named last in this sentence or a few before; None where several are meant."""
    sentences = memory.document.sentences
    for index in range(clause.index, max(-1, clause.index - within - 1), -1):
        sentence = sentences[index]
        limit = clause.first if index == clause.index else len(sentence.tokens)
        named = [m for m in sentence.mentions if m.type == "facility" and m.last <= limit]
        named = [m for m in named if not once_worked(sentence, m)]
        named = [m for m in named if not (clause.language == "ru" and described_by(sentence, m))]
        if named and index < clause.index and all(m.value.type == "laboratory" for m in named) and memory.facilities:
            continue  # аурухананың зертханасы жабдықталды. Мұнда 300 төсек бар
        if not named and of_another(sentence, clause.language):
            return None  # медициналық пойыз келді. Күніне 300 адам қабылданады
        if named and not _is_share(sentence, named[-1]):
            single = _subjects([m for m in named if not (m.value.plural or _several(m))])
            return said_of(memory, sentence, single[-1]) if single and not _joined(sentence, single) else None
    return None


def of_row(clause: Clause, memory: Memory) -> bool:
    """Say whether the sentence before tells of houses in a row, none of which alone is spoken of."""
    before = memory.document.sentences[clause.index - 1] if clause.index else None
    named = before.named.get("facility", []) if before is not None and "facility" not in clause.sentence.named else []
    return before is not None and _joined(before, named)


def _joined(sentence: Sentence, named: list[Mention]) -> bool:
    """A, B және C амбулаториялары жөнделді. Онда …: of houses in a row nobody says which one is spoken of."""
    between = sentence.tokens[named[-2].last : named[-1].first] if len(named) > 1 else ()
    row = bool(between) and all(t.norm in IN_ROW for t in between)
    return row and named[-1].value.type == named[-2].value.type


IN_ROW = frozenset(lexicon.words("extract.figures.figures", "in_row"))


def _several(mention: Mention) -> bool:
    """Ауданда 3 емхана бар: what is told next is told of none of them."""
    return mention.value.count is not None and mention.value.count.value > 1


def _is_share(sentence: Sentence, mention: Mention) -> bool:
    """Оның 18-і – аудандық аурухана: a sort of facility that is counted is none to speak of."""
    tokens = sentence.tokens[max(0, mention.first - 2) : mention.first]
    return len(tokens) > 1 and tokens[0].text[0].isdigit() and tokens[-1].text in "–—-"


def _subjects(named: list[Mention]) -> list[Mention]:
    """В поликлинике есть лаборатория, ауруханада травматологиялық пункт бар: of several the laboratory, or point, is a part."""
    whole = [m for m in named if m.value.type != "laboratory"]
    held = any(m.case == "loc" and m.value.type.endswith("hospital") for m in whole)
    return [m for m in whole if not (held and m.case == "nom" and _is_point(m))] or named


def _is_point(mention: Mention) -> bool:
    """Say whether a facility is a point for first aid: травматологиялық пункт."""
    return bool(mention.value.name) and mention.value.name.lower().split()[-1].startswith(POINT)


POINT = lexicon.words("extract.figures.figures", "point")[0]


VACANT = lexicon.words("extract.figures.figures", "vacant")


def vacant(clause: Clause, number: Mention) -> bool:
    """Работают 62 врача, вакантны семь ставок, в том числе трёх хирургов: places that nobody fills."""
    before = clause.sentence.tokens[clause.first : number.first]
    return any(t.norm.startswith(VACANT) for t in before)


def known(memory: Memory, sentence: Sentence, mention: Mention) -> FacilityValue:
    """Return a facility with the name and place that the article gave it before."""
    facility = _wherever(memory, memory.resolve(placed(sentence, mention)))
    own = placed(sentence, replace(mention, value=replace(mention.value, definite=False))).place
    if mention.value.definite and own is not None and (facility.place is None or own.name != facility.place.name):
        other: FacilityValue = replace(mention.value, definite=False, place=own)
        return other  # another one, in a town of its own
    return facility


def _wherever(memory: Memory, facility: FacilityValue) -> FacilityValue:
    """Return a facility with the place that the article gave it under its fuller name."""
    if facility.place is not None or not facility.name:
        return facility
    fuller = (f for f in reversed(memory.facilities) if f.place and _is_same(f, facility))
    return replace(facility, place=next((f.place for f in fuller), None))


def called(memory: Memory, sentence: Sentence, mention: Mention) -> FacilityValue | None:
    """Диспансерге …: the one named before that is called a dispensary, and not the centre named since."""
    said = sentence.tokens[mention.last - 1].best.lemma
    if not mention.value.definite or said not in CALLED:
        return None
    return next((f for f in reversed(memory.facilities) if f.name.casefold().partition(said)[1]), None)


LENGTHS = lexicon.words("extract.figures.figures", "lengths")
CALLED = frozenset(lexicon.words("extract.figures.figures", "called"))


def said_of(memory: Memory, sentence: Sentence, mention: Mention) -> FacilityValue:
    """Return the facility that a predicate is said of: a bare type noun is the one of that type named before."""
    facility: FacilityValue = mention.value
    bare = not facility.name and facility.count is None and not facility.plural
    noun = facility.noun or (sentence.tokens[mention.last - 1].best.lemma if bare and not facility.type else "")
    pointing = replace(facility, definite=bare or facility.definite, noun=noun)
    found = known(memory, sentence, replace(mention, value=pointing))
    if found.place is not None or found.name.casefold().startswith(WIDE):
        return found  # an oblast's own hospital stands not in the town named last
    return replace(found, place=_only_settlement(memory, sentence))


WIDE = lexicon.words("extract.figures.figures", "wide")


def _is_same(one: FacilityValue, other: FacilityValue) -> bool:
    return one.type == other.type and one.name.casefold().endswith(other.name.casefold())


def _only_settlement(memory: Memory, sentence: Sentence) -> PlaceValue | None:
    """Return the town that the article is about, where it has named no other so far."""
    told = [p for _, p in memory.places]
    named = [p for p in told if told.count(p) > memory.seats.count(p)] if memory.seats else told
    named += [m.value for m in sentence.mentions if m.type == "place" and m.case != "seat"]
    found = {p.code or p.name: p for p in named if p.level in SETTLEMENTS}
    return next(iter(found.values())) if len(found) == 1 else None
