"""One scenario that puts a marker into every text of a journal, with a passphrase, and uses all that writes files."""

import os
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from journal.cli.app import run
from journal.domain.appointment import Appointment
from journal.domain.draft import Draft
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.function import ActivityRating
from journal.domain.movement import MovementTry
from journal.domain.records import Record, Records
from journal.domain.treatment import Treatment, TreatmentEvent, TreatmentKind
from journal.exchange.files import write_file
from journal.storage import protect, second
from journal.storage.journal_settings import UNSAVED_TEXT
from journal.storage.repository import Repository
from tests.torture.scenarios import NOW, Mark, Scenario

MARKERS = tuple(f"Zyxw{number:02d}Schmerz" for number in range(24))
_FIRST, _SECOND = "the first passphrase", "the second passphrase"
_FORMS = {word: [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")] for word in MARKERS}


def hits(data: Iterable[bytes]) -> list[str]:
    """The markers that are readable in any of those, in UTF-8 or UTF-16."""
    joined = b"\0\0".join(data)
    return [word for word, forms in _FORMS.items() if any(form in joined for form in forms)]


def _records() -> list[Record]:
    m = iter(MARKERS)
    treatment = Treatment(
        kind=TreatmentKind.OTHER, name=next(m), started_on=date(2026, 1, 1), dose=next(m), note=next(m)
    )
    mark = (Symptom("left_sole", Kind.PAIN, 4),)
    return [
        treatment,
        TreatmentEvent(done_at=NOW, treatment=treatment.id, dose=next(m), note=next(m)),
        Entry(
            recorded_at=NOW,
            scope=Scope.DAY,
            symptoms=mark,
            activities=(next(m), next(m)),
            reliefs=(next(m), next(m)),
            note=next(m) * 900,
        ),
        Entry(recorded_at=NOW, scope=Scope.NOW, note=next(m)),
        ActivityRating(rated_at=NOW, activity=next(m), ability=4),
        MovementTry(tried_at=NOW, movement=next(m), before=mark, note=next(m)),
        Appointment(starts_at=NOW, with_whom=next(m), questions=(next(m), next(m)), said=next(m)),
    ]


_REST = MARKERS[16:]


def _do(folder: Path, mark: Mark) -> None:
    """Save, change, delete, draft, back up, merge, restore, list, report, salvage, change the passphrase."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"):
        os.environ[name] = str(folder / "home")
    (folder / "home").mkdir()
    tempfile.tempdir = None
    path, away = folder / "j.sqlite", folder.parents[1]
    one, two, other = away / "first", away / "second", away / "other.json"
    one.write_text(_FIRST)
    two.write_text(_SECOND)
    records = _records()
    with Repository.open(path, passphrase=_FIRST) as journal:
        journal.save(*records)
        for number, entry in enumerate(item for item in records if isinstance(item, Entry)):
            journal.save(replace(entry, note=_REST[number] * 50, edited_at=NOW))
            journal.keep_draft(Draft(replace(entry, note=_REST[2]), bool(number), False))
        journal.delete(records[0].id)
        journal.set_setting(UNSAVED_TEXT, (_REST[3],))
        second.choose(journal, folder)
    write_file(other, Records().saving(Entry(recorded_at=NOW, scope=Scope.NOW, note=_REST[4], reliefs=(_REST[5],))))
    keyed = ["--journal", str(path), "--passphrase-file", str(one)]
    for arguments in (
        ["add", "--mark", "left_heel:pain:3", "--note", _REST[6]],
        ["import", str(other)],
        ["backup"],
        ["backup", "-o", str(folder / "copy.sqlite")],
        ["restore", str(folder / "copy.sqlite")],
        ["list"],
        ["check"],
        ["progress"],
        ["export", "-o", str(away / "all.zip")],
        ["salvage", "-o", str(folder / "saved.sqlite")],
        ["add", "--note", _REST[7], "--mark", "nowhere:pain:3"],
        ["import", str(away / "no such file.json")],
    ):
        code = run([*keyed, *arguments])
        assert code == (1 if "nowhere:pain:3" in arguments or "no such" in arguments[-1] else 0) or code == 2, arguments
    protect.change_passphrase(path, _FIRST, _SECOND, NOW)
    protect.renew_backups(path, _FIRST, _SECOND)
    assert run(["--journal", str(path), "--passphrase-file", str(two), "check"]) == 0


def _judge(folder: Path, marks: Collection[str]) -> None:
    with Repository.open(folder / "j.sqlite", passphrase=_SECOND, create=False) as journal:
        held = repr(journal.records())
    assert sum(word in held for word in MARKERS) > 12, "the markers are not in the journal"


SCENARIO = Scenario("use everything with a passphrase", lambda folder: None, _do, _judge)
