"""Journals as older versions of the program wrote them."""

from pathlib import Path

from journal.domain.records import Record
from journal.storage import migrations, rows
from journal.storage.engine import connect


def write(path: Path, version: int, *records: Record, phrase: str | None = None) -> None:
    """Write a journal with only the first `version` steps done, each record without the columns it did not know."""
    db = connect(path, phrase, create=True)
    migrations.apply(db, version)
    with db.tools.atomic():
        for table, row in (row for record in records for row in rows.of(record)):
            known = db.tools.table(table.name).columns_dict
            table.insert(db, [{column: value for column, value in row.items() if column in known}])
    db.close()
