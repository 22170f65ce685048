"""What the journal does to its files, each as a scenario: begun from a known folder, done, and judged afterwards.

`do` calls `mark` for everything it has acknowledged. `judge` asserts that a folder found after a kill, a power cut or
a failing disk opens, is whole, and has all that was marked; "done" is marked when the scenario has come to its end.
"""

import contextlib
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import UTC, datetime, timedelta
from pathlib import Path

from journal.cli.app import run
from journal.domain.draft import Draft
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.errors import StorageError
from journal.domain.records import Records
from journal.exchange.files import read_file, write_file
from journal.exchange.merge import merge
from journal.storage import backup, protect, second
from journal.storage.repository import Repository
from tests.storage import older

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
PHRASE, OTHER = "correct horse", "battery staple"
Mark = Callable[[str], None]


def _entry(number: int, note: str = "") -> Entry:
    id = f"{number:08x}-0000-4000-8000-{number * 2654435761 % 2**48:012x}"
    places = ("left_sole", "left_calf_upper", "sacrum")[: 1 + number % 3]
    marks = tuple(Symptom(place, Kind.PAIN, 1 + number % 10) for place in places)
    return Entry(
        id=id,
        recorded_at=NOW - timedelta(hours=5 * number),
        scope=Scope.NOW,
        symptoms=marks,
        activities=("sitting",),
        note=note or f"entry {number} " + "n" * (number % 7 * 150),
    )


OLD = tuple(_entry(number) for number in range(1, 41))
NEW = tuple(_entry(number, f"new {number} " + "m" * (number % 5 * 900)) for number in range(101, 107))
MANY = tuple(_entry(number) for number in range(201, 231))


@dataclass(frozen=True)
class Scenario:
    name: str
    prepare: Callable[[Path], None]
    do: Callable[[Path, Mark], None]
    judge: Callable[[Path, Collection[str]], None]


class Refused(Exception):
    """A command that ended with 1, having said why."""


def _j(folder: Path) -> Path:
    return folder / "j.sqlite"


def _begun(folder: Path, phrase: str | None, entries: Collection[Entry] = OLD) -> None:
    with Repository.open(_j(folder), passphrase=phrase) as journal:
        journal.save(*entries)


def entries(path: Path, phrase: str | None) -> dict[str, Entry]:
    """Open a journal, check it through, and return its entries by id."""
    with Repository.open(path, passphrase=phrase, create=False) as journal:
        journal.check()
        return {entry.id: entry for entry in journal.records().entries}


def _same(path: Path, phrase: str | None, *expected: Collection[Entry]) -> int:
    """Assert that a journal is whole and one of those; return which."""
    found = set(entries(path, phrase).values())
    matching = [number for number, some in enumerate(expected) if found == set(some)]
    assert matching, f"{len(found)} entries, neither the one nor the other"
    return matching[0]


def _command(folder: Path, phrase: str | None, *arguments: str) -> None:
    """Run a command of the command line as a person would. Raises Refused if it ends with 1."""
    before: list[str] = ["--journal", str(_j(folder))]
    if phrase is not None:
        secret = folder.parents[1] / "secret"  # out of reach of what happens to the journal
        secret.write_text(phrase)
        before += ["--passphrase-file", str(secret)]
    code = run([*before, *arguments])
    assert code in (0, 1), f"exit code {code}"
    if code:
        raise Refused


def _begin(phrase: str | None) -> Scenario:
    def do(folder: Path, mark: Mark) -> None:
        with Repository.open(_j(folder), passphrase=phrase) as journal:
            journal.save(NEW[0])
            mark(NEW[0].id)

    def judge(folder: Path, marks: Collection[str]) -> None:
        if marks or _j(folder).exists():
            found = entries(_j(folder), phrase)
            assert set(marks) - {"done"} <= set(found)
            assert set(found.values()) <= {NEW[0]}

    return Scenario("begin", lambda folder: None, do, judge)


def _save(phrase: str | None, pragmas: tuple[str, ...] = ()) -> Scenario:
    """Two entries at a time, the second naming the first; then one changed and one deleted."""
    pairs = [(NEW[n], changed(NEW[n + 1], note=NEW[n].id)) for n in range(0, len(NEW), 2)]
    better = changed(OLD[0], symptoms=(), note="better", edited_at=NOW)

    def do(folder: Path, mark: Mark) -> None:
        with Repository.open(_j(folder), passphrase=phrase) as journal:
            for pragma in pragmas:
                journal.copy_to(lambda db, _key: db.execute(f"PRAGMA {pragma}").fetchall())  # noqa: B023
            for one, two in pairs:
                try:
                    journal.save(one, two)
                except StorageError:
                    mark(f"refused {one.id}")
                    raise
                mark(f"there {one.id}")
                mark(f"there {two.id}")
            journal.save(better)
            mark("better")
            journal.delete(OLD[1].id)
            mark("deleted")

    def judge(folder: Path, marks: Collection[str]) -> None:
        found = entries(_j(folder), phrase)
        lost = {word[6:] for word in marks if word.startswith("there ")} - set(found)
        assert not lost, "an acknowledged entry is lost"
        assert found[OLD[0].id] in ((better,) if "better" in marks else (OLD[0], better)), "a change is lost or half"
        assert not any(f"refused {id}" in marks for id in found), "called not saved, and there"
        assert not ("deleted" in marks and OLD[1].id in found), "a deletion is lost"
        assert all((one.id in found) == (two.id in found) for one, two in pairs), "half a save"
        written = {OLD[1], *OLD[2:], OLD[0], better, *(entry for pair in pairs for entry in pair)}
        assert set(found.values()) <= written and set(OLD[2:]) <= set(found.values()), "an old entry is lost or altered"

    return Scenario("save", lambda folder: _begun(folder, phrase), do, judge)


def _check_in(phrase: str | None) -> Scenario:
    """A draft as it grows, the entry saved, the draft dropped: never is there neither."""
    stages = [changed(NEW[0], note=NEW[0].note[: 100 * number]) for number in range(1, 4)]

    def do(folder: Path, mark: Mark) -> None:
        with Repository.open(_j(folder), passphrase=phrase) as journal:
            for number, stage in enumerate(stages):
                journal.keep_draft(Draft(stage, False, False))
                mark(f"draft {number}")
            journal.save(NEW[0])
            mark(NEW[0].id)
            journal.drop_draft(editing=False)

    def judge(folder: Path, marks: Collection[str]) -> None:
        found = entries(_j(folder), phrase)
        assert set(OLD) <= set(found.values()), "an old entry is lost"
        if NEW[0].id in found:
            return
        assert NEW[0].id not in marks and "done" not in marks, "an acknowledged entry is lost"
        kept = max((int(word[6:]) for word in marks if word.startswith("draft ")), default=-1)
        if kept >= 0:
            with Repository.open(_j(folder), passphrase=phrase, create=False) as journal:
                draft = journal.draft(editing=False)
            assert draft is not None and draft.entry in stages[kept:], "the draft is lost"

    return Scenario("check in", lambda folder: _begun(folder, phrase), do, judge)


def _back_up(phrase: str | None) -> Scenario:
    """The backup on closing, the thinning after it, and the copy in a second folder."""

    def prepare(folder: Path) -> None:
        _begun(folder, phrase)
        with Repository.open(_j(folder), passphrase=phrase) as journal:
            for days in range(1, 12):
                backup.make(journal, NOW - timedelta(days=days), "daily")
        os.utime(_j(folder), (NOW.timestamp() - 60, NOW.timestamp() - 60))
        (folder / "stick").mkdir()

    def do(folder: Path, mark: Mark) -> None:
        with Repository.open(_j(folder), passphrase=phrase) as journal:
            made = backup.make_if_due(journal, NOW, closing_down=True)
            mark(made.path.name)
            second.bring(_j(folder), folder / "stick")
            mark(f"stick {made.path.name}")

    def judge(folder: Path, marks: Collection[str]) -> None:
        _same(_j(folder), phrase, OLD)
        kept = backup.found(_j(folder))
        assert len(kept) >= 7, "thinned too far"
        for one in kept:
            assert backup.examine(one.path, phrase) == len(OLD), "a backup is not whole"
        names = {one.path.name for one in kept}
        for word in set(marks) - {"done"}:
            place = folder / "stick" if word.startswith("stick ") else None
            assert word in names or (place and (place / word[6:]).exists()), "an acknowledged backup is lost"
        for copy in second.copies(_j(folder), folder / "stick"):
            assert backup.examine(folder / "stick" / copy, phrase) == len(OLD), "a copy is not whole"

    return Scenario("back up", prepare, do, judge)


def _restore(phrase: str | None) -> Scenario:
    before = (*OLD, *NEW)

    def prepare(folder: Path) -> None:
        _begun(folder, phrase, MANY)
        _j(folder).rename(folder / "source.sqlite")
        _begun(folder, phrase, before)

    def judge(folder: Path, marks: Collection[str]) -> None:
        restored = _same(_j(folder), phrase, before, MANY)
        assert restored or "done" not in marks, "an acknowledged restoring is lost"
        _same(folder / "source.sqlite", phrase, MANY)
        if restored:
            prompts = backup.found(_j(folder))
            assert prompts, "what was there before is lost"
            _same(prompts[0].path, phrase, before, MANY)

    return Scenario("restore", prepare, lambda folder, mark: _told(folder, phrase, "restore", "source.sqlite"), judge)


def _told(folder: Path, phrase: str | None, *arguments: str) -> None:
    _command(folder, phrase, *(str(folder / word) if "." in word else word for word in arguments))


def _migrate(phrase: str | None) -> Scenario:
    def prepare(folder: Path) -> None:
        older.write(_j(folder), 1, *OLD, phrase=phrase)

    def do(folder: Path, mark: Mark) -> None:
        with Repository.open(_j(folder), passphrase=phrase) as journal:
            journal.save(NEW[0])

    def judge(folder: Path, marks: Collection[str]) -> None:
        saved = _same(_j(folder), phrase, OLD, (*OLD, NEW[0]))
        assert saved or "done" not in marks, "an acknowledged entry is lost"
        for one in backup.found(_j(folder)):
            assert backup.examine(one.path, phrase) == len(OLD)

    return Scenario("migrate", prepare, do, judge)


def _merge(phrase: str | None) -> Scenario:
    """Another computer's export: ten entries the same, one changed, six new."""
    theirs = changed(OLD[0], note="as the other computer has it")

    def prepare(folder: Path) -> None:
        _begun(folder, phrase)
        write_file(folder / "other.json", Records().saving(theirs, *OLD[1:10], *NEW))

    def do(folder: Path, mark: Mark) -> None:
        _told(folder, phrase, "import", "--on-conflict", "replace", "other.json")

    def judge(folder: Path, marks: Collection[str]) -> None:
        merged = _same(_j(folder), phrase, OLD, (theirs, *OLD[1:], *NEW))
        assert merged or "done" not in marks, "an acknowledged import is lost"
        if merged:
            kept = merge(Records().saving(*OLD), read_file(folder / "other.json"))
            assert len(kept.conflicts) == 1 and _same(backup.found(_j(folder))[0].path, phrase, OLD) == 0

    return Scenario("import and merge", prepare, do, judge)


def _rekey(old: str | None, new: str | None, action: str) -> Scenario:
    def prepare(folder: Path) -> None:
        _begun(folder, old)
        with Repository.open(_j(folder), passphrase=old) as journal:
            backup.make(journal, NOW - timedelta(days=1), "daily")

    def do(folder: Path, mark: Mark) -> None:
        protect.change_passphrase(_j(folder), old, new, NOW)
        mark("new")
        _renewed, left = protect.renew_backups(_j(folder), old, new)
        if not left:
            mark("renewed")

    def judge(folder: Path, marks: Collection[str]) -> None:
        for path in (_j(folder), *(one.path for one in backup.found(_j(folder)))):
            opening = []
            for phrase in (old, new):
                with contextlib.suppress(StorageError):
                    _same(path, phrase, OLD)
                    opening.append(phrase)
            assert len(opening) == 1, f"{path.name} opens with {len(opening)} of the two"
            due = bool({"done", "new"} & set(marks)) if path == _j(folder) else "renewed" in marks
            assert opening == [new] or not due, "an acknowledged passphrase does not hold"

    return Scenario(f"{action} the passphrase", prepare, do, judge)


def _export(phrase: str | None) -> Scenario:
    def prepare(folder: Path) -> None:
        _begun(folder, phrase)
        write_file(folder / "all.json", Records().saving(*MANY))

    def judge(folder: Path, marks: Collection[str]) -> None:
        _same(_j(folder), phrase, OLD)
        found = set(read_file(folder / "all.json").entries)
        assert found == set(OLD) or (found == set(MANY) and "done" not in marks), "half an export"

    return Scenario("export", prepare, lambda folder, mark: _told(folder, phrase, "export", "-o", "all.json"), judge)


def _salvage(phrase: str | None) -> Scenario:
    size = 4096

    def spoil(data: bytes) -> bytes:
        start = len(data) // size * 3 // 4 * size
        return data[:start] + bytes(size) + data[start + size :]

    def prepare(folder: Path) -> None:
        _begun(folder, phrase, (*OLD, *MANY))
        data = spoil(_j(folder).read_bytes())
        _j(folder).write_bytes(data)
        (folder / "as it was").write_bytes(data)

    def judge(folder: Path, marks: Collection[str]) -> None:
        assert _j(folder).read_bytes() == (folder / "as it was").read_bytes(), "the damaged file was written to"
        place = folder / "saved.sqlite"
        assert place.exists() or "done" not in marks
        if place.exists():
            found = set(entries(place, phrase).values())
            assert len(found) > 10 and found <= {*OLD, *MANY}

    return Scenario(
        "salvage", prepare, lambda folder, mark: _told(folder, phrase, "salvage", "-o", "saved.sqlite"), judge
    )


def _both(make: Callable[[str | None], Scenario]) -> list[Scenario]:
    return [changed(make(phrase), name=f"{make(phrase).name}, {word}") for phrase, word in _KINDS]


_KINDS = ((None, "plain"), (PHRASE, "protected"))
SCENARIOS = {
    scenario.name: scenario
    for scenario in (
        *_both(_begin),
        *_both(_save),
        *_both(_check_in),
        *_both(_back_up),
        *_both(_restore),
        *_both(_migrate),
        *_both(_merge),
        *_both(_salvage),
        *_both(_export),
        _rekey(None, PHRASE, "set"),
        _rekey(PHRASE, OTHER, "change"),
        _rekey(PHRASE, None, "remove"),
    )
}
"""Every scenario by its name."""
CONTROL = changed(_save(None, ("journal_mode = WAL", "synchronous = NORMAL")), name="save, WAL and NORMAL")
"""What we do not do: under it, entries are lost to power cuts, or the test could not find any loss."""
