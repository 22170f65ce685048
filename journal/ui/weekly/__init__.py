"""The weekly check: strength of both legs, own activities, urgent signs; a step at a time, each skippable."""
