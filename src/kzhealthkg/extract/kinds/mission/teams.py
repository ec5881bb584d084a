"""A team on site: whether the text speaks of one, what its figures count, and whose it is."""

from __future__ import annotations

from functools import cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import group, told_of
from kzhealthkg.extract.context.of_total import owned
from kzhealthkg.extract.kinds.mission.pointed import away, pointed
from kzhealthkg.extract.kinds.mission.staff_words import are_staff, is_expert, is_staff, is_team, staff_before
from kzhealthkg.extract.kinds.mission.trains import named_train
from kzhealthkg.extract.kinds.mission.travelled import (
    came,
    came_home,
    elsewhere,
    foreign,
    foreign_person,
    journey,
    worked_with,
)
from kzhealthkg.extract.kinds.mission.two_towns import of_two_towns
from kzhealthkg.model import Mention, Sentence, Token

THERE = frozenset(lexicon.words("kinds.mission.teams", "there"))
REACH = 5
BACK = 2


def on_site(clause: Clause, memory: Memory) -> bool:
    """Say whether this sentence or the ones just before speak of a team that came to the people."""
    if clause.sentence.tokens[0].norm in THERE:
        return False
    if memory.last_draft("Mission", within=BACK + 1, sentence=clause.index) is not None:
        return True
    if of_two_towns(clause):
        return True
    near = range(max(0, clause.index - BACK), clause.index + 1)
    return True in [_of_team(i, memory, clause.language) for i in near] or guests(clause) or away(clause, memory)


def _of_team(index: int, memory: Memory, language: str) -> bool:
    """Кореядан дәрігерлер келді. Төрт күнде …: a sentence names a team, or tells that doctors came from elsewhere."""
    known = memory.groups.get((index, language))
    if known is None:
        sentence = memory.document.sentences[index]
        known = told_of(index, memory, "team") or (went_out if language == "ru" else _travels)(sentence)
        memory.groups[index, language] = known
    return known


def _travels(sentence: Sentence) -> bool:
    """Дәрігерлер Кореядан келді, дәрігерлер ауданға барды."""
    return came(sentence) or came_home(sentence) or worked_with(sentence) or journey(sentence)


GOING = frozenset(lexicon.words("kinds.mission.teams", "going"))


def went_out(sentence: Sentence) -> bool:
    """В сёла выехали 12 специалистов: doctors who go out to the people, and no patients who go for treatment."""
    if GOING.isdisjoint(sentence.words):
        return False
    tokens = sentence.tokens
    went = [i for i, t in enumerate(tokens) if is_lemma(t, *GOING) and t.best.form in ("past", "pres", "fut")]
    near = (t for i in went for t in tokens[max(0, i - 4) : i + 5])
    subject = (t for i in went for t in tokens[max(0, i - SUBJECT) : i])
    beside = any(is_staff(t, "ru") and t.best.case != "dat" for t in near)
    return beside or any(is_staff(t, "ru") and t.best.case == "nom" and t.best.plural for t in subject)


SUBJECT = 12
"""Words from who goes out to the verb, at most: whose doctors they are and when may stand between."""


def guests(clause: Clause) -> bool:
    """Say whether those who act have come from elsewhere: түркиялық дәрігерлер, Алматыдан келген хирургтер."""
    whole, named = clause.whole, clause.sentence.named
    if "person" not in named and nouns("professions", clause.language).isdisjoint(clause.sentence.words):
        return False
    abroad = "place" in named and any(m.value.level == "foreign" for m in whole.mentions("place"))
    known, coming = _of_guests(clause.language, abroad=abroad), group("come", clause.language)
    tokens, people = clause.sentence.tokens, {m.first for m in whole.mentions("person")}
    for at, token in () if known.isdisjoint(whole.words) and coming.isdisjoint(whole.words) else enumerate(tokens):
        comes = token.norm in coming
        person = comes and any(at < first <= at + BACK for first in people)  # келген профессор X
        if person or ((comes or is_lemma(token, *known)) and _staff_behind(clause, at, people, came=comes)):
            return True
    if clause.language == "kk" and (("place" in named and foreign(clause)) or journey(clause.sentence)):
        return True
    if clause.language == "kk" and abroad and foreign_person(whole):
        return True
    return (not OWNERS.isdisjoint(named) and _of_a_centre(clause)) or _from_elsewhere(clause)


OWNERS = frozenset({"facility", "organization"})
"""Types of those whose specialists may have come."""


@cache
def _of_guests(language: str, *, abroad: bool) -> frozenset[str]:
    """Return the words for those who have come from elsewhere; of a place abroad also for those who have come from here."""
    return group("guest", language) | (group("home", language) if abroad else frozenset())


def _staff_behind(clause: Clause, at: int, people: set[int], *, came: bool) -> bool:
    """Шетелдік хирургтер, шетелдік үш хирург, түркиялық профессор X: who comes from elsewhere are specialists."""
    language, near = clause.language, clause.sentence.tokens[at + 1 : at + 3]
    if language == "kk" and any(is_expert(t) and at + i + 1 in people for i, t in enumerate(near, 1)):
        return True
    single = language == "kk" and bool(near) and (came or near[0].best.pos == "NUM")
    single = single or (language == "kk" and bool(near) and near[0].best.possessive)  # жапон маманы
    return any(are_staff(t, language) or (single and is_staff(t, language)) for t in near)


def _of_a_centre(clause: Clause) -> bool:
    """The staff of one facility at work in another, or of a national one in a town, has come there."""
    owner = _owner(clause) or (_owner(clause.whole) if clause.language == "kk" else "")
    if not owner:
        return False
    there = [m for m in clause.whole.mentions("facility") if m.case == "loc" and m.value.name not in ("", owner)]
    if clause.language == "kk":
        return bool(there) or elsewhere(clause, owner)
    ends = {m.last + 1 for m in clause.mentions("facility", "organization")}  # врачи центра в Астане: where it stands
    towns = [m for m in clause.mentions("place") if m.case == "loc" and m.first not in ends]
    towns = [m for m in towns if m.value.name.lower()[:STEM] not in owner.lower()]
    towns = [m for m in towns if owner.lower().startswith(NATIONAL) or _far(m, owner)]
    return bool(there or towns)


STEM = 5
"""Letters that the name of a house called after a town shares with it."""


def _far(town: Mention, owner: str) -> bool:
    """Специалисты областной больницы в A: a town that is none of the great ones, where such a hospital stands."""
    settled = town.value.level in (*SETTLEMENTS, "district") and town.value.code
    return _wide(owner) and bool(settled) and not gazetteer.sure_city(town.value.code)


def _wide(owner: str) -> bool:
    """Областная больница, Алматинская областная больница: a house that serves more than a town."""
    name = owner.lower()
    return name.startswith(OBLAST) or any(word.startswith(OBLAST[0]) for word in name.split()[:3])


OBLAST = lexicon.words("kinds.mission.teams", "oblast")


def _from_elsewhere(clause: Clause) -> bool:
    """Хирурги из Астаны, специалисты из научного центра: where the doctors have come from."""
    if clause.language != "ru" or not clause.says("из"):
        return False
    tokens, named = clause.sentence.tokens, clause.mentions("place", "facility", "organization")
    starts = {m.first for m in named if m.type != "facility" or m.value.name}
    return any(
        tokens[i].norm == "из"
        and ({i + 1, i + 2} & starts or is_lemma(tokens[i + 1], *OUTSIDE))
        and is_staff(tokens[i - 1], "ru")
        for i in range(clause.first + 1, clause.last - 1)
    )


OUTSIDE = lexicon.words("kinds.mission.teams", "outside")
NATIONAL = lexicon.words("kinds.mission.teams", "national")


def _owns(token: Token, language: str) -> bool:
    """9 облыстың тұрғындары, екі профессор орталықтың дәрігерлеріне: who owns is counted, not what is owned."""
    return language == "kk" and token.best.case == "gen"


def counted(clause: Clause, number: Mention, *, teaching: bool) -> str:
    """Return the slot that a figure fills, "" where it counts nothing of a mission."""
    tokens = clause.sentence.tokens[number.last : min(clause.last, number.last + REACH)]
    before = clause.sentence.tokens[number.first - 1] if number.first > clause.first else None
    if before and _owns(before, clause.language) and owned(clause, number):
        return _slot(before, clause.language, teaching)  # 8 науқастың 4-іне ота жасалды: of whom it is a part
    for at, token in enumerate(tokens, 1):
        if token.text in ",;:–—" or token.text[0].isdigit() or token.best.pos == "ADP":
            return ""  # два мастер-класса по хирургии детей
        slot, owns = _slot(token, clause.language, teaching), _owns(token, clause.language)
        if slot or owns:
            whole = owns and any(t.text[0].isdigit() for t in tokens[at : at + 1])  # 8 науқастың 4-іне
            return "" if whole else slot
    return ""


def _slot(token: Token, language: str, teaching: bool) -> str:
    for name, slot in (("participant", "participants"), ("patient", "patients"), ("operation", "operations")):
        if is_lemma(token, *group(name, language)):
            return slot
    if token.best.case in ("dat", "acc") and is_lemma(token, *group("national", language)):
        return "patients"
    if not any(r.lemma in nouns("professions", language) for r in token.readings):
        return ""
    return "participants" if teaching and token.best.case in ("dat", "acc") else "count"


def told_at(clause: Clause, mention: Mention) -> bool:
    """В X районе бригады совершили выезды, осмотрели …: the place that opens a Russian sentence."""
    opens = clause.language == "ru" and mention.type == "place" and mention.last <= clause.first and mention.first <= 3
    return opens and mention.case in ("loc", "locadj") and mention.value.level in (*SETTLEMENTS, "district")


def organization(clause: Clause, memory: Memory) -> str:
    """Return whose team it is: a body that owns the specialists, that of the people named, a train's name."""
    train = named_train(_text(clause, memory), clause.language)
    if train:
        return "" if _two_travel(clause) else train
    wide = clause.whole if clause.language == "kk" and not _specialists_of(clause) else clause
    owner = _owner(clause) or _owner(wide) or pointed(wide, memory)
    if owner:
        return owner
    people = [m for m in clause.mentions("person") if clause.language != "ru" or m.case == "nom"]
    posts = [p for m in people for p in m.value.posts if p.organization]
    return posts[0].organization if posts else ""


def _two_travel(clause: Clause) -> bool:
    """«A» керуені мен «B» пойызы: where two set out together, one name alone is not whose team it is."""
    travelling = [t for t in clause.sentence.tokens if is_lemma(t, *TRAVELLING)]
    return clause.language == "kk" and len({t.best.lemma for t in travelling}) > 1


TRAVELLING = lexicon.words("kinds.mission.teams", "travelling")


def _specialists_of(clause: Clause) -> bool:
    """Say whether a clause names doctors of its own, who need not be those of the clause before."""
    return any(is_staff(t, clause.language) and t.best.case in ("nom", "") for t in clause.tokens)


def _text(clause: Clause, memory: Memory) -> str:
    first, last = clause.sentence.start, clause.sentence.end
    return memory.document.article.clean.text[first:last]


def _owner(clause: Clause) -> str:
    """X орталығының мамандары: the body right before the specialists, in the genitive."""
    tokens = clause.sentence.tokens
    for mention in clause.mentions("facility", "organization"):
        if not mention.value.name:
            continue
        if staff_before(tokens, mention.first) if clause.language == "ru" else _staff_owned(tokens, mention):
            return str(mention.value.name)
    return ""


def _staff_owned(tokens: tuple[Token, ...], body: Mention) -> bool:
    """X орталығының мамандары: say whether the words behind a body name its staff."""
    if body.case not in ("gen", "nom", "abl"):
        return False
    following = tokens[body.last : body.last + 4]
    if any(t.norm in BELONGING for t in following):  # институты мен қарамағындағы ұйымдардың 20 маманы
        following = tokens[body.last : body.last + 8]
    return any(is_team(t, "kk") and t.best.case not in ("dat", "acc") for t in following)


BELONGING = frozenset(lexicon.words("kinds.mission.teams", "belonging"))
