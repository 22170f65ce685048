"""The progress page: the sentence of each leg, and the ladder below it."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from journal.domain.body import LEGS
from journal.i18n import _
from journal.ui.background import Latest
from journal.ui.progress.verdict_card import VerdictCard
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import Card, Segments, button, label
from journal.wording import direction as wording

if TYPE_CHECKING:
    from journal.analysis.results import Progress
    from journal.charts.raster import Chart
    from journal.charts.style import Style
    from journal.domain.records import Records

_STANDARD_DAYS = 56


class ProgressPage(QWidget):
    """Shows one `Progress`: the session's own, or the same as of another range."""

    told = Signal(str)
    learn_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.shown: Progress | None = None
        self._analysis: Latest[Progress] = Latest(self)
        self._analysis.answered.connect(self._show)
        self.ranges = Segments(
            [
                (14, _("2 weeks")),
                (28, _("4 weeks")),
                (_STANDARD_DAYS, _("8 weeks")),
                (182, _("6 months")),
                (365, _("1 year")),
                (None, _("All")),
            ],
            _("How far back"),
        )
        self.ranges.choose(_STANDARD_DAYS)
        self.verdicts = {leg: VerdictCard(theme) for leg in LEGS}
        self.ladder = ChartView(theme, _("How far down the leg, day by day"), 30)
        self._build()
        self.ranges.chosen.connect(self._ask)
        self.ladder.told.connect(self.told)
        session.progress_changed.connect(self._ask)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def finish(self) -> None:
        """Let no thread work on: before closing."""
        self._analysis.wait()
        self.ladder.finish()

    def _build(self) -> None:
        head = FlowLayout(spacing=16)  # in a narrow window the ranges go under the title
        self.how = button(_("How it decides"), self.learn_asked.emit, "link")
        head.addWidget(label(_("Progress"), "title"))
        head.addWidget(self.how)
        head.addWidget(self.ranges)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 6, 0)
        cards.setSpacing(14)
        for card in self.verdicts.values():
            cards.addWidget(card)
        chart = Card()
        chart.body.addWidget(self.ladder)
        cards.addWidget(chart)
        cards.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    @Slot()
    def _ask(self, _range: object = None) -> None:
        if not self.isVisible() or self._session.progress is None:
            return
        days = self.ranges.value
        if days == _STANDARD_DAYS:
            self._show(self._session.progress)
            return
        records, today = self._session.records, self._session.today()
        since = today - timedelta(days=days - 1) if isinstance(days, int) else _beginning(records, today)
        self._analysis.ask(lambda: _compute(records, today, since))

    @Slot(object)
    def _show(self, progress: "Progress") -> None:
        self.shown = progress
        for leg, card in self.verdicts.items():
            card.show_direction(progress.legs[leg])
        sentences = [wording.sentence(progress.legs[leg].headline) for leg in LEGS]

        def draw(style: "Style", size: tuple[float, float]) -> "Chart":
            from journal.charts import ladder

            return ladder.draw(progress, style, size_inches=size)

        self.ladder.show_chart(draw, " ".join(sentences))


def _beginning(records: "Records", today: date) -> date:
    return min((entry.day for entry in records.entries), default=today)


def _compute(records: "Records", today: date, since: date) -> "Progress":
    from journal.analysis.progress import compute

    return compute(records, today, min(since, today))
