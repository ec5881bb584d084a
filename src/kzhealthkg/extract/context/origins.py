"""Places that somebody comes from, goes to or has studied at, or a part lies in: what is told next is not there."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.gone import GOING_THERE, SENT, gone_kk
from kzhealthkg.extract.clause.groups import AND, is_calling
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma, words
from kzhealthkg.model import Mention, Sentence, Token

PLACED = frozenset(lexicon.words("extract.context.origins", "placed"))


def is_origin(sentence: Sentence, mention: Mention) -> bool:
    """Say whether somebody comes from a place, so that nothing happens there: Астанадан келген дәрігерлер."""
    if ORIGINS.isdisjoint(sentence.words):
        return False
    while not of_study(sentence, mention):
        closing = _list_end(sentence, mention) if mention.case in LISTED else None
        if closing is None:
            return from_russian(sentence, mention) or (mention.case == "abl" and _comes_from(sentence, mention))
        mention = closing
    return True


LISTED = ("nom", "", "abl")
"""Cases of the places of a list before its last one."""


def _comes_from(sentence: Sentence, mention: Mention) -> bool:
    """Астанадан келген: a verb of coming stands behind a place that is come from, before any comma."""
    after = sentence.tokens[mention.last : mention.last + COMING]
    end = next((i for i, t in enumerate(after) if t.text == ","), len(after))
    return any(is_lemma(t, *CAME) for t in after[:end])


def _list_end(sentence: Sentence, mention: Mention) -> Mention | None:
    """A, B және C облыстарынан келген: the next place of a list that a place in no case opens, None for none."""
    if len(sentence.tokens) == mention.last or sentence.tokens[mention.last].norm not in LISTING:
        return None
    behind = mention.last + 1
    return next((m for m in sentence.named.get("place", ()) if m.first == behind), None)


LISTING = AND | {","}


CAME = lexicon.words("extract.context.origins", "came")
COMING = 6
"""Words from where somebody comes from to the verb, at most."""
CAME_RU = lexicon.words("extract.context.origins", "came_ru")
NEXT = 2
"""Words from where somebody comes from to a Russian verb, at most: из Караганды к нам приехали."""
FROM_REACH = 5
STAFF = frozenset(lexicon.words("extract.context.origins", "staff"))


def from_russian(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a Russian town is only where people have come from: врачи из Астаны и Шымкента."""
    if "из" not in sentence.words or mention.case != "abl":
        return "из" in sentence.words and _of_their_house(sentence, mention)
    tokens, reach = sentence.tokens, range(mention.first - 1, max(0, mention.first - FROM_REACH), -1)
    at = next((i for i in reach if tokens[i].norm == "из"), 0)
    if not at and mention.first > 1 and tokens[mention.first - 1].text in (",", "и"):
        before = (m for m in sentence.mentions if m.type == "place" and m.last == mention.first - 1)
        return any(from_russian(sentence, m) for m in before)
    theirs = at > 0 and (not STAFF.isdisjoint(tokens[at - 1].words) or _is_name(sentence, at - 1))
    return theirs or any(is_lemma(t, *CAME_RU) for t in (*tokens[max(0, at - 2) : at], *tokens[mention.last :][:NEXT]))


def _of_their_house(sentence: Sentence, mention: Mention) -> bool:
    """Специалисты из научного центра города Астаны: the town of the house that people have come from."""
    tokens = sentence.tokens
    houses = (m for m in sentence.mentions if m.type in ("facility", "organization") and m.first > 1)
    theirs = (m for m in houses if tokens[m.first - 1].norm == "из" and not STAFF.isdisjoint(tokens[m.first - 2].words))
    return any(m.first < mention.first <= m.last + 1 for m in theirs)


def _is_name(sentence: Sentence, at: int) -> bool:
    """Алине из Уральска: a name before "из" is somebody's, unless it is that of a place or a body."""
    token = sentence.tokens[at]
    held = any(m.first <= at < m.last and m.type != "person" for m in sentence.mentions)
    return token.best.pos == "PROPN" and token.text[0].isupper() and not held


STUDIED = lexicon.words("extract.context.origins", "studied")
STUDIED_RU = frozenset(lexicon.words("extract.context.origins", "studied_ru"))
STUDY_REACH = 6


def of_study(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a place is where somebody has studied: Ақтөбедегі университетті бітірген 10 маман."""
    if not STUDIED_RU.isdisjoint(sentence.words):
        before = sentence.tokens[max(0, mention.first - STUDY_REACH) : mention.first]
        if any(is_lemma(t, *STUDIED_RU) for t in before):
            return True
    rest = sentence.tokens[mention.last : mention.last + STUDY_REACH]
    if not sentence.tokens[mention.last - 1].best.locative_adjective:
        return any(t.norm.startswith(SCHOOLS) and _left_school(t, rest[i + 1 : i + 3]) for i, t in enumerate(rest))
    return any(is_lemma(t, *STUDIED) and bool(forms(t) & {"perf", "part"}) for t in rest)


def _left_school(school: Token, behind: Sequence[Token]) -> bool:
    """Семей медицина университетін бітірген, университетінің 12 түлегі: the town is in the name of the school."""
    if school.best.case == "gen":
        return any(is_lemma(t, *LEAVERS) for t in behind)
    return school.best.case == "acc" and any(is_lemma(t, *STUDIED) and forms(t) & {"perf", "part"} for t in behind[:1])


SCHOOLS = lexicon.words("extract.context.origins", "schools")
LEAVERS = lexicon.words("extract.context.origins", "leavers")
ORIGINS = frozenset({"из", *CAME, *STUDIED, *STUDIED_RU, *LEAVERS})
"""Without one of these nobody in a sentence is said to come from anywhere."""


def gone_to(sentence: Sentence, mention: Mention) -> bool:
    """Say whether people used to go to a place or are sent to it: Астанаға баратын, бармайды, Қарағандыға жіберіледі; ездили в Алматы."""
    return _gone_russian(sentence, mention) or gone_kk(sentence, mention)


def is_abroad(sentence: Sentence, mention: Mention) -> bool:
    """Сеулдегі госпиталь, Үндістанның Дели қаласындағы клиника, клиника в Берлине: a facility of another country."""
    if "place" not in sentence.named:
        return False
    first, last = mention.first - BESIDE, mention.last + IN_TOWN
    return any(first <= m.first and m.last <= last and m.value.abroad for m in sentence.named["place"])


BESIDE, IN_TOWN = 3, 2
"""Words from a town to the facility in it, and from a facility to the town behind it, at most."""


def passed_by(sentence: Sentence, mention: Mention) -> bool:
    """Ездили в поликлинику №1, выпускница медуниверситета: a facility that a Russian text names in passing."""
    if PASSING.isdisjoint(sentence.words):
        return False
    gone = of_study(sentence, mention) or _gone_russian(sentence, mention) or _sends(sentence, mention)
    return gone or _earlier(sentence, mention) or _stood(sentence, mention)


def _sends(sentence: Sentence, mention: Mention) -> bool:
    """Эндокринолог из областной больницы: where one of a team works is named in passing."""
    before = sentence.tokens[max(0, mention.first - 2) : mention.first]
    return len(before) > 1 and before[1].norm == "из" and is_calling(before[0])


def _stood(sentence: Sentence, mention: Mention) -> bool:
    """В здании, где располагалась поликлиника: what a house once was is not spoken of."""
    if "где" not in sentence.words:
        return False
    before = sentence.tokens[max(0, mention.first - STOOD_REACH) : mention.first]
    if not any(t.norm == "где" for t in before):
        return False
    return any(is_lemma(t, *STANDING) and t.best.form == "past" for t in before)


STANDING = lexicon.words("extract.context.origins", "standing")
STOOD_REACH = 4


def _earlier(sentence: Sentence, mention: Mention) -> bool:
    """Раньше детей лечили на базе другой больницы: where something once was done is not spoken of."""
    if PLACED.isdisjoint(sentence.words):
        return False
    before = sentence.tokens[max(0, mention.first - 3) : mention.first]
    if not any(t.norm in PLACED for t in before):
        return False
    opening = f" {words(sentence.tokens[: min(mention.first, ONCE_REACH)]).lower()} "
    return any(f" {once} " in opening for once in ONCE)


ONCE = lexicon.words("extract.context.origins", "once")
ONCE_REACH = 5
"""Words at the opening of a sentence that may say that it tells of earlier days."""


def _gone_russian(sentence: Sentence, mention: Mention) -> bool:
    if not mention.first or sentence.tokens[mention.first - 1].norm not in IN:
        return False
    if GOING_RU.isdisjoint(sentence.words):
        return False
    return any(is_lemma(t, *GOING_RU) for t in sentence.tokens[max(0, mention.first - GONE_REACH) : mention.first])


GOING_RU = frozenset(lexicon.words("extract.context.origins", "going_ru"))
GONE_REACH = 7
PASSING = frozenset({"из", "где", *STUDIED, *STUDIED_RU, *GOING_RU, *PLACED})
"""Without one of these a sentence names no facility in passing."""


def seated(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a place is only a body's seat: Атырауда … Ақтөбедегі университеттің филиалы ашылды."""
    if mention.case != "locadj":
        return False
    others = (m for m in sentence.mentions if m.type == "place" and m.case == "loc" and m.value.region)
    return any(m.value.region != mention.value.region for m in others)


PARTS = tuple(tuple(phrase.split()) for phrase in lexicon.words("extract.context.origins", "parts"))
PART_BEGINNINGS = frozenset(phrase[0] for phrase in PARTS)
PART_ENDS = frozenset(phrase[-1] for phrase in PARTS)


def of_part(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a place is only that of a part or an example: построено 40, в том числе 9 – в A области."""
    return mention.start > part_start(sentence)


@once_each
def part_start(sentence: Sentence) -> float:
    """Return the clean-text start of the words that open the parts of what a sentence tells; infinity where none do."""
    if PART_ENDS.isdisjoint(sentence.words):
        return inf
    norms = [t.norm for t in sentence.tokens]
    begun = [at for at, norm in enumerate(norms) if norm in PART_BEGINNINGS]
    starts = (at for at in begun if any(tuple(norms[at : at + len(p)]) == p for p in PARTS))
    return next((sentence.tokens[at].start for at in starts), inf)


def of_before(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a sentence that a place stands in opens as one of earlier days: Ранее фонд помог хоспису в X."""
    if sentence.tokens[0].norm not in OPENING:
        return False
    opening = f"{words(sentence.tokens[: min(mention.first, ONCE_REACH)]).lower()} "
    return opening.startswith(OPENED)


OPENED = tuple(f"{once} " for once in (*ONCE, *lexicon.words("extract.context.origins", "once_kk")))
OPENING = frozenset(once.split()[0] for once in OPENED)
"""The first words of such openings."""


def is_aside(sentence: Sentence, mention: Mention) -> bool:
    """Say whether what is told next is not told of a place, though it is named."""
    if ASIDE.isdisjoint(sentence.words):
        return seated(sentence, mention)
    return (
        is_origin(sentence, mention)
        or gone_to(sentence, mention)
        or seated(sentence, mention)
        or of_part(sentence, mention)
        or of_before(sentence, mention)
        or told_there(sentence, mention)
    )


def told_there(sentence: Sentence, mention: Mention) -> bool:
    """Об этом заявили в ходе конференции по неотложной помощи в Астане: only where it was told."""
    if sentence.words.isdisjoint(TELLING) or mention.case != "loc" or mention.value.level != "city":
        return False
    before = sentence.tokens[max(0, mention.first - GATHERED) : mention.first]
    sign = max((i for i, t in enumerate(before) if t.text in ";:–—«"), default=-1)
    behind = sentence.tokens[mention.last : mention.last + BEHIND]  # Астанада өткен форумда айтылды
    if any(t.norm.startswith(GATHERINGS) and t.best.case == "loc" for t in behind):
        return True
    return any(t.norm.startswith(GATHERINGS) for t in before[sign + 1 :])


TELLING = frozenset(lexicon.words("extract.context.origins", "telling"))
GATHERINGS = lexicon.words("extract.context.origins", "gatherings")
BEHIND = 5
GATHERED = 8
"""Words from a gathering to its town, at most."""
ASIDE = ORIGINS | GOING_RU | GOING_THERE | SENT | PART_ENDS | OPENING | TELLING
"""Without one of these a sentence names no place in passing, but the seat of a body."""


def at_large(clause: Clause, end: int) -> bool:
    """В Астане – 10, в Алматы – 20, в регионах – 70: what is told of the regions at large is of none of those named."""
    if AT_LARGE.isdisjoint(clause.words):
        return False
    said = [t.start for t in clause.tokens if t.norm in AT_LARGE and t.start < end]
    places = [m.start for m in clause.sentence.mentions if m.type == "place"]
    return bool(said) and any(at < said[-1] for at in places) and not any(said[-1] < at < end for at in places)


AT_LARGE = frozenset(lexicon.words("extract.context.origins", "at_large"))
