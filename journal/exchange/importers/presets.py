"""What the readers of other programs' tables share: a header of known names, blank lines, repeated and broken rows."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal.domain.errors import ImportRefused
from journal.exchange.importers.builder import Builder
from journal.exchange.importers.reading import TICK_EVERY, Reason, Tick, Unfit
from journal.exchange.importers.text_table import Row, clean, decode, delimiter_of, rows
from journal.exchange.json_file import repeated_key
from journal.i18n import _


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header apart."""

    header: tuple[str, ...]
    """As written, stripped."""
    index: Mapping[str, int]
    """Where each column is, by its name without case."""
    rows: Sequence[Row]
    """Everything below the header."""

    def read(self, builder: Builder, tick: Tick, take: Callable[[int, dict[str, str]], object], *, what: str) -> None:
        """Take each row that can be read, by its line and its cells by column; the others are left out and told.

        take: may raise Unfit. what: the column whose text tells a row.
        """
        seen: set[tuple[str, ...]] = set()
        total = len(self.rows)
        for number, row in enumerate(self.rows):
            if number % TICK_EVERY == 0:
                tick(number, total)
            cells = tuple(str(cell).strip() for cell in row.cells)
            while cells and not cells[-1]:
                cells = cells[:-1]
            if not cells:
                builder.blank += 1
                continue
            told = cells[self.index[what]] if self.index[what] < len(cells) else next(filter(None, cells))
            if [cell.casefold() for cell in cells] == [name.casefold() for name in self.header][: len(cells)] and (
                len(cells) > 1
            ):
                builder.leave_out(row.line, Reason.REPEATED_HEADER, cells[0])
            elif len(cells) > len(self.header):
                builder.leave_out(row.line, Reason.TOO_MANY_CELLS, told)
            elif cells in seen:
                builder.leave_out(row.line, Reason.DUPLICATE, told)
            else:
                seen.add(cells)
                padded = (*cells, *[""] * (len(self.header) - len(cells)))
                try:
                    take(row.line, {name: padded[place] for name, place in self.index.items()})
                except Unfit as error:
                    builder.leave_out(row.line, error.reason, error.what)
        tick(total, total)


def table(file: bytes, program: str, needed: Iterable[str]) -> Table:
    """Return the table of a text file whose first row that is not blank is its header.

    program, needed: whose file it looks like, and the columns it then has. Raises ImportRefused naming one that is not.
    """
    text = decode(file)
    return of_rows(rows(text, delimiter_of(text)), program, needed)


def of_rows(found: list[Row], program: str, needed: Iterable[str]) -> Table:
    """Return the table of rows, as `table` does."""
    while found and found[0].blank:
        found = found[1:]
    header = tuple(str(cell).strip() for cell in found[0].cells) if found else ()
    index: dict[str, int] = {}
    for place, name in enumerate(header):
        index.setdefault(name.casefold(), place)
    missing = next((name for name in needed if name not in index), None)
    if missing is not None:
        sentence = _("Looks like {program}, but the column “{column}” is missing. Nothing was changed.")
        raise ImportRefused(sentence.format(program=program, column=missing))
    return Table(header, index, found[1:])


def json_of(text: str) -> Any:
    """Return what a file of JSON holds. Raises ImportRefused."""
    try:
        return json.loads(text, parse_int=_whole, object_pairs_hook=_object)
    except RecursionError:
        raise ImportRefused(_("This file is nested too deeply for a journal, so nothing was changed.")) from None
    except ValueError:
        raise ImportRefused(_("This file is cut short or not JSON, so nothing was changed.")) from None


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) < 20 else float(digits)  # Python refuses thousands of digits


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        sentence = _("This file says “{key}” twice of the same thing, so nothing was changed.")
        raise ImportRefused(sentence.format(key=clean(repeated_key(pairs))[:60]))
    return found
