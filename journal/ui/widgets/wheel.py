"""The mouse wheel in whole steps; a trackpad's small movements add up to them."""

from PySide6.QtGui import QWheelEvent

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
