"""One leg's sentence, large, with what explains it below."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel

from journal.analysis.results import LegProgress, Verdict
from journal.ui.strip import mood, said
from journal.ui.theme import Theme
from journal.ui.widgets.controls import Card, label
from journal.wording import direction as wording


class VerdictCard(Card):
    """Shows the sentence and, in quieter words, dates and certainty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._leg: LegProgress | None = None
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.explanation = label("", "quiet", wrap=True)
        for part in (self.sentence, self.explanation):
            self.body.addWidget(part)
        theme.changed.connect(self._write)

    def show_direction(self, leg: LegProgress) -> None:
        """Show one leg's direction, both windows in one sentence; of a leg that did not hurt, the sentence alone."""
        self._leg = leg
        unsaid = leg.headline.verdict is Verdict.NOT_ENOUGH and not leg.told_longer.can_speak
        self.explanation.setText(wording.needs() if unsaid else wording.explanation(leg))
        self.explanation.setVisible(bool(leg.longer.leg_days) and bool(self.explanation.text()))
        self._write()

    @Slot()
    def _write(self) -> None:
        if self._leg is None:
            return
        sentence = said(*wording.parts(self._leg), mood([self._leg]), self._theme.palette)
        size = self._theme.px(1.25 if self._leg.told_longer.leg_days else 1)
        self.sentence.setText(f'<span style="font-size:{size}px">{sentence}</span>')
