"""Figures that more than one room needs, each stated once with where it comes from. Standard library only."""

AUTO_LOCK_MINUTES = 5
"""A journal with a passphrase locks after so many idle minutes, unless it says otherwise."""
