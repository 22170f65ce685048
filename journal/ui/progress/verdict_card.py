"""One leg's sentence, large, with what explains it below."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel

from journal.analysis.results import Direction, LegProgress, Verdict
from journal.i18n import _
from journal.ui.strip import mood, said
from journal.ui.theme import Theme
from journal.ui.widgets.parts import Card, label
from journal.wording import direction as wording


class VerdictCard(Card):
    """Shows the headline and, in quieter words, dates, certainty and the longer view."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._direction: Direction | None = None
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.explanation = label("", "quiet", wrap=True)
        self.longer = label("", "quiet", wrap=True)
        for part in (self.sentence, self.explanation, self.longer):
            self.body.addWidget(part)
        theme.changed.connect(self._write)

    def show_direction(self, leg: LegProgress) -> None:
        """Show one leg's direction in both windows; of a leg that did not hurt, the sentence alone."""
        self._direction = headline = leg.headline
        longer = leg.longer
        hurts = bool(longer.leg_days)
        unsaid = headline.verdict is Verdict.NOT_ENOUGH
        self.explanation.setText(wording.needs() if unsaid else wording.explanation(headline))
        self.explanation.setVisible(hurts and bool(self.explanation.text()))
        self.longer.setVisible(hurts and longer.verdict is not Verdict.NOT_ENOUGH)
        self.longer.setText(
            _("The longer view, {days} days. {sentence}").format(
                days=longer.window_days, sentence=wording.sentence(longer)
            )
        )
        self._write()

    @Slot()
    def _write(self) -> None:
        if self._direction is None:
            return
        sentence = said(*wording.parts(self._direction), mood([self._direction]), self._theme.palette)
        self.sentence.setText(
            f'<span style="font-size:{self._theme.px(1.25 if self._direction.leg_days else 1)}px">{sentence}</span>'
        )
