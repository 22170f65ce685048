"""The command about when the pain began."""

from datetime import date
from typing import Any

import click

from journal.cli.context import Context, say
from journal.domain.errors import InvalidRecord
from journal.domain.onset import Precision
from journal.domain.records import Records
from journal.i18n import _

NOT_SURE = "not-sure"
_Began = tuple[date | None, Precision]
_WRITINGS = (
    ("{}-01-01", len("2025"), Precision.YEAR),
    ("{}-01", len("2025-03"), Precision.MONTH),
    ("{}", len("2025-03-14"), Precision.DAY),
)


class Began(click.ParamType):  # type: ignore[type-arg]
    """A day, a month, a year, or not-sure."""

    name = "began"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> _Began:
        """Return the first day it can have been and how exact that is, or refuse it as wrong usage."""
        if isinstance(value, tuple):
            return value
        if value == NOT_SURE:
            return None, Precision.UNKNOWN
        for writing, length, precision in _WRITINGS:
            if len(value) == length:
                try:
                    return date.fromisoformat(writing.format(value)), precision
                except ValueError:
                    break
        sentence = _("{value!r} is not a day, a month or a year such as 2025-03-14, 2025-03 or 2025, nor “{word}”.")
        self.fail(sentence.format(value=value, word=NOT_SURE), param, ctx)


@click.command()
@click.argument("began", type=Began(), metavar="[DATE|YYYY-MM|YYYY|not-sure]", required=False)
@click.pass_obj
def onset(context: Context, began: _Began | None) -> None:
    """Say when this pain began, or print what was said."""
    from journal.analysis.onset import answer
    from journal.wording import onset as words

    if began is None:
        said = context.records().onsets
        say(words.began(said[-1]) if said else _("Nobody has said yet when this pain began."), done=False)
        return
    if began[0] is not None and began[0] > context.today:
        raise click.UsageError(_("That is later than today."))
    try:
        answer(Records(), context.now, *began)  # so that what is refused begins no journal
    except InvalidRecord as error:
        raise click.UsageError(str(error)) from error
    with context.write(create=True) as journal:
        given = answer(journal.records(), context.now, *began)
        journal.save(given)
    say(words.began(given))


COMMANDS = (onset,)
