"""Commands about what the journal shows: progress, report, chart."""

import importlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal.cli.context import DAY, OUTPUT, Context, check_span, echo_json

if TYPE_CHECKING:
    from journal.analysis.results import Progress

_CHARTS = ("ladder", "body")
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
    from journal.wording import direction

    for leg in found.legs.values():
        click.echo(direction.sentence(leg.headline))


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


COMMANDS = (progress, chart)
