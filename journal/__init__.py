"""Sciatica Journal: where it hurts, which way it moves, and one page for the appointment."""

__version__ = "0.1.0"
