"""What the page for the appointment says, as plain values: the paper is laid out from these and nothing else."""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from journal.analysis.results import Progress
from journal.charts import body, ladder
from journal.charts.raster import Chart
from journal.charts.save import to_bytes
from journal.charts.style import Style
from journal.domain.body import LEGS, Side
from journal.i18n import _, day, ngettext, number, span
from journal.wording import direction as direction_words
from journal.wording import labels, page, redflags, signs, treatments

TYPE_SCALE = 0.78
"""Of the charts' type on paper: 7.8 points, read at arm's length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """What the person chose for this page."""

    name: str = ""
    born: date | None = None
    appointment: date | None = None
    questions: tuple[str, ...] = ()
    note: str = ""
    sample: bool = False
    """Whether the journal is the sample, which the page then says."""


@dataclass(frozen=True, slots=True)
class Notice:
    """The box of urgent signs."""

    lead: str
    """Set in bold."""
    text: str
    alarming: bool
    """Whether it must stand out."""


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence about one leg, in two parts that follow each other without anything between."""

    lead: str
    """Set in bold."""
    rest: str
    certainty: str
    """Small, below; "" while nothing was computed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that is drawn at the size that the paper gives it."""

    title: str
    svg: Callable[[float, float], bytes]
    """Width and height in inches to a file's content; every font is named once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    cells: tuple[str, ...]
    strong: int | None = None
    """The cell set in bold."""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of cells under a title."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    aside: str = ""
    """Small, beside the title."""
    left_out: int = 0
    """Rows that had no room, counted below."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page, in reading order. A part without anything to say is None or empty, and takes no room."""

    title: str
    """Of the document: never a name, since file lists show it."""
    heading: str
    person: str
    dates: str
    logged: str
    urgent: Notice
    directions: tuple[Said, ...]
    ladder: Picture
    body: Picture | None
    figures: Table | None
    tried: Table | None
    questions: tuple[str, ...]
    note: str
    footer: str
    mark: str
    """Across the page: "Sample"; "" for a real journal."""


def build(progress: Progress, options: PageOptions | None = None) -> Page:
    """Return the page of the dates that Progress shows."""
    options = options or PageOptions()
    return Page(
        title=_("Sciatica journal summary"),
        heading=_("Sciatica journal summary"),
        person=_person(options),
        dates=span(progress.since, progress.as_of),
        logged=page.logged(progress),
        urgent=_urgent(progress),
        directions=tuple(_said(progress, leg) for leg in LEGS),
        ladder=_ladder(progress),
        body=_body(progress),
        figures=_figures(progress),
        tried=_tried(progress),
        questions=tuple(text for text in (" ".join(item.split()) for item in options.questions) if text),
        note=options.note.strip(),
        footer=_(
            "Written by the patient at home: symptoms as marked on a body map, not a test and not a diagnosis. “Moving"
            " up” and “moving down” compare the deepest painful place of each logged day; a day without an entry is"
            " unknown. Made with Sciatica Journal."
        ),
        mark=_("Sample") if options.sample else "",
    )


def _person(options: PageOptions) -> str:
    said = [options.name.strip()]
    if options.born:
        said.append(_("born {date}").format(date=day(options.born)))
    if options.appointment:
        said.append(_("for the appointment on {date}").format(date=day(options.appointment)))
    return " · ".join(part for part in said if part)


def _urgent(progress: Progress) -> Notice:
    text = redflags.summary(progress.red_flags, progress.red_flags_asked)
    return Notice(_("Urgent signs:"), text, alarming=bool(progress.red_flags))


def _said(progress: Progress, leg: Side) -> Said:
    headline = progress.legs[leg].headline
    return Said(*direction_words.parts(headline), page.certainty(headline))


def _ladder(progress: Progress) -> Picture:
    shown = ladder.legs_that_matter(progress, progress.since, progress.as_of)
    title = _("How far down the leg, day by day")
    if len(shown) == 1:
        title = _("How far down the leg, day by day: {leg}").format(leg=labels.leg(shown[0]).lower())

    def svg(width: float, height: float) -> bytes:
        return _svg(ladder.draw(progress, Style.print(TYPE_SCALE), size_inches=(width, height), titled=False))

    return Picture(title, functools.cache(svg))


def _body(progress: Progress) -> Picture | None:
    if not progress.days_logged:
        return None
    days = progress.body_now.last - progress.body_now.first
    title = _("Where it hurts") if progress.body_then is None else _body_title(days.days + 1)

    def svg(width: float, height: float) -> bytes:
        return _svg(body.draw(progress, Style.print(TYPE_SCALE), size_inches=(width, height), strengths=False))

    return Picture(title, functools.cache(svg))


def _body_title(days: int) -> str:
    text = ngettext("Where it hurts: first and last day", "Where it hurts: first and last {count} days", days)
    return text.format(count=number(days))


def _svg(figure: Chart) -> bytes:
    """Name one font only: Qt's SVG reader takes a list of families for one odd name."""
    content = to_bytes(figure, "svg")
    return re.sub(rb"font-family: '([^']+)'[^;\"]*", rb"font-family: \1", content)


def _figures(progress: Progress) -> Table | None:
    if not progress.measures:
        return None
    rows = []
    for measure in progress.measures:
        then = page.figure(measure, measure.then, measure.then_days)
        now = page.figure(measure, measure.now, measure.now_days)
        change, counts_from = (_unbroken(text) for text in (signs.change(measure), signs.counts_from(measure)))
        cells = (labels.measure(measure.key, measure.detail), then, now, change, counts_from)
        rows.append(Row(cells, strong=3 if page.is_real(measure) else None))
    return Table(
        _("Then and now"),
        ("", _("then"), _("now"), _("change"), _("counts from")),
        tuple(rows),
        page.then_and_now(progress.then, progress.now),
    )


def _tried(progress: Progress) -> Table | None:
    """Newest first: it is what the appointment is about, and what stays where room is short."""
    if not progress.treatments:
        return None
    rows = tuple(
        Row(
            (
                page.running(found.treatment.started_on, found.treatment.ended_on),
                ", ".join(part for part in (found.treatment.name, found.treatment.dose) if part),
                treatments.table_row(found),
                " ".join(filter(None, (treatments.places(found, leg) for leg in LEGS))),
            )
        )
        for found in reversed(progress.effects)
    )
    head = ("", "", _("average pain, before → after"), _("how far down, before → after"))
    return Table(_("What was tried"), head, rows, treatments.explanation())


def _unbroken(text: str) -> str:
    """Keep a number and its percent sign on one line."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")
