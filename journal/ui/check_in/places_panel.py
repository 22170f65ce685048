"""The list twin of the body map: every marked place in words, and a way to add one without the map."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journal.domain.body import REGIONS
from journal.domain.entry import Symptom
from journal.i18n import _
from journal.palette import Palette
from journal.ui.body_map import patterns
from journal.ui.check_in.board import Board
from journal.ui.theme import Theme
from journal.ui.widgets.parts import Card, button, label
from journal.wording import entries, labels


class PlacesPanel(Card):
    """Says what is marked; asks for refining, erasing and adding."""

    refine_asked = Signal(str)
    erase_asked = Signal(str)
    add_asked = Signal(str)

    def __init__(self, theme: Theme, board: Board) -> None:
        super().__init__(_("Places"))
        self._theme = theme
        self._board = board
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.empty = label(
            _("Nothing is marked yet. Press where you feel it on the body, or add a place here."), "quiet"
        )
        self.empty.setWordWrap(True)
        self.add = _place_chooser()
        self.add.activated.connect(self._added)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.add)
        board.changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        regions = entries.by_region(self._board.symptoms)
        self.empty.setVisible(not regions)
        for region in REGIONS:
            if region in regions:
                self._rows.addWidget(self._row(region, self._board.at(region)))

    def _row(self, region: str, marks: tuple[Symptom, ...]) -> QWidget:
        name, felt = labels.region(region), entries.felt(marks)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        what = button(f"{name}\n{felt}", lambda: self.refine_asked.emit(region), "place", tip=_("Change what you feel"))
        side = self._theme.px(1.5)
        what.setIcon(marks_icon(marks, self._theme.palette, side))
        what.setIconSize(QSize(side, side))
        what.setAccessibleName(_("{place}: {felt}. Change.").format(place=name, felt=felt))
        what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        away = QToolButton()
        away.setText("✕")
        away.setToolTip(_("Remove this place"))
        away.setAccessibleName(_("Remove {place}").format(place=name))
        away.clicked.connect(lambda: self.erase_asked.emit(region))
        line.addWidget(what, 1)
        line.addWidget(away)
        return row

    @Slot(int)
    def _added(self, index: int) -> None:
        region = self.add.itemData(index)
        self.add.setCurrentIndex(-1)
        self.add.clearEditText()
        if region:
            self.add_asked.emit(region)


def _place_chooser() -> QComboBox:
    chooser = QComboBox()
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
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    chooser.setAccessibleName(_("Add a place by name"))
    return chooser


def marks_icon(marks: tuple[Symptom, ...], palette: Palette, side: int) -> QIcon:
    """A sample of everything felt in one place, `side` pixels square."""
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    paint = QPainter(picture)
    patterns.swatch(paint, QRectF(1, 1, side - 2, side - 2), palette, {mark.kind: mark.intensity for mark in marks})
    paint.end()
    return QIcon(picture)
