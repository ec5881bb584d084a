"""How what is counted is named: the thing itself, what befell it, whose it is."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import area_words, light
from kzhealthkg.extract.clause.participles import done_to, goes_on, going_on, passive_participle
from kzhealthkg.extract.clause.phrases import JOINING
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.extract.figures.masses import mass
from kzhealthkg.extract.figures.totals_ru import past_total
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES


def as_said(hit: Hit) -> str:
    """Return the words that say the event in a measure: дәрігерлердің бақылауында has an owner before it."""
    said: str = hit.frame.options.get("as", "")
    best = hit.verb.best
    if hit.frame.options.get("participle"):
        return _as_befell(hit)
    if hit.frame.options.get("act"):  # шабуыл жасалды: шабуыл жасалған
        return f"{hit.clause.text(hit.first, hit.last - 1)} {done_to(hit.verb)}"
    if hit.frame.options.get("told"):  # терапия алды: терапия алған; желісіне … қосылды: желісіне қосылған
        held = hit.clause.mentions("number", first=hit.first, last=hit.last)
        return f"{hit.clause.text(hit.first, hit.first + 1 if held else hit.last - 1)} {said}"
    if hit.clause.language == "kk" and (told := _as_told(hit, said)):
        return told
    if hit.clause.language == "kk" and goes_on(hit.verb, hit.clause.sentence.tokens[hit.last : hit.last + 1]):
        return going_on(said)
    owned = bool(said) and hit.clause.language == "kk" and best.case == "loc" and best.possessive
    return f"{hit.verb.norm}ғы" if owned and said.endswith("ғы") else said


def _as_befell(hit: Hit) -> str:
    """[34 балаға A-да, 24 балаға B-да] ота жүргізілген; [науқасты біз] қабылданған: a verb that no frame has words for."""
    tokens = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    before, counted = tokens[-1], hit.frame.options["nouns"]
    listed = len(hit.clause.mentions("number", last=hit.first)) > 1
    noun = f"{before.text} " if listed and before.best.pos == "NOUN" and is_case(before, "nom") else ""
    undergone = any(is_case(t, "acc") and not t.words.isdisjoint(counted) for t in tokens)
    return f"{noun}{_brought_to(hit)}{passive_participle(hit.verb) if undergone else done_to(hit.verb)}"


def _brought_to(hit: Hit) -> str:
    """[Ауруханаға] 19 азамат жеткізілді: the sort of house, told before those brought to it, with a blank behind."""
    clause = hit.clause
    if clause.language != "kk" or BROUGHT.isdisjoint(hit.verb.words):
        return ""
    first = min((m.first for m in clause.mentions("number", last=hit.first)), default=clause.first)
    houses = [m for m in clause.mentions("facility", last=first) if m.case == "dat"]
    return f"{clause.sentence.tokens[houses[-1].last - 1].norm} " if houses else ""


BROUGHT = frozenset(lexicon.words("extract.figures.stock_names", "brought"))


def _as_told(hit: Hit, said: str) -> str:
    """Бірінші дозасын алды: дозасын алған; диагнозы қойылды: диагнозы қойылған; "" where the frame's words will do."""
    first = hit.clause.sentence.tokens[hit.first]
    last = said.rsplit(" ", 1)[-1]
    dosed = is_lemma(first, *DOSES) and hit.first < hit.last - 1
    owned = (
        not first.best.form and first.best.possessive and is_case(first, "nom") and said.startswith(first.best.lemma)
    )
    by = hit.clause.sentence.tokens[hit.first - 1] if hit.first > hit.clause.first else None
    of_whom = by is not None and is_case(by, "gen") and bool(first.best.possessive)  # кардиологтың кеңесін алды
    of_whom = of_whom and is_case(first, "acc") and "gen" not in hit.frame.options.get("cases", ())
    return f"{first.text} {last}" if dosed or owned or of_whom else ""


DOSES = lexicon.words("extract.figures.stock_names", "doses")


def struck_by(clause: Clause, number: Mention) -> str:
    """Қызылша дертіне 40 адам шалдыққан: what they fell ill with."""
    at = number.first - 1
    if at < clause.first or not is_case(clause.sentence.tokens[at], "dat"):
        return ""
    return f"{clause.text(measures.span(clause, at)[0], at + 1)} "


def found_before(hit: Hit, number: Mention) -> str:
    """Қызылша 89 адамнан анықталды: what was found in them, with a blank behind, "" where another stands there."""
    clause, at = hit.clause, number.first - 1
    if hit.frame.name != "indicator-found-in" or at < clause.first or clause.language != "kk":
        return ""
    token = clause.sentence.tokens[at]
    first = measures.span(clause, at)[0]
    found = token.best.pos == "NOUN" and is_case(token, "nom") and not token.best.form
    ill = found and measures.of_health(clause, first, number.first)
    return f"{opening(clause.text(first, number.first), first)} " if ill else ""


def implanted(hit: Hit, head: int) -> bool:
    """40 науқасқа стент қойылды: whether a device that stays in the body stands right before the verb."""
    tokens = hit.clause.sentence.tokens[head + 1 : hit.first]
    apart = any(t.text == "," or t.text[0].isdigit() for t in tokens)
    return not apart and any(is_lemma(t, *IMPLANTS) or t.norm.startswith(ARTIFICIAL) for t in tokens)


IMPLANTS = lexicon.words("extract.figures.stock_names", "implants")
ARTIFICIAL = lexicon.words("extract.figures.stock_names", "artificial")


def born_of(clause: Clause, number: Mention) -> str:
    """Дертке шалдыққан аналардан 5 сәби туды: of whom they were born, with a blank behind, "" where nobody is said."""
    tokens, at = clause.sentence.tokens, number.first - 1
    if at <= clause.first or not is_case(tokens[at], "abl") or "people" not in measures.sorts(clause, at):
        return ""
    first = measures.span(clause, at)[0]
    while first - 2 >= clause.first and tokens[first - 1].best.form == "perf":
        first = measures.span(clause, first - 2)[0]
    return f"{opening(clause.text(first, at + 1), first)} "


def between(hit: Hit, head: int) -> str:
    """Return the words between what is counted and what is said of it: қан ауруымен есепте тұр.

    In a list each has its own: 9 адамнан тұмау, 4 адамнан қызылша анықталды.
    """
    clause = hit.clause
    if clause.language == "ru" or hit.first <= head:
        return ""
    if hit.frame.options.get("need"):  # 40 ересекке, 7 балаға бүйрек керек: one thing that all of them need
        head = next(i for i in range(hit.first - 1, head - 1, -1) if i == head or "people" in measures.sorts(clause, i))
    last = next((m.first - 1 for m in clause.mentions("number", first=head + 1, last=hit.first)), hit.first)
    listed = last < hit.first and not (
        clause.sentence.tokens[last].text == "," or clause.sentence.tokens[last].norm in JOINING
    )
    head = next((m.last - 1 for m in clause.mentions("place") if m.first == head + 1 and m.case == "dat"), head)
    if listed or clause.mentions("place", "date", "percent", first=head + 1, last=last):
        return ""  # Астанаға [ота жасауға] жіберілді
    if any(t.norm == NAMELY for t in clause.sentence.tokens[head + 1 : last]):
        return ""  # 40 тұрғын, яғни халықтың жартысы сақтандырылған
    first = _past_money(clause, _past_another(clause, head, last), last)
    said = clause.text(first, _before_doer(clause, first, last)).replace("ғана", "").strip(" ,")
    return f"{said} " if said else ""


def _past_money(clause: Clause, first: int, last: int) -> int:
    """40 пациент [2 млрд теңгеге] дәрімен қамтылды: for how much is no part of what was done to them."""
    sums = clause.mentions("money", first=first, last=last) if "money" in clause.named else []
    return sums[0].last if sums and sums[0].first == first and sums[0].case == "dat" else first


NAMELY = "яғни"


def _past_another(clause: Clause, head: int, last: int) -> int:
    """Екі әйел [мен бір баланы] ауруханаға …, екі пациент [те] …: return where what is said of the counted begins."""
    tokens = clause.sentence.tokens[head + 1 : last]
    if tokens and tokens[0].best.pos == "PART":
        return head + 2
    if not tokens or tokens[0].norm not in JOINING - {","}:
        return head + 1
    others = (i for i in range(head + 2, last) if "people" in measures.sorts(clause, i))
    return next(others, head) + 1


def _before_doer(clause: Clause, first: int, last: int) -> int:
    """Ауруханаға [жедел жәрдем мамандары] жеткізді: return where who did it begins, ``last`` where nobody is said."""
    doer = last - 1
    named = (
        doer >= first and is_case(clause.sentence.tokens[doer], "nom") and clause.sentence.tokens[doer].best.possessive
    )
    return measures.span(clause, doer)[0] if named and "staff" in measures.sorts(clause, doer) else last


def name(clause: Clause, number: Mention, head: int, last: int) -> str:
    """Return the counted thing in the nominative: singular in Kazakh, plural in Russian."""
    if head < number.first:
        return counted_names.plural_ru(clause.sentence.tokens[head:last], 0)
    stopped = clause.sentence.tokens[number.last].text == "."
    tokens = clause.sentence.tokens[number.last + stopped : last]
    if mass(clause, number) and clause.language == "kk":
        return counted_names.singular_kk(clause.sentence.tokens[number.last + 1 : head + 1])
    idle = tokens[0].best.lemma in light() and tokens[0].best.pos == "NOUN"
    if clause.language == "ru" and (idle or mass(clause, number)):
        return measures.text(clause, number.last + stopped + 1, last)  # 20 единиц транспорта
    if clause.language == "ru":
        tokens = _before_one_more(tokens)
        if number.type == "percent" and not clause.sentence.tokens[head].best.plural:
            return measures.text(clause, number.last, last)  # 14 % населения
        total = past_total(clause, number.last) - number.last if number.type == "percent" else 0
        return counted_names.plural_ru(tokens[total:], head - number.last - stopped - total)
    words = [t.best.lemma for t in tokens]
    born = next((i for i, t in enumerate(tokens) if t.best.form == "perf"), len(tokens))
    kept = (i for i in range(number.last, head) if words[i - number.last] not in light() or i - number.last == born - 1)
    first = next(kept, head)
    return f"{counted_names.singular_kk(clause.sentence.tokens[first : head + 1])}{_joined(clause, head)}"


def _joined(clause: Clause, head: int) -> str:
    """40 көз клиникасы [мен кабинеті] бар: a second noun in the same form that shares the number, "" for none."""
    tokens = clause.sentence.tokens[head : head + 4]
    if len(tokens) < 4 or tokens[1].norm not in JOINING - {","} or not tokens[0].best.possessive:
        return ""
    alike = tokens[2].best.pos == "NOUN" and tokens[2].best.possessive and is_case(tokens[2], "nom")
    told = tokens[3].best.pos in ("VERB", "ADJ", "AUX") or tokens[3].best.pos == "NOUN"
    return f" {tokens[1].text} {tokens[2].text}" if alike and told else ""


def _before_one_more(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """8 амбулаторий и [одна] больница: the one behind "and" is another thing."""
    joined = (i for i in range(1, len(tokens) - 1) if tokens[i].norm == "и")
    at = next((i for i in joined if tokens[i + 1].best.lemma == "один" or _is_one(tokens[i + 1])), None)
    return tokens if at is None else tokens[:at]


def _is_one(token: Token) -> bool:
    """A word of the nominative singular that no figure before it can count."""
    known = [r for r in token.readings if r.pos in ("NOUN", "ADJ")]
    return bool(known) and all(r.case in ("nom", "acc") and not r.plural for r in known)


def owner(clause: Clause, number: Mention, head: int) -> str:
    """Өлімнің 47 жағдайы, 47 қызылша жағдайы, 47 случаев смертности: what the cases are of."""
    if clause.language == "ru":
        told = measures.text(clause, head + 1, measures.span(clause, head)[1]).split("(")[0].strip()
        return f"{told}{among(clause, number.first)}" if told and " среди " not in told else told
    at = number.first - 1
    before = clause.sentence.tokens[at] if at >= clause.first else None
    named = before is not None and is_case(before, "nom") and "rate" in measures.sorts(clause, at)
    if before is not None and before.best.pos == "PRON":
        return ""  # оның 7 жағдайы: of what was told before
    caused = before is not None and is_case(before, "abl") and "rate" in measures.sorts(clause, at)  # өлімнен 3 жағдай
    if before is not None and (named or caused or is_case(before, "gen")):
        return measures.text(clause, *measures.span(clause, at))
    ill = any("rate" in measures.sorts(clause, i) for i in range(number.last, head))
    return clause.text(number.last, head) if ill and clause.sentence.tokens[head].best.possessive else ""


def among(clause: Clause, before: int) -> str:
    """Среди детей до 14 лет выявлено 44 случая кори: whom what is said was found in, told before it."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, before) if tokens[i].norm == "среди"), None)
    if at is None or is_lemma(tokens[at + 1], *NO_GROUPS) or tokens[max(clause.first, at - 1)].text in DASHES:
        return ""
    last = next((i for i in range(at + 1, before) if _is_verb(tokens[i]) or tokens[i].text == ","), before)
    named = clause.mentions("place", "date", "facility", first=at, last=last)
    apart = named or tokens[last].text == "," or not at + 1 < last <= at + GROUP
    return "" if apart else f" среди {clause.text(at + 1, last)}"


WARDS = lexicon.words("extract.figures.stock_names", "wards")


def where_only(clause: Clause, first: int) -> str:
    """В стационарах второго уровня показатель …: the sort of houses, told right before it, that alone is measured."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(first - 1, max(clause.first, first - GROUP) - 1, -1) if tokens[i].norm in IN), None)
    head = next((i for i in range(at + 1, first) if tokens[i].best.pos == "NOUN"), None) if at is not None else None
    if at is None or head is None or not is_case(tokens[head], "loc") or not tokens[head].best.plural:
        return ""
    house = "facility" in measures.sorts(clause, head) or is_lemma(tokens[head], *WARDS)
    last = next((i for i in range(head + 1, first) if _says_no_more(clause, i)), first)
    told = tokens[head + 1 : last]
    near = all(is_case(t, "gen") and t.best.pos in ("ADJ", "NOUN", "ORD", "NUM") for t in told)
    near = near and all(_says_no_more(clause, i) for i in range(last, first))
    named = clause.mentions("place", "date", "number", first=at, last=first)
    return f" {clause.text(at, last).lower()}" if house and near and not named else ""


def _says_no_more(clause: Clause, at: int) -> bool:
    """Области, показатель: words between a sort of houses and what is measured there that describe neither."""
    token = clause.sentence.tokens[at]
    area = not area_words("ru").isdisjoint(token.words)
    return area or ("size" in measures.sorts(clause, at) and any(r.case == "nom" for r in token.readings))


GROUP = 7
NO_GROUPS = lexicon.words("extract.figures.stock_names", "no_groups")


def _is_verb(token: Token) -> bool:
    return token.best.pos == "VERB" and token.best.form != "part"
