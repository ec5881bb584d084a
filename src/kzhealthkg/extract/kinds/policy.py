"""Policy: a plan, law or standard is adopted or prepared."""

from __future__ import annotations

import re
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract import measures, roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.heads import headed
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phrases import Phrase, genitive, phrase
from kzhealthkg.extract.status import status
from kzhealthkg.extract.stocks import asserts
from kzhealthkg.extract.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.themes import LIST_SIGNS, is_purpose

JOINING = frozenset(lexicon.words("kinds.policy", "joining"))
ABOUT = frozenset(lexicon.words("kinds.policy", "about"))
PREPOSITIONS = frozenset(lexicon.words("kinds.policy", "prepositions"))
ISSUED = lexicon.words("kinds.policy", "issued")
FRESH = frozenset(lexicon.words("kinds.policy", "fresh"))
WITH = frozenset(lexicon.words("kinds.policy", "with"))
FIGHTS = lexicon.words("kinds.policy", "fights")
POINTING = lexicon.words("kinds.policy", "pointing")
AMENDMENTS = lexicon.words("kinds.policy", "amendments")
ACTORS = lexicon.words("kinds.policy", "actors")
NEAR, FAR = 3, 9
YEAR, YEARS = re.compile(r"\d{4}"), re.compile(r"\d{4}/\d{4}")
MOST = 3
"""Words from "с" to the noun of a fight with something."""


@cache
def _wants(language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return lemma → what its name needs, and what bars it."""
    rows = [r for r in lexicon.table("documents") if r["language"] == language]
    return {r["lemma"]: (r["needs"], tuple(filter(None, r["bars"].split("|")))) for r in rows}


def policy(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the documents that one clause says are adopted or prepared."""
    for hit in hits("policy", clause):
        told = [(document, _status(hit, document)) for document in _documents(hit)]
        drafts = [_draft(hit, document, said, memory) for document, said in told if said is not None]
        if drafts:
            return drafts
    return []


def _status(hit: Hit, document: Phrase) -> str | None:
    """Return the status that the predicate says, "" where the frame has none; None where it asserts nothing."""
    options = hit.frame.options
    if options.get("said") is False:
        return ""
    if options.get("noun"):
        return None if _in_service_of(hit) else "planned"
    if hit.clause.language == "ru":
        return (
            None
            if hit.verb.best.form == "inf" and not _is_planned(hit)
            else status(_around(hit, document), hit.last - 1) or None
        )
    if hit.verb.best.form == "inf" or hit.verb.best.lemma.endswith(("у", "ю")):
        return None if options.get("finite") else _status_of_action(hit)
    return status(hit.clause, hit.last - 1) or None if asserts(hit) or _is_planned(hit) else None


def _status_of_action(hit: Hit) -> str | None:
    """Жол картасын әзірлеу, стандартты әзірлеу туралы: still to be written; for a purpose it tells nothing."""
    tokens = hit.clause.sentence.tokens
    following = tokens[hit.last].norm if hit.last < len(tokens) else ""
    agreed = following in ("туралы", "жөнінде") and not is_case(hit.verb, "dat", "gen")
    return "planned" if agreed or not is_purpose(hit) else None


def _around(hit: Hit, document: Phrase) -> Clause:
    """Return the clause without the document, whose own name may hold a word of planning (план)."""
    clause = hit.clause
    if document.first >= hit.last:
        return Clause(clause.sentence, clause.index, clause.first, document.first, clause.language)
    return Clause(clause.sentence, clause.index, document.last, clause.last, clause.language)


def _is_planned(hit: Hit) -> bool:
    """Бекіту жоспарланған, әзірлеу қажет: the words beside the cue plan it."""
    return status(hit.clause, hit.last - 1) in ("planned", "needed")


def _in_service_of(hit: Hit) -> bool:
    """Для разработки, в рамках разработки: only a purpose."""
    before = hit.clause.sentence.tokens[hit.first - 1].norm if hit.first else ""
    return before in ("для", "рамках", "при", "после", "ходе", "целях", "в", "по")


def _documents(hit: Hit) -> list[Phrase]:
    """Return the documents that a cue governs, the members of their list included."""
    clause = hit.clause
    found = [
        p for p in headed(clause, "documents", last=None if clause.language == "ru" else hit.first) if _named(hit, p)
    ]
    found = [p for p in found if _governed(hit, p)]
    if clause.language == "ru":
        return sorted(found, key=lambda p: abs(p.head - hit.last))[:1]
    members = found[-1:] if found and _near(hit, found[-1]) else []
    while members and len(members) < len(found) and _joined(clause, found[-len(members) - 1], members[0]):
        members.insert(0, found[-len(members) - 1])
    return members


def _joined(clause: Clause, left: Phrase, right: Phrase) -> bool:
    between = clause.sentence.tokens[left.last : right.first]
    return bool(between) and all(t.norm in LIST_SIGNS for t in between)


def _named(hit: Hit, document: Phrase) -> bool:
    """Say whether a document's name is enough of one, and of a sort that the cue is said of."""
    clause = hit.clause
    token, name = clause.sentence.tokens[document.head], _name(document).casefold()
    lemma = next((r.lemma for r in token.readings if r.lemma in _wants(clause.language)), token.norm)
    heads = hit.frame.options.get("heads")
    needs, bars = _wants(clause.language).get(lemma, ("own", ()))
    if (
        (heads and lemma not in heads)
        or lemma in hit.frame.options.get("never", ())
        or any(bar in name for bar in bars)
    ):
        return False
    if name.split()[:-1] and all(word.startswith(POINTING) for word in name.split()[:-1]):
        return False  # соответствующий приказ: which one nobody says
    return (
        len(name.split()) > 1 if needs == "own" else not needs or any(f" {n}" in f" {name}" for n in needs.split("|"))
    )


def _governed(hit: Hit, document: Phrase) -> bool:
    """Say whether the document stands in the case that the cue wants."""
    clause, into = hit.clause, hit.frame.options.get("into")
    head = clause.sentence.tokens[document.head]
    if clause.language != "ru":
        return is_case(head, "dat") if into else is_case(head, "nom", "acc", "gen", "")
    before = clause.sentence.tokens[document.first - 1].norm if document.first else ""
    if into:
        return before == "в" and clause.says(*AMENDMENTS)
    wanted = {"gen"} if hit.frame.options.get("noun") or document.count is not None else {"nom", "acc"}
    return before not in PREPOSITIONS and bool(wanted & {r.case for r in head.readings})


def _near(hit: Hit, document: Phrase) -> bool:
    """Say whether nothing stands between document and cue but when, where and by whom."""
    between = range(document.last, hit.first)
    if len(between) <= NEAR:
        return not any(hit.clause.sentence.tokens[i].text == "," for i in between)
    held = {i for m in hit.clause.sentence.mentions for i in range(m.first, m.last)}
    plain = [hit.clause.sentence.tokens[i] for i in between if i not in held]
    return len(between) <= FAR and not any(
        (t.best.pos == "NOUN" and is_case(t, "nom", "acc")) or t.text == "," for t in plain
    )


def _name(document: Phrase) -> str:
    """Return the document's name with what it is about: … беру туралы шешім."""
    clause = document.clause
    first, last = _span(document)
    found, head = measures.text(clause, first, last), clause.sentence.tokens[document.head]
    lemma = next((r.lemma for r in head.readings if r.lemma in _wants(clause.language)), "")
    cased = bool(lemma) and head.best.pos == "ADJ" and found.endswith(head.text)  # заңды is lawful, or the law
    return found[: -len(head.text)] + head.text[: len(lemma)] if cased else found


def _span(document: Phrase) -> tuple[int, int]:
    clause, tokens = document.clause, document.clause.sentence.tokens
    if clause.language == "ru":
        return document.first, _with_years(clause, _aimed(clause, _against(clause, document.last)))
    first = measures.span(clause, document.head)[0]
    first = _meant_for_years(clause, first, document.head)
    if tokens[first].norm in JOINING and first > clause.first:  # қалалар мен ауылдарға арналған бағдарлама
        first = phrase(clause, first - 1).first
    first = _dated(clause, _paired(clause, _fought(clause, first)))
    owner = _owner(clause, first, document.head)
    first = first if owner is None else owner
    first -= first - 2 >= clause.first and tokens[first - 1].norm in FRESH and tokens[first - 2].norm in ABOUT
    if first - 2 >= clause.first and tokens[first - 1].norm in ABOUT:
        first = _about(clause, first - 2)
    return (first if owner == first else _without_actor(clause, first, document.head)), document.last


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
    if first >= head or not tokens[first].norm.startswith("арналған"):
        return first
    years = [m for m in clause.mentions("date", last=first) if m.last == first]
    owned = [m.first for m in years if m.first > clause.first and is_case(tokens[m.first - 1], "gen")]
    return measures.span(clause, owned[0] - 1)[0] if owned else first + 1


def _fought(clause: Clause, first: int) -> int:
    """Қант диабетімен күрес, вируспен күресу: what is fought belongs to the noun."""
    tokens = clause.sentence.tokens
    fight = first > clause.first and is_lemma(tokens[first], *FIGHTS) and is_case(tokens[first - 1], "ins")
    return phrase(clause, first - 1).first if fight else first


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
    aim = tokens[at : at + 1] if last < clause.last and tokens[last].norm in ("по", "о", "об") else ()
    wanted = "dat" if tokens[last : last + 1] and tokens[last].norm == "по" else "loc"
    if not any(t.best.pos == "NOUN" and wanted in {r.case for r in t.readings} for t in aim):
        return last
    end = phrase(clause, at).last
    return _against(clause, end)


def _against(clause: Clause, end: int) -> int:
    """Борьба с онкологическими заболеваниями: what is fought belongs to the noun."""
    tokens = clause.sentence.tokens
    if end + 1 >= clause.last or tokens[end].norm not in ("с", "со") or not is_lemma(tokens[end - 1], "борьба"):
        return end
    head = next((i for i in range(end + 1, clause.last) if tokens[i].best.pos == "NOUN"), end)
    return phrase(clause, head).last if end < head <= end + MOST else end


def _with_years(clause: Clause, last: int) -> int:
    """План на 2023–2027 годы, концепция до 2026 года: the years of a document stand at the end of its name."""
    tokens = clause.sentence.tokens
    if last >= clause.last or tokens[last].norm not in ("на", "до"):
        return last
    wanted = YEARS if tokens[last].norm == "на" else YEAR  # план на 2026 год: the year that it is for
    years = [m for m in clause.mentions("date") if m.first in (last, last + 1) and wanted.fullmatch(m.value.edtf)]
    return years[0].last if years else last


def _without_actor(clause: Clause, first: int, head: int) -> int:
    """Министрлік стандартты бекітті: who adopts it is no part of its name."""
    for mention in clause.sentence.mentions:
        actor = mention.type in ("organization", "post", "person") and mention.case in ("", "nom")
        if actor and mention.first <= first < mention.last <= head:
            return mention.last
    if first < head and clause.language == "kk" and is_case(clause.sentence.tokens[first], "loc"):
        return first + 1  # отырыста … заң жобасы мақұлданды
    return (
        first + 1
        if first < head
        and is_lemma(clause.sentence.tokens[first], *ACTORS)
        and is_case(clause.sentence.tokens[first], "nom")
        else first
    )


def _about(clause: Clause, at: int) -> int:
    """Return where the words begin that say what a decision is about."""
    first = phrase(clause, at).first
    while first > clause.first and _goes_on(clause, first - 1):
        first -= 1
    return first


def _goes_on(clause: Clause, at: int) -> bool:
    token = clause.sentence.tokens[at]
    subject = token.best.pos == "PRON" or any(m.first <= at < m.last for m in clause.mentions("date", "person"))
    return not (subject or token.text in ",;:—–" or token.best.form in ("past", "pres", "conv", "prog"))


def _draft(hit: Hit, document: Phrase, said: str, memory: Memory) -> Draft:
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    first, last = _span(document)
    start = min(tokens[first].start, tokens[hit.first].start)
    draft = Draft("Policy", {}, start, max(tokens[hit.last - 1].end, tokens[last - 1].end), hit.frame.name)
    draft.say("document", _name(document))
    draft.say("status", said)
    roles.finish(draft, clause, memory)
    own = {m.value.edtf for m in clause.mentions("date", first=first, last=last)}
    for slot in ("date", "due"):
        if draft.slots.get(slot) in own:  # 2026 жылға дейінгі тұжырымдама: its years, not those of its adoption
            del draft.slots[slot]
    return draft
