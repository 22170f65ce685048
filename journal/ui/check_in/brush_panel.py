"""Chooses the brush: what is felt, how strongly, or the eraser; and takes strokes back."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from journal.domain.entry import Kind
from journal.i18n import _
from journal.palette import Palette
from journal.ui.body_map import patterns
from journal.ui.check_in.marks_model import Brush, MarksModel
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import Card, button, one_tab_stop, set_property, toggle
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.strength_bar import StrengthBar
from journal.wording.labels import label as word

_FIRST_STRENGTH = 5


class BrushPanel(Card):
    """The brush and its strength. The strength is kept when the kind changes."""

    def __init__(self, theme: Theme, marks: MarksModel) -> None:
        super().__init__(_("What do you feel?"))
        self._theme = theme
        self._marks_model = marks
        self._tight = False
        self._kinds = QButtonGroup(self)
        self._buttons: dict[Kind | None, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for kind in Kind:
            self._add_kind(kind, word(kind))
        self._columns = 0
        self._set_columns(2)
        self.body.addLayout(self._grid)
        self.bar = StrengthBar(theme)
        self.bar.choose(_FIRST_STRENGTH)
        self.bar.chosen.connect(self._strength_clicked)
        self.body.addWidget(self.bar)
        row = QWidget()
        tools = FlowLayout(row, 8, fill=True)
        tools.addWidget(self._add_kind(None, _("Eraser")))
        # Translators: takes back the last stroke (a button).
        self._undo = button(_("Undo"), marks.undo, tip=_("Take the last stroke back (Ctrl+Z)"))
        self._redo = button(_("Redo"), marks.redo, tip=_("Paint it again (Ctrl+Shift+Z)"))
        self._undo.counts_every_click = self._redo.counts_every_click = True
        tools.addWidget(self._undo)
        tools.addWidget(self._redo)
        self.body.addWidget(row)
        self._buttons[Kind.PAIN].setChecked(True)
        one_tab_stop(self._kinds)
        marks.changed.connect(self._show_steps)
        marks.stepped.connect(self._show_steps)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._show_steps()

    @property
    def brush(self) -> Brush:
        """What a touch leaves."""
        kind = next((kind for kind, part in self._buttons.items() if part.isChecked()), Kind.PAIN)
        return Brush(kind, self.bar.strength or _FIRST_STRENGTH)

    def choose_strength(self, strength: int) -> None:
        """Take a strength of 1..10. The eraser gives way to pain."""
        self.bar.choose(strength)
        self._strength_clicked()

    def set_tight(self, tight: bool) -> None:
        """Draw the buttons closer, where large letters leave little room."""
        if tight != self._tight:
            self._tight = tight
            for part in self._buttons.values():
                set_property(part, "tight", tight)
            self._recolor()

    def fit(self, width: int) -> None:
        """Put the kinds in one column where two are wider than so many pixels."""
        edges = self.body.contentsMargins()
        room = width - edges.left() - edges.right() - 4
        widest = max(self._buttons[kind].minimumSizeHint().width() for kind in Kind)
        self._set_columns(2 if 2 * widest + self._grid.spacing() <= room else 1)

    def _set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for index, kind in enumerate(Kind):
                self._grid.addWidget(self._buttons[kind], index // columns, index % columns)

    def kind_button(self, kind: Kind | None) -> QPushButton:
        """The button of one kind; None is the eraser."""
        return self._buttons[kind]

    def choose_kind(self, kind: Kind | None) -> None:
        """Take a kind of brush."""
        self._buttons[kind].setChecked(True)

    def _add_kind(self, kind: Kind | None, text: str) -> QPushButton:
        part = toggle(text, "brush")
        set_tip(part, _("{kind} (Shift+{digit})").format(kind=text, digit=len(self._buttons) + 1))
        part.setAutoExclusive(True)  # a radio button to a screen reader
        self._kinds.addButton(part)
        self._buttons[kind] = part
        return part

    @Slot()
    def _strength_clicked(self) -> None:
        if self.brush.kind is None:
            self._buttons[Kind.PAIN].setChecked(True)
        self._recolor()

    @Slot()
    def _show_steps(self) -> None:
        self._undo.setEnabled(self._marks_model.can_undo)
        self._redo.setEnabled(self._marks_model.can_redo)

    @Slot()
    def _recolor(self) -> None:
        side = self._theme.px(1.0 if self._tight else 1.3)
        for kind, part in self._buttons.items():
            part.setIcon(kind_icon(kind, self.bar.strength or _FIRST_STRENGTH, self._theme.palette, side))
            part.setIconSize(QSize(side, side))


def kind_icon(kind: Kind | None, strength: int, palette: Palette, side: int) -> QIcon:
    """A sample of what that brush paints, `side` pixels square; None is an eraser."""
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    paint = QPainter(picture)
    box = QRectF(1, 1, side - 2, side - 2)
    if kind is not None:
        patterns.swatch(paint, box, palette, {kind: strength})
    else:
        paint.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.setPen(QPen(QColor(palette.quiet), 1.4))
        paint.translate(box.center())
        paint.rotate(-40)
        paint.drawRoundedRect(QRectF(-side * 0.4, -side * 0.22, side * 0.8, side * 0.44), 2, 2)
        paint.drawLine(
            QRectF(-side * 0.08, -side * 0.22, 0, side * 0.44).topLeft().toPoint(),
            QRectF(-side * 0.08, -side * 0.22, 0, side * 0.44).bottomLeft().toPoint(),
        )
    paint.end()
    return QIcon(picture)
