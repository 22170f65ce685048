"""What the page for the appointment says beside the sentences: how sure they are, figures then and now, dates."""

from datetime import date

from journal.analysis.results import Direction, Measure, MeasureKey, Progress, Stretch
from journal.i18n import _, day, ngettext, number, span
from journal.wording import direction as direction_words

UNKNOWN = "–"
_WHOLE = (MeasureKey.HEEL_RAISES, MeasureKey.SITTING, MeasureKey.STANDING, MeasureKey.WALKING)
"""Whole numbers; the rest has one decimal."""


def certainty(direction: Direction) -> str:
    """Say over which dates and how surely a leg moved; "" while there is nothing to be sure of."""
    if direction.interval is None or direction.probability_up is None or not direction.leg_days:
        return ""
    assert direction.first_day is not None
    assert direction.last_day is not None
    up = direction.probability_up >= 0.5
    probability = direction.probability_up if up else 1 - direction.probability_up
    values = {
        "dates": span(direction.first_day, direction.last_day),
        "interval": direction_words.interval(direction),
        "probability": percent(min(0.999, probability)),
    }
    if up:
        return _("{dates}: 90 % interval {interval}; probability of any move up {probability}.").format(**values)
    return _("{dates}: 90 % interval {interval}; probability of any move down {probability}.").format(**values)


def percent(share: float) -> str:
    """Write a share of 0..1 in percent, with a decimal where it is close to certain: "99.4 %"."""
    digits = 1 if 0.99 <= share < 1 else 0
    return _("{number} %").format(number=number(share * 100, digits))


def logged(progress: Progress) -> str:
    """Say how many of the days shown have an entry: "45 of 56 days logged"."""
    text = ngettext("{count} of {total} day logged", "{count} of {total} days logged", progress.days_elapsed)
    return text.format(count=number(progress.days_logged), total=number(progress.days_elapsed))


def then_and_now(then: Stretch | None, now: Stretch) -> str:
    """Say which days the table of figures compares."""
    if then is None:
        return span(now.first, now.last)
    return _("means of {then} and {now}; tests and ratings: first, last").format(
        then=span(then.first, then.last), now=span(now.first, now.last)
    )


def figure(measure: Measure, value: float | None, days: int) -> str:
    """Write one figure, with its number of days where it is a count of days."""
    if value is None:
        return UNKNOWN
    if measure.key is MeasureKey.PAIN_FREE_DAYS:
        return _("{count} of {total}").format(count=number(value), total=number(days))
    return number(value, 0 if measure.key in _WHOLE else 1)


def is_real(measure: Measure) -> bool:
    """Whether a change reaches what counts as real; False where that is not known."""
    if measure.then is None or measure.now is None:
        return False
    difference = abs(measure.now - measure.then)
    asked = [] if measure.counts_from is None else [difference >= measure.counts_from]
    if measure.counts_from_percent is not None:
        asked.append(measure.then > 0 and difference / measure.then * 100 >= measure.counts_from_percent)
    return bool(asked) and all(asked)


def running(started: date, ended: date | None) -> str:
    """Say from when to when something was tried."""
    if ended is None:
        return _("since {date}").format(date=day(started))
    return day(started) if started == ended else span(started, ended)
