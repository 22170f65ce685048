"""Starts the journal from a checkout."""

from journal.cli import main

if __name__ == "__main__":
    main()
