"""The mouse wheel in whole steps; a trackpad's small movements add up to them."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_ANGLE_A_STEP = 120


class WheelSteps:
    """Counts how many whole steps the wheel has gone."""

    def __init__(self) -> None:
        self._angle = 0

    def accept(self, event: QWheelEvent) -> int:
        """Accept an event and return the steps it completes, up being positive."""
        event.accept()
        delta = event.angleDelta().y()
        if delta * self._angle < 0:  # turning back begins anew
            self._angle = 0
        self._angle += delta
        steps = int(self._angle / _ANGLE_A_STEP)
        self._angle -= steps * _ANGLE_A_STEP
        return steps


def scrolls(widget: QWidget) -> bool:
    """Whether the widget lies on something that can scroll up or down now: there the wheel is for scrolling alone."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and parent.verticalScrollBar().maximum() > 0:
            return True
        parent = parent.parentWidget()
    return False
