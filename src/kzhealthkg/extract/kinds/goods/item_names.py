"""How things that are bought or delivered are named: in the nominative, and by the fuller name said before."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.nouns import light, nouns
from kzhealthkg.extract.clause.phrases import SIZED, Phrase
from kzhealthkg.extract.clause.phrases_ru import genitive
from kzhealthkg.extract.clause.shared_heads import shares
from kzhealthkg.extract.clause.syntax import is_lemma, words
from kzhealthkg.extract.context import of_total, wording
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods.bare_counts import ONES
from kzhealthkg.extract.kinds.goods.known import is_device
from kzhealthkg.extract.kinds.goods.whole_names_kk import RELATING, whole
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import replace
from kzhealthkg.morph import nominative

NAME_REACH = 4
MORE = frozenset(lexicon.words("kinds.goods.item_names", "more"))


@cache
def _stems(language: str) -> tuple[str, ...]:
    return tuple(r["stem"] for r in lexicon.table("health_words") if r["language"] == language)


def medical(item: Phrase) -> bool:
    """Say whether a thing's name has a word of health care in it."""
    words = item.clause.sentence.tokens[item.first : item.last]
    return any(t.norm.startswith(_stems(item.clause.language)) for t in words)


def item_text(item: Phrase) -> str:
    """Return the name of a thing, singular where it is counted or a mere plural."""
    return f"{wording.described(item)} {wording.lowered(item, _text(item))}".strip()


def _text(item: Phrase) -> str:
    """150 млн теңгенің медициналық жабдығы: the ending that only whose it is calls for is off."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    if shares(item):
        return item.text()
    at = _before_count(item)
    sums = {m.last - 1 for m in clause.mentions("money") if m.case == "gen"}
    before = tokens[at] if at >= clause.first else None
    whose = before is not None and (before.norm in SUMS or (before.best.case == "gen" and before.best.pos == "NOUN"))
    several = bool(tokens[item.head].best.plural and tokens[item.head].best.possessive)  # медициналық жабдықтары
    head = tokens[item.head]  # дәрі-дәрмегі жеткізілді; қондырғы is nobody's
    alone = item.first == item.head and bool(head.best.possessive) and head.norm not in nouns("items", "kk")
    owned = clause.language == "kk" and (at in sums or whose or several or alone)
    plain = item.head == item.first or _describes(tokens[item.head - 1])
    if clause.language == "ru" and item.first == item.head - 1 and tokens[item.first].text.isupper():
        return f"{tokens[item.first].text} {nominative(tokens[item.head : item.last], 'ru', singular=True)}"
    if owned and plain:
        return nominative(tokens[item.first : item.last], "kk", bare=True)
    return item.text(singular=True)


def _describes(token: Token) -> bool:
    """Желілік: an adjective, or a noun that looks like one and is no thing itself (жабдық)."""
    return token.best.pos == "ADJ" or (token.norm.endswith(RELATING) and token.best.lemma not in nouns("items", "kk"))


def _before_count(item: Phrase) -> int:
    """Өндірушілердің 27 заманауи үдеткіші: return the word before a thing, its number and what praises it."""
    tokens, at = item.clause.sentence.tokens, chains.left_edge(item) - 1
    while at > item.clause.first and (tokens[at].best.pos in ("NUM", "ADJ") or tokens[at].norm in SIZED):
        at -= 1
    return at


SUMS = frozenset(lexicon.words("kinds.goods.item_names", "sums"))


def name(draft: Draft, item: Phrase, memory: Memory) -> None:
    """Fill ``item``; a bare көлік, автомобиль takes up the fuller name said before, a share its total's source."""
    if item.count is None and item.clause.language == "ru" and (alone := without_one(item)) is not item:
        item = alone
        draft.say("count", 1)
    draft.plural = item.count is None and "count" not in draft.slots and _several(item)
    item = whole(_without_rank(item)) if item.clause.language == "kk" else _without_rank(item)
    text = item_text(_without_likeness(item))
    total = memory.last_draft("Procurement", within=NAME_REACH, sentence=item.clause.index)
    fuller = total.slots["item"] if total is not None else _stock_before(item, memory)
    word = item_text(_without_origin(item))
    bare = (_last_word(item, fuller, word) and not _outnumbers(item, total)) or _first_word(
        item, fuller
    ) == word.lower()
    bare = bare or (_adds_more(item) and _same_thing(word, fuller))
    if only_unit(item) and total is not None:
        bare = True
        draft.take_over(total, *TAKEN_UP)
    again = total is not None and item.clause.index - total.sentence < ALL_REACH and item.count is None
    one = again and total is not None and total.slots.get("count", 1) == 1 and not _new(item)
    near = total is not None and item.clause.index - total.sentence <= ALL_REACH and item.count is None
    bare = bare or (near and text.lower() in ALL_OF_IT) or (one and text.lower() in DEVICES)
    draft.say("item", fuller if bare and fuller else _device(item, text, memory) or _for_what(item, text))
    if total is not None and bare and of_total.shares(item.clause):
        draft.take_over(total, "source", "date", "due")


def _several(item: Phrase) -> bool:
    """Томографы, оборудование, жабдықтар: more than one thing, whether the word says so or not."""
    head = item.clause.sentence.tokens[item.head]
    return head.best.lemma in MASSES or any(r.plural and r.case in ("nom", "acc") for r in head.readings)


MASSES = frozenset(lexicon.words("kinds.goods.item_names", "masses"))


def _stock_before(item: Phrase, memory: Memory) -> str:
    """160 жедел жәрдем көлігі бар. Тағы 20 көлік алынады: more of those that are there already, "" of others."""
    stock = memory.last_draft("Indicator", within=1, sentence=item.clause.index)
    there = stock is not None and "unit" not in stock.slots and stock.rule.startswith("indicator-stock")
    return str(stock.slots["measure"]) if stock is not None and there and _adds_more(item) else ""


def without_one(item: Phrase) -> Phrase:
    """Один ангиограф: the word for one is no part of the name."""
    said = item.first < item.head and item.clause.sentence.tokens[item.first].norm in ONES
    return replace(item, first=item.first + 1) if said else item


def _outnumbers(item: Phrase, total: Draft | None) -> bool:
    """Куплены 24 автобуса и детский реанимобиль. Приобретён 41 реанимобиль: more than were told of are others."""
    if item.count is None or total is None or _adds_more(item):
        return False
    return bool(item.count.value.value > total.slots.get("count", item.count.value.value))


def _without_origin(item: Phrase) -> Phrase:
    """85 аппаратов отечественного производства: where a thing is made does not tell which one it is."""
    tokens, last = item.clause.sentence.tokens, item.last
    made = last - item.head > 2 and tokens[last - 1].norm == MADE and tokens[last - 2].best.pos == "ADJ"
    return replace(item, last=last - 2) if made else item


MADE = lexicon.words("kinds.goods.item_names", "made")[0]


def _new(item: Phrase) -> bool:
    """Также закуплены аппараты, другой прибор: one more thing than the one told before."""
    plural = any(r.plural for r in item.clause.sentence.tokens[item.head].readings if r.case == "nom")
    return plural or _adds_more(item)


OWNERS = frozenset(lexicon.words("kinds.goods.item_names", "owners"))
LIKE = frozenset(lexicon.words("kinds.goods.item_names", "like"))
DEVICES = frozenset(lexicon.words("kinds.goods.item_names", "devices"))
SETS = frozenset(lexicon.words("kinds.goods.item_names", "sets"))
ALL_OF_IT = frozenset(lexicon.words("kinds.goods.item_names", "all_of_it"))
DEVICE_REACH = 2
ALL_REACH = 2
"""Sentences back to what a general word for all of it means."""


def _without_rank(item: Phrase) -> Phrase:
    """Второй томограф: which one of its sort it is in a row is no part of what it is."""
    tokens, first = item.clause.sentence.tokens, item.first
    ranked = item.clause.language == "ru" and first < item.head and tokens[first].best.lemma in RANKS
    return replace(item, first=first + 1) if ranked else item


RANKS = frozenset(lexicon.words("kinds.goods.item_names", "ranks"))


def _without_likeness(item: Phrase) -> Phrase:
    """Подобные ускорители, екінші томограф: that they are like others, or which one it is, is no part of what they are."""
    tokens, first = item.clause.sentence.tokens, item.first
    opens = item.clause.language == "kk" and first == item.clause.first and item.head - first > 1
    if opens and tokens[first].best.lemma in OWNERS and tokens[first].best.case == "nom":
        first += not tokens[first].best.possessive  # бөлімше заманауи жүйемен жабдықталды
    while first < item.head and tokens[first].best.lemma in LIKE and tokens[first + 1].norm != BORN:
        first += 1
    if item.clause.language == "kk":  # сұранысқа ие емес [аппараттар]
        first = max((i + 1 for i in range(first, item.head) if tokens[i].norm in NOT), default=first)
    return replace(item, first=first)


BORN = "туған"
"""Жаңа туған нәрестелерге арналған: the newborn, no new thing."""


def _for_what(item: Phrase, text: str) -> str:
    """Аппарат для фототерапии: what a bare device is for tells which one it is."""
    tokens, at = item.clause.sentence.tokens, item.last
    last = at + 1
    while last < min(item.clause.last, at + PURPOSE_REACH) and genitive(tokens[last]):
        last += 1
    told = item.clause.language == "ru" and text.lower() in DEVICES | SETS and tokens[at : at + 1] != ()
    told = told and tokens[at].norm == "для" and last > at + 1 and not is_lemma(tokens[at + 1], *MOVING)
    return f"{text} {words(tokens[at:last])}" if told else text


NOT = frozenset(lexicon.words("kinds.goods.item_names", "not"))
MOVING = lexicon.words("kinds.goods.item_names", "moving")
PURPOSE_REACH = 4
"""Words that say what a device is for, at most."""


def _device(item: Phrase, text: str, memory: Memory) -> str:
    """Заработал томограф. Аппарат приобретён …: a bare word for any device is the one that a service was told of."""
    language, word = item.clause.language, text.lower()
    after = item.clause.sentence.tokens[item.last : item.last + 1]
    if word not in DEVICES or any(t.norm == "для" for t in after) or item.count is not None:
        return ""
    told = memory.last_draft("Service", within=DEVICE_REACH, sentence=item.clause.index)
    fuller = str(told.slots["item"]) if told is not None else ""
    if told is None and language == "ru":
        return _spoken_of(item, memory)
    device = _is_device(fuller, word) if language == "kk" else not fuller.lower().startswith(ROOMS)
    return fuller if device else ""


def _spoken_of(item: Phrase, memory: Memory) -> str:
    """Дождались маммографа. Аппарат привезли …: the one device that the words before name."""
    index = item.clause.index
    before = memory.document.sentences[index - 1 : index] if index else ()
    here = item.clause.sentence.tokens[: item.first]
    named = [t for tokens in (here, *(s.tokens for s in before)) for t in tokens if _names_device(t)]
    lemmas = {t.best.lemma for t in named}
    return lemmas.pop() if len(lemmas) == 1 and not any(t.best.plural for t in named) else ""


def _names_device(token: Token) -> bool:
    return token.best.pos == "NOUN" and is_device(token.best.lemma, "ru")


def _is_device(fuller: str, word: str) -> bool:
    """Томограф іске қосылды. Аппарат …, кешені іске қосылды. Кешен …: a device, and no department that has some."""
    last = fuller.lower().split()[-1:]
    return any(w.startswith((word, *nouns("items", "kk"))) and not w.startswith(ROOMS) for w in last)


ROOMS = lexicon.words("kinds.goods.item_names", "rooms")


TAKEN_UP = ("source", "facility", "place", "district", "placeCode", "region", "programme")


def only_unit(item: Phrase) -> bool:
    """Тағы 12 мың дана: a unit that stands for the thing said before."""
    token = item.clause.sentence.tokens[item.head]
    return item.clause.language == "kk" and item.last - item.first == 1 and token.best.lemma in light()


def _last_word(item: Phrase, fuller: str, text: str) -> bool:
    """Жедел жәрдем көлігі is said again as көлік: its head stands last, in Kazakh perhaps with an ending."""
    last, word = fuller.lower().split()[-1:], text.lower()
    if " " in text or not last:
        return False
    ended = item.clause.language == "kk" and len(word) > 3 and 1 <= len(last[0]) - len(word) <= 2
    return last[0] == word or (ended and last[0].startswith(word[:-1]))


def _adds_more(item: Phrase) -> bool:
    """Ещё 20 машин: more of what was told before."""
    before = item.clause.sentence.tokens[max(item.clause.first, item.first - 4) : item.first]
    return any(t.norm in MORE for t in before)


def _same_thing(text: str, fuller: str) -> bool:
    """A bare машина and the автомобиль said before are one sort of thing."""
    groups = {row["form"]: row["group"] for row in lexicon.table("same_things")}
    sorts = {groups[word] for word in fuller.lower().split() if word in groups}
    return " " not in text and groups.get(text.lower(), "") in sorts


def _first_word(item: Phrase, fuller: str) -> str:
    """Машина скорой помощи is said again as машина: its head stands first."""
    return fuller.lower().partition(" ")[0] if item.clause.language == "ru" else ""
