"""The first start, or a new journal: a passphrase is recommended, and nobody has to have one."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot

from journal.i18n import _
from journal.ui.safety.new_passphrase import NewPassphrase
from journal.ui.safety.sheet import Sheet
from journal.ui.widgets.parts import button, label


class FirstSheet(Sheet):
    """Gives a passphrase, or "" for none."""

    given = Signal(str)
    other_asked = Signal()

    def __init__(self, journal: Path, *, by_choice: bool) -> None:
        super().__init__(_("Protect your journal?") if not by_choice else _("A new journal"))
        self.say(meaning())
        self.fields = NewPassphrase()
        self.add(self.fields)
        self.say(
            _(
                "Next you get a recovery code to print or save, in case you forget it. Without both there is no way"
                " back in."
            ),
            "quiet",
        )
        self.told = label("", "strong", wrap=True)
        self.told.hide()
        self.add(self.told)
        self.protect = button(_("Protect it (recommended)"), self._give, "primary")
        self.skip = button(_("Not now"), self._skip)
        self.skip.setToolTip(_("You can set a passphrase in Settings at any time."))
        self.other = button(_("I have a journal already …"), self.other_asked.emit, "link")
        self.add_buttons([self.protect, self.skip, self.other])
        self.say(_("It will be kept here: {file}").format(file=journal), "quiet")
        self.setFocusProxy(self.fields)
        self.fields.changed.connect(self._judge)
        self.fields.entered.connect(self._give)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        self.protect.setEnabled(self.fields.passphrase is not None)

    @Slot()
    def _give(self) -> None:
        words = self.fields.passphrase
        if words is not None:
            self.given.emit(words)

    @Slot()
    def _skip(self) -> None:
        self.given.emit("")


class RenewSheet(Sheet):
    """After the recovery code opened the journal: another passphrase, as the old one is forgotten."""

    given = Signal(str)
    later = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("The code opened your journal"),
            _("Nothing is lost. Choose a new passphrase now; a new recovery code comes with it."),
        )
        self.fields = NewPassphrase()
        self.add(self.fields)
        self.save = button(_("Set the new passphrase"), self._give, "primary")
        self.not_now = button(_("Not now"), self.later.emit)
        self.add_buttons([self.save, self.not_now])
        self.setFocusProxy(self.fields)
        self.fields.changed.connect(self._judge)
        self.fields.entered.connect(self._give)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        self.save.setEnabled(self.fields.passphrase is not None)

    @Slot()
    def _give(self) -> None:
        words = self.fields.passphrase
        if words is not None:
            self.given.emit(words)


def meaning() -> str:
    """What a passphrase does, in two sentences."""
    return _(
        "A passphrase encrypts your journal, its drafts and its backups. Nobody can read them without it: not someone"
        " who finds this computer, and not us."
    )
