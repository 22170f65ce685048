"""Files of every format, made here: small ones with all their oddities, and as many days as a test wants."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.records import Records
from journal.exchange import zip_file
from journal.exchange.importers.answers import Answers, from_json
from journal.exchange.json_file import write_records

TODAY = date(2026, 11, 26)
FIRST = date(2026, 3, 2)
RECORDS = Records(
    entries=tuple(
        Entry(
            recorded_at=datetime(2026, 3, day, 20, tzinfo=UTC),
            scope=Scope.DAY,
            symptoms=(Symptom("left_calf_upper", Kind.PAIN, day),),
        )
        for day in (2, 3, 4)
    )
)


@dataclass(frozen=True)
class Sample:
    """A file, what is answered about it, and how many rows it has below its header."""

    data: bytes
    answers: Answers
    rows: int


def table(rows: list[list[Any]], delimiter: str = ",", encoding: str = "utf-8", end: str = "\n") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue().encode(encoding)


def workbook(rows: list[list[Any]], title: str = "Diary", *, more: dict[str, list[list[Any]]] | None = None) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for name, others in (more or {}).items():
        other = book.create_sheet(name)
        for row in others:
            other.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


def ordinal(day: date) -> str:
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {day:%b %Y}"


BEARABLE = ["date", "date formatted", "weekday", "time of day", "category", "rating/amount", "detail", "notes"]


def bearable_row(day: date, when: str, category: str, amount: str, detail: str, notes: str = "") -> list[str]:
    return [ordinal(day), day.isoformat(), f"{day:%A}", when, category, amount, detail, notes]


def bearable(days: int = 5) -> Sample:
    words = ("Mild", "Moderate", "Severe", "Unbearable")
    rows: list[list[str]] = []
    for number in range(days):
        day, step = _day(number), number % 4
        rows += [
            bearable_row(day, "am", "Symptom", str(step + 1), f"Nerve pain down the leg ({words[step]})"),
            bearable_row(day, "pm", "Symptom", "1", "Back (lower) pain (Mild)", "after supper"),
            bearable_row(day, "", "Sleep", "7:30", "Asleep 23:00 - 06:30", ". "),
            bearable_row(day, "8:05", "Meds/Supplements", "400", "Ibuprofen (mg)"),
            bearable_row(day, "all day", "Factors", "", "Desk work"),
        ]
    names = {"Nerve pain down the leg": ["left_calf_upper:pain"]}
    return Sample(table([BEARABLE, *rows]), from_json({"zone": "Europe/London", "names": names}), len(rows))


def pain_tracker(days: int = 5) -> Sample:
    head = "Date,Time,Pain Level,Locations,Symptoms,Limited Activities,Sleep Quality,Mood Impact,Missed Work Days,Notes"
    rows = [
        f'{_day(number)},16:{number % 60:02},{number % 10 + 1},"lower back; left calf","shooting; tingling",'
        f'"walking",4,5,,"day {number}"'
        for number in range(days)
    ]
    return Sample("\\n".join([head, *rows]).encode(), from_json({"zone": "America/Vancouver"}), len(rows))


def pain_tracker_json(days: int = 5) -> Sample:
    items = [
        {
            "id": f"x{number}",
            "timestamp": f"{_day(number)}T05:20:11.482Z",
            "baselineData": {"pain": number % 11, "locations": ["left calf"], "symptoms": ["burning"]},
            "medications": {"current": [{"name": "Naproxen", "dosage": "250 mg", "frequency": "twice a day"}]},
            "reliefMethods": ["rest"],
            "triggers": ["long drive"],
            "notes": "",
        }
        for number in range(days)
    ]
    return Sample(json.dumps(items).encode(), from_json({"zone": "America/Vancouver"}), len(items))


def pain_diary_tables(days: int = 5) -> dict[str, Any]:
    entries = [
        {"_id": number, "date": _day(number).isoformat(), "painDescription_id": number, "condition": 2, "notes": ""}
        for number in range(days)
    ]
    pains = [
        {
            "_id": number,
            "painLevel": number % 11,
            "bodyRegions": "26,30",
            "painQualities": "shooting",
            "timesOfPain": "",
        }
        for number in range(days)
    ]
    intakes = [{"_id": 1, "morning": 1, "noon": 0, "evening": 2, "night": 0, "drug_id": 7, "diaryEntry_id": 0}]
    return {
        "diaryentries": entries,
        "paindescriptions": pains,
        "drugs": [{"_id": 7, "name": "Ibuprofen", "dose": "400 mg"}],
        "drugintakes": intakes,
    }


def pain_diary_database(tables: dict[str, Any]) -> str:
    content = [{"tableName": name, "createSql": "", "values": rows} for name, rows in tables.items()]
    return json.dumps({"database": {"version": 2, "content": content}, "preferences": {}, "preferences2": {}})


def pain_diary_file(tables: dict[str, Any], **outer: Any) -> bytes:
    package = "org.secuso.privacyfriendlypaindiary"
    file = {"filename": "diary.backup", "packageName": package, "timestamp": "x", "encrypted": False}
    return json.dumps(file | {"data": pain_diary_database(tables)} | outer).encode()


def pain_diary(days: int = 5) -> Sample:
    return Sample(pain_diary_file(pain_diary_tables(days)), from_json({"zone": "Europe/Berlin"}), days)


TRACK = ["FeatureName", "Timestamp", "Value", "Label", "Note"]


def track_and_graph(days: int = 5) -> Sample:
    rows: list[list[str]] = []
    for number in range(days):
        day = _day(number)
        rows += [
            ["Right calf pain", f"{day}T08:10:05.412+01:00", f"{number % 11}.0", "", "on waking"],
            ["Low back pain", f"{day}T08:10:41+01:00", "3.0", "", ""],
            ["Sitting", f"{day}T18:00+01:00", "5:30:00", "", ""],
            ["Ibuprofen", f"{day}T08:30+01:00", "400.0", "mg", ""],
        ]
    return Sample(table([TRACK, *rows], end="\r\n"), Answers(), len(rows))


def flaredown(days: int = 5) -> Sample:
    head = ["Date", "Sciatica", "Left calf pain", "Gabapentin", "Tags", "Foods"]
    rows = [
        [_day(number).isoformat(), "3", str(number % 5), "300 mg", "long drive; bad sleep", ""]
        for number in range(days)
    ]
    answers = from_json({"zone": "America/New_York", "names": {"Sciatica": None}})
    return Sample(table([head, *rows]), answers, len(rows))


DIARY = ["Date", "Time", "Pain (0-10)", "Where", "Sleep (h)", "Notes"]


def diary_rows(days: int) -> list[list[Any]]:
    return [
        [_day(number).isoformat(), f"{8 + number % 12}:15", str(number % 10 + 1), "left calf", "6.5", f"day {number}"]
        for number in range(days)
    ]


def own_table(days: int = 5) -> Sample:
    return Sample(table([DIARY, *diary_rows(days)]), from_json({"zone": "Europe/London"}), days)


def own_workbook(days: int = 5) -> Sample:
    rows = [
        [datetime.combine(_day(number), time()), time(8, 15), number % 10 + 1, "left calf", 6.5, None]
        for number in range(days)
    ]
    data = workbook([["My diary"], [], DIARY, *rows], more={"Shopping": [["milk"]]})
    return Sample(data, from_json({"zone": "Europe/London"}), days)


def wide(days: int = 5) -> Sample:
    rows = [[_day(number).isoformat(), str(number % 2), "1", "0"] for number in range(days)]
    answers = from_json({"zone": "Europe/London", "side": "right", "scale": "0/1: yes counts as 6"})
    return Sample(table([["date", "calf: ache", "calf: tingling", "thigh: ache"], *rows]), answers, days)


def own_json(_days: int = 5) -> Sample:
    return Sample(write_records(RECORDS).encode(), Answers(), len(RECORDS))


def own_zip(_days: int = 5) -> Sample:
    packed = io.BytesIO()
    zip_file.write(packed, RECORDS)
    return Sample(packed.getvalue(), Answers(), len(RECORDS))


SAMPLES = {
    "bearable": (bearable,),
    "paintracker": (pain_tracker, pain_tracker_json),
    "secuso": (pain_diary,),
    "trackandgraph": (track_and_graph,),
    "flaredown": (flaredown,),
    "table": (own_table, own_workbook, wide),
    "json": (own_json,),
    "zip": (own_zip,),
}
"""By the name of their importer."""
EACH = [(name, make) for name, makers in SAMPLES.items() for make in makers]
