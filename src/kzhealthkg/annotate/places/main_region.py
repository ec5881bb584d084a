"""The region an article is about: the one it names most, where it is told at the top or all through."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.annotate.places.places import title_places
from kzhealthkg.annotate.places.venues import by_the_way
from kzhealthkg.gazetteer import is_city
from kzhealthkg.model import Article, Mention, Sentence

_CAPITAL: Final = "KZ-71"
_GREAT: Final = frozenset({_CAPITAL, "KZ-75"})
"""The capital and Almaty, where what is the whole country's stands as well."""
LISTED: Final = 3
"""Regions in the longest list of a sentence that still speaks of each of them."""
SHORT: Final = 14
"""Sentences in an article that is about the one region that it opens with and names alone."""
_OBLAST = frozenset(lexicon.words("annotate.places.main_region", "oblast"))
_OWN = _OBLAST | frozenset(lexicon.words("annotate.places.main_region", "own"))
_COUNTRY = lexicon.words("annotate.places.main_region", "country")
_NATION = frozenset(lexicon.words("annotate.places.main_region", "nation"))
_NATION_WIDE: Final = frozenset(
    tuple(words.split()) for words in lexicon.words("annotate.places.main_region", "nation_wide")
)


def main_region(sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], article: Article) -> str:
    """Return the ISO code of the region the article is about, or "" where it is national or foreign.

    A region counts where the first sentences or half of the paragraphs name it, and no other as often.
    """
    if article.region:
        return article.region
    titled = title_places(article)
    ranked = _ranked(titled, sentences, mentions)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    top = ranked[0][0]
    if len(ranked) >= MANY and ranked[0][1] * MANY <= sum(times for _, times in ranked):
        return ""
    if is_city(top) and not titled and _of_an_oblast(sentences):
        return ""
    said = any(m.value.region == top and m.value.level == "oblast" for m in titled) or _great_alone(top, titled)
    opened = _of_the_nation(sentences[0], mentions[0]) and not _told_early(top, sentences, mentions)
    if not said and (opened or _is_national(sentences[0], mentions[0])):
        return ""
    return top if said or _leads(top, sentences, mentions) or _alone(top, ranked, sentences, mentions) else ""


def _of_an_oblast(sentences: Sequence[Sentence], words: frozenset[str] = _OBLAST) -> bool:
    """Облыста 800 бала есепте тұр. … Астанадан келген дәрігерлер: a lead that speaks of an oblast is of no great city."""
    return any(not words.isdisjoint(t.norm for t in s.tokens) for s in sentences[:LEAD])


def _ranked(
    titled: Sequence[Mention], sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]
) -> list[tuple[str, int]]:
    """Return the regions of the title and of the sentences that speak of few, with how often, the commonest first."""
    votes = dict.fromkeys([m.value.region for m in titled], 1)
    for sentence, here in zip(sentences, mentions, strict=True):
        told = [m for m in here if m.type == "place" and m.value.region]
        regions = {m.value.region for m in told if not by_the_way(sentence.tokens, m)}
        for region in regions if len(regions) <= LISTED and LIVES.isdisjoint(sentence.words) else ():
            votes[region] = votes.get(region, 0) + 1
    votes.pop("", None)
    return sorted(votes.items(), key=itemgetter(1), reverse=True)


LIVES = frozenset(lexicon.words("annotate.places.main_region", "lives"))
MANY: Final = 4
"""Regions in an article of the whole country, none of which stands out."""


def _great_alone(region: str, titled: Sequence[Mention]) -> bool:
    """Алматыда аурушаңдық төмендеді: a title that tells of a great city and of no other place."""
    told = [m for m in titled if m.value.region]
    inside = any(m.case in ("loc", "locadj", "gen") for m in told)
    return region in _GREAT - {_CAPITAL} and inside and all(m.value.region == region for m in told)


def _alone(
    region: str,
    ranked: Sequence[tuple[str, int]],
    sentences: Sequence[Sentence],
    mentions: Sequence[Sequence[Mention]],
) -> bool:
    """Whether an article names one region only: a short one opens with it, a longer one never names the country."""
    if len(ranked) > 1 or region in _GREAT:
        return False
    here = [[m.value for m in found if m.type == "place" and m.value.region == region] for found in mentions]
    if any(here[:2]) and len(sentences) <= SHORT:
        return True
    every = [value for found in here for value in found]
    twice = len(every) > 1 or any(value.level == "oblast" for value in every)
    twice = twice or (bool(every) and _of_an_oblast(sentences, _OWN))
    return twice and not _anywhere_national(sentences, mentions)


def _anywhere_national(sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> bool:
    named = any(m.value.name in _COUNTRY for found in mentions for m in found)
    return named or any(_is_national(s, found) for s, found in zip(sentences, mentions, strict=True))


def _is_national(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence speaks of the whole country and of no region."""
    if _is_regional(mentions):
        return False
    if any(m.value.name in _COUNTRY and m.case in ("loc", "locadj") for m in mentions):
        return True
    norms = [t.norm for t in sentence.tokens]
    return not (_NATION.isdisjoint(norms) and _NATION_WIDE.isdisjoint(pairwise(norms)))


def _is_regional(mentions: Sequence[Mention]) -> bool:
    return any(m.value.region for m in mentions if m.type == "place")


_BODIES = lexicon.words("annotate.places.main_region", "bodies")


def _of_the_nation(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """В Правительстве обсудили …, Минздрав подписал …: an article that opens with a body of the whole country."""
    return not _is_regional(mentions) and any(t.norm.startswith(_BODIES) for t in sentence.tokens)


def _told_early(region: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> bool:
    """Whether the lead names the region as a whole, or a quarter of the sentences from the lead on lies in it."""
    here = [[m for m in found if m.type == "place" and m.value.region == region] for found in mentions]
    at = [i for i, found in enumerate(here) if found]
    whole = any(m.value.level == "oblast" for found in here[:LEAD] for m in found)
    return whole or (bool(at) and at[0] < LEAD and 4 * len(at) >= len(sentences))


LEAD = 3
"""Sentences of a headline and the lead below it."""


def _leads(region: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> bool:
    """Whether the first sentences name the region as a whole, or many sentences or paragraphs lie in it."""
    here = [[m for m in found if m.type == "place" and m.value.region == region] for found in mentions]
    if any(m.value.level == "oblast" for found in here[:2] for m in found):
        return True
    at = [i for i, found in enumerate(here) if found]
    paragraphs = {sentences[i].paragraph for i in at}
    spread = len(paragraphs) > 1 and 3 * len(paragraphs) >= len({s.paragraph for s in sentences})
    return spread or (bool(at) and at[0] < 2 and 4 * len(at) >= len(sentences))
