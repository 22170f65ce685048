"""No command: the window, if there is a screen to put it on."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import CannotDo
from journal.i18n import _

if TYPE_CHECKING:
    from journal.ui.screen import Trouble

_HEADLESS = "add, list, progress, report, chart, import, export, backup, restore, check, salvage, passphrase"


def open_window(journal: Path | None = None, passphrase: str | None = None, language: str = "") -> int:
    """Open the window and return its exit code. Raises CannotDo where no window can be shown.

    journal: None for the one that was open last. language: "" for the one chosen in Settings.
    """
    gc.disable()  # until the window shows: nothing made so far is garbage, and looking for it takes a tenth of the time
    from journal.ui import screen

    if not screen.named():
        sentence = _("There is no screen to open the window on; these commands need none: {commands} (see --help).")
        raise CannotDo(sentence.format(commands=_HEADLESS))
    if trouble := screen.trouble():
        raise CannotDo(_why(trouble))
    from journal.ui.app import run

    return run(journal, passphrase, language)


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
