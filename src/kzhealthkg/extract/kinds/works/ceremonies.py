"""Works told beside: принял участие в открытии больницы, пример – открытие, день открытых дверей, возведённый объект."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.status_ru import FINITE, TENSE, denied, form_of, verb_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import ANYTHING, Memory
from kzhealthkg.model import Mention

ATTENDING = lexicon.words("kinds.works.ceremonies", "attending")
CEREMONIES = lexicon.words("kinds.works.ceremonies", "ceremonies")
EXAMPLES = lexicon.words("kinds.works.ceremonies", "examples")
AT = frozenset(lexicon.words("kinds.works.ceremonies", "at"))


def attended(hit: Hit) -> str:
    """Return the status of an opening at which somebody was or will be, "" where nobody is said to be there."""
    if not hit.frame.options.get("moment") or hit.verb.best.pos != "NOUN":
        return ""
    tokens, at = hit.clause.sentence.tokens, hit.first
    if at > hit.clause.first and is_lemma(tokens[at - 1], *CEREMONIES):
        at -= 1
    if preposition_at(hit.clause, at) not in AT:
        return ""
    verb = next((t for t in hit.clause.tokens if is_lemma(t, *ATTENDING) and t.best.form in ("past", "fut")), None)
    return "" if verb is None or denied(hit.clause, verb) else TENSE[verb.best.form]


def told_again(hit: Hit, mentions: list[Mention], memory: Memory) -> bool:
    """В церемонии открытия медицинского объекта приняли участие …: the facility that was just said to open."""
    latest = memory.last_draft("Works", "Service", within=2, sentence=hit.clause.index)
    generic = all(m.value.type in ("", "medical-facility") and not m.value.name for m in mentions)
    return generic and latest is not None and latest.slots.get("status") == "completed" and bool(attended(hit))


def as_told(hit: Hit, mentions: list[Mention], found: str, memory: Memory) -> str:
    """Скоро введут амбулаторию. Объект, возведённый в A, …: a participle beside makes no end of a work still to be done."""
    verb, bare = verb_of(hit), [m.value for m in mentions if m.value.definite and not m.value.name]
    if verb is None or form_of(verb) != "part" or found != "completed" or len(mentions) != 1 or not bare:
        return found
    latest = memory.last_draft("Works", within=1, sentence=hit.clause.index)
    going = latest is not None and latest.slots.get("status") in ("planned", "underway")
    return str(latest.slots["status"]) if latest is not None and going and bare[0].type in ANYTHING else found


def of_own_noun(hit: Hit) -> bool:
    """День открытых дверей: a participle of the noun that its cue ends with, and of no facility."""
    verb, noun = verb_of(hit), hit.clause.sentence.tokens[hit.last - 1]
    if verb is None or verb is noun or form_of(verb) != "part" or preposition_at(hit.clause, hit.last - 1):
        return False
    own = {(r.case, r.plural) for r in verb.readings if r.form == "part"}
    return bool(own & {(r.case, r.plural) for r in noun.readings if r.pos == "NOUN"})


def example(hit: Hit) -> str:
    """Новый пример – открытие амбулатории: a sentence without a verb that tells what was done."""
    before = hit.clause.sentence.tokens[: hit.first]
    named = len(before) > 1 and before[-1].text in "–—-" and before[-2].best.case == "nom"
    verbless = not any(t.best.form in FINITE for t in hit.clause.tokens)
    return "completed" if named and verbless and is_lemma(before[-2], *EXAMPLES) else ""
