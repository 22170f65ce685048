"""Each long action as one generator that reads top to bottom."""
