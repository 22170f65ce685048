"""The command line over the same core: `main` starts it; without a command it opens the window."""

from journal.cli.app import main

__all__ = ["main"]
