"""Power cuts: a disk that forgets. What was written down of a program's calls is played back up to any moment.

What was synced is there. Of what was written since, any sectors of 512 bytes may be missing, in any order; of names
made, renamed or removed in a folder since it was synced, the last ones may be, as file systems with a journal keep
their order. Folders themselves are taken to be there.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<cQqIII")


@dataclass(frozen=True)
class Call:
    kind: str
    file: int
    offset: int
    one: str
    two: str
    data: bytes


def read(log: bytes) -> list[Call]:
    """Read what the calls between wrote down."""
    found, at = [], 0
    while at < len(log):
        kind, file, offset, one, two, length = _HEAD.unpack_from(log, at)
        at += _HEAD.size
        parts = []
        for size in (one, two, length):
            parts.append(log[at : at + size])
            at += size
        found.append(Call(kind.decode(), file, offset, parts[0].decode(), parts[1].decode(), parts[2]))
    return found


@dataclass
class _File:
    data: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, written), or (size, None) for a cut."""

    def sync(self) -> None:
        self.data = _played(self.data, self.pending)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        likely = chance.choice((0.0, 1.0, chance.random(), chance.random()))
        pieces: list[tuple[int, bytes | None]] = []
        for offset, written in self.pending:
            if written is None:
                pieces.append((offset, None))
                continue
            start = 0
            while start < len(written):
                end = min(len(written), start + SECTOR - (offset + start) % SECTOR)
                pieces.append((offset + start, written[start:end]))
                start = end
        return _played(self.data, [piece for piece in pieces if chance.random() < likely])


def _played(data: bytes, pieces: list[tuple[int, bytes | None]]) -> bytes:
    if not pieces:
        return data
    found = bytearray(data)
    for offset, written in pieces:
        if written is None:
            found = found[:offset] + bytes(max(0, offset - len(found)))
        else:
            found.extend(bytes(max(0, offset - len(found))))
            found[offset : offset + len(written)] = written
    return bytes(found)


class Disk:
    """Files and names as they would be after a power cut now."""

    def __init__(self, folder: Path) -> None:
        """Begin with what lies in a folder, all of it synced."""
        self.marks: list[str] = []
        self._names: dict[str, _File] = {}
        self._by_number: dict[int, _File] = {}
        self._waiting: dict[str, list[tuple[str, str, _File | None]]] = {}
        for path in folder.rglob("*"):
            if path.is_file():
                self._names[str(path)] = self._by_number[path.stat().st_ino] = _File(path.read_bytes())
        self._live = dict(self._names)

    def play(self, call: Call) -> None:
        """Do one call."""
        match call.kind:
            case "m":
                self.marks.append(call.one)
            case "c":
                made = self._live[call.one] = self._by_number[call.file] = _File()
                self._later(call.one, made)
            case "w":
                self._by_number[call.file].pending.append((call.offset, call.data))
            case "t":
                self._by_number[call.file].pending.append((call.offset, None))
            case "s":
                self._by_number[call.file].sync()
            case "d":
                for kind, name, file in self._waiting.pop(call.one, []):
                    _rename(self._names, kind, name, file)
            case "u":
                self._live.pop(call.one, None)
                self._later(call.one, None)
            case "r":
                moved = self._live.pop(call.one)
                self._live[call.two] = moved
                self._later(call.two, moved, call.one)

    def image(self, folder: Path, root: Path, chance: random.Random) -> None:
        """Write what a power cut now could leave of `root` into a folder."""
        names = dict(self._names)
        for waiting in self._waiting.values():
            for kind, name, file in waiting[: chance.randint(0, len(waiting))]:
                _rename(names, kind, name, file)
        for name, file in names.items():
            place = folder / Path(name).relative_to(root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.after_a_cut(chance))

    def _later(self, name: str, file: _File | None, old: str = "") -> None:
        self._waiting.setdefault(str(Path(name).parent), []).append((old, name, file))


def _rename(names: dict[str, _File], old: str, name: str, file: _File | None) -> None:
    if old:
        names.pop(old, None)
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def moments(calls: list[Call], count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Spread a number of power cuts over the calls: (after how many calls, how many images there)."""
    picked = sorted(chance.randrange(len(calls) + 1) for _ in range(count))
    for moment in sorted(set(picked)):
        yield moment, picked.count(moment)
