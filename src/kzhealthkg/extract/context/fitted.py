"""What houses are fitted with by now: бүгінде ауруханалар 40 аппаратпен қамтамасыз етілген, сегодня больницы оснащены 40 аппаратами."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma

NOW = frozenset(lexicon.words("extract.context.fitted", "now"))
LASTING = lexicon.words("extract.context.fitted", "lasting")


def fitted_by_now(hit: Hit) -> bool:
    """Say whether a verb of fitting out tells what there is by now, and no purchase."""
    clause, best = hit.clause, hit.verb.best
    if NOW.isdisjoint(clause.words) or "ins" not in hit.frame.options.get("cases", ()):
        return False
    if best.form == "perf":
        return True
    behind = clause.sentence.tokens[hit.last : min(hit.last + 1, clause.last)]
    return clause.language == "kk" and best.form == "conv" and any(is_lemma(t, *LASTING) for t in behind)
