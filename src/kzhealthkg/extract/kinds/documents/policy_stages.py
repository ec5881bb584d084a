"""How far a document has come: its writing under way or only possible, a bill handed in, a plan of the whole country."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft

PAST = frozenset({"past", "perf", "pres", "prog"})


def writing(clause: Clause) -> str | None:
    """Return the status of a document's writing that a noun tells: ведётся разработка; None where it may only be."""
    said = clause.words
    if not POSSIBLE.isdisjoint(said):
        return None
    if not NEEDED.isdisjoint(said):
        return "needed"
    begun = any(is_lemma(t, *GOING_ON) and t.best.form in PAST for t in clause.tokens)
    ended = not begun and any(is_lemma(t, *ENDED) and t.best.form in PAST for t in clause.tokens)
    return "underway" if begun else "completed" if ended else "planned"


POSSIBLE = frozenset(lexicon.words("kinds.documents.policy_stages", "possible"))
NEEDED = frozenset(lexicon.words("kinds.documents.policy_stages", "needed"))
GOING_ON = frozenset(lexicon.words("kinds.documents.policy_stages", "going_on"))
ENDED = frozenset(lexicon.words("kinds.documents.policy_stages", "ended"))


def only_possible(clause: Clause) -> bool:
    """Позволит ввести стандарты, әзірлей алады, әзірлеуді ұсынды: what may be done, or is proposed, is done by nobody."""
    return not POSSIBLE.isdisjoint(clause.words)


def handed_in(hit: Hit, document: Phrase) -> bool:
    """Внесён законопроект, жоба Мәжіліске жолданды, поправки внесены на рассмотрение: handed in, and not adopted yet."""
    clause = hit.clause
    if clause.language == "kk" and READING in clause.sentence.words and hit.frame.name.endswith("-adopt"):
        return True
    if not hit.frame.name.removesuffix("-ru").endswith(BRINGING):
        return False
    bill = is_lemma(clause.sentence.tokens[document.head], *BILLS)
    return bill or not READERS.isdisjoint(clause.words)


READING = "оқылым"
BRINGING = ("-amend", "-submit", "-introduce")
BILLS = frozenset(lexicon.words("kinds.documents.policy_stages", "bills"))
READERS = frozenset(lexicon.words("kinds.documents.policy_stages", "readers"))


def of_country(draft: Draft) -> None:
    """Утверждена национальная программа: a document of the whole country has no region that the article is about."""
    words = str(draft.slots["document"]).casefold().split()
    if "region" in draft.inherited and ("programme" in draft.slots or any(w.startswith(NATIONAL) for w in words)):
        draft.drop("region")


NATIONAL = lexicon.words("kinds.documents.policy_stages", "national")


def of_other_years(draft: Draft) -> None:
    """План на 2018–2022 годы is not the programme of 2023–2027."""
    years = YEARS.findall(str(draft.slots["document"]))
    own = YEARS.findall(str(draft.slots.get("programme", "")))
    if years and own and set(years).isdisjoint(own):
        draft.drop("programme")


YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
