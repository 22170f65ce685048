"""Drives the way into the journal as a person would: real panels, clicks and files, looked at once they show."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from journal.ui.access.dialogs.first_start import FirstStartPanel, IntroductionPanel
from journal.ui.access.panel import PanelDialog

PHRASE = "seven wet stones"
NOTE = "between the shelves at Quillerby market"


def click(part):
    assert part.isVisible() and part.isEnabled(), part.text()
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def click_save(window):
    window.go_to("check_in")
    click(window.page("check_in").save)


def dialogs():
    return [part for part in QApplication.topLevelWidgets() if isinstance(part, PanelDialog) and part.isVisible()]


def texts(*roots: QWidget) -> str:
    """Everything that could be read in any widget there is."""
    found = []
    for part in roots or QApplication.allWidgets():
        found += [part.windowTitle(), part.toolTip(), part.accessibleName(), part.accessibleDescription()]
        if isinstance(part, QLabel | QLineEdit):
            found.append(part.text())
        elif isinstance(part, QTextEdit | QPlainTextEdit):
            found.append(part.toPlainText())
    return "\n".join(found)


class AccessRobot:
    """Waits for what a person would wait for."""

    def __init__(self, qtbot, access, actions):
        self.qtbot = qtbot
        self.access = access
        self.actions = actions

    def until(self, there):
        self.qtbot.waitUntil(lambda: bool(there()))

    def panel(self, kind):
        """The panel of that kind, once the startup window shows it."""
        startup = self.access.startup

        def there():
            if kind is FirstStartPanel and isinstance(startup.panel, IntroductionPanel):
                click(startup.panel.go_on)  # it was read
            return isinstance(startup.panel, kind) and startup.isVisible()

        self.until(there)
        return startup.panel

    def dialog(self, kind):
        """The panel of that kind, once a dialog shows it."""
        self.until(lambda: any(isinstance(one.panel, kind) for one in dialogs()))
        return next(one.panel for one in dialogs() if isinstance(one.panel, kind))

    def window(self):
        """The journal's window, once it shows and the startup window does not."""
        self.until(lambda: self.access.window is not None and self.access.window.isVisible())
        self.until(lambda: QApplication.activeWindow() is not None)
        return self.access.window

    def choose(self, fields, phrase=PHRASE):
        """Type a new passphrase twice."""
        type_into(fields.first.line, phrase)
        type_into(fields.second.line, phrase)

    def type_code_back(self, panel):
        """Type the groups that are asked for, as read from the paper, and return the code."""
        click(panel.have)
        groups = panel.code.split("-")
        for number, field in zip(panel.asked, panel.fields, strict=True):
            type_into(field, groups[number - 1].lower())
        code = panel.code
        click(panel.check)
        return code

    def unlock(self, phrase=PHRASE):
        """Type the passphrase where it is asked for."""
        from journal.ui.access.dialogs.unlock import UnlockPanel

        panel = self.panel(UnlockPanel)
        type_into(panel.field.line, phrase)
        click(panel.open_button)
        return panel

    def leave(self):
        """Close the window, and wait for the backup that follows."""
        with self.qtbot.waitSignal(self.access.closed):
            if self.access.window is not None:
                self.access.window.close()
            else:
                self.access.startup.close()
