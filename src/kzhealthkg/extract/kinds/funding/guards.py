"""Money that makes no Funding: stolen or owed, grown by, for other sectors or for several."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.funding.sectors import health
from kzhealthkg.extract.kinds.goods import goods
from kzhealthkg.model import Mention, Token

TREATMENTS = lexicon.words("kinds.funding.guards", "treatments")
LOSSES = lexicon.words("kinds.funding.guards", "losses")
DAMAGES = lexicon.words("kinds.funding.guards", "damages")
PRICES = lexicon.words("kinds.funding.guards", "prices")
MEASURES = lexicon.words("kinds.funding.guards", "measures")
NEEDED = frozenset(lexicon.words("kinds.funding.guards", "needed"))
AMOUNTS = lexicon.words("kinds.funding.guards", "amounts")
SUMS = lexicon.words("kinds.funding.guards", "sums")
WHOLES = lexicon.words("kinds.funding.guards", "wholes")


def instead(clause: Clause, money: Mention) -> bool:
    """M теңгенің орнына: money that was not enough."""
    return any(t.norm == "орнына" for t in clause.sentence.tokens[money.last : money.last + 2])


def lost(clause: Clause) -> bool:
    """Келтірілген шығынның сомасы, залал, айыппұл: money that was stolen or is owed is given for nothing."""
    wrong = any(t.norm.startswith(WRONGS) for t in clause.tokens) and not clause.says("актив")
    loss = wrong or clause.says(*LOSSES)
    return loss or any(t.norm.startswith("келтір") and is_lemma(b, *DAMAGES) for t, b in pairwise(clause.tokens))


def asked_back(clause: Clause) -> bool:
    """Сіздерге бөлінген M қайда жұмсалды?: who asks where money went tells of none."""
    return clause.sentence.tokens[-1].text == "?" and any(t.norm.startswith(ASKING) for t in clause.tokens)


def fee(hit: Hit) -> bool:
    """Жылына 500 мың теңге төлеп оқитын, төлеп оқу керек: what a student pays for lessons."""
    tokens = hit.clause.sentence.tokens[hit.clause.first : hit.clause.last + 1]
    return any(is_lemma(b, *STUDIES) and is_lemma(a, "төле") and a.best.form == "conv" for a, b in pairwise(tokens))


ASKING = lexicon.words("kinds.funding.guards", "asking")
STUDIES = lexicon.words("kinds.funding.guards", "studies")
WRONGS = lexicon.words("kinds.funding.guards", "wrongs")
ASKED = lexicon.words("kinds.funding.guards", "asked")
VICTIMS = lexicon.words("kinds.funding.guards", "victims")
BUILT = lexicon.words("kinds.funding.guards", "built")
FUNDS = lexicon.words("kinds.funding.guards", "funds")
EACH = frozenset(lexicon.words("kinds.funding.guards", "each"))


def pointing_to_none(hit: Hit, memory: Memory) -> bool:
    """Сумма будет увеличена до M, бұл сома M теңгеге жетеді: no money was told of just before."""
    if hit.frame.options.get("total") and hit.clause.says(*OWED):
        return True  # дефицит бюджета достиг M
    word = hit.clause.sentence.tokens[hit.first]
    if not (hit.frame.options.get("total") and is_lemma(word, *SUM_WORDS)):
        return False
    return memory.last_draft("Funding", within=1, sentence=hit.clause.index) is None


OWED = lexicon.words("kinds.funding.guards", "owed")
SUM_WORDS = lexicon.words("kinds.funding.guards", "sum_words")


def put_in(hit: Hit) -> bool:
    """M теңге инвестиция салды, but no еске салды or M теңгеге салынды: money is what is put in."""
    if not hit.frame.options.get("put"):
        return True
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    own = any(m.last == hit.first and m.case != "dat" for m in clause.mentions("money"))
    return own or (hit.first > clause.first and is_lemma(tokens[hit.first - 1], *FUNDS))


def of_one_person(clause: Clause, money: Mention) -> bool:
    """Бір науқасқа 30-40 млн теңге бөлінеді: what each person gets, or between which sums, is no sum given."""
    tokens = clause.sentence.tokens
    people = measures.of_sort("people", "kk") | measures.of_sort("staff", "kk")
    first = max((i for i in range(clause.first, money.first) if tokens[i].text == ","), default=clause.first)
    marks = [i for i in range(first, money.first) if tokens[i].norm in EACH]
    if any(tokens[i + 1].norm == "рет" for i in marks):
        return True  # маманға бір рет 10 млн теңге беру керек
    if any(is_lemma(tokens[i + 1], *ONES) and tokens[i + 1].best.case == "dat" for i in marks):
        return True
    near = (t for i in marks for t in tokens[i + 1 : i + 4])
    ahead = tokens[clause.first : money.first]
    if any(a.norm.startswith(VICTIMS) and "dat" in (a.best.case, b.best.case) for a, b in pairwise(ahead)):
        return True
    return money.value.low is not None or any(t.best.case in OF_WHOM and t.best.lemma in people for t in near)


ONES = lexicon.words("kinds.funding.guards", "ones")
OF_WHOM = frozenset({"dat", "gen", "acc"})


def no_cost(hit: Hit) -> bool:
    """Көмектің кепілдендірілген көлемі, жарна көлемі: a term, or what is paid in, owed or earned, costs nothing; nor is what an operation costs spent."""
    before = hit.clause.sentence.tokens[max(hit.clause.first, hit.first - 1)]
    if before.norm in MEAN:
        return True  # операцияның орташа құны
    if before.best.case == "gen" and (_one_of_its_sort(hit) or is_lemma(before, *TREATMENTS)):
        return True
    return hit.verb.norm.startswith(AMOUNTS) and (before.norm == "кепілдендірілген" or is_lemma(before, *TAKINGS))


MEAN = frozenset(lexicon.words("kinds.funding.guards", "mean"))


def _one_of_its_sort(hit: Hit) -> bool:
    """Әр жаңа кешеннің құны, бір кешеннің құны: what one of several things costs."""
    words = hit.clause.sentence.tokens[max(hit.clause.first, hit.first - EACH_REACH) : hit.first - 1]
    each = next((i for i, t in enumerate(words) if t.norm in EACH), None)
    return each is not None and all(t.best.case in ("nom", "") for t in words[each + 1 :])


EACH_REACH = 6


def worth_of(clause: Clause, money: Mention) -> bool:
    """50 мың теңгеден берілді, 3 млн теңгеге дәрі берілді: what each one gets, or what goods are worth."""
    after = clause.sentence.tokens[money.last : money.last + 1]
    if money.value.bound or reached(clause, money) or any(is_lemma(t, *COMING) for t in after):
        return False  # томограф 500 млн теңгеге түсті
    summed = money.case == "dat" or any(t.norm in SUMMED for t in after)
    each = money.case == "abl" and money.value.value <= EACH_AT_MOST
    return each or _fraction(clause, money) or (summed and bool(goods.things(clause)))


COMING = lexicon.words("kinds.funding.guards", "coming")


def lent(clause: Clause, money: Mention) -> bool:
    """Кәсіпкерлерге 9 млн теңгеден аспайтын қарыз беріледі: how much each one may borrow is no money given."""
    each = money.value.bound == "atMost" or money.value.low is not None
    behind = clause.sentence.tokens[money.last : clause.last] if each else ()
    return any(is_lemma(t, *LOANS) for t in behind)


LOANS = lexicon.words("kinds.funding.guards", "loans")


def _fraction(clause: Clause, money: Mention) -> bool:
    """Төрттен бір миллиард теңге: a part of a milliard."""
    before = clause.sentence.tokens[max(clause.first, money.first - 1) : money.first]
    return any(t.best.case == "abl" and t.best.pos == "NUM" for t in before)


SUMMED = frozenset(lexicon.words("kinds.funding.guards", "summed"))


def cheap(money: Mention) -> bool:
    """Құны 12 000 теңге: the price of one thing, no cost of works or equipment."""
    return bool(money.value.value < CHEAP)


CHEAP = 500_000
"""No work or purchase that is news costs less."""


def price_of(clause: Clause, money: Mention) -> bool:
    """Құны 1 млн теңге тұратын екпе: what one thing costs, where no building or project is named."""
    tokens = clause.sentence.tokens[money.last : money.last + 6]
    worth = bool(tokens) and tokens[0].norm == "тұратын"
    built = clause.mentions("facility", first=money.last) or any(t.norm.startswith(BUILT) for t in tokens)
    return worth and not built


def size_of(clause: Clause, money: Mention) -> bool:
    """Көлемі M теңгеге жететін қор: how large a fund is; құны M болатын 6 жоба: what projects of no named sort cost."""
    tokens = clause.sentence.tokens[money.last : money.last + SIZE_REACH]
    if not tokens or tokens[0].norm not in RELATING:
        return False
    named = clause.mentions("facility") or any(t.norm.startswith(health()) for t in clause.tokens)
    return any(is_lemma(t, *RESERVES) for t in tokens) or (not named and any(is_lemma(t, *PROJECTS) for t in tokens))


RELATING = frozenset(lexicon.words("kinds.funding.guards", "relating"))
RESERVES = lexicon.words("kinds.funding.guards", "reserves")
PROJECTS = lexicon.words("kinds.funding.guards", "projects")
SIZE_REACH = 6


TAKINGS = lexicon.words("kinds.funding.guards", "takings")


def priced(clause: Clause) -> bool:
    """Әрқайсысының бағасы 16 миллион теңге болып белгіленген: the price of one thing is given to nobody."""
    each = any(t.norm in ONE_OF for t in clause.tokens)
    return each and clause.says(*PRICES)


ONE_OF = frozenset(lexicon.words("kinds.funding.guards", "one_of"))


def of_each(clause: Clause, money: Mention, memory: Memory) -> bool:
    """Төлемақы мөлшері 1 млн теңге. Ауданға барғандарға 2 млн теңге бекітілді: a payment that each one gets."""
    near = [*memory.document.sentences[max(0, clause.index - 1) : clause.index], clause.sentence]
    small = money.value.value <= EACH_AT_MOST and not clause.says(*WHOLES)
    return small and any(t.norm.startswith(PAYMENTS) for s in near for t in s.tokens)


EACH_AT_MOST = 15_000_000
"""The largest payment that one person gets."""
PAYMENTS = lexicon.words("kinds.funding.guards", "payments")


def grew_by(clause: Clause, money: Mention) -> bool:
    """Қаражат M теңгеге артты: by how much a sum grew is no sum that is given."""
    return money.case == "dat" and _changes(clause, money) is not None and not reached(clause, money)


def _changes(clause: Clause, money: Mention) -> Token | None:
    """Return the verb of growing or shrinking behind a sum."""
    after = clause.sentence.tokens[money.last : clause.last]
    verb = next((t for t in after if t.best.form in ACTS or any(r.form == "inf" for r in t.readings)), None)
    return verb if verb is not None and is_lemma(verb, *CHANGES) else None


def reached(clause: Clause, money: Mention) -> bool:
    """2 млрд теңгеден 3 млрд теңгеге өсті, 3 млрд теңгеге дейін ұлғайды, жетті: the sum that another one has grown to."""
    verb = _changes(clause, money) if money.case == "dat" else None
    if verb is None:
        return False
    gave_way = any(_gave_way(m, money) for m in clause.mentions("money", last=money.first))
    return money.value.bound == "atMost" or gave_way or is_lemma(verb, *REACHING)


REACHING = lexicon.words("kinds.funding.guards", "reaching")


def risen_from(clause: Clause, money: Mention) -> bool:
    """5 млрд теңгеден [7 млрд теңгеге өсті]: the sum that another one takes the place of."""
    following = clause.mentions("money", first=money.last)[:1]
    return any(m.case == "dat" and _gave_way(money, m) and _changes(clause, m) is not None for m in following)


def _gave_way(one: Mention, other: Mention) -> bool:
    return one.case == "abl" and not one.value.bound and other.first - one.last <= RISE_REACH


RISE_REACH = 2
"""Words from the sum that was to the sum that is, at most: биыл, 2025 жылы."""


CHANGES = lexicon.words("kinds.funding.guards", "changes")
ACTS = frozenset({"inf", "past", "pres", "fut", "cond", "conv"})


def attributed(hit: Hit, money: Mention) -> bool:
    """Берілетін көмек мөлшері M теңге: a participle before the sum tells how much is given to each."""
    between = hit.clause.sentence.tokens[hit.last : money.first]
    if between and events.attributive(hit) and not any(is_lemma(t, *FUNDS, *SUMS) for t in between[:3]):
        return True  # төлеуші болып белгіленген қор … M
    return hit.last <= money.first and any(is_lemma(t, *MEASURES) for t in between)


def of_somebody(hit: Hit) -> bool:
    """Дәрігер науқастан M сұраған: what a person is asked for, or asked for nothing that is named, is no lack of money."""
    if not is_lemma(hit.verb, "сұра"):
        return False
    clause = hit.clause
    cases = {(i, clause.sentence.tokens[i].best.case) for i in range(clause.first, hit.first)}
    asked = any(case == "abl" and measures.sorts(clause, i) & PERSONS for i, case in cases)
    return asked or not any(case == "dat" for _, case in cases)


PERSONS = frozenset({"people", "staff"})


def _audited(hit: Hit) -> bool:
    """12 млрд теңгеге жұмсалған шығындар тексерілді: money of which only how it was spent is looked into."""
    behind = hit.clause.sentence.tokens[hit.last : hit.clause.last]
    spent = hit.verb.best.form == "perf" and bool(behind) and is_lemma(behind[0], *FUNDS, *SPENDINGS)
    return spent and any(is_lemma(t, *AUDITS) for t in behind[1:])


SPENDINGS = lexicon.words("kinds.funding.guards", "spendings")
AUDITS = lexicon.words("kinds.funding.guards", "audits")


def describes(hit: Hit) -> bool:
    """Тапшы мамандарға …: before a noun the word tells what people are scarce, and no money is lacking."""
    if hit.verb.norm in NEEDED and hit.last <= hit.clause.last - 1:
        return True  # дәріханаға қажетті 190 млн теңгенің дәрісі
    if hit.first > hit.clause.first and is_lemma(hit.clause.sentence.tokens[hit.first - 1], *ASKED):
        return True  # 2 млрд теңгеге өтінім берілген
    if _audited(hit):
        return True
    return hit.verb.norm == "тапшы" and any(
        t.best.pos == "NOUN" for t in hit.clause.sentence.tokens[hit.last : hit.last + 1]
    )
