"""What patients get, and what people buy for themselves: care, and no delivery."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import of_total
from kzhealthkg.extract.context.governed import NAMED
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.townsmen import is_townsman
from kzhealthkg.extract.kinds.procurement.purchased import keys

MEANT = lexicon.words("kinds.procurement.patients", "meant")
BRINGING = frozenset(lexicon.words("kinds.procurement.patients", "bringing"))


def of_patients(hit: Hit) -> bool:
    """45 адам дәрі алды, науқастарға дәрі берілді: what patients get is care, no delivery."""
    clause = hit.clause
    fetched = clause.language == "kk" and hit.verb.best.form == "pres" and hit.verb.best.lemma in BRINGING
    if _so_many_got(hit) or _prize(hit) or _always(hit) or _inoculated(hit):
        return True
    cases = ("dat", "nom") if fetched or hit.frame.options.get("receiver") == "subject" else ("dat",)
    if hit.frame.options.get("strong"):
        return False
    tokens = clause.sentence.tokens
    townsmen = clause.language == "ru" and any(is_townsman(t) for t in clause.tokens)
    said = not measures.of_sort("people", clause.language).isdisjoint(clause.words)
    said = said or (fetched and not measures.of_sort("staff", "kk").isdisjoint(clause.words))
    if not (said or townsmen):
        return False
    named = {i for m in clause.mentions(*NAMED) for i in range(m.first, m.last)}
    return not keys(hit) and any(
        at not in named
        and ("people" in measures.sorts(clause, at) or (fetched and "staff" in measures.sorts(clause, at)))
        and (tokens[at].best.case in cases or (len(cases) > 1 and (_counted_ru(clause, at) or _shared(clause, at))))
        and (fetched or not tokens[at].best.possessive)
        and not any(t.norm.startswith(MEANT) for t in tokens[at + 1 : at + 2])
        for at in range(clause.first, clause.last)
    )


def _inoculated(hit: Hit) -> bool:
    """30 дәрігер вакцина алды: staff who get a vaccine as anybody does, not to store."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    given = tokens[max(0, hit.first - 1) : hit.last]
    got = is_lemma(hit.verb, "ал") and any(t.norm.startswith(VACCINES) for t in given)
    staff = (at for at in range(hit.first) if tokens[at].best.case == "nom" and got)
    return any("staff" in measures.sorts(clause.whole, at) for at in staff)


VACCINES = lexicon.words("kinds.procurement.patients", "vaccines")


def _prize(hit: Hit) -> bool:
    """Победитель конкурса получил автомобиль, семьи получили ингаляторы: what people get for themselves."""
    clause = hit.clause
    if clause.language != "ru" or hit.frame.options.get("receiver") != "subject":
        return False
    return any(is_lemma(t, *GIFTED) and "nom" in {r.case for r in t.readings} for t in clause.tokens)


def _always(hit: Hit) -> bool:
    """Больницы получают лекарства: what all of a sort get, now and ever, with no figure, name or time, is no news."""
    clause = hit.clause
    told = "number" in clause.named or clause.mentions("date", "place", "money")
    if clause.language != "ru" or hit.frame.options.get("receiver") != "subject" or told:
        return False
    named = any(m.value.name and not m.value.plural for m in clause.mentions("facility"))
    houses = [m for m in clause.mentions("facility", last=hit.first) if m.value.plural and not m.value.name]
    bare = any(m.case == "nom" or (m.case == "gen" and _staff_of(clause, m.first)) for m in houses)
    return is_lemma(hit.verb, *EVER) and hit.verb.best.form == "pres" and bare and not named


def _staff_of(clause: Clause, at: int) -> bool:
    """Коллективы больниц, врачи амбулаторий: a plural subject right before the houses that it is of."""
    before = clause.sentence.tokens[max(clause.first, at - REACH) : at]
    return any(r.case == "nom" and r.plural and r.pos == "NOUN" for t in before for r in t.readings)


REACH = 2


GIFTED = lexicon.words("kinds.procurement.patients", "gifted")
EVER = lexicon.words("kinds.procurement.patients", "ever")


def for_themselves(hit: Hit) -> bool:
    """Тұрғындар маска сатып алып жатыр: what people buy for themselves equips no hospital."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language == "kk" and (hit.verb.norm.endswith(ONE_PERSON) or clause.says(*BUYERS)):
        return True  # дәрі әкелдім; тұтынушыларға жеткіземіз: somebody's trade
    if clause.language != "kk" or not hit.frame.options.get("strong") or clause.mentions("facility"):
        return False
    plural = (i for i in range(clause.first, hit.first) if tokens[i].best.plural and tokens[i].best.case == "nom")
    return any("people" in measures.sorts(clause, i) and not tokens[i + 1].best.possessive for i in plural)


ONE_PERSON = lexicon.words("kinds.procurement.patients", "one_person")
BUYERS = lexicon.words("kinds.procurement.patients", "buyers")


def _so_many_got(hit: Hit) -> bool:
    """48 пациентов прооперированы, 112 получили лекарства; 82% из них получают: a bare figure before the verb is of people told before."""
    clause = hit.clause
    if clause.language != "ru" or hit.frame.options.get("receiver") != "subject":
        return False
    tokens = clause.sentence.tokens
    bare = [
        m
        for m in clause.whole.mentions("number", "percent", last=hit.first)
        if all(not t.text[0].isalnum() or t.norm in OF_THEM for t in tokens[m.last : hit.first])
    ]
    return bool(bare) and clause.whole.says(*measures.of_sort("people", "ru"))


OF_THEM = frozenset(lexicon.words("kinds.procurement.patients", "of_them"))


def _shared(clause: Clause, at: int) -> bool:
    """Науқастардың 80 пайызы тегін дәрі алады, балалардың 300-і вакцина алды: a share of people is the subject."""
    shares = [*clause.mentions("percent"), *(of_total.shares(clause) if clause.language == "kk" else ())]
    behind = any(m.first == at + 1 for m in shares)
    return behind and clause.sentence.tokens[at].best.case == "gen"


def _counted_ru(clause: Clause, at: int) -> bool:
    """Двести девочек получили: the subject of a Russian verb stands in the genitive behind its figure."""
    return clause.language == "ru" and any(m.last == at for m in clause.mentions("number"))


def taken(item: Phrase) -> bool:
    """Дәрісін беріп тұрды, маска сатып алды: medicines of no number, price, house or place are what somebody takes."""
    clause = item.clause
    consumed = clause.sentence.tokens[item.head].norm.startswith(CONSUMED)
    stated = clause.whole.mentions("money", "number", "facility", "organization", "place", "date", "programme")
    return consumed and item.count is None and not stated


CONSUMED = lexicon.words("kinds.procurement.patients", "consumed")
