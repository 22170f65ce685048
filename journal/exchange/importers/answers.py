"""What a person answered about a file, as `--map` files and the journal keep it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Kind
from journal.domain.errors import ImportRefused
from journal.domain.treatment import TreatmentKind
from journal.i18n import _

DATE_ORDERS = ("dmy", "mdy", "ymd")
SIDES = ("left", "right", "both")
FIGURES = (
    "sitting_minutes",
    "standing_minutes",
    "walking_minutes",
    "sleep_hours",
    "sleep_disturbed",
    "pain_average",
    "pain_worst",
)
"""Fields of an entry that a name may stand for."""
FIELDS = (*FIGURES, *(str(kind) for kind in TreatmentKind))
"""What a name may stand for besides places."""
ROLES = ("date", "time", "intensity", "place", "side", "quality", "activity", "relief", "medication", "note", *FIGURES)
"""What one column of a table may be."""
SEVERAL = ("marks", "to_note")
"""What several columns may be: a place each, or words for the note."""
RATINGS = ("intensity", "marks", "pain_average", "pain_worst")
"""Of these a table needs one, beside the date."""
WORDS: Mapping[str, int] = {"mild": 2, "moderate": 5, "severe": 8, "unbearable": 10}
"""Strengths of words: up to 3.4 of 10 people say mild, from 7.5 severe (Boonstra 2014, Pain 155:2545); the points
within are ours."""
TIMES: Mapping[str, str] = {"pre": "03:00", "am": "09:00", "mid": "15:00", "pm": "21:00"}
DEFAULT_YES = 5
VIEWS: Mapping[str, str] = {"front": "right", "back": "left"}
"""Which leg lies on the left of a drawing: a body that faces you has its right leg there."""

PlaceMark = tuple[str, Kind | None]
"""A region, and what is felt there where the answer says so."""
Target = tuple[PlaceMark, ...] | str | None
"""What a name stands for: places, one of FIELDS, or None for leaving it out."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far; None and empty for not yet."""

    zone: str | None = None
    """IANA name of the time zone."""
    date_order: str | None = None
    """One of DATE_ORDERS."""
    scale: str | None = None
    """"0-10", "0-100" and so on, or "0/1"."""
    yes: int | None = None
    """The strength that a yes counts as, 1..10."""
    side: str | None = None
    """One of SIDES, for places that tell none."""
    sheet: str | None = None
    header_row: int | None = None
    """From 1."""
    columns: Mapping[str, Any] | None = None
    """A column's name by what it is; lists of names for SEVERAL."""
    names: Mapping[str, Target] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    views: Mapping[str, str] = field(default_factory=dict)
    keep_without_place: bool = False
    """Whether rows without a known place are kept with their figures alone."""
    fill_down: bool = False
    """Whether an empty date means the one above."""

    @property
    def legs(self) -> tuple[Side, ...]:
        """The legs of the answered side."""
        return () if self.side is None else LEGS if self.side == "both" else (Side(self.side),)

    @property
    def word_strengths(self) -> dict[str, int]:
        """The strength of each word of WORDS."""
        return {word: self.words.get(word, usual) for word, usual in WORDS.items()}

    def strength_of(self, word: str) -> int | None:
        """Return the strength of a word, 0..10; None for one that nobody gave a number."""
        folded = word.strip().casefold()
        known = {**WORDS, **self.words}
        known.setdefault("extreme", known["unbearable"])
        return 0 if folded == "none" else known.get(folded)


def parse(text: str) -> Answers:
    """Read a file of answers, or the "answers" of a report. Raises ImportRefused naming what cannot be."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise ImportRefused(_("The map file is not JSON, so nothing was changed.")) from None
    if isinstance(found, dict) and isinstance(found.get("answers"), dict):
        found = found["answers"]
    if not isinstance(found, dict):
        raise ImportRefused(_("The map file holds no answers, so nothing was changed."))
    return from_json(found)


def from_json(found: Mapping[str, Any]) -> Answers:
    """Make answers of what JSON holds; words in brackets and after a comma are remarks. Raises ImportRefused."""
    scale, yes = _scale(_word(found, "scale"), found.get("yes"))
    return Answers(
        zone=_word(found, "zone"),
        date_order=_one_of(found, "date_order", DATE_ORDERS),
        scale=scale,
        yes=yes,
        side=_one_of(found, "side", SIDES),
        sheet=_text(found, "sheet"),
        header_row=_whole("header_row", found.get("header_row"), 1, 1_000_000),
        columns=_columns(found.get("columns")),
        names={name: _target(name, said) for name, said in _object(found, "names").items() if said != []},
        times={str(name): _bare(time) for name, time in _object(found, "times").items()},
        words={str(word).casefold(): _needed(str(word), value) for word, value in _object(found, "words").items()},
        views={view: _one_of(_object(found, "views"), view, ("left", "right")) or VIEWS[view] for view in VIEWS}
        if found.get("views")
        else {},
        keep_without_place=found.get("keep_without_place") is True,
        fill_down=bool(found.get("fill_down")),
    )


def to_json(answers: Answers) -> dict[str, Any]:
    """Return what JSON can hold: only what is answered."""
    plain: dict[str, Any] = {
        name: getattr(answers, name)
        for name in ("zone", "date_order", "scale", "yes", "side", "sheet", "header_row")
        if getattr(answers, name) is not None
    }
    if answers.columns is not None:
        plain["columns"] = dict(answers.columns)
    if answers.names:
        plain["names"] = {name: target_json(target) for name, target in answers.names.items()}
    for name in ("times", "words", "views"):
        if getattr(answers, name):
            plain[name] = dict(getattr(answers, name))
    for name in ("keep_without_place", "fill_down"):
        if getattr(answers, name):
            plain[name] = True
    return plain


def target_json(target: Target) -> Any:
    """Return what a name stands for as JSON has it."""
    if isinstance(target, tuple):
        return [region if kind is None else f"{region}:{kind}" for region, kind in target]
    return target


def _refused(key: str, value: Any) -> ImportRefused:
    sentence = _("The map file says “{value}” for “{key}”, which cannot be, so nothing was changed.")
    return ImportRefused(sentence.format(key=str(key)[:60], value=str(value)[:60]))


def _text(found: Mapping[str, Any], key: str) -> str | None:
    value = found.get(key)
    if value is not None and not isinstance(value, str):
        raise _refused(key, value)
    return value or None


def _bare(value: Any) -> str:
    return re.split(r"[(,]", str(value))[0].strip()


def _word(found: Mapping[str, Any], key: str) -> str | None:
    text = _text(found, key)
    return None if text is None else _bare(text) or None


def _one_of(found: Mapping[str, Any], key: str, choices: tuple[str, ...]) -> str | None:
    word = _word(found, key)
    if word is not None and word not in choices:
        raise _refused(key, word)
    return word


def _whole(key: str, value: Any, low: int, high: int) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise _refused(key, value)
    return value


def _needed(key: str, value: Any) -> int:
    found = _whole(key, value, 0, 10)
    if found is None:
        raise _refused(key, value)
    return found


def _scale(scale: str | None, yes: Any) -> tuple[str | None, int | None]:
    """Return the scale, and how strong a yes is: "0/1: yes counts as 5" says both."""
    strength = _whole("yes", yes, 1, 10)
    if scale is None:
        return None, strength
    if scale.startswith("0/1"):
        said = re.search(r"\b(10|[1-9])$", scale.removeprefix("0/1"))
        return "0/1", strength if strength is not None else int(said[1]) if said else None
    if not re.fullmatch(r"0-[1-9]\d{0,3}", scale):
        raise _refused("scale", scale)
    return scale, strength


def _object(found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = found.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _refused(key, value)
    return value


def _columns(said: Any) -> Mapping[str, Any] | None:
    if said is None:
        return None
    if not isinstance(said, dict):
        raise _refused("columns", said)
    found: dict[str, Any] = {}
    for role, value in said.items():
        if role in SEVERAL:
            names = [value] if isinstance(value, str) else value
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                raise _refused(role, value)
            found[role] = list(names)
        elif role in ROLES and (value is None or isinstance(value, str)):
            if value:
                found[role] = value
        else:
            raise _refused(role, value)
    return found


def _target(name: str, said: Any) -> Target:
    if said is None or (isinstance(said, str) and said in FIELDS):
        return said
    marks = []
    for text in [said] if isinstance(said, str) else said if isinstance(said, list) else [None]:
        region, _colon, kind = text.partition(":") if isinstance(text, str) else ("", "", "")
        if region not in REGIONS or (kind and kind not in tuple(Kind)):
            raise _refused(name, text if isinstance(text, str) else said)
        marks.append((region, Kind(kind) if kind else None))
    return tuple(marks)
