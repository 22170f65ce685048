"""One chart on its card: heading, the chart, its words on request, and a menu to save or copy it."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QPoint, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy

from journal.charts.chart_spec import ChartSpec
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.controls import Card, add_to, button, in_a_row, label, toggle

Note = tuple[str, str]
"""A sentence in two: the part in bold, and the rest with its own comma and space."""


class ChartCard(Card):
    """Shows a `ChartSpec`, or one sentence where there is nothing to draw."""

    message = Signal(str)
    saved = Signal(str, object)
    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        height_ems: float | Callable[[float], float],
        pool: QThreadPool | None = None,
    ) -> None:
        super().__init__()
        self.name = name
        self.view = ChartView(theme, name, height_ems, pool)
        self.heading = label(name, "heading", wrap=True)
        self.in_words = toggle(_("In words"), "chip")
        self.in_words.setAccessibleName(_("In words: {chart}").format(chart=name))
        self.more = button("⋯", self._open_menu, "step", tip=_("Save or copy"))
        self.more.setAccessibleName(_("Save or copy: {chart}").format(chart=name))
        self.words = _reading("")
        self.nothing = label("", "quiet", wrap=True)
        self.notes = _reading("quiet")
        self.notes.setTextFormat(Qt.TextFormat.RichText)
        self._head = in_a_row((self.heading, 1), self.in_words, self.more, spacing=6)
        add_to(
            self.body, self._head, self.words, self.nothing, self.view, self.notes
        )  # words: where they are seen at once
        for part in (self.words, self.nothing, self.notes):
            part.hide()
        self.in_words.toggled.connect(self.words.setVisible)
        self.view.message.connect(self.message)
        self.view.saved.connect(self.saved)
        self.view.opened.connect(self.opened)

    def show_chart(self, chart: ChartSpec, notes: Sequence[Note] = ()) -> None:
        """Show a chart, with sentences below it, each in two parts: its beginning in bold, and the rest."""
        self.view.show_chart(chart)
        self.words.setText(chart.words)
        self._allow(chart=True)
        self._show_notes(notes)

    def show_either(self, chart: ChartSpec | None, otherwise: str, notes: Sequence[Note] = ()) -> None:
        """Show a chart, or the sentence for where there is none."""
        if chart is None:
            self.show_nothing(otherwise)
        else:
            self.show_chart(chart, notes)

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no chart."""
        self.nothing.setText(sentence)
        self._allow(chart=False)
        self._show_notes(())

    def _show_notes(self, notes: Sequence[Note]) -> None:
        said = [(escape(lead), escape(rest)) for lead, rest in notes if lead or rest]
        self.notes.setText("".join(f'<p style="margin:6px 0 0 0"><b>{lead}</b>{rest}</p>' for lead, rest in said))
        self.notes.setVisible(bool(said))

    def _allow(self, *, chart: bool) -> None:
        self.view.setVisible(chart)
        self.in_words.setVisible(chart)
        self.more.setVisible(chart)
        self.words.setVisible(chart and self.in_words.isChecked())
        self.nothing.setVisible(not chart)

    @Slot()
    def _open_menu(self) -> None:
        menu = self.view.menu()
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))


def _reading(role: str) -> QLabel:
    part = label("", role, wrap=True)
    part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return part
