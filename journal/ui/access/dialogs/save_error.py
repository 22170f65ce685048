"""Helps where something could not be written: what was typed stays, can be copied, kept elsewhere or tried again."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from journal.domain.draft import Draft
from journal.domain.entry import Entry
from journal.domain.errors import WORTH_RETRYING, JournalError, StorageError
from journal.domain.records import Record, Records
from journal.i18n import _
from journal.ui.access.panel import Panel, PanelDialog
from journal.ui.widgets import dialogs
from journal.ui.widgets.controls import button, label


class SaveErrorHandler:
    """`elsewhere` begins a new journal with everything that is open, and takes the person there."""

    def __init__(self, window: QWidget, elsewhere: Callable[[tuple[Record, ...]], object]) -> None:
        self._window = window
        self._elsewhere = elsewhere

    def ask_retry(self, error: JournalError, records: tuple[Record, ...]) -> bool:
        """Ask what to do; True to try again. What was typed stays on its page in any case."""
        if not isinstance(error, StorageError) or error.fault not in WORTH_RETRYING:
            return False
        dialog = NotSaved(str(error), records, self._window)
        again = dialogs.accepted(dialog)
        if dialog.wants_elsewhere:
            self._elsewhere(records)
        return again

    def confirm_discard(self, draft: Draft) -> bool:
        """Tell that closing would lose an unfinished check-in; True to close all the same."""
        return dialogs.accepted(NotKept(draft.entry, self._window))


class _Dialog(PanelDialog):
    """A panel in a dialog, with what was typed ready to be copied or saved as a file."""

    def __init__(self, heading: str, sentences: tuple[str, ...], records: tuple[Record, ...], parent: QWidget) -> None:
        super().__init__(Panel(heading, *sentences), parent)
        self._records = records
        self.done_label = label("", "quiet", wrap=True)
        self.done_label.hide()
        self.copy_button = button(_("Copy what I typed"), self._copy)
        self.file_button = button(_("Save it as a file …"), self._save_file)
        for part in (self.copy_button, self.file_button):
            part.setVisible(bool(records))

    def _copy(self) -> None:
        from journal.wording.records import in_full

        QApplication.clipboard().setText("\n\n".join(filter(None, map(in_full, self._records))))
        self._say_done(_("Copied. You can paste it into a letter or a note."))

    def _say_done(self, sentence: str) -> None:
        self.done_label.setText(sentence)
        self.done_label.show()

    def _save_file(self) -> None:
        from journal.exchange.files import write_file

        path = dialogs.choose_place(self, _("Save what I typed"), _("Journal file (*.json)"), "sciatica-entry.json")
        if path is None:
            return
        try:
            write_file(path, Records().saving(*self._records))
        except JournalError as error:
            self._say_done(str(error))
        else:
            self._say_done(_("Saved as {name}. Settings can import it later.").format(name=path))


class NotSaved(_Dialog):
    """Accepted: try again."""

    def __init__(self, sentence: str, records: tuple[Record, ...], parent: QWidget) -> None:
        kept = _("What you typed is still on its page. You can try again now, or later.") if records else ""
        super().__init__(_("Not saved yet"), tuple(filter(None, (sentence, kept))), records, parent)
        self.wants_elsewhere = False
        self.again_button = button(_("Try again"), self.accept, "primary")
        self.elsewhere_button = button(_("Keep the journal in another folder …"), self._go_elsewhere)
        self.later_button = button(_("Go back to it"), self.reject, "link")
        self.panel.add(self.done_label)
        self.panel.add_buttons(
            self.again_button, self.copy_button, self.file_button, self.elsewhere_button, self.later_button
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
        self.panel.add(self.done_label)
        self.panel.add_buttons(self.stay_button, self.copy_button, self.file_button, self.close_button)
        self.stay_button.setDefault(True)
