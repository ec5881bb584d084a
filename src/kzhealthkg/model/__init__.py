"""The nouns that every room shares: frozen, with offsets that are checked on construction.

Offsets are Unicode code points. Two texts exist for an article: the *stored* text, exactly as it
was given, and the *clean* text that the annotators read (chrome left out, Kazakh Latin turned into
Cyrillic). ``MappedText`` leads from the second to the first.
"""

from kzhealthkg.model.articles import Article, Language, MappedText, Problem
from kzhealthkg.model.said import Entity, Link, Linking, Rows, Statement, Term
from kzhealthkg.model.values import (
    DateValue,
    FacilityValue,
    OrganizationValue,
    PersonValue,
    PlaceValue,
    PostValue,
    ProgrammeValue,
    Quantity,
)
from kzhealthkg.model.words import FIGURE, HYPHEN, Document, Mention, Reading, Sentence, Token

__all__ = [
    "FIGURE",
    "HYPHEN",
    "Article",
    "DateValue",
    "Document",
    "Entity",
    "FacilityValue",
    "Language",
    "Link",
    "Linking",
    "MappedText",
    "Mention",
    "OrganizationValue",
    "PersonValue",
    "PlaceValue",
    "PostValue",
    "Problem",
    "ProgrammeValue",
    "Quantity",
    "Reading",
    "Rows",
    "Sentence",
    "Statement",
    "Term",
    "Token",
]
