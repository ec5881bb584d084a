"""Which words name a service: those of ``lexicon/services.tsv``, some alone, some with a word that says which."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma

MADE = lexicon.words("kinds.service.words", "made")
TEAMS = lexicon.words("kinds.service.words", "teams")
ACTIONS = lexicon.words("kinds.service.words", "actions")


@cache
def alone(language: str) -> frozenset[str]:
    """Return the words that say enough by themselves: томограф, зертхана."""
    return frozenset(r["lemma"] for r in lexicon.table("services") if r["language"] == language and r["alone"])


@cache
def _sorts(language: str) -> dict[str, tuple[str, ...]]:
    """Return the beginnings of the words one of which says which, by head."""
    rows = (r for r in lexicon.table("services") if r["language"] == language and r["of"])
    return {row["lemma"]: tuple(row["of"].split("|")) for row in rows}


def is_sort(item: Phrase) -> bool:
    """Пациенттер мектебі is a service, a school is not: whether the head has the word that it asks for."""
    tokens, sorts = item.clause.sentence.tokens, _sorts(item.clause.language)
    wanted = next((sorts[word] for word in tokens[item.head].words if word in sorts), None)
    return wanted is not None and any(t.norm.startswith(wanted) for t in tokens[item.first : _meant(item)])


def _meant(item: Phrase) -> int:
    """Школа для будущих мам: whom it is for says which one it is, too."""
    after = item.clause.sentence.tokens[item.last : item.clause.last]
    return item.last + (FOR_WHOM if after and after[0].norm == "для" else 0)


FOR_WHOM = 3


def is_known(item: Phrase, hit: Hit) -> bool:
    """Whether a phrase names a service for a cue; a school, for one, asks for a word that says which."""
    head = item.clause.sentence.tokens[item.head]
    if not head.words.isdisjoint(_sorts(item.clause.language)) and not is_sort(item):
        return False
    return _suits(item, hit) and not _titled(item, hit)


def _titled(item: Phrase, hit: Hit) -> bool:
    """«Инсультті емдеу әдістері» атты жиын ұйымдастырылды: inside a quotation stands a title, the cue is outside."""
    tokens = item.clause.sentence.tokens
    if _opens_as_named(item, hit):
        return False
    between = tokens[item.last : hit.first] if item.last <= hit.first else tokens[hit.last : item.first]
    inside, outside = ("»”", "«“") if item.last <= hit.first else ("«“", "»”")
    return sum(t.text in inside for t in between) > sum(t.text in outside for t in between)


def _opens_as_named(item: Phrase, hit: Hit) -> bool:
    """«Диабет мектебі» ашылды, открылась «Школа диабета»: the cue stands right beside a quotation that is the whole name."""
    tokens = item.clause.sentence.tokens
    quoted = (
        tokens[item.last : item.last + 1] and tokens[item.first - 1].text in "«“" and tokens[item.last].text in "»”"
    )
    return bool(quoted) and (hit.first == item.last + 1 or hit.last == item.first - 1)


def _suits(item: Phrase, hit: Hit) -> bool:
    """Whether the cue can be said of such a thing: an action is not set up, a document not made for use."""
    head, options = item.clause.sentence.tokens[item.head], hit.frame.options
    if options.get("opens") and is_lemma(head, *ACTIONS):
        return False
    if "working" in options and is_lemma(head, *TEAMS):
        return False
    if options.get("make") and not is_lemma(head, *MADE):
        return False
    if options.get("appear") and not head.words.isdisjoint(nouns("items", item.clause.language)):
        return False
    return not options.get("learn") or _mastered(item, hit)


def _mastered(item: Phrase, hit: Hit) -> bool:
    """Хирурги больницы освоили, в отделении освоены: what a house or a part of it can do now, no matter of a course."""
    if any(m.last <= item.head for m in item.clause.mentions("facility")):
        return True
    passive = hit.verb.best.form == "perf" if item.clause.language == "ru" else hit.verb.best.lemma.endswith("іл")
    parts = any(is_lemma(t, *INNER) and t.best.case == "loc" for t in item.clause.tokens)
    courses = any(t.norm.startswith(COURSES) for t in item.clause.sentence.tokens)
    return (passive or parts) and not courses and item.count is None


INNER = lexicon.words("kinds.service.words", "inner")
COURSES = lexicon.words("kinds.service.words", "courses")
