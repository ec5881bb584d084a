"""What a cue of an event says: how far the event has got, and whether it is only aimed at or named.

Shared by the kinds that speak of supplies, services and staff.
"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.conceded import granted
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.predicate_ru import form_ru
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma
from kzhealthkg.extract.clause.themes import PROMISE, is_purpose
from kzhealthkg.extract.clause.welcomed import welcomed
from kzhealthkg.model import Mention, Token

DECIDING = lexicon.words("extract.context.events", "deciding")
PROMISING = lexicon.words("extract.context.events", "promising")
CARRIED = frozenset(lexicon.words("extract.context.events", "carried"))

FINITE_RU = frozenset({"past", "pres", "fut", "perf", "part"})
PARTICIPLE = frozenset({"perf", "part"})
ABOUT = frozenset(lexicon.words("extract.context.events", "about"))
CARRYING = lexicon.words("extract.context.events", "carrying")
DENYING = frozenset(lexicon.words("extract.context.events", "denying"))
BENEFIT = frozenset(lexicon.words("extract.context.events", "benefit"))
REPORT_REACH = 3
BEING_TOLD = lexicon.words("extract.context.events", "being_told")
REPORTING = lexicon.words("extract.context.events", "reporting")
OBLIQUE = frozenset({"abl", "dat", "gen", "acc", "loc", "ins"})
GOING = frozenset(lexicon.words("extract.context.events", "going"))
MODAL_REACH = 4
PREPOSITIONS = frozenset(lexicon.words("extract.context.events", "prepositions"))


def said(hit: Hit) -> str:
    """Return the status of the event a cue names, or "" where it is only named, aimed at or denied."""
    return _said_ru(hit) if hit.clause.language == "ru" else _said_kk(hit)


def _said_kk(hit: Hit) -> str:
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    denied = [t for t in tokens[hit.last : hit.last + 2] if t.norm in DENYING]
    if denied or not hit.verb.forms or _auxiliary(hit):
        return ""
    fact = reported(hit) or welcomed(hit) or granted(hit.verb)
    if hit.verb.best.form in PARTICIPLE and hit.verb.best.case in OBLIQUE and not fact:
        return ""
    if _decided(hit):
        return "planned"
    if _once_done(hit):
        return ""
    if attributive(hit):
        return status(clause, hit.last - 1, group_end(hit))
    if _leads_to_aim(hit):
        return ""
    if is_action_noun(hit) and (is_purpose(hit) or not _carried(hit)):
        return ""
    return status(clause, hit.last - 1)


def _once_done(hit: Hit) -> bool:
    """Көлік сатып алған соң тіркеу керек: what has to be done whenever a thing has come about tells of none."""
    after = hit.clause.sentence.tokens[hit.last : hit.clause.last]
    when = hit.verb.best.form == "perf" and bool(after) and after[0].norm in WHENEVER
    return when and any(phase_of(t, "kk") == "need" for t in after[1:])


WHENEVER = frozenset(lexicon.words("extract.context.events", "whenever"))


def _decided(hit: Hit) -> bool:
    """Бөлімше ашу туралы шешім қабылданды, ашуға уәде берілді: what was decided or promised to be done is to come."""
    after = hit.clause.sentence.tokens[hit.last : hit.clause.last]
    if len(after) > 1 and after[0].norm in PROMISE and "inf" in hit.verb.forms:
        return is_lemma(after[1], *PROMISING) and not after[1].best.negative
    about = len(after) > 2 and after[0].norm in ABOUT and is_lemma(after[1], "шешім")
    return about and any(is_lemma(t, *DECIDING) and not t.best.negative for t in after)


def reported(hit: Hit) -> bool:
    """20 дәрігердің келгенін атап өтті, келгені айтылды: what is told as done, under way or to come."""
    tokens = hit.clause.sentence.tokens[hit.last : hit.last + REPORT_REACH]
    if hit.verb.best.case == "nom" and hit.verb.best.form == "part" and hit.verb.best.possessive and tokens:
        return tokens[0].best.form == "past" and not tokens[0].best.negative and is_lemma(tokens[0], *BEING_TOLD)
    told = hit.verb.best.case in ("acc", "dat") and hit.verb.best.possessive
    if told and tokens and tokens[0].text == ",":  # … келгенін, … жетпейтінін айтты
        tokens = hit.clause.sentence.tokens[hit.last :]
    return told and any(is_lemma(t, *REPORTING) and "past" in t.forms for t in tokens)


def _leads_to_aim(hit: Hit) -> bool:
    """Аппаратты алып келуге көмектесті: with an aim right behind it a converb is a part of that aim."""
    if hit.verb.best.form != "conv":
        return False
    after = hit.clause.sentence.tokens[hit.last : min(hit.last + 1, hit.clause.last)]
    return any(t.best.case == "dat" and any(r.form == "inf" for r in t.readings) for t in after)


def _auxiliary(hit: Hit) -> bool:
    """Орындай алады, шешіп берді: behind a converb the verb only colours that one."""
    tokens, at = hit.clause.sentence.tokens, hit.last - 1
    return hit.first == at and at > hit.clause.first and tokens[at - 1].best.form == "conv"


def is_action_noun(hit: Hit) -> bool:
    """Say whether the cue's own word is an action noun (сатып алу, закупка, закупить), no finite verb."""
    found = hit.verb.forms
    if hit.clause.language == "ru":
        spanned = hit.clause.sentence.tokens[hit.first : hit.last]
        return not any(form_ru(t) in FINITE_RU for t in spanned) and (
            hit.verb.best.pos == "NOUN" or hit.verb.best.form == "inf"
        )
    return "inf" in found and not found & FINITE


def _carried(hit: Hit) -> bool:
    """Сатып алу жоспарлануда: an action noun tells an event only with a verb of planning or doing right behind it."""
    for token in hit.clause.sentence.tokens[hit.last : min(hit.clause.last, hit.last + MODAL_REACH)]:
        if phase_of(token, "kk") or token.norm in GOING:
            return True
        if not (is_lemma(token, *CARRYING) or token.best.pos in ("ADV", "PART")):
            return False
    return False


def attributive(hit: Hit) -> bool:
    """Say whether the cue is a participle that stands before the noun it describes."""
    tokens, end = hit.clause.sentence.tokens, group_end(hit)
    if hit.clause.language == "ru":
        return hit.verb.best.form == "part"
    if (
        not tokens[end - 1].forms & PARTICIPLE
        or end >= hit.clause.last
        or tokens[end - 1].best.possessive  # жеткізілгені белгілі болды
        or tokens[end - 1].forms & (FINITE - {"perf"})
    ):
        return False
    described = tokens[end].norm not in DENYING and tokens[end].best.pos not in UNDESCRIBED
    return described or tokens[end].text == "№"


UNDESCRIBED = frozenset({"PUNCT", "VERB", "AUX", "CONJ", "ADP", "PART"})
"""Parts of speech that no participle describes."""


def group_end(hit: Hit) -> int:
    """Return where the verb group of a cue ends: жеткізіліп жатқан | 5 көлік."""
    tokens, last = hit.clause.sentence.tokens, hit.last
    while last < hit.clause.last and tokens[last].best.form in ("conv", "perf", "part"):
        last += 1
    return last


def _said_ru(hit: Hit) -> str:
    if not BENEFIT.isdisjoint(hit.clause.words) and any(t.norm in BENEFIT for t in hit.clause.tokens):
        return ""
    if is_action_noun(hit) and not carried(hit):
        return ""
    if hit.verb.best.pos == "ADJ" and not form_ru(hit.verb):
        return ""
    return status(hit.clause, _verb_at(hit))


def _verb_at(hit: Hit) -> int:
    """Return the verb of a cue: провести in провела практикум."""
    tokens = hit.clause.sentence.tokens
    found = [i for i in range(hit.first, hit.last) if form_ru(tokens[i]) in FINITE_RU]
    return found[0] if found else hit.last - 1


def carried(hit: Hit) -> bool:
    """Планируется закупка …, будут закупать …, закупка завершена."""
    words = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    owner = next((t for t in reversed(words) if t.best.pos != "ADJ"), None)
    if any(t.norm in PREPOSITIONS for t in words[-1:]) or (owner is not None and _owned(hit, owner)):
        return False
    return any(phase_of(t, "ru") or t.norm in CARRIED for t in hit.clause.tokens)


def _owned(hit: Hit, before: Token) -> bool:
    """Механизм закупок: an action that another noun owns is only what that one is about, unless it is done (проведение)."""
    noun = before.best.pos == "NOUN" and hit.verb.best.pos == "NOUN" and hit.verb.best.case == "gen"
    return noun and not (phase_of(before, "ru") or is_lemma(before, *DOING_RU))


DOING_RU = lexicon.words("extract.context.events", "doing_ru")


def listed(found: list[Mention], clause: Clause) -> list[Mention]:
    """Return the last of the mentions with those that only signs of a list part from it."""
    if not found:
        return []
    members, begin = found[-1:], found[-1].first
    for mention in reversed(found[:-1]):
        between = clause.sentence.tokens[mention.last : begin]
        if not between and mention.case == "gen" and begin == members[0].first:
            begin = mention.first  # Орал қаласында, [Түркістан облысының] Кентау қаласында
            continue
        if not between or any(t.norm not in LIST_SIGNS for t in between):
            break
        members.insert(0, mention)
        begin = mention.first
    return members
