"""Shares of people and things: тұрғындардың 95%-ы сақтандырылған, көліктің 58-і тозған, охвачено 95% населения."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.inside_kk import MARKED
from kzhealthkg.extract.clause.nouns import light
from kzhealthkg.extract.clause.participles import PARTICIPLE, event_of, participle
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context import of_total
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.figures.counted_about import about
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.extract.kinds.indicator.plan_shares import PLANS
from kzhealthkg.extract.kinds.indicator.stocks import PARTS
from kzhealthkg.model import Mention

ONLY = frozenset(lexicon.words("kinds.indicator.shares", "only"))
BEHIND = (("астам", "atLeast"), ("аса", "atLeast"), ("көбі", "atLeast"), ("артығы", "atLeast"), ("жуығы", "about"))


def share(hit: Hit, memory: Memory) -> list[Draft]:
    """Тұрғындардың 95%-ы сақтандырумен қамтылған, охвачено 95% населения: a share of people."""
    if is_case(hit.verb, *MARKED) and not _reported(hit):
        return []  # сақтандырумен қамтылған
    hit = _up_to_comma(hit)
    clause = hit.clause
    part = _part(hit)
    if part is None or _is_work(hit, part) or not (asserts(hit) or _not_had(hit) or _reported(hit)):
        return []
    said = _share_ru(hit, part) if clause.language == "ru" else _share_kk(hit, part, memory)
    if not said or not measures.near_health(clause, memory):
        return []
    draft = rates.drafted(clause, hit.frame.name, (said, part.first), part, memory)
    draft.say("unit", "%" if part.type == "percent" else "")
    draft.say("bound", more_than(clause, part) if clause.language == "kk" else "")
    draft.cover(clause.sentence.tokens[hit.first].start, clause.sentence.tokens[hit.last - 1].end)
    return [draft]


def _is_work(hit: Hit, part: Mention) -> bool:
    """32 аурухананың 20-сы жаңғыртылды: facilities of a number that are worked on are a work."""
    owner = hit.clause.first if part.first == hit.clause.first else part.first - 1
    counted = part.type == "number" and "facility" in measures.sorts(hit.clause, owner)
    return counted and any(h.first < hit.last <= h.last for h in hits("works", hit.clause))


def _reported(hit: Hit) -> bool:
    """80 пайызы тексеруден өткенін айтты, өткеніне тоқталды: what the verb of telling that closes the clause says was."""
    clause, said = hit.clause, hit.clause.sentence.tokens[hit.last : hit.clause.last]
    telling = len(said) == 1 and said[0].best.form in ("past", "perf") and is_lemma(said[0], *TELLING)
    return clause.language == "kk" and telling and hit.verb.best.possessive and is_case(hit.verb, "acc", "dat")


TELLING = lexicon.words("kinds.indicator.shares", "telling")


def _up_to_comma(hit: Hit) -> Hit:
    """Жабдықтың 46 пайызы ескірген, көліктің 30 пайызы тозған: a participle before a comma ends what it tells."""
    clause, first = hit.clause, hit.clause.first
    if clause.language == "ru":
        return hit
    tokens = clause.sentence.tokens
    ends = [
        i for i in range(first + 1, clause.last) if tokens[i].text == "," and tokens[i - 1].norm.endswith(PARTICIPLE)
    ]
    first = max((i + 1 for i in ends if i < hit.first), default=first)
    last = min((i for i in ends if i >= hit.last), default=clause.last)
    return replace(hit, clause=replace(clause, first=first, last=last)) if ends else hit


def _part(hit: Hit) -> Mention | None:
    """Return the percents of a share, or how many of those in the genitive before: көліктің 58-і тозған."""
    clause = hit.clause
    found = [m for m in clause.mentions("percent") if clause.language == "ru" or m.last <= hit.first]
    if not found and clause.language == "kk":
        found = [
            m
            for m in of_total.shares(clause)
            if m.last <= hit.first and not is_lemma(clause.sentence.tokens[m.first - 1], *light())
        ]
    return found[-1] if found else None


def _share_kk(hit: Hit, share: Mention, memory: Memory) -> str:
    """Жабдықтың 46 пайызы ескірген: return the measure of a share of what the genitive before it names, "" for none."""
    clause, at = hit.clause, share.first - 1
    at -= clause.sentence.tokens[at].norm in ONLY
    if at < clause.first or not is_case(clause.sentence.tokens[at], "gen") or _of_cases(clause, share.last):
        return ""
    first = measures.span(clause, at)[0]
    if not _may_have_share(hit, first, at):
        return ""
    whole = (
        _of_before(clause, at, memory)
        or _people_before(clause, at, memory)
        or counted_names.singular_kk(clause.sentence.tokens[first : at + 1]).lower()
    )
    if whole == ANYBODY and (is_lemma(hit.verb, *WEARING) or clause.sentence.tokens[at].norm in ITS):
        return ""  # төртеуі ескірген, оның 62 пайызы бос: things, and nobody has said which
    if hit.frame.options.get("only"):
        whole = whole.removeprefix(event_of(whole))  # емделген нәрестенің 52-сі: ота жасалған нәресте
    return _told_of(hit, share, f"{limited(clause, first)}{whole}")


def limited(clause: Clause, first: int) -> str:
    """Емделіп жатқан 5 мың адамның 70 пайызы: what is said before the number of those of whom the share is."""
    number = next((m for m in clause.mentions("number") if m.last == first), None)
    return about(clause, number) if number is not None else ""


def _may_have_share(hit: Hit, first: int, at: int) -> bool:
    """Say whether what the verb tells may be told of a share of the phrase that ends at token ``at``."""
    clause, said = hit.clause, hit.clause.sentence.tokens[at]
    if measures.is_other(clause, first, at + 1) or is_lemma(said, *PLANS):
        return False
    if is_lemma(hit.verb, *BROUGHT) and not _person(clause, at):
        return False  # қанның 540 литрі жеткізілді: goods on their way
    only = hit.frame.options.get("only")
    if only and measures.sorts(clause, at).isdisjoint(only) and said.norm not in PARTS:
        return False  # аурухананың 30 пайызына көмек көрсетілді
    return not is_lemma(hit.verb, *SUPPLIED) or _supplied(hit, first, at)


def _told_of(hit: Hit, share: Mention, whole: str) -> str:
    """Return a whole with what its share is told to have undergone: 46 пайызы ескірген: ескірген жабдық."""
    clause, first = hit.clause, share.last + bool(more_than(hit.clause, share))
    first = next((m.last for m in clause.mentions("date") if m.first == first), first)
    first += clause.sentence.tokens[first].norm in ONLY
    if describes_another(clause, first, hit.first):
        return ""
    befallen = participle(hit.verb)
    if hit.last < clause.last and clause.text(hit.last, hit.last + 1) == DENIED:
        befallen = f"{befallen} {DENIED}"
    return f"{clause.text(first, hit.last - 1)} {befallen} {whole.removeprefix(f'{befallen} ')}".strip()


DENIED = "емес"


def describes_another(clause: Clause, first: int, cue: int) -> bool:
    """Балалардың 30 пайызы оқитын мектептердің жабдығы тозған: a share within what describes another thing, the subject."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(first, cue) if tokens[i].best.form in DESCRIBING and not tokens[i].best.case), cue)
    return any(t.best.pos == "NOUN" and is_case(t, "nom") and not t.best.form for t in tokens[at + 1 : cue])


DESCRIBING = ("part", "perf")


ANYBODY = "адам"
ITS = frozenset(lexicon.words("kinds.indicator.shares", "its"))
WEARING = lexicon.words("kinds.indicator.shares", "wearing")


def _supplied(hit: Hit, first: int, at: int) -> bool:
    """Үйлердің 80 пайызы газбен қамтамасыз етілген: only what houses of health care have, or what is of health, counts."""
    clause = hit.clause
    house = any(measures.sorts(clause, i) & {"facility", "thing"} for i in range(first, at + 1))
    health = house or measures.of_health(clause, first, hit.last)
    return health and not measures.is_other(clause, at + 1, hit.first)


SUPPLIED = lexicon.words("kinds.indicator.shares", "supplied")
BROUGHT = lexicon.words("kinds.indicator.shares", "brought")


def _of_cases(clause: Clause, at: int) -> bool:
    """Оның 7 жағдайы тіркелді: so many cases, no people."""
    return at < clause.last and "event" in measures.sorts(clause, at)


def more_than(clause: Clause, share: Mention) -> str:
    """60 пайыздан астамы, 60 пайызға жуығы: the bound that stands behind the percents with an ending of its own."""
    after = clause.sentence.tokens[share.last].norm if share.last < clause.last else ""
    return next((bound for start, bound in BEHIND if after.startswith(start)), "")


def _not_had(hit: Hit) -> bool:
    """93 пайызы вакцина салдырмаған: the share of those who have not."""
    return hit.verb.best.negative and hit.verb.best.form == "perf" and hit.last >= hit.clause.last


def _of_before(clause: Clause, at: int, memory: Memory) -> str:
    """Олардың 60 пайызы тозған: what was counted just before, "" where its own noun is said."""
    before = latest(clause, memory) if clause.sentence.tokens[at].norm in PARTS else None
    return str(before.slots["measure"]) if before is not None else ""


def _people_before(clause: Clause, at: int, memory: Memory) -> str:
    """80 науқас жатыр. Олардың 30-ы …: the noun counted in the sentence before, "адам" where there is none."""
    if clause.sentence.tokens[at].norm not in PARTS:
        return ""
    before = memory.document.sentences[clause.index - 1] if clause.index else clause.sentence
    whole = Clause(before, clause.index, 0, len(before.tokens), clause.language)
    counted = [m for m in before.mentions if m.type == "number" and m.last < whole.last]
    nouns = [i for m in counted for i in range(m.last, min(m.last + 2, whole.last)) if _person(whole, i)]
    return before.tokens[nouns[-1]].best.lemma if nouns else ANYBODY


def _person(clause: Clause, at: int) -> bool:
    return bool(measures.sorts(clause, at) & {"people", "staff"})


def _share_ru(hit: Hit, share: Mention) -> str:
    clause = hit.clause
    if share.last >= clause.last or not any(
        r.case == "gen" and r.pos in ("NOUN", "ADJ", "VERB") for r in clause.sentence.tokens[share.last].readings
    ):
        return ""
    whole = measures.text(clause, share.last, measures.span(clause, share.last)[1])
    rest = (
        clause.text(clause.first, share.first).lower()
        if hit.first < share.first
        else clause.text(hit.first, clause.last)
    )
    return f"{whole} {rest}".strip()
