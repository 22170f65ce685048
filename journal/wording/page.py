"""What the page for the appointment says beside the sentences: figures then and now, certainty, urgent signs."""

from collections.abc import Sequence
from datetime import date

from journal.analysis.results import Direction, Measure, MeasureKey, Progress, Stretch, Verdict
from journal.domain.redflag import RedFlagCheck, Tier
from journal.i18n import _, day, ngettext, number, span
from journal.wording import direction as direction_words
from journal.wording import labels

UNKNOWN = "–"
_COUNTS = (MeasureKey.HEEL_RAISES, MeasureKey.SITTING, MeasureKey.STANDING, MeasureKey.WALKING)
"""Whole numbers; the rest has one decimal."""


def certainty(direction: Direction) -> str:
    """Say over which dates and how surely a leg moved; "" while nothing was computed."""
    if direction.interval is None or direction.probability_up is None or direction.verdict is Verdict.NO_SYMPTOMS:
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
    return _("Means of {then} and of {now}; tests and ratings: first and last.").format(
        then=span(then.first, then.last), now=span(now.first, now.last)
    )


def measured(measure: Measure) -> tuple[str, str, str, str]:
    """Return a row's figures: then, now, the change, and from what change it counts as real."""
    return (
        figure(measure, measure.then, measure.then_days),
        figure(measure, measure.now, measure.now_days),
        change(measure),
        counts_from(measure),
    )


def figure(measure: Measure, value: float | None, days: int) -> str:
    """Write one figure, with its number of days where it is a count of days."""
    if value is None:
        return UNKNOWN
    if measure.key is MeasureKey.PAIN_FREE_DAYS:
        return _("{count} of {total}").format(count=number(value), total=number(days))
    return number(value, 0 if measure.key in _COUNTS else 1)


def change(measure: Measure) -> str:
    """Write the change with its sign, in percent too where percent count: "−2.7 (−44 %)"; "" while unknown."""
    if measure.then is None or measure.now is None or measure.key is MeasureKey.PAIN_FREE_DAYS:
        return ""
    digits = 0 if measure.key in _COUNTS else 1
    difference = measure.now - measure.then
    text = signed(difference, digits)
    if measure.counts_from_percent is None or not measure.then:
        return text
    share = signed(difference / measure.then * 100, 0)
    return _("{change} ({percent}\N{NO-BREAK SPACE}%)").format(change=text, percent=share)


def counts_from(measure: Measure) -> str:
    """Write the smallest change that counts as real: "2 and 30 %"; "" where none is known."""
    share = measure.counts_from_percent
    if measure.counts_from is None:
        return "" if share is None else _("{percent}\N{NO-BREAK SPACE}%").format(percent=number(share))
    if share is None:
        return number(measure.counts_from)
    return _("{points} and {percent}\N{NO-BREAK SPACE}%").format(
        points=number(measure.counts_from), percent=number(share)
    )


def is_real(measure: Measure) -> bool:
    """Whether a change reaches what counts as real; False where that is not known."""
    if measure.then is None or measure.now is None:
        return False
    difference = abs(measure.now - measure.then)
    asked = [] if measure.counts_from is None else [difference >= measure.counts_from]
    if measure.counts_from_percent is not None:
        asked.append(measure.then > 0 and difference / measure.then * 100 >= measure.counts_from_percent)
    return bool(asked) and all(asked)


def signed(value: float, digits: int) -> str:
    """Write a difference with its sign; a true minus, and no sign on nothing."""
    text = number(abs(value), digits)
    if not any(character in "123456789" for character in text):
        return text
    return f"−{text}" if value < 0 else f"+{text}"


def urgent(checks: Sequence[RedFlagCheck]) -> tuple[str, str, bool]:
    """Return what the box of urgent signs says: its first words, the rest, and whether it must stand out.

    checks: oldest first; the last one counts, since it asked about every sign.
    """
    if not checks:
        return _("Urgent signs:"), _("the questions have not been answered yet."), False
    last = checks[-1]
    if not last.signs:
        return _("Urgent signs:"), _("none reported. Last asked {date}.").format(date=day(last.day)), False
    tier = min((flag.tier for flag in last.signs), key=list(Tier).index)
    signs = "; ".join(labels.label(flag) for flag in last.signs)
    said = _("{signs}. Reported {date}.").format(signs=signs, date=day(last.day))
    return _("Urgent signs – {tier}:").format(tier=labels.label(tier)), said, True


def running(started: date, ended: date | None) -> str:
    """Say from when to when something was tried."""
    if ended is None:
        return _("since {date}").format(date=day(started))
    return day(started) if started == ended else span(started, ended)
