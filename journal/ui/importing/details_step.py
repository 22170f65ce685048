"""What a file leaves open besides its names: zone, style of dates, scale, words for strength."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone, Slot
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from journal.exchange.importers.answers import DEFAULT_YES, WORDS, Answers
from journal.exchange.importers.reading import Ask, Question, Reading
from journal.i18n import N_, _
from journal.ui.importing.step import Step
from journal.ui.widgets.answers import Answers as Chips
from journal.ui.widgets.buttons import Chooser, Wheelless
from journal.ui.widgets.controls import label

_WORDS = {"mild": N_("mild"), "moderate": N_("moderate"), "severe": N_("severe"), "unbearable": N_("unbearable")}
_SCALES = ("0-10", "0-100", "0-5", "0-4")
ASKED = (Ask.DATE_ORDER, Ask.SCALE, Ask.YES, Ask.WORDS, Ask.ZONE)
"""What is asked here."""
_Answer = Callable[[], dict[str, Any]]


class _Number(Wheelless, QSpinBox):
    """A strength."""


class DetailsStep(Step):
    """Shows only what this file leaves open."""

    def __init__(self, reading: Reading, answers: Answers, *, first: bool) -> None:
        super().__init__(_("A few things the file does not say"))
        self._answers = answers
        self._given: list[_Answer] = []
        self.parts: dict[tuple[Ask, str], QWidget] = {}
        """By what is asked, and the name it is asked about."""
        shows = {
            Ask.DATE_ORDER: self._date_order,
            Ask.SCALE: self._scale,
            Ask.YES: self._yes,
            Ask.WORDS: self._words,
            Ask.ZONE: self._zone,
        }
        for question in reading.questions:
            if question.ask in shows:
                shows[question.ask](question)
        self.finish(first=first)
        self._check()

    def answer(self) -> Answers:
        found: dict[str, Any] = {}
        for given in self._given:
            for name, value in given().items():
                found[name] = {**found.get(name, {}), **value} if isinstance(value, dict) else value
        return replace(self._answers, **found)

    def _ask(self, question: Question, words: str, part: QWidget, given: _Answer, why: str = "") -> None:
        self.add(label(words, "strong", wrap=True))
        if why:
            self.add_text(why, "quiet")
        self.add(part)
        self.parts[question.ask, question.name] = part
        self._given.append(given)

    def _chips(self, choices: list[tuple[object, str]], name: str, chosen: object) -> Chips:
        chips = Chips(choices, name)
        if chosen is not None:
            chips.choose(chosen)
        chips.chosen.connect(self._check)
        return chips

    def _date_order(self, question: Question) -> None:
        words = _("How are its dates written?")
        choices: list[tuple[object, str]] = [
            ("dmy", _("Day first, as 31/12/2025")),
            ("mdy", _("Month first, as 12/31/2025")),
            ("ymd", _("Year first, as 25/12/31")),
        ]
        chips = self._chips(choices, words, question.suggestion)
        self._ask(question, words, chips, lambda: {"date_order": chips.value}, _("No date in the file decides it."))

    def _scale(self, question: Question) -> None:
        words = _("Up to which number does its scale go?")
        scales = dict.fromkeys((*_SCALES, str(question.suggestion)))
        chips = self._chips([(scale, scale.replace("-", "–")) for scale in scales], words, question.suggestion)
        self._ask(question, words, chips, lambda: {"scale": chips.value})

    def _yes(self, question: Question) -> None:
        words = _("The file says only yes or no. How strong is a yes?")
        number = self._number(words, question.suggestion or DEFAULT_YES)
        self._ask(question, words, number, lambda: {"scale": "0/1", "yes": number.value()})

    def _words(self, question: Question) -> None:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        numbers = {}
        for row, word in enumerate(WORDS):
            numbers[word] = self._number(_(_WORDS[word]), question.suggestion[word])
            grid.addWidget(label(_(_WORDS[word])), row, 0)
            grid.addWidget(numbers[word], row, 1)
        grid.setColumnStretch(2, 1)
        words = _("Which number does each word stand for?")
        self._ask(question, words, part, lambda: {"words": {word: field.value() for word, field in numbers.items()}})

    def _zone(self, question: Question) -> None:
        words = _("In which time zone was it written?")
        chooser = Chooser()
        chooser.setAccessibleName(words)
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        known = available_timezones()
        chooser.addItems(sorted(known | {here}))
        chooser.setCurrentText(question.suggestion or here)
        why = _("Times are kept as the clock on the wall showed them.")
        self._ask(question, words, chooser, lambda: {"zone": chooser.currentText()}, why)

    def _number(self, name: str, value: int) -> QSpinBox:
        field = _Number()
        field.setRange(1, 10)
        field.setValue(value)
        field.setAccessibleName(name)
        return field

    @Slot()
    def _check(self) -> None:
        chips = [part for part in self.parts.values() if isinstance(part, Chips)]
        self.next_button.setEnabled(all(part.value is not None for part in chips))
