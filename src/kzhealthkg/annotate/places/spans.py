"""Where a sentence names places: names with a type word, lists under one type word, bare names."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.annotate.marks import PLACE, PLACE_TYPE, TOWN
from kzhealthkg.annotate.places.adjectives import towns
from kzhealthkg.annotate.places.bare_names import bare
from kzhealthkg.annotate.places.elided import elided
from kzhealthkg.annotate.places.forms import LEVELS_RU, TypeWord, capital, of_area, type_word
from kzhealthkg.annotate.places.in_brackets import beside_districts, with_districts
from kzhealthkg.annotate.places.names import (
    AND,
    OPEN_LEVELS,
    adjective_name,
    adjectives_behind,
    fits_level,
    has_level,
    name_after,
    name_before,
    past_sign,
)
from kzhealthkg.annotate.places.outside import special
from kzhealthkg.annotate.places.readings import reading
from kzhealthkg.annotate.places.units import COMMA, QUOTES, Unit, mark_quotes, past_figure, separator, share_case
from kzhealthkg.model import Sentence, Token

RANK: Final = {"country": 0, "oblast": 1, "city": 2, "district": 2, "rural_okrug": 3, "town": 4, "village": 4}
LOOSE: Final = "өңір"
"""A word for a stretch of land: of the names before it only an oblast's tells what is meant."""
SORTS = frozenset(lexicon.words("annotate.places.spans", "sorts"))
_NEEDS_DOT = frozenset(lexicon.words("annotate.places.spans", "needs_dot"))


def units(sentence: Sentence, language: str) -> list[Unit]:
    """Return the names of places in a sentence, in order."""
    tokens, marks = sentence.tokens, sentence.marks
    found = with_districts(tokens, _beside_type_words(tokens)) if marks & PLACE_TYPE else []
    if marks & TOWN and language == "ru":
        found += [Unit(at, at + 1, name, level, "", head="adjective") for at, name, level in towns(tokens)]
    if found and language == "ru":
        found += _elided(tokens, found)
    if marks & PLACE:
        found += bare(tokens, _taken(found), "ru" if language == "ru" else "bare")
    if not found:
        return found
    found.sort(key=lambda unit: unit.first)
    found = beside_districts(tokens, found)
    _in_districts(found)
    if not QUOTES.keys().isdisjoint(sentence.words):
        mark_quotes(tokens, found)
    share_case(tokens, found)
    _read_prepositions(tokens, found)
    return found


def _read_prepositions(tokens: tuple[Token, ...], found: list[Unit]) -> None:
    for unit in found:
        before = tokens[unit.first - 1].norm if unit.first else ""
        unit.case = _prepositions().get((before, unit.case), unit.case)


def _beside_type_words(tokens: tuple[Token, ...]) -> list[Unit]:
    """Return the names that stand beside a word of their level, before it or behind."""
    found: list[Unit] = []
    for i in [i for i, token in enumerate(tokens) if token.marks & PLACE_TYPE]:
        word = type_word(tokens[i].norm, tokens[i + 1].norm if i + 1 < len(tokens) else "")
        if word:
            found += _FAMILIES[word.position](tokens, i, word, found)
    return _outermost(found)


def _taken(found: list[Unit]) -> set[int]:
    return {k for unit in found for k in range(unit.first, unit.last)}


def _elided(tokens: tuple[Token, ...], found: list[Unit]) -> list[Unit]:
    """Return the adjectives of districts and oblasts whose noun is said but once: в A районе, в B."""
    made: list[Unit] = []
    for level in _said_once(found):
        names = elided(tokens, _taken(found + made), level)
        made += [Unit(at, at + 1, name, level, "loc", head="both") for at, name in names]
    return made


def _said_once(found: list[Unit]) -> list[str]:
    """Return the levels whose Russian noun stands behind an adjective: в A районе, в B."""
    return sorted({unit.level for unit in found if unit.head == "both" and unit.level in ("district", "oblast")})


@cache
def _prepositions() -> dict[tuple[str, str], str]:
    return {(row["preposition"], row["from"]): row["to"] for row in lexicon.table("place_prepositions")}


def _outermost(found: list[Unit]) -> list[Unit]:
    """Return the units without those that begin on the same word as a longer one before them."""
    best: dict[int, Unit] = {}
    for unit in found:
        if unit.first not in best or unit.last > best[unit.first].last:
            best[unit.first] = unit
    return list(best.values())


def _after(tokens: tuple[Token, ...], i: int, word: TypeWord, found: list[Unit]) -> list[Unit]:
    """X ауданы; Y, Z және W ауылдары; X ауданы Y және Z, V ауданы W ауылдарында."""
    end = past_figure(tokens, i, word)
    name = name_before(tokens, end, word.level)
    if not name or (word.plural and special(name[1]) == "country"):  # Қазақстан ауылдарында
        return []
    if tokens[i].norm.startswith(LOOSE) and (" " in name[1] or not has_level(name[1], word.level)):
        return []  # Каспий өңірі, Батыс Қазақстан өңірі
    last = i + word.words if end == i else end
    made = [Unit(name[0], last, name[1], word.level, word.case, head="after")]
    return made + _to_the_left(tokens, word, made[0], found)


def _to_the_left(tokens: tuple[Token, ...], word: TypeWord, first: Unit, found: list[Unit]) -> list[Unit]:
    """Return the other names under one type word, and set what each of them lies in."""
    made: list[Unit] = []
    waiting, j, ends = [first], first.first - 1, {unit.last - 1: unit for unit in found}
    while j >= 0:
        above = _governor(tokens, j, ends, word.level) or _bare_governor(tokens, j, word)
        if above and above.head == "bare":
            made.append(above)
        if above:
            for unit in waiting:
                unit.governor = above
            waiting, j = [], above.first - 1
        if j < 1 or not separator(tokens[j]) or not (word.plural or _pair(tokens, j)):
            break
        sure = not word.plural or word.level not in OPEN_LEVELS
        end = past_figure(tokens, j, word)
        name = None if end - 1 in ends else name_before(tokens, end, word.level, known=sure)
        if not name:
            break
        waiting.append(Unit(name[0], end, name[1], word.level, word.case, head="after"))
        made.append(waiting[-1])
        j = name[0] - 1
    return made


UNDER = frozenset(lexicon.words("annotate.places.spans", "under"))


def _governor(tokens: tuple[Token, ...], j: int, ends: dict[int, Unit], level: str) -> Unit | None:
    """Return the unit of a higher level that ends at token ``j``, or before a comma there."""
    under = tokens[j].norm in UNDER  # X ауданына қарасты Y ауылы
    unit = ends.get(j) or (ends.get(j - 1) if tokens[j].norm in COMMA or under else None)
    fits = (
        unit
        and unit.head != "adjective"
        and RANK[unit.level] < RANK[level]
        and unit.case in ({"dat"} if under else {"", "nom", "gen", "locadj"})
    )
    return unit if fits else None


def _bare_governor(tokens: tuple[Token, ...], j: int, word: TypeWord) -> Unit | None:
    """Ақсудың Жолқұдық, … ауылдарында: a city or district that only its own name tells, in the genitive."""
    if not word.plural or word.level not in OPEN_LEVELS or not capital(tokens[j]):
        return None
    read = reading((tokens[j].text,), "bare")
    if read is None or read[2] != "gen":
        return None
    level = next((known for known in ("city", "district") if has_level(read[0], known)), "")
    return Unit(j, j + 1, read[0], level, "gen", head="bare") if level else None


def _pair(tokens: tuple[Token, ...], j: int) -> bool:
    """Кеңес пен Бірлік ауылына: two villages before a noun in the singular; a name behind a capital is a person's."""
    before = tokens[j - 2] if j > 1 else None
    return tokens[j].norm in AND and not (before is not None and capital(before) and not type_word(before.norm))


def _adjective(tokens: tuple[Token, ...], i: int, word: TypeWord, found: list[Unit]) -> list[Unit]:
    """X аудандық ауруханасы, X, Y аудандық …; Карагандинская областная больница."""
    if not i or type_word(tokens[i - 1].norm):
        return []
    russian = tokens[i].norm.startswith(LEVELS_RU)
    last = i if russian else _before_sort(tokens, i)
    name = adjective_name(tokens, i, word.level) if russian else name_before(tokens, last, word.level, known=True)
    if not name or not fits_level(name[1], word.level):
        return []
    made = [Unit(name[0], last, name[1], word.level, "", head="adjective")]
    while not russian and made[-1].first > 1 and tokens[made[-1].first - 1].norm in COMMA:
        name = name_before(tokens, made[-1].first - 1, word.level, known=True)
        if not name or not fits_level(name[1], word.level):
            break
        made.append(Unit(name[0], made[-1].first - 1, name[1], word.level, "", head="adjective"))
    return made


def _before_sort(tokens: tuple[Token, ...], i: int) -> int:
    """Шиелі | орталық аудандық ауруханасы: where the words end that stand before the sort of a hospital."""
    while i > 1 and tokens[i - 1].norm in SORTS:
        i -= 1
    return i


def _both(tokens: tuple[Token, ...], i: int, word: TypeWord, found: list[Unit]) -> list[Unit]:
    """Актюбинская область, Алгинский и Мартукский районы; область Абай, район Бәйтерек."""
    end = past_figure(tokens, i, word)
    if not (name := adjective_name(tokens, end, word.level)):
        behind = adjectives_behind(tokens, i + word.words, word)
        made = [Unit(at, at + 1, said, word.level, word.case, head="both") for at, said in behind]
        return made or [unit for unit in _before(tokens, i, word, found) if has_level(unit.name, word.level)]
    case = "acc" if word.case == "nom" and tokens[i - 1].norm.endswith("ую") else word.case
    last = i + word.words if end == i else end
    made = [Unit(name[0], last, name[1], word.level, case, head="both")]
    while word.plural and made[-1].first > 1 and separator(tokens[made[-1].first - 1]):
        end = past_figure(tokens, made[-1].first - 1, word)
        name = adjective_name(tokens, end, word.level)
        if not name:
            break
        made.append(Unit(name[0], end, name[1], word.level, word.case, head="both"))
    _govern(made[0], tokens, found)
    return made


def _before(tokens: tuple[Token, ...], i: int, word: TypeWord, found: list[Unit]) -> list[Unit]:
    """Село X; сёла X, Y и Z; г. X."""
    at = i + word.words
    if tokens[i].norm in _NEEDS_DOT:
        if at >= len(tokens) or tokens[at].norm != "." or tokens[i].text[0].isupper():
            return []
        at += 1
    made: list[Unit] = []
    if _of_region(tokens, at, word):
        return made
    start = past_sign(tokens, at, word)
    first, at = (i, at) if start == at else (start, start)
    while at < len(tokens):
        name = name_after(tokens, at, word.level, open_ended=word.plural or not made)
        if not name or special(name[1]) == "country" or of_area(tokens, name[0]):
            break
        made.append(
            Unit(at if made else first, name[0], name[1], word.level, word.case, _area(tokens, i, start), head="before")
        )
        at = name[0] + 1
        if not word.plural or name[0] >= len(tokens) or not separator(tokens[name[0]]):
            break
    return made


def _of_region(tokens: tuple[Token, ...], at: int, word: TypeWord) -> bool:
    """В трёх сёлах Жетысу: of several places the one name behind, which a region goes by, is that of the region."""
    alone = word.plural and word.case != "gen" and at < len(tokens)
    return alone and bool(special(tokens[at].text)) and not any(map(separator, tokens[at + 1 : at + 2]))


def _area(tokens: tuple[Token, ...], at: int, start: int) -> Unit | None:
    """В сёлах X района: A, B: return the district between the noun at token ``at`` and the list behind a sign."""
    name = adjective_name(tokens, start - 2, "district") if start - at > AREA_REACH else None
    return Unit(name[0], start - 1, name[1], "district", "gen", head="both") if name else None


AREA_REACH: Final = 3


def _in_districts(found: list[Unit]) -> None:
    """Арнасай Аршалынского района: a known name right before a Russian district is a village in it."""
    for left, right in pairwise(found):
        above = right.level == "district" and (right.head == "both" or (right.head == "before" and right.case == "gen"))
        if not left.level and above and left.last == right.first:
            level = "city" if has_level(left.name, "city") else "village"
            left.level, left.head, left.governor = level, "before", right


def _govern(above: Unit, tokens: tuple[Token, ...], found: list[Unit]) -> None:
    """Let a Russian unit govern the ones of lower level that end just before it."""
    end, glue = above.first, COMMA
    for unit in reversed(found):
        near = unit.last == end or (unit.last == end - 1 and tokens[end - 1].norm in glue)
        if near and RANK[unit.level] > RANK[above.level] and not unit.governor:
            unit.governor, end, glue = above, unit.first, COMMA | AND


_FAMILIES: Final = {"after": _after, "adjective": _adjective, "both": _both, "before": _before}
