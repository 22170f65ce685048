"""A layout that flows its parts into as many rows as the width needs, like words in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows of parts, each as large as it asks to be.

    fill: whether the parts of a row share what is left of its width. together: whether it asks for one row.
    """

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 8, *, fill: bool = False, together: bool = False
    ) -> None:
        self._rows_of: dict[int, list[list[tuple[QLayoutItem, QSize]]]] = {}
        """By the width, as the heights: asked again and again until the layout is invalid, which Qt may call it from
        the start."""
        self._height_of: dict[int, int] = {}
        self._least: QSize | None = None
        super().__init__(parent)
        self._fill = fill
        self._together = together
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._rows_of.clear()
        self._height_of.clear()
        self._least = None

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._height_of.get(width)
        if height is None:
            edges = self.contentsMargins()
            inner = QRect(0, 0, width - edges.left() - edges.right(), 0)
            height = self._height_of[width] = self._flow(inner, place=False) + edges.top() + edges.bottom()
        return height

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._flow(rect.marginsRemoved(self.contentsMargins()), place=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()] if self._together else []
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return self.minimumSize().expandedTo(QSize(width, 0))

    def minimumSize(self) -> QSize:
        if self._least is not None:
            return self._least
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        self._least = size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())
        return self._least

    def _flow(self, rect: QRect, *, place: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        y = rect.y()
        for row in self._rows(rect.width()):
            height = max(size.height() for _item, size in row)
            x = rect.x()
            used = sum(size.width() for _item, size in row) + self.spacing() * (len(row) - 1)
            more = max(0, rect.width() - used) // len(row) if self._fill else 0
            for item, asked in row:
                size = QSize(asked.width() + more, asked.height())
                if place:
                    left = rect.left() + rect.right() + 1 - x - size.width() if mirrored else x
                    item.setGeometry(QRect(QPoint(left, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(0, y - rect.y() - self.spacing())

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        known = self._rows_of.get(width)
        if known is not None:
            return known
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint()
            if size.width() > width:
                size = QSize(max(width, 0), item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self.spacing()
        self._rows_of[width] = rows
        return rows
