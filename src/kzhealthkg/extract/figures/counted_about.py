"""What counted things are about, where the words for it stand before their number."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.stopwords import of_age
from kzhealthkg.extract.clause.syntax import ACTION_ENDINGS, Clause, is_case, is_lemma
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.attributes_kk import first_of
from kzhealthkg.extract.figures.lying import graded
from kzhealthkg.extract.figures.measured_ages import aged
from kzhealthkg.model import FIGURE, Mention


def about(clause: Clause, number: Mention) -> str:
    """Return what counted things are about, with a blank behind, "" for nothing: бүйрек алмастыру бойынша 171 операция."""
    at = number.first - 1
    if clause.language != "kk" or at < clause.first:
        return _fallen_ill(clause, at) if clause.language == "kk" else ""
    first = first_of(clause, at)
    return _about(clause, number, at) if first is None else f"{opening(clause.text(first, number.first), first)} "


def _about(clause: Clause, number: Mention, at: int) -> str:
    tokens = clause.sentence.tokens
    if (low := aged(clause, number.first)) is not None:
        return f"{opening(clause.text(low, number.first), low)} "
    if is_case(tokens[at], "dat") and (aimed := _operated_on(clause, number) or _tested_for(clause, number)):
        return aimed
    if (told := _across_area(clause, at)) or at == clause.first:
        ill = not told and _of_illness(clause, at)
        return f"{opening(clause.text(at, at + 1), at)} " if ill else told
    if tokens[at].best.locative_adjective and of_age(clause, at):
        first = phrase(clause, at).first
        return f"{opening(clause.text(first, at + 1), first)} "
    if tokens[at].norm != "бойынша":
        return _of_grade(clause, at) or _told_of(clause, at)
    if tokens[at - 1].norm.rpartition("-")[2] in GRADES and (of := _grade_from(clause, at - 1)) is not None:
        return f"{opening(clause.text(of, number.first), of)} "  # 4 санат бойынша
    first = measures.span(clause, at - 1)[0]
    named = clause.mentions("place", "date", "facility", "organization", "programme", first=first, last=at)
    action = tokens[at - 1].norm.endswith(ACTION_ENDINGS) or "rate" in measures.sorts(clause, at - 1)
    return f"{clause.text(first, number.first)} " if action and not named else ""


def _of_grade(clause: Clause, at: int) -> str:
    """2-санаттағы, II топтағы: the grade of what is counted, with a blank behind; "" for none."""
    first = graded(clause, at)
    return "" if first is None else f"{opening(clause.text(first, at + 1), first)} "


def _grade_from(clause: Clause, at: int) -> int | None:
    """4 санат, 2-санат, екінші санат: where the number of a grade stands, None for none."""
    tokens = clause.sentence.tokens
    if tokens[at].text[0].isdigit():
        return at
    ranked = at > clause.first and (tokens[at - 1].text[0].isdigit() or tokens[at - 1].best.pos == "ADJ")
    return at - 1 if ranked else None


def _fallen_ill(clause: Clause, at: int) -> str:
    """Қызылшамен ауырып, 14 бала ем алуда: the illness told by a converb right before the clause of the number."""
    tokens = clause.sentence.tokens
    if at < 2 or tokens[at].text != "," or tokens[at - 1].best.form != "conv" or not is_lemma(tokens[at - 1], *FALLING):
        return ""
    before = replace(clause, first=0, last=at)
    if not _of_illness(before, at - 2) and "rate" not in measures.sorts(before, at - 2):
        return ""
    first = measures.span(before, at - 2)[0]
    return f"{opening(clause.text(first, at), first)} "


FALLING = lexicon.words("extract.figures.counted_about", "falling")


def _tested_for(clause: Clause, number: Mention) -> str:
    """АИТВ инфекциясына 300 тексеру: an illness in the dative before so many tests is what they look for."""
    behind, at = clause.sentence.tokens[number.last : number.last + TEST_REACH], number.first - 1
    if not (any(is_lemma(t, *TESTS) for t in behind) and "rate" in measures.sorts(clause, at)):
        return ""
    first = measures.span(clause, at)[0]
    return f"{opening(clause.text(first, at + 1), first)} "


def _operated_on(clause: Clause, number: Mention) -> str:
    """Балаларға 20 ота, ашық буынға 900 операция: on whom, or on what organ, so many operations were made."""
    tokens, at = clause.sentence.tokens, number.first - 1
    behind = tokens[number.last : number.last + 1]
    if not (any(is_lemma(t, *OPERATIONS) for t in behind) and ON & measures.sorts(clause, at)):
        return ""
    first = at
    while first > clause.first and tokens[first - 1].best.pos == "ADJ":
        first -= 1
    return f"{opening(clause.text(first, at + 1), first)} "


OPERATIONS = lexicon.words("extract.figures.counted_about", "operations")
ON = frozenset({"people", "organ"})
TESTS = lexicon.words("extract.figures.counted_about", "tests")
TEST_REACH = 2


def _across_area(clause: Clause, at: int) -> str:
    """Кене шаққан [облыстың] 40 тұрғыны: what describes people before the area in the genitive where they live."""
    tokens = clause.sentence.tokens
    area = next((m.first for m in clause.mentions("place") if m.last == at + 1), at)
    lives = is_case(tokens[at], "gen") and (area < at or tokens[at].best.lemma in AREAS)
    if (
        not lives
        or area - 2 < clause.first
        or not any(r.form in ("perf", "part") and not r.case for r in tokens[area - 1].readings)
    ):
        return ""
    first = measures.span(clause, area - 2)[0]
    named = clause.mentions("place", "date", "number", "facility", first=first, last=area)
    return "" if named or tokens[area - 2].best.pos != "NOUN" else f"{opening(clause.text(first, area), first)} "


def group_before(clause: Clause, number: Mention) -> str:
    """Балалар арасында 19 жағдай: among whom so many cases were, told before their number; "" for nobody."""
    at = number.first - 1
    if clause.language != "kk" or at <= clause.first or clause.sentence.tokens[at].norm not in AMONG:
        return ""
    first = measures.span(clause, at - 1)[0]
    named = clause.mentions("place", "date", "number", "percent", first=first, last=at)
    return "" if named else f"{opening(clause.text(first, number.first), first)} "


AMONG = lexicon.words("extract.figures.counted_about", "among")


def suspected(clause: Clause, at: int) -> bool:
    """Сырқаттанды деген күдікпен: what is only suspected behind a predicate that ends before token ``at``."""
    behind = clause.sentence.tokens[at : at + 2]
    return len(behind) > 1 and behind[0].norm == "деген" and is_lemma(behind[1], *DOUBTS)


DOUBTS = lexicon.words("extract.figures.counted_about", "doubts")


def serving(clause: Clause, number: Mention) -> str:
    """Медициналық көмек көрсететін 20 ұйым: what bare bodies do, with a blank behind, "" for nothing said."""
    tokens, at = clause.sentence.tokens, number.first - 1
    if clause.language != "kk" or at <= clause.first or tokens[at].best.form != "part" or tokens[at].best.case:
        return ""
    first = measures.span(clause, at - 1)[0]
    medical = measures.of_health(clause, first, at) or is_lemma(tokens[at - 1], *HELP)
    named = clause.mentions("place", "date", "programme", "number", first=first, last=at)
    return f"{opening(clause.text(first, at + 1), first)} " if medical and not named else ""


def opening(said: str, first: int) -> str:
    """Return words as they stand inside a sentence, though they open one: АИТВ stays as it is."""
    return said if first or said[1:2].isupper() else said[:1].lower() + said[1:]


AREAS = frozenset(lexicon.words("extract.figures.counted_about", "areas"))
HELP = lexicon.words("extract.figures.counted_about", "help")


def _verb_first(clause: Clause, at: int) -> int:
    """Диабетпен [өмір сүріп] жатқан: where a participle begins with the converbs and the bare noun it is one verb with."""
    tokens, first = clause.sentence.tokens, at
    while first > clause.first + 1 and tokens[first - 1].best.form == "conv" and tokens[first - 1].norm.endswith("п"):
        first -= 1
    return first - 1 if first > clause.first + 1 and tokens[first - 1].norm in ONE_VERB else first


ONE_VERB = frozenset(lexicon.words("extract.figures.counted_about", "one_verb"))


def _told_of(clause: Clause, last: int) -> str:
    """Return a participle with its object before a number, "" for none: жүрек дертіне шалдыққан 40 науқас."""
    tokens, at = clause.sentence.tokens, last
    if (first := having(clause, at)) is not None:
        return f"{opening(clause.text(first, at + 1), first)} "
    if _of_illness(clause, at):
        first = measures.span(clause, at)[0]
        return f"{opening(clause.text(first, at + 1), first)} "
    told = tokens[last].best.form in ("perf", "part") and not tokens[last].best.case
    at = _verb_first(clause, last) if told else last
    through = is_case(tokens[at - 1], "abl") and tokens[at].norm in THROUGH  # аккредиттеуден өткен
    told = told or through
    ill = "rate" in measures.sorts(clause, at - 1)
    own = tokens[at - 1].best.possessive and tokens[last].best.lemma.endswith(PASSIVE)  # құрылғысы орнатылған
    doer = measures.sorts(clause, at - 1) & DOERS
    bare = not doer and is_case(tokens[at - 1], "nom") and measures.of_health(clause, at - 1, at)  # вакцина алмаған
    fits = ill or bare or is_case(tokens[at - 1], "dat", "acc", "ins", "abl") or own
    noun = tokens[at - 1].best.pos in ("NOUN", "PROPN", "X") or tokens[at - 1].best.form == "inf"
    if not told or not noun or not fits:
        return ""
    first = measures.span(clause, at - 1)[0]
    named = clause.mentions("place", "date", "facility", "organization", "programme", first=first, last=at)
    if is_lemma(tokens[at - 1], "жас") and first == at - 1 > clause.first and tokens[first - 1].text[0].isdigit():
        return f"{clause.text(first - 1, last + 1)} "  # 18 жасқа толмаған
    before = tokens[first - 1 : first] if first > clause.first else ()  # 900 орынға арналған 7 стационар, алты сағатқа
    sized = any(t.best.pos == "NUM" or t.marks & FIGURE for t in before)
    return "" if named or sized else f"{opening(clause.text(first, last + 1), first)} "


DOERS = frozenset({"staff", "people", "facility"})
PASSIVE = lexicon.words("extract.figures.counted_about", "passive")
THROUGH = lexicon.words("extract.figures.counted_about", "through")


HAVING = frozenset(lexicon.words("extract.figures.counted_about", "having"))


NEEDING = frozenset(lexicon.words("extract.figures.counted_about", "needing"))


def having(clause: Clause, at: int) -> int | None:
    """Return where what people have begins, if the word for it stands at token ``at``: аутизмі бар, мүмкіндігі шектеулі 27 бала."""
    tokens = clause.sentence.tokens
    if tokens[at].norm not in HAVING | NEEDING or at - 1 < clause.first:
        return None
    owned = tokens[at - 1].best
    needed = tokens[at].norm in NEEDING and owned.case == "dat"  # бүйрекке мұқтаж
    fits = owned.pos == "NOUN" and (needed or (owned.possessive and owned.case == "nom"))
    first = measures.span(clause, at - 1)[0]
    named = clause.mentions("place", "date", "facility", "organization", first=first, last=at)
    return first if fits and not named else None


def owned(clause: Clause, number: Mention, head: int) -> str:
    """Екпенің 2 мың [дозасы]: the goods in the genitive that what is counted is of, with a blank behind, "" for none."""
    tokens, at = clause.sentence.tokens, number.first - 1
    if clause.language != "kk" or at < clause.first or not tokens[head].best.possessive:
        return ""
    if _of_group(clause, at, head):
        return f"{opening(clause.text(measures.span(clause, at)[0], at + 1), measures.span(clause, at)[0])} "
    goods = is_case(tokens[at], "gen") and measures.sorts(clause, at) & {"health"}
    people = measures.sorts(clause, at) & {"people", "facility"} or "event" in measures.sorts(clause, head)
    first = measures.span(clause, at)[0]
    named = clause.mentions("place", "date", "facility", first=first, last=at)
    return f"{opening(clause.text(first, at + 1), first)} " if goods and not people and not named else ""


def _of_group(clause: Clause, at: int, head: int) -> bool:
    """Қарттар үйлерінің 80 тұрғыны: whose people are counted, where no area, no house told of and no body is named."""
    owner, first = clause.sentence.tokens[at], measures.span(clause, at)[0]
    people = measures.sorts(clause, head) & {"people", "staff"} and not measures.sorts(clause, head) & {"event"}
    if not people or owner.best.case != "gen" or owner.best.pos != "NOUN" or owner.best.lemma in AREAS:
        return False
    words = clause.sentence.tokens[max(clause.first, first - 1) : at]
    several = owner.best.plural or (bool(owner.best.possessive) and first < at)
    pointing = any(t.norm in POINTING or t.best.pos in ("PRON", "NUM") for t in words)
    named = clause.mentions("place", "date", "number", "person", "organization", "programme", first=first, last=at + 1)
    named += [m for m in clause.mentions("facility", first=first, last=at + 1) if not m.value.plural]
    return several and not (pointing or named or "people" in measures.sorts(clause, at))


GRADES = frozenset(lexicon.words("extract.figures.counted_about", "grades"))
ILL = frozenset({"rate", "diagnosis"})
MEANS = lexicon.words("extract.figures.counted_about", "means")
POINTING = frozenset(lexicon.words("extract.figures.counted_about", "pointing"))


def _of_illness(clause: Clause, at: int) -> bool:
    """Қант диабетімен 4 мың адам есепте тұр, дерттен 9 адам қайтыс болды: the illness with which people are counted."""
    token = clause.sentence.tokens[at]
    if not is_case(token, "ins", "abl"):
        return False
    first = measures.span(clause, at)[0]
    ill = measures.sorts(clause, at) & ILL or _of_people(clause, first, at)
    return bool(ill) and not clause.mentions("place", "date", "number", "percent", first=first, last=at)


def _of_people(clause: Clause, first: int, at: int) -> bool:
    """Жүрек ақауымен 40 бала: with what people are counted, where nobody's order, help or vehicle is named."""
    tokens = clause.sentence.tokens
    behind = range(at + 2, min(at + 4, clause.last))
    people = any("people" in measures.sorts(clause, i) for i in behind)
    other = any(is_case(t, "gen") or t.norm in POINTING for t in tokens[first:at]) or is_lemma(tokens[at], *MEANS)
    noun = tokens[at].best.pos == "NOUN" and tokens[at].best.case == "ins" and not measures.sorts(clause, at)
    return (
        people
        and noun
        and not other
        and not clause.mentions("facility", "person", "organization", first=first, last=at)
    )
