"""Each chart of the page with its words, and what it tells where it is pointed at: values in, a `ChartSpec` out."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from journal.analysis.limits import MOST_TREATMENTS
from journal.analysis.results import BodySummary, Progress, SignKey, Stretch, Week
from journal.charts.chart_spec import ChartSpec, Draw, Tooltip
from journal.charts.view_model import ViewModel, compute
from journal.domain.body import LEGS, REGIONS
from journal.i18n import _, listing, number, span
from journal.wording import chart_days, labels
from journal.wording import charts as words
from journal.wording import places as place_words
from journal.wording import time_of_day as time_words
from journal.wording import treatments as treatment_words

if TYPE_CHECKING:
    from journal.charts.pointing import Key
    from journal.charts.raster import Chart
    from journal.charts.style import Style
    from journal.domain.records import Records

SOON = timedelta(days=14)
"""An appointment that near is on the chart already."""
EFFECTS_SHOWN = 6
"""The treatments begun last; the Treatments page has all."""


@dataclass(frozen=True, slots=True)
class ChartSpecs:
    """Every chart of the page; None where there is nothing to draw."""

    shown: ViewModel
    ladder: ChartSpec
    signs: ChartSpec
    pain: ChartSpec
    sensation: ChartSpec | None
    strength: ChartSpec | None
    calendar: ChartSpec
    time_of_day: ChartSpec | None
    treatments: ChartSpec | None
    effects: tuple[tuple[str, str], ...]


def every(shown: ViewModel) -> ChartSpecs:
    """Make all of them: for another thread than the window's, since ten years take a moment."""
    felt = any(leg.sensation or leg.weakness for day in shown.days for leg in day.legs.values())
    return ChartSpecs(
        shown=shown,
        ladder=ladder(shown),
        signs=signs(shown),
        pain=pain(shown),
        sensation=sensation(shown) if felt else None,
        strength=strength(shown) if shown.tests else None,
        calendar=calendar(shown),
        time_of_day=time_of_day(shown) if shown.when.entries else None,
        treatments=treatments(shown) if shown.progress.treatments else None,
        effects=effects(shown),
    )


def ladder(shown: ViewModel) -> ChartSpec:
    """How far down the leg, day by day."""
    return _by_day(shown, _drawn_by("ladder", shown.progress), words.ladder(shown.progress))


def pain(shown: ViewModel) -> ChartSpec:
    """Pain, day by day."""
    return _by_day(shown, _drawn_by("pain", shown.progress), words.pain(shown.progress))


def sensation(shown: ViewModel) -> ChartSpec:
    """Numbness and tingling, day by day."""
    return _by_day(shown, _drawn_by("sensation", shown.progress), words.sensation(shown.progress))


def calendar(shown: ViewModel) -> ChartSpec:
    """A square a day."""
    return _by_day(shown, _drawn_by("calendar", shown.progress), words.calendar(shown.progress))


def treatments_in(records: "Records", known: Progress, today: date, days: int | None) -> ChartSpec | None:
    """What was tried in the last `days`, None for all there are: every treatment has its row."""
    if days is None:
        begun = [*(item.started_on for item in records.treatments), *(entry.day for entry in records.entries[:1])]
        since = min([*begun, today - timedelta(days=27)])
    else:
        since = today - timedelta(days=days - 1)
    shown = compute(records, Stretch(since, today), known)
    return treatments(shown, None) if shown.progress.treatments else None


def treatments(shown: ViewModel, most: int | None = MOST_TREATMENTS) -> ChartSpec:
    """What was tried, on the same axis. most: rows, None for all."""
    taken: dict[str, list[date]] = {}
    for event in shown.records.treatment_events:
        taken.setdefault(event.treatment, []).append(event.day)
    soon = shown.progress.as_of + SOON
    visits = [item.day for item in shown.records.appointments if shown.progress.since <= item.day <= soon]
    draw = _drawn_by("treatments", shown.progress, taken=taken, appointments=visits, most=most)
    noted = {day.date: day for day in shown.days}

    def tell(key: "Key") -> Tooltip | None:
        if not isinstance(key, date):
            return None
        ran = [item.name for item in shown.progress.treatments if item.runs_on(key)]
        tried = _("Tried: {list}").format(list=listing(ran)) if ran else _("Nothing was tried that day")
        return Tooltip(chart_days.title(key), (tried, *chart_days.lines(noted.get(key))[:2]))

    return _by_day(shown, draw, words.treatments(shown.progress, taken), tell)


def signs(shown: ViewModel) -> ChartSpec:
    """The four signs, week by week."""
    weeks = {week.last: week for week in shown.progress.weeks}
    ends = tuple(weeks)

    def tell(key: "Key") -> Tooltip | None:
        week = weeks.get(key) if isinstance(key, date) else None
        return None if week is None else Tooltip(span(week.first, week.last), _week(shown.progress, week))

    def near(key: "Key", _px: float) -> "Key":
        at = bisect_left(ends, key) if isinstance(key, date) else len(ends)
        return ends[at] if at < len(ends) else key

    return ChartSpec(_drawn_by("signs", shown.progress), words.signs(shown.progress), ends, tell, near)


def strength(shown: ViewModel) -> ChartSpec:
    """Every home test."""
    tests, first, last = shown.tests, shown.progress.since, shown.progress.as_of
    tested = tuple(sorted({test.day for test in tests}))

    def tell(key: "Key") -> Tooltip | None:
        found = [test for test in tests if test.day == key]
        return Tooltip(chart_days.title(key), chart_days.tests(found)) if found and isinstance(key, date) else None

    draw = _drawn_by("strength", tests, first, last)
    return ChartSpec(draw, words.strength_tests(tests), tested, tell, partial(_nearest, tested, 14.0))


def time_of_day(shown: ViewModel) -> ChartSpec:
    """Time of day, and what was being done."""
    rows = {row.key: row for row in (*shown.when.parts, *shown.when.activities)}

    def tell(key: "Key") -> Tooltip | None:
        row = rows.get(key) if isinstance(key, str) else None
        return None if row is None else Tooltip(time_words.name(row), (time_words.sentence(row),))

    return ChartSpec(_drawn_by("time_of_day", shown.when), time_words.words(shown.when), tuple(rows), tell)


def body(progress: Progress, then: BodySummary | None, now: BodySummary) -> ChartSpec:
    """The body then and now."""
    summaries = (now,) if then is None else (then, now)
    draw = _drawn_by("body", progress, summaries=summaries)
    return ChartSpec(draw, words.body(summaries), _marked(summaries), partial(_tell_place, then, now))


def _drawn_by(chart: str, *values: object, **more: object) -> Draw:
    """Draw these values with one of the charts' modules, which is loaded when it first draws: not before the window."""

    def draw(style: "Style", size: tuple[float, float]) -> "Chart":
        made: Chart = import_module(f"journal.charts.{chart}").draw(*values, style, **more, size_inches=size)
        return made

    return draw


def _by_day(
    shown: ViewModel,
    draw: Draw,
    said: str,
    tell: "Callable[[Key], Tooltip | None] | None" = None,
) -> ChartSpec:
    noted = {day.date: day for day in shown.days}
    logged = tuple(noted)

    def tell_day(key: "Key") -> Tooltip | None:
        return Tooltip(chart_days.title(key), chart_days.lines(noted.get(key))) if isinstance(key, date) else None

    return ChartSpec(draw, said, shown.calendar, tell or tell_day, partial(_nearest, logged, 6.0))


def _nearest(logged: Sequence[date], within: float, key: "Key", px: float) -> "Key":
    """The nearest day with something to tell, within so many pixels; px: how wide a day is."""
    if not isinstance(key, date) or not logged or px <= 0:
        return key
    at = bisect_left(logged, key)
    near = min(logged[max(0, at - 1) : at + 1], key=lambda day: abs((day - key).days))
    return near if abs((near - key).days) * px <= within else key


def _marked(summaries: Sequence[BodySummary]) -> tuple[str, ...]:
    marked = {load.region for summary in summaries for load in summary.loads}
    return tuple(region for region in REGIONS if region in marked)


def _tell_place(then: BodySummary | None, now: BodySummary, key: "Key") -> Tooltip | None:
    if not isinstance(key, str) or key not in REGIONS:
        return None
    return Tooltip(labels.region(key), place_words.place(key, then, now))


def _week(progress: Progress, week: Week) -> tuple[str, ...]:
    if not week.days_logged:
        return (_("No entries"),)
    said = [_("{logged} of 7 days logged").format(logged=number(week.days_logged))]
    if week.pain_average is not None:
        said.append(_("Pain {mean} of 10 on average").format(mean=number(week.pain_average, 1)))
    legs = [leg for leg in LEGS if progress.signs[SignKey.LOCATION].leg in (leg, None)]
    for leg in legs:
        level, felt = week.level[leg], week.sensation[leg]
        if level is not None:
            said.append(_("{leg}: {down_to} on average").format(leg=labels.leg(leg), down_to=labels.down_to(level)))
        if felt:
            said.append(_("{leg}: numbness, tingling {mean} of 10").format(leg=labels.leg(leg), mean=number(felt, 1)))
    return tuple(said)


def effects(shown: ViewModel) -> tuple[tuple[str, str], ...]:
    """What was seen before and after each start, with what that cannot tell; each in two parts, the first in bold."""
    said = [("", treatment_words.effect(found)) for found in reversed(shown.progress.effects[-EFFECTS_SHOWN:])]
    return (*said, ("", treatment_words.explanation())) if said else ()
