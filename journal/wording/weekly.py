"""What the weekly check says: how each test is done, and whether a change counts."""

from datetime import date

from journal.analysis.weekly import WeeklyComparison
from journal.domain.strength import HEEL_RAISE_CAP, BigToeLift, HomeTest, Walk
from journal.i18n import N_, _, day, ngettext, number
from journal.wording import labels

_STANDING = N_("Hold on to something that does not move. Stop if it hurts more. You can leave out any test.")
_SITTING = N_("Stop if it hurts more. You can leave out any test.")
ABOUT = N_(
    "Three short parts: strength of both legs, a few activities of your own, and the urgent signs. It takes about two"
    " minutes, every step can be skipped, and you can stop and go on later."
)
WITHOUT_FIGURES = N_("What you had last time is shown afterwards, so that it does not sway you.")
SCALE = N_("0: cannot do it · 10: as before the pain")
CHOOSE = N_(
    "Choose three to five things that matter to you and that the leg or the back makes hard. Keep the same ones: that"
    " is what makes weeks comparable."
)
SUGGESTIONS = (
    N_("Walking to the shop"),
    N_("Putting on socks"),
    N_("Sitting through a meal"),
    N_("Getting out of bed"),
    N_("Standing in the kitchen"),
    N_("Climbing stairs"),
    N_("Driving for half an hour"),
    N_("Lifting a shopping bag"),
)
_NAMES = {
    HomeTest.HEEL_RAISES: N_("Heel raises on one leg"),
    HomeTest.HEEL_WALK: N_("Walking on your heels"),
    HomeTest.TOE_WALK: N_("Walking on tiptoe"),
    HomeTest.BIG_TOE_LIFT: N_("Lifting the big toe"),
}
_HOW = {
    HomeTest.HEEL_RAISES: N_(
        "Stand on one leg with the knee straight and a hand on a sturdy chair or a table. Rise onto your toes as high"
        " as you can and come down, about one every two seconds. Count each full one. Stop at 25."
    ),
    HomeTest.HEEL_WALK: N_(
        "Walk ten steps on your heels along a wall or a worktop, with the front of both feet up. Watch one foot at a"
        " time: does it stay up?"
    ),
    HomeTest.TOE_WALK: N_(
        "Walk ten steps on tiptoe along a wall or a worktop. Watch one heel at a time: does it stay up?"
    ),
    HomeTest.BIG_TOE_LIFT: N_(
        "Sit with both feet flat on the floor. Lift only the big toe and hold it up while you press on it lightly with"
        " a finger or the other heel."
    ),
}
_WALK_ANSWERS = {Walk.YES: N_("Yes"), Walk.PARTLY: N_("Partly"), Walk.NO: N_("No")}
_LIFT_ANSWERS = {
    BigToeLift.NORMAL: N_("Normal: it holds"),
    BigToeLift.WEAK: N_("Weak: it gives way"),
    BigToeLift.NONE: N_("None: it does not lift"),
}


def safety(test: HomeTest) -> str:
    """Return what keeps a test safe; holding on to something belongs to those that are done standing."""
    return _(_SITTING) if test is HomeTest.BIG_TOE_LIFT else _(_STANDING)


def name(test: HomeTest) -> str:
    """Return a test's heading."""
    return _(_NAMES[test])


def how(test: HomeTest) -> str:
    """Return how a test is done."""
    return _(_HOW[test])


def answers(test: HomeTest) -> tuple[tuple[str, str], ...]:
    """Return the answers of a test that is not counted: values and words, the best first."""
    table = _LIFT_ANSWERS if test is HomeTest.BIG_TOE_LIFT else _WALK_ANSWERS
    return tuple((value.value, _(words)) for value, words in table.items())


def due(on: date, today: date) -> str:
    """Return the quiet line about the next check."""
    if on > today:
        return _("The next one can be from {day} on.").format(day=day(on))
    return _("A weekly check can be done when it suits you.")


def last(on: date | None) -> str:
    """Return when the last check was."""
    return _("Not done yet.") if on is None else _("Last done on {day}.").format(day=day(on))


def compared(one: WeeklyComparison) -> str:
    """Return one result, what it was before, and whether that counts."""
    return _number(one) if one.test in (HomeTest.HEEL_RAISES, None) else _word(one)


def _number(one: WeeklyComparison) -> str:
    now, before = float(one.now), None if one.before is None else float(one.before)
    points = 0 if all(value is None or value == int(value) for value in (now, before)) else 1
    what = one.activity if one.test is None else _of(one)
    if before is None or one.before_on is None:
        return _("{what}: {now}. There is nothing earlier to compare with.").format(what=what, now=number(now, points))
    values = {"what": what, "now": number(now, points), "before": number(before, points), "day": day(one.before_on)}
    if now == before:
        return _("{what}: {now}, the same as on {day}.").format(**values)
    if one.test is None:
        text = (
            _("{what}: {now}; on {day} it was {before}. A change of 2 points or more counts, so this one does.")
            if one.counts
            else _("{what}: {now}; on {day} it was {before}. Less than 2 points can be chance.")
        )
    elif one.counts:
        text = _("{what}: {now}; on {day} it was {before}. A change of 7 or more counts, so this one does.")
    else:
        text = _("{what}: {now}; on {day} it was {before}. Up to 6 more or fewer can be chance from day to day.")
    return text.format(**values)


def _word(one: WeeklyComparison) -> str:
    what, now = _of(one), labels.label(one.now)  # type: ignore[arg-type]
    if one.before is None or one.before_on is None:
        return _("{what}: {now}. There is nothing earlier to compare with.").format(what=what, now=now)
    values = {"what": what, "now": now, "before": labels.label(one.before), "day": day(one.before_on)}  # type: ignore[arg-type]
    if one.now == one.before:
        return _("{what}: {now}, the same as on {day}.").format(**values)
    return _("{what}: {now}; on {day} it was {before}.").format(**values)


def _of(one: WeeklyComparison) -> str:
    assert one.test is not None
    assert one.leg is not None
    return _("{leg}, {test}").format(leg=labels.leg(one.leg), test=labels.label(one.test))


def raises(count: int) -> str:
    """Return a count of heel raises: "12 raises"."""
    return ngettext("{count} raise", "{count} raises", count).format(count=number(count))


def enough() -> str:
    """Return what is said at the cap."""
    return _("{count}: that is enough, you can stop.").format(count=number(HEEL_RAISE_CAP))
