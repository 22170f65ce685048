"""Track & Graph: one row a value of something tracked, with the moment and its offset."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from journal.domain.entry import Scope
from journal.domain.treatment import TreatmentKind
from journal.exchange.importers import presets
from journal.exchange.importers.answers import FIGURES, Answers
from journal.exchange.importers.builder import Builder, Draft, moment_key
from journal.exchange.importers.columns import NAME_FIELDS
from journal.exchange.importers.moments import check_day, read_instant
from journal.exchange.importers.names import Meaning, Names
from journal.exchange.importers.numbers import figure, number, plain, strength
from journal.exchange.importers.reading import Reading, Reason, Tick, Unfit, no_tick
from journal.exchange.importers.text_table import header_of
from journal.i18n import N_, _

NAME = "trackandgraph"
TITLE = N_("Track & Graph")
ENDINGS: tuple[str, ...] = ("csv",)
_NEEDED, _MORE = ("featurename", "timestamp", "value"), ("label", "note")
_DURATION = re.compile(r"\d+:\d\d:\d\d$")
_LABELLED = re.compile(r"(-?\d+(?:\.\d+)?):(.*)$", re.DOTALL)
_DOSE_LIKE = set(map(str, TreatmentKind))


def recognises(head: bytes) -> bool:
    """Whether its header has Track & Graph's columns and no others."""
    found = [cell.casefold() for cell in header_of(head)]
    return set(found) >= set(_NEEDED) and set(found) <= {*_NEEDED, *_MORE} and len(found) == len(set(found))


def read(file: bytes, answers: Answers, today: date | None = None, tick: Tick = no_tick) -> Reading:
    """Read an export. Values of one minute are one entry; durations are summed onto the day's last entry."""
    return _Reader(presets.table(file, _(TITLE), _NEEDED), answers, today).read(tick)


class _Reader:
    def __init__(self, table: presets.Table, answers: Answers, today: date | None) -> None:
        self._table = table
        self._answers = answers
        self._builder = Builder(NAME, today)
        self._names = Names(answers, NAME_FIELDS)
        self._durations: list[tuple[int, datetime, str, float, str, str]] = []

    def read(self, tick: Tick) -> Reading:
        """Read all rows."""
        self._table.read(self._builder, tick, self._row, what="featurename")
        self._add_durations()
        return self._builder.reading(len(self._table.rows), self._names.questions(), remarks=self._names.remarks)

    def _row(self, line: int, row: Mapping[str, str]) -> None:
        name, text = row["featurename"], row["timestamp"]
        if not text:
            raise Unfit(Reason.NO_DATE, name)
        at = read_instant(text)
        self._builder.saw(check_day(at.date(), self._builder.today, text))
        meaning = self._names.meaning(name)
        value, label = row["value"], row.get("label", "")
        if "label" not in row and not _DURATION.match(value) and (match := _LABELLED.match(value)):
            value, label = match[1], match[2].strip()
        if meaning.nothing:
            raise Unfit(Reason.NOT_MAPPED, name)
        if not value and meaning.field not in _DOSE_LIKE:
            raise Unfit(Reason.NO_INTENSITY, name)
        key = moment_key(at.astimezone(UTC))
        if meaning.marks:
            felt = strength(value, self._answers)
            draft = self._builder.at(key, at, Scope.NOW, key)
            draft.mark_all(meaning, felt)
            _add_words(draft, label, row.get("note", ""))
        elif meaning.field in FIGURES:
            self._figure(line, row, meaning, at, value, label)
        else:
            self._builder.dose(
                TreatmentKind(meaning.field or ""), name, at, key, _dose(value, label), row.get("note", "")
            )

    def _figure(
        self, line: int, row: Mapping[str, str], meaning: Meaning, at: datetime, value: str, label: str
    ) -> None:
        field = meaning.field or ""
        said = figure(field, value)
        if field.endswith(("_minutes", "_hours")):
            self._durations.append((line, at, field, said, row["featurename"], row.get("note", "")))
            return
        key = moment_key(at.astimezone(UTC))
        draft = self._builder.at(key, at, Scope.NOW, key)
        draft.figures[field] = max(said, draft.figures.get(field, 0.0))
        _add_words(draft, label, row.get("note", ""))

    def _add_durations(self) -> None:
        days = self._builder.by_day()
        for line, at, field, said, name, note in self._durations:
            last = days[at.date()][-1] if at.date() in days else None
            if self._builder.add(line, last, field, said, name) and last and note:
                last.keep(name, [note])


def _add_words(draft: Draft, label: str, note: str) -> None:
    if note:
        draft.notes += (note,)
    if label:
        draft.keep("Track & Graph", [label])


def _dose(value: str, label: str) -> str:
    try:
        amount = plain(number(value)) if value else ""
    except Unfit:
        amount = value
    return f"{amount} {label}".strip()
