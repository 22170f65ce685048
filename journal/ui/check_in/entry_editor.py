"""Everything the check-in page says, as one value: from its panels to an `Entry` and back."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from journal.domain.entry import Entry, Scope
from journal.i18n import _
from journal.ui.check_in.day_marks import DayMarks
from journal.ui.check_in.details_panel import DayPanel, DetailsPanel
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.check_in.time_picker import TimePicker
from journal.ui.widgets.controls import Segments
from journal.wording import labels


class EntryEditor:
    """The parts of the page that hold what was said."""

    def __init__(
        self, marks: MarksModel, day_marks: DayMarks, day: DayPanel, details: DetailsPanel, moment: TimePicker
    ) -> None:
        self.marks = marks
        self.day_marks = day_marks
        self.day = day
        self.details = details
        self.moment = moment
        self.scope = Segments([(scope, labels.label(scope)) for scope in Scope], _("What the entry speaks of"))

    def entry(self, now: datetime, kept: Entry | None = None, id: str | None = None) -> Entry:
        """What is said, as a new entry or a change of one that is `kept`. Raises InvalidRecord."""
        values: dict[str, Any] = {
            "recorded_at": self.moment.value() or now.replace(microsecond=0),
            "scope": self.scope.value,
            "symptoms": self.marks.said,
            "activities": self.details.activities.tags(),
            "reliefs": self.details.reliefs.tags(),
            "note": self.details.note.toPlainText().strip(),
        }
        if self.scope.value is Scope.DAY:
            values |= self.day.numbers()
        if kept is not None:
            return replace(kept, **values)
        return Entry(**values) if id is None else Entry(id=id, **values)

    def set_value(self, entry: Entry) -> None:
        """Show what an entry says, its time apart."""
        self.marks.load(entry.symptoms)
        self.day.set_value(entry)
        self.details.set_value(entry)
        self.scope.choose(entry.scope)

    def clear(self) -> None:
        """Show nothing said."""
        self.marks.load(None)
        self.day.set_value(None)
        self.details.set_value(None)
        self.scope.choose(Scope.NOW)
        self.moment.set_value(None)

    def empty(self) -> bool:
        """Whether nothing was said that would be lost; time and scope, and the day's marks as given, do not count."""
        said = self.details
        return self.day_marks.untouched and not (
            said.note.toPlainText().strip()
            or said.activities.tags()
            or said.reliefs.tags()
            or (self.scope.value is Scope.DAY and self._has_figures)
        )

    @property
    def hides_figures(self) -> bool:
        """Whether figures of the day were given that "right now" does not keep."""
        return self.scope.value is Scope.NOW and self._has_figures

    @property
    def _has_figures(self) -> bool:
        return any(number is not None for number in self.day.numbers().values())
