"""The list twin of the body map: every marked place in words, and a way to add one without the map."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journal.domain.body import REGIONS
from journal.i18n import _
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.check_in.place_button import PlaceButton
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Chooser, SmallButton, set_tip
from journal.ui.widgets.controls import Card, add_to, in_a_row, label, set_style_role, tab_before
from journal.wording import labels

_BODY_ORDER = {region: place for place, region in enumerate(REGIONS)}


class PlacesPanel(Card):
    """Says what is marked; asks for refining, erasing and adding."""

    refine_asked = Signal(str)
    erase_asked = Signal(str)
    add_asked = Signal(str)

    def __init__(self, theme: Theme, marks: MarksModel) -> None:
        super().__init__(_("Places"))
        self._theme = theme
        self._marks_model = marks
        self._listed: dict[str, tuple[PlaceButton, QToolButton]] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.empty = label("", "quiet", wrap=True)
        self.add = _place_chooser()
        self.add.activated.connect(self._added)
        add_to(self.body, self.empty, self._rows, self.add)
        marks.changed.connect(self._show)
        theme.changed.connect(self._restyle)
        self._show()

    def listed(self) -> "dict[str, tuple[PlaceButton, QToolButton]]":
        """For each listed region its row, and the button that takes it away."""
        return dict(self._listed)

    @Slot()
    def _show(self) -> None:
        """Touch only the rows that changed: a long list would keep the brush waiting."""
        now = self._marks_model.by_region()
        for region in [region for region in self._listed if region not in now]:
            self._remove(region)
        self.empty.setText(
            _("Nothing is marked yet. Press where you feel it on the body, or add a place here.")
            if self._marks_model.said is None
            else _("“No symptoms” is said. A place marked takes its stead.")
        )
        self.empty.setVisible(not now)
        for place, region in enumerate(sorted(now, key=_BODY_ORDER.__getitem__)):
            if region not in self._listed:
                self._rows.insertWidget(place, self._row(region))
                self._mend_tab_order(region)
            self._listed[region][0].show_marks(now[region])

    @Slot()
    def _restyle(self) -> None:
        for row, _away in self._listed.values():
            row.restyle()

    def _remove(self, region: str) -> None:
        what, away = self._listed.pop(region)
        if what.hasFocus() or away.hasFocus():  # the keyboard goes on with the next place
            later = [other for other in self._listed if _BODY_ORDER[other] > _BODY_ORDER[region]]
            following = min(later, key=_BODY_ORDER.__getitem__, default=None)
            (self._listed[following][1] if following else self.add).setFocus()
        if (row := what.parentWidget()) is not None:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _mend_tab_order(self, region: str) -> None:
        later = [other for other in self._listed if _BODY_ORDER[other] > _BODY_ORDER[region]]
        after = min(later, key=_BODY_ORDER.__getitem__, default=None)
        tab_before(self._listed[after][0] if after else self.add, *self._listed[region])

    def _row(self, region: str) -> QWidget:
        row = QWidget()
        what = PlaceButton(self._theme, region)
        what.clicked.connect(lambda: self.refine_asked.emit(region))
        away = SmallButton()
        away.setText("✕")
        set_tip(away, _("Remove this place"))
        away.setAccessibleName(_("Remove {place}").format(place=labels.region(region)))
        set_style_role(away, "remove")
        away.clicked.connect(lambda: self.erase_asked.emit(region))
        self._listed[region] = what, away
        row.setLayout(in_a_row((what, 1), away, spacing=4))
        return row

    @Slot(int)
    def _added(self, index: int) -> None:
        region = self.add.itemData(index)
        self.add.setCurrentIndex(-1)
        self.add.clearEditText()
        if region:
            self.add_asked.emit(region)


class _PlaceChooser(Chooser):
    """Choosing adds at once, so that the arrow keys open the list instead of choosing what is next in it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.showPopup()
        else:
            super().keyPressEvent(event)


def _place_chooser() -> Chooser:
    chooser = _PlaceChooser()
    chooser.setEditable(True)
    chooser.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for region in REGIONS:
        chooser.addItem(labels.region(region), region)
    chooser.setCurrentIndex(-1)
    edit = chooser.lineEdit()
    if edit is not None:
        edit.setPlaceholderText(_("Add a place by name …"))
    completer = chooser.completer()
    assert completer is not None  # an editable combo box brings its own
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    chooser.setAccessibleName(_("Add a place by name"))
    return chooser
