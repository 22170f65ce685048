"""The journal file's tables, one append-only step after another; the number of steps is its `user_version`.

Times are kept as written, with their offset (ISO 8601), beside the same moment in UTC for sorting. Unknown is NULL.
"""

import json
from typing import TYPE_CHECKING

from journal.domain import checks
from journal.storage import engine

if TYPE_CHECKING:
    from sqlite_utils.db import Database as Tools

APPLICATION_ID = 0x53634A6C
"""In the file's header, so that another program's database is not taken for a journal."""

_FIRST = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE entries (
    id TEXT PRIMARY KEY NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_utc TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('now', 'day')),
    pain_average REAL CHECK (pain_average BETWEEN 0 AND 10),
    pain_worst REAL CHECK (pain_worst BETWEEN 0 AND 10),
    sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
    sleep_disturbed REAL CHECK (sleep_disturbed BETWEEN 0 AND 10),
    sitting_minutes INTEGER CHECK (sitting_minutes BETWEEN 0 AND 1440),
    standing_minutes INTEGER CHECK (standing_minutes BETWEEN 0 AND 1440),
    walking_minutes INTEGER CHECK (walking_minutes BETWEEN 0 AND 1440),
    note TEXT NOT NULL
);
CREATE INDEX entries_by_time ON entries (recorded_utc, id);

CREATE TABLE symptoms (
    entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    region TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pain', 'numbness', 'tingling', 'weakness')),
    intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 10),
    PRIMARY KEY (entry_id, region, kind)
) WITHOUT ROWID;

CREATE TABLE qualities (
    entry_id TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    quality TEXT NOT NULL,
    PRIMARY KEY (entry_id, region, kind, quality),
    FOREIGN KEY (entry_id, region, kind) REFERENCES symptoms (entry_id, region, kind) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE activities (
    entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    activity TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) WITHOUT ROWID;

CREATE TABLE reliefs (
    entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    relief TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) WITHOUT ROWID;

CREATE TABLE treatments (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT CHECK (ended_on >= started_on),
    dose TEXT NOT NULL,
    note TEXT NOT NULL
);

CREATE TABLE strength_tests (
    id TEXT PRIMARY KEY NOT NULL,
    tested_at TEXT NOT NULL,
    tested_utc TEXT NOT NULL,
    leg TEXT NOT NULL CHECK (leg IN ('left', 'right')),
    heel_raises INTEGER CHECK (heel_raises BETWEEN 0 AND 25),
    heel_walk TEXT,
    toe_walk TEXT,
    big_toe_lift TEXT,
    limited_by TEXT
);

CREATE TABLE activity_ratings (
    id TEXT PRIMARY KEY NOT NULL,
    rated_at TEXT NOT NULL,
    rated_utc TEXT NOT NULL,
    activity TEXT NOT NULL,
    ability REAL NOT NULL CHECK (ability BETWEEN 0 AND 10)
);

CREATE TABLE red_flag_checks (
    id TEXT PRIMARY KEY NOT NULL,
    checked_at TEXT NOT NULL,
    checked_utc TEXT NOT NULL
);

CREATE TABLE red_flag_signs (
    check_id TEXT NOT NULL REFERENCES red_flag_checks (id) ON DELETE CASCADE,
    sign TEXT NOT NULL,
    PRIMARY KEY (check_id, sign)
) WITHOUT ROWID;
"""


_CARE = """
CREATE TABLE treatment_events (
    id TEXT PRIMARY KEY NOT NULL,
    done_at TEXT NOT NULL,
    done_utc TEXT NOT NULL,
    treatment TEXT NOT NULL,
    dose TEXT NOT NULL,
    note TEXT NOT NULL
);

CREATE TABLE movement_tries (
    id TEXT PRIMARY KEY NOT NULL,
    tried_at TEXT NOT NULL,
    tried_utc TEXT NOT NULL,
    movement TEXT NOT NULL,
    repetitions INTEGER CHECK (repetitions BETWEEN 1 AND 1000),
    note TEXT NOT NULL
);

CREATE TABLE movement_symptoms (
    try_id TEXT NOT NULL REFERENCES movement_tries (id) ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('before', 'after')),
    region TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pain', 'numbness', 'tingling', 'weakness')),
    intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 10),
    PRIMARY KEY (try_id, stage, region, kind)
) WITHOUT ROWID;

CREATE TABLE movement_qualities (
    try_id TEXT NOT NULL,
    stage TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    quality TEXT NOT NULL,
    PRIMARY KEY (try_id, stage, region, kind, quality),
    FOREIGN KEY (try_id, stage, region, kind)
        REFERENCES movement_symptoms (try_id, stage, region, kind) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE appointments (
    id TEXT PRIMARY KEY NOT NULL,
    starts_at TEXT NOT NULL,
    starts_utc TEXT NOT NULL,
    with_whom TEXT NOT NULL,
    said TEXT NOT NULL
);

CREATE TABLE appointment_questions (
    appointment_id TEXT NOT NULL REFERENCES appointments (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (appointment_id, position)
) WITHOUT ROWID;
"""


def _run(db: "Tools", script: str) -> None:
    """Statement by statement: left to itself the library looks for their ends anew after every letter."""
    for statement in filter(str.strip, script.split(";")):
        db.execute(statement)


def records_of_the_first_version(db: "Tools") -> None:
    """Every kind of record, and a few words about the journal itself."""
    _run(db, _FIRST)


def entries_say_when_they_were_changed(db: "Tools") -> None:
    """The time of an entry's last change, as written with its offset; NULL for as first written."""
    db.execute("ALTER TABLE entries ADD COLUMN edited_at TEXT")


def answers_about_flares(db: "Tools") -> None:
    """Whether the person confirmed or dismissed a flare."""
    db.execute("""
        CREATE TABLE flare_answers (
            id TEXT PRIMARY KEY NOT NULL,
            answered_at TEXT NOT NULL,
            answered_utc TEXT NOT NULL,
            flare_on TEXT NOT NULL,
            confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
        )
    """)


def doses_movements_and_appointments(db: "Tools") -> None:
    """Three more kinds of record. A dose names its treatment without a reference: either may come or go alone."""
    _run(db, _CARE)


def entries_may_say_nothing_about_places(db: "Tools") -> None:
    """Whether an entry says where, "nowhere" included. Until now none could say it not: a pain rated above 0 without
    a mark did not say it; every other entry without a mark meant "no symptoms". In an unfinished one it meant that none
    was painted yet.
    """
    db.execute("ALTER TABLE entries ADD COLUMN places_said INTEGER NOT NULL DEFAULT 1 CHECK (places_said IN (0, 1))")
    db.execute("""
        UPDATE entries SET places_said = 0
        WHERE (pain_average > 0 OR pain_worst > 0) AND id NOT IN (SELECT entry_id FROM symptoms)
    """)
    db.execute("UPDATE meta SET value = replace(value, '\"symptoms\": []', '\"symptoms\": null') WHERE key = 'draft'")


def when_the_pain_began(db: "Tools") -> None:
    """Each answer to when the pain began; no day where the person was not sure."""
    db.execute("""
        CREATE TABLE onsets (
            id TEXT PRIMARY KEY NOT NULL,
            answered_at TEXT NOT NULL,
            answered_utc TEXT NOT NULL,
            began_on TEXT,
            precision TEXT NOT NULL CHECK (precision IN ('day', 'month', 'year', 'unknown')),
            CHECK ((began_on IS NULL) = (precision = 'unknown'))
        )
    """)


def the_journal_has_an_id(db: "Tools") -> None:
    """Which journal this is, so that its backups can be told from another's."""
    db.execute("DELETE FROM meta WHERE key = 'journal_id'")
    db.execute("INSERT INTO meta (key, value) VALUES ('journal_id', ?)", [json.dumps(checks.new_id())])


STEPS = (
    records_of_the_first_version,
    entries_say_when_they_were_changed,
    answers_about_flares,
    doses_movements_and_appointments,
    entries_may_say_nothing_about_places,
    when_the_pain_began,
    the_journal_has_an_id,
)
"""In order; each is marked as done by its name."""
VERSION = len(STEPS)
"""The `user_version` of a file with every step applied."""


def apply(db: engine.Database, version: int = VERSION) -> None:
    """Bring the file to a version. Each step is a transaction of its own, marked as done inside it."""
    migrations = engine.migrations("sciatica-journal")
    for step in STEPS[:version]:
        migrations()(step)
    migrations.apply(db.tools)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")
