"""What a cue of service speaks of that is no service: pipes of a building, praise of a system, what is put in and not opened."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

SYSTEMS = lexicon.words("kinds.service.none", "systems")
PIPES = lexicon.words("kinds.service.none", "pipes")
SECTOR = frozenset(lexicon.words("kinds.service.none", "sector"))
DOING = frozenset(lexicon.words("kinds.service.none", "doing"))
PUTTING_IN = lexicon.words("kinds.service.none", "putting_in")
MAKING = lexicon.words("kinds.service.none", "making")
POINT = "пункт"
DOCUMENTS = frozenset(lexicon.words("kinds.service.none", "documents"))
COMING = frozenset({"planned", "underway"})
STANDING = Stems(lexicon.words("kinds.service.none", "standing"))


def no_service(hit: Hit, item: Phrase, said: str, memory: Memory) -> bool:
    """Say whether what seems to open or work is told in another way, or nobody can go to it."""
    head = item.clause.sentence.tokens[item.head]
    if is_lemma(head, *SYSTEMS) and _any_system(hit, item):
        return True
    if head.best.lemma == POINT and not DOCUMENTS.isdisjoint(item.clause.words):
        return True  # в плане есть пункты по сокращению коек
    if said in COMING and _to_be_built(item):
        return True
    if hit.frame.options.get("working") and _of_each(item):
        return True
    return _praised(item) or _put_in(hit, item) or _in_general(hit, item, head, said) or _of_houses(hit, item, memory)


def _praised(item: Phrase) -> bool:
    """Просторные палаты, жарық бөлмелер: rooms of which only is told how nice they are."""
    described = [t for t in item.clause.sentence.tokens[item.first : item.last] if t.text.isalpha()]
    praised = [t for t in described if is_lemma(t, *PRAISE)]
    return (
        bool(praised)
        and len(described) == len(praised) + 1
        and is_lemma(item.clause.sentence.tokens[item.head], *ROOMS)
    )


PRAISE = lexicon.words("kinds.service.none", "praise")
ROOMS = lexicon.words("kinds.service.none", "rooms")


def _any_system(hit: Hit, item: Phrase) -> bool:
    """Система вентиляции, денсаулық сақтау жүйесі; переходы создают систему: what a building has, or a thing leads to."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    words = tokens[item.first : item.last + 2]
    if not SECTOR.isdisjoint(t.norm for t in words):
        return True
    if hit.frame.options.get("working"):
        return any(t.norm.startswith(PIPES) for t in words)
    made = is_lemma(hit.verb, *MAKING) and not hit.verb.norm.endswith("ся") and "pres" in hit.verb.forms
    return made and not any(m.case in ("nom", "") for m in clause.mentions("facility", "organization"))


def _put_in(hit: Hit, item: Phrase) -> bool:
    """Открытие отделения, а также установка ангиографа: what another noun of doing governs, or that noun itself."""
    if hit.clause.language != "ru":
        return False
    tokens = item.clause.sentence.tokens
    if any(t.best.pos == "NOUN" and is_lemma(t, *DOING) for t in tokens[hit.last : item.first]):
        return True
    sized = tokens[item.last : item.last + 2]  # в больнице развернули 60 коек, провизорный стационар – 40
    if hit.last <= item.first and len(sized) > 1 and sized[0].text in DASHES and sized[1].text[0].isdigit():
        return True
    behind = tokens[item.head + 1 : item.head + 3]
    owned = any(r.case == "gen" and r.pos in ("NOUN", "ADJ") for t in behind[:1] for r in t.readings)
    short = any(t.text.isupper() for t in behind[:1])
    return is_lemma(tokens[item.head], *PUTTING_IN) and hit.frame.options.get("opens", False) and (owned or short)


def _in_general(hit: Hit, item: Phrase, head: Token, said: str) -> bool:
    """Появятся клиники, центры и лаборатории: bare houses and rooms that are to come somewhere, of which more is told next."""
    plural = any(r.plural and r.case in ("nom", "acc") for r in head.readings) and hit.verb.best.pos == "VERB"
    if said != "planned" or item.count is not None or not plural:
        return False
    clause = item.clause
    placed = any(m.value.level != "country" for m in clause.named.get("place", ()))
    bare = item.last - item.first == 1 or (not placed and hit.frame.options.get("appear", False))
    own = [m for m in clause.named.get("facility", ()) if not (m.first <= item.head < m.last or m.value.plural)]
    return bool(bare) and not own


def _of_each(item: Phrase) -> bool:
    """Әр амбулаторияда, дәрігерлік амбулаторияларда кабинет бар: what houses of a sort have, told in general."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    near = [m for m in clause.named.get("facility", ()) if m.case == "loc" and not m.first <= item.head < m.last]
    near = [m for m in near if not (m.value.name or m.value.count or m.value.place)]
    if "place" in clause.sentence.named:
        return False
    return any(m.value.plural or tokens[m.first - 1].norm in EACH or tokens[m.first].norm in EACH for m in near)


EACH = frozenset(lexicon.words("kinds.service.none", "each"))


def _to_be_built(item: Phrase) -> bool:
    """В строящейся больнице, в корпусе, который сдадут, откроют отделение: what a house not yet there will hold."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    if not clause.whole.opens(STANDING):
        return False
    if any(t.norm in WHERE for t in tokens[max(0, clause.first - 1) : clause.first + 2]):
        return any(t.norm.startswith(COMING_VERBS) for t in tokens)  # поликлиника, где откроют стационар, строится
    named = clause.named.get("facility") or clause.sentence.named.get("facility", [])
    if any(t.norm.startswith(COMING_STEMS) for m in named for t in tokens[max(0, m.first - 2) : m.last]):
        return any(not m.first <= item.head < m.last for m in named)
    which = (i for i in range(1, item.first) if is_lemma(tokens[i], "который") and tokens[i - 1].text == ",")
    return any(t.norm.startswith(COMING_VERBS) for i in which for t in tokens[i : i + BEHIND])


WHERE = frozenset(lexicon.words("kinds.service.none", "where"))
BEHIND = 7
"""Words behind a facility in which a relative clause says that it is being built."""
COMING_STEMS = lexicon.words("kinds.service.none", "coming")
COMING_VERBS = lexicon.words("kinds.service.none", "coming_verbs")


def _of_houses(hit: Hit, item: Phrase, memory: Memory) -> bool:
    """Открыто 12 учреждений, в том числе лаборатория; 14 нысан ашылды, олардың қатарында …: one of the houses counted."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    counted = [m for m in clause.sentence.named.get("facility", ()) if m.last <= item.first and _is_total(m)]
    if counted and any(t.text in LISTING for t in tokens[counted[-1].last : item.first]):
        return True
    opening = tokens[clause.first : clause.first + OPENING]
    if OF_THEM.isdisjoint(t.norm for t in opening):
        return False
    told = memory.last_draft("Works", within=1, sentence=clause.index)
    return told is not None and "count" in told.slots and "facilityType" not in told.slots


def _is_total(mention: Mention) -> bool:
    value = mention.value
    return value.count is not None and value.count.value > 1 and value.type in ("", "medical-facility")


LISTING = frozenset(":,–—-")
OPENING = 3
OF_THEM = frozenset(lexicon.words("kinds.service.none", "of_them"))
