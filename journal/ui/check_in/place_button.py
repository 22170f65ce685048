"""One row of the list of places: what it looks like on the map, its name, and what is felt there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy

from journal.domain.entry import Symptom
from journal.i18n import _
from journal.palette import Palette
from journal.ui.body_map import patterns
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, set_tip
from journal.ui.widgets.controls import in_a_row, label, set_style_role
from journal.wording import entries, labels


class PlaceButton(Button):
    """One marked place: a sample, its name, and what is felt there, wrapping where they are long."""

    def __init__(self, theme: Theme, region: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = labels.region(region)
        self.region = region
        self.marks: tuple[Symptom, ...] = ()
        self.felt = ""
        set_style_role(self, "place")
        set_tip(self, _("Change what you feel"))
        self._sample, self._words = label(""), label(self._name, wrap=True)
        self._strengths = label("", "quiet", wrap=True)
        self._strengths.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(in_a_row(self._sample, (self._words, 3), (self._strengths, 2), spacing=10, margins=(6, 6, 6, 6)))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_marks(self, marks: tuple[Symptom, ...]) -> None:
        """Say what is felt there now."""
        if marks != self.marks:
            self.marks = marks
            self.felt = entries.felt(marks)
            self.setAccessibleName(_("{place}: {felt}. Change.").format(place=self._name, felt=self.felt))
            self._strengths.setText(self.felt)
            self.restyle()

    def restyle(self) -> None:
        """Paint the sample in the theme in force."""
        side = self._theme.px(1.3)
        self._sample.setPixmap(marks_icon(self.marks, self._theme.palette, side).pixmap(side, side))

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


def marks_icon(marks: tuple[Symptom, ...], palette: Palette, side: int) -> QIcon:
    """A sample of everything felt in one place, `side` pixels square."""
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    paint = QPainter(picture)
    patterns.swatch(paint, QRectF(1, 1, side - 2, side - 2), palette, {mark.kind: mark.intensity for mark in marks})
    paint.end()
    return QIcon(picture)
