"""The keys of painting, wherever on a page with a body map the keyboard is."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from journal.domain.entry import Kind
from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.marks_model import MarksModel


def install_keys(
    page: QWidget, marks: MarksModel, brush_panel: BrushPanel, more: Mapping[str, Callable[[], object]]
) -> None:
    """Let digits choose a strength, with Shift a kind; and strokes be taken back. more: what else keys do there."""
    keys: dict[str, Callable[[], object]] = {
        "Ctrl+Z": marks.undo,
        "Ctrl+Shift+Z": marks.redo,
        "Ctrl+Y": marks.redo,
        **more,
    }
    keys |= {str(strength % 10): partial(brush_panel.choose_strength, strength) for strength in range(1, 11)}
    keys |= {f"Shift+{digit}": partial(brush_panel.choose_kind, kind) for digit, kind in enumerate((*Kind, None), 1)}
    for sequence, act in keys.items():
        shortcut = QShortcut(QKeySequence(sequence), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # given to __init__, PySide drops it
        shortcut.activated.connect(act)
