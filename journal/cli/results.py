"""Commands about what the journal shows: progress, report, chart."""

from datetime import date
from typing import TYPE_CHECKING

import click

from journal.cli.context import DAY, Context, check_span

if TYPE_CHECKING:
    from journal.analysis.results import Progress

_CHARTS = ("ladder",)


@click.command()
@click.option("--as-of", type=DAY, metavar="DATE", help="As it stood on that day; today, if left out.")
@click.option("--json", "as_json", is_flag=True, help="All figures, with stable names.")
@click.pass_obj
def progress(context: Context, as_of: date | None, as_json: bool) -> None:
    """Say which way the symptoms of each leg move, and how sure that is."""
    found = _compute(context, None, as_of)
    from journal.wording import direction

    for leg in found.legs.values():
        click.echo(direction.sentence(leg.headline))


def _compute(context: Context, first: date | None, last: date | None) -> "Progress":
    check_span(first, last)
    from journal.analysis.progress import compute

    return compute(context.records(), last or context.today, first)


COMMANDS = (progress,)
