"""The whole-day form begins with what the day's entries marked: shown, said, and put away at one click."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from journal.domain.entry import Entry, Symptom
from journal.i18n import _, ngettext, short_weekday
from journal.ui.check_in import asides
from journal.ui.check_in.board import Board
from journal.ui.session import Session
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import LineLabel, button, with_role


class DayMarks(QStackedWidget):
    """Lays a day's marks on the board, and shows a line about them: one where they are taken, one where they are not.

    Both lines have the same place, so that putting the marks away or taking them again moves nothing.
    """

    def __init__(self, session: Session, board: Board) -> None:
        super().__init__()
        with_role(self, "aside")
        self._session = session
        self._board = board
        self._day: date | None = None
        self.given: tuple[Symptom, ...] = ()
        """The marks of the day's entries, each at its strongest; none where the page has nothing to begin with."""
        self._under: dict[tuple[str, str], Symptom] = {}
        """What the person had marked already where a stronger mark of the day now lies."""
        self.words, self.put_away = self._line(_("Not these"), self._put_away)
        self.other_words, self.take = self._line(_("Take them"), self._take)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        board.changed.connect(self._show)
        self.hide()

    @property
    def untouched(self) -> bool:
        """Whether nothing is said about places but what the day's entries said."""
        return self._board.said is None or (bool(self.given) and set(self._board.symptoms) == set(self.given))

    def follow(self, day: date | None, *, lay: bool = True) -> None:
        """Begin with the marks of another day, None for nothing; what the person marked stays.

        lay: False where the board shows already what was made of them.
        """
        entries = [] if day is None else asides.momentary(self._session.records.entries, day)
        given = asides.strongest(entries)
        if (day, given) == (self._day, self.given):
            return
        again = day == self._day and self._away
        own = self._own()
        self._day, self.given, self._under = day, given, {}
        if lay and own != self._board.symptoms:
            self._board.load(own or None)
        if lay and given and not again:
            self._lay()
        self._say(entries)
        self._show()

    @property
    def _away(self) -> bool:
        return bool(self.given) and not set(self.given) & set(self._board.symptoms)

    def _own(self) -> tuple[Symptom, ...]:
        """What the person marked, without what was given."""
        given = set(self.given)
        marks = (self._under.get(_key(mark)) if mark in given else mark for mark in self._board.symptoms)
        return tuple(mark for mark in marks if mark is not None)

    def _lay(self) -> None:
        own = {_key(mark): mark for mark in self._own()}
        stronger = {_key(mark): mark for mark in self.given if _strength(own.get(_key(mark))) <= mark.intensity}
        self._under = {key: mark for key, mark in own.items() if key in stronger}
        self._board.load((own | stronger).values())

    def _line(self, text: str, act: Callable[[], None]) -> tuple[LineLabel, QPushButton]:
        page = QWidget()
        words, answer = LineLabel(""), button(text, act, "small")
        flow = FlowLayout(page, 8)
        flow.setContentsMargins(14, 5, 10, 5)
        flow.addWidget(words)
        flow.addWidget(answer)
        self.addWidget(page)
        return words, answer

    def _say(self, entries: Sequence[Entry]) -> None:
        if not entries or self._day is None:
            return
        count = len(entries)
        if self._day == self._session.today():
            taken = ngettext(
                "From your entry of today. Saving keeps these places for the whole day; your entry stays.",
                "From your {count} entries of today, everything at its strongest. "
                "Saving keeps these places for the whole day; your entries stay.",
                count,
            )
        else:
            taken = ngettext(
                "From your entry of {day}. Saving keeps these places for the whole day; your entry stays.",
                "From your {count} entries of {day}, everything at its strongest. "
                "Saving keeps these places for the whole day; your entries stay.",
                count,
            )
        away = ngettext(
            "The places of your entry of that day are not taken over; it stays as it is.",
            "The places of your {count} entries of that day are not taken over; they stay as they are.",
            count,
        )
        self.words.setText(taken.format(count=count, day=short_weekday(self._day)))
        self.other_words.setText(away.format(count=count))

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
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words.text()))

    @Slot()
    def _put_away(self) -> None:
        self._board.put(self._own() or None)
        self.take.setFocus()

    @Slot()
    def _take(self) -> None:
        self._lay()
        self.put_away.setFocus()


def _key(mark: Symptom) -> tuple[str, str]:
    return mark.region, mark.kind


def _strength(mark: Symptom | None) -> int:
    return 0 if mark is None else mark.intensity
