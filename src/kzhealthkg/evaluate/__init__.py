"""Extraction against a gold file: precision, recall and F1 by kind and by slot.

A statement of the one is first aligned with one of the other (same article, same kind, on a shared
number or name or on the same evidence); then each slot of the gold is right, half right or wrong.
"""

from __future__ import annotations

from kzhealthkg.evaluate.compare import compared
from kzhealthkg.evaluate.records import GoldError, read
from kzhealthkg.evaluate.score import Scores, Tally, score

__all__ = ["GoldError", "Scores", "Tally", "compared", "read", "score"]
