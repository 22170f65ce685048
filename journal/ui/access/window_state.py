"""Where a person was in the window, so that unlocking brings them back there; and clearing away what shows."""

import gc
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from journal.domain.draft import Draft
from journal.ui.main_window import MainWindow


class WindowState(NamedTuple):
    """A page and how far it was scrolled; and an unfinished check-in, if the file could not keep it."""

    page: str
    scrolled: tuple[int, ...]
    unkept: Draft | None


def save_state(window: MainWindow) -> WindowState:
    """Remember where the person is."""
    scrolled = tuple(area.verticalScrollBar().value() for area in _areas(window))
    return WindowState(window.page_key, scrolled, window.session.unkept)


def restore_state(window: MainWindow, state: WindowState) -> None:
    """Go there again."""
    window.go_to(state.page)
    QTimer.singleShot(0, window, partial(_scroll, window, state))  # pages have no height before they are laid out


def _scroll(window: MainWindow, state: WindowState) -> None:
    for area, value in zip(_areas(window), state.scrolled, strict=False):
        area.verticalScrollBar().setValue(value)


def close_dialogs(window: MainWindow) -> None:
    """Close the dialogs and menus that the window has open: what they asked is answered with no."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for widget in QApplication.topLevelWidgets():
        if widget is window or not widget.isVisible() or not _belongs(widget, window):
            continue
        if isinstance(widget, QDialog):
            widget.reject()
        else:
            widget.close()


def discard(window: MainWindow) -> None:
    """Let go of a closed window."""
    window.deleteLater()
    gc.collect()


def _belongs(widget: QWidget, window: MainWindow) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent is window:
            return True
        parent = parent.parentWidget()
    return widget.windowModality() is not Qt.WindowModality.NonModal


def _areas(window: MainWindow) -> list[QScrollArea]:
    return [area for area in window.findChildren(QScrollArea) if area.isVisibleTo(window)]
