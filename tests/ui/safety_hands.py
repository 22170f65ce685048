"""Hands for the way into the journal: real sheets, real clicks, real files; nothing is looked at before it shows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from journal.ui.safety.sheet_dialog import SheetDialog

PHRASE = "seven wet stones"
NOTE = "between the shelves at Quillerby market"
SECONDS_MS = 15_000


def click(part):
    assert part.isVisible() and part.isEnabled(), part.text()
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def dialogs():
    return [part for part in QApplication.topLevelWidgets() if isinstance(part, SheetDialog) and part.isVisible()]


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


class Hands:
    """Waits for what a person would wait for."""

    def __init__(self, qtbot, door):
        self.qtbot = qtbot
        self.door = door

    def until(self, there):
        self.qtbot.waitUntil(lambda: bool(there()), timeout=SECONDS_MS)

    def sheet(self, kind):
        """The sheet of that kind, once the doorway shows it."""
        self.until(lambda: isinstance(self.door.doorway.sheet, kind) and self.door.doorway.isVisible())
        return self.door.doorway.sheet

    def dialog(self, kind):
        """The sheet of that kind, once a dialog shows it."""
        self.until(lambda: any(isinstance(one.sheet, kind) for one in dialogs()))
        return next(one.sheet for one in dialogs() if isinstance(one.sheet, kind))

    def window(self):
        """The journal's window, once it shows and the doorway does not."""
        self.until(lambda: self.door.window is not None and self.door.window.isVisible())
        self.until(lambda: QApplication.activeWindow() is not None)
        return self.door.window

    def choose(self, fields, phrase=PHRASE):
        """Type a new passphrase twice."""
        type_into(fields.first.line, phrase)
        type_into(fields.second.line, phrase)

    def type_code_back(self, sheet):
        """Type the groups that are asked for, as read from the paper, and return the code."""
        click(sheet.have)
        groups = sheet._code.split("-")
        for number, field in zip(sheet.asked, sheet.fields, strict=True):
            type_into(field, groups[number - 1].lower())
        code = sheet._code
        click(sheet.check)
        return code

    def unlock(self, phrase=PHRASE):
        """Type the passphrase where it is asked for."""
        from journal.ui.safety.unlock_sheet import UnlockSheet

        sheet = self.sheet(UnlockSheet)
        type_into(sheet.field.line, phrase)
        click(sheet.open_button)
        return sheet

    def leave(self):
        """Close the window, and wait for the backup that follows."""
        with self.qtbot.waitSignal(self.door.left, timeout=SECONDS_MS):
            if self.door.window is not None:
                self.door.window.close()
            else:
                self.door.doorway.close()
