"""What is asked before a passphrase is set, changed or removed, or a code shown again: the present one, and consent."""

from dataclasses import dataclass

from PySide6.QtCore import Slot

from journal.i18n import _
from journal.ui.access.dialogs.new_passphrase import NewPassphrase
from journal.ui.access.dialogs.secret_field import SecretField
from journal.ui.access.panel import Panel
from journal.ui.widgets.controls import button
from journal.ui.widgets.tick import Tick
from journal.wording import passphrase as wording
from journal.wording.passphrase import Change


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed; None for no passphrase."""

    old: str | None
    new: str | None
    renew: bool
    """Whether the backups follow."""


class PassphrasePanel(Panel):
    """Answers with `Given`."""

    def __init__(self, change: Change, backups: int = 0, file: str = "") -> None:
        super().__init__(wording.heading(change), *wording.sentences(change, file))
        self._change = change
        self.old = SecretField(_("Its passphrase") if change is Change.OTHER_FILE else _("Present passphrase"))
        self.old.setVisible(change is not Change.SET)
        self.fields = NewPassphrase()
        self.fields.setVisible(change in (Change.SET, Change.CHANGE))
        self.renew = Tick(_("Renew the backups too"))
        self.renew.setChecked(True)
        self.add(self.old, self.fields)
        if backups and change in (Change.SET, Change.CHANGE, Change.REMOVE):
            self.add_text(wording.about_backups(change, backups), "quiet")
            self.add(self.renew)
        else:
            self.renew.hide()
        self.add(self.error_label)
        self.agree = button(wording.agreed(change), self._give, "primary")
        self.cancel = self.answer_button(_("Leave it as it is"), None)
        self.add_buttons(self.agree, self.cancel)
        self.setFocusProxy(self.fields if change is Change.SET else self.old)
        self.fields.changed.connect(self._update_buttons)
        self.old.changed.connect(self._update_buttons)
        self.fields.entered.connect(self._give)
        self.old.entered.connect(self._next)
        self._update_buttons()

    def wait(self) -> None:
        """Say that the passphrase is being tried."""
        self._enable(False)
        self.show_error(_("One moment …"))

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        self._enable(True)
        self._update_buttons()
        self.show_error(sentence)
        self.old.line.selectAll()
        self.old.setFocus()

    def _enable(self, enabled: bool) -> None:
        for part in (self.old, self.fields, self.renew, self.agree):
            part.setEnabled(enabled)

    @property
    def _ready(self) -> bool:
        old_there = self._change is Change.SET or bool(self.old.text)
        new_there = self.fields.isHidden() or self.fields.passphrase is not None
        return old_there and new_there

    @Slot()
    def _update_buttons(self) -> None:
        self.agree.setEnabled(self._ready)

    @Slot()
    def _next(self) -> None:
        if self.fields.isHidden():
            self._give()
        else:
            self.fields.setFocus()

    @Slot()
    def _give(self) -> None:
        if self._ready:
            new = None if self.fields.isHidden() else self.fields.passphrase
            renew = self.renew.isChecked() and not self.renew.isHidden()
            given = Given(self.old.text or None, new, renew)
            self.wait()
            self.answered.emit(given)
