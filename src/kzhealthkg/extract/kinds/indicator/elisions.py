"""Changes that share a verb and a part of their measure: детская смертность упала на 26 %, а материнская – на 9 %."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import every_hit
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.origins import at_large
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import rates
from kzhealthkg.extract.figures.fragments import CAUSES, LONGEST, PLACING, put_in, replaced
from kzhealthkg.extract.kinds.indicator import elided_causes_ru, elided_objects_ru, elided_steps_ru
from kzhealthkg.extract.kinds.indicator.changed import changed_by
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import DASHES

OPENING = frozenset(lexicon.words("kinds.indicator.elisions", "opening"))
NEARLY = frozenset(lexicon.words("kinds.indicator.elisions", "nearly"))
LIMITING = frozenset(lexicon.words("kinds.indicator.elisions", "limiting"))


def elided(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return a change for each figure behind "на" or "в" that has a measure, or a fragment of one, but no verb."""
    if clause.language == "ru" and INCLUDING in clause.words:
        _narrow(clause, drafts)
    told = [d for d in drafts if d.slots.get("change")]
    found: list[Draft] = []
    if clause.language == "ru" and drafts and not told:
        return _owned(clause, drafts) or _values(clause, drafts)
    for figure in _steps(clause) if clause.language == "ru" and told else []:
        when = _other_time(clause, figure)
        measure = str(told[-1].slots["measure"]) if when else _measure(clause, figure, str(told[-1].slots["measure"]))
        if measure and not any(figure.start in d.used for d in drafts):
            draft = _draft(told[-1], figure, measure)
            draft.slots.update({"date": when} if when else {})
            draft.slots["unit"] = "%" if figure.type == "percent" else "раз"
            found.append(draft)
    return found + (_pairs(clause, told[-1], drafts) if told else [])


def _other_time(clause: Clause, figure: Mention) -> str:
    """Снизилась за пять лет на 12 %, в прошлом году на 4 %: when the same changed by another figure; "" where more is said."""
    found = _fragment(clause, figure)
    dates = clause.mentions("date", first=found[0] - 1, last=found[1]) if found is not None else []
    if found is None or len(dates) != 1 or dates[0].last != found[1] or dates[0].value.role == "due":
        return ""  # к следующему году – на 11 %
    ahead = [t.norm for t in clause.sentence.tokens[found[0] : dates[0].first]]
    return str(dates[0].value.edtf) if all(word in IN_OR_ON for word in ahead) else ""


def _pairs(clause: Clause, like: Draft, drafts: list[Draft]) -> list[Draft]:
    """Срок ожидания КТ сократился с 20 до 10 дней, МРТ — с 30 до 14 дней: what another measure went from and to."""
    found = []
    for dash, pair in elided_steps_ru.pairs(clause):
        measure = _beside_dash(clause, dash, str(like.slots["measure"]).split())
        if measure and not any(m.start in d.used for m in pair for d in drafts):
            found.append(_draft(like, pair[1], measure))
            found[-1].drop("bound")
    return found


def _beside_dash(clause: Clause, dash: int, words: list[str]) -> str:
    """Return the measure with the words before a dash, from a comma on, in the place of its own last ones."""
    tokens = clause.sentence.tokens
    first = next((i + 1 for i in range(dash - 1, clause.first, -1) if tokens[i].norm in OPENING), dash)
    fragment = tokens[first:dash]
    named = clause.mentions("place", "date", "facility", first=first, last=dash)
    if named or not 0 < len(fragment) <= LONGEST:
        return ""
    if len(fragment) == 1 and fragment[0].text.isupper() and words[-1].isupper():
        return " ".join([*words[:-1], fragment[0].text])
    owned = all(any(r.case == "gen" for r in t.readings) for t in fragment)
    if owned and len(words) > 2:
        return " ".join([*words[:-1], *(t.norm for t in fragment)])
    return put_in(clause, first, dash, words)


def _owned(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Выполнено 160 пересадок почки, 24 – печени и 5 – сердца: so many of the same, of another thing."""
    first, used = drafts[-1], set().union(*(d.used for d in drafts))
    if {"unit", "change"} & first.slots.keys():
        return []
    numbers = [m for m in clause.mentions("number") if m.start not in used and m.end > first.end]
    told = [(m, _of_the_same(first, clause.sentence.tokens[m.last + 1])) for m in numbers if _gapped(clause, m)]
    caused = [*elided_causes_ru.causes(clause, first, used), *elided_objects_ru.objects(clause, first, used)]
    told = caused + [(m, measure) for m, measure in told if not any(m is number for number, _ in caused)]
    return [_draft(first, number, measure) for number, measure in told if measure]


def _gapped(clause: Clause, number: Mention) -> bool:
    """Say whether a number stands between a comma or "and" and a dash with a single genitive behind it."""
    tokens, at = clause.sentence.tokens, number.last + 1
    begun = number.first > clause.first and tokens[number.first - 1].norm in FURTHER
    if not begun or at >= clause.last or tokens[at - 1].text not in DASHES:
        return False
    closed = at + 1 >= clause.last or tokens[at + 1].text in ",;." or tokens[at + 1].norm in FURTHER
    return closed and any(r.pos == "NOUN" and r.case == "gen" and not r.form for r in tokens[at].readings)


def _of_the_same(first: Draft, owner: Token) -> str:
    """Return a measure with another owner in the place of its last word; cases are of another illness."""
    words = str(first.slots.get("measure", "")).split()
    if first.rule.startswith("indicator-case"):
        return nominative((owner,), "ru") if len(words) == 1 else ""
    return " ".join([*words[:-1], owner.norm]) if len(words) > 2 else ""


FURTHER = OPENING | frozenset(lexicon.words("kinds.indicator.elisions", "further"))


def _values(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Материнская смертность составила 12,3, младенческая – 6,9: the adjective of another measure, and its value."""
    used = set().union(*(d.used for d in drafts))
    tokens, found = clause.sentence.tokens, list[Draft]()
    for figure in [*clause.mentions("number", "percent"), *rates.ages(clause)]:
        alone = figure.first - 3 > clause.first and tokens[figure.first - 1].text in DASHES
        alone = alone and tokens[figure.first - 2].best.pos == "ADJ" and tokens[figure.first - 3].norm in OPENING
        measure = str(drafts[-1].slots.get("measure", ""))
        name = replaced(measure.split(), tokens[figure.first - 2].norm) if alone and figure.start not in used else ""
        name = name or (_placed(clause, figure, measure) if figure.start not in used else "")
        alike = (figure.type == "percent") == (drafts[-1].slots.get("unit") == "%")
        if name and alike and not drafts[-1].slots.get("change"):
            found.append(_draft(drafts[-1], figure, name[:1].upper() + name[1:] if measure[:1].isupper() else name))
            found[-1].drop(*(LOCATED if at_large(clause, figure.end) else ()))
    return found


def _placed(clause: Clause, figure: Mention, measure: str) -> str:
    """Охват составляет 84%, в сёлах – 79%; от рака – 0,6: where, or of what, the same is another value."""
    tokens, found = clause.sentence.tokens, _fragment(clause, figure)
    if found is None or tokens[_sign(clause, figure)].text not in DASHES:
        return ""
    owned = all(any(r.case == "gen" for r in t.readings) for t in tokens[found[0] : found[1]])
    if tokens[found[0]].norm not in PLACING | CAUSES | IN_OR_ON and (not owned or tokens[found[0]].text.istitle()):
        return ""  # врачи провели 5 операций, Смагулов – 3: who did it is no measure
    named = clause.mentions("place", "date", "facility", first=found[0], last=found[1])
    return "" if named else put_in(clause, *found, measure.split())


def _steps(clause: Clause) -> list[Mention]:
    """Return the percentages, and the figures with the word "times" behind them."""
    tokens = clause.sentence.tokens
    numbers = [m for m in clause.mentions("number") if m.last < clause.last and rates.TIMES.match(tokens[m.last].norm)]
    percents = [*clause.mentions("percent"), *elided_steps_ru.without_unit(clause)]
    return [*percents, *numbers, *elided_steps_ru.by_word(clause, NEARLY)]


def behind_colon(clause: Clause, memory: Memory) -> list[Draft]:
    """Стало меньше жалоб: в городе – на 4 %, в сёлах – на 9 %: each percentage has its own owner."""
    if clause.language != "ru" or ":" not in clause.words:
        return []
    tokens = clause.sentence.tokens
    colon = next((i for i in range(clause.first, clause.last) if tokens[i].text == ":"), None)
    if colon is None:
        return []
    hits = [h for found in every_hit("indicator", clause) for h in found if h.frame.slots.get("change")]
    changed = next((h for h in hits if h.last <= colon and h.verb.best.form == "past"), None)
    before = Clause(clause.sentence, clause.index, clause.first, colon, "ru")
    measure = rates.measured(before, colon, memory) if changed is not None else None
    if changed is None or measure is None or not measure[0]:
        return []
    named = [(p, _measure(clause, p, measure[0])) for p in clause.mentions("percent", first=colon)]
    return [changed_by(changed, changed.clause, (name, measure[1]), percent, memory) for percent, name in named if name]


def _draft(like: Draft, percent: Mention, measure: str) -> Draft:
    slots = {k: v for k, v in like.slots.items() if k != "bound"}
    draft = replace(like, slots=slots, inherited=set(like.inherited), used={percent.start})
    value = percent.value.value
    draft.slots["measure"] = measure
    draft.slots["value"] = int(value) if value == int(value) else float(value)
    draft.say("bound", percent.value.bound)
    draft.cover(percent.start, percent.end)
    return draft


def _measure(clause: Clause, percent: Mention, before: str) -> str:
    """Return the measure before with the fragment in its place, "" where the words are no fragment of it."""
    found = _fragment(clause, percent) or _fragment_behind(clause, percent)
    if found is not None and clause.mentions("date", first=found[0], last=found[1]):
        return ""
    return put_in(clause, *found, before.split()) if found is not None else ""


def _narrow(clause: Clause, drafts: list[Draft]) -> None:
    """Give each change the measure that the words right before its figure leave of it; none where these are not understood."""
    for draft in [d for d in drafts if d.slots.get("change")]:
        figures = (m for m in clause.mentions("percent", "number") if m.start in draft.used)
        said = next((_of_member(clause, m, str(draft.slots["measure"])) for m in figures), draft.slots["measure"])
        draft.slots["measure"] = said
        if not said:
            drafts.remove(draft)


def _of_member(clause: Clause, figure: Mention, measure: str) -> str:
    """Снижение заболеваемости, в том числе краснухой в 7 раз: return a measure as the words behind "including" narrow it."""
    found = _fragment(clause, figure) if INCLUDING in clause.words else None
    narrowed = found is not None and clause.sentence.tokens[found[0] - 1].norm == INCLUDING
    return put_in(clause, *found, measure.split()) if found is not None and narrowed else measure


INCLUDING = lexicon.words("kinds.indicator.elisions", "including")[0]


def _fragment(clause: Clause, percent: Mention) -> tuple[int, int] | None:
    """…, болезнями сердца – на 8 %; …, органов дыхания – 30 %: the words before a figure, from a comma on."""
    tokens = clause.sentence.tokens
    last = _sign(clause, percent)
    if last <= clause.first or tokens[last].norm not in {"на" if percent.type == "percent" else "в", *DASHES}:
        return None
    last -= tokens[last - 1].norm in NEARLY
    last -= tokens[last - 1].text in DASHES
    first = next((i + 1 for i in range(last - 1, clause.first, -1) if _opens(clause, i)), last)
    fits = 0 < last - first <= LONGEST and _opens(clause, first - 1)
    return (first, last) if fits else None


def _opens(clause: Clause, at: int) -> bool:
    """Say whether a word opens a second part; in гепатит А it does not, and "and" does right behind a figure."""
    token = clause.sentence.tokens[at]
    told = token.norm == AND and any(at - 1 <= m.last <= at for m in clause.mentions("percent", "number"))
    return told or (token.norm in OPENING and not token.text.isupper())


AND = lexicon.words("kinds.indicator.elisions", "and")[0]


def _sign(clause: Clause, figure: Mention) -> int:
    """На селе – лишь 17,6: return the place of the sign or preposition before a figure."""
    at = figure.first - 1
    return at - (clause.sentence.tokens[at].norm in LIMITING)


def _fragment_behind(clause: Clause, percent: Mention) -> tuple[int, int] | None:
    """На 7 % снизилась смертность от инфаркта, на 9 % – от инсульта: the words behind a dash."""
    tokens, first = clause.sentence.tokens, percent.last + 1
    if first >= clause.last or tokens[percent.last].text not in DASHES or tokens[percent.first - 1].norm != "на":
        return None
    last = next((i for i in range(first, clause.last) if tokens[i].text in ",;." or tokens[i].norm == "и"), clause.last)
    return (first, last) if 0 < last - first <= LONGEST else None
