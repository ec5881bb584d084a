"""People whom a Russian predicate counts: привито 5 тысяч детей, 80 % жителей прошли осмотр."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import is_calling
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.figures import complements_ru, measures
from kzhealthkg.extract.figures.masses import mass
from kzhealthkg.extract.figures.narrowed_ru import is_borne, is_shared, narrowed
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import forms_ru

FORMS = frozenset({"past", "pres", "perf", "fut", "inf"})
TOLD = frozenset({"past", "pres", "perf"})
AIMS = frozenset(lexicon.words("extract.figures.people_ru", "aims"))
WITH = frozenset(lexicon.words("extract.figures.people_ru", "with_one"))
ASIDES = frozenset(lexicon.words("extract.figures.people_ru", "asides"))
AGES = frozenset(lexicon.words("extract.figures.people_ru", "ages"))
LONGEST = 6
"""Words in the longest complement of a predicate that counts people."""


def participle(hit: Hit) -> str:
    """Return the participle by which a frame names those whom its predicate counts, "" where it names none."""
    named: dict[str, str] = hit.frame.options.get("named", {})
    verb = verb_of(hit)
    if hit.frame.options.get("participle"):
        return forms_ru.participle(verb.norm, passive=_is_done_to(hit))
    said = next((named[lemma] for lemma in (verb.best.lemma, *verb.words) if lemma in named), "") if named else ""
    return f"не {said}" if said and denied(hit.clause, verb) else said


def _is_done_to(hit: Hit) -> bool:
    """Выписали 45 пациентов, 45 пациентов прооперированы; not 45 пациентов прошли осмотр, обратились 45 пациентов."""
    verb, tokens = verb_of(hit), hit.clause.sentence.tokens
    does = verb.best.form == "pres" and any(m.last <= hit.first for m in hit.clause.mentions("percent"))
    if verb.best.form == "perf" or does:  # 70 % граждан доверяют врачам
        return not does
    behind = tokens[hit.last : hit.last + 1]
    acted_on = (r for t in behind for r in t.readings if r.case == "acc" and r.pos == "NOUN")
    return forms_ru.is_transitive(verb.norm) and not any(True for _ in acted_on)


def silent(hit: Hit) -> bool:
    """Заболевшие дети: a word that counts people only as a predicate tells nothing where it is none."""
    if hit.frame.options.get("short"):
        return any(r.case for r in hit.verb.readings)  # довольные пациенты
    return "named" in hit.frame.options and verb_of(hit).forms.isdisjoint(TOLD)


def verb_of(hit: Hit) -> Token:
    """Return the verb among the words of a cue, which may end in what somebody undergoes: прошли осмотр."""
    tokens = hit.clause.sentence.tokens[hit.first : hit.last]
    return next((t for t in tokens if t.best.form in FORMS and t.best.lemma not in BEING), hit.verb)


BEING = frozenset(lexicon.words("extract.figures.people_ru", "being"))


def named(hit: Hit, number: Mention, counted: str) -> str:
    """Return a measure: what is counted, with the words that its frame has for what is said of it."""
    options = hit.frame.options
    if participle(hit):
        return _befallen(hit, number, counted)
    said, after = options.get("as", ""), options.get("after", "")
    after = f"{after} {complements_ru.behind(hit.clause, hit.last)}".strip() if after else ""
    whole = f"{said} {counted}".strip() if said else f"{counted} {after}".strip()
    whole = complements_ru.with_illness(hit.clause, number, whole) if after else whole
    return counted_names.of_people(hit.verb.norm, whole)


def _befallen(hit: Hit, number: Mention, counted: str) -> str:
    """Return a measure: who were counted, with what befell them."""
    if _of_its_noun(hit, number):
        return ""
    people = counted.split(" из ")[0].split(" (")[0].split()
    while people and people[-1] in AGES and not people[-2:][0].endswith("ого"):  # дети школьного возраста
        people.pop()
    said, taken = participle(hit), _complement(hit, number)
    if not taken and (hit.frame.options.get("taken") or narrowed(hit, number)):
        return ""
    if people and mass(hit.clause, number) and not number.value.unit:
        said = forms_ru.agreeing(said, next((w for w in people if not w.endswith(ADJECTIVAL)), people[-1]))
    return f"{said} {taken}{' '.join(people)}" if people else ""


def _of_its_noun(hit: Hit, number: Mention) -> bool:
    """120 литров крови сдал житель: what the cue's own noun is counted in is not those who are counted."""
    beside = hit.last - hit.first > 1 and number.last <= hit.first <= number.last + 1
    return beside and bool(mass(hit.clause, number))


ADJECTIVAL = lexicon.words("extract.figures.people_ru", "adjectival")


def _complement(hit: Hit, number: Mention) -> str:
    """Return what the predicate takes besides the people, with a blank behind, "" for nothing."""
    first, last = _span(hit, number)
    ended = first < last < hit.clause.last and hit.clause.sentence.tokens[last - 1].best.pos == "ADJ"
    last += ended and hit.clause.sentence.tokens[last].best.pos == "NOUN"  # к единой системе
    if first == last:
        beside = complements_ru.of_member(hit.clause, number, *_beside(hit)).lower()
        return f"{beside} " if beside in complements_ru.ADVERBS else ""
    before = hit.clause.sentence.tokens[first - 1].norm if first > hit.clause.first else ""
    both = f"{before} " if before in BOTH else ""
    named = hit.clause.mentions("place", "date", "number", "percent", "person", first=first, last=last)
    relative = any(t.norm.startswith(RELATIVE) for t in hit.clause.sentence.tokens[first:last])
    if named or relative or not 0 < last - first <= LONGEST:
        return ""
    said = complements_ru.of_member(hit.clause, number, first, last).removesuffix("№").strip()
    if hit.frame.options.get("to"):
        said = forms_ru.accusative(said)
    said = f"{said if said[1:2].isupper() else said[:1].lower() + said[1:]} "
    return f"{both}{said}"


def _beside(hit: Hit) -> tuple[int, int]:
    """[Амбулаторно] лечатся, лечатся [дома]: return the adverb beside a verb that says which people these are."""
    clause = hit.clause
    near = [i for i in (hit.first - 1, hit.last) if clause.first <= i < clause.last]
    return next(
        ((i, i + 1) for i in near if clause.sentence.tokens[i].norm in complements_ru.ADVERBS), (hit.first, hit.first)
    )


WARDS = lexicon.words("extract.figures.people_ru", "wards")
BOTH = frozenset(lexicon.words("extract.figures.people_ru", "both"))
RELATIVE = lexicon.words("extract.figures.people_ru", "relative")


def _span(hit: Hit, number: Mention) -> tuple[int, int]:
    """Return the tokens of a complement: the noun of the cue, what stands beside the verb, else nothing."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if hit.last - hit.first > 1:
        backed = tokens[hit.last - 1].best.form in FORMS
        first = phrase(clause, hit.first).first
        first -= first > clause.first and tokens[first - 1].best.pos == "ADP"
        first -= first > clause.first and tokens[first].norm in TOWARDS and tokens[first - 1].best.pos == "NOUN"
        first = _owned_by(clause, first)
        last = min(_before_verb(tokens, hit.last - 1), measures.span(clause, hit.first)[1])
        end = number.first if number.first >= hit.last else clause.last
        return (first, last) if backed else (hit.first + 1, min(measures.span(clause, hit.last - 1)[1], end))
    end = number.first if number.first > hit.last else clause.last
    placed = _past_place(clause, hit.last, end, _aims(hit) - AIMS | FROM)
    behind = complements_ru.object_of(hit, number) or _taken(clause, placed, end, _aims(hit))
    return behind if behind[1] > behind[0] else _ahead(hit, _before_verb(tokens, hit.first), number)


def _owned_by(clause: Clause, at: int) -> int:
    """Первый этап вакцинации прошли: return where what a genitive belongs to begins; в области операции ждут: ``at``."""
    tokens = clause.sentence.tokens
    owned = at > clause.first and any(r.case == "gen" for r in tokens[at].readings)
    ward = owned and is_lemma(tokens[at - 1], *WARDS)  # в хирургическом отделении больницы лежат
    fits = owned and any(r.pos == "NOUN" and r.case == "acc" for r in tokens[at - 1].readings)
    first = phrase(clause, at - 1).first if fits or ward else at
    if ward and first > clause.first and tokens[first - 1].best.pos == "ADP":
        return first - 1
    return at if first > clause.first and tokens[first - 1].best.pos == "ADP" else first


def _past_place(clause: Clause, first: int, end: int, aims: frozenset[str]) -> int:
    """Умерли в районе с начала года от гриппа: of what may stand behind where and when."""
    tokens = clause.sentence.tokens
    for at in range(first, min(first + LONGEST, end)):
        if tokens[at].norm in aims and at > first:
            return at
        if tokens[at].best.pos not in ("ADP", "ADV", "NOUN", "ADJ", "PROPN", "X"):
            break
    return first


FROM = frozenset(lexicon.words("extract.figures.people_ru", "from"))
TOWARDS = frozenset(lexicon.words("extract.figures.people_ru", "towards"))


def _before_verb(tokens: tuple[Token, ...], at: int) -> int:
    """Return where the words right before a verb that only colour it begin: впервые, не, были."""
    while at and tokens[at - 1].norm in ASIDES:
        at -= 1
    return at


def _taken(clause: Clause, first: int, end: int, aims: frozenset[str]) -> tuple[int, int]:
    """Охвачено скринингом, привито от кори, родились с пороком сердца: return what stands right behind a verb."""
    tokens = clause.sentence.tokens
    aimed = first < end and tokens[first].norm in aims
    borne = is_borne(tokens[first : min(end, first + 2)]) and POINTING.isdisjoint(tokens[first + 1].words)
    if first >= end or not (aimed or borne or _by_means(tokens[first])):
        return first, first
    last = first + 1 + borne
    needed = ("loc",) if aimed and tokens[first].norm not in AIMS else ()
    while last < end and _goes_on(tokens[last], *_wanted(tokens[last - 1], aimed), *needed):
        last += 1
    return (first, last) if last > first + 1 or not aimed else (first, first)  # из-за того, что


POINTING = frozenset(lexicon.words("extract.figures.people_ru", "pointing"))


def _wanted(before: Token, aimed: bool) -> set[str]:
    """Return the cases in which a complement goes on: an adjective's own, else the genitive."""
    described = before.best.pos == "ADJ" and not aimed
    return {r.case for r in before.readings} & {"ins", "gen"} if described else {"gen"}


def _ahead(hit: Hit, last: int, number: Mention) -> tuple[int, int]:
    """Скринингом охвачено, от кори привито: return what stands before a verb; a place between says where."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    floor = max(clause.first, number.last if number.first < last else clause.first)
    first = last
    while first > floor and _goes_on(tokens[first - 1], "gen", "ins", "acc", "loc"):
        first -= 1
    if any(_doer(t) for t in tokens[first:last]):
        return last, last
    before = tokens[first - 1].norm if first > floor else ""
    if before in WITH and is_shared(tokens, first - 1):
        return last, last
    by_it = first < last and any(r.case == "ins" for r in tokens[first].readings)  # за помощью обратились
    if before in _aims(hit) or (before in WITH and by_it):
        return first - 1, last
    means = next((i for i in range(first, last) if _by_means(tokens[i])), last)
    if means == last and first > floor and tokens[first - 1].best.pos == "ADP":
        return _ahead(hit, first - 1, number)
    return means, last


def _doer(token: Token) -> bool:
    """Нашими врачами осмотрено 312 человек: who does it is no part of what is counted."""
    return token.best.case == "ins" and (is_calling(token) or token.norm in TEAMS)


TEAMS = frozenset(lexicon.words("extract.figures.people_ru", "teams"))


def _aims(hit: Hit) -> frozenset[str]:
    return AIMS | {"в"} if hit.frame.options.get("need") else AIMS


def _by_means(token: Token) -> bool:
    return token.best.pos in ("NOUN", "ADJ") and token.best.case == "ins"


def _goes_on(token: Token, *cases: str) -> bool:
    return token.best.pos in ("NOUN", "ADJ", "PROPN", "X") and any(r.case in cases for r in token.readings)


def figures(hit: Hit) -> tuple[str, ...]:
    """Return what else than numbers a frame counts people by: percentages."""
    return () if hit.frame.options.keys().isdisjoint(("named", "participle")) else ("percent",)


def is_part(token: Token) -> bool:
    """Заболевших, привитых: a participle of several in the genitive."""
    return any(r.form == "part" and r.case == "gen" and r.plural for r in token.readings)


PEOPLE = frozenset({"people"})


def is_people(clause: Clause, at: int) -> bool:
    """Заболевших, подлежащих вакцинации: a participle without a noun stands for people."""
    tokens = clause.sentence.tokens
    alone = is_part(tokens[at])
    following = tokens[at + 1] if alone and at + 1 < clause.last else None
    return alone and (following is None or not any(r.case == "gen" and r.plural for r in following.readings))


def describes(clause: Clause, at: int) -> bool:
    """Беременных женщин: what may be a noun describes the one behind it."""
    tokens = clause.sentence.tokens
    following = tokens[at + 1 : at + 2]
    able = tokens[at].best.pos == "NOUN" and any(r.pos == "ADJ" for r in tokens[at].readings)
    return able and any(t.best.pos == "NOUN" and t.best.case == tokens[at].best.case for t in following)


def stands_alone(clause: Clause, at: int) -> bool:
    """57 больных, 12 заболевших: what may be an adjective or a participle is counted itself."""
    token, following = clause.sentence.tokens[at], clause.sentence.tokens[at + 1 : at + 2]
    alone = not any(t.best.pos in ("NOUN", "ADJ") and t.best.case == "gen" for t in following)
    return (token.best.pos == "ADJ" and alone and bool(measures.sorts(clause, at) & COUNTED)) or is_people(clause, at)


COUNTED = frozenset({"people", "thing"})


def sort_of(clause: Clause, at: int) -> frozenset[str]:
    """Return the sort of a participle without a noun: it stands for people."""
    return PEOPLE if clause.language == "ru" and is_people(clause, at) else NOTHING


NOTHING = frozenset[str]()
