"""Who agrees with whom: bodies joined before the verb, partners in the instrumental, the bodies of those who sign."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.relays import attributed
from kzhealthkg.extract.clause.syntax import is_lemma, words
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.documents.bodies_ru import between_ru, with_branch
from kzhealthkg.extract.kinds.documents.listed_ru import abbreviated, in_row
from kzhealthkg.extract.kinds.documents.loose_names import latin, name_after, name_before, owned
from kzhealthkg.extract.kinds.documents.sides import AND_KK, Party, own_side, pointed
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import nominative

JOINS = frozenset(lexicon.words("kinds.documents.parties", "joins"))
OF_COUNTRY = lexicon.words("kinds.documents.parties", "of_country")
BETWEEN = lexicon.words("kinds.documents.parties", "between")
OWNED = 6
"""Words from a country in the genitive to its body, at most."""


def parties(hit: Hit, people: list[Agent], memory: Memory) -> list[Party]:
    """Return the parties that the sentence names, in order."""
    own = [(a.start, a.end) for a in people]
    found = [m for m in _bodies(hit) if not any(s <= m.start < e for s, e in own)]
    named = [_party(hit, m) for m in _with_listed(hit, found, [m for m in found if _takes_part(hit, m, found)])]
    taken = [(p.first, p.last) for p in named]
    tokens = hit.clause.sentence.tokens
    free = [p for p in _loose(hit) if not any(s <= tokens[p.first].start < e for s, e in own)]
    loose = [p for p in free if not any(f < p.last and p.first < n for f, n in taken)]
    taken += [(p.first, p.last) for p in loose]
    loose += [p for p in between_ru(hit) if not any(f < p.last and p.first < n for f, n in taken)]
    taken += [(p.first, p.last) for p in loose]
    ends = {m.last for m in found} | {p.last for p in loose}
    loose += [p for p in _nameless(hit, ends) if not any(f < p.last and p.first < n for f, n in taken)]
    loose += _before_comma(hit, found, named, loose)
    if hit.clause.language == "ru":
        loose += abbreviated(hit, [(p.first, p.last) for p in (*named, *loose)])
    others = own_side(hit, found, memory) if named or loose else pointed(hit, memory)
    told = [p for p in [*named, *loose] if not any(p.first < o.last and o.first < p.last for o in others)]
    return sorted([*told, *others], key=lambda p: p.first)


def _with_listed(hit: Hit, found: list[Mention], sides: list[Mention]) -> list[Mention]:
    """A, B және C қол қойды: those before a comma are sides as the one behind it is."""
    tokens = hit.clause.sentence.tokens
    if hit.clause.language == "ru":
        return in_row(hit, found, sides)
    for mention in reversed(found):
        behind = next((m for m in sides if m.first == mention.last + 1 and _alike(m, mention)), None)
        listed = behind is not None and tokens[mention.last].text == "," and mention.case in ("nom", "")
        if listed and mention not in sides:
            sides = [mention, *sides]
    return sides


def _before_comma(hit: Hit, found: list[Mention], named: list[Party], loose: list[Party]) -> list[Party]:
    """X әкімдігі, «Y» және Z университеті: a body before the comma of a side that no annotator knows."""
    tokens = hit.clause.sentence.tokens
    begun, known = {p.first for p in loose}, {p.first for p in named}
    ahead = [m for m in found if m.first not in known and m.case in ("nom", "") and m.last + 1 in begun]
    return [_party(hit, m) for m in ahead if hit.clause.language == "kk" and tokens[m.last].text == ","]


def _bodies(hit: Hit) -> list[Mention]:
    """Organisations, named facilities and countries of the sentence, the longest of those on one spot."""
    sentence = hit.clause.sentence
    limit = len(sentence.tokens) if hit.clause.language == "ru" else hit.first
    first = attributed(sentence.tokens) or 0
    wanted = [m for m in sentence.mentions if first <= m.first and m.last <= limit and _is_body(m)]
    wanted.sort(key=lambda m: (m.first - m.last, m.type != "organization", m.first))
    kept: list[Mention] = []
    for mention in wanted:
        if not any(o.first < mention.last and mention.first < o.last for o in kept):
            kept.append(mention)
    kept = [with_branch(hit, m) for m in kept] if hit.clause.language == "ru" else kept
    return sorted(kept, key=lambda m: m.first)


def _is_body(mention: Mention) -> bool:
    if mention.type == "place":
        return mention.value.level in ("country", "oblast")
    return (
        mention.type in ("organization", "facility")
        and bool(mention.value.name)
        and not getattr(mention.value, "plural", False)
    )


def _party(hit: Hit, mention: Mention) -> Party:
    name = str(mention.value.name)
    if mention.type == "place" and mention.value.level == "oblast":
        name = nominative(hit.clause.sentence.tokens[mention.first : mention.last], hit.clause.language)
    kazakh = hit.clause.language == "kk"
    last = _with_office(hit.clause.sentence.tokens, mention) if kazakh else mention.last
    return _of_country(hit, mention) or Party(name, mention.first, last)


def _of_country(hit: Hit, mention: Mention) -> Party | None:
    """Түркия компаниясы: a country that only says whose the company is agrees to nothing itself."""
    tokens = hit.clause.sentence.tokens
    owner = mention.type == "place" and mention.value.level == "country" and mention.case in ("nom", "", "gen")
    if hit.clause.language == "ru" or not owner:
        return None
    reach = range(mention.last, min(hit.first, mention.last + (OWNED if mention.case == "gen" else 1)))
    last = next((i + 1 for i in reach if owned(tokens[i])), None)
    return None if last is None else Party(nominative(tokens[mention.first : last], "kk"), mention.first, last)


def _takes_part(hit: Hit, mention: Mention, found: list[Mention]) -> bool:
    tokens = hit.clause.sentence.tokens
    if hit.clause.language == "ru":
        return _takes_part_ru(hit, mention)
    end = _with_office(tokens, mention)
    following = tokens[end].norm if end < len(tokens) else ""
    joined = mention.first - 1 - (mention.first > 1 and tokens[mention.first - 1].norm.endswith(OF_COUNTRY))
    before = tokens[joined].norm if joined >= 0 else ""
    if mention.type == "place" and mention.value.level == "oblast" and mention.case == "ins":
        return False
    if mention.case == "ins" or following in BETWEEN:
        return True
    if mention.first <= hit.clause.first + 1 and mention.case in ("nom", "") and _partnered(hit, found):
        return mention.type != "place" and following not in JOINS
    case = "nom" if end > mention.last else mention.case
    if following in JOINS and case in ("nom", ""):
        return _joined_on(hit, mention, found)
    return (
        before in JOINS
        and (any(joined == _with_office(tokens, m) and _beside(m, mention) for m in found) or _spoken_of(hit, joined))
        and case in ("nom", "", "gen")
    )


def _partnered(hit: Hit, found: list[Mention]) -> bool:
    """Say whether the clause names whom somebody agrees with."""
    return any(m.case == "ins" for m in found) or bool(_quoted_with(hit))


def _spoken_of(hit: Hit, end: int) -> bool:
    """Орталық пен X университеті, «Y» және X университеті: the facility spoken of, or a quotation, before the join."""
    return hit.clause.sentence.tokens[end - 1].text in "»”" or any(
        m.last == end and m.value.definite for m in hit.clause.mentions("facility")
    )


def _alike(one: Mention, other: Mention) -> bool:
    """An oblast agrees with an oblast; beside a body it only says where that is."""
    oblasts = [m for m in (one, other) if m.type == "place" and m.value.level == "oblast"]
    return len(oblasts) != 1


def _beside(one: Mention, other: Mention) -> bool:
    """Атырау облысы мен X клиникасы: an oblast before the join agrees with any body; X мен Атырау облысының … does not."""
    return (one.type == "place" and one.value.level == "oblast" and one.case in ("nom", "")) or _alike(one, other)


def _joined_on(hit: Hit, mention: Mention, found: list[Mention]) -> bool:
    """A мен B: a body follows; or whoever it is does, as the first words of the sentence."""
    tokens = hit.clause.sentence.tokens
    end = _with_office(tokens, mention)
    if mention.type == "place":  # Атырау облысы мен X клиникасы
        return any(m.first == end + 1 and m.value.name for m in found)
    after = any(m.first == end + 1 and _alike(m, mention) for m in found)
    return after or mention.first <= 2 or tokens[end].norm in AND_KK


def _with_office(tokens: tuple[Token, ...], mention: Mention) -> int:
    """X ректоры [мен Y өкілдері] қол қойды: where a body ends, with who signs for it and is not named."""
    held = (
        mention.last < len(tokens) and is_lemma(tokens[mention.last], *HEADS) and tokens[mention.last].best.possessive
    )
    return mention.last + held


HEADS = lexicon.words("kinds.documents.parties", "heads")


def _takes_part_ru(hit: Hit, mention: Mention) -> bool:
    tokens = hit.clause.sentence.tokens
    before = [t.norm for t in tokens[max(0, mention.first - 4) : mention.first]]
    if mention.type == "place" and (mention.case not in ("nom", "ins") or mention.value.level == "oblast"):
        return False
    if "между" in before or before[-1:] in (["с"], ["со"]):
        return True
    aim = any("inf" in t.forms for t in tokens[hit.last : mention.first])  # договорились открыть A и B
    joined = before[-1:] == ["и"] and mention.case in ("nom", "ins", "acc") and not aim
    signs = (hit.verb.best.plural or _signs(hit)) and 0 <= mention.first - hit.last <= 1  # подписали A и B
    return joined or (mention.case == "nom" and (mention.first < hit.first or signs))


def _signs(hit: Hit) -> bool:
    """Соглашение с A подписала B: one who signs stands behind a verb of the active."""
    return hit.verb.best.form in ("past", "pres", "fut") and not hit.verb.norm.endswith("ся")


def _loose(hit: Hit) -> list[Party]:
    """Companies that no annotator knows: quoted or Latin names right before and behind a join."""
    tokens = hit.clause.sentence.tokens
    found: list[Party] = []
    last = min(hit.first if hit.clause.language != "ru" else len(tokens), len(tokens) - 1)
    joins = [at for at in range(1, last) if tokens[at].norm in JOINS]
    bodies = _bodies(hit) if joins else []
    for at in joins:
        left, right = name_before(tokens, at), name_after(tokens, at + 1)
        known = any(at in (m.last, m.first - 1) for m in bodies)
        comma = left is not None and left.first > 1 and tokens[left.first - 1].text == ","
        listed = comma and any(m.last == left.first - 1 for m in bodies) if left is not None else False
        if (left and right) or ((known or listed) and (left or right)):
            found += [p for p in (left, right) if p is not None and p not in found]
    return found + (_quoted_with(hit) if hit.clause.language == "kk" else [] if found else _with_latin(hit))


def _quoted_with(hit: Hit) -> list[Party]:
    """«X» орталығымен: a partner whose name in quotes owns a bare noun."""
    tokens = hit.clause.sentence.tokens
    ends = [i for i in range(hit.clause.first, hit.first - 1) if tokens[i].text in "»”"]
    heads = [i + 1 for i in ends if tokens[i + 1].best.case == "ins" and owned(tokens[i + 1])]
    found = [name_before(tokens, i) for i in heads if is_lemma(tokens[i], *HOUSES)]
    return [Party(f"{p.name} {nominative(tokens[p.last : p.last + 1], 'kk')}", p.first, p.last + 1) for p in found if p]


HOUSES = lexicon.words("kinds.documents.parties", "houses")


def _with_latin(hit: Hit) -> list[Party]:
    """Договор с General Electric: a name in Latin letters behind the preposition."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    behind = [i + 1 for i in range(clause.first, clause.last - 1) if tokens[i].norm in WITH and latin(tokens[i + 1])]
    return [party for i in behind if (party := name_after(tokens, i)) is not None]


def _nameless(hit: Hit, ends: set[int]) -> list[Party]:
    """Төрт фармацевтикалық компаниямен, с турецким инвестором: a body said by its sort, beside another or with."""
    tokens = hit.clause.sentence.tokens
    parties_ = []
    for item in headed(hit.clause, "partners", last=hit.first if hit.clause.language == "kk" else None):
        first = item.count.first if item.count else item.first
        joined = first > 0 and tokens[first - 1].norm in JOINS and first - 1 in ends
        known = any(m.first < item.last and first < m.last for m in hit.clause.mentions("organization", "facility"))
        if not known and item.last - first > 1 and (joined or _with(item)):
            parties_.append(Party(_sort(item), first, item.last))
    return parties_


def _with(item: Phrase) -> bool:
    tokens = item.clause.sentence.tokens
    if item.clause.language == "ru":
        return item.first > 0 and tokens[item.first - 1].norm in WITH
    return tokens[item.head].best.case == "ins"


def _sort(item: Phrase) -> str:
    """Return a nameless party with its number."""
    tokens = item.clause.sentence.tokens
    number = words(tokens[item.count.first : item.count.last]).lower() + " " if item.count else ""
    return number + item.text()
