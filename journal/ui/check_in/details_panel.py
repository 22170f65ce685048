"""What else there is to say: the day as a whole, what one was doing, what helped, a note. All of it optional."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from journal.domain.entry import Entry
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import show_typed
from journal.ui.widgets.controls import Card, clear_layout, in_a_column, label, tab_before, toggle
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.optional_number import OptionalNumber
from journal.wording import tags


class DayPanel(Card):
    """The evening's figures; shown for a whole-day entry only."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_("The day as a whole (leave out what you like)"))
        self._fields = {
            "pain_average": OptionalNumber(10, 1, 0, _("Average pain, 0 to 10")),
            "pain_worst": OptionalNumber(10, 1, 0, _("Worst pain, 0 to 10")),
            "sleep_hours": OptionalNumber(24, 0.5, 1, _("Sleep last night, hours")),
            "sleep_disturbed": OptionalNumber(10, 1, 0, _("How much pain disturbed your sleep, 0 to 10")),
            "sitting_minutes": OptionalNumber(1440, 10, 0, _("Sitting, minutes")),
            "standing_minutes": OptionalNumber(1440, 10, 0, _("Standing, minutes")),
            "walking_minutes": OptionalNumber(1440, 5, 0, _("Walking, minutes")),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, field in enumerate(self._fields.values()):
            grid.addWidget(label(field.accessibleName(), wrap=True), row, 0)
            grid.addWidget(field, row, 1)
            field.valueChanged.connect(self.changed)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)

    def field(self, name: str) -> OptionalNumber:
        """The field of one figure, named as in `Entry`."""
        return self._fields[name]

    def numbers(self) -> dict[str, float | None]:
        """Every figure by its name in `Entry`."""
        return {name: field.number() for name, field in self._fields.items()}

    def set_value(self, entry: Entry | None) -> None:
        """Show an entry's figures; None for nothing said."""
        for name, field in self._fields.items():
            field.set_value(getattr(entry, name, None))


class TagsPanel(QWidget):
    """Chips to choose from, and a line for a word of one's own."""

    changed = Signal()

    def __init__(self, heading: str, known: tuple[str, ...]) -> None:
        super().__init__()
        column = in_a_column(label(heading, "heading"))
        self.setLayout(column)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, 6)
        self._known = known
        self.chips: dict[str, QPushButton] = {}
        column.addWidget(self._box)
        for tag in known:
            self._add(tag, chosen=False)
        self.own = QLineEdit()
        self.own.setPlaceholderText(_("Something else … then Enter"))
        self.own.setAccessibleName(_("{heading}: something else").format(heading=heading))
        self.own.returnPressed.connect(self._add_own)
        column.addWidget(self.own)

    def tags(self) -> tuple[str, ...]:
        """What is chosen, a word still in the line included."""
        typed = self.own.text().strip()
        chosen = [tag for tag, chip in self.chips.items() if chip.isChecked()]
        return tuple(dict.fromkeys([*chosen, typed] if typed else chosen))

    def set_value(self, tags: tuple[str, ...]) -> None:
        """Choose exactly these."""
        self.own.clear()
        shown = dict.fromkeys([*self._known, *tags])
        if shown.keys() != self.chips.keys():
            clear_layout(self._flow)
            self.chips = {}
            for tag in shown:
                self._add(tag, chosen=False)
            tab_before(self.own, *self.chips.values())
        with QSignalBlocker(self):  # what is shown is not said anew
            for tag, chip in self.chips.items():
                chip.setChecked(tag in tags)

    def _add(self, tag: str, *, chosen: bool) -> None:
        chip = toggle("", "chip")
        show_typed(chip, _(tag))
        chip.setChecked(chosen)
        chip.toggled.connect(self.changed)
        self.chips[tag] = chip
        self._flow.addWidget(chip)

    @Slot()
    def _add_own(self) -> None:
        tag = self.own.text().strip()
        self.own.clear()
        if tag in self.chips:
            self.chips[tag].setChecked(True)
        elif tag:
            self._add(tag, chosen=True)
            tab_before(self.own, self.chips[tag])
            self.changed.emit()


class DetailsPanel(Card):
    """What one was doing, what helped, and a note."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.activities = TagsPanel(_("What were you doing?"), tags.ACTIVITIES)
        self.reliefs = TagsPanel(_("What helped?"), tags.RELIEFS)
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(_("Anything you want to remember"))
        self.note.setAccessibleName(_("Note"))
        self.note.setTabChangesFocus(True)
        for panel in (self.activities, self.reliefs):
            panel.changed.connect(self.changed)
            panel.own.textChanged.connect(self.changed)
            self.body.addWidget(panel)
        self.note.textChanged.connect(self.changed)
        self.body.addWidget(label(_("Note"), "heading"))
        self.body.addWidget(self.note)
        theme.changed.connect(self._resize)
        self._resize()

    def set_value(self, entry: Entry | None) -> None:
        """Show what an entry says; None for nothing said."""
        self.activities.set_value(entry.activities if entry else ())
        self.reliefs.set_value(entry.reliefs if entry else ())
        self.note.setPlainText(entry.note if entry else "")

    @Slot()
    def _resize(self) -> None:
        self.note.setMinimumHeight(self._theme.px(6))
