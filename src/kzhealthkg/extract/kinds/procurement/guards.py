"""What a cue of buying or delivering tells of no purchase: a name, a memory, an alarm, a paper that promises."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, every, every_hit
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.only_some import only_some
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.fitted import fitted_by_now
from kzhealthkg.extract.kinds.goods import bare_counts
from kzhealthkg.extract.kinds.goods.priced_ru import goods_for
from kzhealthkg.extract.kinds.procurement.brought import ARRIVING
from kzhealthkg.extract.kinds.procurement.habits import as_a_rule
from kzhealthkg.model import Token

LONG_AGO = re.compile("|".join(map(re.escape, lexicon.words("kinds.procurement.guards", "long_ago"))))
"""What was bought the last time, long ago, is only background."""
GIVING = lexicon.words("kinds.procurement.guards", "giving")
FUNDS = lexicon.words("kinds.procurement.guards", "funds")
ALARMS = lexicon.words("kinds.procurement.guards", "alarms")
SCENES = frozenset(lexicon.words("kinds.procurement.guards", "scenes"))
PAPERS = lexicon.words("kinds.procurement.guards", "papers")
AFTER = 5
HANDED = lexicon.words("kinds.procurement.guards", "handed")


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
        or _put_on_list(hit)
        or _watched(hit)
        or _sets_off(hit)
        or _may_get(hit)
        or _only_offered(hit)
        or _of_house_visited(hit)
        or only_some(hit)
        or _only_financed(hit)
        or as_a_rule(hit)
        or _makes_room(hit)
        or _comes_to(hit)
        or fitted_by_now(hit)
        or hit.verb.norm in LOOKALIKES
    )


LOOKALIKES = frozenset(lexicon.words("kinds.procurement.guards", "lookalikes"))
"""On the road is no form of sending, its colour none of arriving."""
USE = frozenset(lexicon.words("kinds.procurement.guards", "use"))


def _comes_to(hit: Hit) -> bool:
    """Томограф 560 млн теңгеге түскен: what a thing has come to is its cost, and no delivery."""
    if hit.clause.language != "kk" or not is_lemma(hit.verb, COMING_TO) or hit.last - hit.first > 1:
        return False
    return any(m.last == hit.first and m.case == "dat" for m in hit.clause.mentions("money"))


COMING_TO = "түс"


def _put_to_use(hit: Hit) -> bool:
    """Томограф қолданысқа берілді: what starts to work is a service, no delivery."""
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first]
    return any(t.norm in USE for t in before) and is_lemma(hit.verb, *HANDED)


def _makes_room(hit: Hit) -> bool:
    """Больница предоставила 15 коек: what is set aside for patients is not bought; будут размещены койки: nor who will lie there."""
    if not hit.clause.says(*BEDS):
        return False
    placed = is_lemma(hit.verb, *PLACING) and "number" not in hit.clause.named
    return is_lemma(hit.verb, *SETTING_ASIDE) or (placed and not any(t.best.form == "past" for t in hit.clause.tokens))


PLACING = lexicon.words("kinds.procurement.guards", "placing")
SETTING_ASIDE = lexicon.words("kinds.procurement.guards", "setting_aside")
BEDS = lexicon.words("kinds.procurement.guards", "beds")


def _put_on_list(hit: Hit) -> bool:
    """Препарат вошёл в перечень: what is put on a list is no delivery, unless it is a list of deliveries."""
    return is_lemma(hit.verb, *ENTERING) and hit.clause.says(*LISTS) and not hit.clause.says(*DELIVERIES)


ENTERING = lexicon.words("kinds.procurement.guards", "entering")
DELIVERIES = lexicon.words("kinds.procurement.guards", "deliveries")
LISTS = lexicon.words("kinds.procurement.guards", "lists")


def _sets_off(hit: Hit) -> bool:
    """В рейс отправился флюорограф, отправился передвижной комплекс: what goes on a round and comes back is not delivered."""
    if not is_lemma(hit.verb, *SETTING_OFF):
        return False
    return not JOURNEYS.isdisjoint(hit.clause.words) or hit.clause.says(*MOVING)


SETTING_OFF = lexicon.words("kinds.procurement.guards", "setting_off")
JOURNEYS = frozenset(lexicon.words("kinds.procurement.guards", "journeys"))
MOVING = lexicon.words("kinds.procurement.guards", "moving")


def _watched(hit: Hit) -> bool:
    """Будут контролировать закуп, оттуда оборудование распределено: what is looked after, or taken from a house, is not bought."""
    if hit.clause.language != "ru":
        return False
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    looked_after = events.is_action_noun(hit) and any(is_lemma(t, *WATCHING) for t in before)
    return looked_after or not THENCE.isdisjoint(hit.clause.words)


WATCHING = lexicon.words("kinds.procurement.guards", "watching")
THENCE = frozenset(lexicon.words("kinds.procurement.guards", "thence"))


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


def _may_get(hit: Hit) -> bool:
    """Екпені тегін ала алады, дәріні алуға болады, аппарат алынуы мүмкін: what may be got is not delivered."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    if any(t.norm in MAYBE for t in behind):
        return True
    if hit.clause.language != "kk" or not is_lemma(hit.verb, "ал"):
        return False
    able = hit.verb.norm == "ала" and any(is_lemma(t, "ал") for t in behind)
    return able or (hit.verb.best.case == "dat" and any(is_lemma(t, *ALLOWED) for t in behind))


def _only_offered(hit: Hit) -> bool:
    """Готова поставить 20 томографов, обсудили вопрос поставки: what is offered or talked over is not bought."""
    if hit.clause.language != "ru" or not events.is_action_noun(hit):
        return False
    before = hit.clause.sentence.tokens[max(hit.clause.first, hit.first - 2) : hit.first]
    offered = hit.verb.best.form == "inf" and any(is_lemma(t, *READY) for t in before)
    return offered or any(is_lemma(t, *TALKED_OVER) for t in before[-1:])


MAYBE = frozenset(lexicon.words("kinds.procurement.guards", "maybe"))
READY = lexicon.words("kinds.procurement.guards", "ready")
TALKED_OVER = lexicon.words("kinds.procurement.guards", "talked_over")
ALLOWED = lexicon.words("kinds.procurement.guards", "allowed")


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
    if any(goods_for(hit, m) for m in money):
        return False
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


def _of_house_visited(hit: Hit) -> bool:
    """Посетил клинику, которая оснащена томографом: what a house visited is only described by."""
    described = hit.clause.language == "ru" and hit.verb.best.form in ("perf", "part") and is_lemma(hit.verb, *FITTED)
    if not described or hit.clause.mentions("date") or "visit" not in hit.clause.whole.cues:
        return False
    before = hit.clause.sentence.tokens[max(0, hit.clause.first - OPENS) : hit.first]
    apposed = hit.verb.best.form == "part"
    which = (a.norm == "где" or is_lemma(a, "который") for a in before)
    seen = (h.verb for h in every("visit", hit.clause.whole) if OPENING.isdisjoint(h.frame.options))
    return (apposed or any(which)) and any(v.best.form in ("past", "pres", "fut") for v in seen)


OPENING = frozenset({"active", "presence"})
OPENS = 3
"""Words from a comma to the clause that "в которой" opens, at most."""
FITTED = lexicon.words("kinds.procurement.guards", "fitted")


def _only_financed(hit: Hit) -> bool:
    """Құрал сатып алуды қаржыландыру артты: buying that another action is done to is not told."""
    after = hit.clause.sentence.tokens[hit.last : min(hit.clause.last, hit.last + 1)]
    object_of = hit.clause.language == "kk" and hit.verb.norm.endswith(BUYING)
    return object_of and any(t.best.form == "inf" or t.norm.endswith(ACTING) or _pays(t) for t in after)


def _pays(token: Token) -> bool:
    return token.norm.startswith("қаржыландыр")


BUYING = lexicon.words("kinds.procurement.guards", "buying")
ACTING = lexicon.words("kinds.procurement.guards", "acting")
