"""A table of one's own, as CSV, TSV or workbook: a place a row, several in a cell, or a column a place."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind, Quality, Scope
from journal.domain.errors import ImportRefused
from journal.domain.treatment import TreatmentKind
from journal.exchange.importers import text_table, workbook
from journal.exchange.importers.answers import FIGURES, RATINGS, SEVERAL, Answers
from journal.exchange.importers.builder import Builder, Draft, moment_key, parts
from journal.exchange.importers.columns import guess, unit_is_hours
from journal.exchange.importers.moments import DAY_TIME, Dates, Zone, check_day, read_instant, read_time
from journal.exchange.importers.names import Meaning, Names
from journal.exchange.importers.numbers import decimal_of, figure, is_yes_or_no, strength, yes_or_no
from journal.exchange.importers.places import fold, sides_in, split_feelings
from journal.exchange.importers.reading import (
    TICK_EVERY,
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
from journal.exchange.importers.sheets import Table, below_header, book, first, shown
from journal.exchange.importers.text_table import Row, is_header, said
from journal.i18n import N_, _

NAME = "table"
TITLE = N_("Table")
ENDINGS: tuple[str, ...] = ("csv", "tsv", "xlsx", "txt")
_SEPARATORS = ",;|\n"
_DITTO = ('"', "''", "”", "as above", "ditto", "idem", "dito", "s.o.", "wie oben")
_ERRORS = ("#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!")
"""What a workbook has in place of what could not be computed."""
_DIFFERENT = 5_000
"""A diary says few different things: of so many cells of a kind, each is understood once."""
_NOWHERE = ("none", "no", "nothing", "keine", "nein", "aucun", "ninguno", "nenhum", "-", "no pain", *_ERRORS)


def recognises(head: bytes) -> bool:
    """Whether it is a workbook, or a text with a row of at least three texts among its first ones."""
    if workbook.is_workbook(head):
        return True
    no_table = not text_table.is_text(head) or text_table.begins_with(head, b"{", b"[", b"<", b"%")
    return not no_table and bool(text_table.find_header(head))


def read(file: bytes, answers: Answers, today: date | None = None, tick: Tick = no_tick) -> Reading:
    """Read a table. What each column is, is guessed where the answers do not say."""
    found = book(file, tick)
    with_header = [sheet.name for sheet in found.sheets if any(map(is_header, sheet.rows[:200]))]
    if not with_header:
        raise ImportRefused(_("No row of this table has the names of at least three columns, so nothing was changed."))
    name = answers.sheet or with_header[0]
    sheet = next((sheet for sheet in found.sheets if sheet.name == name), None)
    if sheet is None:
        sentence = _("There is no sheet “{name}” in this workbook, so nothing was changed.")
        raise ImportRefused(sentence.format(name=name[:60]))
    questions = []
    if len(found.sheets) > 1:
        needed = answers.sheet is None and len(with_header) > 1
        choices = tuple(each.name for each in found.sheets)
        questions.append(Question(Ask.SHEET, "", 0, name, needed, choices))
    return _Reader(below_header(sheet.rows, answers), answers, today, found.since_1904).read(questions, tick)


class _Reader:
    def __init__(self, table: Table, answers: Answers, today: date | None, since_1904: bool) -> None:
        self._table = table
        guessed = guess(table.header, table.cells)
        self._columns: Mapping[str, Any] = guessed.columns if answers.columns is None else answers.columns
        self._sure = answers.columns is not None or guessed.sure
        self._place = {name: table.header.index(name) for name in reversed(table.header)}
        self._figure_roles = [role for role in FIGURES if role in self._columns]
        self._marks = self._several("marks")
        self._to_note = self._several("to_note")
        self._at = {role: self._find(role) for role in self._columns if role not in SEVERAL}
        self._yes_or_no = bool(self._marks) and all(
            is_yes_or_no(cell) for name in self._marks for cell in table.cells(self._place[name]) if said(cell)
        )
        if self._yes_or_no and answers.scale is None:
            answers = replace(answers, scale="0/1")
        self._answers = answers
        self._builder = Builder(NAME, today)
        self._names = Names(answers)
        self._zone = Zone(answers.zone)
        self._dates = Dates.of(
            table.cells(self._at["date"]) if "date" in self._at else (), answers.date_order, since_1904=since_1904
        )
        numeric = {self._at[role] for role in ("intensity", *FIGURES) if role in self._at}
        numeric |= {self._place[name] for name in self._marks}
        self._decimals = {place: decimal_of(table.cells(place)) for place in numeric}
        self._from_words = False
        self._above: Any = None
        once = lru_cache(_DIFFERENT, typed=True)
        # none of these holds the reader: whoever lets go of it is rid of all its rows at once
        columns, at, decimals = self._columns, self._at, self._decimals
        self._read_day, self._read_time = once(self._dates.read), once(read_time)
        self._strength = once(lambda place, cell: strength(cell, answers, decimals[place]))
        self._figure = once(
            lambda role, cell: figure(role, cell, decimals[at[role]], in_hours=unit_is_hours(columns[role]))
        )
        self._listed = once(lambda text: tuple(parts(text, _SEPARATORS)))
        self._places_in = once(lambda text: tuple(x for x in parts(text, _SEPARATORS) if fold(x) not in _NOWHERE))

    def _several(self, role: str) -> list[str]:
        names = list(self._columns.get(role) or ())
        for name in names:
            self._known(name)
        return names

    def _find(self, role: str) -> int:
        return self._known(self._columns[role])

    def _known(self, name: str) -> int:
        if name not in self._place:
            sentence = _("There is no column “{column}” in this table, so nothing was changed.")
            raise ImportRefused(sentence.format(column=str(name)[:60]))
        return self._place[name]

    def read(self, questions: list[Question], tick: Tick) -> Reading:
        """Read all rows."""
        builder, table, total = self._builder, self._table, len(self._table.rows)
        seen: set[tuple[Any, ...]] = set()
        complete = "date" in self._at and any(map(self._columns.get, RATINGS))
        for number, row in enumerate(table.rows):
            if number % TICK_EVERY == 0:
                tick(total // 2 + number // 2, total)
            if row.blank:
                builder.blank += 1
                continue
            try:
                self._check(row, seen)
                if complete:
                    self._row(row)
                else:
                    raise Unfit(Reason.NOT_MAPPED, first(row))
            except Unfit as error:
                builder.leave_out(row.line, error.reason, error.what)
        tick(total, total)
        questions = [*questions, *self._questions(complete)]
        remarks = (*self._names.remarks, *([Remark.FROM_WORDS] if self._from_words else []))
        used = {*self._at.values(), *(self._place[name] for name in (*self._marks, *self._to_note))}
        left = [
            name
            for place, name in enumerate(table.header)
            if place not in used and name and any(map(said, table.cells(place)))
        ]
        return builder.reading(total, questions, left, remarks)

    @property
    def _rated(self) -> bool:
        """Whether whole entries are rated, without places."""
        return "pain_average" in self._at or "pain_worst" in self._at

    def _questions(self, complete: bool) -> list[Question]:
        answers = self._answers
        plain: dict[str, Any] = dict(self._columns)
        found = [
            Question(Ask.COLUMNS, "", 0, plain, not (self._sure and complete), self._table.header, self._examples())
        ]
        found += self._names.questions()
        if self._dates.ask:
            found.append(Question(Ask.DATE_ORDER))
        elif self._dates.order and answers.date_order:
            found.append(Question(Ask.DATE_ORDER, "", 0, answers.date_order, False))
        if self._yes_or_no:
            found.append(Question(Ask.YES, "", 0, answers.yes, answers.yes is None))
        top = self._probable_top()
        if top is not None or (answers.scale is not None and not self._yes_or_no):
            found.append(Question(Ask.SCALE, "", 0, answers.scale or f"0-{top}", answers.scale is None))
        if self._from_words:
            found.append(words_question(answers))
        return [*found, zone_question(answers)]

    def _examples(self) -> tuple[str, ...]:
        """The first thing that stands in each column."""
        places = range(len(self._table.header))
        return tuple(
            next((shown(cell)[:40] for cell in self._table.cells(place) if said(cell)), "") for place in places
        )

    def _probable_top(self) -> int | None:
        """The top of the scale, where most strengths are above 10."""
        beyond = sum(left.reason is Reason.OUT_OF_SCALE for left in self._builder.left_out)
        within = len(self._builder.drafts)
        return 100 if self._answers.scale is None and beyond > max(2, within) else None

    def _check(self, row: Row, seen: set[tuple[Any, ...]]) -> None:
        cells, header = row.cells, self._table.header
        if len(cells) > len(header) and any(map(said, cells[len(header) :])):
            raise Unfit(Reason.TOO_MANY_CELLS, self._date_text(row) or first(row))
        if all(
            name == ("" if cell is None else str(cell).strip())
            for name, cell in zip_longest(header, cells[: len(header)])
        ):
            raise Unfit(Reason.REPEATED_HEADER, first(row))
        if cells in seen:
            raise Unfit(Reason.DUPLICATE, self._date_text(row) or first(row))
        seen.add(cells)

    def _cell(self, row: Row, role: str) -> Any:
        place = self._at.get(role)
        cell = None if place is None else row.cell(place)
        return cell.strip() if isinstance(cell, str) else cell

    def _text(self, row: Row, role: str) -> str:
        cell = self._cell(row, role)
        return "" if cell is None else shown(cell)

    def _date_text(self, row: Row) -> str:
        return self._text(row, "date")

    def _when(self, row: Row) -> tuple[datetime, Scope]:
        cell = self._cell(row, "date")
        if self._answers.fill_down and (not said(cell) or (isinstance(cell, str) and cell.casefold() in _DITTO)):
            cell = self._above
        if not said(cell):
            raise Unfit(Reason.NO_DATE, first(row))
        day, rest = self._read_day(cell)
        self._above = cell
        self._builder.saw(check_day(day, self._builder.today, shown(cell)))
        clock = self._cell(row, "time")
        if isinstance(rest, str) and not said(clock):
            at = _with_offset(day, rest)
            if at is not None:
                return at, Scope.NOW
        wall = self._read_time(clock if said(clock) else rest)
        return self._zone.at(day, wall or DAY_TIME), Scope.NOW if wall else Scope.DAY

    def _row(self, row: Row) -> None:
        at, scope = self._when(row)
        draft = Draft(at, scope, moment_key(at))
        self._figures(row, draft)
        if "intensity" in self._at:
            self._places(row, draft)
        if self._marks:
            self._columns_of_places(row, draft)
        self._words(row, draft)
        if self._text(row, "note"):
            draft.notes += (self._text(row, "note"),)
        self._builder.drafts.append(draft)
        if "medication" in self._at:
            for dose in parts(self._text(row, "medication"), _SEPARATORS):
                name, amount = _name_and_dose(dose)
                self._builder.dose(TreatmentKind.MEDICATION, name, at, moment_key(at), amount)

    def _figures(self, row: Row, draft: Draft) -> None:
        for role in self._figure_roles:
            cell = self._cell(row, role)
            if not said(cell):
                continue
            try:
                draft.figures[role] = self._figure(role, cell)
            except Unfit:
                draft.keep(self._columns[role], [shown(cell)])

    def _places(self, row: Row, draft: Draft) -> None:
        """One strength for every place named in a cell."""
        cell, where = self._cell(row, "intensity"), self._text(row, "place")
        if not said(cell):
            if self._rated and draft.figures:
                return
            raise Unfit(Reason.NO_INTENSITY, where or self._date_text(row))
        felt = self._strength(self._at["intensity"], cell)
        self._from_words |= isinstance(cell, str) and self._answers.strength_of(cell) is not None
        sides = self._sides(row)
        meanings = {name: self._names.meaning(name, sides) for name in self._places_in(where)}
        kinds, qualities = self._felt(row, draft)
        placed = [meaning for meaning in meanings.values() if meaning.marks]
        unknown = [name for name, meaning in meanings.items() if not meaning.marks]
        if felt == 0:
            draft.no_symptoms = True
            draft.unplaced = bool(kinds)
            self._keep_kinds(draft, kinds)
            return
        if unknown:
            draft.keep(self._columns.get("place", NAME), unknown)
        if not placed:
            if not self._answers.keep_without_place:
                raise Unfit(Reason.NO_PLACE, where or self._date_text(row))
            draft.figures.setdefault("pain_average", float(felt))
            self._keep_kinds(draft, kinds)
            return
        self._mark(draft, placed, felt, kinds, qualities)

    def _mark(
        self, draft: Draft, placed: list[Meaning], felt: int, kinds: list[Kind], qualities: list[Quality]
    ) -> None:
        one = len(placed) == 1
        if kinds and not one:
            self._keep_kinds(draft, kinds)
            kinds = []
        for meaning in placed:
            only = kinds and not qualities  # a type such as "tingling" says what it is that has this strength
            if not only:
                draft.mark_all(meaning, felt, qualities)
            for kind in kinds:
                for region, _kind in meaning.marks:
                    draft.mark(region, kind, felt)

    def _felt(self, row: Row, draft: Draft) -> tuple[list[Kind], list[Quality]]:
        if "quality" not in self._at:
            return [], []
        kinds, qualities, unknown = split_feelings(self._listed(self._text(row, "quality")))
        if unknown:
            draft.keep(self._columns["quality"], unknown)
        return list(kinds), qualities

    def _keep_kinds(self, draft: Draft, kinds: list[Kind]) -> None:
        if kinds:
            draft.keep(self._columns["quality"], [str(kind) for kind in kinds])

    def _columns_of_places(self, row: Row, draft: Draft) -> None:
        sides = self._sides(row)
        rated = False
        for name in self._marks:
            place = self._place[name]
            cell = row.cell(place)
            if not said(cell):
                continue
            if self._yes_or_no and self._answers.scale == "0/1":
                felt = yes_or_no(cell, self._answers)
            else:
                felt = self._strength(place, cell)
            rated = True
            meaning = self._names.meaning(name, sides)
            if meaning.marks:
                draft.mark_all(meaning, felt)
            elif felt:
                draft.keep(name, [shown(cell)])
                draft.unplaced = True
            else:
                draft.no_symptoms = True
        if not rated and not draft.marks and not draft.figures and not draft.no_symptoms:
            raise Unfit(Reason.NOTHING_RATED, self._date_text(row))

    def _sides(self, row: Row) -> tuple[Side, ...]:
        if "side" not in self._at:
            return ()
        text = self._text(row, "side")
        found = sides_in(text) if text else ()
        return LEGS if fold(text) in ("b", "bi", "lr", "rl") else found

    def _words(self, row: Row, draft: Draft) -> None:
        if "activity" in self._at:
            draft.activities += self._listed(self._text(row, "activity"))
        if "relief" in self._at:
            draft.reliefs += self._listed(self._text(row, "relief"))
        for name in self._to_note:
            cell = row.cell(self._place[name])
            if said(cell):
                draft.keep(name, [shown(cell)])


def _with_offset(day: date, rest: str) -> datetime | None:
    """Return the moment of a date whose time tells its offset itself."""
    try:
        return read_instant(f"{day.isoformat()}T{rest.strip()}")
    except Unfit:
        return None


def _name_and_dose(text: str) -> tuple[str, str]:
    """Split "ibuprofen 400 mg" before its first figure."""
    at = next((place for place, letter in enumerate(text) if letter.isdigit()), len(text))
    name = text[:at].strip(" :,(")
    return (name, text[at:].strip(" )")) if name else (text, "")
