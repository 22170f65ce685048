"""Do with the program what loads its libraries, without the modules named: python used_without.py FOLDER MODULE...

Ends with 1 and says what was missing. The specification's EXCLUDED is judged by it, before anything is built.
"""

import importlib.abc
import logging
import os
import pkgutil
import sys
import warnings
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType


class LeftOut(importlib.abc.MetaPathFinder):
    """Refuses modules as a package does that does not hold them."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def find_spec(self, fullname: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return None for every module that is not left out."""
        if any(fullname == name or fullname.startswith(f"{name}.") for name in self._names):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def use(folder: Path) -> bool:
    """Save charts, the page and exports, read them in again, encrypt, and load every module. Return whether it went."""
    from journal.cli.app import run

    os.chdir(folder)
    Path("words").write_text("a passphrase of words\n", encoding="utf-8")
    new = ["--new-passphrase-file", "words", "--recovery-out", "code.txt"]
    commands = [
        ["--demo", "chart", "ladder", "-o", "ladder.svg"],
        ["--demo", "chart", "pain", "-o", "pain.png"],
        ["--demo", "chart", "body", "-o", "body.pdf"],
        ["--demo", "report", "-o", "page.pdf", "--with", "findings", "--with", "days"],
        ["--demo", "export", "-o", "journal.zip"],
        ["--journal", "own.sqlite", "import", "journal.zip"],
        ["--journal", "own.sqlite", "passphrase", *new, "set"],
        ["--journal", "own.sqlite", "--passphrase-file", "words", "check"],
        ["--version"],
    ]
    went = all([run(command) == 0 for command in commands])
    import openpyxl  # noqa: F401  # loaded when a workbook is read

    import journal

    for module in pkgutil.walk_packages(journal.__path__, "journal."):
        __import__(module.name)
    return went


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    warnings.simplefilter("error")
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # it tells when its list of fonts takes long
    for name in sys.argv[2:]:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, LeftOut(sys.argv[2:]))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = sys.argv[1]
    sys.exit(0 if use(Path(sys.argv[1])) else 1)
