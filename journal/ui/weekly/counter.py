"""Counts heel raises: a large button to press for each, the seconds beside it, and room to type the number instead."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.body import Side
from journal.domain.strength import HEEL_RAISE_CAP
from journal.i18n import _, number
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import announce, button, in_a_row, label
from journal.ui.widgets.optional_number import OptionalNumber
from journal.wording import labels
from journal.wording import weekly as wording

_TICK_MS = 250


class RaiseCounter(QWidget):
    """A count of 0..25, or None while nothing was counted or typed."""

    changed = Signal(object)

    def __init__(self, leg: Side) -> None:
        super().__init__()
        # Translators: counts one heel raise (a button).
        self.press = button(_("Count one"), self._count, "count")
        self.press.counts_every_click = True
        self.press.setAccessibleName(_("{leg}: count one raise").format(leg=labels.leg(leg)))
        self.typed = OptionalNumber(HEEL_RAISE_CAP, 1, 0, _("{leg}: heel raises").format(leg=labels.leg(leg)))
        set_tip(self.typed, _("Or type how many you did"))
        self.clock = button("", self._start_or_stop, "clock")
        self.clock.setAccessibleName(_("{leg}: timer").format(leg=labels.leg(leg)))
        self.said = label("", "quiet", wrap=True)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.typed.valueChanged.connect(self._typed)
        row = in_a_row(self.press, self.typed, self.clock, spacing=10)
        self.setLayout(row)
        row.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        self._show_time()

    @property
    def count(self) -> int | None:
        """How many, or None."""
        value = self.typed.number()
        return None if value is None else int(value)

    @property
    def running(self) -> bool:
        """Whether the seconds run."""
        return self._timer.isActive()

    def set_value(self, count: int | None) -> None:
        """Show a count, without telling."""
        self.stop()
        self.typed.blockSignals(True)
        self.typed.set_value(count)
        self.typed.blockSignals(False)
        self._show_end()

    def stop(self) -> None:
        """Stop the seconds."""
        self._timer.stop()
        self._show_time()

    def _count(self) -> None:
        if not self.running:
            self._start()
        self.typed.set_value(min((self.count or 0) + 1, HEEL_RAISE_CAP))

    @Slot()
    def _typed(self) -> None:
        self._show_end()
        self.changed.emit(self.count)

    def _show_end(self) -> None:
        full = self.count == HEEL_RAISE_CAP
        self.press.setText(
            _("Count one") if self.count is None else wording.raises(self.count)
        )  # seen from a step away
        self.press.setEnabled(not full)
        self.said.setText(wording.enough() if full else "")
        if full:
            self.stop()
            announce(self, wording.enough())

    def _start_or_stop(self) -> None:
        if self.running:
            self.stop()
        else:
            self._start()

    def _start(self) -> None:
        self._since.start()
        self._timer.start()
        self._show_time()

    @Slot()
    def _tick(self) -> None:
        self._show_time()

    def _show_time(self) -> None:
        seconds = self._since.elapsed() // 1000 if self._since.isValid() else 0
        time = _("{seconds} s").format(seconds=number(seconds))
        if self.running:
            self.clock.setText(_("Stop · {time}").format(time=time))
        else:
            # Translators: of 30 seconds, runs while heel raises are counted.
            self.clock.setText(_("Timer") if not self._since.isValid() else _("Timer · {time}").format(time=time))
