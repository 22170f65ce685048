"""Runs under the calls between: does scenarios in children of its own, kills them, fails them, cuts their power.

python -m tests.torture.worker kills|faults|cuts|control|plaintext JSON      (started by shim.work)
"""

import ctypes
import errno
import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from journal.domain.errors import JournalError
from tests import keys
from tests.torture import private
from tests.torture.replay import Disk, moments, read
from tests.torture.scenarios import CONTROL, SCENARIOS, Refused, Scenario

LIBRARY = ctypes.CDLL(None)
NOTHING, KILL, TEAR, FAIL = range(4)
ROOT = Path(os.environ["TORTURE_ROOT"])
RUN, FIRST, IMAGE = ROOT / "run", ROOT / "first", ROOT / "image"
SAID, LOG = Path("said"), Path("log")
WRITES, SYNCS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG), (errno.EIO, errno.ENOSPC)
FAULTS = {
    "w": WRITES,
    "t": SYNCS,
    "s": SYNCS,
    "d": SYNCS,
    "c": (errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EMFILE),
    "u": (errno.EACCES, errno.EROFS, errno.EIO),
    "r": (errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO),
}
"""What each kind of call can fail with."""
CALLS = {"w": "write", "t": "truncate", "s": "sync", "d": "sync a folder", "c": "create", "u": "remove", "r": "rename"}


def main() -> None:
    row, wanted = sys.argv[1], json.loads(sys.argv[2])
    keys.derive(keys.CHEAP_ROUNDS)  # the writes are the same, and thousands of files are opened
    shutil._USE_CP_SENDFILE = False  # a copy by the kernel alone would go unseen
    json.dump(
        {"kills": kills, "faults": faults, "cuts": cuts, "control": control, "plaintext": plaintext}[row](**wanted),
        sys.stdout,
    )


class ScenarioRun:
    """One scenario, its folder as it is before, and its calls when nothing goes wrong."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        _empty(FIRST)
        scenario.prepare(FIRST)
        self.set_up()
        LOG.unlink(missing_ok=True)
        self.disk = Disk(RUN)
        code, self.marks = self.child(0, NOTHING, log=True)
        assert code == 0, (scenario.name, SAID.read_text())
        scenario.judge(RUN, self.marks)
        self.calls = read(LOG.read_bytes())
        self.steps = [call for call in self.calls if call.kind != "m"]

    def set_up(self) -> None:
        _empty(RUN)
        shutil.copytree(FIRST, RUN, dirs_exist_ok=True)
        for path in FIRST.rglob("*"):
            os.utime(RUN / path.relative_to(FIRST), ns=(path.stat().st_mtime_ns,) * 2)

    def child(
        self, at: int, action: int, error: int = 0, *, lasting: bool = False, log: bool = False
    ) -> tuple[int, list[str]]:
        """Do it in a child in which something happens at one step; return how it ended, and what it marked."""
        heard, told = os.pipe()
        child = os.fork()
        if child == 0:
            self._do(told, at, action, error, lasting, log)
        os.close(told)
        with os.fdopen(heard, "rb") as pipe:
            marks = pipe.read().decode().splitlines()
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), marks

    def _do(self, told: int, at: int, action: int, error: int, lasting: bool, log: bool) -> None:
        """Never returns: 0 done, 1 refused in a sentence, 3 an error of the program."""
        code = 3
        try:
            said = os.open(SAID, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            os.dup2(said, 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

            def mark(word: str) -> None:
                os.write(told, f"{word}\n".encode())
                LIBRARY.torture_mark(word.encode())

            if log:
                LIBRARY.torture_log(os.open(LOG, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600))
            LIBRARY.torture_arm(ctypes.c_long(at or -1), action, error, int(lasting))
            try:
                self.scenario.do(RUN, mark)
                code = 0
            except JournalError as refused:
                os.write(2, f"{refused}\n".encode())
                code = 1
            except Refused:
                code = 1
            if code == 0:
                mark("done")
        except BaseException:
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(code)


def kills(scenarios: list[str] | None, count: int, seed: int, seconds: float) -> dict:
    """Kill every scenario at every step, before the call and in the middle of a write, until there were so many."""
    failed: list[str] = []
    places: list[tuple[ScenarioRun, int, int]] = []
    stop = time.monotonic() + seconds
    chance = random.Random(seed)
    done, per_act = 0, {}
    names = scenarios or list(SCENARIOS)
    for number, name in enumerate(names):
        stage = ScenarioRun(SCENARIOS[name])
        places = [(at, KILL) for at in range(1, len(stage.steps) + 1)]
        places += [(at, TEAR) for at, call in enumerate(stage.steps, 1) if call.kind == "w" and len(call.data) > 1]
        share = max(1, (count - done) // (len(names) - number))
        chosen = chance.sample(places, min(share, len(places)))
        for at, action in chosen:
            stage.set_up()
            code, marks = stage.child(at, action)
            failed += _judged(stage.scenario, RUN, marks, f"killed at {at} of {len(stage.steps)}")
            if code != -signal.SIGKILL:
                failed.append(f"{name}: not killed at {at}")
            done += 1
            if time.monotonic() > stop:
                break
        per_act[name] = [len(chosen), len(places)]
    return {"done": done, "failed": failed, "per_act": per_act}


def faults(scenarios: list[str] | None, count: int, seed: int, seconds: float, kinds_of_call: str = "") -> dict:
    """Let calls fail, once or from then on; the scenario is refused in one sentence or done.

    kinds_of_call: only those, by their letters.
    """
    failed: list[str] = []
    kinds: set[tuple[str, str, int]] = set()
    sentences: set[str] = set()
    stop = time.monotonic() + seconds
    chance = random.Random(seed)
    done, refused, steps = 0, 0, 0
    names = scenarios or list(SCENARIOS)
    for number, name in enumerate(names):
        stage = ScenarioRun(SCENARIOS[name])
        steps += len(stage.steps)
        rest = [(at, call.kind, error) for at, call in enumerate(stage.steps, 1) for error in FAULTS[call.kind]]
        rest = [place for place in rest if not kinds_of_call or place[1] in kinds_of_call]
        share = max(1, (count - done) // (len(names) - number))
        for at, kind, error in chance.sample(rest, min(share, len(rest))):
            stage.set_up()
            lasting = error in (errno.ENOSPC, errno.EDQUOT, errno.EROFS) and chance.random() < 0.5
            where = f"{CALLS[kind]} {errno.errorcode[error]} at {at} of {len(stage.steps)}{' and on' * lasting}"
            code, marks = stage.child(at, FAIL, error, lasting=lasting)
            said = SAID.read_text()
            failed += _judged(stage.scenario, RUN, marks, where)
            if code not in (0, 1) or "Traceback" in said or "error in the program" in said:
                failed.append(f"{name}: {where}: {said[-300:]}")
            elif code == 1:
                refused += 1
                sentences.add(said.replace(str(RUN), ""))
                if said.count("\n") != 1 or not said.strip().endswith((".", "?")) or "/." in said:
                    failed.append(f"{name}: {where}: {said}")
                again, marks = stage.child(0, NOTHING)
                failed += _judged(stage.scenario, RUN, [*marks, "done"], f"{where}, and again ({again})")
            kinds.add((name, kind, error))
            done += 1
            if time.monotonic() > stop:
                break
    return {
        "done": done,
        "failed": failed,
        "refused": refused,
        "kinds": len(kinds),
        "steps": steps,
        "sentences": len(sentences),
    }


def cuts(scenarios: list[str] | None, count: int, seed: int, seconds: float) -> dict:
    """Cut the power at moments spread over every scenario, and judge what each could leave."""
    return _cut([SCENARIOS[name] for name in scenarios or SCENARIOS], count, seed, seconds)


def control(count: int, seed: int, seconds: float) -> dict:
    """The same under WAL and NORMAL."""
    return _cut([CONTROL], count, seed, seconds)


def plaintext(seconds: float) -> dict:
    """Use everything with a passphrase, and look for what was typed in every byte ever written, kept or not."""
    stage = ScenarioRun(private.SCENARIO)
    written = [call.data for call in stage.calls if call.kind == "w"]
    files = {path: path.read_bytes() for path in RUN.rglob("*") if path.is_file()}
    found = [f"{word} in a write" for word in private.hits(written)]
    found += [f"{word} in {path.relative_to(RUN)}" for path, data in files.items() for word in private.hits([data])]
    return {
        "done": len(private.MARKERS),
        "failed": found,
        "files": len(files),
        "bytes": sum(map(len, written)),
        "names": [str(path.relative_to(RUN)) for path in files],
    }


def _cut(scenarios: list[Scenario], count: int, seed: int, seconds: float) -> dict:
    failed: list[str] = []
    stop = time.monotonic() + seconds
    done = lost = 0
    for number, scenario in enumerate(scenarios):
        chance = random.Random(f"{seed}/{scenario.name}")
        stage = ScenarioRun(scenario)
        share = max(1, (count - done) // (len(scenarios) - number))
        at = 0
        for moment, images in moments(stage.calls, share, chance):
            while at < moment:
                stage.disk.play(stage.calls[at])
                at += 1
            for _ in range(images):
                _empty(IMAGE)
                for path in RUN.rglob("*/"):
                    (IMAGE / path.relative_to(RUN)).mkdir(parents=True, exist_ok=True)
                stage.disk.image(IMAGE, RUN, chance)
                wrong = _judged(scenario, IMAGE, stage.disk.marks, f"after {moment} of {len(stage.calls)} calls")
                failed += wrong
                lost += any(" lost" in one for one in wrong)
                done += 1
            if time.monotonic() > stop:
                break
    return {"done": done, "failed": failed, "lost": lost}


def _judged(scenario: Scenario, folder: Path, marks: list[str], where: str) -> list[str]:
    """What is wrong with a folder, if anything."""
    judge: Callable[[], None] = lambda: scenario.judge(folder, marks)  # noqa: E731
    try:
        judge()
    except (AssertionError, JournalError) as error:
        return [f"{scenario.name}, {where}: {error!r}"]
    return []


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)


if __name__ == "__main__":
    main()
