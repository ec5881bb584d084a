"""What an agreement is about beyond its own clause, and partners that are only planned."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.documents.sides import FORM
from kzhealthkg.model import Mention, Sentence, Token
from kzhealthkg.morph import nominative

BACK = frozenset(lexicon.words("kinds.documents.accords", "back"))

CAPITALS = 6
"""Words in the shortest headline that stands in capitals before the first sentence."""
BEHIND, SHORTEST = 3, 4
SIGNS = frozenset(".,;:!?–—-")
CONNECTING = frozenset(lexicon.words("kinds.documents.accords", "connecting"))


@cache
def _words(name: str, language: str) -> frozenset[str]:
    rows = lexicon.table("agreements")
    return frozenset(r["word"] for r in rows if r["group"] == name and r["language"] == language)


def aims(clause: Clause, memory: Memory) -> list[str]:
    """Return what the headline in capitals, or a sentence on the directions of the agreement, says it is for."""
    sentences = memory.document.sentences
    found = [_headline(sentences[0], memory)] if clause.index == 0 else []
    behind = sentences[clause.index + 1 : clause.index + 1 + BEHIND]
    found += [_direction(sentence, clause.language) for sentence in behind]
    return [text for text in found if text]


def _headline(sentence: Sentence, memory: Memory) -> str:
    """… ПОДПИСАЛИ МЕМОРАНДУМ ДЛЯ РАЗВИТИЯ X; X ДАМЫТУ ЖӨНІНДЕ МЕМОРАНДУМҒА ҚОЛ ҚОЙДЫ."""
    tokens = sentence.tokens
    small = (i for i, t in enumerate(tokens) if not t.text.isupper() and any(map(str.islower, t.text)))
    last = next(small, len(tokens))
    while last and (not tokens[last - 1].text[0].isalnum() or FORM.fullmatch(tokens[last - 1].text)):
        last -= 1
    part = tokens[:last]
    if sum(t.text[0].isalpha() for t in part) < CAPITALS:
        return ""
    piece = _aim_ru(part) if memory.language == "ru" else _aim_kk(part)
    return _recased(nominative(piece, memory.language), memory) if piece else ""


def _aim_ru(part: tuple[Token, ...]) -> tuple[Token, ...]:
    noun = next((i for i, t in enumerate(part) if is_lemma(t, *_words("type", "ru"))), len(part))
    at = next((i for i in range(noun, len(part)) if part[i].norm in _words("aim", "ru")), len(part))
    return part[at + 1 :]


def _aim_kk(part: tuple[Token, ...]) -> tuple[Token, ...]:
    at = next((i for i, t in enumerate(part) if t.norm in _words("aim", "kk")), 0)
    named = [i for i in range(at) if part[i].text[0] in "»”" or part[i].text.isascii()]
    return part[named[-1] + 1 : at] if named else ()


def _recased(text: str, memory: Memory) -> str:
    """Return words in capitals in small letters, but as the body writes those that it begins with a capital."""
    tokens = [t for s in memory.document.sentences for t in s.tokens[1:] if len(t.text) >= SHORTEST]
    small = {t.text for t in tokens if t.text.islower()}
    names = tuple({t.norm for t in tokens if t.text.istitle()} - small)
    places = {
        t.norm
        for s in memory.document.sentences
        for m in s.mentions
        if m.type == "place"
        for t in s.tokens[m.first : m.last]
    }
    words = text.lower().split()
    return " ".join(
        w.capitalize() if (names and w.startswith(names) and w not in small) or w in places else w for w in words
    )


def _direction(sentence: Sentence, language: str) -> str:
    """Одним из направлений станет X; бағыттарының бірі – X: what is behind the verb or the dash, to the end."""
    tokens, nouns = sentence.tokens, _words("direction", language)
    if nouns.isdisjoint(sentence.words):
        return ""
    noun = next((i for i, t in enumerate(tokens) if not nouns.isdisjoint(t.words)), None)
    if noun is None or not any(t.norm in _words("one", language) for t in tokens[max(0, noun - 3) : noun + 2]):
        return ""
    behind = range(noun + 1, min(len(tokens), noun + 5))
    at = next((i for i in behind if tokens[i].norm in _words("link", language) or tokens[i].text in "–—"), None)
    part = tokens[at + 1 :] if at is not None else ()
    while part and part[-1].text in SIGNS:
        part = part[:-1]
    return "" if not part or any(t.text in ",;" for t in part) else nominative(part, language)


def fields(hit: Hit) -> tuple[Token, ...]:
    """Договорились запустить проекты в A, B и C: the words behind the preposition."""
    tokens, last = hit.clause.sentence.tokens, hit.clause.last
    for at in range(hit.last + 1, last - 1):
        covered = any(m.first <= at + 1 < m.last for m in hit.clause.mentions("place", "date", "facility"))
        bearing = is_lemma(tokens[at - 1], *_words("bearing", "ru"))
        if tokens[at].norm in IN and bearing and not covered:
            return tokens[at + 1 : last]
    return ()


def points_back(clause: Clause) -> bool:
    """Об этом договорились …: the sentence before told it."""
    opening = [t.norm for t in clause.tokens[:4]]
    return any(f"{a} {b}" in BACK for a, b in pairwise(opening))


def prospects(hit: Hit, memory: Memory) -> list[Draft]:
    """В планах сотрудничество с A и B: one planned agreement a partner, with who agreed before."""
    latest = _latest(memory)
    if latest is None:
        return []
    if hit.clause.language == "kk":
        return [_prospect(hit, m, str(latest.slots["parties"][0])) for m in partners_kk(hit.clause, hit.first)]
    partners = [m for m in hit.clause.mentions("place", "organization", "facility", first=hit.last) if _names(m)]
    return [_prospect(hit, m, str(latest.slots["parties"][0])) for m in _chain(hit, partners)]


def _latest(memory: Memory) -> Draft | None:
    """Return the agreement told last whose parties are known."""
    return next((d for d in reversed(memory.drafts) if d.kind == "Agreement" and d.slots.get("parties")), None)


def partners_kk(clause: Clause, before: int) -> list[Mention]:
    """X, Y және Z колледждерімен: the bodies in the instrumental that share one list."""
    found = clause.mentions("facility", "organization", last=before)
    return [m for m in found if m.case == "ins" and m.value.name and not getattr(m.value, "plural", False)]


def each_partner(draft: Draft, hit: Hit, memory: Memory) -> list[Draft]:
    """X және Y колледждерімен меморандум жасасты: a list that shares its noun makes an agreement of each partner."""
    partners = partners_kk(hit.clause, hit.first) if hit.clause.language == "kk" else []
    if len(partners) < 2 or not hit.clause.sentence.tokens[partners[-1].last - 1].best.plural:
        return [draft]
    names = {m.value.name for m in partners}
    latest = _latest(memory)
    own = [p for p in draft.slots.get("parties", ()) if p not in names] or (
        latest.slots["parties"][:1] if latest else []
    )
    return [_with_partner(draft, [*own, m.value.name], m) for m in partners]


def _with_partner(draft: Draft, parties: list[str], partner: Mention) -> Draft:
    slots = {k: v for k, v in draft.slots.items() if k not in ("parties", "region", "place", "placeCode")}
    made = replace(draft, slots=slots, used=set())
    made.say("parties", parties)
    place = getattr(partner.value, "place", None)
    made.say("region", place.region if place is not None else "")
    return made


def _names(mention: Mention) -> bool:
    return mention.value.level in SETTLEMENTS if mention.type == "place" else bool(mention.value.name)


def _chain(hit: Hit, partners: list[Mention]) -> list[Mention]:
    """Return the partners of one list that "с" opens."""
    tokens, kept = hit.clause.sentence.tokens, list[Mention]()
    for mention in partners:
        start = kept[-1].last if kept else hit.last
        between = [t.norm for t in tokens[start : mention.first]]
        if mention.first >= start and (between in (["с"], ["со"]) if not kept else set(between) <= CONNECTING):
            kept.append(mention)
    return kept


def _prospect(hit: Hit, partner: Mention, party: str) -> Draft:
    tokens = hit.clause.sentence.tokens
    slots = {"parties": [party, partner.value.name], "status": "planned"}
    start, end = sorted((tokens[hit.first].start, partner.start))[0], max(tokens[hit.last - 1].end, partner.end)
    draft = Draft("Agreement", slots, start, end, hit.frame.name, hit.clause.index)
    place = partner.value if partner.type == "place" else getattr(partner.value, "place", None)
    draft.say("region", place.region if place is not None else "")
    return draft
