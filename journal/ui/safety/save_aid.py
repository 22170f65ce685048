"""Helps where something could not be written: what was typed stays, can be copied, kept elsewhere or tried again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from journal.domain.draft import Draft
from journal.domain.entry import Entry
from journal.domain.errors import JournalError, StorageError
from journal.domain.records import Record, Records
from journal.exchange.files import write_file
from journal.i18n import _
from journal.ui.safety.sheet import Sheet
from journal.ui.safety.sheet_dialog import SheetDialog
from journal.ui.widgets.parts import button, label
from journal.wording import entries as wording

_WORTH_ASKING = ("disk_full", "read_only", "no_permission", "no_folder", "moved", "io_error", "locked", "failed")


class SaveAid:
    """`elsewhere` begins a new journal with everything that is open, and takes the person there."""

    def __init__(self, window: QWidget, elsewhere: Callable[[tuple[Record, ...]], object]) -> None:
        self._window = window
        self._elsewhere = elsewhere

    def again(self, error: JournalError, records: tuple[Record, ...]) -> bool:
        """Ask what to do; True to try again. What was typed stays on its page in any case."""
        if not isinstance(error, StorageError) or error.code not in (*_WORTH_ASKING, "damaged"):
            return False
        dialog = NotSaved(str(error), records, self._window)
        answer = dialog.exec()
        if dialog.wants_elsewhere:
            self._elsewhere(records)
        return answer == QDialog.DialogCode.Accepted

    def let_go(self, draft: Draft) -> bool:
        """Tell that closing would lose an unfinished check-in; True to close all the same."""
        dialog = NotKept(draft.entry, self._window)
        return dialog.exec() == QDialog.DialogCode.Accepted


class _Dialog(SheetDialog):
    """A sheet in a dialog, with what was typed ready to be copied or saved as a file."""

    def __init__(self, heading: str, sentences: tuple[str, ...], records: tuple[Record, ...], parent: QWidget) -> None:
        super().__init__(Sheet(heading, *sentences), parent)
        self._records = records
        self.told = label("", "quiet", wrap=True)
        self.told.hide()
        self.copy_button = button(_("Copy what I typed"), self._copy)
        self.file_button = button(_("Save it as a file …"), self._save_file)
        for part in (self.copy_button, self.file_button):
            part.setVisible(bool(records))

    def _copy(self) -> None:
        QApplication.clipboard().setText(as_text(self._records))
        self._tell(_("Copied. You can paste it into a letter or a note."))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()

    def _save_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save what I typed"), "sciatica-entry.json", _("Journal file (*.json)")
        )
        if not name:
            return
        try:
            write_file(Path(name), Records().saving(*self._records))
        except JournalError as error:
            self._tell(str(error))
        else:
            self._tell(_("Saved as {name}. Settings can bring it in later.").format(name=Path(name).name))


class NotSaved(_Dialog):
    """Accepted: try again."""

    def __init__(self, sentence: str, records: tuple[Record, ...], parent: QWidget) -> None:
        kept = _("What you typed is still on its page. You can try again now, or later.") if records else ""
        super().__init__(_("Not saved yet"), tuple(filter(None, (sentence, kept))), records, parent)
        self.wants_elsewhere = False
        self.again_button = button(_("Try again"), self.accept, "primary")
        self.elsewhere_button = button(_("Keep the journal in another folder …"), self._go_elsewhere)
        self.later_button = button(_("Go back to it"), self.reject, "link")
        self.sheet.add(self.told)
        self.sheet.add_buttons(
            [self.again_button, self.copy_button, self.file_button, self.elsewhere_button, self.later_button]
        )
        self.again_button.setDefault(True)

    def _go_elsewhere(self) -> None:
        self.wants_elsewhere = True
        self.reject()


class NotKept(_Dialog):
    """Accepted: close and lose it."""

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        sentence = _(
            "The journal’s file cannot be written now, so your unfinished check-in is only in this window. Everything"
            " saved before is safe."
        )
        super().__init__(_("Your check-in is not kept yet"), (sentence,), (entry,), parent)
        self.stay_button = button(_("Go back to it"), self.reject, "primary")
        self.close_button = button(_("Close without it"), self.accept, "link")
        self.sheet.add(self.told)
        self.sheet.add_buttons([self.stay_button, self.copy_button, self.file_button, self.close_button])
        self.stay_button.setDefault(True)


def as_text(records: tuple[Record, ...]) -> str:
    """Return what was typed in words, entries in full."""
    parts = []
    for record in records:
        if isinstance(record, Entry):
            lines = [wording.headings(record)[0], *wording.felt_places(record), *wording.details(record), record.note]
            parts.append("\n".join(filter(None, lines)))
        else:
            texts = (getattr(record, name) for name in record.__dataclass_fields__ if name != "id")
            parts.append("\n".join(str(text) for text in texts if isinstance(text, str) and text))
    return "\n\n".join(filter(None, parts))
