"""When the pain began: what was said in a line, and a small form to say it or to change it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.analysis.onset import answer
from journal.domain.onset import Onset, Precision
from journal.domain.records import Records
from journal.i18n import _
from journal.ui.session import Session
from journal.ui.widgets.controls import LineLabel, Segments, button, column_of, flowing, in_a_column, in_a_row, label
from journal.ui.widgets.date_fields import date_field, python_date, qt_date, written
from journal.wording import labels
from journal.wording import onset as words

_EARLIEST_YEAR = 1900


class OnsetQuestion(QWidget):
    """Asks once, and can be left alone; the answer can be changed at any time."""

    done = Signal(str, object)
    """What was kept in a sentence, and what takes it back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.said = LineLabel("")
        self.ask = button("", self.open_form, "small")
        self.how = Segments([(kind, labels.label(kind)) for kind in Precision], _("How well you know when it began"))
        self.date = date_field(_("When it began"))
        self.preview = label("", "quiet", wrap=True)
        self.save = button(_("Save"), self._save, "primary")
        self.cancel = button(_("Not now"), self.close_form)
        self.form = column_of(
            flowing(self.how, self.date, spacing=12),
            self.preview,
            in_a_row(self.save, self.cancel, None, spacing=8),
            spacing=8,
        )
        self.setLayout(in_a_column(flowing(self.said, self.ask, spacing=12), self.form, spacing=8))
        self.how.chosen.connect(self._update_layout)
        self.date.dateChanged.connect(self._preview)
        session.changed.connect(self._show)
        self.form.hide()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.form.isHidden():
            self.close_form()
        else:
            super().keyPressEvent(event)

    @Slot()
    def open_form(self) -> None:
        """Begin with what was said, or with the month of the first entry."""
        known, today = self._latest(), self._session.today()
        self.date.setDateRange(qt_date(today.replace(year=_EARLIEST_YEAR, month=1, day=1)), qt_date(today))
        entries = self._session.records.entries
        first = min(today, entries[0].day) if entries else today
        self.date.setDate(qt_date(known.began_on if known and known.began_on else first))
        self.how.choose(known.precision if known else Precision.MONTH)
        self._update_layout()
        self.ask.hide()
        self.form.show()
        self.how.part(self.how.value).setFocus()

    @Slot()
    def close_form(self) -> None:
        """Leave it as it was."""
        self.form.hide()
        self.ask.show()
        self.ask.setFocus()

    def _latest(self) -> Onset | None:
        onsets = self._session.records.onsets
        return onsets[-1] if onsets else None

    def _answer(self, records: Records) -> Onset:
        precision = Precision(str(self.how.value))
        began = None if precision is Precision.UNKNOWN else python_date(self.date.date())
        return answer(records, self._session.now(), began, precision)

    @Slot()
    def _show(self) -> None:
        known = self._latest()
        self.said.setText(words.began(known) if known else words.question())
        # Translators: says when the pain began (a button).
        self.ask.setText(_("Change") if known else _("Say when"))
        self.ask.setAccessibleDescription(self.said.text())

    @Slot()
    def _update_layout(self) -> None:
        precision = Precision(str(self.how.value))
        self.date.setVisible(precision is not Precision.UNKNOWN)
        if precision is not Precision.UNKNOWN:
            self.date.setDisplayFormat("yyyy" if precision is Precision.YEAR else written(str(precision)))
            self.date.setCalendarPopup(precision is Precision.DAY)
        self._preview()

    @Slot()
    def _preview(self) -> None:
        self.preview.setText(words.began(self._answer(Records())))
        self.save.setAccessibleDescription(self.preview.text())

    @Slot()
    def _save(self) -> None:
        before, given = self._latest(), self._answer(self._session.records)
        if self._session.save(given):
            self.close_form()
            undo = (lambda: self._session.save(before)) if before else (lambda: self._session.delete(given.id))
            self.done.emit(words.began(given), undo)
