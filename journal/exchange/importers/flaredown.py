"""Flaredown: one row a day; a column a condition, symptom or treatment, which the file does not tell apart."""

from collections.abc import Mapping
from datetime import date

from journal.domain.entry import Scope
from journal.domain.treatment import TreatmentKind
from journal.exchange.importers import presets
from journal.exchange.importers.answers import FIGURES, Answers
from journal.exchange.importers.builder import Builder, moment_key, parts
from journal.exchange.importers.columns import NAME_FIELDS
from journal.exchange.importers.moments import DAY_TIME, Dates, Zone, check_day
from journal.exchange.importers.names import Names
from journal.exchange.importers.numbers import figure, five_steps
from journal.exchange.importers.reading import (
    Ask,
    Question,
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

NAME = "flaredown"
TITLE = N_("Flaredown")
ENDINGS: tuple[str, ...] = ("csv",)
_YES = ("yes", "true", "taken", "x")


def recognises(head: bytes) -> bool:
    """Whether its header begins with Date and ends with Tags and Foods."""
    found = [cell.casefold() for cell in header_of(head)]
    return len(found) >= 4 and found[0] == "date" and found[-2:] == ["tags", "foods"]


def read(file: bytes, answers: Answers, today: date | None = None, tick: Tick = no_tick) -> Reading:
    """Read an export. A blank is not rated, which is not 0."""
    return _Reader(presets.table(file, _(TITLE), ("date", "tags", "foods")), answers, today).read(tick)


class _Reader:
    def __init__(self, table: presets.Table, answers: Answers, today: date | None) -> None:
        self._table = table
        self._answers = answers
        self._builder = Builder(NAME, today)
        self._names = Names(answers, NAME_FIELDS)
        self._zone = Zone(answers.zone)
        self._dates = Dates.of((row.cells[0] for row in table.rows if row.cells), answers.date_order)
        between = range(1, len(table.header) - 2)
        self._columns = [
            table.header[place] for place in between if table.index[table.header[place].casefold()] == place
        ]
        self._twice = [table.header[place] for place in between if table.index[table.header[place].casefold()] != place]
        self._foods = False

    def read(self, tick: Tick) -> Reading:
        """Read all rows."""
        self._table.read(self._builder, tick, self._row, what="date")
        meanings = {name: self._names.meaning(name) for name in self._columns}
        left = [name for name, meaning in meanings.items() if meaning.nothing]
        left += self._twice
        left += ["Foods"] if self._foods else []
        questions = self._names.questions()
        if self._dates.ask:
            questions.append(Question(Ask.DATE_ORDER))
        questions += [words_question(self._answers), zone_question(self._answers)]
        remarks = (*self._names.remarks, Remark.FROM_WORDS)
        return self._builder.reading(len(self._table.rows), questions, left, remarks)

    def _row(self, _line: int, row: Mapping[str, str]) -> None:
        self._foods |= bool(row["foods"])
        text = row["date"]
        if not text:
            raise Unfit(Reason.NO_DATE, next(filter(None, row.values())))
        day, _rest = self._dates.read(text)
        self._builder.saw(check_day(day, self._builder.today, text))
        at = self._zone.at(day, DAY_TIME)
        key = moment_key(at)
        rated: list[tuple[str, int]] = []
        figures: dict[str, float] = {}
        doses: list[tuple[TreatmentKind, str, str]] = []
        for name in self._columns:
            cell = row[name.casefold()]
            meaning = self._names.meaning(name)
            if not cell or meaning.nothing:
                continue
            if meaning.marks:
                rated.append((name, five_steps(cell, self._answers)))
            elif meaning.field in FIGURES:
                figures[meaning.field or ""] = figure(meaning.field or "", cell)
            elif cell.casefold() not in ("no", "false", "0"):
                doses.append((TreatmentKind(meaning.field or ""), name, "" if cell.casefold() in _YES else cell))
        for kind, name, dose in doses:
            self._builder.dose(kind, name, at, key, dose)
        if not rated and not figures:
            raise Unfit(Reason.NOTHING_RATED, text)
        draft = self._builder.new(at, Scope.DAY, key)
        for name, strength in rated:
            draft.mark_all(self._names.meaning(name), strength)
        draft.figures.update(figures)
        draft.activities += tuple(parts(row["tags"]))
