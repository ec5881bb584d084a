"""What works inside a facility: оның базасында A орталығы, B орталығы және C бөлімшелері жұмыс істейді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import only
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.hosts import AT, BASES, CENTRE, based_before, before_where, host, in_school
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.sites import of_its_own
from kzhealthkg.extract.clause.syntax import FINITE, Clause, forms, is_lemma
from kzhealthkg.extract.context import wording
from kzhealthkg.extract.context.elsewhere import left
from kzhealthkg.extract.context.inside import here, is_inner
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures.figures import within_it
from kzhealthkg.model import FacilityValue, Mention, Token
from kzhealthkg.model.frozen import replace

POINTERS = frozenset(lexicon.words("kinds.service.bases", "pointers"))
FIELDS = lexicon.words("kinds.service.bases", "fields")
ADJECTIVES = lexicon.words("kinds.service.bases", "adjectives")
CENTRES = frozenset(lexicon.words("kinds.service.bases", "centres"))


def pointed_base(clause: Clause) -> bool:
    """Say whether a clause tells of what is inside the facility spoken of just before (оның базасында)."""
    at = _base(clause)
    return at > clause.first and clause.sentence.tokens[at - 1].norm in POINTERS


def opened_here(hit: Hit, memory: Memory) -> list[Phrase]:
    """Return the centres and laboratories that open in the hospital told of just before."""
    if hit.frame.options.get("working") or here(hit.clause, memory) is None:
        return []
    found = [m for m in hit.clause.mentions("facility", last=hit.first) if is_inner(m)]
    return [Phrase(hit.clause, m.first, m.last, m.last - 1) for m in found]


def owner_before(clause: Clause) -> FacilityValue | None:
    """Return the facility that the same sentence names last before a clause, None where it names none."""
    found = [m.value for m in clause.sentence.mentions if m.type == "facility" and m.last <= clause.first]
    return found[-1] if found and found[-1].name and not found[-1].definite else None


def gone_on(clause: Clause, memory: Memory) -> bool:
    """Автобуста рентген бар: say whether what is told of now is no house told of before."""
    return left(memory.document, clause.index, clause.language)


def elsewhere(clause: Clause, memory: Memory) -> bool:
    """В посёлке открыт стационар, қалада орталық ашылды: say whether a clause has a place of its own, or another subject."""
    areas = area_words(clause.language)
    tokens, inside = clause.sentence.tokens, range(clause.first, clause.last)
    held = [i for i in inside if tokens[i].best.case == "loc" and not areas.isdisjoint(tokens[i].words)]
    ru = clause.language == "ru"  # операции в лицевой области are done in no oblast
    return any(not ru or (i and tokens[i - 1].norm in IN_OR_ON) for i in held) or gone_on(clause, memory)


def several_more(clause: Clause) -> bool:
    """Корпус ашылды. Сондай-ақ МЖӘ аясында үш кабинет ашылды: what else is told, of no one house, by a programme."""
    opening = {t.norm for t in clause.sentence.tokens[:OPENING_WORDS]}
    return clause.language == "kk" and not opening.isdisjoint(ALSO) and clause.says(*UNDER)


ALSO = frozenset(lexicon.words("kinds.service.bases", "also"))
UNDER = lexicon.words("kinds.service.bases", "under")
OPENING_WORDS = 2


def subject_before(clause: Clause, memory: Memory) -> FacilityValue | None:
    """По словам врача больницы, амбулатория готова. В ней …: it is the subject of the sentence before."""
    opening = clause.sentence.tokens[clause.first : clause.first + 2]
    if clause.language != "ru" or clause.index == 0 or not within_it(opening):
        return None
    named = [m for m in memory.document.sentences[clause.index - 1].mentions if m.type == "facility"]
    subjects = [m for m in named if m.case == "nom" and not m.value.plural]
    return memory.resolve(subjects[-1].value) if subjects and len(named) > 1 else None


def of_sport(item: Phrase) -> bool:
    """Спортивный комплекс, спорт кешені: a house of sport; кабинет спортивной медицины is none."""
    tokens = item.clause.sentence.tokens
    return tokens[item.head].norm.startswith(SPORT) or any(
        t.norm.startswith(SPORT) for t in tokens[max(item.clause.first, item.head - 1) : item.head]
    )


SPORT = lexicon.words("kinds.service.bases", "sport")


def centres(hit: Hit, memory: Memory) -> list[tuple[Phrase, str]]:
    """Return the centres and laboratories that work inside a facility: базасында A мен B орталығы, ауруханада A орталығы."""
    clause, at = hit.clause, _base(hit.clause)
    if at < 0 and clause.language == "kk" and (around := host(clause)) is not None:
        at = around.last - 1
    if clause.language != "kk" or (at < 0 and here(clause, memory) is None):
        return []
    found = [m for m in clause.mentions("facility", first=at + 1, last=hit.first) if is_inner(m)]
    phrases = [Phrase(clause, m.first, m.last, m.last - 1) for m in found]
    return [(p, wording.lowered(p, wording.unowned(p) or p.text())) for p in phrases]


SEATED = lexicon.words("kinds.service.bases", "seated")


def is_town(clause: Clause, head: int) -> bool:
    """Бурабай ауданының орталығы: the centre of a district is a town."""
    tokens = clause.sentence.tokens
    owner = tokens[head - 1] if head > clause.first else None
    owned = owner is not None and owner.best.case == "gen" and is_lemma(owner, *SEATED)
    return owned and tokens[head].best.lemma in CENTRES


def shared(item: Phrase) -> Phrase:
    """Травматологиялық және перинаталдық бөлімшелер: adjectives that share one noun stay one thing."""
    tokens, first = item.clause.sentence.tokens, item.first
    while item.clause.language == "kk" and tokens[item.head].best.plural and _joined(item, first):
        first -= 2
    return replace(item, first=first)


def _joined(item: Phrase, first: int) -> bool:
    """Say whether another adjective and "and" stand before one, or a comma where "and" was behind it."""
    tokens = item.clause.sentence.tokens
    if first - 2 < item.clause.first or not _is_sort(tokens[first - 2]):
        return False
    alone = first == item.first and first + 1 == item.head  # инфекциялық және жүрек бөлімшелері
    if not (_is_sort(tokens[first]) or (alone and tokens[first].best.pos == "NOUN")):
        return False
    listed = first < item.first or any(t.norm in AND for t in tokens[first : item.head])
    return tokens[first - 1].norm in AND or (tokens[first - 1].text == "," and listed)


def _is_sort(token: Token) -> bool:
    """Жұқпалы-лық; педиатрия: an adjective, or a bare branch of medicine, that tells one sort of departments."""
    if token.norm.endswith(ADJECTIVES):
        return any(r.pos == "ADJ" for r in token.readings)
    return token.norm.endswith(FIELDS) and token.best.case == "nom" and not token.best.possessive


def _base(clause: Clause) -> int:
    """Return the token of "базасында", "құрамында", -1 where there is none."""
    tokens = clause.sentence.tokens
    held = (i for i in range(clause.first, clause.last) if tokens[i].norm.startswith(BASES))
    return next((i for i in held if tokens[i].best.case == "loc"), -1)


PARTICIPLE = frozenset({"perf", "part"})
BRANCHES = frozenset(lexicon.words("kinds.service.bases", "branches"))


def _points(mention: Mention) -> bool:
    return bool(mention.value.definite) and not mention.value.type


def hosted(hit: Hit) -> list[Phrase]:
    """… базасында хаб құрылады, … жанынан ашылған A мен B орталығы: also a centre is a service there."""
    clause, base = hit.clause, host(hit.clause)
    if base is None and in_school(clause):
        return [_with_branch(clause, m) for m in clause.mentions("facility") if _opens_in_school(hit, m)][:1]
    if base is None or (hit.frame.options.get("working") and clause.words.isdisjoint(CENTRES | CENTRE)):
        return []
    russian = clause.language == "ru"  # its base stands on either side, and the thing as a rule behind the verb
    named = [
        m for m in clause.mentions("facility") if not (russian and m.case in ("ins", "loc"))
    ]  # организован институтом
    after = [m for m in named if m.first >= base.last or (russian and m.last <= base.first)]
    after = [m for m in after if not (russian and _held_beside(clause, m))]
    inside = [m for m in after if not _points(m) and (russian or not (of_its_own(clause, m) or _of_part(clause, m)))]
    right = [m for m in inside if m.first >= hit.last] if russian or forms(hit.verb) & PARTICIPLE else []
    left = [m for m in inside if m.last <= hit.first]
    first = len(left) - 1
    while first > 0 and only(clause, left[first - 1].last, left[first].first, LIST_SIGNS):
        first -= 1
    chosen = right[:1] or (left[-1:] if russian else left[max(first, 0) :] or _ahead(clause, base))
    return [_with_branch(clause, m) for m in chosen]


def _opens_in_school(hit: Hit, mention: Mention) -> bool:
    """В школе открыли медпункт: what opens there, and not the house of study itself."""
    beside = abs(mention.first - hit.last) <= NEAR or abs(hit.first - mention.last) <= NEAR
    return beside and mention.case in ("nom", "acc") and not _held_beside(hit.clause, mention)


NEAR = 2
"""Words between a verb of opening and what opens in a house of study, at most."""


def _held_beside(clause: Clause, mention: Mention) -> bool:
    """При больнице открыто 20 коек, при центре – 15: a house behind a preposition is where something else has opened."""
    before = clause.sentence.tokens[mention.first - 1].norm if mention.first > clause.first else ""
    return before in IN_OR_ON or before in AT


def _ahead(clause: Clause, base: Mention) -> list[Mention]:
    """Инсульт орталығы аудандық аурухана базасында ашылды: the thing that opens may stand right before its base."""
    found = [m for m in clause.mentions("facility", last=base.first) if m.case == "nom" and is_inner(m)]
    return [m for m in found[-1:] if m.value.name and not m.value.definite and base.first - m.last <= 1]


def _of_part(clause: Clause, mention: Mention) -> bool:
    """Хоспис бөлімшесі: a sort of facility that only says which department it is."""
    behind = clause.sentence.tokens[mention.last : mention.last + 1]
    return any(is_lemma(t, *PARTS) and t.best.possessive for t in behind)


PARTS = lexicon.words("kinds.service.bases", "parts")


def joined(item: Phrase, inside: list[Phrase]) -> bool:
    """A орталығы мен B бөлімшесі ашылды: Say whether a thing is told of in one list with what opens inside a facility."""
    clause = item.clause
    if not (clause.language == "kk" or before_where(clause)) or any(p.first <= item.head < p.last for p in inside):
        return False
    return any(
        only(clause, p.last, item.first, LIST_SIGNS) or only(clause, item.last, p.first, LIST_SIGNS) for p in inside
    )


def _with_branch(clause: Clause, mention: Mention) -> Phrase:
    """Филиал медицинского университета: what opens is the branch, not its owner."""
    before = clause.sentence.tokens[mention.first - 1] if mention.first > clause.first else None
    if clause.language == "ru" and before is not None and before.best.lemma in BRANCHES:
        return Phrase(clause, mention.first - 1, mention.last, mention.first - 1)
    return Phrase(clause, mention.first, mention.last, mention.last - 1)


def behind_dash(clause: Clause, item: Phrase) -> bool:
    """Say whether a town and a dash stand before a thing: в A откроют центры, в B – отделение: the thing is in the place before its dash."""
    dash = item.first - 1
    towns = clause.language == "ru" and dash > clause.first and clause.sentence.tokens[dash].text in "–—-"
    return towns and any(m.last == dash for m in clause.mentions("place"))


def host_of(clause: Clause, item: Phrase) -> Mention | None:
    """Return the facility in which a thing works: the one before it, in Russian the nearest."""
    around = before_where(clause) or based_before(clause)
    if around is not None and not around.value.plural:
        return around
    found = clause.mentions("facility", last=item.first if clause.language != "ru" else None)
    found = [m for m in found if not (m.first <= item.head < m.last or _set_up_too(item, m))]
    located = [m for m in found if m.case in ("loc", "gen", "dat")] if clause.language != "ru" else found
    located = located or hosts_behind(item)
    if len(located) > 1 and all(m.case == "loc" for m in located) and clause.language == "kk":
        return _own_host(clause, located)
    return next(iter(located or found), None)


def _set_up_too(item: Phrase, mention: Mention) -> bool:
    """Открытие кабинета КТ и создание инсультного центра: a house that is to be opened itself holds nothing else."""
    clause = item.clause
    before = clause.sentence.tokens[mention.first - 1] if mention.first > clause.first else None
    if clause.language != "ru" or _coordinate(item, mention):
        return clause.language == "ru"
    return before is not None and before.best.pos == "NOUN" and is_lemma(before, *OPENING)


def _coordinate(item: Phrase, mention: Mention) -> bool:
    """Действует центр в A и кабинет в B: a house that "and" joins to a thing is no host of it."""
    if mention.case != "nom" or mention.last > item.first:
        return False
    between = item.clause.sentence.tokens[mention.last : item.first]
    joined = bool(between) and between[-1].norm in JOINED
    return joined and not any(t.best.form in FINITE for t in between)


JOINED = frozenset({"и", ","})


OPENING = lexicon.words("kinds.service.bases", "opening")


def hosts_behind(item: Phrase) -> list[Mention]:
    """МРТ аппараты А ауруханасында іске қосылды: the Kazakh houses that stand between a thing and its verb."""
    clause = item.clause
    behind = clause.mentions("facility", first=item.last) if clause.language == "kk" else []
    based = [m for m in behind if any(t.norm.startswith(BASES) for t in clause.sentence.tokens[m.last : m.last + 1])]
    return based or [m for m in behind if m.case == "loc"]


def _own_host(clause: Clause, located: list[Mention]) -> Mention:
    """A емханасында кабинет, B емханасында зертхана ашылды: of houses that nothing joins, the one right before the thing."""
    return located[-1] if not only(clause, located[-2].last, located[-1].first, LIST_SIGNS) else located[0]


AUTHORITIES = lexicon.words("kinds.service.bases", "authorities")


def of_authority(clause: Clause) -> bool:
    """Министерство внедрит технологии: what an authority does is not done in the house told of before."""
    if clause.words.isdisjoint(AUTHORITIES):
        return False
    return any(is_lemma(t, *AUTHORITIES) and any(r.case == "nom" for r in t.readings) for t in clause.tokens)
