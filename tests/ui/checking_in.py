"""A program to be killed: checks in region after region in a real window, and says each one it has painted.

Usage: python checking_in.py JOURNAL [MILLISECONDS]. It never saves.
"""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.domain.body import REGIONS
from journal.storage.repository import Repository
from journal.ui.check_in.page import CheckInPage
from journal.ui.help_numbers import HelpNumbers
from journal.ui.page import PageContext
from journal.ui.preferences import Preferences
from journal.ui.session import Session
from journal.ui.theme import Theme
from tests.ui.pointer import middle


def main(journal: Path, pause_ms: int) -> None:
    app = QApplication([])
    preferences = Preferences(journal.with_name("settings.ini"))
    theme = Theme(app, preferences)
    session = Session(Repository.open(journal), lambda: datetime.now().astimezone())
    page = CheckInPage(PageContext(session, theme, preferences, HelpNumbers(preferences, theme)))
    page.resize(1000, 760)
    page.show()
    left = iter(list(REGIONS) * 20)

    def touch() -> None:
        region = next(left)
        button = page.map.buttons(region)[0]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle(button))
        print(region, flush=True)

    timer = QTimer()
    timer.timeout.connect(touch)
    timer.start(pause_ms)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
