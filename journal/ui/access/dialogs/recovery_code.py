"""The recovery code: shown in groups, printed or saved, and asked back in part before it counts."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.outfile import atomic_write
from journal.storage import recovery
from journal.ui.access.panel import Panel
from journal.ui.widgets import dialogs
from journal.ui.widgets.controls import button, column_of, label

_COLUMNS = 3
_ASKED = 2


class RecoveryCodePanel(Panel):
    """Answers whether the code was typed back; without that it has to be looked at again some time."""

    def __init__(
        self,
        code: str,
        journal: Path,
        today: date,
        *,
        followed: str = "",
        choose: Callable[[], list[int]] | None = None,
    ) -> None:
        super().__init__(_("Your recovery code"))
        self.code = code
        self._journal = journal
        self._today = today
        groups = recovery.groups(code)
        self.asked = sorted((choose or _two)())
        self.shown = column_of(
            *([label(followed, "strong", wrap=True)] if followed else []),
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
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self._check)
            self.fields.append(field)
            asking += [label(name), field]
        self.asking = column_of(*asking, self.error_label)
        self.print_button = button(_("Print …"), self._print, "primary")
        self.save_button = button(_("Save as a file …"), self._save)
        self.have = button(_("I have it: check"), self._ask)
        # Translators: checks what was typed (a button).
        self.check = button(_("Check"), self._check, "primary")
        self.back = button(_("Show it once more"), self._show_code)
        self.later = self.answer_button(_("Later"), False, "link")
        self.kept = label("", "quiet", wrap=True)
        self.add(self.shown, self.asking, self.kept)
        self.add_buttons(self.print_button, self.save_button, self.check, self.have, self.back, self.later)
        self._show_code()

    def save_to(self, path: Path) -> None:
        """Write the code with a line on what it is for. Raises JournalError."""
        with atomic_write(path) as file:
            file.write_text(self._on_paper() + "\n", encoding="utf-8")

    def _on_paper(self) -> str:
        return recovery.on_paper(self.code, self._journal, self._today)

    def _table(self, groups: list[str]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(3 * self.fontMetrics().height())  # a number is nearest to its own group
        grid.setVerticalSpacing(6)
        for index, group in enumerate(groups):
            at = divmod(index, _COLUMNS)
            cell = QLabel(f"{index + 1:>2} {group}")
            cell.setFont(_mono(self))
            cell.setTextFormat(Qt.TextFormat.PlainText)
            cell.setAccessibleName(_("Group {number}: {symbols}").format(number=index + 1, symbols=" ".join(group)))
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
        for part in (self.shown, self.print_button, self.save_button, self.have):
            part.setVisible(not asking)
        for part in (self.asking, self.check, self.back):
            part.setVisible(asking)
        self.show_error("")
        self.setFocusProxy(self.fields[0] if asking else self.print_button)
        self.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.show_error("")

    @Slot()
    def _check(self) -> None:
        right = recovery.groups(self.code)
        for number, field in zip(self.asked, self.fields, strict=True):
            if recovery.groups(field.text()) != [right[number - 1]]:
                self.show_error(_("Group {number} is another one: compare it once more.").format(number=number))
                field.setFocus()
                field.selectAll()
                return
        self.answered.emit(True)

    def _save(self) -> None:
        path = dialogs.choose_place(self, _("Save the recovery code"), _("Text (*.txt)"), "sciatica-recovery-code.txt")
        if path is None:
            return
        try:
            self.save_to(path)
        except JournalError as error:
            self.kept.setText(str(error))
        else:
            self.kept.setText(_("Saved as {name}. It is best kept on a stick.").format(name=path))

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialogs.accepted(dialog):
            document = QTextDocument()
            document.setDefaultFont(_mono(self))
            document.setPlainText(self._on_paper())
            document.print_(printer)
            self.kept.setText(_("Sent to the printer."))


def _two() -> list[int]:
    return secrets.SystemRandom().sample(range(1, recovery.GROUPS + 1), _ASKED)


def _mono(like: QWidget) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(round(like.fontInfo().pixelSize() * 1.1))
    return font
