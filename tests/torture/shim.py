"""The calls between: built with the C compiler that is here, and the worker started under them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

_SOURCE = Path(__file__).with_name("calls.c")
_ROOT = Path(__file__).parents[2]


def missing() -> str | None:
    """Why this computer cannot do it, or None."""
    if sys.platform != "linux":
        return "stands between a program and the C library as Linux does it"
    if compiler() is None:
        return "needs a C compiler (cc)"
    return None


def compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def build(folder: Path) -> Path:
    """Compile the calls between into a folder; return the library."""
    library = folder / "calls.so"
    if not library.exists():
        made = folder / f"calls.{os.getpid()}.so"
        subprocess.run([compiler(), "-shared", "-fPIC", "-O1", "-o", made, _SOURCE, "-ldl"], check=True)
        made.replace(library)
    return library


_ROOM = 1 << 30
"""What the whole suite may need, in bytes."""


def fast_folder() -> str | None:
    """Where files are only held in memory, if there is such a place: a kill and a fault are the same there."""
    if not os.access("/dev/shm", os.W_OK) or shutil.disk_usage("/dev/shm").free < _ROOM:
        return None
    return "/dev/shm"


def work(folder: Path, row: str, **wanted: Any) -> dict[str, Any]:
    """Do one row's rounds in a process of their own, in a folder of their own; return what came of it."""
    folder.mkdir(parents=True, exist_ok=True)
    inside = folder / "root"
    inside.mkdir(exist_ok=True)
    environment = os.environ | {
        "LD_PRELOAD": str(build(folder)),
        "TORTURE_ROOT": f"{inside}/",
        "PYTHONPATH": str(_ROOT),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.worker", row, json.dumps(wanted)],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))
