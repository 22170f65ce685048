"""Bearable: one CSV row a symptom, dose, night or mood; strengths 1 to 4 in four times of day."""

import contextlib
import re
from collections.abc import Mapping
from datetime import date, time

from journal.domain.entry import Scope
from journal.domain.treatment import TreatmentKind
from journal.exchange.importers import presets
from journal.exchange.importers.answers import TIMES, Answers
from journal.exchange.importers.builder import Builder, moment_key
from journal.exchange.importers.moments import DAY_TIME, Dates, Zone, check_day, read_time
from journal.exchange.importers.names import Names
from journal.exchange.importers.numbers import figure, five_steps, number, plain
from journal.exchange.importers.reading import (
    Reading,
    Reason,
    Remark,
    Tick,
    Unfit,
    no_tick,
    words_question,
    zone_question,
)
from journal.exchange.importers.text_table import header_of
from journal.i18n import N_, _

NAME = "bearable"
TITLE = N_("Bearable")
ENDINGS: tuple[str, ...] = ("csv",)
_COLUMNS = ("date", "weekday", "time of day", "category", "rating/amount", "detail", "notes")
_ISO_DATE = "date formatted"
_OWN = {"time of day", "rating/amount"}
"""Columns that no other diary has."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_LAST_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_ALL_DAY = ("", "all day")


def recognises(head: bytes) -> bool:
    """Whether its header has Bearable's columns; one or two that are missing are named when it is read."""
    found = {cell.casefold() for cell in header_of(head)}
    return found >= _OWN and len(found & set(_COLUMNS)) >= len(_COLUMNS) - 2


def read(file: bytes, answers: Answers, today: date | None = None, tick: Tick = no_tick) -> Reading:
    """Read an export. Symptoms become one entry a time of day, doses treatments, nights the first entry's sleep."""
    table = presets.table(file, _(TITLE), _COLUMNS)
    return _Reader(table, answers, today).read(tick)


class _Reader:
    def __init__(self, table: presets.Table, answers: Answers, today: date | None) -> None:
        self._table = table
        self._answers = answers
        self._builder = Builder(NAME, today)
        self._names = Names(answers)
        self._zone = Zone(answers.zone)
        self._times = {**TIMES, **{key: value for key, value in answers.times.items() if key in TIMES}}
        self._dates = Dates(None)
        self._nights: list[tuple[int, date, float, str]] = []

    def read(self, tick: Tick) -> Reading:
        """Read all rows."""
        self._table.read(self._builder, tick, self._row, what="detail")
        self._sleep()
        questions = [*self._names.questions(), words_question(self._answers), zone_question(self._answers)]
        remarks = (*self._names.remarks, Remark.FROM_WORDS)
        return self._builder.reading(len(self._table.rows), questions, remarks=remarks)

    def _row(self, line: int, row: Mapping[str, str]) -> None:
        category = row["category"].casefold()
        if category == "symptom":
            self._symptom(row)
        elif category == "meds/supplements":
            self._dose(row)
        elif category == "sleep":
            hours = _hours(row["rating/amount"])
            self._nights.append((line, self._day(row), hours, row["category"]))
        else:
            self._day(row)
            raise Unfit(Reason.CATEGORY, row["category"] or row["detail"])

    def _day(self, row: Mapping[str, str]) -> date:
        text = row.get(_ISO_DATE, "")
        if not _ISO.match(text):  # a spreadsheet may have written it in its own way
            text = row["date"] or text
        if not text:
            raise Unfit(Reason.NO_DATE, row["detail"] or row["category"])
        day, _rest = self._dates.read(text)
        return self._builder.saw(check_day(day, self._builder.today, text))

    def _time(self, row: Mapping[str, str]) -> time | None:
        said = row["time of day"].casefold()
        if said in _ALL_DAY:
            return None
        return read_time(self._times.get(said, row["time of day"]))

    def _symptom(self, row: Mapping[str, str]) -> None:
        day, wall = self._day(row), self._time(row)
        name = _LAST_BRACKET.sub("", row["detail"]) or row["detail"]
        if not name:
            raise Unfit(Reason.NO_PLACE, row["detail"] or row["date"])
        if not row["rating/amount"]:
            raise Unfit(Reason.NO_INTENSITY, name)
        meaning = self._names.meaning(name)
        strength = five_steps(row["rating/amount"], self._answers)
        if not meaning.marks:
            raise Unfit(Reason.NOT_ON_MAP, name)
        at = self._zone.at(day, wall or DAY_TIME)
        scope = Scope.NOW if wall else Scope.DAY
        draft = self._builder.at((at, scope), at, scope, moment_key(at))
        draft.mark_all(meaning, strength)
        if row["notes"]:
            draft.notes += (row["notes"],)

    def _dose(self, row: Mapping[str, str]) -> None:
        day, wall = self._day(row), self._time(row)
        unit = _LAST_BRACKET.search(row["detail"])
        name = _LAST_BRACKET.sub("", row["detail"])
        if not name:
            raise Unfit(Reason.NOT_MAPPED, row["category"])
        amount = row["rating/amount"]
        with contextlib.suppress(Unfit):
            amount = plain(number(amount)) if amount else ""
        dose = f"{amount} {unit[1]}".strip() if amount and unit else amount
        at = self._zone.at(day, wall or DAY_TIME)
        self._builder.dose(TreatmentKind.MEDICATION, name, at, moment_key(at), dose, row["notes"])

    def _sleep(self) -> None:
        days = self._builder.by_day()
        for line, day, hours, what in self._nights:
            self._builder.add(line, days[day][0] if day in days else None, "sleep_hours", hours, what)


def _hours(text: str) -> float:
    if not text:
        raise Unfit(Reason.NOT_A_NUMBER, text)
    return figure("sleep_hours", text)
