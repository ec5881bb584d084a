"""When a cue says something of staff, and what: support, recruitment, housing, a shortage."""

from __future__ import annotations

import re
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import lacking
from kzhealthkg.extract.clause.cues import Frame, frames
from kzhealthkg.extract.clause.frames import Hit, every, standing
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import ENDS, Clause, forms, is_lemma
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.mission_words import has
from kzhealthkg.extract.context.wording import HABITUAL, recurs
from kzhealthkg.extract.figures.other_staff import elsewhere
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.kinds.staffing.guests import no_recruits
from kzhealthkg.text.quotation import DASHES

STEM = 5
"""Words shorter than this are looked up as lemmas, longer ones as beginnings of words."""
HOMES = {"kk": lexicon.words("kinds.staffing.cues", "homes_kk"), "ru": lexicon.words("kinds.staffing.cues", "homes_ru")}
BENEFITS = frozenset({"social-support", "housing"})
ABLE = frozenset(lexicon.words("kinds.staffing.cues", "able"))
FORESEEN = frozenset(lexicon.words("kinds.staffing.cues", "foreseen"))
FORESEEN_RU = frozenset(lexicon.words("kinds.staffing.cues", "foreseen_ru"))
MONTHLY = frozenset(lexicon.words("kinds.staffing.cues", "monthly"))
WISHING = lexicon.words("kinds.staffing.cues", "wishing")
FINITE_RU = frozenset({"past", "pres", "fut", "perf"})


def may_fit(clause: Clause) -> bool:
    """Say whether a clause holds the words that any of its cues needs: hardly one in four does."""
    return standing("staffing", clause, lambda frame: _may_have(clause, frame))


def _may_have(clause: Clause, frame: Frame) -> bool:
    """Say whether a clause holds a word that a frame needs, or a place or money may stand for it."""
    options, named = frame.options, clause.named
    stands_for = ("money" in named and options.get("money")) or ("place" in named and options.get("place"))
    return not options.get("needs") or bool(stands_for) or holds_option(clause, frame, "needs")


def fits(hit: Hit) -> bool:
    """Say whether a cue's clause holds the words that the cue needs and none that bar it."""
    options, clause = hit.frame.options, hit.clause
    if not _has_what_it_needs(hit) or (options.get("size") and "money" not in clause.named):
        return False
    if (_is_other_word(hit) and not (options.get("noun") or options.get("adjective"))) or _gives_word(hit):
        return False
    barred = holds_option(clause, hit.frame, "bars") or elsewhere(clause) or _to_treat(hit)
    return not (barred or (options.get("counted") and no_recruits(hit)) or _one_of_purposes(hit))


def _gives_word(hit: Hit) -> bool:
    """Баспанамен қамтамасыз етуге уәде берілді: a promise is given, and not yet what it promises."""
    at = hit.last - 2
    return at >= hit.clause.first and hit.clause.language == "kk" and hit.clause.sentence.tokens[at].norm in GIVEN_WORDS


GIVEN_WORDS = frozenset(lexicon.words("kinds.staffing.cues", "given_words"))


def _one_of_purposes(hit: Hit) -> bool:
    """На лечение, а также надбавки персоналу выделено M: a sum for several purposes is not that of the support alone."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language != "ru" or hit.frame.slots["measure"] not in BENEFITS or "money" not in clause.named:
        return False
    needs = hit.frame.options.get("needs", ())
    at = next((i for i in range(clause.first + 1, clause.last) if is_lemma(tokens[i], *needs)), clause.first)
    aims = [i for i in range(clause.first, at) if tokens[i].norm == "на"]
    signs = [i for i in range(at - 1, clause.first, -1) if tokens[i].norm in LISTING]
    if not (aims and signs) or any(t.best.pos == "VERB" for t in tokens[signs[0] : at]):
        return False  # уехавшим на три года, выплачены подъёмные
    return aims[-1] < signs[0] - 1 and at - signs[0] <= LISTED_REACH


LISTING = frozenset(lexicon.words("kinds.staffing.cues", "listing"))
LISTED_REACH = 3
"""Words from the sign of a list to the noun that it adds, at most."""


def _to_treat(hit: Hit) -> bool:
    """Бес дәрігер ауданға барып, 15 ота жасады: who went to treat the people there, or to teach, is not recruited."""
    if hit.frame.slots.get("measure") != "recruitment" or "conv" not in forms(hit.verb):
        return False
    behind = replace(hit.clause, first=hit.last, last=len(hit.clause.sentence.tokens))
    told = list(every("mission", behind))
    taught = any(h.frame.options.get("teach") for h in told) and has(behind, "teach")
    return taught or any(h.frame.options.get("treat") for h in told)


def _has_what_it_needs(hit: Hit) -> bool:
    """Say whether one of the words that a cue needs is there, or the place or money that stands for them."""
    options, clause = hit.frame.options, hit.clause
    if not options.get("needs") or holds_option(clause, hit.frame, "needs"):
        return True
    if options.get("place") and any(m.case == "dat" for m in clause.mentions("place")):
        return True
    if not options.get("money") or "money" not in clause.named:
        return False
    return not _earned(hit)


def _earned(hit: Hit) -> bool:
    """Айына M алады, получают в среднем M, от M до N: what staff earn is no support."""
    earning = is_lemma(hit.verb, *EARNING_RU)
    if not earning and not is_lemma(hit.verb, "ал"):
        return False
    if hit.verb.best.form in HABITS and all(m.value.value < LARGE for m in hit.clause.mentions("money")):
        return True
    return not (EARNED_RU if earning else MONTHLY).isdisjoint(hit.clause.words)


HABITS = frozenset({"pres", "aor"})
LARGE = 1_000_000
"""Tenge that no staff earn a month, at least."""


EARNED_RU = frozenset(lexicon.words("kinds.staffing.cues", "earned_ru"))
EARNING_RU = lexicon.words("kinds.staffing.cues", "earning_ru")


VERBAL = ENDS | {"inf"}


def _is_other_word(hit: Hit) -> bool:
    """Төлем has a verb's stem (төле) among its readings and is no verb."""
    return hit.clause.language == "kk" and VERBAL.isdisjoint(hit.verb.forms) and hit.verb.best.pos == "NOUN"


def holds(clause: Clause, lemma: str) -> bool:
    """Say whether a clause holds a word or phrase in any form."""
    if " " in lemma:
        return lemma in clause.low
    if clause.language == "ru" or len(lemma) < STEM:
        return clause.says(lemma)
    return clause.begins(lemma)


def holds_home(clause: Clause) -> bool:
    """Say whether a clause holds a word for a home, in any form."""
    return _holds(clause, HOME_WORDS[clause.language])


def holds_option(clause: Clause, frame: Frame, option: str) -> bool:
    """Say whether a clause holds one of the words or phrases that an option of a frame lists."""
    return _holds(clause, OPTIONS[frame.name, option])


def _holds(clause: Clause, looked_for: LookedFor) -> bool:
    known, stems, last_words, phrases = looked_for
    if not clause.words.isdisjoint(known) or clause.opens(stems):
        return True
    return phrases is not None and clause.opens(last_words) and phrases.search(clause.low) is not None


LookedFor = tuple[frozenset[str], Stems, Stems, re.Pattern[str] | None]


def _looked_for(words: tuple[str, ...], language: str) -> LookedFor:
    """Return the words that are looked up as lemmas, beginnings, those of the last words of phrases, and the phrases."""
    single = [word for word in words if " " not in word]
    short = frozenset(word for word in single if language == "ru" or len(word) < STEM)
    stems = Stems([word for word in single if word not in short])
    phrases = [word for word in words if " " in word]
    last_words = Stems({phrase.rpartition(" ")[2] for phrase in phrases})
    return short, stems, last_words, re.compile("|".join(map(re.escape, phrases))) if phrases else None


HOME_WORDS = {language: _looked_for(words, language) for language, words in HOMES.items()}
OPTIONS = {
    (frame.name, option): _looked_for(tuple(frame.options.get(option, ())), language)
    for language in HOMES
    for frame in frames("staffing", language)
    for option in ("needs", "bars")
}
"""What the options of each frame list that its clause must hold, or must not."""


def told(hit: Hit) -> str:
    """Return the status that a cue gives, "" where it tells nothing of its own."""
    options = hit.frame.options
    if options.get("status"):
        return options["status"] if _stated(hit) else ""
    if hit.clause.language == "kk" and _only_wished(hit):
        return ""
    if _attributive(hit) and (hit.frame.slots["measure"] not in BENEFITS or not hit.clause.mentions("number", "money")):
        return ""
    found = events.said(hit)
    if found in UNDER_WAY and hit.frame.slots["measure"] == "recruitment" and "past" in _spanned(hit):
        return "completed"  # приступили к работе, пришли работать: they are there
    if options.get("planned") and found != "planned":
        return ""
    if found == "needed":  # келуі керек; қамтамасыз ету қажет only tasks somebody
        return "planned" if hit.frame.slots["measure"] not in BENEFITS else ""
    return _in_force(hit) if found == "planned" else found


UNDER_WAY = frozenset({"underway", "planned"})


def _spanned(hit: Hit) -> set[str]:
    """Return the forms of the words of a Russian cue."""
    return (
        {t.best.form for t in hit.clause.sentence.tokens[hit.first : hit.last]}
        if hit.clause.language == "ru"
        else set()
    )


def _in_force(hit: Hit) -> str:
    """Return what a plan comes to: what ought to be paid is asked for, what is always given goes on."""
    if _owed(hit):
        return "needed"
    rule = hit.frame.slots["measure"] in BENEFITS and _is_rule(hit)
    return "underway" if rule or recurs(hit.clause) else "planned"


def _owed(hit: Hit) -> bool:
    """Үстемеақы төленуі тиіс: what ought to be paid, at no time that is told, is asked for."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    owing = any(t.norm in OWING for t in behind) and "inf" in forms(hit.verb)
    return owing and hit.frame.slots["measure"] in BENEFITS and "date" not in hit.clause.named


OWING = frozenset(lexicon.words("kinds.staffing.cues", "owing"))


def _stated(hit: Hit) -> bool:
    """A lack has ways of its own to be said; any other event is said by its verb."""
    lack = hit.frame.slots["measure"] == "shortage"
    return lacking.stated(hit) if lack else bool(events.said(hit)) and not lacking.denied(hit)


def _attributive(hit: Hit) -> bool:
    if hit.clause.language == "ru":
        return FINITE_RU.isdisjoint(_spanned(hit)) and not (hit.verb.best.form == "inf" and events.carried(hit))
    return events.attributive(hit)


def _only_wished(hit: Hit) -> bool:
    """Көбейтуді сұраймыз, орналастыруға болады: what is asked for or possible is not done."""
    tokens, last = hit.clause.sentence.tokens, hit.clause.last
    while last > hit.last and not tokens[last - 1].text[0].isalnum():
        last -= 1
    closing, before = tokens[last - 1], tokens[last - 2] if last > hit.first else None
    possible = closing.norm == "болады" and before is not None and before.best.case == "dat"
    return possible or is_lemma(closing, *WISHING)


def _is_rule(hit: Hit) -> bool:
    """Беріледі, төленеді without a number of staff or a date: a benefit in force."""
    numbered = any(g.count is not None for g in groups(hit.clause))
    following = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    able = "conv" in forms(hit.verb) and any(t.norm in ABLE for t in following)
    foreseen = hit.verb.norm in FORESEEN and hit.last == hit.clause.last
    ensured = "inf" in forms(hit.verb) and any(is_lemma(t, "ет") and t.best.form == "pres" for t in hit.clause.tokens)
    if hit.frame.options.get("grown"):
        return False
    present = hit.verb.best.form == "pres" or able or foreseen or ensured or hit.verb.norm.endswith(HABITUAL)
    dated = any(not str(m.value.edtf).endswith("/..") for m in hit.clause.mentions("date"))
    granted = hit.clause.language == "ru" and hit.verb.best.lemma in FORESEEN_RU and hit.verb.best.form == "perf"
    return (present or granted) and not numbered and not dated


def homes(hit: Hit) -> bool:
    """Займы специалистам на покупку жилья: money for homes, and no word of another support."""
    needs = [n for n in hit.frame.options.get("needs", ()) if n != "поддержка"]
    if hit.frame.slots["measure"] != "social-support" or hit.clause.language != "ru":
        return False
    parts = [m.first for m in hit.clause.mentions("number", first=hit.last) if _dashed(hit.clause, m.last)]
    clause = replace(hit.clause, last=parts[0]) if parts else hit.clause  # семеро получили M, пятеро – квартиры
    return holds_home(clause) and not any(holds(clause, n) for n in needs)


def _dashed(clause: Clause, at: int) -> bool:
    return at < clause.last and clause.sentence.tokens[at].text in DASHES
