"""The direction strip: one sentence a leg, above every page."""

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from journal.analysis.results import Direction, Progress, Verdict
from journal.domain.body import LEGS
from journal.i18n import _
from journal.palette import Palette
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.parts import set_property, with_role
from journal.wording import direction as wording

_UP = (Verdict.CLEARLY_UP, Verdict.PROBABLY_UP, Verdict.TURNED_UP)
_DOWN = (Verdict.CLEARLY_DOWN, Verdict.PROBABLY_DOWN, Verdict.TURNED_DOWN)


class DirectionStrip(QFrame):
    """Says the headline of each leg that has something to say; before that, how to begin."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        with_role(self, "strip")
        self._session = session
        self._theme = theme
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
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
        if self.text.property("tight") != tight:
            set_property(self.text, "tight", tight)

    @Slot()
    def _show(self) -> None:
        progress = self._session.progress
        if progress is None:
            self.text.setText(escape(_("Reading your journal …")))
            set_property(self, "mood", "quiet")
            return
        shown = worth_saying(progress)
        left, right = (progress.legs[leg].headline for leg in LEGS)
        lines = [said(*wording.parts(direction), mood([direction]), self._theme.palette) for direction in shown]
        self.text.setText("<br>".join(lines or [said(*wording.neither(left, right), "quiet", self._theme.palette)]))
        set_property(self, "mood", mood(shown))


def said(lead: str, rest: str, mood: str, palette: Palette) -> str:
    """A sentence as rich text: its lead in bold and in the colour of its mood."""
    color = {"up": palette.primary, "down": palette.down}.get(mood, palette.text)
    return f'<span style="color:{color};font-weight:600">{escape(lead)}</span>{escape(rest)}'


def worth_saying(progress: Progress) -> list[Direction]:
    """The headlines to show: of each leg that hurt in its window, or moved within the back; none where neither did."""
    headlines = [progress.legs[leg].headline for leg in LEGS]
    return [direction for direction in headlines if direction.leg_days or mood([direction]) != "quiet"]


def mood(directions: list[Direction]) -> str:
    """ "up" or "down" where everything said goes that way, else "quiet"."""
    verdicts = [direction.verdict for direction in directions]
    if verdicts and all(verdict in _UP for verdict in verdicts):
        return "up"
    if verdicts and all(verdict in _DOWN for verdict in verdicts):
        return "down"
    return "quiet"
