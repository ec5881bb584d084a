"""The office that a bare word for a head means, by the body that stands beside it."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Mention, PostValue, Sentence

DEPARTMENT = lexicon.words("extract.context.bosses", "department")
MINISTRY = lexicon.words("extract.context.bosses", "ministry")
OF_MINISTRY = {"head": "minister", "deputy-head": "vice-minister"}
OF_DEPARTMENT = {"head": "department-head", "deputy-head": "deputy-department-head"}


def office(sentence: Sentence, mention: Mention) -> PostValue:
    """Басқарма басшысы, руководитель управления, глава ведомства: whose head an article speaks of."""
    post: PostValue = mention.value
    beside = sentence.tokens[max(0, mention.first - 1) : mention.last + 1]
    if post.role in OF_MINISTRY and any(is_lemma(t, *MINISTRY) for t in beside[: mention.last - mention.first + 2]):
        return replace(post, role=OF_MINISTRY[post.role])
    if post.role in OF_DEPARTMENT and not post.organization and any(is_lemma(t, *DEPARTMENT) for t in beside):
        return replace(post, role=OF_DEPARTMENT[post.role])
    return post


def unread(sentence: Sentence, mention: Mention) -> str:
    """Облыс әкімі Арынғазы аралады: return the capitalised word behind an office that is read as no name; "" for none."""
    behind = sentence.tokens[mention.last : mention.last + 1] if mention.type == "post" else ()
    named = [t.norm for t in behind if t.text[0].isupper() and not t.text[1:].isupper()]
    free = named and not any(m.first <= mention.last < m.last for m in sentence.mentions)
    return named[0] if free else ""


def of_another(sentence: Sentence, mention: Mention, name: str) -> bool:
    """Say whether the word behind an office is no part of the name of whom the article gives one like it."""
    word = unread(sentence, mention)
    return bool(word) and not any(word.startswith(part) for part in name.casefold().split())
