"""One strength test as a step: the drawing, how it is done, safety, and an answer for each leg."""

from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.domain.body import LEGS, Side
from journal.domain.strength import BigToeLift, HomeTest, LimitedBy, Walk
from journal.domain.weekly import TestAnswer
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.weekly.counter import RaiseCounter
from journal.ui.weekly.picture import TestPicture
from journal.ui.widgets.answers import Answers
from journal.ui.widgets.controls import Card, in_a_column, label
from journal.wording import labels
from journal.wording import weekly as wording

_BEST = (Walk.YES.value, BigToeLift.NORMAL.value)
_BESIDE_FROM_EMS = 28
_PICTURE_SHARE = 0.34


class LegAnswer(Card):
    """One leg: the count or the word, and what it was limited by."""

    changed = Signal()

    def __init__(self, leg: Side, test: HomeTest) -> None:
        super().__init__(labels.leg(leg))
        self.leg = leg
        self.counter = RaiseCounter(leg) if test is HomeTest.HEEL_RAISES else None
        self.words: Answers | None = None
        if self.counter is not None:
            self.counter.changed.connect(self._changed)
            self.body.addWidget(self.counter)
        else:
            self.words = Answers(wording.answers(test), _("{leg}, answer").format(leg=labels.leg(leg)))
            self.words.chosen.connect(self._changed)
            self.body.addWidget(self.words)
        limits = [(limit, labels.label(limit)) for limit in LimitedBy]
        self.limit = Answers(limits, _("{leg}, limit").format(leg=labels.leg(leg)))
        self.limit.chosen.connect(self._limit_chosen)
        self.body.addWidget(self.limit)

    def answer(self) -> TestAnswer:
        """What is said now."""
        limit = cast("LimitedBy | None", self.limit.value)
        return TestAnswer(self._value(), limit)

    def set_value(self, answer: TestAnswer | None) -> None:
        """Show an answer, without telling."""
        answer = answer or TestAnswer()
        if self.counter is not None:
            self.counter.set_value(cast("int | None", answer.value))
        elif self.words is not None:
            self.words.choose(answer.value)
        self.limit.choose(answer.limited_by)

    def _value(self) -> int | str | None:
        if self.counter is not None:
            return self.counter.count
        assert self.words is not None
        return cast("str | None", self.words.value)

    @Slot()
    def _changed(self, _value: object = None) -> None:
        value = self._value()
        if value in _BEST or (value is not None and self.limit.value is LimitedBy.NOT_TRIED):
            self.limit.choose(None)
        self.changed.emit()

    @Slot(object)
    def _limit_chosen(self, limit: object) -> None:
        if limit is LimitedBy.NOT_TRIED:
            self.set_value(TestAnswer(None, LimitedBy.NOT_TRIED))
        self.changed.emit()


class TestStep(QWidget):
    """Left and right leg of one test."""

    __test__ = False

    changed = Signal(object, object, object)
    """The leg, the test, and its `TestAnswer`."""

    def __init__(self, test: HomeTest, theme: Theme) -> None:
        super().__init__()
        self.test = test
        self._theme = theme
        self.picture = TestPicture(test, theme)
        self.picture.setAccessibleName(_("Drawing: {test}").format(test=wording.name(test)))
        self.legs = {leg: LegAnswer(leg, test) for leg in LEGS}
        card = Card()
        self._how = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._how.setSpacing(20)
        self._how.addWidget(self.picture)
        words = in_a_column(None, label(wording.how(test), "lead", wrap=True))
        words.addSpacing(8)
        words.addWidget(label(wording.safety(test), "strong", wrap=True))
        words.addStretch()
        self._how.addLayout(words, 1)
        card.body.addLayout(self._how)
        for leg, answer in self.legs.items():
            answer.changed.connect(lambda leg=leg: self.changed.emit(leg, test, self.legs[leg].answer()))
        self.setLayout(in_a_column(card, *self.legs.values(), None, spacing=12, margins=(0, 0, 6, 0)))

    def stop(self) -> None:
        """Stop what runs."""
        for leg in self.legs.values():
            if leg.counter is not None:
                leg.counter.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.fit(round(self.width() * _PICTURE_SHARE))
        beside = self.width() >= self._theme.px(_BESIDE_FROM_EMS)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._how.direction() is not way:
            self._how.setDirection(way)
