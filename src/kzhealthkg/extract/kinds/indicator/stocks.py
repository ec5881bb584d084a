"""Stocks: so many facilities, staff, patients or operations there are, or were in a time."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.phrases import SIZED, phrase
from kzhealthkg.extract.clause.predicate_kk import WILL_BE
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.status_ru import FINITE, denied
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.elsewhere import aboard
from kzhealthkg.extract.context.fitted import fitted_by_now
from kzhealthkg.extract.context.inside import housed
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import of_today, yet_to_come
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, people_ru, sizes
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.figures.counted_heads import head_kk, head_ru
from kzhealthkg.extract.figures.figures import entry, vacant
from kzhealthkg.extract.figures.fronted import taken
from kzhealthkg.extract.figures.measure_ends import held_against
from kzhealthkg.extract.figures.own_rows import among_comers, awaited, without_place
from kzhealthkg.extract.figures.shared_ru import shared
from kzhealthkg.extract.figures.stock_names import found_before, implanted
from kzhealthkg.extract.kinds.indicator.bare_counts_ru import bare, shares
from kzhealthkg.extract.kinds.indicator.rooms import within
from kzhealthkg.extract.kinds.indicator.same_again import same_again
from kzhealthkg.extract.kinds.indicator.stock_heads import has_share, of_another
from kzhealthkg.extract.kinds.indicator.stock_people import of_those_wanted
from kzhealthkg.extract.kinds.indicator.stock_shared import sharing
from kzhealthkg.extract.kinds.indicator.stock_told import WAITING, by_means, drafted
from kzhealthkg.extract.kinds.indicator.uncounted import uncounted
from kzhealthkg.model import Mention, Token

PASSIVE = lexicon.words("kinds.indicator.stocks", "passive")
HELP = lexicon.words("kinds.indicator.stocks", "help")

THINGS = frozenset({"facility", "staff", "thing"})
GENERIC = frozenset({"thing", "staff"})
DOERS = frozenset({"staff", "thing"})
SUPPOSED = frozenset(lexicon.words("kinds.indicator.stocks", "supposed"))
CONTESTS = Stems(lexicon.words("kinds.indicator.stocks", "contests"))
PARTS = lexicon.words("kinds.indicator.stocks", "parts")


def stock(hit: Hit, memory: Memory) -> list[Draft]:
    """Return what a predicate counts: N X жұмыс істейді, N X есепте тұр, проведено N X."""
    clause = hit.clause
    figures = clause.mentions("number", *people_ru.figures(hit))
    if not figures or _untold(hit):
        return []
    told, lone = [], []
    for number in figures:
        empty = clause.language == "ru" and vacant(clause, number)
        empty = empty or among_comers(clause, number) or awaited(clause, number) or without_place(clause, number)
        empty = empty or _in_so_many(
            clause, number, ("loc", "abl", "dat", "gen") if hit.frame.name == STOCK else ("dat",)
        )
        head = None if empty or _sized(clause, number) else _head(hit, number)
        if head is not None and _is_told(hit, number, head, memory):
            told.append((number, head, drafted(hit, number, head, memory)))
        elif head is None and not empty:
            lone += [d for d in (bare(hit, number, memory) or same_again(hit, number, memory),) if d is not None]
    told = [(number, head, draft) for number, head, draft in told if draft.slots.get("measure")]
    return [*sharing(clause, told), *(draft for _, _, draft in told), *shares(clause, told), *lone]


def _untold(hit: Hit) -> bool:
    """Say whether a predicate only supposes, wants or awaits what it counts, or counts for a contest."""
    return (
        not (asserts(hit) or hit.frame.options.get("need"))
        or people_ru.silent(hit)
        or yet_to_come(hit)
        or of_today(hit)
        or hit.verb.best.form == "ger"
        or bool(hit.frame.options.get("contrast") and _supposed(hit.clause))
        or _only_able(hit)
        or (hit.frame.options.get("done") and hit.verb.best.form not in ("past", "perf"))
        or _auxiliary(hit)
        or _begins(hit)
        or _describing(hit)
        or _denied(hit)
        or (hit.frame.options.get("fitted") and not fitted_by_now(hit))
        or hit.clause.opens(CONTESTS)
        or (hit.frame.name.startswith(STOCK) and aboard(hit.clause.sentence, hit.clause.language))
    )


def _denied(hit: Hit) -> bool:
    """Не зарегистрированы случаи по 24 инфекциям: what is denied counts nothing, unless people are named by it."""
    names = "named" in hit.frame.options or hit.frame.options.get("need")
    return hit.clause.language == "ru" and not names and denied(hit.clause, people_ru.verb_of(hit))


def _in_so_many(clause: Clause, number: Mention, cases: tuple[str, ...]) -> bool:
    """Ауылдардың 82-сінде нысан орналасқан, олардың 40-ына ота жасалды: in so many of what was told, which counts nothing behind it."""
    last = clause.sentence.tokens[number.last - 1]
    return bool(last.best.possessive) and is_case(last, *cases)


STOCK = "indicator-stock"


def _only_able(hit: Hit) -> bool:
    """Жылына 1200 ота жасауға мүмкіндік бар: what there is is a chance, not so many operations."""
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first] if hit.first > hit.clause.first else ()
    return hit.clause.language == "kk" and any(is_lemma(t, *ABLE) for t in before)


def _auxiliary(hit: Hit) -> bool:
    """45 медпунктов были закрыты: what was done to them is told, not how many there were."""
    clause = hit.clause
    near = clause.sentence.tokens[hit.last : min(clause.last, hit.last + 2)]
    return clause.language == "ru" and hit.verb.best.lemma == "быть" and any("perf" in t.forms for t in near)


def _begins(hit: Hit) -> bool:
    """4 кабинет жұмыс істей бастады, жұмыс істейтін болады: what has just begun or will only be is new, and no stock."""
    behind = hit.clause.sentence.tokens[hit.last : min(hit.last + 1, hit.clause.last)]
    if hit.clause.language != "kk" or hit.frame.name != STOCK:
        return False
    begun = "conv" in hit.verb.forms and any(phase_of(t, "kk") == "begin" for t in behind)
    return begun or ("part" in hit.verb.forms and any(t.norm in WILL_BE for t in behind))


def _describing(hit: Hit) -> bool:
    """20 врачей, работающих в сёлах, получили награды: a participle behind a comma only says which ones."""
    tokens = hit.clause.sentence.tokens
    if hit.clause.language != "ru" or "named" in hit.frame.options or hit.verb.best.form != "part":
        return False
    behind = hit.first > 0 and tokens[hit.first - 1].text == ","
    return behind and any(t.best.form in FINITE for t in tokens[hit.last :])


ABLE = lexicon.words("kinds.indicator.stocks", "able")


def _supposed(clause: Clause) -> bool:
    """Егер 5 дәрігер болса; бұрын 5 дәрігер болса: a stock that is only thought of, or of an undated past."""
    return any(t.norm in SUPPOSED for t in clause.tokens)


def _sized(clause: Clause, number: Mention) -> bool:
    """Стационар на 10 коек, 10 орындық стационар, у 14 детей выявлен порок: of how large a thing, whose or of whom."""
    behind = clause.sentence.tokens[number.last : number.last + 1] if clause.language == "kk" else ()
    if any(entry(t, sizes.words("kk", "adjective")) or t.norm in SIZED for t in behind):
        return True  # үш бөлмелі кабинет
    before = clause.sentence.tokens[number.first - 1].norm if number.first else ""
    return clause.language == "ru" and (before in SIZING or held_against(clause, number))


SIZING = frozenset(lexicon.words("kinds.indicator.stocks", "sizing"))


def _head(hit: Hit, number: Mention) -> int | None:
    """Return the head of the noun phrase that a number counts; the cue's own noun where no other stands."""
    clause, options = hit.clause, hit.frame.options
    if clause.language == "ru":
        if number.type == "percent":
            return shared(clause, number)
        return None if _in_relative(hit, number) else head_ru(clause, number) or _inverted(hit, number)
    only, cases = frozenset(options["only"]), frozenset(options.get("cases", ("nom", "acc", "gen", "")))
    inside = hit.first < number.first and number.last < hit.last
    if number.last > hit.first and not inside:
        return None
    head = None if inside else head_kk(clause, number.last, hit.first, only, cases)
    if head is None and (inside or options.get("event")):
        head = head_kk(clause, number.last, hit.last - 1, only, cases)
    if head is not None and (_is_object(hit, head) or has_share(clause, head) or of_another(hit, head)):
        return None
    return head


def _in_relative(hit: Hit, number: Mention) -> bool:
    """Семь клиник, где проводят операции; 30 детей, в реанимации лежат двое: what is told is told of none of those counted."""
    between = hit.clause.sentence.tokens[number.last : max(number.last, hit.first)]
    others = hit.frame.name == STAYING and any(a.text == "," and b.norm in IN_OR_ON for a, b in pairwise(between))
    return others or any(t.norm in WHERE for t in between)


STAYING = "indicator-staying-ru"
WHERE = frozenset(lexicon.words("kinds.indicator.stocks", "where"))


def _inverted(hit: Hit, number: Mention) -> int | None:
    """Случаев кори выявлено 12: return the genitive that opens a clause whose number stands alone behind the verb."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    bare = number.last >= clause.last or tokens[number.last].text in ",;:()–—"
    if number.first != hit.last or not bare:
        return None
    nouns = hit.frame.options.get("nouns", ())  # обращений поступило 214
    opened = (
        i
        for i in range(clause.first, hit.first)
        if "event" in measures.sorts(clause, i) or (nouns and is_lemma(tokens[i], *nouns))
    )
    at = next((i for i in opened if is_case(tokens[i], "gen")), None)
    return None if at is None or any(t.text == "," for t in tokens[at : hit.first]) else at  # коек 50, из них занято 20


def _is_object(hit: Hit, head: int) -> bool:
    """Қызметті көрсетілді деп жалған жазған: what a passive verb has for an object is not its subject."""
    passive = hit.verb.best.lemma.endswith(PASSIVE)
    noun = hit.clause.sentence.tokens[head]
    if head == hit.last - 2 and is_lemma(noun, *HELP) and not passive:
        served = measures.sorts(hit.clause, head - 1) & DOERS and is_case(hit.clause.sentence.tokens[head - 1], "nom")
        if hit.verb.best.form == "pres" or served:
            return True  # екі бригада қызмет көрсетеді: the noun of a verb in two words
    return passive and "cases" not in hit.frame.options and is_case(hit.clause.sentence.tokens[head], "acc")


def _is_told(hit: Hit, number: Mention, head: int, memory: Memory) -> bool:
    """Say whether a frame may count this noun, and whether it is one of health."""
    clause, options = hit.clause, hit.frame.options
    token = clause.sentence.tokens[head]
    if "nouns" in options and not any(r.lemma in options["nouns"] for r in token.readings):
        return False
    if within(clause, head, memory, of_staff=hit.frame.name.startswith(STOCK)) or _is_barred(hit, head):
        return False
    if not _in_case(hit, number, token, memory) or uncounted(hit, number, head):
        return False
    if options.get("health") and not (
        measures.of_health(clause, head + (options["health"] != "patients"), hit.last)
        or found_before(hit, number)
        or by_means(clause, number)
        or (hit.frame.name == WAITING and taken(clause, number, head) and measures.near_health(clause, memory))
    ):
        return False
    placed = not options.get("housed") or housed(clause)
    if not placed or (options.get("implant") and not implanted(hit, head)):
        return False
    if options.get("near") and not measures.near_health(clause, memory):
        return False
    if not of_those_wanted(hit, number, head, memory):
        return False
    return is_countable(clause, head, frozenset(options["only"]), memory)


def _is_barred(hit: Hit, head: int) -> bool:
    """60 мың халқы бар аудан емханаға зәру: who lives in a place that a predicate is said of, or what a frame never counts."""
    tokens = hit.clause.sentence.tokens
    if not tokens[head].words.isdisjoint(hit.frame.options.get("never", ())):
        return True
    owned = hit.clause.language == "kk" and tokens[head].best.possessive and hit.first > head + 1
    return bool(owned) and tokens[head + 1].norm == "бар"


def _in_case(hit: Hit, number: Mention, noun: Token, memory: Memory) -> bool:
    """УЗИ сделали 52 пациентам, not УЗИ провели 12 врачей: in the dative only those to whom something is done count.

    What is done to people by those who came to them is a figure of their mission.
    """
    if hit.frame.options.get("to"):
        on_site = memory.last_draft("Mission", within=1, sentence=hit.clause.index) is not None
        ends = (hit.first, hit.last - 1)  # 380 операций, в том числе 51 детям: operations are counted there
        given = is_case(noun, "dat") or _is_given(hit.clause, number)
        return given and not on_site and not any(m.last in ends for m in hit.clause.mentions("number"))
    named = hit.clause.language == "ru" and not hit.frame.options.keys().isdisjoint(("as", "participle"))
    return not (named and ({r.case for r in noun.readings} == {"dat"} or _is_given(hit.clause, number)))


def _is_given(clause: Clause, number: Mention) -> bool:
    """Помощь оказана 12 тысячам человек: the number itself is in the dative."""
    words = clause.sentence.tokens[number.first : number.last]
    return any(t.text[0].isalpha() and {r.case for r in t.readings} == {"dat"} for t in words)


def is_countable(clause: Clause, head: int, only: frozenset[str], memory: Memory) -> bool:
    """Say whether a noun is of one of the sorts, and of health where the sort alone does not say so."""
    said = measures.sorts(clause, head) | people_ru.sort_of(clause, head)
    found = said & only
    if (
        not found
        or (found == {"facility"} and _is_untyped(clause, head))
        or (found <= GENERIC and "health" not in said and not measures.near_health(clause, memory))
    ):
        return False
    return not measures.is_other(clause, phrase(clause, head).first, head + 1)


def _is_untyped(clause: Clause, head: int) -> bool:
    """1 колледж: a bare noun of a facility that is of no type is none of health care."""
    held = [m for m in clause.sentence.mentions if m.type == "facility" and m.first <= head < m.last]
    bare = bool(held) and not (held[0].value.type or held[0].value.name)
    return bare and not measures.medical(clause.sentence.tokens[held[0].first : head + 1], clause.language)
