"""The list twin of the body map: every marked place in words, and a way to add one without the map."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journal.domain.body import REGIONS
from journal.domain.entry import Symptom
from journal.i18n import _
from journal.palette import Palette
from journal.ui.body_map import patterns
from journal.ui.check_in.board import Board
from journal.ui.theme import Theme
from journal.ui.widgets.parts import Card, label, tab_before, with_role
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
        self._listed: dict[str, tuple[PlaceButton, QToolButton]] = {}
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
        theme.changed.connect(self._show_anew)
        self._show()

    def listed(self) -> "dict[str, tuple[PlaceButton, QToolButton]]":
        """For each listed region its row, and the button that takes it away."""
        return dict(self._listed)

    @Slot()
    def _show(self) -> None:
        """Make rows for what changed only: a long list would keep the brush waiting."""
        now = self._board.by_region()
        for region in [region for region, (row, _away) in self._listed.items() if now.get(region) != row.marks]:
            self._remove(region)
        self.empty.setVisible(not now)
        place = 0
        for region in REGIONS:
            if region not in now:
                continue
            if region not in self._listed:
                self._rows.insertWidget(place, self._row(region, now[region]))
                self._mend_tab_order(region)
            place += 1

    @Slot()
    def _show_anew(self) -> None:
        for region in list(self._listed):
            self._remove(region)
        self._show()

    def _remove(self, region: str) -> None:
        what, _away = self._listed.pop(region)
        row = what.parentWidget()
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _mend_tab_order(self, region: str) -> None:
        order = list(REGIONS)
        later = [other for other in self._listed if order.index(other) > order.index(region)]
        after = min(later, key=order.index, default=None)
        tab_before(self._listed[after][0] if after else self.add, *self._listed[region])

    def _row(self, region: str, marks: tuple[Symptom, ...]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        what = PlaceButton(self._theme, region, marks)
        what.clicked.connect(lambda: self.refine_asked.emit(region))
        away = QToolButton()
        away.setText("✕")
        away.setToolTip(_("Remove this place"))
        away.setAccessibleName(_("Remove {place}").format(place=labels.region(region)))
        with_role(away, "remove")
        away.clicked.connect(lambda: self.erase_asked.emit(region))
        self._listed[region] = what, away
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


class PlaceButton(QPushButton):
    """One marked place: a sample, its name, and what is felt there, wrapping where they are long."""

    def __init__(self, theme: Theme, region: str, marks: tuple[Symptom, ...]) -> None:
        super().__init__()
        self.region = region
        self.marks = marks
        self.felt = felt = entries.felt(marks)
        name = labels.region(region)
        with_role(self, "place")
        self.setAutoDefault(False)
        self.setToolTip(_("Change what you feel"))
        self.setAccessibleName(_("{place}: {felt}. Change.").format(place=name, felt=felt))
        side = theme.px(1.3)
        sample, words, strengths = label(""), label(name, wrap=True), label(felt, "quiet", wrap=True)
        sample.setPixmap(marks_icon(marks, theme.palette, side).pixmap(side, side))
        strengths.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 6, 6, 6)
        line.setSpacing(10)
        line.addWidget(sample)
        line.addWidget(words, 3)
        line.addWidget(strengths, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()


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
    assert completer is not None  # an editable combo box brings its own
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
