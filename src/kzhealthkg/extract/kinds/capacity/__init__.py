"""Beds, visits a shift and places: how much a facility can take."""
