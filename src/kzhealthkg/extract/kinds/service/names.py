"""Where the words begin that name a service: behind its subject, with what its action noun governs."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.chains import supplied
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase, phrase, without_edge
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention, Token

GOVERNED = frozenset({"acc", "dat", "abl"})
AFTER = frozenset({"abl"})
BESIDE = frozenset(lexicon.words("kinds.service.names", "beside"))
LATER = frozenset(lexicon.words("kinds.service.names", "later"))
REACH = 6
ROOMS = lexicon.words("kinds.service.names", "rooms")
FOR = frozenset(lexicon.words("kinds.service.names", "for"))
BEHIND = frozenset(lexicon.words("kinds.service.names", "behind"))


def whole(item: Phrase) -> Phrase:
    """Дәрігерге жазылу қызметі, инсульттен кейінгі оңалтудың жаңа әдісі: an action noun at the edge keeps what it governs."""
    clause, tokens, first = item.clause, item.clause.sentence.tokens, item.first
    if clause.language == "kk" and first > clause.first and tokens[first].norm == AGAINST:
        return replace(item, first=_fought(clause, first - 1))
    if clause.language == "kk" and tokens[first + 1].norm == AGAINST:
        return replace(item, first=_fought(clause, first))
    action = any(_is_action(token) for token in tokens[first : item.head])
    if clause.language != "kk" or item.count is not None or not action:
        return item
    first = supplied(item)
    while (step := _governed(item, first)) < first and item.first - step <= REACH:
        first = step
    return replace(item, first=_aged(clause, first))


AGAINST = "қарсы"


def _fought(clause: Clause, at: int) -> int:
    """Шылым шегуге | қарсы қызмет: return where the words begin that say what a thing is against, else behind them."""
    tokens = clause.sentence.tokens
    if not any(r.case == "dat" for r in tokens[at].readings):
        return at + 1
    bare = tokens[at - 1] if at > clause.first else None
    governed = "inf" in tokens[at].forms and bare is not None and bare.best.pos == "NOUN" and bare.best.case == "nom"
    return at - int(governed and bare is not None and not (bare.best.possessive or bare.best.plural))


def _aged(clause: Clause, first: int) -> int:
    """Баланың туғаннан 18 | жасқа дейінгі дамуын бағалау: return where an age begins, with whose it is, else ``first``."""
    tokens, at = clause.sentence.tokens, first - 1
    if tokens[first].norm not in OF_AGE or at < clause.first or not tokens[at].text[0].isdigit():
        return first
    if at > clause.first and tokens[at - 1].best.case == "abl":
        at -= 1
        at -= at > clause.first and tokens[at - 1].text[0].isdigit()
    owned = at > clause.first and tokens[at - 1].best.case == "gen"
    return phrase(clause, at - 1).first if owned else at


OF_AGE = frozenset(lexicon.words("kinds.service.names", "of_age"))


def _governed(item: Phrase, first: int) -> int:
    """Return where the noun begins that an action governs right before token ``first``, else ``first``."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    later = next((i for i in (first, first - 1) if tokens[i].norm in LATER), first)
    at, cases = later - 1, AFTER if tokens[later].norm in LATER else GOVERNED
    if at < clause.first or tokens[at].best.case not in cases or _named(item, at) or tokens[at].norm in BESIDE:
        return first
    return phrase(clause, at).first if tokens[at].best.pos == "NOUN" or tokens[at].best.form == "part" else first


def with_purpose(item: Phrase) -> Phrase:
    """Операции на открытом сердце, по замене суставов, школа для родителей: what a bare Russian noun is of or for."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    at = item.last
    bare = clause.language == "ru" and item.last - item.first == 1 and at + 1 < clause.last
    if not bare or tokens[at].norm not in (FOR if is_lemma(tokens[item.head], *ROOMS) else BEHIND):
        return item
    head = next((i for i in range(at + 1, min(at + REACH, clause.last)) if tokens[i].best.pos == "NOUN"), None)
    if head is None or any(t.best.pos != "ADJ" and t.best.form != "part" for t in tokens[at + 1 : head]):
        return item
    return replace(item, last=phrase(clause, head).last)


def without_subject(item: Phrase) -> Phrase:
    """Аурухана дәрігерлері жаңа аппаратты енгізді: who starts or has a thing does not name it."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    if clause.language != "kk":
        return item
    owners = [m for m in clause.mentions("facility", first=item.first, last=item.head) if m.first == item.first]
    cut = [m.last for m in owners if m.case == "gen"]
    if tokens[item.head].best.case == "acc":
        cut += [i + 1 for i in range(item.first, item.head) if _is_staff(tokens[i])]
        bodies = clause.mentions("organization", last=item.head)  # X министрлігі … жүйесін іске қосады
        cut += [m.last for m in bodies if m.last > item.first and m.case in ("nom", "") and not _owned(tokens, m)]
        apart = not tokens[item.head].best.possessive
        cut += [m.last for m in owners if m.case in ("nom", "") and (apart or _acts(tokens, m))]
    else:
        cut += [m.last for m in owners if m.case in ("nom", "") and tokens[m.last].best.case in GOVERNED]
    return replace(item, first=without_edge(clause, max(cut), item.head)) if cut else item


def _owned(tokens: tuple[Token, ...], body: Mention) -> bool:
    """«А» қоры орталығы: a body's name without an ending of belonging tells whose the next noun is."""
    return bool(tokens[body.last].best.possessive) and not tokens[body.last - 1].best.possessive


def _acts(tokens: tuple[Token, ...], owner: Mention) -> bool:
    """«А» клиникасы астманы емдеудің хаттамасын …: a quoted name, or one before an object, is who acts."""
    behind = tokens[owner.last]
    new = is_lemma(behind, "жаңа") or behind.norm == "жаңадан"
    return new or behind.best.case in GOVERNED or tokens[owner.first].text in "«“"


def _is_staff(token: Token) -> bool:
    plural = token.best.plural and token.best.case in ("nom", "")
    return plural and any(r.lemma in nouns("professions", "kk") for r in token.readings)


def _is_action(token: Token) -> bool:
    return any(r.form == "inf" and r.case in ("nom", "gen") for r in token.readings[:2])


def _named(item: Phrase, at: int) -> bool:
    return any(m.first <= at < m.last for m in item.clause.mentions("facility", "place", "organization", "person"))


LIKE = frozenset(lexicon.words("kinds.service.names", "like"))
LIKE_REACH = 4


def like_told(item: Phrase, text: str, memory: Memory) -> str:
    """Аналогичные отделения откроются в A: what is like the thing told before bears its name; "" where none was told."""
    tokens = item.clause.sentence.tokens
    if tokens[item.first].best.lemma not in LIKE:
        return text
    told = memory.last_draft("Service", within=LIKE_REACH, sentence=item.clause.index)
    name = str(told.slots["item"]) if told is not None else ""
    return name if name.lower().startswith(tokens[item.head].best.lemma) else ""


def singular(item: Phrase, text: str) -> str:
    """Отделения диализа откроются в A и B: one department in each of the towns."""
    return item.text(singular=True) if text == item.text() else text


def unowned(item: Phrase, text: str) -> str:
    """Зертханасы бар: a bare thing that only "its" house owns is told without the ending."""
    best = item.clause.sentence.tokens[item.head].best
    alone = item.clause.language == "kk" and item.last - item.first == 1 and " " not in text
    return best.lemma if alone and best.possessive and best.lemma.isalpha() else text
