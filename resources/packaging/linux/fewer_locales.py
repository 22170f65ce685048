"""Keep of ICU's data only what Qt asks for in our languages: 32 MB become 4.

    python fewer_locales.py libicudata.so.NN LANGUAGE...

QtCore links that library. It holds one table of named items for every language of the world; Qt compares texts, names
time zones and changes the case of letters by it, and asks for a language that is not there as ICU does for any that it
does not know: by the root's rules. Made anew with `as` and `ld` (binutils), under the same name.
"""

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

MAGIC = re.compile(rb"..\xda\x27.{8}CmnD", re.DOTALL)
UNUSED_FOLDERS = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit")
"""Line breaks, currencies, names of languages, numbers in words, units: Qt has its own or none."""
UNUSED_KINDS = ("cfu", "spp")
"""Look-alike letters and names of network services; so is UNUSED_FILES, the names of single characters."""
UNUSED_FILES = ("unames.icu", "uemoji.icu")
LARGEST_CONVERTER = 20_000
"""Bytes: alphabets stay (Latin, Greek, Cyrillic), tables of ideograms go."""


def items(table: bytes) -> dict[str, bytes]:
    """Return what a table holds, by name, in its order. A table begins with the number of items and their offsets."""
    (count,) = struct.unpack_from("<I", table)
    places = [struct.unpack_from("<II", table, 4 + 8 * number) for number in range(count)]
    names = [table[name : table.index(b"\0", name)].decode("ascii") for name, _data in places]
    ends = [data for _name, data in places[1:]] + [len(table)]
    return {name: table[data:end] for name, (_name, data), end in zip(names, places, ends, strict=True)}


def wanted(name: str, size: int, languages: set[str]) -> bool:
    """Whether Qt may ask for an item such as "icudt73l/coll/de_AT.res"."""
    *folders, file = name.split("/")[1:]
    stem, _dot, kind = file.partition(".")
    if any(folder in UNUSED_FOLDERS for folder in folders) or kind in UNUSED_KINDS or file in UNUSED_FILES:
        return False
    if kind == "cnv":
        return size <= LARGEST_CONVERTER
    language = stem.split("_")[0]
    return kind != "res" or not re.fullmatch("[a-z]{2,3}", language) or language in languages


def packed(kept: dict[str, bytes]) -> bytes:
    """Return a table of these items."""
    names, offset = b"", 4 + 8 * len(kept)
    starts = []
    for name in kept:
        starts.append(offset + len(names))
        names += name.encode("ascii") + b"\0"
    head, places, data = offset + len(names), [], b""
    head += -head % 16
    for item in kept.values():
        places.append(head + len(data))
        data += item + b"\0" * (-len(item) % 16)
    table = struct.pack("<I", len(kept)) + b"".join(
        struct.pack("<II", *pair) for pair in zip(starts, places, strict=True)
    )
    return (table + names).ljust(head, b"\0") + data


def shrink(library: Path, languages: set[str]) -> None:
    """Write the library anew in its place."""
    content = library.read_bytes()
    found = MAGIC.search(content)
    if found is None:
        raise SystemExit(f"{library} holds no table that this program knows")
    start = found.start()
    (head,) = struct.unpack_from("<H", content, start)
    table = content[start + head :]
    # the last item ends where its own length says, and is dropped or kept whole: what follows it is harmless
    kept = {name: data for name, data in items(table).items() if wanted(name, len(data), languages)}
    symbol = re.search(rb"\0(icudt\d+_dat)\0", content)
    version = re.search(r"\.so\.(\d+)", library.name)
    if symbol is None or version is None:
        raise SystemExit(f"{library} has no name that this program knows")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").write_bytes(content[start : start + head] + packed(kept))
        (folder / "data.s").write_text(
            f'.section .rodata\n.balign 16\n.globl {symbol[1].decode()}\n.type {symbol[1].decode()}, "object"\n'
            f'{symbol[1].decode()}:\n.incbin "data"\n.section .note.GNU-stack,"",%progbits\n'
        )
        subprocess.run(["as", "-o", "data.o", "data.s"], cwd=folder, check=True)
        command = [
            "ld",
            "-shared",
            "-z",
            "noexecstack",
            "-soname",
            f"libicudata.so.{version[1]}",
            "-o",
            "made",
            "data.o",
        ]
        subprocess.run(command, cwd=folder, check=True)
        library.write_bytes((folder / "made").read_bytes())


if __name__ == "__main__":
    shrink(Path(sys.argv[1]), set(sys.argv[2:]))
