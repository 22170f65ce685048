"""The check-in: mark where it hurts, how strongly, and save."""
