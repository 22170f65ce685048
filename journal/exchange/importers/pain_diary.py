"""SecUSo's Pain Diary, from a backup that Privacy Friendly Backup wrote: tables inside JSON inside JSON."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from journal.domain.body import Side
from journal.domain.entry import Kind, Scope
from journal.domain.errors import ImportRefused
from journal.domain.treatment import TreatmentKind
from journal.exchange.importers.answers import VIEWS, Answers
from journal.exchange.importers.builder import Builder, moment_key, parts
from journal.exchange.importers.moments import DAY_TIME, Dates, Zone, check_day
from journal.exchange.importers.numbers import number, plain, whole_strength
from journal.exchange.importers.places import split_feelings
from journal.exchange.importers.presets import json_of
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
    zone_question,
)
from journal.exchange.importers.text_table import begins_with, clean, decode
from journal.i18n import N_, _

NAME = "secuso"
TITLE = N_("Pain Diary (SecUSo)")
ENDINGS: tuple[str, ...] = ("backup", "json")
_PACKAGE = "org.secuso.privacyfriendlypaindiary"
_LABEL = "Pain Diary"
_BACK = 22
"""What the number of a place is higher by on the back view."""
_REGIONS = {2: "groin", 4: "thigh_front_upper", 6: "knee_front", 8: "shin", 10: "foot_top"} | {
    _BACK + 0: "low_back",
    _BACK + 2: "buttock_lower",
    _BACK + 4: "thigh_back_upper",
    _BACK + 6: "knee_back",
    _BACK + 8: "calf_upper",
    _BACK + 10: "heel",
}
"""By the even number of each pair: the place that lies on the left of the drawing."""
_ELSEWHERE = {0: "abdomen", 12: "upper body"}
_INTAKES = {"morning": time(8), "noon": time(12), "evening": time(18), "night": time(22)}
"""When they count as taken (ours)."""
_LEFT_OUT = {"condition": "diaryentries", "timesOfPain": "paindescriptions"}


def recognises(head: bytes) -> bool:
    """Whether it names the app's package, or has its two tables."""
    named = _PACKAGE.encode() in head or (b"tableName" in head and b"diaryentries" in head)
    return named and begins_with(head, b"{")


def read(file: bytes, answers: Answers, today: date | None = None, tick: Tick = no_tick) -> Reading:
    """Read a backup, or the data inside one. Every entry is of a whole day."""
    return _Reader(_tables(_document(file)), answers, today).read(tick)


def _document(file: bytes) -> Mapping[str, Any]:
    found = _json(decode(file))
    if found.get("encrypted") in (True, "true", 1):
        raise ImportRefused(
            _(
                "This backup is encrypted, so nothing was changed: in Privacy Friendly Backup turn encryption off,"
                " make another backup, and import that."
            )
        )
    data = found.get("data")
    return _json(data) if isinstance(data, str) else data if isinstance(data, dict) else found


def _json(text: str) -> Mapping[str, Any]:
    found = json_of(text)
    if not isinstance(found, dict):
        raise _no_diary()
    return found


def _no_diary() -> ImportRefused:
    return ImportRefused(_("This backup holds no pain diary, so nothing was changed."))


def _tables(document: Mapping[str, Any]) -> Mapping[str, list[dict[str, Any]]]:
    """Return the rows of each table, by names without case."""
    database = document.get("database")
    content = database.get("content") if isinstance(database, dict) else None
    if not isinstance(content, list):
        raise _no_diary()
    found: dict[str, list[dict[str, Any]]] = {}
    for table in content:
        if isinstance(table, dict) and isinstance(table.get("values"), list):
            columns = _columns(str(table.get("createSql") or ""))
            rows = [_row(row, columns) for row in table["values"]]
            found[str(table.get("tableName")).casefold()] = rows
    if not {"diaryentries", "paindescriptions"} <= set(found):
        raise _no_diary()
    return found


def _columns(sql: str) -> list[str]:
    inside = sql.partition("(")[2].rpartition(")")[0]
    flat = re.sub(r"\([^()]*\)", "", inside)
    names = [part.split()[0].strip('"`[]').casefold() for part in flat.split(",") if part.split()]
    return [name for name in names if name not in ("foreign", "primary", "unique", "constraint", "check")]


def _row(row: Any, columns: list[str]) -> dict[str, Any]:
    if isinstance(row, dict):
        return {str(key).casefold(): value for key, value in row.items()}
    return dict(zip(columns, row, strict=False)) if isinstance(row, list) else {}


def _id(row: Mapping[str, Any]) -> str:
    return str(row.get("_id", row.get("id")))


class _Reader:
    def __init__(self, tables: Mapping[str, list[dict[str, Any]]], answers: Answers, today: date | None) -> None:
        self._tables = tables
        self._answers = answers
        self._builder = Builder(NAME, today)
        self._zone = Zone(answers.zone)
        self._dates = Dates(None)
        self._pains = {_id(row): row for row in tables["paindescriptions"]}
        self._drugs = {_id(row): row for row in tables.get("drugs", ())}
        self._intakes: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in tables.get("drugintakes", ()):
            self._intakes[str(row.get("diaryentry_id"))].append(row)
        self._views: dict[str, int] = {}
        self._drawn: dict[str, set[str]] = defaultdict(set)
        self._reached: set[str] = set()

    def read(self, tick: Tick) -> Reading:
        """Read all entries."""
        entries = self._tables["diaryentries"]
        seen: set[str] = set()
        for line, row in enumerate(entries, start=1):
            if line % TICK_EVERY == 0:
                tick(line, len(entries))
            text = clean(str(row.get("date") or "").strip())
            try:
                same = json.dumps(
                    {key: value for key, value in row.items() if key not in ("_id", "id")}, sort_keys=True
                )
                if same in seen:
                    raise Unfit(Reason.DUPLICATE, text)
                seen.add(same)
                self._entry(row, text)
            except Unfit as error:
                self._builder.leave_out(line, error.reason, error.what)
        questions = [
            Question(
                Ask.VIEW,
                view,
                rows,
                self._answers.views.get(view, VIEWS[view]),
                False,
                ("left", "right"),
                tuple(sorted(self._drawn[view])),
            )
            for view, rows in sorted(self._views.items())
        ]
        questions.append(zone_question(self._answers))
        tick(len(entries), len(entries))
        remarks = (Remark.ONLY_BACK,) if self._reached == {"low_back"} else ()
        return self._builder.reading(len(entries), questions, self._columns_left_out(), remarks)

    def _columns_left_out(self) -> tuple[str, ...]:
        return tuple(
            name
            for name, table in _LEFT_OUT.items()
            if any(row.get(name.casefold()) not in (None, "") for row in self._tables[table])
        )

    def _entry(self, row: Mapping[str, Any], text: str) -> None:
        if not text:
            raise Unfit(Reason.NO_DATE, _id(row))
        day, _rest = self._dates.read(text)
        self._builder.saw(check_day(day, self._builder.today, text))
        at = self._zone.at(day, DAY_TIME)
        self._doses(row, day)
        pain = self._pains.get(str(row.get("paindescription_id")), {})
        level = pain.get("painlevel")
        if level is None or level == "":
            raise Unfit(Reason.NO_INTENSITY, text)
        felt = whole_strength(number(level), str(level))
        regions, elsewhere = self._places(str(pain.get("bodyregions") or ""))
        if felt and not regions and not self._answers.keep_without_place:
            raise Unfit(Reason.NO_PLACE, ", ".join(elsewhere) or text)
        kinds, qualities, unknown = split_feelings(parts(str(pain.get("painqualities") or ""), ";,|"))
        draft = self._builder.new(at, Scope.DAY, moment_key(at))
        if felt and not regions:
            draft.figures["pain_average"] = float(felt)
        draft.no_symptoms = felt == 0
        draft.unplaced = felt == 0 and bool(kinds)
        left = elsewhere if felt else []
        for region in regions:
            for kind in (Kind.PAIN, *(kinds if len(regions) == 1 else ())):
                draft.mark(region, kind, felt, qualities)
        if kinds and not (felt and len(regions) == 1):
            left = [*left, *kinds.values()]
        draft.keep(_LABEL, [*left, *unknown])
        note = row.get("notes")
        if isinstance(note, str) and note.strip():
            draft.notes += (note.strip(),)

    def _places(self, text: str) -> tuple[list[str], list[str]]:
        """Return the regions of a list of numbers, and words for what is not on the map."""
        regions: list[str] = []
        elsewhere: list[str] = []
        views: set[str] = set()
        for part in parts(text, ";,|"):
            if not part.isdigit() or int(part) >= 2 * _BACK:
                elsewhere.append(clean(part))
                continue
            place = int(part)
            view = "front" if place < _BACK else "back"
            pair = place - place % 2
            if pair not in _REGIONS:
                base = pair % _BACK
                elsewhere.append(_ELSEWHERE[0 if base == 0 else 12])
                continue
            views.add(view)
            self._drawn[view].add(_REGIONS[pair])
            even = Side(self._answers.views.get(view, VIEWS[view]))
            regions.append(f"{even if place % 2 == 0 else even.mirrored}_{_REGIONS[pair]}")
            self._reached.add(_REGIONS[pair])
        for view in views:
            self._views[view] = self._views.get(view, 0) + 1
        return list(dict.fromkeys(regions)), list(dict.fromkeys(elsewhere))

    def _doses(self, row: Mapping[str, Any], day: date) -> None:
        for intake in self._intakes.get(_id(row), ()):
            drug = self._drugs.get(str(intake.get("drug_id")), {})
            name = clean(str(drug.get("name") or "").strip())
            if not name:
                continue
            dose = clean(str(drug.get("dose") or "").strip())
            for part, wall in _INTAKES.items():
                count = _count(intake.get(part))
                if count:
                    at = self._zone.at(day, wall)
                    told = (
                        dose if count == 1 else f"{plain(count)} × {dose}".rstrip(" ×") if dose else f"{plain(count)} ×"
                    )
                    self._builder.dose(TreatmentKind.MEDICATION, name, at, moment_key(at), told)


def _count(value: Any) -> float:
    try:
        return max(0.0, number(value)) if value not in (None, "") else 0.0
    except Unfit:
        return 0.0
