"""About the program itself: which versions it stands on, and its entry in the menu of a Linux desktop."""

import platform
import sys
from pathlib import Path

import click

from journal import __version__, paths
from journal.cli.context import say
from journal.domain.errors import CannotDo
from journal.i18n import _
from journal.outfile import atomic_write

_QUOTED = str.maketrans({character: f"\\{character}" for character in '"`$\\'})
"""What stands in double quotes in a desktop entry needs a backslash before these."""


def tell_versions(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Print what a report of a fault needs to name, and leave."""
    if not wanted or context.resilient_parsing:
        return
    from journal.storage import engine
    from journal.ui import screen

    click.echo(f"sciatica-journal {__version__}")
    click.echo(f"Python {platform.python_version()}, {screen.qt_versions()}, {engine.versions()}")
    click.echo(platform.platform())
    context.exit()


@click.command()
@click.option("--remove", is_flag=True, help="Take the entry out of the menu again.")
def install_menu(remove: bool) -> None:
    """Put the program into this person's menu: for installations by pip or pipx on Linux.

    A package of the system, and the setup on Windows, do so themselves.
    """
    if sys.platform in ("win32", "darwin"):
        raise CannotDo(_("Only desktops on Linux and the like have such a menu entry; nothing was changed."))
    entry = paths.menu_folder() / "applications" / f"{paths.APP}.desktop"
    icon = paths.menu_folder() / "icons" / "hicolor" / "scalable" / "apps" / f"{paths.APP}.svg"
    try:
        if remove:
            entry.unlink(missing_ok=True)
            icon.unlink(missing_ok=True)
            say(_("The menu entry is gone; journals and settings are as they were."))
            return
        for file in (entry, icon):
            file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = _("The system does not allow changing “{folder}”, so the menu is as it was.")
        raise CannotDo(sentence.format(folder=paths.menu_folder())) from error
    with atomic_write(icon) as file:
        file.write_bytes(paths.resource("icons", "app.svg").read_bytes())
    with atomic_write(entry) as file:
        file.write_text(_entry(_starts()), encoding="utf-8")
    say(entry)


def _starts() -> list[str]:
    """Return what starts this very program from any folder."""
    script = Path(sys.argv[0]).absolute()
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(script)] if script.suffix == ".py" else [str(script)]


def _entry(command: list[str]) -> str:
    """The desktop entry of the system's packages with that command; it hides itself once the program is gone."""
    words = " ".join(f'"{word.translate(_QUOTED)}"'.replace("\\", "\\\\").replace("%", "%%") for word in command)
    shared = paths.resource(f"{paths.APP}.desktop").read_text(encoding="utf-8")
    program = command[-1].replace("\\", "\\\\")
    return shared.replace(f"Exec={paths.APP}\n", f"Exec={words}\nTryExec={program}\n")


COMMANDS = (install_menu,)
