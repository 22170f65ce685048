"""Any record and any journal, for hypothesis."""

import string
from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from journal.domain.appointment import Appointment
from journal.domain.body import REGIONS, Side
from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.domain.flare import FlareAnswer
from journal.domain.function import ActivityRating
from journal.domain.movement import MovementTry
from journal.domain.onset import Onset, Precision
from journal.domain.records import Records, age
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import BigToeLift, LimitedBy, StrengthTest, Walk
from journal.domain.treatment import Treatment, TreatmentEvent, TreatmentKind

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1900, 1, 2), datetime(2200, 12, 30), timezones=offsets)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
ids = st.uuids().map(str)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40) | st.text(
    string.printable, max_size=40
)
names = texts.filter(str.strip)
words = st.lists(names, max_size=3, unique=True).map(tuple)


def maybe(strategy):
    return st.none() | strategy


def between(low, high):
    return st.floats(low, high) | st.integers(low, high)


symptoms = st.builds(
    Symptom,
    region=st.sampled_from(list(REGIONS)),
    kind=st.sampled_from(Kind),
    intensity=st.integers(1, 10),
    qualities=st.lists(st.sampled_from(Quality), max_size=3).map(tuple),
)
entries = st.builds(
    Entry,
    id=ids,
    recorded_at=moments,
    scope=st.sampled_from(Scope),
    symptoms=maybe(st.lists(symptoms, max_size=4, unique_by=lambda s: (s.region, s.kind)).map(tuple)),
    pain_average=maybe(between(0, 10)),
    pain_worst=maybe(between(0, 10)),
    sleep_hours=maybe(between(0, 24)),
    sleep_disturbed=maybe(between(0, 10)),
    sitting_minutes=maybe(st.integers(0, 1440)),
    standing_minutes=maybe(st.integers(0, 1440)),
    walking_minutes=maybe(st.integers(0, 1440)),
    activities=words,
    reliefs=words,
    note=texts,
    edited_at=maybe(moments),
)


@st.composite
def _treatments(draw):
    first, last = sorted([draw(days), draw(days)])
    return Treatment(
        id=draw(ids),
        kind=draw(st.sampled_from(TreatmentKind)),
        name=draw(names),
        started_on=first,
        ended_on=draw(st.sampled_from([None, last])),
        dose=draw(texts),
        note=draw(texts),
    )


treatments = _treatments()
strength_tests = st.builds(
    StrengthTest,
    id=ids,
    tested_at=moments,
    leg=st.sampled_from([Side.LEFT, Side.RIGHT]),
    heel_raises=maybe(st.integers(0, 25)),
    heel_walk=maybe(st.sampled_from(Walk)),
    toe_walk=maybe(st.sampled_from(Walk)),
    big_toe_lift=maybe(st.sampled_from(BigToeLift)),
    limited_by=maybe(st.sampled_from(LimitedBy)),
)
activity_ratings = st.builds(ActivityRating, id=ids, rated_at=moments, activity=names, ability=between(0, 10))
red_flag_checks = st.builds(
    RedFlagCheck, id=ids, checked_at=moments, signs=st.lists(st.sampled_from(RedFlag), max_size=3).map(tuple)
)


flare_answers = st.builds(FlareAnswer, id=ids, answered_at=moments, flare_on=days, confirmed=st.booleans())
treatment_events = st.builds(TreatmentEvent, id=ids, done_at=moments, treatment=ids, dose=texts, note=texts)
mark_sets = st.lists(symptoms, max_size=3, unique_by=lambda s: (s.region, s.kind)).map(tuple)
movement_tries = st.builds(
    MovementTry,
    id=ids,
    tried_at=moments,
    movement=names,
    repetitions=maybe(st.integers(1, 1000)),
    before=mark_sets,
    after=mark_sets,
    note=texts,
)
appointments = st.builds(Appointment, id=ids, starts_at=moments, with_whom=texts, questions=words, said=texts)


@st.composite
def _onsets(draw):
    at = draw(moments)
    precision = draw(st.sampled_from(Precision))
    began = None if precision is Precision.UNKNOWN else draw(st.dates(date(1900, 1, 1), at.date()))
    return Onset(id=draw(ids), answered_at=at, began_on=began, precision=precision)


onsets = _onsets()


def _some(strategy):
    found = st.lists(strategy, max_size=3, unique_by=lambda record: record.id)
    return found.map(lambda items: tuple(sorted(items, key=age)))


journals = st.builds(
    Records,
    entries=_some(entries),
    treatments=_some(treatments),
    strength_tests=_some(strength_tests),
    activity_ratings=_some(activity_ratings),
    red_flag_checks=_some(red_flag_checks),
    flare_answers=_some(flare_answers),
    treatment_events=_some(treatment_events),
    movement_tries=_some(movement_tries),
    appointments=_some(appointments),
    onsets=_some(onsets),
)
