"""Policy: a plan, law or standard is adopted or prepared."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import only
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.heads import headed, may_hold
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.clause.themes import is_purpose
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import ahead
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.kinds.documents.agreement import agreement
from kzhealthkg.extract.kinds.documents.policy_abroad import of_another_country
from kzhealthkg.extract.kinds.documents.policy_dues import promise
from kzhealthkg.extract.kinds.documents.policy_names import name_of, span_of, wanted
from kzhealthkg.extract.kinds.documents.policy_stages import (
    handed_in,
    of_country,
    of_other_years,
    only_possible,
    writing,
)

PREPOSITIONS = frozenset(lexicon.words("kinds.documents.policy", "prepositions"))
POSTPOSITIONS = frozenset(lexicon.words("kinds.documents.policy", "postpositions"))
LAWFUL = lexicon.words("kinds.documents.policy", "lawful")
POINTING = lexicon.words("kinds.documents.policy", "pointing")
AMENDMENTS = lexicon.words("kinds.documents.policy", "amendments")
ROADMAP = lexicon.words("kinds.documents.policy", "roadmap")
NEAR, FAR = 3, 9
ACTING = lexicon.words("kinds.documents.policy", "acting")
AGREED = frozenset(lexicon.words("kinds.documents.policy", "agreed"))
SERVING = frozenset(lexicon.words("kinds.documents.policy", "serving"))


def policy(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the documents that one clause says are adopted or prepared."""
    for hit in hits("policy", clause) if may_hold(clause, "documents") else ():
        told = [(document, _status(hit, document)) for document in _documents(hit)]
        told = [(document, said) for document, said in told if not _as_drafted(hit, document, memory)]
        drafts = [_draft(hit, document, said, memory) for document, said in told if said is not None]
        if drafts:
            return [] if _agreed(clause, drafts, memory) else drafts
    promise(clause, memory)
    return []


def _as_drafted(hit: Hit, document: Phrase, memory: Memory) -> bool:
    """Рассмотрели проект плана. Разработанный план призван …: a draft told of just before is only described."""
    described = hit.clause.language == "ru" and hit.verb.best.form in ("perf", "part") and hit.last <= document.first
    if not described or not is_lemma(hit.verb, *PREPARING):
        return False
    head = hit.clause.sentence.tokens[document.head]
    before = memory.document.sentences[max(0, hit.clause.index - NEAR) : hit.clause.index]
    pairs = (p for s in before if not BILLS_SET.isdisjoint(s.words) for p in pairwise(s.tokens))
    return any(is_lemma(a, *BILLS) and not b.words.isdisjoint(head.words) for a, b in pairs)


PREPARING = lexicon.words("kinds.documents.policy", "preparing")


def _agreed(clause: Clause, drafts: list[Draft], memory: Memory) -> bool:
    """A мен B арасында жол картасы бекітілді: a roadmap between parties is their agreement."""
    map_ = any(word in str(d.slots["document"]).lower() for d in drafts for word in ROADMAP)
    return map_ and any("parties" in d.slots for d in agreement(clause, memory))


def _status(hit: Hit, document: Phrase) -> str | None:
    """Return the status that the predicate says, "" where the frame has none; None where it asserts nothing."""
    options = hit.frame.options
    if options.get("said") is False:
        return ""
    if options.get("status"):  # находится в разработке
        return str(options["status"])
    if options.get("noun"):
        return None if _in_service_of(hit) else writing(hit.clause)
    if hit.clause.language == "ru":
        return _status_ru(hit, document)
    if hit.verb.best.form == "inf" or hit.verb.best.lemma.endswith(ACTING):
        return _status_of_action(hit) if not options.get("finite") else "planned" if _must_be(hit) else None
    return status(hit.clause, hit.last - 1) or None if asserts(hit) or _is_planned(hit) else None


def _status_ru(hit: Hit, document: Phrase) -> str | None:
    """Return the status of a document that a Russian verb tells of."""
    to_do = hit.verb.best.form == "inf"
    if to_do and hit.clause.says(*BIDDEN):
        return "planned"  # поручил подготовить план
    if _only_aimed(hit) or (to_do and (only_possible(hit.clause) or not _is_planned(hit))):
        return None
    if hit.verb.best.form == "pres" and is_lemma(hit.verb, *MADE_READY):
        return "underway"  # сейчас готовится план
    return status(_around(hit, document), hit.last - 1) or None


MADE_READY = lexicon.words("kinds.documents.policy", "made_ready")


def _only_aimed(hit: Hit) -> bool:
    """Законопроект направлен на улучшение помощи: what a draft is meant for, unless it is sent to be considered."""
    behind = [t.norm for t in hit.clause.sentence.tokens[hit.last : hit.last + STEPS]]
    return is_lemma(hit.verb, *SENT) and behind[:1] == ["на"] and CONSIDERED.isdisjoint(behind)


SENT = lexicon.words("kinds.documents.policy", "sent")
CONSIDERED = frozenset(lexicon.words("kinds.documents.policy", "considered"))
STEPS = 4
"""Words behind a verb of sending, its preposition included, among which stands what a draft is sent for."""


def _must_be(hit: Hit) -> bool:
    """Жобаны Үкіметке енгізу қажет: what must be handed in is planned."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    return any(t.norm in MUST for t in behind) and is_case(hit.verb, "nom", "") and hit.clause.says(*DRAFT)


DRAFT = lexicon.words("kinds.documents.policy", "draft")
MUST = frozenset(lexicon.words("kinds.documents.policy", "must"))
NEEDS = frozenset(lexicon.words("kinds.documents.policy", "needs"))
BIDDEN = lexicon.words("kinds.documents.policy", "bidden")


def _status_of_action(hit: Hit) -> str | None:
    """Жол картасын әзірлеу, стандартты әзірлеу туралы: still to be written; for a purpose it tells nothing."""
    tokens = hit.clause.sentence.tokens
    following = tokens[hit.last].norm if hit.last < len(tokens) else ""
    if only_possible(hit.clause):
        return None
    if following in GOING_ON:
        return "underway"  # әзірлену үстінде
    if following in NEEDS:
        return "needed"
    agreed = following in AGREED and not is_case(hit.verb, "dat", "gen")
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
    return before in SERVING


def _documents(hit: Hit) -> list[Phrase]:
    """Return the documents that a cue governs, the members of their list included."""
    clause = hit.clause
    named = headed(clause, "documents", last=None if clause.language == "ru" else hit.first)
    found = [p for p in named if _governed(hit, p) and _named(hit, p) and not of_another_country(clause, p)]
    if clause.language == "ru":
        return sorted(found, key=lambda p: abs(p.head - hit.last))[:1]
    members = found[-1:] if found and _near(hit, found[-1]) else []
    while members and len(members) < len(found):
        before = found[-len(members) - 1]
        if not only(clause, before.last, members[0].first, LIST_SIGNS):
            break
        members.insert(0, before)
    return members


def _named(hit: Hit, document: Phrase) -> bool:
    """Say whether a document's name is enough of one, and of a sort that the cue is said of."""
    clause = hit.clause
    token = clause.sentence.tokens[document.head]
    lemma = next((r.lemma for r in token.readings if r.lemma in wanted(clause.language)), token.norm)
    heads = hit.frame.options.get("heads")
    needs, bars = wanted(clause.language).get(lemma, ("own", ()))
    if (heads and lemma not in heads) or lemma in hit.frame.options.get("never", ()):
        return False
    if any(m.first <= document.head < m.last for m in clause.mentions("organization")):
        return False  # комиссия по положению …: a part of a body's name
    name = name_of(document).casefold()
    if any(bar in name for bar in bars):
        return False
    behind = clause.sentence.tokens[document.last].norm if document.last < clause.last else ""
    if token.best.pos == "ADJ" and behind.startswith(LAWFUL):
        return False  # заңды күшіне енді
    if name.split()[:-1] and all(word.startswith(POINTING) for word in name.split()[:-1]):
        return False  # соответствующий приказ: which one nobody says
    if lemma in LAWS and not _of_health(hit, document):
        return False
    return (
        len(name.split()) > 1 if needs == "own" else not needs or any(f" {n}" in f" {name}" for n in needs.split("|"))
    )


def _of_health(hit: Hit, document: Phrase) -> bool:
    """Закон о ратификации соглашения о воздушном сообщении: say whether a law's name, or its clause, is of health."""
    clause, (first, last) = hit.clause, span_of(document)
    if last - first <= 1 or measures.of_health(clause, first, last):
        return True
    held = {i for m in clause.mentions("organization", "post", "person") for i in range(m.first, m.last)}
    rest = tuple(clause.sentence.tokens[i] for i in range(clause.first, clause.last) if i not in held)
    return measures.medical(rest, clause.language) or any(t.norm.startswith(HABITS) for t in rest)


HABITS = lexicon.words("kinds.documents.policy", "habits")
GOING_ON = frozenset(lexicon.words("kinds.documents.policy", "going_on"))
FORCE = frozenset(lexicon.words("kinds.documents.policy", "force"))
BILLS = lexicon.words("kinds.documents.policy", "bills")
BILLS_SET = frozenset(BILLS)
LAWS = frozenset(lexicon.words("kinds.documents.policy", "laws"))


def _governed(hit: Hit, document: Phrase) -> bool:
    """Say whether the document stands in the case that the cue wants."""
    clause, into = hit.clause, hit.frame.options.get("into")
    head = clause.sentence.tokens[document.head]
    if clause.language != "ru":
        behind = clause.sentence.tokens[document.head + 1 : hit.first][:1]
        if any(t.norm in POSTPOSITIONS for t in behind):
            return False  # жоспар бойынша жасалды
        if is_case(head, "gen") and not into and _owner(hit, document):
            return False
        return is_case(head, "dat") if into else is_case(head, "nom", "acc", "gen", "")
    before = clause.sentence.tokens[document.first - 1].norm if document.first else ""
    if into:
        drafted = before not in PREPOSITIONS and is_lemma(head, *BILLS) and is_case(head, "acc", "nom")
        return drafted or (before == "в" and clause.says(*AMENDMENTS))  # внесли законопроект
    if hit.frame.options.get("amended") and before == "в":  # изменения в Правила вступают в силу
        return document.first > 1 and is_lemma(clause.sentence.tokens[document.first - 2], *AMENDMENTS)
    wanted = {"gen"} if hit.frame.options.get("noun") or document.count is not None else {"nom", "acc"}
    return before not in PREPOSITIONS and bool(wanted & {r.case for r in head.readings})


def _owner(hit: Hit, document: Phrase) -> bool:
    """Жоспардың орындалу барысы талқыланды: what is told of is something of the document, and no version of it."""
    owned = [t for t in hit.clause.sentence.tokens[document.last : hit.first] if t.best.possessive]
    return any(is_case(t, "nom", "acc", "") and not is_lemma(t, *VERSIONS) for t in owned[-1:])


VERSIONS = lexicon.words("kinds.documents.policy", "versions")


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


def _to_begin(hit: Hit, memory: Memory) -> bool:
    """Приказ вступает в силу с 1 июля: what comes into force on a day that is still ahead is planned."""
    today, days = memory.document.article.date or "", [ahead(m.value) for m in hit.clause.mentions("date")]
    enters = hit.last - hit.first > 1 or " ".join(t.norm for t in hit.clause.sentence.tokens[hit.last :][:2]) in FORCE
    return hit.clause.language == "ru" and len(days) == 1 and bool(today) and days[0] > today and enters


def _draft(hit: Hit, document: Phrase, said: str, memory: Memory) -> Draft:
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    first, last = span_of(document)
    start = min(tokens[first].start, tokens[hit.first].start)
    draft = Draft("Policy", {}, start, max(tokens[hit.last - 1].end, tokens[last - 1].end), hit.frame.name)
    draft.say("document", name_of(document))
    said = "underway" if said == "completed" and handed_in(hit, document) else said
    draft.say("status", "planned" if said == "underway" and _to_begin(hit, memory) else said)
    roles.finish(draft, clause, memory)
    of_other_years(draft)
    of_country(draft)
    own = {m.value.edtf for m in clause.mentions("date", first=first, last=last)}
    for slot in ("date", "due"):
        if draft.slots.get(slot) in own:  # 2026 жылға дейінгі тұжырымдама: its years, not those of its adoption
            del draft.slots[slot]
    return draft
