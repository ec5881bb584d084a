"""Which share of a group is of one sort: науқастардың 84 пайызы – балалар, среди заболевших 61 % составляют дети."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, population, rates
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.extract.figures.stock_names import among
from kzhealthkg.extract.kinds.indicator.stocks import PARTS
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import DASHES

WHOLE = frozenset({"people", "staff", "facility"})
RULE, AMONG = "indicator-group", " арасындағы "
LONGEST = 6
"""Words in the longest name of a group, or of a sort of those in it."""

Part = tuple[int, int]
"""The tokens that name a sort of those in a group."""


def behind_dash(clause: Clause, memory: Memory) -> list[Draft]:
    """Науқастардың 84 пайызы – балалар, 84 % пациентов – дети: the sort stands behind a dash."""
    drafts: list[Draft] = []
    if DASHES.isdisjoint(clause.sentence.words):
        return drafts
    group, tokens = "", clause.sentence.tokens
    for share in clause.mentions("percent", "number"):
        if share.type == "number" and not _of_counted(clause, share):
            continue
        own, end = (
            _whole_ru(clause, share) if clause.language == "ru" else (_whole_kk(clause, share, memory), share.last)
        )
        group = own or group
        dashed = group and end < len(tokens) and tokens[end].text in DASHES
        listed = clause.language == "kk" and share.first > 0 and tokens[share.first - 1].text == ","
        part = _sort(clause.whole, end + 1, listed=listed) if dashed else None
        if part is not None and not _of_guests(group) and measures.near_health(clause, memory):
            drafts.append(_draft(clause.whole, RULE, share, part, group, memory))
        elif dashed and (state := _state(clause.whole, end + 1)) and measures.near_health(clause, memory):
            drafts.append(_in_state(clause.whole, share, state, group, memory))
    return drafts


def _of_counted(clause: Clause, share: Mention) -> bool:
    """600 науқастың 340-ы: so many of those counted right before."""
    tokens, at = clause.sentence.tokens, share.first - 1
    owned = clause.language == "kk" and at > clause.first and bool(tokens[share.last - 1].best.possessive)
    return owned and any(m.last == at for m in clause.mentions("number", last=at))


def _state(clause: Clause, first: int) -> Part | None:
    """… – ерте сатыда, … – кеш анықталған: words behind a dash that say in what state the people are."""
    tokens = clause.sentence.tokens
    end = next((i for i in range(first, clause.last) if tokens[i].text in ",;.«»()"), clause.last)
    if clause.language == "ru" or not 0 < end - first <= LONGEST:
        return None
    held = clause.mentions("place", "date", "number", "person", "money", first=first, last=end)
    plain = all(t.text[0].isalpha() and t.best.form not in FINITE for t in tokens[first:end])
    staged = is_case(tokens[end - 1], "loc") and is_lemma(tokens[end - 1], *STATES)
    staged = staged or (is_case(tokens[end - 1], "ins") and is_lemma(tokens[end - 1], *MEANS))
    befallen = "perf" in tokens[end - 1].forms and not tokens[end - 1].best.possessive
    return (first, end) if plain and not held and (staged or befallen) else None


MEANS = lexicon.words("kinds.indicator.group_shares", "means")
STATES = lexicon.words("kinds.indicator.group_shares", "states")


def _in_state(clause: Clause, share: Mention, state: Part, whole: str, memory: Memory) -> Draft:
    """Name people by the state they are in: ерте сатыдағы науқас, кеш анықталған науқас."""
    last = clause.sentence.tokens[state[1] - 1]
    said = clause.text(*state) + ("ғы" if last.norm.endswith("а") else "гі") * is_case(last, "loc")
    said += " жасалған" * is_lemma(last, *MEANS)
    said = f"{opening(said, state[0])} {whole.split()[-1]}"
    draft = rates.drafted(clause, RULE, (said[:1].lower() + said[1:], share.first), share, memory)
    draft.say("unit", "%")
    draft.cover(share.start, last.end)
    return draft


def made_up(hit: Hit, memory: Memory) -> list[Draft]:
    """Науқастардың 84 пайызын балалар құрайды, среди заболевших 61 % составляют дети: the sort makes up the share."""
    clause = hit.clause
    shares = [m for m in clause.mentions("percent") if abs(m.first - hit.last) <= LONGEST + 1]
    shares = shares[:1] if clause.language == "ru" else shares
    if len(shares) != 1 or not asserts(hit) or not measures.near_health(clause, memory):
        return []
    found = (_made_up_ru if clause.language == "ru" else _made_up_kk)(hit, shares[0])
    if found is None or _of_guests(found[1]):
        return []
    told = [(shares[0], found[0]), *_others_ru(clause, shares[0])]
    return [_draft(clause, hit.frame.name, share, part, found[1], memory) for share, part in told]


def _of_guests(group: str) -> bool:
    """Студенты, гости форума, съезге қатысқандар: a group that is neither treated nor treats."""
    return any(word.startswith(GUESTS) for word in group.casefold().split())


GUESTS = lexicon.words("kinds.indicator.group_shares", "guests")


def _others_ru(clause: Clause, first: Mention) -> list[tuple[Mention, Part]]:
    """Дети составили 41 %, медработники – 9 %: the other sorts of the same group, each before its dash."""
    tokens, found = clause.sentence.tokens, []
    for share in clause.mentions("percent", first=first.last) if clause.language == "ru" else []:
        dash = share.first - 1
        comma = next((i for i in range(dash, first.last - 1, -1) if tokens[i].text == ","), dash)
        part = _sort(clause, comma + 1, dash) if tokens[dash].text in DASHES else None
        found += [(share, part)] if part is not None else []
    return found


def _made_up_ru(hit: Hit, share: Mention) -> tuple[Part, str] | None:
    """Среди заболевших 61 % составляют дети; дети составляют 61 % заболевших."""
    clause = hit.clause
    if (most := _most_ru(clause, share)) and share.last + 1 == hit.first:
        part = _sort(clause, hit.last)
        return (part, most) if part is not None else None
    if _past_bracket(clause, share.last) == hit.first:
        part = _sort(clause, hit.last)
        group = among(clause, share.first).removeprefix(" среди ")
        return (part, group) if part is not None and group else None
    if (opened := _opened_ru(hit)) is not None and share.first - hit.last <= 1:
        part = _sort(clause, opened[1], hit.first)
        return (part, clause.text(*opened)) if part is not None else None
    group, end = _whole_ru(clause, share) if share.first - hit.last <= 1 else ("", 0)
    if group and end == hit.first:  # 61 % заболевших составляют дети
        part = _sort(clause, hit.last)
    else:
        part = _sort(clause, clause.first, hit.first) if group and _ends(clause, end) else None
    return (part, group) if part is not None else None


def _ends(clause: Clause, at: int) -> bool:
    """Дети составляют 65% всех заболевших – 1267 случаев: nothing but how many that is stands behind the group."""
    return at >= clause.last or clause.sentence.tokens[at].text in DASHES | {"("}


def _past_bracket(clause: Clause, at: int) -> int:
    """69% (49 случаев) составили: return where the words go on behind a bracket that opens here, else ``at``."""
    tokens = clause.sentence.tokens
    if at >= clause.last or tokens[at].text != "(":
        return at
    return next((i + 1 for i in range(at, clause.last) if tokens[i].text == ")"), at)


def _most_ru(clause: Clause, share: Mention) -> str:
    """Большую часть заболевших (81,5%) составляют: return those of whom a share in brackets is the most, "" for none."""
    tokens, at = clause.sentence.tokens, share.first - 1
    if at <= clause.first or tokens[at].text != "(" or tokens[at + 1 + share.last - share.first].text != ")":
        return ""
    first = next((i + 1 for i in range(clause.first, at) if tokens[i].norm in MOST), at)
    befallen = first < at and any(_fell(t) for t in tokens[first:at])
    people = befallen or any(measures.sorts(clause, i) & WHOLE for i in range(first, at))
    everybody = any(is_lemma(t, *population.PEOPLE) for t in tokens[first:at])
    return clause.text(first, at).lower() if people and not everybody else ""


MOST = frozenset(lexicon.words("kinds.indicator.group_shares", "most"))


def _opened_ru(hit: Hit) -> Part | None:
    """Среди привитых дети составили 41 %: return the words of the group that opens the clause, before the sort."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    at = next((i for i in range(clause.first, hit.first) if tokens[i].norm == "среди"), None)
    end = at + 1 if at is not None else 0
    while 0 < end < hit.first and any(r.case == "gen" for r in tokens[end].readings):
        end += 1
    return (at + 1, end) if at is not None and at + 1 < end < hit.first else None


def _made_up_kk(hit: Hit, share: Mention) -> tuple[Part, str] | None:
    """Науқастардың 84 пайызын балалар құрайды; балалар науқастардың 84 пайызын құрайды."""
    clause = hit.clause
    tokens, at = clause.sentence.tokens, share.first - 1
    if at < clause.first or not is_case(tokens[share.last - 1], "acc"):
        return None
    if share.last < hit.first:
        first, part = measures.span(clause, at)[0], _sort(clause, share.last, hit.first)
    else:
        first = next((i + 1 for i in range(at - 1, clause.first, -1) if tokens[i].best.plural), at)
        part = _sort(clause, clause.first, first)
    group = _group_kk(clause, first, at)
    return (part, group) if part is not None and group else None


def _whole_kk(clause: Clause, share: Mention, memory: Memory) -> str:
    """Return whose the share is: the people in the genitive before it, or those counted just before."""
    at = share.first - 1
    if at < 0 or not clause.sentence.tokens[share.last - 1].best.possessive:
        return ""
    if clause.sentence.tokens[at].text == ",":  # …, 39 пайызы – ер адамдар
        told = memory.last_draft("Indicator", within=0, sentence=clause.index)
        return str(told.slots["measure"]).partition(AMONG)[0] if told is not None and told.rule == RULE else ""
    if clause.sentence.tokens[at].norm in PARTS:
        before = latest(clause, memory)
        return str(before.slots["measure"]) if before is not None else ""
    return _group_kk(clause, measures.span(clause, at)[0], at)


def _group_kk(clause: Clause, first: int, at: int) -> str:
    """Return the people, staff or houses in the genitive, but for all who live somewhere."""
    token = clause.sentence.tokens[at]
    befallen = token.best.plural and bool({"perf", "part"} & token.forms)  # екпе алғандардың
    if (
        not is_case(token, "gen")
        or not (befallen or measures.sorts(clause, at) & WHOLE)
        or is_lemma(token, *population.PEOPLE)
    ):
        return ""
    return nominative(clause.sentence.tokens[_acting(clause, first, at) : at + 1], "kk").lower()


def _acting(clause: Clause, first: int, at: int) -> int:
    """[Тұмаумен ауырып] жатқандардың: the converb that says what people do, and with or to what."""
    tokens = clause.sentence.tokens
    if first != at or at == clause.first or not is_lemma(tokens[at], *LYING) or "conv" not in tokens[at - 1].forms:
        return first
    object_ = at - 2 if at - 2 >= clause.first else at - 1
    noun = tokens[object_].best.pos == "NOUN" and not clause.mentions("place", "date", first=object_, last=at)
    return object_ if noun and is_case(tokens[object_], "ins", "acc", "dat", "nom") else at - 1


def _whole_ru(clause: Clause, share: Mention) -> tuple[str, int]:
    """Return the group in the genitive behind a share, and where it ends: 84 % сельских врачей; среди врачей 84 % –."""
    tokens, end = clause.sentence.tokens, share.last
    if end < len(tokens) and tokens[end].text in DASHES:
        return among(clause, share.first).removeprefix(" среди "), end
    while end < clause.last and end - share.last < LONGEST and any(r.case == "gen" for r in tokens[end].readings):
        end += 1
    people = any(measures.sorts(clause, i) & WHOLE or _fell(tokens[i]) for i in range(share.last, end))
    while end < clause.last and people and any(r.case == "ins" for r in tokens[end].readings):
        end += 1  # заболевших корью
    everybody = any(is_lemma(t, *population.PEOPLE) for t in tokens[share.last : end])
    return (clause.text(share.last, end).lower() if people and not everybody else ""), end


def _fell(token: Token) -> bool:
    """Заболевших, привитых: people named by what befell them."""
    return any(r.form in ("part", "perf") and r.case == "gen" for r in token.readings)


def _sort(clause: Clause, first: int, limit: int | None = None, *, listed: bool = False) -> Part | None:
    """Return the words that name a sort of people or houses: up to a sign, with nothing in them but names.

    In a list the sorts behind the first may be of any name: 31%-ы – педагогтер.
    """
    tokens = clause.sentence.tokens
    limit = clause.last if limit is None else limit
    end = next((i for i in range(first, limit) if tokens[i].text in ",;.«»()"), limit)
    words = tokens[first:end]
    aged = _age(tokens, first, end)  # 14 жасқа дейінгі балалар
    plain = 0 < len(words) <= LONGEST and all(
        (t.text[0].isalpha() or i in aged) and t.best.form not in FINITE for i, t in enumerate(words, first)
    )
    held = clause.mentions("place", "date", "number", "person", "money", first=first, last=end)
    held = [m for m in held if m.first not in aged]
    named = listed or any(measures.sorts(clause, i) & WHOLE for i in range(first, end))
    last = plain and (clause.language == "ru" or is_case(tokens[end - 1], "nom", ""))
    return (first, end) if last and named and not held else None


def _age(tokens: tuple[Token, ...], first: int, end: int) -> set[int]:
    """Return where the figures of an age stand: 14 жасқа, 18-29 жас, от 0 до 14 лет."""
    found = set[int]()
    for i in range(end - 1, first - 1, -1):
        behind = tokens[i + 1] if i + 1 < end else tokens[i]
        ranged = behind.norm in RANGING and i + 2 in found
        if tokens[i].text[0].isdigit() and (behind.norm.startswith(YEARS) or ranged):
            found |= {i, i + 1} if behind.text in DASHES else {i}
    return found


LYING = lexicon.words("kinds.indicator.group_shares", "lying")
RANGING = frozenset(lexicon.words("kinds.indicator.group_shares", "ranging"))
YEARS = lexicon.words("kinds.indicator.group_shares", "years")
FINITE = frozenset({"past", "pres", "prog", "conv", "inf", "fut"})


def _draft(clause: Clause, rule: str, share: Mention, part: Part, whole: str, memory: Memory) -> Draft:
    tokens = clause.sentence.tokens[part[0] : part[1]]
    if clause.language == "ru":
        said = f"{clause.text(*part)} среди {whole}"
    else:
        said = f"{whole}{AMONG}{opening(clause.text(*part), part[0])}"
    said = said[:1].lower() + said[1:]  # Женщины составляют …
    draft = rates.drafted(clause, rule, (said, min(share.first, part[0])), share, memory)
    draft.say("unit", "%" if share.type == "percent" else "")
    draft.cover(tokens[0].start, tokens[-1].end)
    return draft
