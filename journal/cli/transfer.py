"""Commands for files in and out: import and export."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journal import i18n
from journal.analysis import prompts
from journal.cli import urgent
from journal.cli.context import OUTPUT, Context, echo_json, json_text, say
from journal.domain.errors import CannotDo, Fault, StorageError
from journal.domain.records import Record, Records
from journal.domain.treatment import Treatment
from journal.exchange.importers import IMPORTERS
from journal.exchange.importers.answers import DATE_ORDERS, SIDES, Answers
from journal.i18n import _, ngettext

if TYPE_CHECKING:
    from journal.exchange.importers.reading import Importer, Reading, Tick
    from journal.exchange.merge import Merge
    from journal.storage.repository import Repository

_CONFLICTS_TOLD = 3
_QUESTIONS_TOLD = 12
FORMATS = ("auto", *(importer.NAME for importer in IMPORTERS))


@click.command("import")
@click.argument("file", type=OUTPUT)
@click.option("--format", "kind", type=click.Choice(FORMATS), default="auto", help="By its content, if left out.")
@click.option("--dry-run", is_flag=True, help="Only say what would be taken in.")
@click.option("--zone", metavar="ZONE", help="Where it was written, such as Europe/London.")
@click.option("--date-order", type=click.Choice(DATE_ORDERS), help="How its dates are written, if nothing else tells.")
@click.option("--side", type=click.Choice(SIDES), help="Which leg is meant where none is named.")
@click.option("--map", "map_file", type=OUTPUT, metavar="FILE.json", help="What its names and columns stand for.")
@click.option(
    "--map-template", "map_template", type=OUTPUT, metavar="FILE.json", help="With --dry-run: write a map to fill in."
)
@click.option("--json", "as_json", is_flag=True, help="Say what was understood as JSON.")
@click.option(
    "--on-conflict",
    type=click.Choice(["report", "keep", "replace"]),
    default="report",
    help="If the journal has a record with other content: change nothing and say so, keep the journal's, or replace.",
)
@click.pass_obj
def import_file(
    context: Context,
    file: Path,
    kind: str,
    dry_run: bool,
    zone: str | None,
    date_order: str | None,
    side: str | None,
    map_file: Path | None,
    map_template: Path | None,
    as_json: bool,
    on_conflict: str,
) -> None:
    """Take in a file that “export” or another program wrote: all of it or nothing, and nothing twice.

    A backup is made before. What was answered about a format is remembered in the journal. --dry-run also shows the
    records that are there in two versions, side by side.
    """
    from journal.exchange.bulk import many_records
    from journal.exchange.files import importer_of, read_bytes

    if map_template and not dry_run:
        raise click.UsageError(_("--map-template belongs to --dry-run."))
    said = _answers(map_file, zone, date_order, side)
    data = read_bytes(file)
    importer = importer_of(data, kind)
    existing, kept = _existing(context)
    # whatever is wrong with the file is found before a journal is begun or opened to be written
    with many_records():
        answers, reading = _read(context, importer, data, said, kept)
        if map_template:
            _write_template(context.output(map_template), reading, answers)
            return
        if dry_run:
            _dry_run(existing, reading, on_conflict, as_json)
            return
        _check_answered(reading)
        with context.write(create=True) as journal:
            merged, to_do = _take_in(context, journal, reading, on_conflict)
            _remember(journal, reading, answers)
    urgent.say(to_do)
    if as_json:
        echo_json(_json(reading), done=True)
        return
    say(_told(merged, on_conflict, dry_run=False))
    _say_left_out(reading)
    _say_later(merged, context)


def _answers(map_file: Path | None, zone: str | None, date_order: str | None, side: str | None) -> Answers:
    from journal.exchange.files import read_bytes
    from journal.exchange.importers import answers
    from journal.exchange.importers.text_table import decode

    given = answers.parse(decode(read_bytes(map_file))) if map_file else Answers()
    return replace(
        given,
        zone=zone or given.zone,
        date_order=date_order or given.date_order,
        side=side or given.side,
    )


def _read(context: Context, importer: "Importer", data: bytes, said: Answers, kept: Any) -> "tuple[Answers, Reading]":
    """Read a file with what was said now, and before that what the journal remembers of its format."""
    from journal.exchange.importers.remembered import over, recall

    tick = _tick()
    reading = importer.read(data, said, context.today, tick)
    if kept and reading.questions:
        answers = over(recall(kept.get(importer.NAME), reading), said)
        if answers != said:
            return answers, importer.read(data, answers, context.today, tick)
    return said, reading


def _tick() -> "Tick":
    """Say on a terminal how far the reading is, for a file that takes long."""
    from journal.exchange.importers.reading import no_tick

    if sys.stderr is None or not sys.stderr.isatty():
        return no_tick
    return lambda done, total: click.echo(f"\r{100 * done // max(total, 1):3} %\r", nl=False, err=True)


def _check_answered(reading: "Reading") -> None:
    """Refuse what cannot be taken in before it is answered. Raises CannotDo naming what is open."""
    from journal.exchange.importers.reading import Remark
    from journal.exchange.importers.sentences import asked, remark

    if reading.open:
        named = "; ".join(asked(question) for question in reading.open[:_QUESTIONS_TOLD])
        count = len(reading.open)
        sentence = ngettext(
            "Nothing was changed: {count} question about this file is open ({questions}). Write a map with --dry-run "
            "--map-template FILE.json, fill it in, and import with --map FILE.json.",
            "Nothing was changed: {count} questions about this file are open ({questions}). Write a map with --dry-run "
            "--map-template FILE.json, fill it in, and import with --map FILE.json.",
            count,
        )
        raise CannotDo(sentence.format(count=count, questions=named + ("; …" if count > _QUESTIONS_TOLD else "")))
    if Remark.NO_PLACES in reading.remarks and not len(reading.records):
        sentence = _("Nothing was changed: {why}")
        raise CannotDo(sentence.format(why=remark(Remark.NO_PLACES)))


def _write_template(path: Path, reading: "Reading", answers: Answers) -> None:
    from journal.exchange.importers.moments import local_zone
    from journal.exchange.importers.sentences import asked
    from journal.exchange.importers.template import template
    from journal.outfile import atomic_write

    found = template(reading, answers, local_zone())
    with atomic_write(path) as unfinished:
        unfinished.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for question in reading.open:
        say(asked(question))
    say(path)


def _dry_run(existing: Records, reading: "Reading", on_conflict: str, as_json: bool) -> None:
    if as_json:
        echo_json(_json(reading))
        return
    _check_answered(reading)
    merged, _longer = _merged(existing, reading)
    say(_told(merged, on_conflict, dry_run=True), done=False)
    if merged.conflicts:
        say(_side_by_side(merged), done=False)
    _say_left_out(reading)


def _merged(existing: Records, reading: "Reading") -> "tuple[Merge, tuple[Treatment, ...]]":
    """Compare a file with the journal; returns also the treatments that only last longer by it."""
    from journal.exchange.importers.overlap import fitted, stretched
    from journal.exchange.merge import merge

    return stretched(merge(existing, fitted(reading.records, existing)))


def _take_in(
    context: Context, journal: "Repository", reading: "Reading", on_conflict: str
) -> "tuple[Merge, tuple[str, ...]]":
    """Write what is new, all of it or nothing; returns also what to do about urgent signs that it raises."""
    existing = journal.records()
    merged, longer = _merged(existing, reading)
    if merged.conflicts and on_conflict == "report":
        raise CannotDo(_conflicts(merged))
    taken: list[Record] = [*merged.new, *longer]
    if on_conflict == "replace":
        taken += [new for _old, new in merged.conflicts]
    if not taken:
        return merged, ()
    if len(existing):
        from journal.storage import backup

        backup.make(journal, context.now, "before-import")
    return merged, urgent.save(journal, taken, context.now)


def _remember(journal: "Repository", reading: "Reading", answers: Answers) -> None:
    from journal.exchange.importers.remembered import with_answers
    from journal.storage.journal_settings import IMPORT_ANSWERS

    if reading.questions:
        before = journal.setting(IMPORT_ANSWERS)
        kept = with_answers(before, answers, reading)
        if kept != before:
            journal.set_setting(IMPORT_ANSWERS, kept)


def _say_later(merged: "Merge", context: Context) -> None:
    """Tell of entries that are dated in the future: nothing is counted of them until then."""
    later = prompts.later_than(merged.new.entries, context.now)
    if later:
        from journal.wording.entries import later_than_now

        say(later_than_now(sorted(later, key=lambda entry: entry.recorded_at)))


def _say_left_out(reading: "Reading") -> None:
    """Print what is not taken in, row by row, and what is to be known of the file."""
    from journal.exchange.importers import sentences

    if not reading.questions:
        return
    say(sentences.counted(reading))
    for row in reading.left_out:
        say("  " + sentences.left_out(row))
    if reading.columns_left_out:
        named = ", ".join(reading.columns_left_out)
        count = len(reading.columns_left_out)
        told = ngettext("Column left out: {names}", "Columns left out: {names}", count)
        say(told.format(names=named))
    for found in reading.remarks:
        say(sentences.remark(found))


def _json(reading: "Reading") -> dict[str, Any]:
    """What was understood of a file, for other programs."""
    from journal.exchange.importers.sentences import asked

    return {
        "source": reading.source,
        "rows": reading.rows,
        "taken": reading.taken,
        "blank": reading.blank,
        "entries": len(reading.records.entries),
        "records": len(reading.records),
        "questions": [asked(question) for question in reading.open],
        "left_out": [{"line": row.line, "reason": str(row.reason), "what": row.what} for row in reading.left_out],
        "columns_left_out": list(reading.columns_left_out),
    }


@click.command()
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE.json|FILE.zip")
@click.pass_obj
def export(context: Context, output: Path) -> None:
    """Write everything into one file: JSON, or a zip of JSON and tables for a spreadsheet."""
    from journal.exchange.files import write_file

    records = context.records()
    write_file(context.output(output), records)
    say(output)


def _existing(context: Context) -> tuple[Records, Any]:
    """Return what the journal holds, and what it remembers of imports; nothing where there is none yet."""
    from journal.storage.journal_settings import IMPORT_ANSWERS

    try:
        with context.read() as journal:
            return journal.records(), journal.setting(IMPORT_ANSWERS)
    except StorageError as error:
        if error.fault in (Fault.MISSING, Fault.NO_FOLDER):
            return Records(), {}
        raise


def _told(merged: "Merge", on_conflict: str, *, dry_run: bool) -> str:
    """What was, or would be, taken in."""
    count = len(merged.new)
    if dry_run:
        said = [ngettext("{count} record would be taken in.", "{count} records would be taken in.", count)]
    else:
        said = [ngettext("{count} record taken in.", "{count} records taken in.", count)]
    said = [said[0].format(count=count)]
    if merged.same:
        text = ngettext("{count} was there already.", "{count} were there already.", merged.same)
        said.append(text.format(count=merged.same))
    if merged.conflicts:
        differing = len(merged.conflicts)
        if on_conflict == "replace":
            text = ngettext("{count} replaces another version.", "{count} replace another version.", differing)
        elif on_conflict == "keep":
            text = ngettext(
                "{count} is kept as the journal has it.", "{count} are kept as the journal has them.", differing
            )
        else:
            text = ngettext("{count} differs from the journal's.", "{count} differ from the journal's.", differing)
        said.append(text.format(count=differing))
    return " ".join(said)


def _conflicts(merged: "Merge") -> str:
    named = ", ".join(_name(old) for old, _new in merged.conflicts[:_CONFLICTS_TOLD])
    count = len(merged.conflicts)
    sentence = ngettext(
        "{count} record is in the journal with other content ({names}), so nothing was changed: choose with "
        "--on-conflict keep or --on-conflict replace.",
        "{count} records are in the journal with other content ({names}), so nothing was changed: choose with "
        "--on-conflict keep or --on-conflict replace.",
        count,
    )
    return sentence.format(count=count, names=named + (" …" if count > _CONFLICTS_TOLD else ""))


def _side_by_side(merged: "Merge") -> str:
    """Each record that is there in two versions, and what they say otherwise."""
    from journal.exchange.merge import differences

    lines = []
    for old, new in merged.conflicts:
        lines.append(_name(old))
        for key, here, there in differences(old, new):
            values = {"key": key, "here": json_text(here), "there": json_text(there)}
            lines.append(_("  {key}: here {here}; in the file {there}").format(**values))
    return "\n".join(lines)


def _name(record: Record) -> str:
    """Which record it is: its kind and its day."""
    from journal.wording.records import kind_of

    return _("{kind} of {day}").format(kind=kind_of(record), day=i18n.day(record.day))


COMMANDS = (import_file, export)
