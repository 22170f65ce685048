"""Starts the command line, and turns whatever goes wrong into one sentence and an exit code."""

import contextlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from journal import i18n
from journal.cli import entries, onset, program, results, safekeeping
from journal.cli.context import Context
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.outfile import disk_log


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--journal", type=click.Path(path_type=Path), metavar="PATH", help="The journal's file.")
@click.option("--demo", is_flag=True, help="A made-up journal to look around in; it is gone afterwards.")
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Its first line is the passphrase; without it you are asked.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=program.tell_versions,
    help="Show the version, and those of Python, Qt and SQLCipher.",
)  # fmt: skip
@click.pass_context
def cli(context: click.Context, journal: Path | None, demo: bool, passphrase_file: Path | None) -> None:
    """Keep a private journal of sciatica: where it hurts, and which way it moves.

    Without a command the window opens.
    """
    if demo and journal:
        raise click.UsageError(_("--demo brings its own journal: leave out --journal."))
    context.obj = context.with_resource(Context(journal, demo, passphrase_file))
    if context.invoked_subcommand is None:
        from journal.cli.window import open_window

        context.exit(open_window(context.obj))


cli.add_command(program.install_menu)
for module in (entries, onset, results, safekeeping):
    for command in module.COMMANDS:
        cli.add_command(command)


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
        code = cli.main(list(arguments), prog_name="sciatica-journal", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.UsageError as error:
        error.show()
        return 2
    except JournalError as error:
        _tell(str(error))
    except (click.Abort, KeyboardInterrupt):
        _tell(_("Stopped."))
    except BrokenPipeError:  # the reader of our output went away
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        _tell(_last_resort(error))
    return 1


def _tell(sentence: str) -> None:
    click.echo(" ".join(sentence.split()), err=True)


def _last_resort(error: Exception) -> str:
    """Say where it went wrong, in the program's own words only: a message might quote the journal."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    sentence = _("An error in the program ({name} at {place}) stopped this command; what was saved before is kept.")
    return sentence.format(name=type(error).__name__, place=where)
