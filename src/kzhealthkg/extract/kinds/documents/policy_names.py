"""The names of documents: what a law, plan or standard is about belongs to it, who adopts it and where does not."""

from __future__ import annotations

import re
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.phrases import AGAINST, Phrase, phrase
from kzhealthkg.extract.clause.phrases_ru import genitive
from kzhealthkg.extract.clause.quoted import QUOTATION
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.openings import behind, opening
from kzhealthkg.extract.context.plan_years import FOR_YEARS
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.documents.policy_complements import complemented
from kzhealthkg.model import Token

ABOUT = frozenset(lexicon.words("kinds.documents.policy_names", "about"))
ISSUED = lexicon.words("kinds.documents.policy_names", "issued")
FRESH = frozenset(lexicon.words("kinds.documents.policy_names", "fresh"))
WITH = frozenset(lexicon.words("kinds.documents.policy_names", "with"))
FIGHTS = lexicon.words("kinds.documents.policy_names", "fights")
ACTORS = lexicon.words("kinds.documents.policy_names", "actors")
SCENES = lexicon.words("kinds.documents.policy_names", "scenes")
YEAR, YEARS = re.compile(r"\d{4}"), re.compile(r"\d{4}/\d{4}")
DONE_TO = re.compile(r"(?:[ыі]?л|[ыі]н)(?:ған|ген|атын|етін)$")
"""Ends of a participle of what has been done to a thing."""
MOST = 3
"""Words from "с" to the noun of a fight with something."""
ABOUT_RU = frozenset(lexicon.words("kinds.documents.policy_names", "about_ru"))
AGAINST_RU = frozenset(lexicon.words("kinds.documents.policy_names", "against_ru"))
PROVIDING = lexicon.words("kinds.documents.policy_names", "providing")


@cache
def wanted(language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return lemma → what its name needs, and what bars it."""
    rows = [r for r in lexicon.table("documents") if r["language"] == language]
    return {r["lemma"]: (r["needs"], tuple(filter(None, r["bars"].split("|")))) for r in rows}


def name_of(document: Phrase) -> str:
    """Return the document's name with what it is about: … беру туралы шешім."""
    clause = document.clause
    first, last = span_of(document)
    found, head = measures.text(clause, first, last), clause.sentence.tokens[document.head]
    lemma = next((r.lemma for r in head.readings if r.lemma in wanted(clause.language)), "")
    cased = bool(lemma) and head.best.pos == "ADJ" and found.endswith(head.text)  # заңды is lawful, or the law
    return found[: -len(head.text)] + head.text[: len(lemma)] if cased else found


def span_of(document: Phrase) -> tuple[int, int]:
    """Return the tokens of a document's name, with what it is about."""
    clause, tokens = document.clause, document.clause.sentence.tokens
    if clause.language == "ru":
        last = _titled(clause, _against(clause, _titled(clause, document.last)))
        last = _provided(clause, document.first, last)
        last = _in_field(clause, complemented(clause, _aimed(clause, complemented(clause, last))))
        return document.first, _with_years(clause, last)
    first = measures.span(clause, document.head)[0]
    first = _meant_for_years(clause, first, document.head)
    if tokens[first].norm in AND and first > clause.first:  # қалалар мен ауылдарға арналған бағдарлама
        first = phrase(clause, first - 1).first
    first = _dated(clause, _paired(clause, _fought(clause, first)))
    owner = _owner(clause, first, document.head)
    first = first if owner is None else owner
    first -= first - 2 >= clause.first and tokens[first - 1].norm in FRESH and tokens[first - 2].norm in ABOUT
    if first - 2 >= clause.first and tokens[first - 1].norm in ABOUT:
        first = _about(clause, first - 2)
    first = _quoted_whole(clause, _without_scene(clause, first, document.head), document.head)
    first += first < document.head and tokens[first].norm in ABOUT
    return (first if owner == first else _without_actor(clause, first, document.head)), document.last


def _titled(clause: Clause, last: int) -> int:
    """Закон Республики | Казахстан «О психическом здоровье»: a law's country and its quoted title belong to its name."""
    tokens = clause.sentence.tokens
    country = (m for m in clause.mentions("place", first=last) if m.first == last and m.value.level == "country")
    behind = next((m.last for m in country if is_lemma(tokens[last - 1], *STATES)), last)
    quoted = behind < clause.last and tokens[behind].text in QUOTATION
    end = next((i for i in range(behind + 1, clause.last) if tokens[i].text in QUOTATION), behind) if quoted else behind
    return end + 1 if end > behind else behind


STATES = lexicon.words("kinds.documents.policy_names", "states")


def _acts(clause: Clause, at: int) -> bool:
    """Министрлік өкілдері … бағдарламасын әзірледі: who writes it stands before its name, and owns nothing in it."""
    tokens = clause.sentence.tokens
    after = tokens[at + 1].best
    befallen = after.form in ("perf", "part") and bool(
        DONE_TO.search(tokens[at + 1].norm)
    )  # Мәжіліс тіркелген бағаны …
    owned = after.possessive or (after.form and not befallen)
    return is_case(tokens[at], "nom") and tokens[at].best.pos == "NOUN" and not owned


def _without_scene(clause: Clause, first: int, head: int) -> int:
    """Мәжіліс отырысында сондай-ақ …, Үкіметке …, тараптар арасында …: where and for whom it is adopted."""
    tokens = clause.sentence.tokens
    told = {m.last - 1 for m in clause.mentions("organization", "post", first=first, last=head) if m.case == "dat"}
    for i in range(head - 1, first - 1, -1):
        scene = is_case(tokens[i], "loc") and not tokens[i].best.locative_adjective and is_lemma(tokens[i], *SCENES)
        actor = is_lemma(tokens[i], *ACTORS) and (is_case(tokens[i], "dat") or _acts(clause, i))
        years = tokens[i].norm.startswith("арналған") and any(
            m.last == i and not _owned(tokens[m.first - 1]) for m in clause.mentions("date")
        )
        act = is_case(tokens[i], "ins") and is_lemma(tokens[i], *ISSUED)  # Үкіметтің қаулысымен
        if (
            scene
            or actor
            or act
            or years
            or i in told
            or tokens[i].norm == "бөлек"
            or (i > first and opening(clause, i))
        ):
            return i + 1
    return first


def _quoted_whole(clause: Clause, first: int, head: int) -> int:
    """Сонымен қатар «A және B туралы» кодекске …: a name begins at the quotation mark that closes inside it."""
    tokens = clause.sentence.tokens
    first = behind(clause, first, head)
    sign = next((i for i in range(first, head) if tokens[i].text in "«“»”"), head)
    if sign == head or tokens[sign].text in "«“":
        return first
    return next((i for i in range(sign, clause.first - 1, -1) if tokens[i].text in "«“"), first)


def _owner(clause: Clause, first: int, head: int) -> int | None:
    """Үкімет қаулысы, Президенттің жарлығы: a bare noun with an ending of belonging takes its owner."""
    tokens = clause.sentence.tokens
    if head - first > 1 or not is_lemma(tokens[head], *ISSUED) or not tokens[head].best.possessive:
        return None
    owners = (m for m in clause.mentions("organization", "post") if m.last == head and m.case in ("", "nom", "gen"))
    by_word = head - 1 if head > clause.first and is_lemma(tokens[head - 1], *ACTORS) else None
    return next((m.first for m in owners), by_word)


def _paired(clause: Clause, first: int) -> int:
    """Ана мен бала денсаулығын …: a pair of bare nouns stands whole."""
    tokens = clause.sentence.tokens
    if first - 2 < clause.first or tokens[first - 1].norm not in WITH or not tokens[first].text.islower():
        return first
    left = tokens[first - 2]
    held = any(m.first <= first - 2 < m.last for m in clause.mentions("organization", "post", "person", "place"))
    return first - 2 if left.best.pos == "NOUN" and is_case(left, "nom") and not held else first


def _meant_for_years(clause: Clause, first: int, head: int) -> int:
    """Дамытудың 2026–2030 жылдарға арналған жоспары: the years that a document is meant for, and what it is about."""
    tokens = clause.sentence.tokens
    if first + 1 < head and is_lemma(tokens[first], "жыл") and tokens[first + 1].norm.startswith("арналған"):
        return first + 2  # 2021 – 25 жылдарға арналған
    if first >= head or not tokens[first].norm.startswith("арналған"):
        return first
    years = [m for m in clause.mentions("date", last=first) if m.last == first]
    owned = [m.first for m in years if m.first > clause.first and _owned(tokens[m.first - 1])]
    if owned and tokens[owned[0] - 1].norm == AGAINST:
        return phrase(clause, owned[0] - 2).first
    return measures.span(clause, owned[0] - 1)[0] if owned else first + 1


def _owned(token: Token) -> bool:
    """Дамытудың 2026 жылға …, ауруларға қарсы 2026 жылға …: the years stand inside the name."""
    return is_case(token, "gen") or token.norm == AGAINST


def _fought(clause: Clause, first: int) -> int:
    """Қант диабетімен күрес, вируспен күресу: what is fought belongs to the noun; so does what something is against."""
    tokens = clause.sentence.tokens
    if first > clause.first and tokens[first].norm == AGAINST and _at_dative(tokens[first - 1]):
        return phrase(clause, first - 1).first  # ауруға [қарсы іс-қимыл жоспары]
    fight = first > clause.first and is_lemma(tokens[first], *FIGHTS) and is_case(tokens[first - 1], "ins")
    return phrase(clause, first - 1).first if fight else first


def _at_dative(token: Token) -> bool:
    """Диабетке [қарсы]: what something is against, also where a word list takes the form for another word."""
    return any(r.pos == "NOUN" and r.case == "dat" for r in token.readings)


def _dated(clause: Clause, first: int) -> int:
    """… дамытудың 2026 жылға дейінгі тұжырымдамасы: the years of a document stand inside its name."""
    tokens = clause.sentence.tokens
    for mention in clause.mentions("date", last=first):
        if mention.last == first and mention.first > clause.first and is_case(tokens[mention.first - 1], "gen"):
            return measures.span(clause, mention.first - 1)[0]
    return first


def _aimed(clause: Clause, last: int) -> int:
    """Закон по совершенствованию ОСМС, план по развитию …: what a document is for belongs to its name."""
    tokens = clause.sentence.tokens
    if last + 1 < clause.last and tokens[last].norm == "для" and genitive(tokens[last + 1]):
        return phrase(clause, last + 1).last
    at = next((i for i in range(last + 1, clause.last) if tokens[i].best.pos != "ADJ"), last)
    aim = tokens[at : at + 1] if last < clause.last and tokens[last].norm in ABOUT_RU else ()
    wanted = "dat" if tokens[last : last + 1] and tokens[last].norm == "по" else "loc"
    if not any(t.best.pos == "NOUN" and wanted in {r.case for r in t.readings} for t in aim):
        return last
    return _provided(clause, at, _against(clause, phrase(clause, at).last))


def _in_field(clause: Clause, last: int) -> int:
    """Правила оказания помощи в области психиатрии: the field that a document is about."""
    tokens = clause.sentence.tokens
    fields = last + 2 < clause.last and tokens[last].norm == "в" and tokens[last + 1].norm in FIELDS
    return phrase(clause, last + 1).last if fields and genitive(tokens[last + 2]) else last


FIELDS = frozenset(lexicon.words("kinds.documents.policy_names", "fields"))


def _provided(clause: Clause, first: int, end: int) -> int:
    """Обеспечение регионов врачами, управление рисками: with what something is provided belongs to the noun."""
    tokens = clause.sentence.tokens
    if end >= clause.last or not any(is_lemma(t, *PROVIDING) for t in tokens[first:end]):
        return end
    owned = any(r.case == "gen" for r in tokens[end].readings) and tokens[end].best.pos != "ADP"
    end += owned and end + 1 < clause.last  # обеспечению [сел] кадрами: a word list takes it for a past tense
    head = next((i for i in range(end, min(clause.last, end + MOST)) if tokens[i].best.pos != "ADJ"), end)
    given = all(any(r.case == "ins" for r in t.readings) for t in tokens[end : head + 1])
    return phrase(clause, head).last if given and tokens[head].best.pos == "NOUN" else end


def _against(clause: Clause, end: int) -> int:
    """Борьба с онкологическими заболеваниями: what is fought belongs to the noun."""
    tokens = clause.sentence.tokens
    if end + 1 >= clause.last or tokens[end].norm not in AGAINST_RU or not is_lemma(tokens[end - 1], "борьба"):
        return end
    head = next((i for i in range(end + 1, clause.last) if tokens[i].best.pos == "NOUN"), end)
    return phrase(clause, head).last if end < head <= end + MOST else end


def _with_years(clause: Clause, last: int) -> int:
    """План на 2023–2027 годы, концепция до 2026 года: the years of a document stand at the end of its name."""
    tokens = clause.sentence.tokens
    if last >= clause.last or tokens[last].norm not in FOR_YEARS:
        return last
    wanted = YEARS if tokens[last].norm == "на" else YEAR  # план на 2026 год: the year that it is for
    years = [m for m in clause.mentions("date") if m.first in (last, last + 1) and wanted.fullmatch(m.value.edtf)]
    return years[0].last if years else last


def _without_actor(clause: Clause, first: int, head: int) -> int:
    """Министрлік стандартты бекітті: who adopts it is no part of its name."""
    for mention in clause.sentence.mentions:
        if mention.last > head:
            continue
        bare = mention.type == "facility" and not clause.sentence.tokens[mention.last].best.possessive
        actor = (bare or mention.type in ("organization", "post", "person")) and mention.case in ("", "nom")
        if actor and mention.first <= first < mention.last:
            return mention.last
    if first < head and clause.language == "kk" and is_case(clause.sentence.tokens[first], "loc"):
        return first + 1  # отырыста … заң жобасы мақұлданды
    actor = first < head and is_lemma(clause.sentence.tokens[first], *ACTORS) and _acts(clause, first)
    return first + 1 if actor else first


def _about(clause: Clause, at: int) -> int:
    """Return where the words begin that say what a decision is about."""
    first = phrase(clause, at).first
    while first > clause.first and _goes_on(clause, first - 1):
        first -= 1
    return first


def _goes_on(clause: Clause, at: int) -> bool:
    token = clause.sentence.tokens[at]
    subject = token.best.pos == "PRON" or any(m.first <= at < m.last for m in clause.mentions("date", "person"))
    subject = subject and token.norm not in WITH
    return not (subject or token.text in ",;:—–()" or token.best.form in ("past", "pres", "conv", "prog"))
