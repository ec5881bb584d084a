"""Whether one Kazakh sentence tells that specialists have come to the people or gone out to them."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import FOREIGN
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.kinds.mission.staff_words import acting, are_staff, is_expert, is_staff
from kzhealthkg.model import Sentence, Token

COMING = lexicon.words("kinds.mission.travelled", "coming")
GONE = frozenset(lexicon.words("kinds.mission.travelled", "gone"))
COME = frozenset({"past", "perf", "conv"})
REACH = 3
AWAY = 5
"""Words from where somebody goes to the verb, at most: ауылдарға Семейден 15 дәрігер аттанды."""


def foreign(clause: Clause) -> bool:
    """Беларусь мамандары: a country right before the specialists."""
    tokens = clause.sentence.tokens
    abroad = [m for m in clause.whole.mentions("place") if m.value.level in FOREIGN and m.value.name != "Қазақстан"]
    return any(are_staff(tokens[m.last], clause.language) for m in abroad if m.last < len(tokens))


def foreign_person(clause: Clause) -> bool:
    """Сеулдегі госпитальдің дәрігері X ота жасады: who acts works in a town abroad."""
    people = [m for m in clause.mentions("person") if m.case in ("nom", "")]
    towns = [
        m for m in clause.mentions("place") if m.value.level == "foreign" and m.case in ("locadj", "gen", "nom", "")
    ]
    tokens = clause.sentence.tokens
    spans = (tokens[t.last : p.first] for t in towns for p in people if 0 < p.first - t.last <= OFFICE)
    return any(any(are_staff(t, "kk") or is_staff(t, "kk") for t in span) for span in spans)


OFFICE = 12
"""Words from the town that somebody works in to the name, at most."""


def journey(sentence: Sentence) -> bool:
    """… мамандары Шалқар ауданына барып, бес хирургы Аралға сапарлап, …: specialists who went there."""
    tokens = sentence.tokens
    if GONE.isdisjoint(sentence.words):
        return False
    named = (m for m in sentence.mentions if m.type in ("place", "facility"))
    reached = [m for m in named if m.case == "dat" and not _abroad(m.value)]
    bare = () if group("village", "kk").isdisjoint(sentence.words) else enumerate(tokens, 1)
    ends = [m.last for m in reached] + [end for end, t in bare if _is_village(t)]
    went = [i for end in ends for i in range(end, min(len(tokens), end + AWAY)) if is_lemma(tokens[i], *GONE)]
    return any(acting(tokens, i) for i in range(max(went, default=0)))


def _abroad(value: object) -> bool:
    return getattr(value, "level", "") in FOREIGN


def _is_village(token: Token) -> bool:
    """Шалғай ауылдарға, ауданға, мектепте [болып]: villages, districts and schools without a name."""
    return token.best.case in ("dat", "acc", "loc") and is_lemma(token, *group("village", "kk"))


def came(sentence: Sentence) -> bool:
    """Кореядан дәрігерлер келді, Швейцариядан төрт хирург келіп, …: specialists who have come from elsewhere."""
    tokens = sentence.tokens
    if sentence.words.isdisjoint(COMING):
        return False
    if not ([m for m in sentence.mentions if m.type == "place" and m.case == "abl"] or _came_to_house(sentence)):
        return False
    verbs = [t for t in tokens if t.best.form in COME and is_lemma(t, *COMING)]
    return bool(verbs) and any(acting(tokens, i) for i in range(len(tokens)))


def worked_with(sentence: Sentence) -> bool:
    """Беларусьтен келген мамандармен бірлесіп, келген дәрігердің сүйемелдеуімен: guests with whom one's own doctors work."""
    if sentence.words.isdisjoint(WITH):
        return False
    tokens, coming = sentence.tokens, group("come", "kk") | group("guest", "kk")
    guests = (i for i, t in enumerate(tokens) if not coming.isdisjoint(t.words))
    staff = (j for i in guests for j in range(i + 1, min(len(tokens), i + REACH)) if is_expert(tokens[j]))
    return any(not WITH.isdisjoint(t.words) for j in staff for t in tokens[j + 1 : j + REACH])


WITH = frozenset(lexicon.words("kinds.mission.travelled", "with"))


def came_home(sentence: Sentence) -> bool:
    """X университетінің профессоры Қазақстанға келіп, …: a specialist, or somebody by name, who has come to the country."""
    if sentence.words.isdisjoint(COMING):
        return False
    tokens = sentence.tokens
    here = [i + 1 for i, t in enumerate(tokens) if t.norm in COUNTRY]
    came_ = [i for i in here if any(is_lemma(t, *COMING) and t.best.form in COME for t in tokens[i : i + REACH])]
    people = any(m.type == "person" and m.case in ("nom", "") for m in sentence.mentions)
    return bool(came_) and (people or any(is_expert(t) and t.best.case in ("nom", "") for t in tokens))


COUNTRY = frozenset(lexicon.words("kinds.mission.travelled", "country"))


def _came_to_house(sentence: Sentence) -> bool:
    """X ауруханасына Y орталығының үш маманы келді: the staff of one body come to a house of another name."""
    houses = [m for m in sentence.mentions if m.type == "facility" and m.case == "dat"]
    bodies = [m for m in sentence.mentions if m.type in ("facility", "organization") and m.case == "gen"]
    staffed = [
        b for b in bodies if any(are_staff(t, "kk") or is_staff(t, "kk") for t in sentence.tokens[b.last : b.last + 4])
    ]
    return any(h.last <= b.first and h.value.name != b.value.name for h in houses for b in staffed)


def elsewhere(clause: Clause, owner: str) -> bool:
    """X орталығының мамандары Аралда …: the staff of a centre at work in a town that is not its own."""
    known = owner.lower().split()
    if SITED.isdisjoint(known[:1]) and not any(w.startswith(CENTRES) for w in known):
        return False
    own = [m.value.place.name for m in clause.whole.mentions("facility") if m.value.name == owner and m.value.place]
    levels = (*SETTLEMENTS, "district", *(("oblast",) if NATIONAL & set(known[:2]) else ()))
    cases = ("loc",) if GONE.isdisjoint(clause.sentence.words) else ("loc", "dat")
    towns = [m for m in clause.whole.mentions("place") if m.case in cases and m.value.level in levels]
    return any(m.value.name not in own and m.value.name.lower() not in owner.lower() for m in towns)


NATIONAL = frozenset(lexicon.words("kinds.mission.travelled", "national"))
SITED = frozenset(lexicon.words("kinds.mission.travelled", "sited"))
CENTRES = lexicon.words("kinds.mission.travelled", "centres")
