"""Starts the command line, and turns whatever goes wrong into one sentence and an exit code."""

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from journal import i18n
from journal.crash_reports import forbid_core_dumps
from journal.domain.errors import JournalError, NotTold, reason_of
from journal.i18n import _
from journal.outfile import disk_log


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run and leave the program: 0 done, 1 could not (one sentence on stderr, nothing changed), 2 wrong usage."""
    forbid_core_dumps()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # those of libraries are nothing to a person
    logging.getLogger().addHandler(logging.NullHandler())
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. Nothing is raised."""
    _fill_descriptors()
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
    except NotTold as error:
        _forget_output()
        _tell(str(error))
        return 0 if error.done else 1
    except JournalError as error:
        _tell(str(error))
    except KeyboardInterrupt:
        _tell(_("Stopped."))
    except SystemExit:  # click's answer to a reader who has enough of our output
        _forget_output()
        return 0
    except OSError as error:  # files are told of by those who use them: this is most likely our output, as of --help
        _forget_output()
        sentence = _("Something could not be read or written ({reason}); what was saved before is kept.")
        _tell(sentence.format(reason=reason_of(error)))
    except Exception as error:
        _tell(_last_resort(error))
    return 1


def _fill_descriptors() -> None:
    """Where standard input, output or error is closed, let no file of ours get its number and be written into."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.open(os.devnull, os.O_RDWR)


def _forget_output() -> None:
    """Let what could not be written go: the interpreter would try once more at its end."""
    if sys.stdout is None:
        return
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str) -> None:
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(" ".join(sentence.split()), file=sys.stderr, flush=True)


def _last_resort(error: Exception) -> str:
    """Say where it went wrong, in the program's own words only: a message might quote the journal."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    sentence = _("An error in the program ({name} at {place}) stopped this command; what was saved before is kept.")
    return sentence.format(name=type(error).__name__, place=where)
