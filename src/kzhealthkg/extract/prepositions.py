"""Russian prepositions that many rules ask for."""

from __future__ import annotations

from kzhealthkg import lexicon

IN = frozenset(lexicon.words("extract.prepositions", "in"))
IN_OR_ON = frozenset(lexicon.words("extract.prepositions", "in_or_on"))
WITH = frozenset(lexicon.words("extract.prepositions", "with"))
ABOUT = frozenset(lexicon.words("extract.prepositions", "about"))
OF_WHOLE = frozenset(lexicon.words("extract.prepositions", "of_whole"))
