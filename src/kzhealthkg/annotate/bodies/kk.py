"""Names of organisations in Kazakh: what stands before a head noun or beside a legal form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies.bodies import Body, forms, head, of_any, tidy, words
from kzhealthkg.annotate.bodies.companies_kk import quoted_company
from kzhealthkg.annotate.bodies.edges_kk import left_edge
from kzhealthkg.annotate.bodies.ministries_kk import field_start
from kzhealthkg.annotate.facilities.words import areas
from kzhealthkg.annotate.marks import BODY
from kzhealthkg.annotate.words import Piece, guards, kk_stems
from kzhealthkg.text.quotation import CLOSE, OPEN

CENTRES = lexicon.words("annotate.bodies.kk", "centres")
OPENING = frozenset(OPEN)
_CHAIRS = lexicon.words("annotate.bodies.kk", "chairs")


def kk_bodies(text: str, found: Sequence[Piece], barriers: Sequence[int] = ()) -> Iterator[Body]:
    """Yield the bodies of a Kazakh sentence that a head noun or a legal form names."""
    for at in [at for at, piece in enumerate(found) if piece.marks & BODY and may_end(piece.text)]:
        body = quoted_company(text, found, at) or _headed(text, found, at, barriers) or _abbreviated(found[at])
        if body:
            yield body


@lru_cache(maxsize=50_000)
def may_end(word: str) -> bool:
    """Whether a name may end in a word or sign: hardly any can."""
    stems = {stem for stem, _ in kk_stems(word)}
    return word in CLOSE or head(word, "kk") is not None or not stems.isdisjoint(forms() | words("name", "kk").keys())


def _abbreviated(piece: Piece) -> Body | None:
    known = words("name", "kk")
    for stem, case in kk_stems(piece.text):
        if stem in known:
            return Body(piece.start, piece.end, known[stem], "institution", case)
    return None


def _headed(text: str, found: Sequence[Piece], at: int, barriers: Sequence[int]) -> Body | None:
    piece = found[at]
    noun = head(piece.text, "kk")
    if noun and noun[0].lower().startswith("кеңес") and not (at and found[at - 1].text.lower() in guards("council")):
        return None
    if not noun or (at + 1 < len(found) and found[at + 1].text.lower().startswith(_CHAIRS)):
        return None
    if piece.text.istitle() and noun[0].lower() in words("head", "kk"):
        return Body(piece.start, piece.end, noun[0], noun[1], noun[2], generic=True)
    barrier = max([end for end in barriers if end <= piece.start], default=-1) if barriers else -1
    first = max(left_edge(found, at, barrier), field_start(text, found, at))
    if at - first == 1 and noun[0].lower() in CENTRES and found[first].text.lower() in areas():
        return None  # облыс орталығы is a town
    if noun[2] == "ins":
        first = _behind_subject(found, first, at)
    return named(text, found, first, at + 1)


def _behind_subject(found: Sequence[Piece], first: int, at: int) -> int:
    """Министрлік Сеул университетімен: a body that stands before a partner's name is who has dealings with it."""
    subjects = (i + 1 for i in range(at - 2, first - 1, -1) if _is_subject(found, i))
    return next(subjects, first)


def _is_subject(found: Sequence[Piece], at: int) -> bool:
    noun = head(found[at].text, "kk")
    return noun is not None and noun[2] in ("", "nom") and found[at + 1].text[:1].isupper()


def named(text: str, found: Sequence[Piece], first: int, last: int) -> Body | None:
    """Return the Kazakh body that the pieces ``first:last`` name, or None where they name none."""
    end = found[last - 1]
    noun = head(end.text, "kk")
    if noun:
        stem, kind, case = noun
        lead = text[found[first].start : end.start]
        name = tidy(lead + stem)
        capital = lead != lead.lower() or not OPENING.isdisjoint(lead)
        generic = first == last - 1 or not capital or of_any(name)
        return Body(found[first].start, end.end, name, kind, case, generic=generic)
    return quoted_company(text, found, last - 1) or _abbreviated(end)
