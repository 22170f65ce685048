"""The one SQL engine: sqlcipher3 under sqlite-utils. Its exceptions are imported here and nowhere else.

sqlcipher3 writes an ordinary SQLite file without a key and a standard SQLCipher 4 file with one.
"""

import sys
from contextlib import closing, suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3.dbapi2 import Error

if TYPE_CHECKING:
    from sqlite_utils.db import Database

__all__ = ["PLAIN_HEADER", "Database", "Error", "Migrations", "connect", "in_memory", "play_back", "versions"]

PLAIN_HEADER = b"SQLite format 3\0"
_WAIT_SECONDS = 5.0


class _Unused(ModuleType):
    """A module that nobody uses."""

    def __getattr__(self, name: str) -> None:
        """Anything it is asked for, so that it can be imported from."""


def _load_sqlite_utils() -> tuple[Any, Any]:
    """Import sqlite-utils over sqlcipher3: it looks for a module named pysqlite3 before the standard library's,
    which it imports elsewhere only to name types, and which is then not needed at all.

    It would also import numpy and pandas only to know their number types, and what its own command line, its plugins
    and its converters of dates stand on; nothing here uses them, and a window should not wait for them. So the first
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
    return db.Database, migrations.Migrations


if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations
else:
    Database, Migrations = _load_sqlite_utils()


def connect(path: Path, passphrase: str | None = None, *, create: bool = False, untouched: bool = False) -> "Database":
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
        return Database(connection, execute_plugins=False, recursive_triggers=False)
    except BaseException:
        connection.close()
        raise


def play_back(path: Path) -> None:
    """Let the engine undo in a file what a kill left half done, whatever its key is; nothing where that fails.

    What is beside the file belongs to it as it lies there: taken away first, it would leave a torn one.
    """
    with suppress(Error), closing(connect(path)) as db:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def in_memory() -> "Database":
    """Open a database that is gone when it is closed."""
    return Database(sqlcipher3.connect(":memory:"), execute_plugins=False, recursive_triggers=False)


def versions() -> str:
    """Return the engine's own versions, for reports of faults: "SQLCipher 4.19.0 community, SQLite 3.53.4"."""
    (cipher,) = next(iter(in_memory().query("PRAGMA cipher_version"))).values()
    return f"SQLCipher {cipher}, SQLite {sqlcipher3.sqlite_version}"
