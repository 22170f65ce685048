"""The whole-day form begins with what the day's entries marked: shown, said, and put away at one click."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from journal.analysis import prompts
from journal.domain.entry import Entry, Symptom
from journal.i18n import _
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.session import Session
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import FittingLabel, announce, button, in_a_row, set_style_role
from journal.wording import day_marks as wording


class DayMarks(QStackedWidget):
    """Lays a day's marks on the marks, and shows a line about them: one where they are taken, one where they are not.

    Both lines have the same place, so that putting the marks away or taking them again moves nothing.
    """

    def __init__(self, session: Session, marks: MarksModel) -> None:
        super().__init__()
        set_style_role(self, "aside")
        self._session = session
        self._marks_model = marks
        self._day: date | None = None
        self.given: tuple[Symptom, ...] = ()
        """The marks of the day's entries, each at its strongest; none where the page has nothing to begin with."""
        self._under: dict[tuple[str, str], Symptom] = {}
        """What the person had marked already where a stronger mark of the day now lies."""
        # Translators: the places taken from earlier entries of the day (a button).
        self.put_away = button(_("Not these"), self._put_away, "small")
        self.words = self._line(self.put_away, button_first=False)
        # Translators: the places of earlier entries of the day (a button).
        self.take = button(_("Take them"), self._lay_again, "small")
        self.other_words = self._line(self.take, button_first=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        marks.changed.connect(self._show)
        self.hide()

    @property
    def untouched(self) -> bool:
        """Whether nothing is said about places but what the day's entries said."""
        return self._marks_model.said is None or (
            bool(self.given) and set(self._marks_model.symptoms) == set(self.given)
        )

    def follow(self, day: date | None, *, lay: bool = True) -> None:
        """Begin with the marks of another day, None for nothing; what the person marked stays.

        lay: False where the marks shows already what was made of them.
        """
        entries = [] if day is None else prompts.momentary(self._session.records.entries, day)
        given = prompts.strongest(entries)
        if (day, given) == (self._day, self.given):
            return
        again = day == self._day and self._away
        own = self._own()
        self._day, self.given, self._under = day, given, {}
        if lay and own != self._marks_model.symptoms:
            self._marks_model.load(own or None)
        if lay and given and not again:
            self._lay()
        self._say(entries)
        self._show()

    @property
    def _away(self) -> bool:
        return bool(self.given) and not set(self.given) & set(self._marks_model.symptoms)

    def _own(self) -> tuple[Symptom, ...]:
        """What the person marked, without what was given."""
        given = set(self.given)
        marks = (self._under.get(_key(mark)) if mark in given else mark for mark in self._marks_model.symptoms)
        return tuple(mark for mark in marks if mark is not None)

    def _lay(self) -> None:
        own = {_key(mark): mark for mark in self._own()}
        stronger = {_key(mark): mark for mark in self.given if _strength(own.get(_key(mark))) <= mark.intensity}
        self._under = {key: mark for key, mark in own.items() if key in stronger}
        self._marks_model.load((own | stronger).values())

    def _line(self, answer: QPushButton, *, button_first: bool) -> FittingLabel:
        """A line in the stack. Its buttons do not lie over one another: a double click presses only the first."""
        page, words = QWidget(), FittingLabel()
        parts = (answer, (words, 1)) if button_first else ((words, 1), answer)
        page.setLayout(in_a_row(*parts, spacing=12, margins=(14, 5, 10, 5)))
        self.addWidget(page)
        return words

    def _say(self, entries: Sequence[Entry]) -> None:
        if not entries or self._day is None:
            return
        *taken, away = wording.sentences(len(entries), None if self._day == self._session.today() else self._day)
        self.words.say(*taken)
        set_tip(self.words, taken[0])
        self.other_words.say(away)

    @Slot()
    def _show(self) -> None:
        if not self.given:
            self.hide()
            return
        line = 1 if self._away else 0
        if self.isHidden() or line != self.currentIndex():
            self.setCurrentIndex(line)
            self.show()
            words = self.other_words if line else self.words
            announce(self, words.accessibleName())

    @Slot()
    def _put_away(self) -> None:
        self._marks_model.set_value(self._own() or None)
        self.take.setFocus()

    @Slot()
    def _lay_again(self) -> None:
        self._lay()
        self.put_away.setFocus()


def _key(mark: Symptom) -> tuple[str, str]:
    return mark.region, mark.kind


def _strength(mark: Symptom | None) -> int:
    return 0 if mark is None else mark.intensity
