"""A document's name with and without the country's: Қазақстан Республикасының … жоспары, … жоспары."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.works import key

COUNTRY = lexicon.words("extract.merge.countries", "country")
STEM = 6
"""Letters by which two forms of a word in a document's name are the same."""
SHORTEST = 3
"""Words that a name has without the country's, at least, to be told from others."""


def without_country(draft: Draft) -> frozenset[str]:
    """Return the words of a document's name but for those of the country, none where few are left."""
    said = key(draft.slots["document"]).split()
    words = frozenset(w.strip("«»")[:STEM] for w in said if not w.startswith(COUNTRY) and w not in COUNTRY)
    return words if len(words) >= SHORTEST else frozenset()
