"""What the page for the appointment says, as plain values: the paper is laid out from these and nothing else."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from journal.analysis.results import DifferenceVerdict, Progress, SignKey
from journal.charts import body, ladder
from journal.charts.raster import Chart
from journal.charts.save import to_bytes
from journal.charts.style import Style
from journal.domain.body import LEGS, Side
from journal.domain.entry import Entry
from journal.i18n import _, day, ngettext, number, span
from journal.report import further
from journal.report.elements import Picture, Row, Said, Section, Table, UrgentNotice
from journal.report.options import Further, PageOptions, PagePart, together
from journal.wording import aggravators, episodes, labels, movements, page, redflags, signs, treatments
from journal.wording import direction as direction_words

MOVEMENTS_SHOWN, ACTIVITIES_SHOWN = 2, 3
TYPE_SCALE = 0.78
"""Of the charts' type on paper: 7.8 points, read at arm's length."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Report:
    """The page, in reading order. A part without anything to say is None or empty, and takes no room.

    Each is itself only, so that what is made of it can be kept as long as it is.
    """

    title: str
    """Of the document: never a name, since file lists show it."""
    heading: str
    person: str
    course: str
    """Since when there is pain."""
    dates: str
    logged: str
    notes: str
    """That the notes are on it; "" if they are not: nobody should hand them over without knowing."""
    urgent: UrgentNotice
    directions: tuple[Said, ...]
    ladder: Picture | None
    body: Picture | None
    figures: Table | None
    signs: tuple[Said, ...]
    tried: Table | None
    questions: tuple[str, ...]
    note: str
    footer: str
    mark: str
    """Across the page: "Sample"; "" for a real journal."""
    further: tuple[Section, ...] = ()
    """What follows on further pages."""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = [f"{direction.lead}{direction.rest}" for direction in self.directions]
        return " ".join([self.dates, self.logged, *said])


def build(progress: Progress, options: PageOptions | None = None, entries: Sequence[Entry] = ()) -> Report:
    """Return the page of the dates that Progress shows. entries: the journal's, for those whose notes are wanted."""
    options = options or PageOptions()
    figures, tried = _figures(progress), _tried(progress)
    questions, note = together(options.questions), options.note.strip()

    def wanted(part: PagePart) -> bool:
        return part in options.parts

    return Report(
        title=_("Sciatica journal summary"),
        heading=_("Sciatica journal summary"),
        person=_person(options),
        course=_course(progress),
        dates=span(progress.since, progress.as_of),
        logged=page.logged(progress),
        notes=_notes(progress, options, entries),
        urgent=_urgent(progress),
        directions=tuple(_said(progress, leg) for leg in LEGS),
        ladder=_ladder(progress) if wanted(PagePart.LADDER) else None,
        body=_body(progress) if wanted(PagePart.BODY) else None,
        figures=figures if wanted(PagePart.FIGURES) else None,
        signs=_signs(progress) if wanted(PagePart.SIGNS) else (),
        tried=tried if wanted(PagePart.TREATMENTS) else None,
        questions=questions if wanted(PagePart.QUESTIONS) else (),
        note=note if wanted(PagePart.NOTE) else "",
        footer=_(
            "Written by the patient at home: symptoms as marked on a body map, not a test and not a diagnosis. “Moving"
            " up” and “moving down” compare where it hurt on painful days; a day without an entry is"
            " unknown. Made with Sciatica Journal."
        ),
        mark=_("Sample") if options.sample else "",
        further=further.sections(progress, options, entries, figures, tried),
    )


def _notes(progress: Progress, options: PageOptions, entries: Sequence[Entry]) -> str:
    if Further.NOTES in options.further and further.with_notes(progress, entries):
        return _("The notes of these days are on it.")
    return ""


def _person(options: PageOptions) -> str:
    said = [options.name.strip()]
    if options.born:
        said.append(_("born {date}").format(date=day(options.born)))
    if options.appointment:
        text = (
            _("for the appointment on {date}, {whom}")
            if options.with_whom.strip()
            else _("for the appointment on {date}")
        )
        said.append(text.format(date=day(options.appointment), whom=options.with_whom.strip()))
    return " · ".join(part for part in said if part)


def _course(progress: Progress) -> str:
    """The present episode and, where there was one, the return of the pain."""
    said = [page.since(last, progress.onset, progress.as_of) for last in progress.episodes[-1:]]
    if progress.recurrence:
        said.append(episodes.recurrence(progress.recurrence))
    if progress.changed_sides is not None:
        said.append(episodes.changed_sides(progress.changed_sides))
    return " · ".join(said)


def _urgent(progress: Progress) -> UrgentNotice:
    text = redflags.summary(progress.red_flags, progress.red_flags_asked, progress.past_flags)
    return UrgentNotice(_("Urgent signs:"), text, alarming=any(not flag.old for flag in progress.red_flags))


def _said(progress: Progress, leg: Side) -> Said:
    found = progress.legs[leg]
    return Said(*direction_words.parts(found), page.certainty(found))


def _signs(progress: Progress) -> tuple[Said, ...]:
    """The three signs beside the direction, the leg that decides first; strength with every test.

    Then, where there are any, the movements tried most and what goes with worse days.
    """
    said = []
    for key in (SignKey.PAIN, SignKey.SENSATION, SignKey.STRENGTH):
        lead, _rest = signs.parts(progress, key)
        tests = signs.explanation(progress, key) if key is SignKey.STRENGTH else ""
        said.append(Said(lead, " ".join(filter(None, (signs.sentence(progress, key).removeprefix(lead), tests)))))
    most = progress.movements[:MOVEMENTS_SHOWN]
    if most:
        said.append(Said(*movements.summary(most)))
    worse = [found for found in progress.aggravators if found.same_day[0].verdict is DifferenceVerdict.MORE]
    if worse:
        said.append(Said(*aggravators.summary(worse[:ACTIVITIES_SHOWN])))
    return tuple(said)


def _ladder(progress: Progress) -> Picture:
    shown = ladder.legs_that_matter(progress, progress.since, progress.as_of)
    title = _("How far down the leg, day by day")
    if len(shown) == 1:
        left = shown[0] is Side.LEFT
        title = _("How far down the left leg, day by day") if left else _("How far down the right leg, day by day")

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
        change, counts_from = (_unbroken(text) for text in (signs.change(measure), page.counts_from(measure)))
        cells = (labels.measure(measure.key, measure.detail), then, now, change, counts_from)
        rows.append(Row(cells, strong=3 if page.is_real(measure) else None))
    return Table(
        _("Then and now"),
        # Translators: heads of columns of figures: earlier, now, the change, from which change on it counts as real.
        ("", _("then"), _("now"), _("change"), _("is real from")),
        tuple(rows),
        page.then_and_now(progress.then, progress.now),
        page.how_to_read_figures(),
    )


def _tried(progress: Progress) -> Table | None:
    """Newest first: it is what the appointment is about, and what stays where room is short."""
    if not progress.treatments:
        return None
    rows = tuple(
        Row(
            (
                page.running(found.treatment.started_on, found.treatment.ended_on),
                treatments.name_and_dose(found.treatment),
                treatments.table_row(found),
                " ".join(filter(None, (treatments.places(found, leg) for leg in LEGS))),
            )
        )
        for found in reversed(progress.effects)
    )
    # Translators: heads of columns of treatments.
    head = (_("when"), _("what"), _("average pain 0–10, before → after"), _("how far down, before → after"))
    return Table(_("What was tried"), head, rows, treatments.explanation())


def _unbroken(text: str) -> str:
    """Keep a number and its percent sign on one line."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")
