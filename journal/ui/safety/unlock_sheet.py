"""Asking for the passphrase, or for the recovery code where it is forgotten."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit

from journal.domain.errors import StorageError
from journal.i18n import _
from journal.storage import recovery
from journal.ui.safety.secret_field import SecretField
from journal.ui.safety.sheet import Sheet, column_of
from journal.ui.widgets.parts import button, label

_GROUP = 5


class UnlockSheet(Sheet):
    """Asks as often as it takes: a wrong passphrase locks nobody out and deletes nothing."""

    given = Signal(str)
    """A passphrase to be tried."""
    code_given = Signal(str)
    """A recovery code to be tried."""
    other_asked = Signal()
    read_only_asked = Signal()

    def __init__(self, journal: Path, why: str = "") -> None:
        super().__init__(_("Your journal is locked"))
        if why:
            self.say(why)
        self.say(str(journal), "quiet")
        self.field = SecretField(_("Passphrase"))
        self.told = label("", "strong", wrap=True)
        self.told.hide()
        self.open_button = button(_("Open"), self._give, "primary")
        self.forgotten = button(_("I forgot it"), self._ask_code, "link")
        self.other = button(_("Open another journal …"), self.other_asked.emit, "link")
        self._passphrase_part = column_of(self.field)
        self.code = QPlainTextEdit()
        self.code.setAccessibleName(_("Recovery code"))
        self.code.setPlaceholderText(_("13 groups of five signs"))
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
        for part in (self._passphrase_part, self._code_part, self.told):
            self.add(part)
        self.add_buttons([self.open_button, self.forgotten, self.back, self.other])
        self._ask_passphrase()
        self.field.entered.connect(self._give)
        self.field.changed.connect(self._typed)
        self.code.textChanged.connect(self._judge_code)

    def wait(self) -> None:
        """Say that the passphrase is being tried."""
        self._enable(False)
        self._tell(_("Opening …"))

    def refuse(self, sentence: str) -> None:
        """Say why it did not open; what was typed stays, marked, to be typed over or mended."""
        self._enable(True)
        self._tell(sentence)
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
        if self.by_code:
            self.code_given.emit(self.code.toPlainText())
        elif self.field.text:
            self.given.emit(self.field.text)

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
        self.told.hide()
        self.setFocusProxy(self.code if by_code else self.field)
        self.setFocus()
        self._typed()
        if by_code:
            self._judge_code()

    @Slot()
    def _typed(self) -> None:
        self.open_button.setEnabled(bool(self.field.text) or self.by_code)

    @Slot()
    def _judge_code(self) -> None:
        said, whole = judged(self.code.toPlainText())
        self.code_said.setText(said)
        if self.by_code:
            self.open_button.setEnabled(whole)

    def _enable(self, enabled: bool) -> None:
        for part in (self.field, self.code, self.open_button, self.forgotten, self.back, self.other):
            part.setEnabled(enabled)

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()


def judged(typed: str) -> tuple[str, bool]:
    """Return what to say about a recovery code so far, and whether it is whole and free of slips."""
    signs = sum(not (sign.isspace() or sign == "-") for sign in typed)
    if not signs:
        return "", False
    try:
        recovery.key(typed)
    except StorageError as error:
        slip = recovery.first_slip(typed)
        if slip is not None and slip <= signs // _GROUP:
            return str(error), False
        return _("{count} of {all} groups.").format(count=signs // _GROUP, all=recovery.GROUPS), False
    if not recovery.looks_like_code(typed):
        return _("That is more than {all} groups.").format(all=recovery.GROUPS), False
    return _("The code is complete."), True
