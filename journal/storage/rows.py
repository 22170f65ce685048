"""Records to rows and back: the only place that knows which column holds what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from journal.domain.appointment import Appointment
from journal.domain.body import Side
from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.domain.flare import FlareAnswer
from journal.domain.function import ActivityRating
from journal.domain.movement import MovementTry
from journal.domain.onset import Onset, Precision
from journal.domain.records import KINDS, Record, Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import BigToeLift, LimitedBy, StrengthTest, Walk
from journal.domain.treatment import Treatment, TreatmentEvent, TreatmentKind
from journal.storage.engine import Database

Row = tuple[Any, ...]
_IDS_A_QUERY = 500


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in the order of its rows."""

    name: str
    columns: tuple[str, ...]
    order: str = ""
    """ORDER BY, where the order carries meaning."""
    key: str = "id"
    """The column that says whose row it is."""

    @property
    def insert(self) -> str:
        """The statement that adds one row."""
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({marks})"

    def read(self, db: Database, ids: Sequence[str] | None) -> list[Row]:
        """Return the rows of those ids, or all of them, in order."""
        select = f"SELECT {', '.join(self.columns)} FROM {self.name}"
        order = f" ORDER BY {self.order}" if self.order else ""
        if ids is None:
            return list(db.execute(select + order).fetchall())
        marks = ", ".join("?" * len(ids))
        return list(db.execute(f"{select} WHERE {self.key} IN ({marks}){order}", list(ids)).fetchall())


_NUMBERS = (
    "pain_average",
    "pain_worst",
    "sleep_hours",
    "sleep_disturbed",
    "sitting_minutes",
    "standing_minutes",
    "walking_minutes",
)
ENTRIES = Table(
    "entries",
    ("id", "recorded_at", "recorded_utc", "scope", *_NUMBERS, "note", "edited_at", "places_said"),
    "recorded_utc, recorded_at, id",
)
SYMPTOMS = Table("symptoms", ("entry_id", "region", "kind", "intensity"), key="entry_id")
QUALITIES = Table("qualities", ("entry_id", "region", "kind", "quality"), key="entry_id")
ACTIVITIES = Table("activities", ("entry_id", "position", "activity"), "entry_id, position", key="entry_id")
RELIEFS = Table("reliefs", ("entry_id", "position", "relief"), "entry_id, position", key="entry_id")
TREATMENTS = Table("treatments", ("id", "kind", "name", "started_on", "ended_on", "dose", "note"), "started_on, id")
STRENGTH_TESTS = Table(
    "strength_tests",
    ("id", "tested_at", "tested_utc", "leg", "heel_raises", "heel_walk", "toe_walk", "big_toe_lift", "limited_by"),
    "tested_utc, tested_at, id",
)
ACTIVITY_RATINGS = Table(
    "activity_ratings", ("id", "rated_at", "rated_utc", "activity", "ability"), "rated_utc, rated_at, id"
)
RED_FLAG_CHECKS = Table("red_flag_checks", ("id", "checked_at", "checked_utc"), "checked_utc, checked_at, id")
RED_FLAG_SIGNS = Table("red_flag_signs", ("check_id", "sign"), key="check_id")

FLARE_ANSWERS = Table(
    "flare_answers", ("id", "answered_at", "answered_utc", "flare_on", "confirmed"), "answered_utc, answered_at, id"
)
TREATMENT_EVENTS = Table(
    "treatment_events", ("id", "done_at", "done_utc", "treatment", "dose", "note"), "done_utc, done_at, id"
)
MOVEMENT_TRIES = Table(
    "movement_tries",
    ("id", "tried_at", "tried_utc", "movement", "repetitions", "note"),
    "tried_utc, tried_at, id",
)
MOVEMENT_SYMPTOMS = Table("movement_symptoms", ("try_id", "stage", "region", "kind", "intensity"), key="try_id")
MOVEMENT_QUALITIES = Table("movement_qualities", ("try_id", "stage", "region", "kind", "quality"), key="try_id")
APPOINTMENTS = Table(
    "appointments", ("id", "starts_at", "starts_utc", "with_whom", "said"), "starts_utc, starts_at, id"
)
QUESTIONS = Table(
    "appointment_questions",
    ("appointment_id", "position", "question"),
    "appointment_id, position",
    key="appointment_id",
)
ONSETS = Table(
    "onsets", ("id", "answered_at", "answered_utc", "began_on", "precision"), "answered_utc, answered_at, id"
)

Ids = Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of record lies in its tables."""

    owner: Table
    """One row a record; deleting it deletes the record's rows in `parts` too."""
    write: Callable[[Any], list[tuple[Table, Row]]]
    """Every row of a record, its owner's first."""
    read: Callable[[Database, Ids], tuple[Record, ...]]
    parts: tuple[Table, ...] = ()
    """Each after the tables it refers to."""


def of(record: Record) -> list[tuple[Table, Row]]:
    """Return every row of a record, its owner's first."""
    return _SHAPES_OF[type(record)].write(record)


def read(db: Database, ids: Ids = None) -> Records:
    """Read everything, or the records of those ids. Raises InvalidRecord for a row that is no record."""
    if ids is not None and len(ids) > _IDS_A_QUERY:
        raise ValueError("too many ids for one query")
    return Records.by_kind(lambda kind: SHAPES[kind.name].read(db, ids))


def utc(moment: datetime) -> str:
    """Return a moment as text whose alphabetical order is the order of time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _entry_rows(entry: Entry) -> list[tuple[Table, Row]]:
    numbers = (getattr(entry, name) for name in _NUMBERS)
    at, edited = entry.recorded_at, entry.edited_at and entry.edited_at.isoformat()
    said = entry.symptoms is not None
    rows: list[tuple[Table, Row]] = [
        (ENTRIES, (entry.id, at.isoformat(), utc(at), str(entry.scope), *numbers, entry.note, edited, int(said)))
    ]
    for symptom in entry.marks:
        mark = (entry.id, symptom.region, str(symptom.kind))
        rows.append((SYMPTOMS, (*mark, symptom.intensity)))
        rows.extend((QUALITIES, (*mark, str(quality))) for quality in symptom.qualities)
    rows.extend((ACTIVITIES, (entry.id, position, word)) for position, word in enumerate(entry.activities))
    rows.extend((RELIEFS, (entry.id, position, word)) for position, word in enumerate(entry.reliefs))
    return rows


def _treatment_rows(item: Treatment) -> list[tuple[Table, Row]]:
    ended = item.ended_on and item.ended_on.isoformat()
    row = (item.id, str(item.kind), item.name, item.started_on.isoformat(), ended, item.dose, item.note)
    return [(TREATMENTS, row)]


def _strength_test_rows(test: StrengthTest) -> list[tuple[Table, Row]]:
    walks = (test.heel_walk, test.toe_walk, test.big_toe_lift, test.limited_by)
    found = (None if value is None else str(value) for value in walks)
    row = (test.id, test.tested_at.isoformat(), utc(test.tested_at), str(test.leg), test.heel_raises, *found)
    return [(STRENGTH_TESTS, row)]


def _activity_rating_rows(rating: ActivityRating) -> list[tuple[Table, Row]]:
    at = rating.rated_at
    return [(ACTIVITY_RATINGS, (rating.id, at.isoformat(), utc(at), rating.activity, rating.ability))]


def _check_rows(check: RedFlagCheck) -> list[tuple[Table, Row]]:
    at = check.checked_at
    rows: list[tuple[Table, Row]] = [(RED_FLAG_CHECKS, (check.id, at.isoformat(), utc(at)))]
    rows.extend((RED_FLAG_SIGNS, (check.id, str(sign))) for sign in check.signs)
    return rows


def _flare_answer_rows(answer: FlareAnswer) -> list[tuple[Table, Row]]:
    at = answer.answered_at
    row = (answer.id, at.isoformat(), utc(at), answer.flare_on.isoformat(), int(answer.confirmed))
    return [(FLARE_ANSWERS, row)]


def _event_rows(event: TreatmentEvent) -> list[tuple[Table, Row]]:
    at = event.done_at
    return [(TREATMENT_EVENTS, (event.id, at.isoformat(), utc(at), event.treatment, event.dose, event.note))]


def _movement_rows(item: MovementTry) -> list[tuple[Table, Row]]:
    at = item.tried_at
    row = (item.id, at.isoformat(), utc(at), item.movement, item.repetitions, item.note)
    rows: list[tuple[Table, Row]] = [(MOVEMENT_TRIES, row)]
    for stage, symptoms in (("before", item.before), ("after", item.after)):
        for symptom in symptoms:
            mark = (item.id, stage, symptom.region, str(symptom.kind))
            rows.append((MOVEMENT_SYMPTOMS, (*mark, symptom.intensity)))
            rows.extend((MOVEMENT_QUALITIES, (*mark, str(quality))) for quality in symptom.qualities)
    return rows


def _appointment_rows(item: Appointment) -> list[tuple[Table, Row]]:
    at = item.starts_at
    rows: list[tuple[Table, Row]] = [(APPOINTMENTS, (item.id, at.isoformat(), utc(at), item.with_whom, item.said))]
    rows.extend((QUESTIONS, (item.id, position, text)) for position, text in enumerate(item.questions))
    return rows


def _onset_rows(item: Onset) -> list[tuple[Table, Row]]:
    at, began = item.answered_at, item.began_on and item.began_on.isoformat()
    return [(ONSETS, (item.id, at.isoformat(), utc(at), began, str(item.precision)))]


def _read_entries(db: Database, ids: Ids) -> tuple[Entry, ...]:
    qualities: dict[tuple[str, str, str], list[Quality]] = defaultdict(list)
    for entry_id, region, kind, quality in QUALITIES.read(db, ids):
        qualities[entry_id, region, kind].append(Quality(quality))
    symptoms: dict[str, list[Symptom]] = defaultdict(list)
    known: dict[tuple[Any, ...], Symptom] = {}  # ten years hold few different marks: each is checked and built once
    for entry_id, region, kind, intensity in SYMPTOMS.read(db, ids):
        mark = (region, kind, intensity, tuple(qualities.get((entry_id, region, kind), ())))
        symptom = known.get(mark)
        if symptom is None:
            symptom = known[mark] = Symptom(region, Kind(kind), intensity, mark[3])
        symptoms[entry_id].append(symptom)
    activities = _by_owner((row[0], row[2]) for row in ACTIVITIES.read(db, ids))
    reliefs = _by_owner((row[0], row[2]) for row in RELIEFS.read(db, ids))
    return tuple(
        Entry(
            id=row[0],
            recorded_at=datetime.fromisoformat(row[1]),
            scope=Scope(row[3]),
            symptoms=tuple(symptoms.get(row[0], ())) or (() if row[13] else None),
            pain_average=row[4],
            pain_worst=row[5],
            sleep_hours=row[6],
            sleep_disturbed=row[7],
            sitting_minutes=row[8],
            standing_minutes=row[9],
            walking_minutes=row[10],
            activities=tuple(activities.get(row[0], ())),
            reliefs=tuple(reliefs.get(row[0], ())),
            note=row[11],
            edited_at=None if row[12] is None else datetime.fromisoformat(row[12]),
        )
        for row in ENTRIES.read(db, ids)
    )


def _treatment(row: Row) -> Treatment:
    return Treatment(
        id=row[0],
        kind=TreatmentKind(row[1]),
        name=row[2],
        started_on=date.fromisoformat(row[3]),
        ended_on=None if row[4] is None else date.fromisoformat(row[4]),
        dose=row[5],
        note=row[6],
    )


def _strength_test(row: Row) -> StrengthTest:
    return StrengthTest(
        id=row[0],
        tested_at=datetime.fromisoformat(row[1]),
        leg=Side(row[3]),
        heel_raises=row[4],
        heel_walk=None if row[5] is None else Walk(row[5]),
        toe_walk=None if row[6] is None else Walk(row[6]),
        big_toe_lift=None if row[7] is None else BigToeLift(row[7]),
        limited_by=None if row[8] is None else LimitedBy(row[8]),
    )


def _activity_rating(row: Row) -> ActivityRating:
    return ActivityRating(id=row[0], rated_at=datetime.fromisoformat(row[1]), activity=row[3], ability=row[4])


def _read_checks(db: Database, ids: Ids) -> tuple[RedFlagCheck, ...]:
    signs = _by_owner((row[0], RedFlag(row[1])) for row in RED_FLAG_SIGNS.read(db, ids))
    return tuple(
        RedFlagCheck(id=row[0], checked_at=datetime.fromisoformat(row[1]), signs=tuple(signs.get(row[0], ())))
        for row in RED_FLAG_CHECKS.read(db, ids)
    )


def _flare_answer(row: Row) -> FlareAnswer:
    return FlareAnswer(
        id=row[0],
        answered_at=datetime.fromisoformat(row[1]),
        flare_on=date.fromisoformat(row[3]),
        confirmed=bool(row[4]),
    )


def _event(row: Row) -> TreatmentEvent:
    return TreatmentEvent(id=row[0], done_at=datetime.fromisoformat(row[1]), treatment=row[3], dose=row[4], note=row[5])


def _read_movements(db: Database, ids: Ids) -> tuple[MovementTry, ...]:
    qualities: dict[tuple[str, ...], list[Quality]] = defaultdict(list)
    for *mark, quality in MOVEMENT_QUALITIES.read(db, ids):
        qualities[tuple(mark)].append(Quality(quality))
    symptoms: dict[tuple[str, str], list[Symptom]] = defaultdict(list)
    for try_id, stage, region, kind, intensity in MOVEMENT_SYMPTOMS.read(db, ids):
        felt = tuple(qualities.get((try_id, stage, region, kind), ()))
        symptoms[try_id, stage].append(Symptom(region, Kind(kind), intensity, felt))
    return tuple(
        MovementTry(
            id=row[0],
            tried_at=datetime.fromisoformat(row[1]),
            movement=row[3],
            repetitions=row[4],
            before=tuple(symptoms.get((row[0], "before"), ())),
            after=tuple(symptoms.get((row[0], "after"), ())),
            note=row[5],
        )
        for row in MOVEMENT_TRIES.read(db, ids)
    )


def _read_appointments(db: Database, ids: Ids) -> tuple[Appointment, ...]:
    questions = _by_owner((row[0], row[2]) for row in QUESTIONS.read(db, ids))
    return tuple(
        Appointment(
            id=row[0],
            starts_at=datetime.fromisoformat(row[1]),
            with_whom=row[3],
            questions=tuple(questions.get(row[0], ())),
            said=row[4],
        )
        for row in APPOINTMENTS.read(db, ids)
    )


def _onset(row: Row) -> Onset:
    return Onset(
        id=row[0],
        answered_at=datetime.fromisoformat(row[1]),
        began_on=None if row[3] is None else date.fromisoformat(row[3]),
        precision=Precision(row[4]),
    )


def _each(table: Table, record: Callable[[Row], Record]) -> Callable[[Database, Ids], tuple[Record, ...]]:
    """How to read a kind that lies in one table."""
    return lambda db, ids: tuple(map(record, table.read(db, ids)))


def _by_owner(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for owner, value in pairs:
        found[owner].append(value)
    return found


SHAPES: dict[str, Shape] = {
    "entries": Shape(ENTRIES, _entry_rows, _read_entries, (SYMPTOMS, QUALITIES, ACTIVITIES, RELIEFS)),
    "treatments": Shape(TREATMENTS, _treatment_rows, _each(TREATMENTS, _treatment)),
    "strength_tests": Shape(STRENGTH_TESTS, _strength_test_rows, _each(STRENGTH_TESTS, _strength_test)),
    "activity_ratings": Shape(ACTIVITY_RATINGS, _activity_rating_rows, _each(ACTIVITY_RATINGS, _activity_rating)),
    "red_flag_checks": Shape(RED_FLAG_CHECKS, _check_rows, _read_checks, (RED_FLAG_SIGNS,)),
    "flare_answers": Shape(FLARE_ANSWERS, _flare_answer_rows, _each(FLARE_ANSWERS, _flare_answer)),
    "treatment_events": Shape(TREATMENT_EVENTS, _event_rows, _each(TREATMENT_EVENTS, _event)),
    "movement_tries": Shape(MOVEMENT_TRIES, _movement_rows, _read_movements, (MOVEMENT_SYMPTOMS, MOVEMENT_QUALITIES)),
    "appointments": Shape(APPOINTMENTS, _appointment_rows, _read_appointments, (QUESTIONS,)),
    "onsets": Shape(ONSETS, _onset_rows, _each(ONSETS, _onset)),
}
"""Every kind of record by its name in `Records`."""

OWNERS: dict[type[Record], Table] = {kind.type: SHAPES[kind.name].owner for kind in KINDS}
"""The table with one row a record; deleting that row deletes its parts in the other tables too."""
PARENTS_FIRST: tuple[Table, ...] = tuple(table for shape in SHAPES.values() for table in (shape.owner, *shape.parts))
"""Every table, each after those it refers to."""

_SHAPES_OF = {kind.type: SHAPES[kind.name] for kind in KINDS}
