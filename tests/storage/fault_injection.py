"""One round of each rough handling, decided by its seed: quick in the suite, thousands in the benchmark."""

import contextlib
import io
import json
import random
import subprocess
import sys
import textwrap
import time
from datetime import UTC, date, datetime
from pathlib import Path

from journal import sample
from journal.cli.app import run
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.errors import ImportRefused, StorageError
from journal.exchange.files import read_file
from journal.exchange.json_file import read_records, write_records
from journal.storage.repository import Repository

PHRASE = "correct horse"
RECORDS = sample.generate(date(2026, 5, 1))
_SAVER = textwrap.dedent("""
    import sys, pathlib
    from datetime import datetime, UTC
    from journal.domain.entry import Entry, Scope, Symptom, Kind
    from journal.storage.repository import Repository
    journal = Repository.open(pathlib.Path(sys.argv[1]), passphrase=sys.argv[2] or None)
    mark = (Symptom("left_sole", Kind.PAIN, 3), Symptom("sacrum", Kind.PAIN, 2))
    while True:
        one = Entry(recorded_at=datetime.now(UTC), scope=Scope.NOW, symptoms=mark, note="n" * 3000)
        two = Entry(recorded_at=datetime.now(UTC), scope=Scope.NOW, note=one.id)
        journal.save(one, two)
        sys.stdout.write(f"{one.id} {two.id}\\n")
        sys.stdout.flush()
""")


def a_journal(path: Path, passphrase: str | None) -> bytes:
    """Write the sample into a new journal and return the file."""
    with Repository.open(path, passphrase=passphrase) as journal:
        journal.save(*RECORDS)
    return path.read_bytes()


def kill_while_saving(path: Path, passphrase: str | None, chance: random.Random, acknowledged: set[str]) -> None:
    """Save in another process, kill it, and assert that what it acknowledged is there, and nothing half."""
    saver = subprocess.Popen(
        [sys.executable, "-c", _SAVER, str(path), passphrase or ""], stdout=subprocess.PIPE, text=True
    )
    told = ""
    if chance.random() < 0.8:
        told = saver.stdout.readline()
        time.sleep(chance.random() * 0.05)
    else:  # at times before the first save, or the journal itself, is done
        time.sleep(chance.random() * 0.3)
    saver.kill()
    told += saver.communicate()[0]
    acknowledged.update(told[: told.rfind("\n") + 1].split())
    if not path.exists():  # killed before there was a journal
        assert not acknowledged
        return
    with Repository.open(path, passphrase=passphrase) as journal:
        entries = {entry.id: entry for entry in journal.records().entries}
    assert acknowledged <= set(entries), "an acknowledged entry is lost"
    pairs = [entry.note for entry in entries.values() if not entry.marks]
    assert len(pairs) * 2 == len(entries) and set(pairs) <= set(entries), "half a save"


def damage(whole: bytes, path: Path, passphrase: str | None, chance: random.Random) -> bool:
    """Damage a copy of a journal; return whether it was noticed. Assert that it is left as it is, and told well."""
    data = bytearray(whole)
    match chance.randrange(4):
        case 0:  # flipped bits
            for _ in range(chance.randint(1, 3)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case 1:  # cut short
            del data[chance.randrange(len(data)) :]
        case 2:  # a sector of zeros
            start = chance.randrange(len(data))
            data[start : start + 512] = bytes(len(data[start : start + 512]))
        case 3:  # a sector of something else
            start = chance.randrange(len(data))
            data[start : start + 512] = chance.randbytes(len(data[start : start + 512]))
    path.write_bytes(data)
    if bytes(data) == whole:
        return True
    try:
        with Repository.open(path, passphrase=passphrase, create=False) as journal:
            journal.check()
            noticed = journal.records() != RECORDS
    except StorageError as error:
        assert str(error).endswith((".", "?"))
        noticed = True
    assert path.read_bytes() == bytes(data), "a damaged file was written to"
    return noticed


def guess_passphrase(path: Path, chance: random.Random) -> None:
    """Try a passphrase close to the right one; assert that it does not open."""
    letters = list(PHRASE)
    for _ in range(chance.randint(1, 3)):
        letters[chance.randrange(len(letters))] = chance.choice("abcdefghijklmnopqrstuvwxyz '\"ABC")
    wrong = "".join(letters)[: chance.randint(1, len(PHRASE))]
    wrong = wrong.title() if wrong == PHRASE else wrong
    try:
        Repository.open(path, passphrase=wrong, read_only=True).close()
    except StorageError as error:
        assert error.fault == "passphrase_wrong", error.fault
    else:
        raise AssertionError(f"{wrong!r} opens it")


def spoil_import_into(path: Path, chance: random.Random) -> None:
    """Import a spoilt file by the command line; assert that it came in to the last record, or nothing changed."""
    text = _spoilt(chance)
    file = path.with_name("spoilt.json")
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    before = path.read_bytes()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
        code = run(["--journal", str(path), "import", "--on-conflict", "replace", str(file)])
    if code:
        assert code == 1 and said.getvalue().count("\n") == 1 and "error in the program" not in said.getvalue()
        assert path.read_bytes() == before, "a refused import changed the journal"
    else:
        with Repository.open(path, read_only=True) as journal:
            held = set(journal.records())
        assert set(read_file(file)) <= held, "an import came in by halves"


def spoil_import(chance: random.Random) -> None:
    """Spoil an exchange file; assert that it is refused in a sentence or read to the last record."""
    text = _spoilt(chance)
    try:
        found = read_records(text)
    except ImportRefused as error:
        assert str(error).endswith(".") and "\n" not in str(error)
    else:
        assert read_records(write_records(found)) == found


_SMALL = write_records(
    type(RECORDS)(
        entries=(
            *RECORDS.entries[:2],
            Entry(
                recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
                scope=Scope.NOW,
                symptoms=(Symptom("sacrum", Kind.PAIN, 1),),
            ),
        ),
        treatments=RECORDS.treatments[:1],
        strength_tests=RECORDS.strength_tests[:1],
        activity_ratings=RECORDS.activity_ratings[:1],
        red_flag_checks=RECORDS.red_flag_checks[:1],
    )
)
_JUNK = (None, True, 0, -1, 11, 1e308, float("nan"), 10**25, "", "x", "\ud800", [], {}, [[]], {"a": 1}, "2026-01-01")


def _spoilt(chance: random.Random) -> str:
    if chance.random() < 0.5:
        tree = json.loads(_SMALL)
        spots = list(_spots(tree))
        for _ in range(chance.randint(1, 3)):
            holder, key = chance.choice(spots)
            if isinstance(holder, dict) or key < len(holder):
                holder[key] = chance.choice(_JUNK)
        return json.dumps(tree)
    text = _SMALL
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text))
        end = start + chance.choice((0, 1, 1, 2, 20, 2000))
        text = (
            text[:start]
            + chance.choice(("", "0", "9" * 30, '"', "{", "[[", "}", ",", "\\u0000", "\0", "é"))
            + text[end:]
        )
    return text


def _spots(tree):
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)):
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from _spots(tree[key])
