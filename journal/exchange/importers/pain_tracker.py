"""Pain Tracker: its CSV (full, or minimal without places) and its JSON. Its times are UTC."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from journal.domain.entry import Kind, Quality, Scope
from journal.domain.errors import ImportRefused
from journal.domain.treatment import TreatmentKind
from journal.exchange.importers import presets
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.builder import Builder, Draft, moment_key, parts
from journal.exchange.importers.moments import DAY_TIME, Dates, Zone, check_day, read_time
from journal.exchange.importers.names import Meaning, Names
from journal.exchange.importers.numbers import strength
from journal.exchange.importers.places import split_feelings
from journal.exchange.importers.reading import (
    TICK_EVERY,
    Reading,
    Reason,
    Remark,
    Tick,
    Unfit,
    no_tick,
    zone_question,
)
from journal.exchange.importers.text_table import Row, begins_with, clean, decode, header_of
from journal.i18n import N_, _

NAME = "paintracker"
TITLE = N_("Pain Tracker")
ENDINGS: tuple[str, ...] = ("csv", "json")
_LABEL = "Pain Tracker"
_FULL = ("date", "time", "pain level", "locations", "symptoms", "limited activities")
_MINIMAL = ("date", "time", "pain level", "symptoms", "medication log")
_USED = {"date", "time", "pain level", "locations", "symptoms", "notes"}
_BARE_QUOTES = ("locations", "symptoms")
_JOIN = "\\n"
_TAKEN_KEYS = {"id", "timestamp", "baselineData", "notes", "medications", "reliefMethods", "triggers"}


def recognises(head: bytes) -> bool:
    """Whether it is one of its two headers, or a list whose first item is one of its entries."""
    if _is_json(head):
        return b'"timestamp"' in head and (
            b'"baselineData"' in head or (b'"painLevel"' in head and b'"symptoms"' in head)
        )
    first = _first_line(head)
    return tuple(first[: len(_FULL)]) == _FULL or tuple(first[: len(_MINIMAL)]) == _MINIMAL


def read(file: bytes, answers: Answers, today: date | None = None, tick: Tick = no_tick) -> Reading:
    """Read an export. Strengths go to every place an entry names."""
    if _is_json(file):
        return _JsonReader(answers, today).read(_items(file), tick)
    table = presets.of_rows(list(_rows(decode(file))), _(TITLE), _FULL[:3])
    return _CsvReader(answers, today).read(table, tick)


def _is_json(head: bytes) -> bool:
    return begins_with(head, b"[")


def _first_line(head: bytes) -> list[str]:
    cells = header_of(head)
    if cells and _JOIN in cells[-1]:
        cells = (*cells[:-1], cells[-1].partition(_JOIN)[0])
    found: list[str] = []
    for cell in cells:  # rows joined by a backslash and an n are all in the first line
        found.append(cell.partition(_JOIN)[0].casefold())
        if _JOIN in cell:
            break
    return found


def _rows(text: str) -> Iterable[Row]:
    """Yield the rows of a file that are joined by the two characters of a line end's escape, or by real ends.

    Quotes inside Locations and Symptoms are not doubled: there only one before a comma or a row's end closes.
    """
    header: list[str] = []
    cells: list[str] = []
    start = line = 1
    at, size = 0, len(text)
    while True:
        cell, at, ended, ends = _cell(text, at, size, len(cells) < len(header) and header[len(cells)] in _BARE_QUOTES)
        cells.append(cell)
        line += ends
        if not ended:
            continue
        if cells != [""] or at < size:
            yield Row(start, tuple(cells))
        header = header or ([name.strip().casefold() for name in cells] if any(cells) else [])
        cells, start = [], line
        if at >= size:
            return


def _cell(text: str, at: int, size: int, bare: bool) -> tuple[str, int, bool, int]:
    """Return a cell, where the next begins, whether the row ended, and how many line ends were passed."""
    passed = 0
    value: list[str] = []
    if at < size and text[at] == '"':
        at += 1
        while True:
            close = text.find('"', at)
            if close < 0:
                raise ImportRefused(_("A quotation mark in this file is never closed, so nothing was changed."))
            value.append(text[at:close])
            at = close + 1
            if at >= size or text[at] in ",\r\n" or text.startswith(_JOIN, at):
                break
            value.append('"')
            if text[at] == '"' and not bare:
                at += 1
        passed = sum(part.count("\n") for part in value)
    end = re.compile(r",|\\n|\r\n|\r|\n").search(text, at)
    stop = end.start() if end else size
    value.append(text[at:stop])
    if end is None:
        return "".join(value), size, True, passed
    return "".join(value), end.end(), end[0] != ",", passed + (end[0] != ",")


class _Reader:
    """What both forms share: one rating for all the places of an entry."""

    def __init__(self, answers: Answers, today: date | None) -> None:
        self._answers = answers
        self._builder = Builder(NAME, today)
        self._names = Names(answers)
        self._zone = Zone(answers.zone)

    def _when(self, instant: datetime, text: str) -> datetime:
        at = self._zone.here(instant)
        self._builder.saw(check_day(at.date(), self._builder.today, text))
        return at

    def _entry(
        self, instant: datetime, at: datetime, pain: Any, where: Sequence[str], how: Sequence[str], told: str
    ) -> Draft:
        """Begin an entry. Raises Unfit before anything is kept."""
        if pain is None or pain == "":
            raise Unfit(Reason.NO_INTENSITY, told)
        felt = strength(pain, self._answers)
        meanings = {name: self._names.meaning(name) for name in where}
        placed = [meaning for meaning in meanings.values() if meaning.marks]
        kinds, qualities, unknown = split_feelings(how)
        if felt and not placed and not self._answers.keep_without_place:
            raise Unfit(Reason.NO_PLACE, "; ".join(where) or told)
        draft = self._builder.new(at, Scope.NOW, moment_key(instant))
        left = [name for name, meaning in meanings.items() if not meaning.marks]
        if felt == 0:
            draft.no_symptoms = True
            draft.unplaced = bool(kinds)
            draft.keep(_LABEL, [*(where if kinds else left), *kinds.values(), *unknown])
            return draft
        if placed:
            left += self._mark(draft, placed, felt, kinds, qualities)
        else:
            draft.figures["pain_average"] = float(felt)
            left += kinds.values()
        draft.keep(_LABEL, [*left, *unknown])
        return draft

    def _mark(
        self, draft: Draft, placed: list[Meaning], felt: int, kinds: Mapping[Kind, str], qualities: list[Quality]
    ) -> list[str]:
        """Mark the places; numbness and the like only where there is just one. Returns the words that are not."""
        for meaning in placed:
            draft.mark_all(meaning, felt, qualities)
        if len(placed) > 1:
            return list(kinds.values())
        for kind in kinds:
            for region, _kind in placed[0].marks:
                draft.mark(region, kind, felt)
        return []

    def _reading(self, rows: int, left: Iterable[str], *, places: bool) -> Reading:
        questions = (*self._names.questions(), zone_question(self._answers))
        return self._builder.reading(rows, questions, left, self._names.remarks if places else (Remark.NO_PLACES,))


class _CsvReader(_Reader):
    def read(self, table: presets.Table, tick: Tick) -> Reading:
        """Read all rows."""
        self._filled: set[str] = set()
        table.read(self._builder, tick, self._row, what="date")
        left = [name for name in table.header if name.casefold() not in _USED and name.casefold() in self._filled]
        return self._reading(len(table.rows), left, places="locations" in table.index)

    def _row(self, _line: int, row: Mapping[str, str]) -> None:
        self._filled.update(name for name, cell in row.items() if cell)
        if not row["date"]:
            raise Unfit(Reason.NO_DATE, next(filter(None, row.values())))
        day, _rest = Dates(None).read(row["date"])
        wall = read_time(row["time"])
        instant = datetime.combine(day, wall or time(12), UTC)
        how = parts(row.get("symptoms", ""))
        where = parts(row.get("locations", ""))
        at = self._when(instant, row["date"])
        draft = self._entry(instant, at, row["pain level"], where, how, row["date"])
        if not wall:
            draft.scope, draft.at = Scope.DAY, self._zone.at(day, DAY_TIME)
        if row.get("notes"):
            draft.notes += (row["notes"],)


class _JsonReader(_Reader):
    def read(self, items: list[Any], tick: Tick) -> Reading:
        """Read all items."""
        fields: set[str] = set()
        seen: set[str] = set()
        places = False
        self._said: list[tuple[date, dict[str, str]]] = []
        for number, item in enumerate(items, start=1):
            if number % TICK_EVERY == 0:
                tick(number, len(items))
            if not isinstance(item, dict):
                self._builder.leave_out(number, Reason.NO_DATE, str(item)[:40])
                continue
            same = json.dumps(item, sort_keys=True)
            text = clean(str(item.get("timestamp") or ""))
            try:
                if same in seen:
                    raise Unfit(Reason.DUPLICATE, text)
                seen.add(same)
                self._item(item, text)
            except Unfit as error:
                self._builder.leave_out(number, error.reason, error.what)
                continue
            places = places or "baselineData" in item
            fields.update(key for key, value in item.items() if key not in _TAKEN_KEYS and _is_filled(value))
        self._medicines()
        return self._reading(len(items), sorted(fields), places=places or not items)

    def _item(self, item: Mapping[str, Any], text: str) -> None:
        instant = _utc(text)
        at = self._when(instant, text)
        base = item.get("baselineData")
        base = base if isinstance(base, dict) else {"pain": item.get("painLevel"), "symptoms": item.get("symptoms")}
        self._listed_medicines(item, at.date())
        pain = base.get("pain")
        draft = self._entry(instant, at, pain, _texts(base.get("locations")), _texts(base.get("symptoms")), text)
        if isinstance(item.get("notes"), str) and item["notes"].strip():
            draft.notes += (item["notes"].strip(),)
        draft.reliefs += tuple(_texts(item.get("reliefMethods")))
        draft.keep(_LABEL, _texts(item.get("triggers")))

    def _listed_medicines(self, item: Mapping[str, Any], day: date) -> None:
        """Remember which medicines an entry says are current."""
        medicines = item.get("medications")
        if not isinstance(medicines, dict) or not isinstance(medicines.get("current"), list):
            return
        found = {}
        for medicine in medicines["current"]:
            if isinstance(medicine, dict) and isinstance(medicine.get("name"), str) and medicine["name"].strip():
                dose = [medicine.get(key) for key in ("dosage", "frequency")]
                found[clean(medicine["name"].strip())] = ", ".join(
                    clean(part) for part in dose if part and isinstance(part, str)
                )
        self._said.append((day, found))

    def _medicines(self) -> None:
        """One treatment a name, from its first to its last mention; without an end while the newest list has it."""
        self._said.sort(key=lambda said: said[0])
        names = {name.casefold(): name for _day, found in reversed(self._said) for name in found}
        for key, name in names.items():
            days = [
                (day, dose) for day, found in self._said for other, dose in found.items() if other.casefold() == key
            ]
            newest = {other.casefold() for other in self._said[-1][1]}
            ended = None if key in newest else days[-1][0]
            dose = next((dose for _day, dose in days if dose), "")
            self._builder.treatment(TreatmentKind.MEDICATION, name, days[0][0], ended, dose)


def _items(file: bytes) -> list[Any]:
    found = presets.json_of(decode(file))
    if not isinstance(found, list):
        raise ImportRefused(_("This is not a Pain Tracker export, so nothing was changed."))
    return found


def _utc(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Unfit(Reason.BAD_DATE if text else Reason.NO_DATE, text) from None
    return found if found.utcoffset() is not None else found.replace(tzinfo=UTC)


def _texts(value: Any) -> list[str]:
    """Return the texts of a list; a bare text is a list of one."""
    found = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return [clean(text.strip()) for text in found if isinstance(text, str) and text.strip()]


def _is_filled(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_filled(part) for part in value.values())
    return value not in (None, "", [], 0)
