"""Answers from import to import: what a journal remembers of a format, and what is said anew."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from journal.domain.errors import ImportRefused
from journal.exchange.importers.answers import Answers, from_json, to_json
from journal.exchange.importers.reading import Ask, Reading

_OF_ONE_TABLE = ("columns", "date_order", "scale", "yes", "sheet", "header_row", "side", "fill_down")
"""Answers that hold only for tables with the same header."""


def over(earlier: Answers, newer: Answers) -> Answers:
    """Return answers where the newer ones count before the earlier; names are put together."""
    changed: dict[str, Any] = {}
    for field in fields(Answers):
        value = getattr(newer, field.name)
        before = getattr(earlier, field.name)
        if field.name in ("names", "times", "words", "views"):
            changed[field.name] = {**before, **value}
        elif value is None or value is False:
            changed[field.name] = before
    return replace(newer, **changed)


def with_answers(kept: Mapping[str, Any], answers: Answers, reading: Reading) -> dict[str, Any]:
    """Return what a journal remembers, as JSON can hold it, with the answers to a file in it."""
    return {**kept, reading.source: {"answers": to_json(answers), "header": list(_header(reading))}}


def recall(kept: Any, first: Reading) -> Answers:
    """Return the remembered answers as far as they hold for a file, by what a first reading found."""
    if not isinstance(kept, Mapping) or not isinstance(kept.get("answers"), Mapping):
        return Answers()
    try:
        answers = from_json(kept["answers"])
    except ImportRefused:
        return Answers()
    if kept.get("header") != list(_header(first)):
        plain = Answers()
        return replace(answers, **{name: getattr(plain, name) for name in _OF_ONE_TABLE})
    return answers


def _header(reading: Reading) -> tuple[str, ...]:
    return next((question.choices for question in reading.questions if question.ask is Ask.COLUMNS), ())
