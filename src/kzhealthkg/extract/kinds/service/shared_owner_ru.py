"""What several Russian nouns share behind the last of them: методы диагностики и лечения A, обучение и поддержка больных."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model.frozen import replace

ACTIONS = lexicon.words("kinds.service.shared_owner_ru", "actions")
SIGNS = frozenset(lexicon.words("kinds.service.shared_owner_ru", "signs"))
WAYS = lexicon.words("kinds.service.shared_owner_ru", "ways")


def one_way(item: Phrase) -> bool:
    """Методы диагностики и лечения A: ways of doing several things are not one for each of these."""
    return is_lemma(item.clause.sentence.tokens[item.head], *WAYS)


def with_shared_owner(found: list[Phrase]) -> list[Phrase]:
    """Return things with actions of which only the last says whose they are as one: диагностика, лечение и профилактика A."""
    if len(found) < 2 or found[0].clause.language != "ru":
        return found
    made: list[Phrase] = []
    for item in reversed(found):
        if made and _shared(item, made[-1]):
            made[-1] = replace(item, last=made[-1].last)
        else:
            made.append(item)
    return made[::-1]


def _shared(before: Phrase, item: Phrase) -> bool:
    """Say whether two bare actions stand side by side, of which the last may be told of somebody, or of something."""
    tokens = item.clause.sentence.tokens
    beside = item.last - item.head > 1 and item.first == before.last + 1 and tokens[before.last].norm in SIGNS
    plain = before.count is None and item.count is None and is_lemma(tokens[before.last - 1], *ACTIONS)
    return (
        beside
        and plain
        and is_lemma(tokens[item.head], *ACTIONS)
        and not item.clause.mentions("facility", first=before.first, last=item.head)
    )
