"""The recovery code: the journal's raw key in groups that can be copied by hand, each with a letter that checks it.

It opens the file without the passphrase, and changes with the passphrase.
"""

import re
from datetime import date
from pathlib import Path

from journal.domain.errors import Fault, StorageError
from journal.i18n import _, day
from journal.storage.faults import translate_errors

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 signs without I, L, O and U, which are misread; typed, I and L count as 1 and O as 0."""
_MISREAD = str.maketrans("ILO", "110")
_SALT_BYTES, _KEY_BYTES = 16, 32  # SQLCipher 4's own, as the rounds
ROUNDS = 256_000
"""Of the key's derivation from the passphrase."""
_DATA = 4
_FIELD = 0b100101
"""The polynomial of the field of 32 numbers that the check sign is computed in."""
GROUPS = 13
"""Of five signs: four carry 20 bits of the key, the fifth checks them and their place."""
_KEY = re.compile(r"x'[0-9A-Fa-f]*'")


def code(journal: Path, passphrase: str) -> str:
    """Return the recovery code of a protected journal: "0A3K7-…" in 13 groups. Raises StorageError."""
    bits = int.from_bytes(_derived(_salt(journal), passphrase)) << (GROUPS * _DATA * 5 - _KEY_BYTES * 8)
    signs = [LETTERS[bits >> 5 * place & 31] for place in reversed(range(GROUPS * _DATA))]
    groups = ["".join(signs[start : start + _DATA]) for start in range(0, len(signs), _DATA)]
    return "-".join(group + _check(number, group) for number, group in enumerate(groups))


def looks_like_code(text: str) -> bool:
    """Whether a text could be a recovery code, typed well or not."""
    return len(_signs(text)) == GROUPS * (_DATA + 1)


def key(text: str) -> str:
    """Return what opens the journal in place of the passphrase. Raises StorageError naming a group with a slip."""
    slip = first_slip(text)
    if slip is not None:
        sentence = _("Group {number} of the recovery code has a slip in it: compare it with the paper.")
        raise StorageError(Fault.CODE_MISTYPED, sentence.format(number=slip))
    bits = 0
    for group in groups(text)[:GROUPS]:
        for sign in group[:_DATA]:
            bits = bits << 5 | LETTERS.index(sign)
    raw = bits >> (GROUPS * _DATA * 5 - _KEY_BYTES * 8)
    return f"x'{raw.to_bytes(_KEY_BYTES).hex()}'"


def raw_key(journal: Path, passphrase: str) -> str:
    """Return what opens the journal at once: its key and salt, from the passphrase or from `key`'s answer.

    A new file made with it opens with the same passphrase and the same recovery code. Raises StorageError.
    """
    salt = _salt(journal)
    if is_key(passphrase):
        return f"x'{passphrase[2 : 2 + 2 * _KEY_BYTES]}{salt.hex()}'"
    return f"x'{_derived(salt, passphrase).hex()}{salt.hex()}'"


def groups(text: str) -> list[str]:
    """Return the groups of a typed code, as they are compared: in capitals, without spaces and dashes."""
    signs = _signs(text)
    return [signs[start : start + _DATA + 1] for start in range(0, len(signs), _DATA + 1)]


def first_slip(text: str) -> int | None:
    """Return the number of the first group, from 1, that is not as it was given out; None if all are."""
    typed = groups(text)
    for number in range(GROUPS):
        group = typed[number] if number < len(typed) else ""
        if any(sign not in LETTERS for sign in group) or group[_DATA:] != _check(number, group[:_DATA]):
            return number + 1
    return None


def progress_of(typed: str) -> tuple[str, bool]:
    """Return what to say about a recovery code so far, and whether it is whole and free of slips."""
    symbols = sum(not (symbol.isspace() or symbol == "-") for symbol in typed)
    if not symbols:
        return "", False
    try:
        key(typed)
    except StorageError as error:
        slip, whole = first_slip(typed), symbols // (_DATA + 1)
        if slip is not None and slip <= whole:
            return str(error), False
        return _("{count} of {all} groups.").format(count=whole, all=GROUPS), False
    if not looks_like_code(typed):
        return _("That is more than {all} groups.").format(all=GROUPS), False
    return _("The code is complete."), True


def on_paper(code: str, journal: Path, today: date) -> str:
    """Return the code as it is printed or saved: numbered groups, with a line on what it is for."""
    lines = [
        _("Sciatica Journal: recovery code of {day}").format(day=day(today)),
        _("Opens this file without its passphrase: {file}").format(file=journal),
        "",
        *(f"{number:>2}  {group}" for number, group in enumerate(code.split("-"), 1)),
    ]
    return "\n".join(lines)


def is_key(text: str) -> bool:
    """Whether SQLCipher would take a text for a raw key and not for a passphrase."""
    return bool(_KEY.fullmatch(text))


def _salt(journal: Path) -> bytes:
    with translate_errors(journal), journal.open("rb") as file:
        return file.read(_SALT_BYTES)


def _derived(salt: bytes, passphrase: str) -> bytes:
    import hashlib

    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, _KEY_BYTES)


def _signs(text: str) -> str:
    return re.sub(r"[\s-]", "", text).upper().translate(_MISREAD)


def _check(number: int, group: str) -> str:
    """One sign for the group and its place: any one wrong sign, and any two neighbours swapped, changes it."""
    total = number
    for sign in group:
        total = _double(total) ^ LETTERS.index(sign)
    return LETTERS[_double(total)]


def _double(value: int) -> int:
    return value << 1 ^ _FIELD if value & 16 else value << 1
