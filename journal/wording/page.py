"""What the page for the appointment says beside the sentences: how sure they are, figures then and now, dates."""

from datetime import date

from journal.analysis.onset import of_episode
from journal.analysis.results import Direction, Episode, LegProgress, Measure, MeasureKey, Progress, Stretch, Verdict
from journal.domain.onset import Onset
from journal.i18n import _, day, ngettext, number, span
from journal.wording import direction as direction_words
from journal.wording import labels
from journal.wording import onset as onset_words
from journal.wording.counts import weeks

UNKNOWN = "–"
_WHOLE = (MeasureKey.HEEL_RAISES, MeasureKey.SITTING, MeasureKey.STANDING, MeasureKey.WALKING)
"""Whole numbers; the rest has one decimal."""


def since(episode: Episode, onset: Onset | None, as_of: date) -> str:
    """Say since when there is pain, or when it was; how long, and its stage, only where its onset is known.

    onset: what the person said about when the pain began.
    """
    onset = of_episode(onset, episode)
    if episode.ended is not None:
        return _("Last painful episode: {dates}.").format(dates=span(episode.started, episode.ended))
    if onset is not None:
        return onset_words.since(onset, as_of)
    start = day(episode.started)
    if episode.stage is None:
        return _("Pain in this journal since {start}").format(start=start)
    values = {"weeks": weeks(episode.weeks), "stage": labels.label(episode.stage)}
    return _("Pain since {start}: {weeks}, {stage}").format(start=start, **values)


def certainty(leg: LegProgress) -> str:
    """Say over which dates, how far and how surely a leg moved, of each window that is told; "" without any."""
    told = [leg.headline] if leg.told_longer is leg.headline else [leg.told_longer, leg.headline]
    return " ".join(filter(None, map(_sure, told)))


def _sure(direction: Direction) -> str:
    if direction.interval is None or direction.probability_up is None or direction.verdict is Verdict.STAYED:
        return ""
    assert direction.first_day is not None
    assert direction.last_day is not None
    assert direction.change_levels is not None
    up = direction.probability_up >= 0.5
    probability = direction.probability_up if up else 1 - direction.probability_up
    text = _("{dates}: {change} levels (90 % interval {interval}); probability of any move down {probability}.")
    if up:
        text = _("{dates}: {change} levels (90 % interval {interval}); probability of any move up {probability}.")
    return text.format(
        dates=span(direction.first_day, direction.last_day),
        change=number(abs(direction.change_levels), 1),
        interval=direction_words.interval(direction),
        probability=percent(min(0.999, probability)),
    )


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


def counts_from(measure: Measure) -> str:
    """Say from which change on a row counts as real, with its unit: "2 points and 30 %"; a dash where none is known."""
    points = _points(measure)
    if measure.counts_from_percent is None:
        return points or UNKNOWN
    share = _("{number} %").format(number=number(measure.counts_from_percent))
    return _("{points} and {percent}").format(points=points, percent=share) if points else share


def _points(measure: Measure) -> str:
    if measure.counts_from is None:
        return ""
    count = round(measure.counts_from)
    if measure.key is MeasureKey.HEEL_RAISES:
        return ngettext("{count} raise", "{count} raises", count).format(count=number(count))
    return ngettext("{count} point", "{count} points", count).format(count=number(count))


def how_to_read_figures() -> str:
    """Say what bold and a dash mean in the table."""
    return _("Bold: the change is at least as large as what counts as real. –: no such figure is known.")


def numbered(page: int, pages: int) -> str:
    """Say which page of how many: "Page 2 of 3"."""
    return _("Page {number} of {count}").format(number=number(page), count=number(pages))


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


def left_out(count: int, *, follows: bool) -> str:
    """Say how many had no room, and whether further pages list them."""
    words = ngettext(
        "and {count} more, for which there is no room", "and {count} more, for which there is no room", count
    )
    if follows:
        words = ngettext("and {count} more, on a page that follows", "and {count} more, on a page that follows", count)
    return words.format(count=number(count))
