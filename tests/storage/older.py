"""Journals as older versions of the program wrote them."""

from dataclasses import replace
from pathlib import Path

from journal.domain.records import Record
from journal.storage import migrations, rows
from journal.storage.engine import connect


def write(path: Path, version: int, *records: Record, phrase: str | None = None) -> None:
    """Write a journal with only the first `version` steps done, each record without the columns it did not know."""
    steps = [step.name for step in migrations.migrations._migrations]
    db = connect(path, phrase, create=True)
    migrations.migrations.apply(db, stop_before=steps[version])
    db.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")
    with db.atomic():
        for table, row in (row for record in records for row in rows.of(record)):
            known = {column[1] for column in db.execute(f"PRAGMA table_info({table.name})")}
            values = {column: value for column, value in zip(table.columns, row, strict=True) if column in known}
            db.conn.execute(replace(table, columns=tuple(values)).insert, tuple(values.values()))
    db.close()
