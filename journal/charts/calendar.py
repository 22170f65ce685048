"""The calendar: a square a day, a column a week, filled by the day's worst pain; a day without an entry stays empty."""

from datetime import date, timedelta

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from journal import i18n
from journal.analysis.results import Day, Progress
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.key import CalendarKey
from journal.charts.style import Style

SIZE = (10.4, 2.4)
_MARGIN, _GAP = 0.03, 0.08
_LARGEST = 0.3
"""Inches of a square's side."""
_INSIDE = 0.86
"""Of a cell; the rest is the gap to its neighbours."""
_WEEK = 7
_EARLY = 15
"""The first column is named by its month up to that day; later the next month needs the room."""


def draw(
    progress: Progress,
    style: Style,
    *,
    first: date | None = None,
    last: date | None = None,
    size_inches: tuple[float, float] = SIZE,
    legend: bool = True,
) -> Figure:
    """Draw the days of `first`..`last`, by default what Progress shows, weeks beginning on the locale's first day.

    A range too long for the width shows its latest weeks.
    """
    first, last = first or progress.since, last or progress.as_of
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    key = CalendarKey(made, style) if legend else None
    line = canvas.line_height(style, 0.85)
    starts = i18n.first_weekday()
    names = [i18n.weekday_name((starts + index) % _WEEK, short=True) for index in range(_WEEK)]
    left = _MARGIN + max(canvas.width_of(made, style, name, 0.85) for name in names) + _GAP
    key_base = height - key.height(_MARGIN) - 0.02 if key else height
    room = key_base - (line + 0.06 if key else 0.04) - line
    side = min(_LARGEST * style.scale, room / _WEEK)
    begin = first - timedelta(days=(first.weekday() - starts) % _WEEK)
    weeks = ((last - begin).days // _WEEK) + 1
    fitting = max(1, int((width - left - _MARGIN) / side))
    if weeks > fitting:
        begin, weeks = begin + timedelta(days=_WEEK * (weeks - fitting)), fitting
    _names(made, style, names, left, line, side)
    box = Box(left, line, weeks * side, _WEEK * side)
    axes = canvas.axes(made, box, "calendar")
    axes.set_xlim(0, weeks)
    axes.set_ylim(_WEEK, 0)
    logged = {day.date: day for day in progress.days}
    named = 0
    for number in range((last - begin).days + 1):
        day = begin + timedelta(days=number)
        column, row = divmod(number, _WEEK)
        if day >= first:
            axes.add_patch(_square(style, logged.get(day), day, column, row))
        if (day.day == 1 or (number == 0 and day.day <= _EARLY)) and column >= named:
            words = i18n.month(day) if day.month > 1 or weeks < 12 else str(day.year)
            at = (left + column * side, line - 0.05)
            canvas.write(made, style, words, at, rank=0.85, colour=style.colours.quiet, name="month")
            named = column + 1 + int(canvas.width_of(made, style, words, 0.85) / side)
    if key:
        key.draw(_MARGIN, key_base)
    return made


def _names(made: Figure, style: Style, names: list[str], left: float, top: float, side: float) -> None:
    """Name the days of the week; every other one where rows are lower than a line."""
    step = 1 if side >= canvas.line_height(style, 0.8) * 0.9 else 2
    for row in range(0, _WEEK, step):
        at = (left - _GAP, top + (row + 0.5) * side)
        quiet = style.colours.quiet
        canvas.write(made, style, names[row], at, rank=0.85, colour=quiet, across="right", up="center_baseline")


def _square(style: Style, found: Day | None, day: date, column: int, row: int) -> Rectangle:
    inset = (1 - _INSIDE) / 2
    fill, edge, width = "none", style.colours.border, 0.8
    if found is not None:
        painful = bool(found.pain_worst)
        fill = style.colours.pain_fill(found.pain_worst) if found.pain_worst else style.colours.card
        edge, width = (fill, 0.0) if painful and not style.on_paper else (style.colours.quiet, 0.7 if painful else 1.2)
    return Rectangle(
        (column + inset, row + inset), _INSIDE, _INSIDE, fc=fill, ec=edge, lw=width, gid=f"day-{day.isoformat()}"
    )
