"""The direction strip: one sentence a leg, above every page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from journal.domain.body import LEGS
from journal.i18n import _
from journal.palette import Palette
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.controls import set_property, set_style_role

if TYPE_CHECKING:
    from journal.analysis.results import LegProgress, Progress


class DirectionStrip(QFrame):
    """Says the headline of each leg that has something to say; before that, how to begin."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        set_style_role(self, "strip")
        self._session = session
        self._theme = theme
        self.text = QLabel()
        self.text.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        self.set_tight(False)
        session.progress_changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    def set_tight(self, tight: bool) -> None:
        """Take less room, in a low window."""
        edge = 4 if tight else 10
        self._column.setContentsMargins(16, edge, 16, edge)
        set_property(self.text, "tight", tight)
        self._reserve()

    def _reserve(self) -> None:
        """Keep a line for each leg: nothing below moves when the second one has something to say."""
        self.text.ensurePolished()
        self.text.setMinimumHeight(len(LEGS) * self.text.fontMetrics().lineSpacing())

    @Slot()
    def _show(self) -> None:
        self._reserve()
        progress = self._session.progress
        if progress is None:
            self.text.setTextFormat(Qt.TextFormat.PlainText)
            self.text.setText(_("Reading your journal …"))
            set_property(self, "mood", "quiet")
            return
        from journal.wording import direction as wording  # like the results it speaks of: not before there are any

        self.text.setTextFormat(Qt.TextFormat.RichText)
        shown = worth_saying(progress)
        left, right = (progress.legs[leg].headline for leg in LEGS)
        lines = [said(*wording.parts(leg), mood([leg]), self._theme.palette) for leg in shown]
        self.text.setText("<br>".join(lines or [said(*wording.neither(left, right), "quiet", self._theme.palette)]))
        set_property(self, "mood", mood(shown))


def said(lead: str, rest: str, mood: str, palette: Palette) -> str:
    """A sentence as rich text: its lead in bold and in the colour of its mood."""
    from html import escape

    color = {"up": palette.primary, "down": palette.down}.get(mood, palette.text)
    return f'<span style="color:{color};font-weight:600">{escape(lead)}</span>{escape(rest)}'


def worth_saying(progress: "Progress") -> "list[LegProgress]":
    """The legs to speak of: each that hurt, or moved within the back; none where neither did."""
    legs = [progress.legs[leg] for leg in LEGS]
    return [leg for leg in legs if leg.headline.leg_days or leg.told_longer.leg_days or mood([leg]) != "quiet"]


def mood(legs: "list[LegProgress]") -> str:
    """ "up" or "down" where what moves goes that way in all windows told and nothing gets worse beside it."""
    from journal.wording import direction as wording

    verdicts = {verdict for leg in legs for verdict in wording.told(leg)}
    up, down = verdicts & set(wording.UP), verdicts & set(wording.DOWN)
    if up and not down:
        return "quiet" if any(leg.worse for leg in legs) else "up"
    return "down" if down and not up else "quiet"
