"""The recovery code: shown in groups, printed or saved, and asked back in part before it counts."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _, day
from journal.outfile import written
from journal.storage import recovery
from journal.ui.safety.sheet import Sheet, column_of
from journal.ui.widgets.parts import button, label

_COLUMNS = 4
_ASKED = 2


class RecoverySheet(Sheet):
    """`done` tells whether the code was typed back; without that it has to be looked at again some time."""

    done = Signal(bool)

    def __init__(
        self, code: str, journal: Path, today: date, *, said: str = "", choose: Callable[[], list[int]] | None = None
    ) -> None:
        super().__init__(_("Your recovery code"))
        self._code = code
        self._journal = journal
        self._today = today
        groups = recovery.groups(code)
        self.asked = sorted((choose or _two)())
        self.shown = column_of(
            *([label(said, "strong", wrap=True)] if said else []),
            label(
                _(
                    "It opens your journal if the passphrase is forgotten. Keep it away from this computer, on paper"
                    " or on a stick. It is not shown again without your passphrase, and a new passphrase brings a new"
                    " code."
                ),
                wrap=True,
            ),
            self._table(groups),
            label(_("Whoever has this code can read your journal. Without passphrase and code nobody can."), wrap=True),
        )
        self.fields: list[QLineEdit] = []
        asking: list[QWidget] = [label(_("Take your paper or file, and type these groups from it."), wrap=True)]
        for number in self.asked:
            name = _("Group {number}").format(number=number)
            field = QLineEdit()
            field.setMaxLength(12)
            field.setFont(_mono(self))
            field.setAccessibleName(name)
            field.textChanged.connect(self._judge)
            field.returnPressed.connect(self._check)
            self.fields.append(field)
            asking += [label(name), field]
        self.told = label("", "strong", wrap=True)
        self.asking = column_of(*asking, self.told)
        self.print_button = button(_("Print …"), self._print, "primary")
        self.save_button = button(_("Save as a file …"), self._save)
        self.have = button(_("I have it: check"), self._ask)
        self.check = button(_("Check"), self._check, "primary")
        self.back = button(_("Show it once more"), self._show_code)
        self.later = button(_("Later"), lambda: self.done.emit(False), "link")
        self.kept = label("", "quiet", wrap=True)
        for part in (self.shown, self.asking, self.kept):
            self.add(part)
        self.add_buttons([self.print_button, self.save_button, self.check, self.have, self.back, self.later])
        self._show_code()

    def save_to(self, path: Path) -> None:
        """Write the code with a line on what it is for. Raises JournalError."""
        with written(path) as file:
            file.write_text("\n".join(self._lines()) + "\n", encoding="utf-8")

    def _lines(self) -> list[str]:
        rows = self._code.split("-")
        numbered = [f"{number:>2}  {group}" for number, group in enumerate(rows, 1)]
        return [
            _("Sciatica Journal: recovery code of {day}").format(day=day(self._today)),
            _("Opens this file without its passphrase: {file}").format(file=self._journal),
            "",
            *numbered,
        ]

    def _table(self, groups: list[str]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for index, group in enumerate(groups):
            at = divmod(index, _COLUMNS)
            cell = QLabel(f"{index + 1:>2}  {group}")
            cell.setFont(_mono(self))
            cell.setTextFormat(Qt.TextFormat.PlainText)
            cell.setAccessibleName(_("Group {number}: {signs}").format(number=index + 1, signs=" ".join(group)))
            grid.addWidget(cell, *at)
        grid.setColumnStretch(_COLUMNS, 1)
        return table

    @Slot()
    def _show_code(self) -> None:
        self._turn(asking=False)

    @Slot()
    def _ask(self) -> None:
        for field in self.fields:
            field.clear()
        self._turn(asking=True)

    def _turn(self, *, asking: bool) -> None:
        self.shown.setVisible(not asking)
        self.asking.setVisible(asking)
        for part, there in (
            (self.print_button, not asking),
            (self.save_button, not asking),
            (self.have, not asking),
            (self.check, asking),
            (self.back, asking),
        ):
            part.setVisible(there)
        self.told.setText("")
        self.setFocusProxy(self.fields[0] if asking else self.print_button)
        self.setFocus()

    @Slot()
    def _judge(self) -> None:
        self.told.setText("")

    @Slot()
    def _check(self) -> None:
        right = recovery.groups(self._code)
        for number, field in zip(self.asked, self.fields, strict=True):
            if recovery.groups(field.text()) != [right[number - 1]]:
                self.told.setText(_("Group {number} is another one: compare it once more.").format(number=number))
                field.setFocus()
                field.selectAll()
                return
        self.done.emit(True)

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery code"), "sciatica-recovery-code.txt", _("Text (*.txt)")
        )
        if not name:
            return
        try:
            self.save_to(Path(name))
        except JournalError as error:
            self.kept.setText(str(error))
        else:
            self.kept.setText(_("Saved as {name}. It is best kept on a stick.").format(name=Path(name).name))

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            document = QTextDocument()
            document.setDefaultFont(_mono(self))
            document.setPlainText("\n".join(self._lines()))
            document.print_(printer)
            self.kept.setText(_("Sent to the printer."))


def _two() -> list[int]:
    return secrets.SystemRandom().sample(range(1, recovery.GROUPS + 1), _ASKED)


def _mono(like: QWidget) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(round(like.fontInfo().pixelSize() * 1.1))
    return font
