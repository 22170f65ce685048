"""Commands that keep the journal safe: backup, restore, check."""

from pathlib import Path

import click

from journal import i18n
from journal.cli.context import OUTPUT, Context
from journal.domain.errors import StorageError
from journal.domain.records import Records
from journal.i18n import _, ngettext


@click.command()
@click.option("-o", "--output", type=OUTPUT, metavar="FILE", help="A new file, instead of one in the backup folder.")
@click.pass_obj
def backup(context: Context, output: Path | None) -> None:
    """Make a verified copy of the journal and print where it is."""
    from journal.storage import backup as backups

    with context.read() as journal:
        if output is None:
            click.echo(backups.make(journal, context.now, "by-hand").path)
        else:
            path = context.output(output)
            journal.copy_to(lambda db, passphrase: backups.snapshot(db, path, passphrase))
            click.echo(path)


@click.command()
@click.argument("file", type=OUTPUT)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.pass_obj
def restore(context: Context, file: Path, dry_run: bool) -> None:
    """Make the journal what a backup holds. What is there now is kept in the backup folder."""
    from journal.storage.repository import Repository
    from journal.storage.restore import restore as put_back

    if context.demo:
        raise click.UsageError(_("--demo is for looking around: this command would change a journal."))
    passphrase = context.passphrase()
    before = _readable(context)
    if dry_run:
        with Repository.open(file, passphrase=passphrase, read_only=True) as backup:
            click.echo(_difference(before, backup.records()))
        return
    records, aside = put_back(context.path, context.output(file), context.now, passphrase)
    said = [_holds(records)]
    if aside is not None:
        said.append(_("What was there before is kept in “{file}”.").format(file=aside))
    click.echo(" ".join(said))


@click.command()
@click.pass_obj
def check(context: Context) -> None:
    """Read every page and every record of the journal, and say when it was last backed up."""
    from journal.storage import backup as backups

    with context.read() as journal:
        journal.check()
        records = journal.records()
    said = [_("“{file}” is whole.").format(file=context.path), _holds(records)]
    newest = next(iter(backups.found(context.path)), None)
    if newest is None:
        said.append(_("There is no backup yet."))
    else:
        at = newest.made_at.astimezone(context.now.tzinfo)
        said.append(_("Last backup: {day}, {time}.").format(day=i18n.day(at.date()), time=i18n.clock(at)))
    click.echo(" ".join(said))


def _readable(context: Context) -> Records | None:
    """What the journal holds, or None if there is nothing to read: then there is all the more reason to restore."""
    try:
        return context.records()
    except StorageError:
        return None


def _holds(records: Records) -> str:
    entries = len(records.entries)
    others = len(records) - entries
    said = ngettext("The journal holds {count} entry", "The journal holds {count} entries", entries)
    more = ngettext("{said} and {others} other record.", "{said} and {others} other records.", others)
    return more.format(said=said.format(count=entries), others=others)


def _difference(before: Records | None, after: Records) -> str:
    from journal.exchange.merge import merge

    if before is None:
        return _("The journal cannot be read now; with the backup it would be this. {holds}").format(
            holds=_holds(after)
        )
    merged = merge(before, after)
    lost = len(before) - merged.same - len(merged.conflicts)
    sentence = _(
        "Restoring would bring back {back} records, change {changed}, and take away {lost}; {same} are the same."
    )
    return sentence.format(back=len(merged.new), changed=len(merged.conflicts), lost=lost, same=merged.same)


COMMANDS = (backup, restore, check)
