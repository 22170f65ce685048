"""Commands about what the journal shows: progress, report, chart."""

import importlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from journal.cli.context import DAY, OUTPUT, CannotDo, Context, check_span, echo_json
from journal.i18n import _

if TYPE_CHECKING:
    from journal.analysis.results import Progress

_CHARTS = ("ladder", "pain", "signs", "body", "calendar")
"""Each is a module of journal.charts with a `draw`."""
_FROM = click.option("--from", "first", type=DAY, metavar="DATE", help="First day of what is shown.")
_TO = click.option("--to", "last", type=DAY, metavar="DATE", help="Last day; today, if left out.")


@click.command()
@click.option("--as-of", type=DAY, metavar="DATE", help="As it stood on that day; today, if left out.")
@click.option("--json", "as_json", is_flag=True, help="All figures, with stable names.")
@click.pass_obj
def progress(context: Context, as_of: date | None, as_json: bool) -> None:
    """Say which way the symptoms of each leg move, and how sure that is."""
    found = _compute(context, None, as_of)
    if as_json:
        from journal.exchange.results import progress_json

        echo_json(progress_json(found))
        return
    from journal.analysis.results import SignKey
    from journal.wording import direction, redflags, signs

    said = [redflags.sentence(flag) for flag in found.red_flags]
    said += [direction.sentence(leg.headline) for leg in found.legs.values()]
    said += [signs.sentence(found, key) for key in found.signs if key is not SignKey.LOCATION]
    for sentence in said:
        click.echo(sentence)


@click.command()
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE.pdf")
@_FROM
@_TO
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4")
@click.pass_obj
def report(
    context: Context, output: Path, first: date | None, last: date | None, paper: Literal["a4", "letter"]
) -> None:
    """Write the page for an appointment, with the name and questions chosen on the Summary page."""
    if output.suffix.lower() != ".pdf":
        raise CannotDo(_("“{file}” does not end in .pdf, so nothing was written.").format(file=output))
    context.output(output)
    check_span(first, last or context.today)
    from journal.analysis.progress import compute
    from journal.ui.summary import choices

    with context.read() as journal:
        records, sample, chosen = journal.records(), journal.sample, choices.read(journal)
    from journal.report.content import build
    from journal.ui.paper import pdf

    options = choices.page_options(chosen, records.appointments, last or context.today, sample=sample)
    found = compute(records, last or context.today, first)
    pdf.write(build(found, options), output, paper)
    click.echo(output)


@click.command()
@click.argument("name", type=click.Choice(_CHARTS))
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
    click.echo(output)


def _compute(context: Context, first: date | None, last: date | None) -> "Progress":
    """Compute once what every figure, sentence and picture of a command comes from."""
    last = last or context.today
    check_span(first, last)
    records = context.records()
    from journal.analysis.progress import compute

    return compute(records, last, first)


COMMANDS = (progress, report, chart)
