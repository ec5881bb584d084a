"""Lines that only name a region: what stands under each is told of that region."""

from __future__ import annotations

from kzhealthkg.model import Document, Sentence


def region_headings(document: Document) -> dict[int, str]:
    """Return for each paragraph under a line that only names a place the region of that place.

    Only an article that goes through several regions has such headings; a single such line is a dateline.
    """
    lines = (s for s in document.sentences if len(s.tokens) <= LENGTH and "place" in s.named)
    headed = {s.paragraph: region for s in lines if (region := _headed(s))}
    if len(set(headed.values())) < SEVERAL:
        return {}
    under: dict[int, str] = {}
    region = ""
    for sentence in document.sentences:
        region = headed.get(sentence.paragraph, region)
        under[sentence.paragraph] = region
    return under


SEVERAL = 2


def _headed(sentence: Sentence) -> str:
    """Return the region of a line with no word beside the name of its place: 📍 Жамбыл облысы."""
    places = [m for m in sentence.named["place"] if m.value.region]
    named = {i for m in places for i in range(m.first, m.last)}
    bare = all(i in named or not t.text[0].isalpha() for i, t in enumerate(sentence.tokens))
    return places[0].value.region if places and bare else ""


LENGTH = 6
"""Words and signs of the longest such line."""
