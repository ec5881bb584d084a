"""Counted nouns as a measure names them: the Kazakh singular, the Russian plural."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.model import Token
from kzhealthkg.morph import forms_ru, nominative

SHORT_ENDINGS = lexicon.words("extract.clause.counted_names", "short_endings")


def singular_kk(tokens: tuple[Token, ...]) -> str:
    """Return a counted Kazakh noun phrase in the nominative singular, without whose it is: дәрігеріміз, емханасы."""
    last = tokens[-1]
    if last.best.plural and last.best.form in ("part", "perf") and (said := DONE_BY.match(last.norm)):
        before = nominative(tokens[:-1], "kk") if tokens[1:] else ""
        return f"{before} {said.group()} {ANYBODY}".strip()  # ауырғандардың: ауырған адам
    owned = last.best.possessive and (len(tokens) == 1 or last.norm.endswith(OURS))
    return nominative(tokens, "kk", singular=True, bare=owned).strip(" ,–—-:")


OURS = lexicon.words("extract.clause.counted_names", "ours")
DONE_BY = re.compile(r".+?(?:ған|ген|қан|кен)(?=дар|дер)")
ANYBODY = "адам"


def plural_ru(tokens: tuple[Token, ...], head: int) -> str:
    """Return a counted Russian noun phrase in the nominative plural; its head is token ``head``."""
    if tokens[-1].text == ")" and all(t.text != "(" for t in tokens):
        tokens = tokens[:-1]  # (40 врачей, 20 санитарок)
    turned = forms_ru.plural([t.text for t in tokens], head)
    gaps = [" " if before.end < after.start else "" for before, after in pairwise(tokens)]
    return "".join(word + gap for word, gap in zip(turned, [*gaps, ""], strict=True))


def of_people(verb: str, measure: str) -> str:
    """Зарегистрировано 5 человек: bare people measure nothing by themselves, and a bracket is not begun."""
    measure = measure.split(" (")[0] if "(" in measure and ")" not in measure else measure
    if measure != "люди":
        return measure
    stem = verb[:-1] if verb.endswith(SHORT_ENDINGS) else verb
    return f"{stem}ные {measure}" if stem.endswith("н") else f"{stem}ые {measure}" if stem.endswith("т") else ""
