"""The status of Kazakh money: what a verb tells of it, and what stands before a cost (жұмсалған қаражат көлемі)."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.status import status, supposes
from kzhealthkg.extract.clause.syntax import FINITE, is_lemma

ALLOTTED = frozenset(lexicon.words("kinds.funding.status_kk", "allotted"))
AMOUNTING = lexicon.words("kinds.funding.status_kk", "amounting")
FUNDED = frozenset(lexicon.words("kinds.funding.status_kk", "funded"))
DRAWING = lexicon.words("kinds.funding.status_kk", "drawing")
PAID = lexicon.words("kinds.funding.status_kk", "paid")
SPENT = frozenset(lexicon.words("kinds.funding.status_kk", "spent"))
TO_COME = frozenset({"pres", "fut", "intent"})


def cost_status(hit: Hit) -> str:
    """Жұмсалған қаражат көлемі M болды; көмек төленді, жалпы сомасы M: a sum that was spent is no cost to come."""
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    if before and (before[-1].norm in FUNDED or any(t.norm in ALLOTTED for t in before)):
        return "allocated"  # қаржыландыру көлемі, бөлінген қаржының көлемі M құрады
    sentence = hit.clause.sentence.tokens[: hit.clause.first]
    paid = hit.verb.norm == "сомасы" and any(is_lemma(t, *PAID) and t.best.form in ("past", "perf") for t in sentence)
    return "completed" if paid or any(t.norm in SPENT for t in before) else "planned"


def given_status(hit: Hit) -> str:
    """Бөлініп отыр is given already, бөлінуде is being given; a noun (төлем) says neither."""
    noun = hit.verb.best.pos == "NOUN" and not hit.verb.best.form and hit.last - hit.first == 1
    if noun and hit.frame.options["past"] in ("allocated", "completed"):
        return ""
    if hit.frame.options.get("total"):  # бюджеті M теңгені құрайды, M теңгеге жетеді
        return "planned" if hit.verb.best.form in TO_COME and not is_lemma(hit.verb, *AMOUNTING) else "allocated"
    if hit.verb.best.case == "abl" and any(is_lemma(t, *DRAWING) for t in hit.clause.sentence.tokens[hit.last :]):
        return ""  # бөлуден бас тартты
    said = "planned" if _agreed_to(hit) else status(hit.clause, hit.last - 1)
    if not said and hit.verb.best.form == "cond" and _against(hit):
        return str(hit.frame.options["past"])
    return _by_past(hit, said)


def _by_past(hit: Hit, said: str) -> str:
    """Return what a verb that says a status of its own in the past tells of money in the tense it has."""
    past: str = hit.frame.options["past"]
    if past == "planned" and hit.verb.best.negative:
        return ""  # бөлу ұсынысын мақұлдамады
    if past == "planned" and _done_with_it(hit):
        return "completed"
    if said == "underway" and hit.verb.best.form == "conv" and hit.last >= hit.clause.last:
        return past  # M теңге бөлініп, бөлімі жөнделуде
    if goes_on_yearly(hit, said):
        return "underway"
    if past in ("planned", "needed"):
        return past
    given = said == "underway" and any(t.norm == "отыр" for t in hit.clause.sentence.tokens[hit.last : hit.last + 1])
    return past if said == "completed" or given else said


def goes_on_yearly(hit: Hit, said: str) -> bool:
    """Жыл сайын дәріге M бөлінеді: what is given as a rule goes on."""
    words = hit.clause.words
    often = said == "planned" and hit.verb.best.form in ("pres", "fut") and not YEARLY.isdisjoint(words)
    return often and FROM_NOW.isdisjoint(words)


YEARLY = frozenset(lexicon.words("kinds.funding.status_kk", "yearly"))
FROM_NOW = frozenset(lexicon.words("kinds.funding.status_kk", "from_now"))


def _done_with_it(hit: Hit) -> bool:
    """M қарастырылып, амбулатория салынды: money foreseen for what has been done was spent."""
    if hit.verb.best.form != "conv" or hit.last < hit.clause.last:
        return False
    rest = hit.clause.sentence.tokens[hit.last :]
    at = next((i for i, t in enumerate(rest) if t.best.form in FINITE), None)
    final = rest[at] if at is not None else None
    if at is None or final is None or final.best.form not in ("past", "perf") or final.best.negative:
        return False
    if final.best.form == "perf" and any(t.text[0].isalnum() for t in rest[at + 1 :]):
        return False
    raised = at > 0 and (rest[at - 1].norm, final.best.lemma) in RAISED
    return raised or phase_of(final, "kk") == "end" or is_lemma(final, *WORKING)


RAISED = {("бой", "көтер"), ("жөндеуден", "өт")}
"""A noun and its verb that tell that a house has been built or mended."""
WORKING = lexicon.words("kinds.funding.status_kk", "working")


def _agreed_to(hit: Hit) -> bool:
    """M теңге салуға келісті: what somebody has only agreed to give is to come."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    aimed = any(r.form == "inf" and r.case == "dat" for r in hit.verb.readings)
    return aimed and any(is_lemma(t, *AGREEING) and not t.best.negative for t in behind)


AGREEING = lexicon.words("kinds.funding.status_kk", "agreeing")


def _against(hit: Hit) -> bool:
    """Былтыр M бөлінсе, биыл N теңге бөлінді: one sum set against another was given."""
    later = hit.clause.mentions("money", first=hit.last, last=len(hit.clause.sentence.tokens))
    return bool(later) and not supposes(hit.clause)
