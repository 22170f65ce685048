"""One entry, whole: the body as it was marked, and everything else in words."""

import functools
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from journal import drawing
from journal.domain.entry import Entry
from journal.i18n import _
from journal.ui.body_map import painter as body_painter
from journal.ui.body_map.figure import Figure
from journal.ui.theme import Theme
from journal.ui.widgets.controls import column_of, label, set_style_role
from journal.ui.widgets.roles import set_accessible_role
from journal.wording import entries as wording

_TALLEST_BODY_PX = 460


class BodyPicture(QWidget):
    """The marked body, to look at. As high as its width needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: body_painter.Marks = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_accessible_role(self, QAccessible.Role.Graphic)
        theme.changed.connect(self.update)

    def show_entry(self, entry: Entry) -> None:
        """Show an entry's marks."""
        self._marks = body_painter.marks_of(entry.marks)
        self.setAccessibleName(wording.places(entry, most=len(entry.marks)))
        self.update()

    def heightForWidth(self, width: int) -> int:
        frame = QRectF()
        for view in drawing.body().views:
            frame = frame.united(QRectF(*view.frame))
        return min(round(width * frame.height() / frame.width()), _TALLEST_BODY_PX)

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        figure = _figure(self.width(), self.height())
        body_painter.paint(
            QPainter(self), figure, self._theme.palette, self._marks, numbers=True, largest_number=self._theme.em
        )


@functools.lru_cache(maxsize=4)
def _figure(width: int, height: int) -> Figure:
    return Figure(drawing.body(), QRectF(4, 4, width - 8, height - 8))


class Prose(QTextEdit):
    """A text of any length to read and copy, as high as it needs; a word longer than the line is broken."""

    def __init__(self, name: str) -> None:
        super().__init__()
        set_style_role(self, "prose")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.setAccessibleName(name)
        self.document().documentLayout().documentSizeChanged.connect(self._update_layout)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_layout()

    @Slot()
    def _update_layout(self) -> None:
        height = round(self.document().size().height()) + 2 * self.frameWidth() + 2
        if height != self.height():
            self.setFixedHeight(height)


class EntrySheet(QWidget):
    """A heading, the marked body, what was felt where, the figures, the tags and the note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = label("", "brand", wrap=True)
        self.picture = BodyPicture(theme)
        self.places = label("", wrap=True)
        self.figures = label("", wrap=True)
        self.note = Prose(_("Note"))
        self.edited = label("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.title, self.picture, self.places, self.note, self.figures, self.edited):
            if isinstance(part, QLabel):
                part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(part)

    def show_entry(self, entry: Entry, title: str) -> None:
        """Show an entry under a heading."""
        self.title.setText(title)
        self.picture.show_entry(entry)
        self.picture.setVisible(entry.symptoms is not None)  # an unmarked body would say that nothing was felt
        for part, lines in ((self.places, wording.felt_places(entry)), (self.figures, wording.details(entry))):
            part.setText("\n".join(lines))
            part.setVisible(bool(lines))
        self.note.setPlainText(entry.note)
        self.note.setVisible(bool(entry.note))
        self.edited.setText(wording.edited(entry))
        self.edited.setVisible(entry.edited_at is not None)


class EntryView(QScrollArea):
    """Shows one entry, or says how many are chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sheet = EntrySheet(theme)
        self.words = label("", "lead", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(column_of(self.words, self.sheet, None, spacing=6, right=8))
        self.setAccessibleName(_("The chosen entry"))
        set_style_role(self, "reading")

    def show_entries(self, chosen: Sequence[Entry]) -> None:
        """Show what is chosen."""
        one = chosen[0] if len(chosen) == 1 else None
        self.sheet.setVisible(one is not None)
        self.words.setVisible(one is None)
        if one is not None:
            self.sheet.show_entry(one, wording.headings(one)[0])
        else:
            self.words.setText(wording.chosen(len(chosen)))
        self.verticalScrollBar().setValue(0)
