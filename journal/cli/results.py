"""Commands about what the journal shows: progress, report, chart; and the form to fill in by hand."""

import importlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from journal.cli import urgent
from journal.cli.context import DAY, OUTPUT, Context, check_span, echo_json, say
from journal.cli.window import libraries_named
from journal.domain.errors import CannotDo
from journal.i18n import _
from journal.report.options import Further, PagePart

if TYPE_CHECKING:
    from journal.analysis.results import Progress

CHARTS = ("ladder", "pain", "signs", "body", "calendar")
"""Each is a module of journal.charts with a `draw`."""
PARTS = [part.value for part in PagePart]
FURTHER = [part.value for part in Further]
_FROM = click.option("--from", "first", type=DAY, metavar="DATE", help="First day of what is shown.")
_TO = click.option("--to", "last", type=DAY, metavar="DATE", help="Last day; today, if left out.")


@click.command()
@click.option("--as-of", type=DAY, metavar="DATE", help="As it stood on that day; today, if left out.")
@click.option("--json", "as_json", is_flag=True, help="All figures, with stable names.")
@click.pass_obj
def progress(context: Context, as_of: date | None, as_json: bool) -> None:
    """Say which way the symptoms of each leg move, and how sure that is."""
    found = _compute(context, None, as_of)
    country = urgent.country() if found.red_flags else None
    if as_json:
        from journal.exchange.results import progress_json

        echo_json(progress_json(found, country))
        return
    from journal.analysis.results import SignKey
    from journal.wording import direction, redflags, signs
    from journal.wording import episodes as episode_words

    said = [redflags.sentence(flag, country) for flag in found.red_flags]
    said += [direction.sentence(leg) for leg in found.legs.values()]
    said += [episode_words.changed_sides(found.changed_sides)] if found.changed_sides else []
    said += [signs.sentence(found, key) for key in found.signs if key is not SignKey.LOCATION]
    say("\n".join(said), done=False)


@click.command()
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE.pdf")
@_FROM
@_TO
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4")
@click.option("--since-appointment", is_flag=True, help="From the last appointment on; not together with --from.")
@click.option(
    "--without", type=click.Choice(PARTS), multiple=True, metavar="PART", help=f"Leave out: {', '.join(PARTS)}."
)
@click.option(
    "--with", "further", type=click.Choice(FURTHER), multiple=True, metavar="MORE",
    help=f"On further pages: {', '.join(FURTHER)}.",
)  # fmt: skip
@click.pass_obj
def report(
    context: Context,
    output: Path,
    first: date | None,
    last: date | None,
    paper: Literal["a4", "letter"],
    since_appointment: bool,
    without: tuple[str, ...],
    further: tuple[str, ...],
) -> None:
    """Write the page for an appointment, with the name and questions chosen on the Summary page.

    It is one page; --with adds further ones.
    """
    if first and since_appointment:
        raise click.UsageError(_("--from and --since-appointment both say where the page begins: leave out one."))
    _must_end_in_pdf(output)
    context.output(output)
    check_span(first, last or context.today)
    from journal.analysis.progress import compute
    from journal.report.choices import Choices
    from journal.storage.journal_settings import SUMMARY_CHOICES

    with context.read() as journal:
        records, sample, kept = journal.records(), journal.sample, Choices.from_json(journal.setting(SUMMARY_CHOICES))
    with libraries_named():
        from journal.printing import pdf
    from journal.report.content import build

    chosen = replace(
        kept, parts=frozenset(PagePart) - set(map(PagePart, without)), further=frozenset(map(Further, further))
    )
    today = last or context.today
    if since_appointment:
        first = chosen.last_appointment(records, today)
        if first is None:
            raise CannotDo(
                _("No appointment is in this journal yet, so nothing was written; --from names a first day.")
            )
    page = build(compute(records, today, first), chosen.options(records, today, sample=sample), records.entries)
    pdf.write(page, output, paper)
    say(output)


@click.command()
@click.argument("name", type=click.Choice(CHARTS))
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE.{png,svg,pdf}")
@_FROM
@_TO
@click.pass_obj
def chart(context: Context, name: str, output: Path, first: date | None, last: date | None) -> None:
    """Draw one chart into a file."""
    found = _compute(context, first, last)
    from journal.charts.save import save
    from journal.charts.style import Style

    drawing = importlib.import_module(f"journal.charts.{name}")
    save(drawing.draw(found, Style.light()), context.output(output))
    say(output)


@click.command()
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE.pdf")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4")
@click.option("--from", "first", type=DAY, metavar="DATE", help="First day of the week; today, if left out.")
@click.pass_obj
def form(context: Context, output: Path, paper: Literal["a4", "letter"], first: date | None) -> None:
    """Write a sheet to fill in by hand for one week. No journal is needed for it."""
    _must_end_in_pdf(output)
    context.output(output)
    first = first or context.today
    if first > date.max - timedelta(days=6):
        raise click.UsageError(_("--from is too late: the week would end after the last year that there is."))
    with libraries_named():
        from journal.printing import pdf
    from journal.report.form import build

    pdf.write(build(first, urgent.country()), output, paper)
    say(output)


def _must_end_in_pdf(output: Path) -> None:
    if output.suffix.lower() != ".pdf":
        raise CannotDo(_("“{file}” does not end in .pdf, so nothing was written.").format(file=output))


def _compute(context: Context, first: date | None, last: date | None) -> "Progress":
    """Compute once what every figure, sentence and picture of a command comes from."""
    last = last or context.today
    check_span(first, last)
    records = context.records()
    from journal.analysis.progress import compute

    return compute(records, last, first)


COMMANDS = (progress, report, chart, form)
