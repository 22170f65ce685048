"""The exchange file: every record as JSON, written one way only and read with nothing guessed and nothing dropped."""

import json
import math
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from journal.domain.entry import Entry, Symptom
from journal.domain.errors import ImportRefused, InvalidRecord
from journal.domain.flare import FlareAnswer
from journal.domain.function import ActivityRating
from journal.domain.records import Record, Records, age
from journal.domain.redflag import RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment
from journal.i18n import _, ngettext

FORMAT = "sciatica-journal"
VERSION = 1
KINDS = ("entries", "treatments", "strength_tests", "activity_ratings", "red_flag_checks", "flare_answers")
"""The kinds of record, as the file and `Records` both name them."""
EDITED = "edited_at"
"""The key of an entry that says when it was last changed."""

Json = dict[str, Any]
_TOLD = 3
_DIGITS = 20
_REPEATED = "\0repeated"
_ECHOED = 40


def write_records(records: Records) -> str:
    """Return the whole file. The same records always give the same text, line by line comparable."""
    document: Json = {"format": FORMAT, "version": VERSION}
    document |= {kind: [to_json(record) for record in getattr(records, kind)] for kind in KINDS}
    if not document["flare_answers"]:  # came later than the other kinds; most files have none
        del document["flare_answers"]
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_json(record: Record) -> Json:
    """Return one record as the file has it: every key, in the file's order, None for unknown.

    An entry has the key "edited_at" only once it was changed, so that older versions read what was not.
    """
    return _WRITERS[type(record)](record)


def read_records(text: str) -> Records:
    """Read the whole file. Raises ImportRefused naming the first problems by item; then nothing was read."""
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
    found: Json = {kind: _read_kind(document.get(kind), kind, problems) for kind in KINDS}
    if problems:
        raise _refused(problems)
    return Records(**found)


def _parse(text: str) -> Any:  # noqa: ANN401
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
        keys = [key for key, _value in pairs]
        found[_REPEATED] = next(key for key in keys if keys.count(key) > 1)
    return found


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


def _read_kind(items: Any, kind: str, problems: list[str]) -> tuple[Record, ...]:  # noqa: ANN401
    if items is None:
        return ()
    if not isinstance(items, list):
        problems.append(_("“{key}” is not a list").format(key=kind))
        return ()
    read = _READERS[kind]
    found: dict[str, Record] = {}
    for number, item in enumerate(items, start=1):
        try:
            record = read(item)
            if record.id in found:
                raise InvalidRecord("id", _("“id” is the same as that of another item."))
        except InvalidRecord as error:
            problems.append(_item(kind, number, error))
        else:
            found[record.id] = record
    return tuple(sorted(found.values(), key=age))


def _item(kind: str, number: int, error: InvalidRecord) -> str:
    sentences = {
        "entries": _("entry {number}: {problem}"),
        "treatments": _("treatment {number}: {problem}"),
        "strength_tests": _("strength test {number}: {problem}"),
        "activity_ratings": _("activity rating {number}: {problem}"),
        "red_flag_checks": _("red-flag check {number}: {problem}"),
        "flare_answers": _("flare answer {number}: {problem}"),
    }
    return sentences[kind].format(number=number, problem=error)


def _only(item: Any, keys: Iterable[str]) -> Json:  # noqa: ANN401
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


def _known(item: Json) -> Json:
    """Leave out what is unknown (null), so that the record's own defaults say so."""
    return {key: value for key, value in item.items() if value is not None}


def _time(item: Json, key: str) -> Any:  # noqa: ANN401
    """Return the moment, or what stands there for the record itself to refuse."""
    value = item.get(key)
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    return value


def _date(item: Json, key: str) -> Any:  # noqa: ANN401
    value = item.get(key)
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    return value


def _number(value: float | None) -> float | None:
    """Write 3.0 as 3."""
    return int(value) if value is not None and value == int(value) else value


_ENTRY_NUMBERS = (
    "pain_average",
    "pain_worst",
    "sleep_hours",
    "sleep_disturbed",
    "sitting_minutes",
    "standing_minutes",
    "walking_minutes",
)
_ENTRY = ("id", "recorded_at", "scope", "symptoms", *_ENTRY_NUMBERS, "activities", "reliefs", "note", EDITED)
_SYMPTOM = ("region", "kind", "intensity", "qualities")
_TREATMENT = ("id", "kind", "name", "started_on", "ended_on", "dose", "note")
_STRENGTH_TEST = ("id", "tested_at", "leg", "heel_raises", "heel_walk", "toe_walk", "big_toe_lift", "limited_by")
_ACTIVITY_RATING = ("id", "rated_at", "activity", "ability")
_RED_FLAG_CHECK = ("id", "checked_at", "signs")
_FLARE_ANSWER = ("id", "answered_at", "flare_on", "confirmed")


def _write_entry(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "recorded_at": entry.recorded_at.isoformat(),
        "scope": str(entry.scope),
        "symptoms": [
            {
                "region": symptom.region,
                "kind": str(symptom.kind),
                "intensity": symptom.intensity,
                "qualities": [str(quality) for quality in symptom.qualities],
            }
            for symptom in entry.symptoms
        ],
        **{name: _number(getattr(entry, name)) for name in _ENTRY_NUMBERS},
        "activities": list(entry.activities),
        "reliefs": list(entry.reliefs),
        "note": entry.note,
        **({} if entry.edited_at is None else {EDITED: entry.edited_at.isoformat()}),
    }


def _read_entry(item: Any) -> Entry:  # noqa: ANN401
    values = _known(_only(item, _ENTRY))
    marks = values.get("symptoms", [])
    if not isinstance(marks, list):
        raise InvalidRecord("symptoms", _("“symptoms” is not a list"))
    symptoms = []
    for number, mark in enumerate(marks, start=1):
        try:
            symptoms.append(_read_symptom(mark))
        except InvalidRecord as error:
            sentence = _("symptom {number}: {problem}").format(number=number, problem=error)
            raise InvalidRecord("symptoms", sentence) from None
    values |= {"recorded_at": _time(item, "recorded_at"), "scope": item.get("scope"), "symptoms": tuple(symptoms)}
    values |= {EDITED: _time(item, EDITED)}
    return Entry(**_with_id(values))


def _read_symptom(item: Any) -> Symptom:  # noqa: ANN401
    mark = _only(item, _SYMPTOM)
    qualities = mark.get("qualities")
    return Symptom(mark.get("region"), mark.get("kind"), mark.get("intensity"), () if qualities is None else qualities)  # type: ignore[arg-type]


def _write_treatment(item: Treatment) -> Json:
    return {
        "id": item.id,
        "kind": str(item.kind),
        "name": item.name,
        "started_on": item.started_on.isoformat(),
        "ended_on": item.ended_on and item.ended_on.isoformat(),
        "dose": item.dose,
        "note": item.note,
    }


def _read_treatment(item: Any) -> Treatment:  # noqa: ANN401
    values = _known(_only(item, _TREATMENT))
    values |= {"kind": item.get("kind"), "name": item.get("name")}
    values |= {"started_on": _date(item, "started_on"), "ended_on": _date(item, "ended_on")}
    return Treatment(**_with_id(values))


def _write_strength_test(test: StrengthTest) -> Json:
    answers = ("heel_walk", "toe_walk", "big_toe_lift", "limited_by")
    found = {name: getattr(test, name) for name in answers}
    return {
        "id": test.id,
        "tested_at": test.tested_at.isoformat(),
        "leg": str(test.leg),
        "heel_raises": test.heel_raises,
        **{name: None if value is None else str(value) for name, value in found.items()},
    }


def _read_strength_test(item: Any) -> StrengthTest:  # noqa: ANN401
    values = _known(_only(item, _STRENGTH_TEST))
    values |= {"tested_at": _time(item, "tested_at"), "leg": item.get("leg")}
    return StrengthTest(**_with_id(values))


def _write_activity_rating(rating: ActivityRating) -> Json:
    return {
        "id": rating.id,
        "rated_at": rating.rated_at.isoformat(),
        "activity": rating.activity,
        "ability": _number(rating.ability),
    }


def _read_activity_rating(item: Any) -> ActivityRating:  # noqa: ANN401
    values = dict(_only(item, _ACTIVITY_RATING))
    values |= {"rated_at": _time(item, "rated_at"), "activity": item.get("activity"), "ability": item.get("ability")}
    return ActivityRating(**_with_id(values))


def _write_red_flag_check(check: RedFlagCheck) -> Json:
    return {
        "id": check.id,
        "checked_at": check.checked_at.isoformat(),
        "signs": [str(sign) for sign in check.signs],
    }


def _read_red_flag_check(item: Any) -> RedFlagCheck:  # noqa: ANN401
    values = _known(_only(item, _RED_FLAG_CHECK))
    values["checked_at"] = _time(item, "checked_at")
    return RedFlagCheck(**_with_id(values))


def _write_flare_answer(answer: FlareAnswer) -> Json:
    return {
        "id": answer.id,
        "answered_at": answer.answered_at.isoformat(),
        "flare_on": answer.flare_on.isoformat(),
        "confirmed": answer.confirmed,
    }


def _read_flare_answer(item: Any) -> FlareAnswer:  # noqa: ANN401
    values = dict(_only(item, _FLARE_ANSWER))
    values |= {"answered_at": _time(item, "answered_at"), "flare_on": _date(item, "flare_on")}
    values["confirmed"] = item.get("confirmed")
    return FlareAnswer(**_with_id(values))


def _with_id(values: Json) -> Json:
    """Without an id the record would get a new one with every import and double: refuse it."""
    return {**values, "id": values.get("id")}


_WRITERS: dict[type[Record], Callable[[Any], Json]] = {
    Entry: _write_entry,
    Treatment: _write_treatment,
    StrengthTest: _write_strength_test,
    ActivityRating: _write_activity_rating,
    RedFlagCheck: _write_red_flag_check,
    FlareAnswer: _write_flare_answer,
}
_READERS: dict[str, Callable[[Any], Record]] = {
    "entries": _read_entry,
    "treatments": _read_treatment,
    "strength_tests": _read_strength_test,
    "activity_ratings": _read_activity_rating,
    "red_flag_checks": _read_red_flag_check,
    "flare_answers": _read_flare_answer,
}
