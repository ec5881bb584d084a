"""What a cue of buying or delivering tells of no purchase: a name, a memory, an alarm, a paper that promises."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.frames import Hit, every_hit
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.goods import bare_counts, item_names
from kzhealthkg.extract.kinds.procurement.others import for_others, social_transport, watched
from kzhealthkg.model import Token

LONG_AGO = re.compile("|".join(map(re.escape, lexicon.words("kinds.procurement.guards", "long_ago"))))
"""What was bought the last time, long ago, is only background."""
GIVING = lexicon.words("kinds.procurement.guards", "giving")
FUNDS = lexicon.words("kinds.procurement.guards", "funds")
ALARMS = lexicon.words("kinds.procurement.guards", "alarms")
SCENES = frozenset(lexicon.words("kinds.procurement.guards", "scenes"))
PAPERS = lexicon.words("kinds.procurement.guards", "papers")
POINTERS = frozenset(lexicon.words("kinds.procurement.guards", "pointers"))
ARRIVING = lexicon.words("kinds.procurement.guards", "arriving")
AFTER = 5
HANDED = lexicon.words("kinds.procurement.guards", "handed")
LISTING = frozenset(lexicon.words("kinds.procurement.guards", "listing"))


def untold(hit: Hit) -> bool:
    """Say whether a cue only names a purchase, recalls one of old, sends help, gives money or promises."""
    return (
        _aside(hit)
        or _recalled(hit)
        or _dispatched(hit)
        or _gives_money(hit)
        or _promised(hit)
        or _handed_in(hit)
        or _put_to_use(hit)
        or _takes_hold(hit)
        or _does(hit)
        or _turned_out(hit)
        or _who_got(hit)
        or watched(hit)
        or hit.verb.norm in LOOKALIKES
    )


LOOKALIKES = frozenset(lexicon.words("kinds.procurement.guards", "lookalikes"))
"""On the road, no form of sending."""
USE = frozenset(lexicon.words("kinds.procurement.guards", "use"))


ENTERING = lexicon.words("kinds.procurement.guards", "entering")
DELIVERIES = lexicon.words("kinds.procurement.guards", "deliveries")
LISTS = lexicon.words("kinds.procurement.guards", "lists")


def _put_to_use(hit: Hit) -> bool:
    """Томограф қолданысқа берілді, препарат вошёл в перечень: what starts to work, or is put on a list, is no delivery."""
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first]
    if is_lemma(hit.verb, *ENTERING) and hit.clause.says(*LISTS) and not hit.clause.says(*DELIVERIES):
        return True
    return any(t.norm in USE for t in before) and is_lemma(hit.verb, *HANDED)


def implanted(hit: Hit, item: Phrase) -> bool:
    """Науқасқа стент қойылды: what is put into somebody is care."""
    head = item.clause.sentence.tokens[item.head]
    return bool(hit.frame.options.get("installs")) and is_lemma(head, *IMPLANTS)


def carrying(hit: Hit, item: Phrase) -> bool:
    """Вертолёт доставил роженицу: what carries somebody is not itself delivered."""
    head, best = item.clause.sentence.tokens[item.head], hit.verb.best
    active = best.form in ("past", "pres", "fut") and not hit.verb.norm.endswith("ся")
    subject = item.last <= hit.first and "nom" in {r.case for r in head.readings}
    carried = hit.clause.language == "ru" and is_lemma(hit.verb, *CARRYING) and is_lemma(head, *CARRIERS)
    return carried and active and subject and _agrees(head, hit.verb)


def _agrees(subject: Token, verb: Token) -> bool:
    """Whether a noun and a verb are of one number."""
    return any(r.case == "nom" and bool(r.plural) == bool(verb.best.plural) for r in subject.readings)


CARRYING = frozenset(lexicon.words("kinds.procurement.guards", "carrying"))
CARRIERS = frozenset(lexicon.words("kinds.procurement.guards", "carriers"))
IMPLANTS = lexicon.words("kinds.procurement.guards", "implants")


def told_before(item: Phrase, memory: Memory) -> bool:
    """Томограф алынды. Бұл аппарат орнатылып, …: "this thing" is the one that was just told."""
    if item_names.only_unit(item):
        return memory.last_draft("Procurement", within=UNIT_REACH, sentence=item.clause.index) is None
    edge = chains.left_edge(item)
    before = item.clause.sentence.tokens[edge - 1].norm if edge > item.clause.first else ""
    if _keys(item, memory):
        return True
    if before not in POINTERS or item.count is not None:
        return False
    return memory.last_draft("Procurement", "Service", within=2, sentence=item.clause.index) is not None


UNIT_REACH = 2


def no_equipment(item: Phrase) -> bool:
    """Жылу жүйесі ауыстырылды, полицияға 50 машина алынды: work on a building, or what another sector gets."""
    return (
        _of_building(item)
        or _house(item)
        or _ours(item)
        or _of_sphere(item)
        or social_transport(item)
        or (not item_names.medical(item) and for_others(item))
    )


def _of_building(item: Phrase) -> bool:
    tokens = item.clause.sentence.tokens[item.first : item.last]
    system = item.clause.sentence.tokens[item.head].norm.startswith(SYSTEMS)
    return system and (len(tokens) == 1 or any(t.norm.startswith(UTILITIES) for t in tokens))


def _house(item: Phrase) -> bool:
    """Комплекс на 100 коек, на 300 посещений: what holds so many is a building."""
    behind = item.clause.sentence.tokens[item.last : item.last + HOUSE_REACH]
    sized = len(behind) > 2 and behind[0].norm == "на" and behind[1].text[0].isdigit()
    return sized and any(is_lemma(t, *SIZES) for t in behind[2:])


SIZES = lexicon.words("kinds.procurement.guards", "sizes")
HOUSE_REACH = 4


def _keys(item: Phrase, memory: Memory) -> bool:
    """Көліктердің кілтін тапсырды: a ceremony for the things told of just before."""
    tokens = item.clause.sentence.tokens
    russian = item.clause.language == "ru"
    beside = tokens[max(0, item.first - 2) : item.first] if russian else tokens[item.last : item.last + 1]
    bare = item.count is None and item.last - item.first == 1 and any(is_lemma(t, *KEYS) for t in beside)
    return bare and memory.last_draft("Procurement", within=2, sentence=item.clause.index) is not None


KEYS = lexicon.words("kinds.procurement.guards", "keys")


def _ours(item: Phrase) -> bool:
    """Дәрімізді алып берді: what a patient tells of, in the first person."""
    head = item.clause.sentence.tokens[item.head]
    return item.clause.language == "kk" and head.best.possessive and bool(OURS.search(head.norm))


def _of_sphere(item: Phrase) -> bool:
    """В сферах педагогики, экономики, техники: a field of work is no thing."""
    tokens, at = item.clause.sentence.tokens, item.first - 1
    if item.clause.language != "ru" or item.count is not None:
        return False
    while at >= item.clause.first and (tokens[at].norm in LISTING or tokens[at].best.case == "gen"):
        at -= 1
    return at >= item.clause.first and is_lemma(tokens[at], *SPHERES)


SPHERES = lexicon.words("kinds.procurement.guards", "spheres")
OURS = re.compile(r"[ыі]?м[ыі]з(д[ыі]|ға|ге|д[ыі]ң|ден|дан)?$")


SYSTEMS = lexicon.words("kinds.procurement.guards", "systems")
UTILITIES = lexicon.words("kinds.procurement.guards", "utilities")


def _promised(hit: Hit) -> bool:
    """Вручили сертификат на покупку томографа: who gets the paper has not got the thing yet."""
    return hit.clause.says(*PAPERS)


def _handed_in(hit: Hit) -> bool:
    """Тест тапсырады, қан тапсырды: what is handed in to be examined."""
    if not is_lemma(hit.verb, "тапсыр"):
        return False
    return any(t.norm.startswith(SAMPLES) for t in hit.clause.sentence.tokens[hit.clause.first : hit.first])


SAMPLES = lexicon.words("kinds.procurement.guards", "samples")


def _does(hit: Hit) -> bool:
    """Қан компоненттерін бөлетін аппарат сатып алынды: what the thing bought does is told by a participle before it."""
    if hit.clause.language != "kk" or hit.frame.options.get("strong") or hit.verb.best.form != "part":
        return False
    later = (h for found in every_hit("procurement", hit.clause) for h in found if h.first > hit.last)
    return any(h.frame.options.get("strong") for h in later)


def _takes_hold(hit: Hit) -> bool:
    """Сынға алды, тексеруден өте алады: the verb behind a bare noun in the dative or a converb takes no thing."""
    if hit.clause.language != "kk" or hit.frame.options.get("strong") or not is_lemma(hit.verb, "ал"):
        return False
    at, tokens = hit.first, hit.clause.sentence.tokens
    before = tokens[at - 1].best if at > hit.clause.first else None
    held = any(m.first < at <= m.last for m in hit.clause.mentions("facility", "place", "number", "money"))
    able = before is not None and before.form == "conv" and not tokens[at - 1].norm.endswith("п")
    return able or (before is not None and before.pos == "NOUN" and before.case == "dat" and not held)


def _turned_out(hit: Hit) -> bool:
    """Орталық 20 мың доза плазма берді: what a facility gives and nobody is said to get is what it makes."""
    if not is_lemma(hit.verb, *TURNING_OUT):
        return False
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    makers = [m for m in clause.mentions("facility", last=hit.first) if m.case in ("nom", "")]
    handed = any(t.best.case == "dat" for t in tokens[clause.first : clause.last])
    return bool(makers) and makers[0].last < hit.first and not handed


TURNING_OUT = lexicon.words("kinds.procurement.guards", "turning_out")


def _who_got(hit: Hit) -> bool:
    """Вакцина алғандар саны: those who got a thing are people, and nothing is delivered."""
    best = hit.verb.best
    return hit.clause.language == "kk" and best.form in ("part", "perf") and bool(best.plural)


def _aside(hit: Hit) -> bool:
    """Проект «Приобретение машин …», после приобретения оборудования: a name, or only when something will be."""
    tokens, at = hit.clause.sentence.tokens, hit.first
    if hit.clause.language != "ru" or at == 0 or not events.is_action_noun(hit):
        return False
    near = [t.norm for t in tokens[max(hit.clause.first, at - AFTER) : at]]
    return tokens[at - 1].text in "«“" or not OUTSIDE.isdisjoint(near) or any(w.startswith(FAILING) for w in near)


OUTSIDE = frozenset(lexicon.words("kinds.procurement.guards", "outside"))
FAILING = lexicon.words("kinds.procurement.guards", "failing")


def _dispatched(hit: Hit) -> bool:
    """Апат орнына 30 жедел жәрдем жіберілді: cars sent out to an accident are no delivery."""
    tokens = hit.clause.tokens
    if hit.frame.options.get("strong") or SCENES.isdisjoint(hit.clause.words):
        return False
    if not any(t.norm in SCENES for t in tokens):
        return False
    return any(t.norm.startswith(ALARMS) for t in tokens)


def _gives_money(hit: Hit) -> bool:
    """На обновление оборудования и ремонт больниц выделили M: money is given, and no things."""
    if hit.clause.language != "ru" or not is_lemma(hit.verb, *GIVING):
        return False
    money = hit.clause.mentions("money")
    if hit.clause.says(*FUNDS) and not _out_of_funds(hit):
        return not money
    near = (abs(m.first - hit.last) <= 1 or abs(hit.first - m.last) <= 1 for m in money)
    return any(near) and not any(bare_counts.single(p).count is not None for p in headed(hit.clause, "items"))


def _out_of_funds(hit: Hit) -> bool:
    """За счёт средств бюджета поступили 12 мониторов: what is paid for is given, not the money."""
    pairs = pairwise(hit.clause.tokens)
    return any(is_lemma(b, *FUNDS) and a.norm in OUT_OF for a, b in pairs)


OUT_OF = frozenset(lexicon.words("kinds.procurement.guards", "out_of"))


def _recalled(hit: Hit) -> bool:
    """Машина, которую мы получили в 2015 году; біз алған көлік: what we once got is only background."""
    if LONG_AGO.search(hit.clause.low):
        return True
    tokens = hit.clause.sentence.tokens[hit.clause.first : hit.last]
    if hit.clause.language != "ru":
        since = is_lemma(hit.verb, *ARRIVING) and any(t.norm == "бері" for t in tokens)
        return since or (events.attributive(hit) and any(t.norm == "біз" for t in tokens))
    before = [t.norm for t in tokens if is_lemma(t, "который") or t.norm == "мы"]
    return len(before) > 1 and before[-1] == "мы"


def is_size(item: Phrase) -> bool:
    """Больницы на 300 и 250 коек: beds that only tell how large a house is."""
    tokens, at = item.clause.sentence.tokens, item.first - 1
    if item.count is not None:
        at = min(at, item.count.first - 1)
    while at > item.clause.first and (tokens[at].text[0].isdigit() or tokens[at].norm in ("и", ",")):
        at -= 1
    sized = at < item.first - 1 or item.count is not None
    return item.clause.language == "ru" and sized and tokens[at].norm == "на" and is_lemma(tokens[item.head], *BEDS)


BEDS = lexicon.words("kinds.procurement.guards", "beds")
