"""One entry, whole: the body as it was marked, and everything else in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journal import drawing
from journal.domain.entry import Entry
from journal.i18n import _, ngettext, number
from journal.ui.body_map import painter as body_painter
from journal.ui.body_map.figure import Figure
from journal.ui.history.model import heading
from journal.ui.theme import Theme
from journal.ui.widgets.parts import label
from journal.wording import entries as wording
from journal.wording import labels


class BodyPicture(QWidget):
    """The marked body, to look at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: body_painter.Marks = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_entry(self, entry: Entry) -> None:
        """Show an entry's marks."""
        self._marks = body_painter.marks_of(entry.symptoms)
        self.setAccessibleName(wording.places(entry, most=len(entry.symptoms)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        figure = Figure(drawing.body(), QRectF(self.rect()).adjusted(4, 4, -4, -4))
        body_painter.paint(QPainter(self), figure, self._theme.palette, self._marks, numbers=True)


class EntryView(QWidget):
    """Shows one entry, or says how many are chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = label("", "brand", wrap=True)
        self.picture = BodyPicture(theme)
        self.words = label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.picture, 3)
        column.addWidget(scroll, 2)

    def show_entries(self, chosen: Sequence[Entry]) -> None:
        """Show what is chosen."""
        one = chosen[0] if len(chosen) == 1 else None
        self.picture.setVisible(one is not None)
        if one is None:
            self.title.setText(
                ngettext("{count} entry chosen.", "{count} entries chosen.", len(chosen)).format(count=len(chosen))
                if chosen
                else _("Choose an entry to see it.")
            )
            self.words.clear()
            return
        self.title.setText(heading(one))
        self.picture.show_entry(one)
        self.words.setText("\n".join(_lines(one)))


def _lines(entry: Entry) -> list[str]:
    places = [
        _("{place}: {felt}").format(place=labels.region(region), felt=wording.felt(marks))
        for region, marks in wording.by_region(entry.symptoms).items()
    ]
    return (places or [_("No symptoms")]) + _figures(entry) + _tags(entry) + (["", entry.note] if entry.note else [])


def _figures(entry: Entry) -> list[str]:
    shown = (
        (_("Average pain {value} of 10"), entry.pain_average, 0),
        (_("Worst pain {value} of 10"), entry.pain_worst, 0),
        (_("Sleep {value} hours"), entry.sleep_hours, 1),
        (_("Sleep disturbed {value} of 10"), entry.sleep_disturbed, 0),
        (_("Sitting {value} minutes"), entry.sitting_minutes, 0),
        (_("Standing {value} minutes"), entry.standing_minutes, 0),
        (_("Walking {value} minutes"), entry.walking_minutes, 0),
    )
    return [text.format(value=number(value, digits)) for text, value, digits in shown if value is not None]


def _tags(entry: Entry) -> list[str]:
    shown = ((_("Doing: {words}"), entry.activities), (_("Helped: {words}"), entry.reliefs))
    return [text.format(words=", ".join(_(tag) for tag in tags)) for text, tags in shown if tags]
