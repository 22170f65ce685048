"""Nothing moves under the pointer: what is pressed stays where it is, and so does all that is above or beside it."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from journal import sample
from journal.ui.body_map.region_button import RegionButton
from journal.ui.check_in.places_panel import PlacesPanel
from journal.ui.look_choosers import LookChoosers
from journal.ui.page import PAGES
from tests.ui.conftest import NOW
from tests.ui.pointer import LEFT, come_to_rest, press_region

CONTROLS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit)
SIZES = ((1366, 768), (1024, 700))


def controls(root: QWidget) -> list[QWidget]:
    """Everything in sight that can be pressed or typed in; the places on the body have tests of their own."""
    return [
        part
        for part in root.findChildren(QWidget)
        if isinstance(part, CONTROLS)
        and not isinstance(part, RegionButton)
        and not isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox)
        and part.isVisible()
        and not part.visibleRegion().isEmpty()
    ]


def place(part: QWidget) -> QRect:
    return QRect(part.mapTo(part.window(), QPoint()), part.size())


def told(part: QWidget) -> str:
    return f"{type(part).__name__} “{part.accessibleName() or getattr(part, 'text', str)()}”"


def scrolled(root: QWidget) -> list[int]:
    return [area.verticalScrollBar().value() for area in root.findChildren(QScrollArea)]


def use(part: QWidget) -> None:
    """Press it, or choose something else."""
    if isinstance(part, QComboBox):
        if part.count() > 1 and not part.isEditable():
            part.setCurrentIndex((part.currentIndex() + 1) % part.count())
            part.activated.emit(part.currentIndex())
    elif isinstance(part, QAbstractButton):
        QTest.mouseClick(part, LEFT)


def moved_by(window, part: QWidget) -> list[str]:
    """What is elsewhere, or of another size, after a control was used."""
    before = {other: place(other) for other in controls(window)}
    bars, page, name, foot = scrolled(window), window.page_key, told(part), place(part).bottom()
    use(part)
    come_to_rest()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()
    come_to_rest()
    if window.page_key != page or not isValid(part) or not part.isVisible() or scrolled(window) != bars:
        return []  # it led elsewhere, or is gone itself
    return [
        f"{name} moved {told(other)} from {at.getRect()} to {place(other).getRect()}"
        for other, at in before.items()
        if isValid(other)
        and other.isVisible()
        and at.top() <= foot
        and place(other) != at
        and not isinstance(other.parentWidget(), PlacesPanel)  # the list of what is marked is as long as that
    ]


@pytest.mark.qt_log_ignore("grabbing the keyboard")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", [info.key for info in PAGES])
def test_what_is_pressed_and_what_is_above_it_stay_where_they_are(qtbot, open_window, monkeypatch, page, size):
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    monkeypatch.setattr(QMenu, "popup", lambda _menu, _at: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_named: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_named: "")
    window = open_window(*sample.generate(NOW.date()))
    window.resize(*size)
    window.go_to(page)
    qtbot.waitUntil(lambda: not window.session.busy)
    come_to_rest()
    if page == "check_in":
        press_region(window, "left_shin")
        come_to_rest()
    part, found = window.page(page), []
    known = window.sidebar.findChildren(QAbstractButton)
    for control in controls(part):
        if not isValid(control) or not control.isVisible() or not control.isEnabled() or control in known:
            continue
        if any(look.isAncestorOf(control) for look in window.findChildren(LookChoosers)):
            continue  # the size of the text moves everything
        found += moved_by(window, control)
        if window.page_key != page:
            window.go_to(page)
            come_to_rest()
    assert found == [], "\n".join(found)
