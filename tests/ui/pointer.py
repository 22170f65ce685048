"""Clicks, drags and turns of the wheel in the window, all of it as real events."""

import itertools

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.domain.redflag import RedFlag

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def come_to_rest() -> None:
    """Let everything happen that is due: layouts, timers without delay, and what follows from them in turn."""
    for _round in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def wait(milliseconds: int) -> None:
    """Let the window live on for a while; other threads draw and compute meanwhile, which QTest.qWait does not let."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def middle(button) -> QPoint:
    """A point well inside a region, in its button's coordinates."""
    return button.mapFromParent(button.part.label_point.toPoint())


def click(button):
    QTest.mouseClick(button, LEFT)


def press_region(window, region):
    button = window.page("check_in").map.buttons(region)[0]
    QTest.mouseClick(button, LEFT, pos=middle(button))


def drag(window, *regions):
    """Press in the first region and drag through the others, as the pointer goes over the map."""
    body = window.page("check_in").map
    buttons = [body.buttons(region)[0] for region in regions]
    first = buttons[0]
    QTest.mousePress(first, LEFT, pos=middle(first))
    points = [button.part.label_point for button in buttons]
    for start, end in itertools.pairwise(points):
        for step in range(1, 11):
            _move(first, first.mapFromParent((start + (end - start) * step / 10).toPoint()))
    QTest.mouseRelease(first, LEFT, pos=first.mapFromParent(points[-1].toPoint()))


def _move(button, position):
    at, nothing = QPointF(position), Qt.KeyboardModifier.NoModifier
    where = QPointF(button.mapToGlobal(position))
    event = QMouseEvent(QEvent.Type.MouseMove, at, where, Qt.MouseButton.NoButton, LEFT, nothing)
    QApplication.sendEvent(button, event)


def wheel(widget, steps, position=None):
    at = QPointF(position if position is not None else widget.rect().center())
    for _step in range(abs(steps)):
        turned = QPoint(0, 120 if steps > 0 else -120)
        event = QWheelEvent(
            at,
            QPointF(widget.mapToGlobal(at.toPoint())),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)


def see_all(page, questions):
    """Page down until every question about urgent signs was on the screen. page: what has the keyboard."""
    page.window().activateWindow()
    questions.box(RedFlag.SADDLE_NUMBNESS).setFocus()
    for _screen in range(60):
        for _look in range(20):
            QApplication.processEvents()
        if not questions.unseen():
            return
        QTest.keyClick(QApplication.focusWidget() or questions, Qt.Key.Key_PageDown)
    raise AssertionError(f"{questions.unseen()} signs were never on the screen")


def key(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def marks(window):
    """What is marked, as (region, kind): strength."""
    return {(mark.region, str(mark.kind)): mark.intensity for mark in window.page("check_in").marks.symptoms}
