"""No command: the window, if there is a screen to put it on."""

from typing import TYPE_CHECKING

from journal.cli.context import CannotDo, Context
from journal.i18n import _

if TYPE_CHECKING:
    from journal.ui.screen import Trouble

_HEADLESS = "add, list, progress, report, chart, import, export, backup, restore, check, salvage, passphrase"


def open_window(context: Context) -> int:
    """Open the window and return its exit code. Raises CannotDo where no window can be shown."""
    from journal.ui import screen

    if not screen.named():
        sentence = _("There is no screen to open the window on; these commands need none: {commands} (see --help).")
        raise CannotDo(sentence.format(commands=_HEADLESS))
    if trouble := screen.trouble():
        raise CannotDo(_why(trouble))
    from journal.ui.app import run

    return run(context.path if context.named else None, passphrase=context.passphrase())


def _why(trouble: "Trouble") -> str:
    """Say what the window needs and how to get it."""
    if not trouble.libraries:
        sentence = _(
            "The window cannot open, as the display {display} does not answer; these commands need none: {commands} "
            "(see --help)."
        )
        return sentence.format(display=trouble.display, commands=_HEADLESS)
    if not trouble.commands:
        sentence = _(
            "The window cannot open, as this system lacks what it stands on ({libraries}); these commands need no "
            "window: {commands}."
        )
        return sentence.format(libraries=", ".join(trouble.libraries), commands=_HEADLESS)
    debian, fedora, arch = trouble.commands
    sentence = _(
        "The window cannot open, as this system lacks {libraries}. Install what is missing with “{debian}” (Debian, "
        "Ubuntu), “{fedora}” (Fedora) or “{arch}” (Arch). These commands need no window: {commands}."
    )
    return sentence.format(
        libraries=", ".join(trouble.libraries), debian=debian, fedora=fedora, arch=arch, commands=_HEADLESS
    )
