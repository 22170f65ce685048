"""The progress page: which way it moves, with the charts that show it."""
