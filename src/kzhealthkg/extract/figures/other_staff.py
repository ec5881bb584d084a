"""Staff of other sectors than health."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.figures.measures import medical

SECTORS = Stems(lexicon.words("extract.figures.other_staff", "sectors"))


@once_each
def elsewhere(clause: Clause) -> bool:
    """Технопарк мамандарына баспана берілді, өндіріске маман қажет: staff of another sector, none of health named."""
    return clause.opens(SECTORS) and not medical(clause.tokens, clause.language)
