"""What may begin at a word, found out once for each of its spellings: a bit for each finder.

A finder looks only at the words that bear its mark, and at no sentence without one. A mark allows and decides
nothing; it is given by the finder's own tables (``marking``).
"""

from __future__ import annotations

from typing import Final

VALUE: Final = 1 << 0
DATE: Final = 1 << 1
PLACE_TYPE: Final = 1 << 2
PLACE: Final = 1 << 3
TOWN: Final = 1 << 4
"""A Russian adjective in capitals that a town may have given its name to."""
FACILITY: Final = 1 << 5
ROLE: Final = 1 << 6
TITLE: Final = 1 << 7
NAME: Final = 1 << 8
BODY: Final = 1 << 9
COMPANY: Final = 1 << 10
PROGRAMME: Final = 1 << 11
LOOSE: Final = 1 << 12
"""No plain word and no common sign: it may have to be cut into pieces to find a name in it."""
TIE: Final = 1 << 13
"""A hyphen or an apostrophe that may tie the words beside it."""
DATE_WORD: Final = 1 << 16
"""A word that may stand in the phrase of a date: those with the mark of a date are some of them."""
ROLE_WORD: Final = 1 << 17
PROGRAMME_WORD: Final = 1 << 18
CALLING: Final = 1 << 19
"""What somebody is by profession."""
VENUE: Final = 1 << 20
"""A word that may make a place a mere venue, the end of a road, an origin or a seat."""
COMPANY_WORD: Final = 1 << 21
CAPITAL: Final = 1 << 22
NAMED: Final = 1 << 23
"""A word that may be more in the name of a person than an ordinary word is."""
STRANGE: Final = 1 << 24
"""A word that only names built as none of Kazakhstan hold: one of their particles, an eastern family name."""
FORMER: Final = 1 << 25
"""A word that may say of an office that it is held no more."""
ANY: Final = (1 << 26) - 1
"""All marks: of what was not looked up nothing is ruled out."""
