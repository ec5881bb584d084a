"""Figures of what only belongs to a facility: a wing, a ward, a device, a house that another one takes in."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.elsewhere import CENTRE
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.capacity.places import of_device
from kzhealthkg.model import FacilityValue, Mention, Sentence, Token

PARTS = lexicon.words("kinds.capacity.inner", "parts")
WHOLE = lexicon.words("kinds.capacity.inner", "whole")
MEANT = lexicon.words("kinds.capacity.inner", "meant")
CHAIN = 5
"""Words from a noun to the facility that owns it, at most."""


def of_no_house(
    hit: Hit, memory: Memory, number: Mention, mention: Mention | None, facility: FacilityValue | None
) -> bool:
    """Say whether a figure is of something that only belongs to the facility which seems to have it."""
    if (
        of_inner(hit, mention)
        or held_by(hit.clause, number, mention)
        or taken_in(hit.clause, memory, mention, facility)
    ):
        return True
    able, meant = hit.frame.options.get("able"), hit.frame.options.get("case")
    if hit.clause.language == "kk" and (able or meant) and of_device(hit.clause, number):
        return True
    if meant and (_of_possession(hit.clause, mention, number) if mention else _of_another_subject(hit.clause, number)):
        return True
    return mention is None and (_in_what_opened(hit, memory) or of_another_gender(hit, facility))


def _in_what_opened(hit: Hit, memory: Memory) -> bool:
    """Кабинет открылся на базе больницы. Здесь принимают 40 женщин в день: what a department just told of can do."""
    before = memory.document.sentences[hit.clause.index - 1] if hit.clause.index else None
    if before is not None and _told_of_part(before, hit.clause):
        return True
    told = memory.last_draft("Service", "Works", "Capacity", within=2, sentence=hit.clause.index)
    if told is None or told.kind != "Service":
        return False
    if not hit.frame.options.get("able") and told.slots.get("status") == "underway":
        return False  # терапия бөлімшесі жұмыс істейді. Барлығы 120 төсек бар
    words = str(told.slots["item"]).lower().split()
    return any(word.startswith(DEPARTMENTS) for word in words)


DEPARTMENTS = lexicon.words("kinds.capacity.inner", "departments")


def held_by(clause: Clause, number: Mention, mention: Mention | None) -> bool:
    """Ауруханада 20 төсектік, балаларға арналған оңалту орталығы ашылды: beds of a part that is named behind its qualities."""
    if mention is None or mention.last != number.first or mention.case != "loc":
        return False
    behind = clause.sentence.tokens[number.last + 1 : clause.last]
    return any(t.norm.startswith(ROOMS) and t.best.case in ("nom", "acc") for t in behind)


ROOMS = (*CENTRE, *lexicon.words("kinds.capacity.inner", "rooms"))


def _told_of_part(sentence: Sentence, clause: Clause) -> bool:
    """В больнице открыли отделение. Мощность – 24 пациента; бөлімше ауруханада: what is told next may be told of the part."""
    if not ALL.isdisjoint(clause.words):
        return False
    tokens = sentence.tokens
    houses = sentence.named.get("facility", ())
    parts = (i for i, t in enumerate(tokens) if t.norm.startswith(DEPARTMENTS) and not _within(i, houses))
    return any(not tokens[i].best.plural and not (i and tokens[i - 1].best.pos == "NUM") for i in parts)


def _within(at: int, houses: Sequence[Mention]) -> bool:
    """Клиникалық-стационарлық аурухана: a word of a house's own name tells of no part."""
    return any(m.first <= at < m.last for m in houses)


ALL = frozenset(lexicon.words("kinds.capacity.inner", "all"))


def _of_possession(clause: Clause, mention: Mention, number: Mention) -> bool:
    """Аурухананың мәжіліс залы 150 адамға арналған: what a house owns is meant for so many, and not the house."""
    between = clause.sentence.tokens[mention.last : number.first]
    if clause.language != "kk" or any(t.text in ",;:—–" for t in between):
        return False
    nouns = (t for t in between if t.best.pos == "NOUN" and t.best.possessive and t.best.case == "nom")
    return any(not is_lemma(t, *WHOLE) for t in nouns)


def _of_another_subject(clause: Clause, number: Mention) -> bool:
    """Клуб 200 орынға арналған: a bare noun in the nominative right before the figure is what is so large."""
    if clause.language != "kk" or number.first != clause.first + 1:
        return False
    subject = clause.sentence.tokens[clause.first]
    plain = (
        subject.best.pos == "NOUN"
        and subject.best.case == "nom"
        and not (subject.best.plural or subject.best.possessive)
    )
    return (
        plain and not is_lemma(subject, *WHOLE) and not any(m.first == clause.first for m in clause.sentence.mentions)
    )


def of_inner(hit: Hit, mention: Mention | None) -> bool:
    """Палатная часть больницы рассчитана, мощность нового корпуса больницы: say whether a part or a device is so large."""
    if hit.clause.language != "ru":
        return False
    meant = is_lemma(hit.verb, *MEANT) and hit.verb.best.form in ("perf", "past", "pres", "")
    at = mention.first if mention is not None and mention.last <= hit.first else hit.first
    owned = mention is not None and (mention.case in ("gen", "loc") or mention.last > hit.first)
    if owned and mention is not None and _is_part(hit.clause, mention.first - 1):
        return True
    if not meant or (mention is not None and (mention.case not in ("gen", "loc") or mention.last > hit.first)):
        return False
    subject = _subject(hit.clause, at, bare=mention is None)
    return subject is not None and not is_lemma(subject, *WHOLE)


def aside(hit: Hit, number: Mention) -> bool:
    """85 адам (22 дәрігер) жұмыс істейді: whom brackets tell of are some of the staff, and not all."""
    tokens = hit.clause.sentence.tokens
    signs = [t.text for t in tokens[: number.first] if t.text in "()"]
    return (
        hit.clause.language == "kk"
        and signs[-1:] == ["("]
        and (hit.first > number.last or tokens[hit.last].text != "(")
    )


def _is_part(clause: Clause, at: int) -> bool:
    """Say whether the noun before a facility, or before its preposition, is a part of it."""
    tokens = clause.sentence.tokens
    at -= at > clause.first and (tokens[at].norm in IN_OR_ON or tokens[at].norm == "при")
    return at >= clause.first and is_lemma(tokens[at], *PARTS)


def _subject(clause: Clause, before: int, *, bare: bool) -> Token | None:
    """Return the noun in the nominative that stands before, with only what it owns between; of a bare clause, its last one."""
    tokens = clause.sentence.tokens
    for at in range(before - 1, max(clause.first, before - CHAIN) - 1, -1):
        token = tokens[at]
        if token.text in ",;:—–" or token.best.pos == "VERB":
            return None
        if token.best.pos == "NOUN" and any(r.case == "nom" for r in token.readings) and not _genitive(clause, at):
            return token
        if not (bare or token.norm in IN_OR_ON or any(r.case in ("gen", "loc") for r in token.readings)):
            return None
    return None


def _genitive(clause: Clause, at: int) -> bool:
    """Аппарат МРТ: what may be a genitive behind another noun is one."""
    before = clause.sentence.tokens[at - 1] if at > clause.first else None
    owned = before is not None and before.best.pos in ("NOUN", "ADJ") and any(r.case == "gen" for r in before.readings)
    return owned and any(r.case == "gen" for r in clause.sentence.tokens[at].readings)


def of_another_gender(hit: Hit, facility: FacilityValue | None) -> bool:
    """Открыли крыло больницы. Оно рассчитано на 70 коек: what is told in another gender is not told of the house."""
    if facility is None:
        return False
    said = next((g for end, g in ENDS if hit.verb.norm.endswith(end)), "")
    own = _gender(facility)
    return hit.clause.language == "ru" and is_lemma(hit.verb, *MEANT) and bool(said and own) and said != own


ENDS = (("ана", "f"), ("ена", "f"), ("ано", "n"), ("ено", "n"), ("аны", "p"), ("ены", "p"), ("ан", "m"), ("ен", "m"))


def _gender(facility: FacilityValue) -> str:
    """Return the gender of a facility's head noun, "" where nothing tells it."""
    words = (facility.name or facility.noun).lower().split()
    head = next((w for w in words if not w.endswith(ADJECTIVES)), "")
    if not head.isalpha():
        return ""
    return "f" if head.endswith(("а", "я")) else "n" if head.endswith(("о", "е")) else "" if head.endswith("ь") else "m"


ADJECTIVES = lexicon.words("kinds.capacity.inner", "adjectives")


def taken_in(clause: Clause, memory: Memory, mention: Mention | None, facility: FacilityValue | None) -> bool:
    """Хаб объединит поликлинику и блоки, кешенге емхана кіреді: a house that a larger one takes in is not all of it."""
    if mention is not None or facility is None:
        return mention is not None and _is_taken(clause.sentence, mention, clause.language)
    near = memory.document.sentences[max(0, clause.index - 1) : clause.index + 1]
    told = ((s, m) for s in near for m in s.named.get("facility", ()) if m.value.type == facility.type)
    return any(_is_taken(s, m, clause.language) for s, m in told)


def _is_taken(sentence: Sentence, mention: Mention, language: str) -> bool:
    """Say whether a facility is told as a part beside a verb of taking in: behind a Russian one, before a Kazakh one."""
    if sentence.words.isdisjoint(TAKING_IN):
        return False
    verb = next(i for i, t in enumerate(sentence.tokens) if is_lemma(t, *TAKING_IN))
    if language == "ru":
        return mention.first > verb and mention.case in ("nom", "acc")
    return mention.last <= verb and mention.case in (
        ("acc",) if is_lemma(sentence.tokens[verb], *JOINING) else ("nom", "")
    )


JOINING = lexicon.words("kinds.capacity.inner", "joining")
TAKING_IN = JOINING + lexicon.words("kinds.capacity.inner", "taking_in")
