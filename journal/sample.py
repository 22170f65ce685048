"""A made-up journal to look around in: ten weeks of a right leg that hurts less far down at the end than at the start.

Everything in it is invented. The same last day always gives the same records.
"""

import random
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone

from journal.domain.appointment import Appointment
from journal.domain.body import Side
from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.domain.function import ActivityRating
from journal.domain.movement import MovementTry
from journal.domain.onset import Onset, Precision
from journal.domain.records import Records, age
from journal.domain.redflag import RedFlagCheck
from journal.domain.strength import BigToeLift, LimitedBy, StrengthTest, Walk
from journal.domain.treatment import Treatment, TreatmentEvent, TreatmentKind
from journal.i18n import N_, _

DAYS = 70
_SEED = 26
_ZONE = timezone(timedelta(hours=1))
_FLARES = ((23, 4), (46, 5))
"""First day and length: an afternoon of gardening, and a long drive."""
_GAPS = (9, 10, 11, 18, 31, 36, 37, 53, 60, 65)
"""Days on which nothing was written: a weekend away, and ordinary forgetting."""

_PLACES: dict[int, tuple[str, ...]] = {
    2: ("right_low_back",),
    3: ("right_buttock_lower", "right_buttock_upper"),
    4: ("right_thigh_back_upper", "right_thigh_back_lower"),
    5: ("right_knee_back",),
    6: ("right_calf_upper", "right_calf_lower", "right_lower_leg_outer"),
    7: ("right_foot_outer_edge", "right_heel"),
}
_NOTES = {
    0: N_("Starting this because I can never remember at the appointment how last week was."),
    2: N_("Woke at three and could not lie on either side. Walked round the kitchen until it eased."),
    4: N_("The little toe feels as if there were cotton wool round it."),
    7: N_("Sat through the whole meeting, paid for it all evening."),
    12: N_(
        "First visit to the physiotherapist. She watched me bend and gave me two exercises, ten times, three times."
    ),
    15: N_("Exercises done, twice. Not sure they do anything."),
    20: N_("A better day. Walked to the bakery and back without stopping."),
    23: N_("Two hours of weeding. I knew it while I was doing it."),
    24: N_("Calf and foot again, like in the first week. Lay on the floor most of the day."),
    28: N_("Settling. The foot let go first, then the calf."),
    33: N_("Forgot the tablet at lunch and noticed only in the evening."),
    40: N_("More in the thigh than in the calf now. Is that good?"),
    46: N_("Four hours in the car to my sister's. Stopped twice, should have stopped four times."),
    48: N_("Still down to the ankle, but it came and went faster than the last time."),
    55: N_("Slept through. The first time since it began."),
    58: N_("Only a pull in the back of the thigh when I put my socks on."),
    63: N_("Back at the choir. Stood for the second half."),
    67: N_("Mostly the buttock, after sitting. The back itself aches more than it used to."),
    69: N_("Appointment next week. I will bring the page."),
}
_OWN_ACTIVITIES = (
    (N_("Putting on socks"), 2.0, 7.0),
    (N_("Sitting through dinner"), 3.0, 7.0),
    (N_("Walking to the shop"), 4.0, 9.0),
)
_BAD_ACTIVITIES = (N_("sitting"), N_("driving"), N_("bending"), N_("desk work"))
_GOOD_ACTIVITIES = (N_("walking"), N_("housework"), N_("exercises"), N_("shopping"))
_RELIEFS = (N_("lying down"), N_("walking"), N_("heat"), N_("changing position"), N_("exercises"))


def generate(last: date) -> Records:
    """Return the made-up journal whose last day is `last`."""
    first = last - timedelta(days=DAYS - 1)
    chance = random.Random(_SEED)

    def new_id() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))

    entries = [entry for number in range(DAYS) for entry in _day(chance, new_id, first, number)]
    weeks = range(6, DAYS, 7)
    treatments = _treatments(new_id, first)
    return Records(
        entries=tuple(entries),
        treatments=treatments,
        strength_tests=tuple(test for week in weeks for test in _tests(chance, new_id, first, week)),
        activity_ratings=tuple(rating for week in weeks for rating in _ratings(chance, new_id, first, week)),
        red_flag_checks=tuple(
            RedFlagCheck(id=new_id(), checked_at=_at(first, number, 19, 5 + number % 7)) for number in (0, *weeks)
        ),
        treatment_events=tuple(sorted(_events(chance, new_id, first, treatments), key=age)),
        movement_tries=tuple(_tries(chance, new_id, first)),
        appointments=_appointments(new_id, first),
        onsets=(_onset(new_id, first),),
    )


def _at(first: date, number: int, hour: int, minute: int) -> datetime:
    return datetime.combine(first + timedelta(days=number), time(hour, minute), _ZONE)


def _healed(number: int) -> float:
    """How far along the ten weeks a day is, 0..1: slow at first, then quicker."""
    return float((number / (DAYS - 1)) ** 1.3)


def _flare(number: int) -> float:
    """How much of a flare a day has, 0..1: worst on its second day."""
    for start, length in _FLARES:
        if start <= number < start + length:
            return 1 - abs(number - start - 1) / length
    return 0.0


def _day(chance: random.Random, new_id: Callable[[], str], first: date, number: int) -> Iterator[Entry]:
    """The entries of one day: mostly one in the evening, at times one in the morning, at times only a quick one."""
    level = 6.4 - 3.4 * _healed(number) + 1.5 * _flare(number) + chance.gauss(0, 0.7)
    pain = 6.6 - 4.2 * _healed(number) + 2.4 * _flare(number) + chance.gauss(0, 0.7)
    habit = chance.random()
    minute = chance.randrange(60)
    if number in _GAPS:
        return
    only_quick = habit > 0.82 and number not in _NOTES
    if habit < 0.3 or only_quick:
        morning = _symptoms(chance, level - 0.6, pain - 0.5, number)
        yield Entry(
            id=new_id(),
            recorded_at=_at(first, number, 7 + minute % 3, minute),
            scope=Scope.NOW,
            symptoms=morning,
            activities=_words(chance, _BAD_ACTIVITIES, 1) if morning else (),
        )
    if only_quick:
        return
    worst = max(0.0, min(10.0, round(pain + 1 + chance.random())))
    disturbed = 7 - 5.5 * _healed(number) + 2 * _flare(number) + chance.gauss(0, 0.8)
    yield Entry(
        id=new_id(),
        recorded_at=_at(first, number, 20 + minute % 2, minute),
        scope=Scope.DAY,
        symptoms=_symptoms(chance, level, pain + 1, number),
        pain_average=max(0.0, min(worst, round(pain))),
        pain_worst=worst,
        sleep_hours=round(2 * (5.2 + 1.8 * _healed(number) - _flare(number) + chance.gauss(0, 0.4))) / 2,
        sleep_disturbed=max(0, min(10, round(disturbed))),
        sitting_minutes=_minutes(chance, 150 + 110 * _healed(number)),
        standing_minutes=_minutes(chance, 60 + 50 * _healed(number) - 30 * _flare(number)),
        walking_minutes=_minutes(chance, 15 + 40 * _healed(number) - 12 * _flare(number)),
        activities=_words(chance, _GOOD_ACTIVITIES if pain < 4 else _BAD_ACTIVITIES, 2),
        reliefs=_words(chance, _RELIEFS, 1 if pain < 3 else 2),
        note=_(_NOTES[number]) if number in _NOTES else "",
    )


def _symptoms(chance: random.Random, level: float, pain: float, number: int) -> tuple[Symptom, ...]:
    """Pain from the buttock down to the day's level, strongest near its end; and a numbness of the foot that fades."""
    deepest = max(2, min(7, round(level)))
    found: dict[tuple[str, Kind], Symptom] = {}

    def mark(region: str, kind: Kind, intensity: float, qualities: tuple[Quality, ...] = ()) -> None:
        if round(intensity) >= 1:
            found[region, kind] = Symptom(region, kind, min(10, round(intensity)), qualities)

    for at in range(max(deepest - 2, 2), deepest + 1):
        near_end = pain - 0.9 * (deepest - at)
        quality = (Quality.SHOOTING,) if at >= 5 and pain > 5 else (Quality.DULL_ACHE,) if at <= 3 else ()
        mark(_PLACES[at][0], Kind.PAIN, max(1.0, near_end), quality)
        if at == deepest and len(_PLACES[at]) > 1 and chance.random() < 0.45:
            mark(_PLACES[at][1], Kind.PAIN, max(1.0, near_end - 1))
    if chance.random() < 0.25 + 0.35 * _healed(number):  # as the leg lets go, the back is felt more
        mark("right_low_back", Kind.PAIN, 2 + chance.random() * 2, (Quality.STIFF,))
    numb = 5.4 - 7 * _healed(number) + 2 * _flare(number) + chance.gauss(0, 0.5)
    mark("right_little_toe", Kind.NUMBNESS, numb)
    if numb > 3:
        mark("right_foot_outer_edge", Kind.NUMBNESS, numb - 1)
    if chance.random() < 0.5:
        mark("right_calf_lower", Kind.TINGLING, 4 - 5 * _healed(number) + _flare(number))
    return tuple(found.values())


def _minutes(chance: random.Random, usual: float) -> int:
    return max(5, 5 * round(usual * (0.8 + 0.4 * chance.random()) / 5))


def _words(chance: random.Random, words: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(_(word) for word in chance.sample(words, chance.randint(0, most)))


def _treatments(new_id: Callable[[], str], first: date) -> tuple[Treatment, ...]:
    return (
        Treatment(
            id=new_id(),
            kind=TreatmentKind.MEDICATION,
            name=_("Ibuprofen"),
            started_on=first + timedelta(days=1),
            ended_on=first + timedelta(days=34),
            dose=_("400 mg, twice a day with food"),
        ),
        Treatment(
            id=new_id(),
            kind=TreatmentKind.EXERCISE,
            name=_("Physiotherapy exercises"),
            started_on=first + timedelta(days=12),
            dose=_("10 repeats, three times a day"),
            note=_("Two exercises lying down, from the second visit on also walking."),
        ),
    )


def _events(
    chance: random.Random, new_id: Callable[[], str], first: date, treatments: tuple[Treatment, ...]
) -> Iterator[TreatmentEvent]:
    """The tablets twice a day, the exercises when they were done."""
    tablets, exercises = treatments
    for number in range(DAYS):
        if number in _GAPS:
            continue
        if tablets.runs_on(first + timedelta(days=number)):
            for hour in (8, 20):
                yield TreatmentEvent(id=new_id(), done_at=_at(first, number, hour, 10), treatment=tablets.id)
        for hour in (9, 18):
            if chance.random() < 0.6 and exercises.runs_on(first + timedelta(days=number)):
                yield TreatmentEvent(id=new_id(), done_at=_at(first, number, hour, 30), treatment=exercises.id)


def _tries(chance: random.Random, new_id: Callable[[], str], first: date) -> Iterator[MovementTry]:
    """Propping up moves the pain up at times; bending forward moves it down at times."""
    for number in range(13, DAYS, 4):
        propped = number % 8 == 5
        level = min(7, max(3, round(6.4 - 3.4 * _healed(number))))
        moved = chance.random() < 0.6
        after = level - 2 if propped and moved else level + 1 if moved and number % 3 else level
        pain = max(2, round(6 - 4 * _healed(number)))
        yield MovementTry(
            id=new_id(),
            tried_at=_at(first, number, 18, 10),
            movement=_("Propped on the elbows") if propped else _("Bending forward, standing"),
            repetitions=10 if propped else 5,
            before=(Symptom(_PLACES[level][0], Kind.PAIN, pain),),
            after=(Symptom(_PLACES[min(7, max(2, after))][0], Kind.PAIN, pain - 1 if after < level else pain),),
        )


def _appointments(new_id: Callable[[], str], first: date) -> tuple[Appointment, ...]:
    return (
        Appointment(
            id=new_id(),
            starts_at=_at(first, 12, 10, 30),
            with_whom=_("Physiotherapist"),
            said=_("Two exercises, ten times, three times a day. Come back if the foot gets weaker."),
        ),
        Appointment(
            id=new_id(),
            starts_at=_at(first, DAYS + 6, 9, 15),
            with_whom=_("Family doctor"),
            questions=(
                _("Is it a good sign that the calf is quiet and the back aches more?"),
                _("How long should I go on with the exercises?"),
                _("May I drive four hours at Christmas?"),
            ),
        ),
    )


def _onset(new_id: Callable[[], str], first: date) -> Onset:
    """Two months before the first entry, as somebody remembers it."""
    began = first - timedelta(days=60)
    return Onset(id=new_id(), answered_at=_at(first, 0, 18, 50), began_on=began, precision=Precision.MONTH)


def _tests(chance: random.Random, new_id: Callable[[], str], first: date, number: int) -> Iterator[StrengthTest]:
    healed = _healed(number)
    yield StrengthTest(
        id=new_id(),
        tested_at=_at(first, number, 18, 30),
        leg=Side.LEFT,
        heel_raises=min(25, 23 + chance.randint(-1, 2)),
        heel_walk=Walk.YES,
        toe_walk=Walk.YES,
        big_toe_lift=BigToeLift.NORMAL,
    )
    yield StrengthTest(
        id=new_id(),
        tested_at=_at(first, number, 18, 34),
        leg=Side.RIGHT,
        heel_raises=round(9 + 10 * healed + chance.gauss(0, 1)),
        heel_walk=Walk.YES if healed > 0.2 else Walk.PARTLY,
        toe_walk=Walk.YES if healed > 0.4 else Walk.PARTLY,
        big_toe_lift=BigToeLift.NORMAL if healed > 0.5 else BigToeLift.WEAK,
        limited_by=LimitedBy.PAIN if healed < 0.3 else LimitedBy.WEAKNESS if healed < 0.8 else None,
    )


def _ratings(chance: random.Random, new_id: Callable[[], str], first: date, number: int) -> Iterator[ActivityRating]:
    for position, (activity, start, end) in enumerate(_OWN_ACTIVITIES):
        ability = start + (end - start) * _healed(number) - 2 * _flare(number) + chance.gauss(0, 0.4)
        yield ActivityRating(
            id=new_id(),
            rated_at=_at(first, number, 18, 40 + position),
            activity=_(activity),
            ability=max(0, min(10, round(ability))),
        )
