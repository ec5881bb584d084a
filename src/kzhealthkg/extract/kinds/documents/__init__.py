"""Agreements and policies: what is signed, and what is adopted."""
