"""The exchange file: every record as JSON, written one way only and read with nothing guessed and nothing dropped."""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, get_type_hints

from journal.domain import records as domain
from journal.domain.entry import Symptom
from journal.domain.errors import ImportRefused, InvalidRecord
from journal.domain.records import Record, RecordKind, Records, age
from journal.i18n import N_, _, ngettext

FORMAT = "sciatica-journal"
VERSION = 1
KINDS = tuple(kind.name for kind in domain.KINDS)
"""The kinds of record, as the file and `Records` both name them."""
LATER_KINDS = KINDS[5:]
"""Those that a file has only if there are any, so that older versions read a journal without them."""
EDITED = "edited_at"
"""The key of an entry that says when it was last changed."""

Json = dict[str, Any]
_Readers = dict[str, tuple[Callable[[Any], Any], bool]]
_known: dict[type[Any], _Readers] = {}
_TOLD = 3
_DIGITS = 20
_REPEATED = "\0repeated"
_ECHOED = 40


def write_records(records: Records) -> str:
    """Return the whole file. The same records always give the same text, line by line comparable."""
    return "".join(pieces(records))


def pieces(records: Records) -> Iterator[str]:
    """Yield the whole file a record at a time, so that nobody needs to hold it."""
    yield f'{{\n "format": {json.dumps(FORMAT)},\n "version": {VERSION}'
    for kind in KINDS:
        items = getattr(records, kind)
        if not items and kind in LATER_KINDS:
            continue
        yield f",\n {json.dumps(kind)}: ["
        for number, record in enumerate(items):
            text = json.dumps(to_json(record), ensure_ascii=False, indent=1, allow_nan=False)
            yield (",\n  " if number else "\n  ") + text.replace("\n", "\n  ")
        yield "\n ]" if items else "]"
    yield "\n}\n"


def to_json(record: Record) -> Json:
    """Return one record as the file has it: every key, in the file's order, None for unknown.

    An entry has the key "edited_at" only once it was changed, so that older versions read what was not.
    """
    found: Json = _plain(record)
    if found.get(EDITED, "") is None:
        del found[EDITED]
    return found


def read_records(text: str) -> Records:
    """Read the whole file. Raises ImportRefused naming the first problems by item; then nothing was read.

    "symptoms" is null or left out where nothing was said about places, [] for "no symptoms"; [] beside a pain rated
    above 0 is read as null.
    """
    document = _parse(text)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ImportRefused(_("This is not a Sciatica Journal file, so nothing was changed."))
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _refused([_("“version” is not a whole number from 1")])
    if version > VERSION:
        raise ImportRefused(
            _("This file was written by a newer version of the program, so nothing was changed; update it first.")
        )
    problems: list[str] = []
    try:
        _only(document, ("format", "version", *KINDS))
    except InvalidRecord as error:
        problems.append(str(error))
    taken: set[str] = set()
    found = Records.by_kind(lambda kind: _read_kind(document.get(kind.name), kind, problems, taken))
    if problems:
        raise _refused(problems)
    return found


def _parse(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as error:
        if not text.strip():
            raise ImportRefused(_("This file is empty, so nothing was changed.")) from None
        sentence = _("This file is cut short or not JSON (line {line}), so nothing was changed.")
        raise ImportRefused(sentence.format(line=error.lineno)) from None
    except RecursionError:
        raise ImportRefused(_("This file is nested too deeply for a journal, so nothing was changed.")) from None


def _object(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) != len(pairs):
        found[_REPEATED] = repeated_key(pairs)
    return found


def repeated_key(pairs: list[tuple[str, Any]]) -> str:
    """Return the first key that an object says twice."""
    times = Counter(key for key, _value in pairs)
    return next(key for key in times if times[key] > 1)


def _integer(digits: str) -> float:
    return int(digits) if len(digits) <= _DIGITS else math.inf


def _refused(problems: list[str]) -> ImportRefused:
    told = "; ".join(problem.rstrip(".") for problem in problems[:_TOLD])
    more = len(problems) - _TOLD
    if more > 0:
        sentence = ngettext(
            "Nothing was taken in or changed: {problems}; and {count} more problem.",
            "Nothing was taken in or changed: {problems}; and {count} more problems.",
            more,
        )
        return ImportRefused(sentence.format(problems=told, count=more), tuple(problems))
    return ImportRefused(_("Nothing was taken in or changed: {problems}.").format(problems=told), tuple(problems))


def _read_kind(items: Any, kind: RecordKind, problems: list[str], taken: set[str]) -> tuple[Record, ...]:
    """Read the items of one kind. taken: the ids of all kinds so far, as a record is known by its id alone."""
    if items is None:
        return ()
    if not isinstance(items, list):
        problems.append(_("“{key}” is not a list").format(key=kind.name))
        return ()
    found: dict[str, Record] = {}
    for number, item in enumerate(items, start=1):
        try:
            record = _read(kind.type, item)
            if record.id in taken:
                raise InvalidRecord("id", _("“id” is the same as that of another item."))
        except InvalidRecord as error:
            problems.append(_(_ITEMS[kind.name]).format(number=number, problem=error))
        else:
            found[record.id] = record
            taken.add(record.id)
    return tuple(sorted(found.values(), key=age))


_ITEMS = {
    "entries": N_("entry {number}: {problem}"),
    "treatments": N_("treatment {number}: {problem}"),
    "strength_tests": N_("strength test {number}: {problem}"),
    "activity_ratings": N_("activity rating {number}: {problem}"),
    "red_flag_checks": N_("red-flag check {number}: {problem}"),
    "flare_answers": N_("flare answer {number}: {problem}"),
    "treatment_events": N_("treatment event {number}: {problem}"),
    "movement_tries": N_("movement try {number}: {problem}"),
    "appointments": N_("appointment {number}: {problem}"),
    "onsets": N_("onset {number}: {problem}"),
}
"""How a problem names its item."""


def _only(item: Any, keys: Iterable[str]) -> Json:
    """Return an object that has no other keys than those, each once: what is not understood must not get lost."""
    if not isinstance(item, dict):
        raise InvalidRecord("", _("not an object in {braces}").format(braces="{}"))
    repeated = item.get(_REPEATED)
    if repeated is not None:
        raise InvalidRecord("", _("“{key}” is there twice").format(key=_echo(repeated)))
    for key in item:
        if key not in keys:
            raise InvalidRecord("", _("“{key}” is no key that this version knows").format(key=_echo(key)))
    return item


def _echo(text: str) -> str:
    """Return a stranger's text short and printable on any terminal."""
    shown = text if text.isprintable() else ascii(text)[1:-1]
    return shown if len(shown) <= _ECHOED else shown[:_ECHOED] + "…"


def _plain(value: Any) -> Any:
    """Return a record, or what one of its fields holds, as JSON has it: keys in the order of the fields, 3.0 as 3."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return int(value) if value == int(value) else value
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _readers(type(value))}
    return value


def _read(kind: type[Any], item: Any) -> Any:
    """Make a record of an object. What is unknown (null) is left out, so that the record's own defaults say so.

    A field without a default is handed over even as null, for the record itself to refuse; and so is "id": without one
    the record would get a new id with every import, and double.
    """
    readers = _readers(kind)
    values = _only(item, readers)
    found = {name: reader(values.get(name)) for name, (reader, _needed) in readers.items()}
    return kind(**{name: value for name, value in found.items() if value is not None or readers[name][1]})


def _readers(kind: type[Any]) -> _Readers:
    """For each field how it is read from JSON, and whether it is handed over even if it is not there."""
    found = _known.get(kind)
    if found is None:
        hints = get_type_hints(kind)
        found = {field.name: (_reader(hints[field.name], field.name), _is_needed(field)) for field in fields(kind)}
        _known[kind] = found
    return found


def _is_needed(field: "Field[Any]") -> bool:
    return field.name == "id" or (field.default is MISSING and field.default_factory is MISSING)


def _reader(hint: Any, name: str) -> Callable[[Any], Any]:
    if hint in (datetime, datetime | None):
        return partial(_parsed, datetime.fromisoformat)
    if hint in (date, date | None):
        return partial(_parsed, date.fromisoformat)
    if hint in (tuple[Symptom, ...], tuple[Symptom, ...] | None):
        return partial(_symptoms, name)
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _parsed(parse: Callable[[str], date], value: Any) -> Any:
    """Return the date or moment, or what stands there for the record itself to refuse."""
    if isinstance(value, str):
        try:
            return parse(value)
        except ValueError:
            pass
    return value


def _symptoms(name: str, marks: Any) -> tuple[Symptom, ...] | None:
    if marks is None:
        return None
    if not isinstance(marks, list):
        raise InvalidRecord(name, _("“{field}” is not a list").format(field=name))
    found = []
    for number, mark in enumerate(marks, start=1):
        try:
            found.append(_read(Symptom, mark))
        except InvalidRecord as error:
            sentence = _("symptom {number}: {problem}").format(number=number, problem=error)
            raise InvalidRecord(name, sentence) from None
    return tuple(found)
