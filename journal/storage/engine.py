"""The one SQL engine: sqlcipher3 under sqlite-utils. Its exceptions are imported here and nowhere else.

sqlcipher3 writes an ordinary SQLite file without a key and a standard SQLCipher 4 file with one.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3.dbapi2 import Error

if TYPE_CHECKING:
    import sqlite_utils.db
    import sqlite_utils.migrations

__all__ = [
    "PLAIN_HEADER",
    "Database",
    "Error",
    "connect",
    "in_memory",
    "load_tools",
    "migrations",
    "play_back",
    "versions",
]

PLAIN_HEADER = b"SQLite format 3\0"
_WAIT_SECONDS = 5.0


class _Unused(ModuleType):
    """A module that nobody uses."""

    def __getattr__(self, name: str) -> None:
        """Anything it is asked for, so that it can be imported from."""


@cache
def _sqlite_utils() -> tuple[Any, Any]:
    """Import sqlite-utils over sqlcipher3, once it is needed, and return its `db` and `migrations`.

    It looks for a module named pysqlite3 before the standard library's, which it imports elsewhere only to name types,
    and which is then not needed at all. It would also import numpy and pandas only to know their number types, and
    what its own command line, its plugins and its converters of dates stand on; nothing here uses them. So the first
    are out of sight for that moment, and the rest is an empty module each, unless they are loaded already.
    """
    stand_ins: dict[str, Any] = {"pysqlite3": sqlcipher3, "pysqlite3.dbapi2": sqlcipher3.dbapi2, "sqlite3": sqlcipher3}
    stand_ins |= {name: None for name in ("numpy", "pandas") if name not in sys.modules}
    unused = ("click", "sqlite_utils.hookspecs", "sqlite_utils.plugins", "sqlite_utils.recipes")
    stand_ins |= {name: _Unused(name) for name in unused if name not in sys.modules}
    before = {name: sys.modules[name] for name in stand_ins if name in sys.modules}
    sys.modules.update(stand_ins)
    try:
        from sqlite_utils import db, migrations
    finally:
        for name in stand_ins:
            del sys.modules[name]
        sys.modules.update(before)
    if vars(db)["sqlite3"] is not sqlcipher3:
        raise ImportError("sqlite_utils was imported before journal.storage.engine, on another engine")
    return db, migrations


class Database:
    """One connection. Reading is done here; `tools`, which a window that opens does not wait for, do the rest."""

    def __init__(self, connection: sqlcipher3.Connection) -> None:
        self.connection = connection

    @cached_property
    def tools(self) -> "sqlite_utils.db.Database":
        """The same connection with everything that sqlite-utils can do."""
        database: sqlite_utils.db.Database = _sqlite_utils()[0].Database(
            self.connection, execute_plugins=False, recursive_triggers=False
        )
        return database

    def execute(self, query: str, values: Sequence[Any] = ()) -> Any:
        """Execute one statement that begins no transaction, and return its cursor."""
        return self.connection.execute(query, values)

    def rows(
        self,
        table: str,
        where: str | None = None,
        values: Sequence[Any] = (),
        *,
        order: str | None = None,
        columns: str = "*",
    ) -> Iterator[dict[str, Any]]:
        """Yield a table's rows by the names of their columns; none where there is no such table."""
        if table not in self.table_names():
            return
        query = f"SELECT {columns} FROM [{table}]"
        query += f" WHERE {where}" if where else ""
        query += f" ORDER BY {order}" if order else ""
        cursor = self.connection.execute(query, values)
        names = [name for name, *_rest in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def table_names(self) -> list[str]:
        """Return the names of all tables."""
        return [name for (name,) in self.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def load_tools() -> None:
    """Import what saving needs, before somebody waits for it."""
    _sqlite_utils()


def migrations(name: str) -> "sqlite_utils.migrations.Migrations":
    """Return a set of migrations, still without a step."""
    found: sqlite_utils.migrations.Migrations = _sqlite_utils()[1].Migrations(name)
    return found


def connect(path: Path, passphrase: str | None = None, *, create: bool = False, untouched: bool = False) -> Database:
    """Open one connection to an existing file (or a new one with `create`), keyed if there is a passphrase.

    `untouched` reads the file as it lies there: not even what a kill left beside it is played back. Nothing is read
    yet, so a wrong passphrase shows at the first read. Raises `Error`.
    """
    mode = "ro&immutable=1" if untouched else "rwc" if create else "rw"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    # one thread at a time uses it, but not always the one that opened it: a window opens without freezing
    connection = sqlcipher3.connect(address, uri=True, timeout=_WAIT_SECONDS, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal; we tell faults ourselves
        connection.execute("PRAGMA trusted_schema = OFF")  # a file from elsewhere calls no functions of its own
        connection.execute("PRAGMA cell_size_check = ON")
        if passphrase is not None:
            quoted = passphrase.replace("'", "''")
            connection.execute(f"PRAGMA key = '{quoted}'")  # a pragma takes no parameters
        return Database(connection)
    except BaseException:
        connection.close()
        raise


def play_back(path: Path) -> None:
    """Let the engine undo in a file what a kill left half done, whatever its key is; nothing where that fails.

    What is beside the file belongs to it as it lies there: taken away first, it would leave a torn one.
    """
    with suppress(Error), closing(connect(path)) as db:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def in_memory() -> Database:
    """Open a database that is gone when it is closed."""
    return Database(sqlcipher3.connect(":memory:"))


def versions() -> str:
    """Return the engine's own versions, for reports of faults: "SQLCipher 4.19.0 community, SQLite 3.53.4"."""
    (cipher,) = in_memory().execute("PRAGMA cipher_version").fetchone()
    return f"SQLCipher {cipher}, SQLite {sqlcipher3.sqlite_version}"
