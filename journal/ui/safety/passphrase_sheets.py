"""What is asked before a passphrase is set, changed or removed, or a code shown again: the present one, and consent."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox

from journal.i18n import _, ngettext
from journal.ui.safety.first_sheet import meaning
from journal.ui.safety.new_passphrase import NewPassphrase
from journal.ui.safety.secret_field import SecretField
from journal.ui.safety.sheet import Sheet
from journal.ui.widgets.parts import button, label


class Change(StrEnum):
    """What is to happen."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"
    SHOW_CODE = "show_code"
    OTHER_FILE = "other_file"
    """Nothing: only the passphrase of another file is asked for."""


class PassphraseSheet(Sheet):
    """Gives (the present passphrase or "", the new one or "", whether the backups follow)."""

    given = Signal(str, str, bool)
    left = Signal()

    def __init__(self, change: Change, backups: int = 0, file: str = "") -> None:
        super().__init__(_heading(change), *_sentences(change, file))
        self._change = change
        self.old = SecretField(_("Its passphrase") if change is Change.OTHER_FILE else _("Present passphrase"))
        self.old.setVisible(change is not Change.SET)
        self.fields = NewPassphrase()
        self.fields.setVisible(change in (Change.SET, Change.CHANGE))
        self.renew = QCheckBox(_("Renew the backups too"))
        self.renew.setChecked(True)
        self.told = label("", "strong", wrap=True)
        self.told.hide()
        self.add(self.old)
        self.add(self.fields)
        if backups and change in (Change.SET, Change.CHANGE, Change.REMOVE):
            self.say(_about_backups(change, backups), "quiet")
            self.add(self.renew)
        else:
            self.renew.hide()
        self.add(self.told)
        self.go = button(_yes(change), self._give, "primary")
        self.cancel = button(_("Leave it as it is"), self.left.emit)
        self.add_buttons([self.go, self.cancel])
        self.setFocusProxy(self.fields if change is Change.SET else self.old)
        self.fields.changed.connect(self._judge)
        self.old.changed.connect(self._judge)
        self.fields.entered.connect(self._give)
        self.old.entered.connect(self._next)
        self._judge()

    def wait(self) -> None:
        """Say that the passphrase is being tried."""
        self._enable(False)
        self.told.setText(_("One moment …"))
        self.told.show()

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        self._enable(True)
        self._judge()
        self.told.setText(sentence)
        self.told.show()
        self.old.line.selectAll()
        self.old.setFocus()

    def _enable(self, enabled: bool) -> None:
        for part in (self.old, self.fields, self.renew, self.go):
            part.setEnabled(enabled)

    @property
    def _ready(self) -> bool:
        old_there = self._change is Change.SET or bool(self.old.text)
        new_there = self.fields.isHidden() or self.fields.passphrase is not None
        return old_there and new_there

    @Slot()
    def _judge(self) -> None:
        self.go.setEnabled(self._ready)

    @Slot()
    def _next(self) -> None:
        if self.fields.isHidden():
            self._give()
        else:
            self.fields.setFocus()

    @Slot()
    def _give(self) -> None:
        if self._ready:
            new = "" if self.fields.isHidden() else self.fields.passphrase or ""
            self.given.emit(self.old.text, new, self.renew.isChecked() and not self.renew.isHidden())


def _heading(change: Change) -> str:
    return {
        Change.SET: _("Set a passphrase"),
        Change.CHANGE: _("Change the passphrase"),
        Change.REMOVE: _("Remove the passphrase"),
        Change.SHOW_CODE: _("Show the recovery code"),
        Change.OTHER_FILE: _("This file has a passphrase"),
    }[change]


def _yes(change: Change) -> str:
    return {
        Change.SET: _("Protect the journal"),
        Change.CHANGE: _("Change it"),
        Change.REMOVE: _("Remove it"),
        Change.SHOW_CODE: _("Show it"),
        Change.OTHER_FILE: _("Open it"),
    }[change]


def _sentences(change: Change, file: str) -> tuple[str, ...]:
    after = _("Then you get a recovery code to print or save. Without passphrase and code there is no way back in.")
    return {
        Change.SET: (meaning(), after),
        Change.CHANGE: (after,),
        Change.REMOVE: (_("The journal stays on this computer, but whoever uses this computer can then read it."),),
        Change.SHOW_CODE: (_("The code opens the journal without the passphrase, so the passphrase is asked first."),),
        Change.OTHER_FILE: (_("“{file}” has another passphrase than your journal.").format(file=file),),
    }[change]


def _about_backups(change: Change, count: int) -> str:
    if change is Change.SET:
        return ngettext(
            "{count} backup was made without a passphrase and can be read by anybody until it is renewed.",
            "{count} backups were made without a passphrase and can be read by anybody until they are renewed.",
            count,
        ).format(count=count)
    return ngettext(
        "{count} backup keeps the passphrase it was made with until it is renewed.",
        "{count} backups keep the passphrase they were made with until they are renewed.",
        count,
    ).format(count=count)
