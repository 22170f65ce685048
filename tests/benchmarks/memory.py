"""Memory after 500 saves, 200 page changes and 20 times locked and unlocked: flat, or something is kept for ever.

    python -m tests.benchmarks.memory [--saves 500] [--changes 200] [--locks 20]

One process with the whole window in the offscreen platform, on two years of entries with a passphrase. Each work is
done twice; what the second time adds is growth, as the first one fills what is kept on purpose. Prints a Markdown
table of the memory in use and ends with 1 if a second round adds more than its limit, or the end is above 220 MB.
"""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.storage.journal_settings import AUTO_LOCK_MINUTES
from journal.storage.repository import Repository
from journal.ui.access.actions import AccessActions
from journal.ui.access.controller import AccessController
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.app import return_memory, settle
from journal.ui.page import PAGES
from journal.ui.preferences import WELCOMED, Preferences
from journal.ui.theme import Theme
from tests import keys
from tests.benchmarks.ladder_of_ten_years import LAST, entries_of_ten_years
from tests.benchmarks.pages import until
from tests.benchmarks.x_display import resident
from tests.ui.pointer import wait

MOST_MB, GROWTH_MB = 220, 4
PHRASE = "seven wet stones"
NOW = datetime.combine(LAST, datetime.max.time(), UTC).replace(hour=20, microsecond=0)
MARKS = (Symptom("left_calf_upper", Kind.PAIN, 5),)


class Used:
    """A window that is used for a while."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        path = folder / "journal.sqlite"
        with Repository.open(path, passphrase=PHRASE) as repository:
            repository.save(*entries_of_ten_years()[-600:])
            repository.set_setting(AUTO_LOCK_MINUTES, 0)  # nobody touches it here for a long time
        preferences = Preferences(folder / "settings.ini")
        preferences.set_value(WELCOMED, "yes")
        self.access = AccessController(Theme(app, preferences), preferences, lambda: NOW)
        self.actions = AccessActions(self.access)
        self.actions.open(path, PHRASE)
        self._opened()
        settle()

    def _opened(self) -> None:
        until(self.app, lambda: self.access.window is not None and self.access.window.session.progress is not None)

    def save(self) -> None:
        """Save an entry, and delete it again."""
        assert self.access.session is not None
        one = Entry(recorded_at=NOW, scope=Scope.NOW, symptoms=MARKS)
        self.access.session.save(one)
        self._turn()
        self.access.session.delete(one.id)
        self._turn()

    def _turn(self) -> None:
        """Turn the event loop once, as the window's own does: what is done with goes then."""
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def change(self, number: int) -> None:
        """Go to the next page."""
        shown = [info.key for info in PAGES if info.section != "start"]
        assert self.access.window is not None
        self.access.window.go_to(shown[number % len(shown)])
        wait(20)

    def lock(self) -> None:
        """Lock and unlock."""
        self.actions.lock()
        until(self.app, lambda: isinstance(self.access.startup.panel, UnlockPanel))
        panel = self.access.startup.panel
        assert isinstance(panel, UnlockPanel)
        panel.field.line.setText(PHRASE)
        panel.open_button.click()
        self._opened()

    def rest(self) -> None:
        """Let what was begun come to its end."""
        session = self.access.session
        assert session is not None
        until(self.app, lambda: not session.busy)
        wait(500)
        gc.collect()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=500)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--locks", type=int, default=20)
    wanted = parser.parse_args()
    return_memory()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as name, keys.cheap():
        used = Used(app, Path(name))
        used.rest()
        print("| memory in use, MB | before | after | again |\n|---|---|---|---|")
        failed = False
        works: tuple[tuple[str, int, Callable[[int], None]], ...] = (
            ("page changes", wanted.changes, used.change),
            ("saves", wanted.saves, lambda _number: used.save()),
            ("times locked and unlocked", wanted.locks, lambda _number: used.lock()),
        )
        for what, times, act in works:
            seen = [resident(os.getpid())]
            for _again in range(2):
                for number in range(times):
                    act(number)
                used.rest()
                seen.append(resident(os.getpid()))
            failed = failed or seen[2] - seen[1] > GROWTH_MB
            print(f"| {times} {what} | {' | '.join(f'{one:.0f}' for one in seen)} |", flush=True)
        end = resident(os.getpid())
        failed = failed or end > MOST_MB
        print(f"\n{end:.0f} MB in the end (at most {MOST_MB})")
        os._exit(int(failed))


if __name__ == "__main__":
    sys.exit(main())
