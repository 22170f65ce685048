"""No command: the window, if there is a screen to put it on; and what to say where Qt cannot be loaded."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import CannotDo
from journal.i18n import _

if TYPE_CHECKING:
    from journal.ui.screen import Trouble

_WITHOUT_QT = "add, list, onset, progress, chart, import, export, backup, restore, check, salvage, passphrase"
_HEADLESS = f"{_WITHOUT_QT}, report, form"


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


@contextmanager
def libraries_named() -> Iterator[None]:
    """Where a page cannot be printed over a library that the system lacks, raise CannotDo, which names it."""
    try:
        yield
    except ImportError as error:
        from journal.ui import screen

        if trouble := screen.trouble():
            raise CannotDo(_why(trouble)) from error
        raise


def _why(trouble: "Trouble") -> str:
    """Say what the window needs and how to get it."""
    if not trouble.libraries:
        sentence = _(
            "The window cannot open, as the display {display} does not answer; these commands need none: {commands} "
            "(see --help)."
        )
        return sentence.format(display=trouble.display, commands=_HEADLESS)
    libraries = ", ".join(trouble.libraries)
    if not trouble.commands:
        sentence = _(
            "The window and printed pages need what this system lacks ({libraries}); these commands do without: "
            "{commands}."
        )
        return sentence.format(libraries=libraries, commands=_WITHOUT_QT)
    debian, fedora, arch = trouble.commands
    sentence = _(
        "The window and printed pages need what this system lacks: {libraries}. Install it with “{debian}” (Debian, "
        "Ubuntu), “{fedora}” (Fedora) or “{arch}” (Arch). These commands do without: {commands}."
    )
    return sentence.format(libraries=libraries, debian=debian, fedora=fedora, arch=arch, commands=_WITHOUT_QT)
