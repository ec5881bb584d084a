"""How a thing is worded: what it does told before it, and no capital that only the sentence's beginning gave."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.chains import left_edge
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import JOINING, Phrase, for_whom, phrase
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.governed import MOBILE, NAMED
from kzhealthkg.morph import nominative

HABITUAL = lexicon.words("extract.context.wording", "habitual")
ACTED = frozenset({"nom", "acc", "dat"})


def described(item: Phrase) -> str:
    """Ота жасайтын қондырғы: the participle, and what it acts on, before a bare Kazakh thing; "" where there is none."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    at = left_edge(item) - 1
    told = clause.language == "kk" and (item.count is not None or (at + 2 == item.last and tokens[at].norm in NEEDED))
    if told and (meant := _meant_for(clause, at) or _against(clause, at)):
        return meant
    if clause.language == "kk" and at > clause.first and (fitted := _fitted(clause, at)):
        return fitted
    bare = clause.language == "kk" and item.last - item.first == 1
    if not bare or at <= clause.first or not tokens[at].norm.endswith(HABITUAL) or "part" not in forms(tokens[at]):
        return ""
    acted = tokens[at - 1].best
    priced = any(m.first < at <= m.last for m in clause.mentions("money"))
    if tokens[at - 1].norm == "жұмыс":
        return ""  # тәулік бойы жұмыс істейтін дәріхана: every thing works
    if priced or acted.pos != "NOUN" or (acted.case or "nom") not in ACTED:
        return ""
    return clause.text(_acted_first(clause, at - 1), at + 1).lower()


def _meant_for(clause: Clause, at: int) -> str:
    """Балаларға арналған [15 құрылғы]: for whom or what things are, told before their number; "" for nothing."""
    tokens = clause.sentence.tokens
    if at <= clause.first or not tokens[at].norm.startswith(MEANT) or tokens[at - 1].best.case != "dat":
        return ""
    first = for_whom(clause, at - 1)
    named = clause.mentions(*NAMED, first=first, last=at)
    counted = any(first <= m.last <= at for m in clause.mentions("number", "money"))
    listed = any(t.norm in JOINING for t in tokens[first:at])
    return "" if named or counted or listed else clause.text(first, at + 1).lower()


NEEDED = frozenset(lexicon.words("extract.context.wording", "needed"))
MEANT = ("арналған", *NEEDED)


def _against(clause: Clause, at: int) -> str:
    """Тұмауға қарсы [10 мың доза вакцина]: against what a thing is, told before its number; "" for nothing."""
    tokens = clause.sentence.tokens
    if at <= clause.first or tokens[at].norm != "қарсы" or tokens[at - 1].best.case != "dat":
        return ""
    first = phrase(clause, at - 1).first
    while first - 2 >= clause.first and tokens[first - 1].norm in JOINING:
        first = phrase(clause, first - 2).first
    first += any(m.first == first == m.last - 1 and m.case == "nom" for m in clause.mentions("place"))
    first += first < at - 1 and tokens[first].norm in BUYERS
    return "" if clause.mentions(*NAMED, first=first, last=at) else _uncapped(clause.text(first, at + 1), first)


BUYERS = frozenset(lexicon.words("extract.context.wording", "buyers"))


def _uncapped(said: str, first: int) -> str:
    return said if first or said[1:2].isupper() else said[:1].lower() + said[1:]


def _fitted(clause: Clause, at: int) -> str:
    """Құрылғылармен жабдықталған [4 автобус], жабдығы бар, GAZ маркалы: with what, or of what make; "" for nothing."""
    tokens = clause.sentence.tokens
    word, before = tokens[at].norm, tokens[at - 1].best
    if word in MAKES:
        made = tokens[at - 1].text
        told = (made.isascii() or made in "»”") and made[0] not in ".,;:()"
        first = _make_first(clause, at - 1)
    else:
        fitted = word in FITTED and before.case == "ins"
        told = before.pos == "NOUN" and (fitted or (word == HAS and bool(before.possessive) and before.case == "nom"))
        first = phrase(clause, at - 1).first if told else at
    if not told or clause.mentions(*NAMED, first=first, last=at):
        return ""
    return _uncapped(clause.text(first, at + 1), first)


def _make_first(clause: Clause, at: int) -> int:
    """«УАЗ» маркалы, Hyundai H-350 маркалы: where the name of a make that ends at token ``at`` begins."""
    tokens = clause.sentence.tokens
    if tokens[at].text not in "»”":
        return next((i + 1 for i in range(at - 1, clause.first - 1, -1) if not _latin(tokens[i].text)), clause.first)
    return next((i for i in range(at, clause.first, -1) if tokens[i].text in "«“"), at)


def _latin(word: str) -> bool:
    return word.isascii() and word[0].isupper()


FITTED = frozenset(lexicon.words("extract.context.wording", "fitted"))
MAKES = frozenset(lexicon.words("extract.context.wording", "makes"))
HAS = "бар"


def _acted_first(clause: Clause, at: int) -> int:
    """Мобильді ота жасайтын, шұғыл науқастарды қабылдайтын: where the words of the participle begin."""
    first = phrase(clause, at).first
    owned = {i for m in clause.mentions(*NAMED) for i in range(m.first, m.last)}
    while first < at and (first in owned or clause.sentence.tokens[first].best.lemma in nouns("professions", "kk")):
        first += 1
    owners = [i for i in range(first, at) if _owned(clause, i)]
    first = owners[-1] + 1 if owners else first
    before = clause.sentence.tokens[first - 1] if first > clause.first else None
    return first - 1 if before is not None and before.norm.startswith(MOBILE) else first


def _owned(clause: Clause, at: int) -> bool:
    """Ауыл дәрігерлері қызмет көрсететін көлік: who acts is no part of what is done."""
    best = clause.sentence.tokens[at].best
    return bool(best.possessive and best.plural and best.case == "nom")


def lowered(item: Phrase, text: str) -> str:
    """Return a phrase's text without the capital that only the beginning of a sentence gave it."""
    tokens = item.clause.sentence.tokens
    first = tokens[item.first]
    opens = item.first == 0 or tokens[item.first - 1].text in '«“„"―–—-•'
    if all(t.text.isupper() for t in tokens if t.text.isalpha() and len(t.text) > 3):
        return text.lower() if len(first.text) > 4 else text
    if opens and first.text[1:].islower() and not first.text.isascii():
        return text[:1].lower() + text[1:]
    return text


EVERY = frozenset(lexicon.words("extract.context.wording", "every"))


def recurs(clause: Clause) -> bool:
    """Жыл сайын 100 маман келеді: what happens every year goes on."""
    return clause.language == "kk" and any(t.norm in EVERY for t in clause.tokens)


def unowned(item: Phrase) -> str:
    """Вирусологиялық зертханасы бар: behind an adjective the possessive says only whose a thing is; "" for none."""
    tokens = item.clause.sentence.tokens
    head = tokens[item.head].best
    own = item.clause.language == "kk" and head.possessive and not head.plural and item.last == item.head + 1
    alone = item.first == item.head or tokens[item.head - 1].norm.endswith(SORTS)
    room = own and alone and is_lemma(tokens[item.head], *ROOMS)
    return nominative(tokens[item.first : item.last], "kk", bare=True) if room else ""


ROOMS = lexicon.words("extract.context.wording", "rooms")
SORTS = lexicon.words("extract.context.wording", "sorts")
