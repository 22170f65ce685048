"""The commands and their options, as click reads them."""

import sys
from pathlib import Path

import click

from journal import i18n
from journal.cli import entries, onset, program, results, safekeeping, transfer
from journal.cli.context import Context
from journal.i18n import _


def _speak(wanted: str) -> str:
    """Say everything in a language, where one is wanted; return which it became."""
    if not wanted:
        return ""
    language = i18n.nearest(wanted)
    if language is None:
        text = _("There are no texts in {language!r}; there are texts in {known}.")
        raise click.UsageError(text.format(language=wanted, known=i18n.listing(i18n.languages())))
    i18n.use_language(language)
    return language


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
@click.option(
    "--language",
    metavar="LANGUAGE",
    default="",
    is_eager=True,
    callback=lambda _context, _option, value: _speak(value),
    help=f"One of {', '.join(i18n.languages())}; the system's if left out.",
)
@click.pass_context
def cli(context: click.Context, journal: Path | None, demo: bool, passphrase_file: Path | None, language: str) -> None:
    """Keep a private journal of sciatica: where it hurts, and which way it moves.

    Without a command the window opens.
    """
    if demo and journal:
        raise click.UsageError(_("--demo brings its own journal: leave out --journal."))
    context.obj = context.with_resource(Context(journal, demo, passphrase_file))
    if context.invoked_subcommand is None:
        from journal.cli.window import open_window

        chosen = context.obj
        context.exit(open_window(chosen.path if chosen.named else None, chosen.passphrase(), language))


for module in (entries, transfer, onset, results, safekeeping, program):
    for command in module.COMMANDS:
        cli.add_command(command)


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 2 for wrong usage, which is told. Raises what the command raises."""
    try:
        code = cli.main(arguments, prog_name="sciatica-journal", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.UsageError as error:
        error.show()
        return 2
    except click.Abort as stopped:
        raise KeyboardInterrupt from stopped
