"""Everything the check-in page says, as one value: from its panels to an `Entry` and back."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from journal.domain.entry import Entry, Scope
from journal.i18n import _
from journal.ui.check_in.board import Board
from journal.ui.check_in.day_marks import DayMarks
from journal.ui.check_in.details_panel import DayPanel, Details, DetailsPanel
from journal.ui.check_in.moment_panel import Moment
from journal.ui.widgets.parts import Segments
from journal.wording import labels

_DETAIL_FIELDS = tuple(Details.__dataclass_fields__)


class Form:
    """The parts of the page that hold what was said."""

    def __init__(self, board: Board, day_marks: DayMarks, day: DayPanel, details: DetailsPanel, moment: Moment) -> None:
        self.board = board
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
            "symptoms": self.board.said,
            "activities": self.details.activities.tags(),
            "reliefs": self.details.reliefs.tags(),
            "note": self.details.note.toPlainText().strip(),
        }
        if self.scope.value is Scope.DAY:
            values |= self.day.numbers()
        if kept is not None:
            return replace(kept, **values)
        return Entry(**values) if id is None else Entry(id=id, **values)

    def put(self, entry: Entry) -> None:
        """Show what an entry says, its time apart."""
        self.board.load(entry.symptoms)
        details = Details(**{name: getattr(entry, name) for name in _DETAIL_FIELDS})
        self.day.put(details)
        self.details.put(details)
        self.scope.choose(entry.scope)

    def clear(self) -> None:
        """Show nothing said."""
        self.board.load(None)
        self.day.put(Details())
        self.details.put(Details())
        self.scope.choose(Scope.NOW)
        self.moment.put(None)

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
