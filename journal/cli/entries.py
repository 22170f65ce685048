"""Commands about the entries: add and list."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import click

from journal import i18n
from journal.analysis import prompts
from journal.cli import urgent
from journal.cli.context import DAY, Context, check_span, echo_json, on_terminal, say
from journal.domain.body import REGIONS
from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.domain.errors import CannotDo, InvalidRecord
from journal.domain.local_time import local
from journal.i18n import _

_NOON = time(12)
_NOTE_START = 40
_CONFLICTS_TOLD = 3


class Mark(click.ParamType):  # type: ignore[type-arg]
    """REGION:KIND:INTENSITY[:QUALITY+QUALITY]."""

    name = "mark"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Symptom:
        """Return the mark, or refuse it as wrong usage."""
        if isinstance(value, Symptom):
            return value
        parts = value.split(":")
        if len(parts) not in (3, 4):
            self.fail(_("{value!r} is not REGION:KIND:INTENSITY[:QUALITY+QUALITY].").format(value=value), param, ctx)
        region, kind, intensity = parts[:3]
        qualities = tuple(parts[3].split("+")) if len(parts) == 4 else ()
        if region not in REGIONS:
            sentence = _("{region!r} is not a region; “{command}” lists them.")
            self.fail(sentence.format(region=region, command="add --regions"), param, ctx)
        try:
            return Symptom(region, Kind(kind), int(intensity), tuple(Quality(word) for word in qualities))
        except InvalidRecord as error:
            self.fail(str(error), param, ctx)
        except ValueError:
            sentence = _("{value!r}: kind is {kinds}; intensity 1 to 10; qualities are {qualities}.")
            choices = {"kinds": "|".join(Kind), "qualities": "|".join(Quality)}
            self.fail(sentence.format(value=value, **choices), param, ctx)


class DateTimeParam(click.ParamType):  # type: ignore[type-arg]
    """A date and time; without an offset it is this computer's time. A date alone means noon, or now if earlier."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment, or refuse it as wrong usage."""
        if isinstance(value, datetime):
            return value
        try:
            if len(value) <= len("2026-03-25"):
                noon = local(datetime.combine(date.fromisoformat(value), _NOON))
                asked = ctx.find_object(Context) if ctx else None
                return min(noon, asked.now) if asked and asked.today == noon.date() else noon
            moment = datetime.fromisoformat(value)
            return moment if moment.utcoffset() is not None else local(moment)
        except (ValueError, OverflowError, OSError):
            sentence = _("{value!r} is not a time such as 2026-03-25T20:30 or 2026-03-25T20:30+01:00.")
            self.fail(sentence.format(value=value), param, ctx)


def _list_regions(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from journal.wording import labels

        say("\n".join(f"{region:26}{labels.region(region)}" for region in REGIONS), done=False)
        context.exit()


@click.command()
@click.option(
    "--scope",
    type=click.Choice([str(scope) for scope in Scope]),
    default=str(Scope.NOW),
    help="Right now (as is), or the whole day.",
)
@click.option("--at", type=DateTimeParam(), metavar="ISO", help="When; now, if left out.")
@click.option("--mark", "marks", type=Mark(), multiple=True, metavar="REGION:KIND:INTENSITY[:QUALITY+QUALITY]")
@click.option("--no-symptoms", is_flag=True, help="Nothing is felt anywhere.")
@click.option("--pain-average", type=float, metavar="0-10")
@click.option("--pain-worst", type=float, metavar="0-10")
@click.option("--sleep-hours", type=float)
@click.option("--sleep-disturbed", type=float, metavar="0-10")
@click.option("--sitting-minutes", type=int)
@click.option("--standing-minutes", type=int)
@click.option("--walking-minutes", type=int)
@click.option("--activity", "activities", multiple=True, metavar="TEXT", help="What you were doing; may be repeated.")
@click.option("--relief", "reliefs", multiple=True, metavar="TEXT", help="What helped; may be repeated.")
@click.option("--note", default="", metavar="TEXT")
@click.option("--later-than-now", "meant", is_flag=True, help="Save it although it is dated later than now.")
@click.option("--regions", is_flag=True, is_eager=True, expose_value=False, callback=_list_regions, help="List places.")
@click.pass_obj
def add(
    context: Context,
    /,
    at: datetime | None,
    scope: str,
    marks: tuple[Symptom, ...],
    no_symptoms: bool,
    meant: bool,
    **told: Any,
) -> None:
    """Write an entry and print its id.

    With figures, tags or a note but no mark it says nothing about places, unless --no-symptoms is there; with nothing
    at all it says: no symptoms.

    A mark that raises an urgent sign is saved like any other; what to do, and the number to call, is then said on
    standard error.
    """
    silent = not no_symptoms and any(value not in (None, "", ()) for value in told.values())
    symptoms = marks or (None if silent else ())
    at = at or context.now.replace(microsecond=0)
    try:
        entry = Entry(recorded_at=at, scope=Scope(scope), symptoms=symptoms, **told)
    except InvalidRecord as error:
        raise click.UsageError(str(error)) from error
    _check_sense(entry, no_symptoms)
    if not meant:
        _check_time(entry, context.now)
    with context.write(create=True) as journal:
        to_do = urgent.save_entry(journal, entry, context.now)
    urgent.say(to_do)
    say(entry.id)


def _check_time(entry: Entry, now: datetime) -> None:
    """Ask about an entry that is later than now: a slip, or a wrong clock. Raises CannotDo without a terminal."""
    if not prompts.later_than((entry,), now):
        return
    dated = {"day": i18n.day(entry.day), "time": i18n.clock(entry.recorded_at)}
    if not on_terminal():
        sentence = _(
            "This entry is dated {day}, {time}, which is later than now, so nothing was saved: correct --at, or add "
            "--later-than-now if it is meant."
        )
        raise CannotDo(sentence.format(**dated))
    question = _("This entry is dated {day}, {time}, which is later than now. Save it with that date?")
    click.confirm(question.format(**dated), abort=True, err=True)


def _check_sense(entry: Entry, no_symptoms: bool) -> None:
    """Refuse as wrong usage what cannot all be so."""
    if no_symptoms and entry.marks:
        raise click.UsageError(_("--no-symptoms and --mark cannot both be so."))
    if no_symptoms and entry.rates_pain:
        raise click.UsageError(_("--no-symptoms and a pain rated above 0 cannot both be so."))
    average, worst = entry.pain_average, entry.pain_worst
    if average is not None and worst is not None and worst < average:
        raise click.UsageError(_("--pain-worst is below --pain-average."))


@click.command("list")
@click.option("--from", "first", type=DAY, metavar="DATE", help="First day.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Last day.")
@click.option("--json", "as_json", is_flag=True, help="As in the exchange file.")
@click.pass_obj
def list_entries(context: Context, first: date | None, last: date | None, as_json: bool) -> None:
    """Print the entries, oldest first."""
    check_span(first, last)
    found = [
        entry
        for entry in context.records().entries
        if (first is None or entry.day >= first) and (last is None or entry.day <= last)
    ]
    if as_json:
        from journal.exchange.json_file import to_json

        echo_json([to_json(entry) for entry in found])
        return
    if not found:
        say(_("No entries in these days.") if first or last else _("No entries yet."), done=False)
        return
    rows = [_row(entry) for entry in found]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = (
        "  ".join([*(row[column].ljust(widths[column]) for column in range(3)), *row[3:]]).rstrip() for row in rows
    )
    say("\n".join(lines), done=False)


def _row(entry: Entry) -> Sequence[str]:
    from journal.wording import entries, labels

    note = "".join(sign if sign.isprintable() else " " for sign in entry.note).strip()
    if len(note) > _NOTE_START:
        note = note[: _NOTE_START - 1].rstrip() + "…"
    places = entries.places(entry, len(entry.marks))
    row = [entry.recorded_at.strftime("%Y-%m-%d"), i18n.clock(entry.recorded_at), labels.label(entry.scope), places]
    return [*row, _("“{words}”").format(words=note)] if note else row


COMMANDS = (add, list_entries)
