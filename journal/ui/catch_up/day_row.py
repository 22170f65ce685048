"""One day to be written down: where, the figures, what was done, in the order of the paper form."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from journal.domain.day_draft import MOST, DayDraft
from journal.domain.entry import Entry, Scope, Symptom
from journal.domain.local_time import local
from journal.i18n import _, short_weekday
from journal.ui.catch_up.small_body import SmallBody
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import button, set_tip, toggle
from journal.ui.widgets.controls import (
    FittingLabel,
    LineLabel,
    announce,
    flowing,
    in_a_column,
    in_a_row,
    label,
    set_property,
    set_style_role,
)
from journal.wording import catch_up as wording

_FIELD_EMS, _DONE_EMS = 4.0, 11.0


class DayRow(QFrame):
    """Takes and gives a `DayDraft`."""

    changed = Signal()
    map_asked = Signal()
    """It is to be marked on the body."""
    moved = Signal(int, str)
    """So many rows on, to the field of that name."""

    def __init__(self, theme: Theme, day: date, before: tuple[Symptom, ...] | None) -> None:
        """before: what is known about places of the day before."""
        super().__init__()
        set_style_role(self, "question")
        self._theme = theme
        self.day = day
        self._before = before
        self._copied = False
        self._symptoms: tuple[Symptom, ...] | None = None
        name = short_weekday(day, year=False)
        self.setAccessibleName(name)
        self.body = SmallBody(theme)
        self.body.setAccessibleName(_("{day}: mark on the body").format(day=name))
        set_tip(self.body, _("Mark on the body"))
        self.none = toggle(_("No symptoms"), "chip")
        self.as_before = toggle(_("As the day before"), "chip")
        self.said = label("", "quiet")
        self.problem = LineLabel("", "strong")
        self.fields = {name: self._figure(name) for name in MOST}
        self.done = QLineEdit()
        # Translators: examples of what is typed in that field.
        self.done.setPlaceholderText(_("walking, driving …"))
        self._inputs = {**self.fields, "done": self.done}
        self._name_everything(name)
        self._build(name)
        self._connect()
        theme.changed.connect(self._resize)
        self._resize()
        self._show()

    @property
    def symptoms(self) -> tuple[Symptom, ...] | None:
        """What is said about places."""
        return self._symptoms

    @property
    def field_with_focus(self) -> str:
        """The name of the field that has the keyboard; "" for none."""
        return next((name for name, field in self._inputs.items() if field.hasFocus()), "")

    def draft(self) -> DayDraft:
        """What is said."""
        figures = {name: field.text().strip() for name, field in self.fields.items() if field.text().strip()}
        activities = wording.activities(self.done.text())
        return DayDraft(day=self.day, symptoms=self._symptoms, figures=figures, activities=activities)

    def set_value(self, draft: DayDraft) -> None:
        """Show what was said."""
        self._symptoms = draft.symptoms
        for name, field in self.fields.items():
            field.setText(draft.figures.get(name, ""))
        self.done.setText(wording.typed(draft.activities))
        self._show()

    def set_symptoms(self, symptoms: tuple[Symptom, ...] | None) -> None:
        """Say something else about places."""
        if symptoms != self._symptoms:
            self._symptoms, self._copied = symptoms, False
            self._touched()

    def set_before(self, before: tuple[Symptom, ...] | None) -> None:
        """Know what is said of the day before; what was taken over from it stays as it is."""
        self._before = before
        self._show()

    def set_active(self, active: bool) -> None:
        """Show whether the map is this day's."""
        set_property(self, "ticked", active)

    def show_problem(self, name: str, sentence: str) -> None:
        """Say what keeps it from being saved, and lead there."""
        self.problem.setText(sentence)
        set_property(self.problem, "mood", "urgent")
        self.problem.show()
        field = self.fields.get(name, self.none)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        announce(self, sentence)

    def take_focus(self, name: str = "") -> None:
        """Give the keyboard to a field, or to where the row begins."""
        self._inputs.get(name, self.body).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = list(self._inputs)
        here = self.field_with_focus
        if here and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1, here)
        elif here and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if here == "done":
                self.moved.emit(1, "")
            else:
                self.take_focus(names[names.index(here) + 1])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.fields["pain_average"].setFocus()

    def _figure(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(8)
        field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        return field

    def _name_everything(self, day: str) -> None:
        # Translators: over a field; the second text says the same whole, as a tip. Average and worst are pain's.
        self._captions = {
            "pain_average": (_("Average"), _("Average pain, 0 to 10")),
            "pain_worst": (_("Worst"), _("Worst pain, 0 to 10")),
            "sleep_hours": (_("Sleep"), _("Sleep last night, hours")),
            "sitting_minutes": (_("Sitting"), _("Sitting, minutes")),
            "standing_minutes": (_("Standing"), _("Standing, minutes")),
            "walking_minutes": (_("Walking"), _("Walking, minutes")),
            "done": (_("What were you doing?"), _("What were you doing?")),
        }
        for name, field in self._inputs.items():
            whole = self._captions[name][1]
            set_tip(field, whole)
            field.setAccessibleName(_("{day}: {what}").format(day=day, what=whole))
        for part in (self.none, self.as_before):
            part.setAccessibleName(_("{day}: {what}").format(day=day, what=part.text()))

    def _build(self, name: str) -> None:
        cells = []
        for key, field in self._inputs.items():
            cell = QWidget()
            cell.setLayout(in_a_column(label(self._captions[key][0], "quiet"), field, spacing=1))
            cells.append(cell)
        first = flowing(label(name, "strong"), self.none, self.as_before, self.said, spacing=8)
        second = flowing(*cells, spacing=6)
        words = in_a_column(first, second, self.problem, spacing=4)
        self.setLayout(in_a_row((self.body, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=10, margins=(8, 6, 8, 6)))
        self.problem.hide()

    def _connect(self) -> None:
        self.body.clicked.connect(self.map_asked)
        self.none.clicked.connect(self._no_symptoms)
        self.as_before.clicked.connect(self._as_before)
        for field in self._inputs.values():
            field.textEdited.connect(self._touched)

    @Slot()
    def _no_symptoms(self) -> None:
        self._symptoms, self._copied = () if self.none.isChecked() else None, False
        self._touched()

    @Slot()
    def _as_before(self) -> None:
        self._copied = self.as_before.isChecked()
        self._symptoms = self._before if self._copied else None
        self._touched()

    @Slot()
    def _touched(self) -> None:
        self.problem.hide()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        draft = self.draft()
        self.none.setChecked(self._symptoms == ())
        self.as_before.setChecked(self._copied)
        self.as_before.setEnabled(self._before is not None or self._copied)
        tip = _("The same places, as strong") if self._before is not None else _("Nobody said where it was that day.")
        set_tip(self.as_before, tip)
        self.said.setText(wording.said(draft))
        at = local(datetime.combine(self.day, datetime.min.time()))
        shown = Entry(recorded_at=at, scope=Scope.DAY, symptoms=self._symptoms)
        self.body.show_entry(None if draft.says_nothing else shown)

    @Slot()
    def _resize(self) -> None:
        for field in self.fields.values():
            field.setFixedWidth(self._theme.px(_FIELD_EMS))
        self.done.setFixedWidth(self._theme.px(_DONE_EMS))


class WrittenRow(QFrame):
    """A day that has entries: they are shown, and changed elsewhere."""

    opened = Signal()

    def __init__(self, theme: Theme, day: date, entries: tuple[Entry, ...], shown: Entry) -> None:
        """shown: what is painted of them."""
        super().__init__()
        set_style_role(self, "question")
        self.day = day
        name = short_weekday(day, year=False)
        body = SmallBody(theme)
        body.show_entry(shown)
        body.setEnabled(False)
        body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setAccessibleName(name)
        self.open = button(_("Open"), self.opened.emit, "link")
        self.open.setAccessibleName(_("{day}: {what}").format(day=name, what=self.open.text()))
        first = flowing(label(name, "strong"), label(_("Already written"), "quiet"), self.open, spacing=8)
        self.said = FittingLabel("quiet")
        lines = wording.written(entries)
        self.said.say(lines[0])
        set_tip(self, "\n".join(lines))
        words = in_a_column(first, self.said, None, spacing=4)
        self.setLayout(in_a_row((body, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=10, margins=(8, 6, 8, 6)))
