"""Russian prepositions that many rules ask for."""

from __future__ import annotations

from kzhealthkg import lexicon

IN = frozenset(lexicon.words("extract.clause.prepositions", "in"))
IN_OR_ON = frozenset(lexicon.words("extract.clause.prepositions", "in_or_on"))
WITH = frozenset(lexicon.words("extract.clause.prepositions", "with"))
ABOUT = frozenset(lexicon.words("extract.clause.prepositions", "about"))
MEANT_FOR = frozenset(lexicon.words("extract.clause.prepositions", "meant_for"))
OF_WHOLE = frozenset(lexicon.words("extract.clause.prepositions", "of_whole"))
