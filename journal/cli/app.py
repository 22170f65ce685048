"""Starts the command line, and turns whatever goes wrong into one sentence and an exit code."""

import contextlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from journal import i18n
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.outfile import disk_log


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run and leave the program: 0 done, 1 could not (one sentence on stderr, nothing changed), 2 wrong usage."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. Nothing is raised."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no reason to fail
    i18n.use_language()
    told = _Collected()
    disk_log.addHandler(told)
    try:
        return _run(arguments)
    finally:
        disk_log.removeHandler(told)
        for sentence in told.sentences:
            _tell(sentence)


class _Collected(logging.Handler):
    """What is to be said about the disk once the command is done."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a sentence, each once."""
        self.sentences[record.getMessage()] = None


def _run(arguments: Sequence[str]) -> int:
    try:
        if not arguments:  # started by a double click: the window waits for no parser of arguments
            from journal.cli.window import open_window

            return open_window()
        from journal.cli import commands

        return commands.run(list(arguments))
    except JournalError as error:
        _tell(str(error))
    except KeyboardInterrupt:
        _tell(_("Stopped."))
    except BrokenPipeError:  # the reader of our output went away
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        _tell(_last_resort(error))
    return 1


def _tell(sentence: str) -> None:
    print(" ".join(sentence.split()), file=sys.stderr, flush=True)


def _last_resort(error: Exception) -> str:
    """Say where it went wrong, in the program's own words only: a message might quote the journal."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    sentence = _("An error in the program ({name} at {place}) stopped this command; what was saved before is kept.")
    return sentence.format(name=type(error).__name__, place=where)
