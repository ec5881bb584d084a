"""A measure whose noun the words before have told: материнская же выросла, от инсульта снизилась, она уменьшилась."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import fragments, measures
from kzhealthkg.extract.figures.measure_ends import summed
from kzhealthkg.extract.figures.measured_before import latest, topic_before
from kzhealthkg.extract.figures.population import COUNTS
from kzhealthkg.model import Token
from kzhealthkg.morph import forms_ru
from kzhealthkg.text.quotation import DASHES

OPENERS = frozenset(lexicon.words("extract.figures.elided_heads", "openers"))
CONTRASTING = frozenset(lexicon.words("extract.figures.elided_heads", "contrasting"))
CAUSES = frozenset(lexicon.words("extract.figures.elided_heads", "causes"))
ADJECTIVAL = lexicon.words("extract.figures.elided_heads", "adjectival")
PRONOUNS = lexicon.words("extract.figures.elided_heads", "pronouns")
GENDERS = dict(zip(PRONOUNS, lexicon.words("extract.figures.elided_heads", "genders"), strict=True))
MASCULINE = PRONOUNS[0]
SHE = "она"
LEVELS = lexicon.words("extract.figures.elided_heads", "levels")
BY = lexicon.words("extract.figures.elided_heads", "by")[0]
SIGNS = frozenset({",", *DASHES})
PREDICATES = frozenset({"past", "pres"})
NAMED = ("place", "date", "facility", "organization", "person", "number", "percent", "money")


def elided_head(clause: Clause, memory: Memory) -> tuple[str, int] | None:
    """Return the measure of a subject without a noun of its own, "" for a mere pronoun, and where it stands."""
    first, last = _fragment(clause)
    before = latest(clause, memory) if 0 < last - first <= fragments.LONGEST else None
    opening = clause.sentence.tokens[first] if first < clause.last else None
    if before is None and opening is not None and opening.norm == SHE and last == first + 1:
        topic = topic_before(clause, memory)  # Растёт смертность. В 2023 году она увеличилась с 65 до 68
        return (topic, first) if _is_she(topic) else None
    if before is None or opening is None or clause.mentions(*NAMED, first=first, last=last):
        return None
    if opening.norm in PRONOUNS:
        return ("", first) if last == first + 1 and _agrees(opening.norm, clause, before, memory) else None
    name = _named(clause, first, last, before)
    told = name[:1].upper() + name[1:] if opening.text[0].isupper() else name
    return (told, first) if told else None


def _is_she(topic: str) -> bool:
    noun = next((w for w in topic.split() if not w.lower().endswith(fragments.ADJECTIVAL)), "")
    return bool(noun) and forms_ru.agreeing(GENDERS[SHE], noun) == GENDERS[SHE]


def _fragment(clause: Clause) -> tuple[int, int]:
    """Return the words before the predicate without what opens the clause, contrasts it, or dates it; (0, 0) for none."""
    tokens, first = clause.sentence.tokens, clause.first
    steps = [m for m in clause.mentions("percent") if m.first == first + 1 and tokens[first].norm == BY]
    if steps and steps[0].last < clause.last and tokens[steps[0].last].best.form in PREDICATES:
        return steps[0].last + 1, clause.last  # на 5% выросла материнская
    dates = {m.first: m.last for m in clause.mentions("date")}
    while first < clause.last and (
        tokens[first].norm in OPENERS | CONTRASTING or first in dates or summed(clause, first)
    ):
        first = dates.get(first, first + 1 + summed(clause, first))
    verb = next((i for i in range(first, clause.last) if tokens[i].best.form in PREDICATES), first)
    last = min((m.first for m in clause.mentions("date", first=first, last=verb)), default=verb)
    last -= last > first and tokens[last - 1].best.pos == "ADP" and last < verb  # за год, в 2020 году
    while last > first and tokens[last - 1].norm in CONTRASTING | SIGNS:
        last -= 1
    return first, last


def _named(clause: Clause, first: int, last: int, before: Draft) -> str:
    """Return the measure told before with the fragment in the place of its own words, "" where they do not fit."""
    told, words = clause.sentence.tokens[first:last], str(before.slots["measure"]).split()
    if len(told) == 1 and told[0].best.pos == "ADJ" and told[0].norm.endswith(ADJECTIVAL):
        return _described(words, told[0]) if any(r.case == "nom" for r in told[0].readings) else ""
    fits = before.sentence == clause.index and _may_replace(clause, first, last, words)
    return fragments.put_in(clause, first, last, words) if fits else ""


def _may_replace(clause: Clause, first: int, last: int, words: list[str]) -> bool:
    """Общей, от инсульта, гепатитом, операций: say whether a fragment is of the sort that the measure has."""
    told = clause.sentence.tokens[first:last]
    if told[0].norm in CAUSES:
        return all(t.best.pos in ("NOUN", "ADJ", "PROPN") for t in told[1:]) and len(told) > 1
    if any(t.best.pos not in ("NOUN", "ADJ") for t in told):
        return False
    if len(told) == 1 and told[0].best.pos == "ADJ":
        return len(words) > 1
    owned = words[0].lower() in COUNTS and all(any(r.case == "gen" for r in t.readings) for t in told)
    return owned or measures.of_health(clause, first, last)


def _described(words: list[str], adjective: Token) -> str:
    """Return the measure told before with this adjective in the place of its own, "" where they do not agree."""
    low = [w.lower() for w in words]
    if not low[1:] or low[0][-2:] != adjective.norm[-2:]:
        plain = (
            bool(low)
            and not low[0].endswith(ADJECTIVAL)
            and forms_ru.agreeing(adjective.norm, low[0]) == adjective.norm
        )
        return f"{adjective.norm} {low[0]}" if plain else ""
    return " ".join([adjective.norm, *words[1:]])


def _agrees(pronoun: str, clause: Clause, before: Draft, memory: Memory) -> bool:
    """Она, он: say whether a pronoun that opens what is said next is of the gender of a measure's noun, or of its level."""
    opens = (t.norm in OPENERS or not t.text[0].isalpha() for t in clause.sentence.tokens[: clause.first])
    if before.sentence != clause.index and not all(opens):
        return False
    if pronoun == MASCULINE and any(is_lemma(t, *LEVELS) for t in memory.document.sentences[before.sentence].tokens):
        return True
    words = str(before.slots["measure"]).split()
    noun = next((w for w in words if not w.lower().endswith(fragments.ADJECTIVAL)), "")
    return bool(noun) and forms_ru.agreeing(GENDERS[pronoun], noun) == GENDERS[pronoun]
