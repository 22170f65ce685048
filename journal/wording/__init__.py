"""Results into sentences: every text about a result, in one place, translatable."""
