"""Small diaries for tests: days written by hand, and any valid journal for hypothesis."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from journal.domain.body import LEGS, REGIONS
from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import BigToeLift, LimitedBy, StrengthTest, Walk
from journal.domain.treatment import Treatment, TreatmentKind

FIRST = date(2026, 3, 2)
"""A Monday; the clocks of Europe change on 29 March."""

PLACE_AT_LEVEL = {
    "left": (
        None,
        "sacrum",
        "left_low_back",
        "left_buttock_lower",
        "left_thigh_outer",
        "left_knee_back",
        "left_calf_upper",
        "left_sole",
    ),
    "right": (
        None,
        "sacrum",
        "right_low_back",
        "right_buttock_lower",
        "right_thigh_outer",
        "right_knee_back",
        "right_calf_upper",
        "right_sole",
    ),
}


def day(number: int) -> date:
    """The date `number` days after `FIRST`."""
    return FIRST + timedelta(days=number)


def moment(number: int, hour: int = 20, minute: int = 0) -> datetime:
    """A time on that day."""
    return datetime.combine(day(number), datetime.min.time(), timezone(timedelta(hours=1))).replace(
        hour=hour, minute=minute
    )


def marks(*places: str, kind: Kind = Kind.PAIN, intensity: int = 5) -> tuple[Symptom, ...]:
    """The same feeling in several regions."""
    return tuple(Symptom(place, kind, intensity) for place in places)


def entry(number: int, *symptoms: Symptom, scope: Scope = Scope.DAY, hour: int = 20, **figures: object) -> Entry:
    """An entry on that day, a whole-day one unless said."""
    return Entry(recorded_at=moment(number, hour), scope=scope, symptoms=symptoms, **figures)  # type: ignore[arg-type]


def at_level(number: int, level: int, side: str = "left", intensity: int = 5, **figures: object) -> Entry:
    """A whole-day entry whose distal level in that leg is `level`."""
    place = PLACE_AT_LEVEL[side][level]
    return entry(number, *(marks(place, intensity=intensity) if place else ()), **figures)


def in_pain(pains: list[float | None], **figures: object) -> Records:
    """One whole-day entry a day with that average and worst pain in the left thigh; None is a day without an entry."""
    return Records(
        entries=tuple(
            at_level(
                number, 4 if pain else 0, intensity=max(1, round(pain)), pain_average=pain, pain_worst=pain, **figures
            )
            for number, pain in enumerate(pains)
            if pain is not None
        )
    )


def mirrored(records: Records) -> Records:
    """The same journal with left and right exchanged."""
    from dataclasses import replace

    return replace(
        records,
        entries=tuple(
            replace(
                item,
                symptoms=tuple(replace(symptom, region=symptom.place.mirrored_id) for symptom in item.marks),
            )
            for item in records.entries
        ),
        strength_tests=tuple(replace(test, leg=test.leg.mirrored) for test in records.strength_tests),
    )


def shifted(records: Records, days: int) -> Records:
    """The same journal, written `days` days later."""
    from dataclasses import replace

    step = timedelta(days=days)
    return replace(
        records,
        entries=tuple(replace(item, recorded_at=item.recorded_at + step) for item in records.entries),
        treatments=tuple(
            replace(
                item,
                started_on=item.started_on + step,
                ended_on=None if item.ended_on is None else item.ended_on + step,
            )
            for item in records.treatments
        ),
        strength_tests=tuple(replace(item, tested_at=item.tested_at + step) for item in records.strength_tests),
        activity_ratings=tuple(replace(item, rated_at=item.rated_at + step) for item in records.activity_ratings),
        red_flag_checks=tuple(replace(item, checked_at=item.checked_at + step) for item in records.red_flag_checks),
    )


numbers = st.integers(0, 70)
"""Day numbers, close enough together for windows to fill."""
clocks = st.builds(
    lambda number, hour, minute, offset: datetime.combine(
        day(number), datetime.min.time(), timezone(timedelta(hours=offset))
    ).replace(hour=hour, minute=minute),
    numbers,
    st.sampled_from([0, 2, 3, 12, 20, 23]),
    st.sampled_from([0, 30, 59]),
    st.sampled_from([-8, 0, 1, 2, 12]),
)
"""Moments over a change of clocks and across time zones, also just before and after midnight."""
ratings = st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0, 5.0, 7.5, 10.0])
minutes = st.none() | st.sampled_from([0, 10, 120, 1440])
symptoms = st.lists(
    st.builds(
        Symptom,
        region=st.sampled_from(list(REGIONS)),
        kind=st.sampled_from(Kind),
        intensity=st.integers(1, 10),
        qualities=st.lists(st.sampled_from(Quality), max_size=2).map(tuple),
    ),
    max_size=4,
    unique_by=lambda symptom: (symptom.region, symptom.kind),
).map(tuple)
entries = st.builds(
    Entry,
    id=st.uuids().map(str),
    recorded_at=clocks,
    scope=st.sampled_from(Scope),
    symptoms=symptoms,
    pain_average=ratings,
    pain_worst=ratings,
    sleep_hours=ratings,
    sleep_disturbed=ratings,
    sitting_minutes=minutes,
    standing_minutes=minutes,
    walking_minutes=minutes,
)
tests = st.builds(
    StrengthTest,
    tested_at=clocks,
    leg=st.sampled_from(LEGS),
    heel_raises=st.none() | st.integers(0, 25),
    heel_walk=st.none() | st.sampled_from(Walk),
    toe_walk=st.none() | st.sampled_from(Walk),
    big_toe_lift=st.none() | st.sampled_from(BigToeLift),
    limited_by=st.none() | st.sampled_from(LimitedBy),
)
treatments = st.builds(
    lambda kind, start, length: Treatment(
        kind=kind, name="Nerve glides", started_on=day(start), ended_on=None if length is None else day(start + length)
    ),
    st.sampled_from(TreatmentKind),
    numbers,
    st.none() | st.integers(0, 30),
)


def _oldest_first(items: list, key: str) -> tuple:
    return tuple(sorted(items, key=lambda item: getattr(item, key)))


journals = st.builds(
    lambda entries, treatments, tests, rated, checks: Records(
        entries=_oldest_first(entries, "recorded_at"),
        treatments=_oldest_first(treatments, "started_on"),
        strength_tests=_oldest_first(tests, "tested_at"),
        activity_ratings=_oldest_first(rated, "rated_at"),
        red_flag_checks=_oldest_first(checks, "checked_at"),
    ),
    st.lists(entries, max_size=40),
    st.lists(treatments, max_size=3),
    st.lists(tests, max_size=6),
    st.lists(
        st.builds(
            ActivityRating,
            rated_at=clocks,
            activity=st.sampled_from(["Tie my shoes", "Drive"]),
            ability=st.sampled_from([0.0, 3.0, 9.0, 10.0]),
        ),
        max_size=6,
    ),
    st.lists(
        st.builds(RedFlagCheck, checked_at=clocks, signs=st.lists(st.sampled_from(RedFlag), max_size=3).map(tuple)),
        max_size=4,
    ),
)
"""Any valid journal of some ten weeks."""
