"""The longer course: episodes, a return of pain, and (only if wanted) the article's phases."""

from PySide6.QtCore import Slot

from journal.analysis.results import Progress
from journal.i18n import _
from journal.ui.preferences import PHASE, Preferences
from journal.ui.widgets.controls import Card, label, line
from journal.ui.widgets.tick import Tick
from journal.wording import episodes as episode_words
from journal.wording import phase as phase_words


class EpisodesCard(Card):
    """Says where in time this is."""

    def __init__(self, preferences: Preferences) -> None:
        # Translators: how the illness went over time.
        super().__init__(_("The course"))
        self._preferences = preferences
        self.text = label("", wrap=True)
        self.switch = Tick(_("Show the four phases of one clinic"))
        self.switch.setChecked(bool(preferences.get(PHASE)))
        self.phase = label("", wrap=True)
        self.about = label(phase_words.explanation(), "quiet", wrap=True)
        for part in (self.text, line(), self.switch, self.phase, self.about):
            self.body.addWidget(part)
        self.switch.toggled.connect(self._switched)
        self._update_layout()

    def show_episodes(self, progress: Progress) -> None:
        """Show the latest episodes, newest first, and the phase."""
        self.text.setText(episode_words.history(progress))
        self.phase.setText(phase_words.sentence(progress.phase))

    @Slot(bool)
    def _switched(self, on: bool) -> None:
        self._preferences.set_value(PHASE, "yes" if on else "")
        self._update_layout()

    def _update_layout(self) -> None:
        for part in (self.phase, self.about):
            part.setVisible(self.switch.isChecked())
