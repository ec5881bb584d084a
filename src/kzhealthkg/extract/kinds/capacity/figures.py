"""The figures of a predicate that say how much a facility can do: 200 төсегі бар, в штате больницы 200 сотрудников."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.phrases import ROOMS
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import counted, entry, vacant
from kzhealthkg.extract.figures.measures import sorts
from kzhealthkg.extract.kinds.capacity.guards import (
    is_goal,
    of_another,
)
from kzhealthkg.extract.kinds.capacity.owners import is_area
from kzhealthkg.extract.kinds.capacity.parts import of_a_part
from kzhealthkg.extract.kinds.capacity.places import (
    parted,
)
from kzhealthkg.model import Mention

WORKING = lexicon.words("kinds.capacity.figures", "working")

BUILDING = frozenset(lexicon.words("kinds.capacity.figures", "building"))
LINKS = frozenset(lexicon.words("kinds.capacity.figures", "links"))


def figures_of(hit: Hit) -> list[tuple[Mention, int, str]]:
    """Return the figures of a predicate, where the noun they count stands, and its unit."""
    clause, options = hit.clause, hit.frame.options
    table = sizes.words(clause.language, *options["counts"])
    table = {k: u for k, u in table.items() if k in options["people"]} if "people" in options else table
    if is_lemma(hit.verb, *WORKING) and BUILDING.isdisjoint(clause.words):
        table = table | dict.fromkeys(options.get("workers", ()), "staff")
    found = []
    for number in clause.mentions("number"):
        known_noun = counted(clause, number, table) or _bare(hit, number)
        if (
            known_noun is None
            or _counts_other(clause, number, known_noun[0])
            or not _on_its_side(hit, number)
            or (clause.language == "ru" and vacant(clause, number))
            or is_per(clause, number)
            or of_a_part(clause, number)
        ):
            continue
        at, unit = known_noun
        if _fits(hit, at, unit):
            found.append((number, at, unit))
    return found


def _counts_other(clause: Clause, number: Mention, at: int) -> bool:
    """18 емханасы тұрғындарға …, 300 тұрғыны бар ауыл, 12 дәрігер тапшылығы: facilities, a village's people, a lack."""
    tokens = clause.sentence.tokens
    facilities = clause.mentions("facility", first=number.last, last=at)
    settled = [t.norm for t in tokens[at + 1 : at + 2]] == ["бар"] and is_area(clause, at + 2)
    behind = tokens[at + 1 : min(at + 2, clause.last)]
    lacking = any("lack" in sorts(clause, at + 1) for _ in behind)
    homes = any(is_lemma(t, *HOMES) for t in behind)  # 12 дәрігер тұрғын үймен қамтылды
    rooms = any(t.best.possessive and is_lemma(t, *ROOMS) for t in behind)  # 12 психолог кабинеті
    return any(m.first == number.last for m in facilities) or settled or lacking or homes or rooms


HOMES = lexicon.words("kinds.capacity.figures", "homes")


def _bare(hit: Hit, number: Mention) -> tuple[int, str] | None:
    """Төсек қоры 105-ке жетті: what the figure counts is said by the cue itself."""
    beds = sizes.words(hit.clause.language, "bed")
    said = hit.frame.options.get("after") and any(
        entry(t, beds) for t in hit.clause.sentence.tokens[hit.first : hit.last]
    )
    following = hit.clause.sentence.tokens[number.last : hit.clause.last]
    closes = not following or bool(following[0].best.form) or following[0].text in ",("
    return (number.last - 1, "beds") if said and closes else None


def _on_its_side(hit: Hit, number: Mention) -> bool:
    if hit.frame.options.get("after"):
        before = hit.clause.sentence.tokens[number.first - 1].norm
        if before == "на" and (hit.frame.options.get("unit") == "staff" or hit.frame.options.get("done")):
            return False  # штат увеличили на 30 врачей, открыли стационар на 10 коек
        if before == "на" and hit.clause.says(*CHANGING):
            return False  # мощность больницы вырастет на 60 коек
        linked = hit.clause.language == "kk" or before in LINKS or _follows(hit, number) or _owned(hit, number)
        return number.first >= hit.last and linked
    return hit.clause.language == "ru" or number.last <= hit.first


CHANGING = lexicon.words("kinds.capacity.figures", "changing")


def _follows(hit: Hit, number: Mention) -> bool:
    """Принимает за сутки 250 человек, ежедневно 250: nothing but adverbs and the rate stand before the figure."""
    rates = sizes.words("ru", "rate")
    between = hit.clause.sentence.tokens[hit.last : number.first]
    return hit.last <= number.first and all(t.best.pos in ("ADV", "ADP") or entry(t, rates) for t in between)


def _owned(hit: Hit, number: Mention) -> bool:
    """В штате больницы 200 сотрудников: only whose it is stands between the word of a size and the figure."""
    return any(hit.last == m.first and m.last == number.first for m in hit.clause.mentions("facility"))


def _fits(hit: Hit, at: int, unit: str) -> bool:
    """Say whether the counted noun stands in the case that the predicate wants."""
    if hit.frame.options.get("case") != "dat":
        # сегіз дәрігерден құралған бригада, 12 мың адамға қызмет етеді: no staff of its own
        noun, before = hit.clause.sentence.tokens[at], hit.clause.sentence.tokens[max(0, hit.first - 1)]
        hired = before.norm in INTO_WORK  # жұмысқа орналасты
        team = unit == "staff" and (is_case(noun, "abl", "dat") or hired or _are_something(hit, at))
        return not (team or of_another(hit, at) or _of_share(hit.clause, at))
    if parted(hit.clause, at):
        return False
    return is_case(hit.clause.sentence.tokens[at], "nom", "") if unit == "staff" else is_goal(hit, at)


def _are_something(hit: Hit, at: int) -> bool:
    """12 дәрігер баспаналы болды: what they became stands between them and the verb of being."""
    became = hit.clause.sentence.tokens[hit.first - 1].norm.endswith(BECOME)
    return hit.clause.language == "kk" and is_lemma(hit.verb, "бол") and hit.first > at + 1 and became


INTO_WORK = frozenset(lexicon.words("kinds.capacity.figures", "into_work"))
BECOME = lexicon.words("kinds.capacity.figures", "become")


def _of_share(clause: Clause, at: int) -> bool:
    """860 түлегінің 312-сі жұмыс істейді: the whole of which only a share is told of."""
    owner = clause.language == "kk" and is_case(clause.sentence.tokens[at], "gen")
    return owner and any(m.first == at + 1 for m in clause.mentions("number", "percent"))
