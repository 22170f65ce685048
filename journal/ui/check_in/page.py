"""The check-in page: body map, brush, places and details become one `Entry`."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QElapsedTimer, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from journal.domain.entry import Entry, Scope
from journal.domain.errors import JournalError
from journal.i18n import _, weekday
from journal.ui.body_map.body_map import BodyMap
from journal.ui.body_map.painter import marks_of
from journal.ui.check_in.board import Board, Brush
from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.details_panel import DayPanel, Details, DetailsPanel
from journal.ui.check_in.moment_panel import MomentPanel
from journal.ui.check_in.places_panel import PlacesPanel
from journal.ui.check_in.refine_dialog import RefineDialog
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.parts import Card, Segments, button, label
from journal.wording import entries, labels

_SIDE_COLUMN_EMS = 24
_STACKED_BELOW_EMS = 52
"""Narrower than this, the brush goes under the body instead of beside it."""
_EVENING = time(20)
"""When an entry for an earlier day is said to be made, unless the person says otherwise."""
_DETAIL_FIELDS = tuple(Details.__dataclass_fields__)


class CheckInPage(QWidget):
    """Marks, says and saves. `edited` is the entry being changed, or None for a new one."""

    saved = Signal(object, object)
    """The saved entry, and the one it replaced or None."""
    left = Signal()
    """Editing was given up."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.edited: Entry | None = None
        self.board = Board(self)
        self._since_paint = QElapsedTimer()
        self._last_painted = ""
        self._build()
        self._connect()
        self._show_marks()
        self._scope_changed()

    def edit(self, entry: Entry) -> None:
        """Take an entry to be changed."""
        self.edited = entry
        self._load(entry)
        self.moment.put(entry.recorded_at)
        self.title.setText(_("Change an entry"))
        self._cancel.show()

    def start_over(self) -> None:
        """An empty page for a new entry."""
        self.edited = None
        self.board.load(())
        self.day_panel.put(Details())
        self.details.put(Details())
        self.scope.choose(Scope.NOW)
        self.moment.put(None)
        self.title.setText(_("Where do you feel it?"))
        self._cancel.hide()
        self._scope_changed()

    def new_for(self, day: date) -> bool:
        """An empty page for an entry about an earlier day; False if the person keeps what is on the page instead."""
        question = _("Something is already marked. Put it away and start an entry for {day}?").format(day=weekday(day))
        if self.touched and not self._sure(question, _("Start the entry")):
            return False
        self.start_over()
        if day != self._session.today():
            self.scope.choose(Scope.DAY)
            self._scope_changed()
            self.moment.put(datetime.combine(day, _EVENING).astimezone())
        return True

    def entry(self) -> Entry:
        """What the page says now. Raises InvalidRecord."""
        values: dict[str, Any] = {
            "recorded_at": self.moment.value() or self._session.now().replace(microsecond=0),
            "scope": self.scope.value,
            "symptoms": self.board.symptoms,
            "activities": self.details.activities.tags(),
            "reliefs": self.details.reliefs.tags(),
            "note": self.details.note.toPlainText().strip(),
        }
        if self.scope.value is Scope.DAY:
            values |= self.day_panel.numbers()
        return replace(self.edited, **values) if self.edited else Entry(**values)

    @property
    def touched(self) -> bool:
        """Whether leaving would lose something."""
        now = self.entry()
        return bool(now.symptoms or now.note or now.activities or now.reliefs or any(self.day_panel.numbers().values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.map = BodyMap(self._theme)
        self.brush_panel = BrushPanel(self._theme, self.board)
        self.places = PlacesPanel(self._theme, self.board)
        self.day_panel = DayPanel()
        self.details = DetailsPanel(self._theme)
        self.scope = Segments([(scope, labels.label(scope)) for scope in Scope], _("What the entry speaks of"))
        self.moment = MomentPanel(self._session.now)
        self.title = label(_("Where do you feel it?"), "title")
        self.hint = label("", "quiet")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._body_card(), 1)
        self._columns.addWidget(self._side_column())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._columns)

    def _body_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.scope)
        card.body.addLayout(head)
        card.body.addWidget(self.moment)
        card.body.addWidget(self.map, 1)
        card.body.addWidget(self.hint)
        return card

    def _side_column(self) -> QWidget:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 6, 0)
        cards.setSpacing(12)
        for card in (self.brush_panel, self.places, self.day_panel, self.details):
            cards.addWidget(card)
        cards.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._answers())
        return self._side

    def _answers(self) -> QVBoxLayout:
        self.same = button(_("Same as last time"), self._same_as_last, "strong")
        self.none = button(_("No symptoms"), self._no_symptoms, "strong")
        self.save = button(_("Save"), self._save, "primary", tip=_("Save (Ctrl+S)"))
        self._cancel = button(_("Leave it as it was"), self._give_up)
        self._cancel.hide()
        quick = QHBoxLayout()
        quick.setSpacing(10)
        quick.addWidget(self.same, 1)
        quick.addWidget(self.none, 1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(quick)
        column.addWidget(self._cancel)
        column.addWidget(self.save)
        return column

    def _connect(self) -> None:
        self.map.stroke_began.connect(self._press)
        self.map.stroke_reached.connect(self._paint)
        self.map.stroke_ended.connect(self.board.end)
        self.map.refine_asked.connect(self.refine)
        self.map.erase_asked.connect(self._erase)
        self.map.strength_typed.connect(self._strength_typed)
        self.map.pointed_at.connect(self._tell)
        self.places.refine_asked.connect(self.refine)
        self.places.erase_asked.connect(self._erase)
        self.places.add_asked.connect(self._paint)
        self.scope.chosen.connect(self._scope_changed)
        self.board.changed.connect(self._show_marks)
        self._session.changed.connect(self._show_last)
        self._theme.changed.connect(self._arrange)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.board.undo),
            (QKeySequence.StandardKey.Redo, self.board.redo),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_S), self._save),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_last()
        self._tell("")

    @Slot()
    def _arrange(self) -> None:
        stacked = self.width() < _STACKED_BELOW_EMS * self._theme.em * 0.9
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        wide = 16_777_215 if stacked else self._theme.px(_SIDE_COLUMN_EMS)
        self._side.setMaximumWidth(wide)
        self._side.setMinimumWidth(0 if stacked else wide)

    @Slot(str)
    def _press(self, region: str) -> None:
        brush = self.brush_panel.brush
        here = {mark.kind: mark.intensity for mark in self.board.at(region)}
        again = brush.kind is not None and here.get(brush.kind) == brush.strength
        if again and not self._double_click(region):
            self.refine(region)
            return
        self.board.begin()
        self._paint(region)

    @Slot(str)
    def _paint(self, region: str) -> None:
        self.board.paint(region, self.brush_panel.brush)
        self._last_painted = region
        self._since_paint.start()

    def _double_click(self, region: str) -> bool:
        interval = QApplication.doubleClickInterval()
        return region == self._last_painted and self._since_paint.isValid() and self._since_paint.elapsed() < interval

    @Slot(str)
    def refine(self, region: str) -> None:
        """Ask exactly what is felt in one region."""
        dialog = RefineDialog(self._theme, region, self.board.at(region), self)
        if dialog.exec() == RefineDialog.DialogCode.Accepted:
            self.board.refine(region, dialog.symptoms())

    @Slot(str)
    def _erase(self, region: str) -> None:
        self.board.paint(region, Brush(None, 1))

    @Slot(int)
    def _strength_typed(self, strength: int) -> None:
        self.brush_panel.choose_strength(strength)

    @Slot(str)
    def _tell(self, region: str) -> None:
        if not region:
            self.hint.setText(_("Click or drag to paint · right-click to say more · arrow keys and Space work too"))
            return
        felt = entries.felt(self.board.at(region)) or _("nothing marked")
        self.hint.setText(_("{place}: {felt}").format(place=labels.region(region), felt=felt))

    @Slot()
    def _show_marks(self) -> None:
        regions = entries.by_region(self.board.symptoms)
        words = {region: entries.felt(self.board.at(region)) for region in regions}
        self.map.show_marks(marks_of(self.board.symptoms), words)

    @Slot()
    def _scope_changed(self) -> None:
        self.day_panel.setVisible(self.scope.value is Scope.DAY)

    @Slot()
    def _show_last(self) -> None:
        last = self._session.last_entry()
        self.same.setEnabled(last is not None)
        self.same.setToolTip(entries.places(last) if last else _("There is no earlier entry yet."))

    def _same_as_last(self) -> None:
        last = self._session.last_entry()
        if last is not None:
            self.board.put(last.symptoms)

    def _no_symptoms(self) -> None:
        marked = len(entries.by_region(self.board.symptoms))
        if marked and not self._sure(_("Places are marked. Remove them and save “no symptoms”?"), _("No symptoms")):
            return
        self.board.put(())
        self._keep()

    def _save(self) -> None:
        if not self.board.symptoms and not self._sure(
            _("Nothing is marked. Save this as “no symptoms”?"), _("No symptoms")
        ):
            return
        self._keep()

    def _sure(self, question: str, yes: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.NoIcon, _("Sciatica Journal"), question, parent=self)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Go back"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is agree

    def _keep(self) -> None:
        try:
            entry = self.entry()
        except JournalError as error:
            self._session.failed.emit(str(error))
            return
        replaced = self.edited
        if replaced is not None and entry != replaced:
            entry = replace(entry, edited_at=self._session.now().replace(microsecond=0))
        if self._session.save(entry):
            self.start_over()
            self.saved.emit(entry, replaced)

    def _give_up(self) -> None:
        self.start_over()
        self.left.emit()

    def _load(self, entry: Entry) -> None:
        self.board.load(entry.symptoms)
        details = Details(**{name: getattr(entry, name) for name in _DETAIL_FIELDS})
        self.day_panel.put(details)
        self.details.put(details)
        self.scope.choose(entry.scope)
        self._scope_changed()
