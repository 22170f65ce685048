"""The summary page: the page for the appointment as it will print, and what is chosen for it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from journal.domain.appointment import next_appointment
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.report.choices import Choices
from journal.report.options import Further, PagePart, part_name
from journal.storage.journal_settings import SUMMARY_CHOICES
from journal.ui.page import Page, PageContext
from journal.ui.summary.choices_panel import ChoicesPanel
from journal.ui.summary.paper_chooser import PaperChooser
from journal.ui.tasks import LatestTask
from journal.ui.widgets import dialogs
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import (
    NO_LIMIT,
    Card,
    FittingArea,
    FittingLabel,
    Segments,
    button,
    column_of,
    in_a_column,
    in_a_row,
    label,
    scroll_area,
    single_shot,
)

if TYPE_CHECKING:
    from journal.analysis.results import Progress
    from journal.domain.records import Records
    from journal.printing.layout import Paper
    from journal.report.content import Report
    from journal.ui.summary.paper_view import PaperView

_SETTLE_MS = 400
_SIDE_EMS = 20
_BESIDE_FROM_EMS = 34
"""Narrower than this, the page lies below what is chosen for it."""
_DESK_EMS = 26
"""How high the page is there."""


class _ChoicesArea(QScrollArea):
    """Scrolls the choices, or is as high as they are where everything scrolls together."""

    _whole = False

    def set_whole(self, whole: bool) -> None:
        """Leave the scrolling to what is around."""
        if whole != self._whole:
            self._whole = whole
            policy = Qt.ScrollBarPolicy
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        size, content = super().minimumSizeHint(), self.widget()
        if self._whole and content is not None:
            size.setHeight(content.heightForWidth(self.viewport().width()))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole:
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._whole and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class SummaryPage(Page):
    """Every choice shows on the page at once; printing and saving use that very page."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session, theme = self.session, self.theme
        self.page: Report | None = None
        self._missing_told = ""
        self.view: PaperView | None = None
        self._writer: LatestTask[Report] = LatestTask(self)
        self._writer.answered.connect(self._show)
        self._settle = single_shot(self, _SETTLE_MS, self._ask)
        self.panel = ChoicesPanel(theme, session.today())
        self.panel.set_value(Choices.from_json(session.setting(SUMMARY_CHOICES)))
        self.paper = PaperChooser(self.preferences)
        # Translators: shows the whole page, or as wide as the window.
        self.zoom = Segments([("page", _("Whole")), ("width", _("Wide"))], _("Zoom"))
        set_tip(self.zoom, _("The whole page, or as wide as the window; on the page the keys + − 0 1 do the same"))
        self.zoom.chosen.connect(self._zoom_chosen)
        self.save_button = button(_("Save as PDF …"), self._save, "primary")
        self.print_button = button(_("Print …"), self._print, "strong")
        self._build()
        self.panel.changed.connect(self._settle.start)
        self.paper.chosen.connect(self._paper_chosen)
        session.progress_changed.connect(self._settle.start)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle.stop()
        self._writer.drop()  # written when it is seen again: the page that shows now is not to wait for it

    def finish(self) -> None:
        """Let no thread work on: before closing."""
        self._settle.stop()
        self._writer.wait()

    def save_to(self, path: Path) -> None:
        """Write the page that shows to a PDF file. Raises JournalError."""
        from journal.printing import pdf

        if self.page is not None:
            pdf.write(self.page, path, self.paper.paper)

    def _build(self) -> None:
        content = QWidget()
        self.setLayout(in_a_row(scroll_area(content, area=FittingArea(self))))
        self._desk = Card()
        self._desk.setParent(content)
        self._waiting = label(_("Writing the page …"), "quiet")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._desk.body.addWidget(self._waiting, 1)
        self.position = FittingLabel("quiet")
        self._above = column_of(self.zoom, self.position, spacing=6)
        self._above.hide()
        self._desk.body.insertWidget(0, self._above)
        self._side = QWidget(content)
        self._panel_scroll = _ChoicesArea(self._side)
        scroll_area(self.panel, focus=Qt.FocusPolicy.StrongFocus, area=self._panel_scroll)
        answers = (self.paper, self.print_button, self.save_button)
        self._side.setLayout(in_a_column(label(_("Summary"), "title"), (self._panel_scroll, 1), *answers, spacing=12))
        self._parts = in_a_row((self._desk, 1), self._side, spacing=16)
        content.setLayout(self._parts)
        self.theme.changed.connect(self._update_layout)
        self._update_layout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_layout()

    @Slot()
    def _update_layout(self) -> None:
        bar = self._panel_scroll.verticalScrollBar().sizeHint().width()
        side = max(self.theme.px(_SIDE_EMS), self.panel.minimumSizeHint().width() + bar)
        beside = self.width() >= self.theme.px(_BESIDE_FROM_EMS - _SIDE_EMS) + side
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop)
        self._side.setMinimumWidth(side if beside else 0)
        self._side.setMaximumWidth(side if beside else NO_LIMIT)
        self._panel_scroll.set_whole(not beside)
        self._desk.setMinimumHeight(0 if beside else self.theme.px(_DESK_EMS))

    @Slot()
    def _ask(self) -> None:
        known = self.session.progress
        if not self.isVisible() or known is None or self.session.busy:
            return  # comes again when the progress is known
        self.panel.set_today(self.session.today())
        self.panel.show_next(next_appointment(self.session.records.appointments, self.session.today()))
        chosen = self.panel.choices()
        kept = chosen.to_json()
        if kept != self.session.setting(SUMMARY_CHOICES):
            self.session.set_setting(SUMMARY_CHOICES, kept)
        records, today, sample = self.session.records, self.session.today(), self.session.sample
        paper = self.paper.paper
        self.panel.show_last(chosen.last_appointment(records, today))
        self._writer.ask(lambda: _write(records, today, chosen, sample, paper, known))

    @Slot(object)
    def _show(self, page: "Report") -> None:
        from journal.ui.summary.paper_view import PaperView

        self.page = page
        if self.view is None:
            self._waiting.hide()
            self.view = PaperView()
            self._desk.body.addWidget(self.view, 1)
            self._above.show()
            self.view.turned.connect(self._say_position)
        self.view.set_page(page, self.paper.paper)
        missing = self.view.missing_letters()
        if missing and missing != self._missing_told:
            self.failed.emit(missing)
        self._missing_told = missing

    @Slot()
    def _say_position(self) -> None:
        if self.view is not None:
            said = [self.view.position()]
            if self.view.shortened and Further.SHORTENED not in self.panel.choices().further:
                text = _("{position} · shortened: {parts}")
                said.insert(0, text.format(position=said[0], parts=self._shortened()))
            self.position.say(*said)
            if str(self.view.zoom) in ("page", "width"):
                self.zoom.choose(str(self.view.zoom))

    def _shortened(self) -> str:
        assert self.view is not None
        return "; ".join(part_name(part) for part in PagePart if part in self.view.shortened)

    @Slot(object)
    def _zoom_chosen(self, zoom: object) -> None:
        from journal.ui.summary.paper_view import Zoom

        if self.view is not None:
            self.view.set_zoom(Zoom(str(zoom)))

    @Slot()
    def _paper_chosen(self) -> None:
        if self.page is not None:
            self._show(self.page)

    def _save(self) -> None:
        name = _("sciatica-summary-{day}.pdf").format(day=self.session.today().isoformat())
        path = dialogs.choose_place(self, _("Save the page"), _("PDF (*.pdf)"), name)
        if path is None:
            return
        try:
            self.save_to(path)
        except JournalError as error:
            self.failed.emit(str(error))
        else:
            text = _("Saved as {name}. It is not encrypted: keep it where only you can read it.")
            self.done.emit(text.format(name=path), path)

    def _print(self) -> None:
        from journal.ui.summary.printer import print_page

        if self.page is not None and print_page(self.page, self, self.paper.paper):
            self.done.emit(_("Sent to the printer."), None)


def _write(
    records: "Records", today: date, chosen: Choices, sample: bool, paper: "Paper", known: "Progress"
) -> "Report":
    from journal.analysis.results import Stretch
    from journal.charts import view_model
    from journal.printing.painter import prepare
    from journal.printing.sheets import lay_out
    from journal.report.content import build

    shown = view_model.compute(records, Stretch(chosen.since(records, today), today), known)
    page = build(shown.progress, chosen.options(records, today, sample=sample), records.entries)
    prepare(lay_out(page, paper))  # here, so that showing it does not hold up the window
    return page
