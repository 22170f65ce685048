"""Before anything is written: the days to come in, what is left out and why, and what would change in the verdict."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Slot

from journal.exchange.importers import sentences
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.reading import Reading, Reason
from journal.i18n import _, listing, ngettext, span
from journal.ui.history.calendar_model import CalendarModel
from journal.ui.history.calendar_panel import CalendarPanel
from journal.ui.importing.step import Step
from journal.ui.theme import Theme
from journal.ui.widgets.controls import label
from journal.ui.widgets.tick import Tick

_SHOWN = 500
_CALENDAR_EMS = 26


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an import would do to the journal."""

    new: int
    """Records that the journal does not have."""
    same: int
    changed: tuple[tuple[str, str], ...]
    """For each leg whose sentence would be another: as it is, as it would be."""


class PreviewStep(Step):
    """Answers True to import, or as every step does; other `Answers` where the tick changed."""

    def __init__(
        self, theme: Theme, title: str, reading: Reading, answers: Answers, outlook: Outlook, today: date
    ) -> None:
        super().__init__(_("This would come in"), self._told(title, reading, outlook))
        self._answers = answers
        for remark in reading.remarks:
            self.add_text(sentences.remark(remark), "strong")
        entries = reading.records.entries
        if entries:
            model = CalendarModel(today)
            model.setParent(self)
            model.show(entries, today)
            self.calendar = CalendarPanel(theme, model)
            self.calendar.setMinimumHeight(theme.px(_CALENDAR_EMS))
            self.calendar.view.go_to_day(entries[-1].day)
            self.add(self.calendar)
        self._show_verdict(outlook)
        self._show_left_out(reading)
        self.keep = Tick(_("Keep rows without a place all the same, with their figures alone"))
        self.keep.setChecked(answers.keep_without_place)
        self.keep.setVisible(
            answers.keep_without_place or any(row.reason is Reason.NO_PLACE for row in reading.left_out)
        )
        self.keep.clicked.connect(self._read_anew)
        self.add(self.keep)
        self.add_text(_("A backup is made first, and the import can be undone as a whole."), "quiet")
        self.next_button.setText(_("Import"))
        self.next_button.setEnabled(len(reading.records) > 0)
        self.finish(first=False)

    def _told(self, title: str, reading: Reading, outlook: Outlook) -> str:
        entries = reading.records.entries
        count = len(entries)
        told = [title, sentences.counted(reading)]
        if entries:
            text = ngettext("{count} entry, {span}.", "{count} entries, {span}.", count)
            told.append(text.format(count=count, span=span(entries[0].day, entries[-1].day)))
        if outlook.same:
            text = ngettext("{count} is there already.", "{count} are there already.", outlook.same)
            told.append(text.format(count=outlook.same))
        return "\n".join(told)

    def _show_verdict(self, outlook: Outlook) -> None:
        self.add(label(_("What would change in the verdict"), "brand", wrap=True))
        if not outlook.changed:
            self.add_text(_("Nothing: the newest weeks of the journal stay as they are."), "quiet")
        for before, after in outlook.changed:
            self.add_text(_("Now: {sentence}").format(sentence=before), "quiet")
            self.add_text(_("Then: {sentence}").format(sentence=after))

    def _show_left_out(self, reading: Reading) -> None:
        self.add(label(_("What is left out, and why"), "brand", wrap=True))
        self.left_out = self.new_list(_("What is left out, and why"), 6)
        self.left_out.setWordWrap(True)
        for row in reading.left_out[:_SHOWN]:
            self.left_out.addItem(sentences.left_out(row))
        more = len(reading.left_out) - _SHOWN
        if more > 0:
            self.left_out.addItem(ngettext("… and {count} more", "… and {count} more", more).format(count=more))
        if reading.left_out:
            self.add(self.left_out)
        else:
            self.left_out.setParent(self)
            self.left_out.hide()
            self.add_text(_("No row is left out."), "quiet")
        if reading.columns_left_out:
            text = _("Columns left out: {names}").format(names=listing(reading.columns_left_out))
            self.add_text(text, "quiet")

    @Slot()
    def _read_anew(self) -> None:
        self.answered.emit(replace(self._answers, keep_without_place=self.keep.isChecked()))
