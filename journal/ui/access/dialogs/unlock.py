"""Asking for the passphrase, or for the recovery code where it is forgotten."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit

from journal.i18n import _
from journal.storage import recovery
from journal.ui.access.dialogs.secret_field import SecretField
from journal.ui.access.panel import Panel
from journal.ui.widgets.controls import button, column_of, label
from journal.wording.recovery_actions import RecoveryAction


@dataclass(frozen=True, slots=True)
class Typed:
    """What is to be tried."""

    text: str
    is_code: bool
    """Whether it was asked for as the recovery code."""


class UnlockPanel(Panel):
    """Answers with `Typed`, or OTHER, as often as it takes: a wrong passphrase locks nobody out and deletes nothing."""

    def __init__(self, journal: Path) -> None:
        super().__init__(_("Your journal is locked"))
        self.add_text(str(journal), "quiet")
        self.field = SecretField(_("Passphrase"))
        # Translators: opens the journal (a button).
        self.open_button = button(_("Open"), self._give, "primary")
        self.forgotten = button(_("I forgot it"), self._ask_code, "link")
        self.other = self.answer_button(_("Open another journal …"), RecoveryAction.OTHER, "link")
        self._passphrase_part = column_of(self.field)
        self.code = QPlainTextEdit()
        self.code.setAccessibleName(_("Recovery code"))
        self.code.setPlaceholderText(_("13 groups of five symbols"))
        self.code.setTabChangesFocus(True)
        self.code.setFixedHeight(self.fontMetrics().height() * 4 + 24)
        self.code_said = label("", "quiet", wrap=True)
        self.back = button(_("I know the passphrase after all"), self._ask_passphrase, "link")
        self._code_part = column_of(
            label(
                _(
                    "Type the recovery code that you printed or saved. It opens the journal, and then you choose a new"
                    " passphrase. Small letters and spaces do not matter."
                ),
                wrap=True,
            ),
            self.code,
            self.code_said,
            label(
                _("Without the passphrase and without the code there is no way in, for anybody: not for us either."),
                "quiet",
                wrap=True,
            ),
        )
        self.add(self._passphrase_part, self._code_part, self.error_label)
        self.add_buttons(self.open_button, self.forgotten, self.back, self.other)
        self._ask_passphrase()
        self.field.entered.connect(self._give)
        self.field.changed.connect(self._typed)
        self.code.textChanged.connect(self._check_code)

    def wait(self) -> None:
        """Say that the passphrase is being tried."""
        self._enable(False)
        self.show_error(_("Opening …"))

    def refuse(self, sentence: str) -> None:
        """Say why it did not open; what was typed stays, marked, to be typed over or mended."""
        self._enable(True)
        self.show_error(sentence)
        if self.by_code:
            self.code.setFocus()
        else:
            self.field.line.selectAll()
            self.field.setFocus()

    @property
    def by_code(self) -> bool:
        """Whether it asks for the recovery code now."""
        return not self._code_part.isHidden()

    @Slot()
    def _give(self) -> None:
        typed = Typed(self.code.toPlainText() if self.by_code else self.field.text, self.by_code)
        if typed.text:
            self.wait()
            self.answered.emit(typed)

    @Slot()
    def _ask_code(self) -> None:
        self._choose(by_code=True)

    @Slot()
    def _ask_passphrase(self) -> None:
        self._choose(by_code=False)

    def _choose(self, *, by_code: bool) -> None:
        self._code_part.setVisible(by_code)
        self._passphrase_part.setVisible(not by_code)
        self.back.setVisible(by_code)
        self.forgotten.setVisible(not by_code)
        self.show_error("")
        self.setFocusProxy(self.code if by_code else self.field)
        self.setFocus()
        self._typed()
        if by_code:
            self._check_code()

    @Slot()
    def _typed(self) -> None:
        self.open_button.setEnabled(bool(self.field.text) or self.by_code)

    @Slot()
    def _check_code(self) -> None:
        said, whole = recovery.progress_of(self.code.toPlainText())
        self.code_said.setText(said)
        if self.by_code:
            self.open_button.setEnabled(whole)

    def _enable(self, enabled: bool) -> None:
        for part in (self.field, self.code, self.open_button, self.forgotten, self.back, self.other):
            part.setEnabled(enabled)
