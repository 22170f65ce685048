"""No command: the window, if there is a screen to put it on."""

from journal.cli.context import CannotDo, Context
from journal.i18n import _

_HEADLESS = "add, list, progress, report, chart, import, export, backup, restore, check, salvage, passphrase"


def open_window(context: Context) -> int:
    """Open the window and return its exit code. Raises CannotDo where no window can be shown."""
    from journal.ui import screen

    if not screen.named():
        sentence = _("There is no screen to open the window on; these commands need none: {commands} (see --help).")
        raise CannotDo(sentence.format(commands=_HEADLESS))
    if not screen.works():
        sentence = _(
            "The window cannot open here, as the display or a system library is missing (on Debian and Ubuntu: apt "
            "install libxcb-cursor0 libegl1 libxkbcommon-x11-0); these commands need neither: {commands}."
        )
        raise CannotDo(sentence.format(commands=_HEADLESS))
    from journal.ui.app import run

    return run(context.path if context.named else None, passphrase=context.passphrase())
