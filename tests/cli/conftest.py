"""The command line as a person meets it: what it prints, where, and how it ends."""

from dataclasses import dataclass

import pytest

from journal.cli.app import run


@dataclass
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal.sqlite"


@pytest.fixture
def command(path, capsys, monkeypatch, tmp_path):
    """Run a command on the test's own journal. No home of a real person is in reach."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))

    def call(*arguments, journal=path, warns=False):
        before = ("--journal", str(journal)) if journal else ()
        capsys.readouterr()
        code = run([*before, *map(str, arguments)])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        if code == 0:
            assert bool(captured.err) == warns
        else:
            assert captured.out == "" and captured.err
        if code == 1:
            assert captured.err.count("\n") == 1, "one sentence"
        return Outcome(code, captured.out, captured.err)

    return call
