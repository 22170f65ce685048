"""Times at the command line: what no clock shows, what is yet to come, and a passphrase typed on another keyboard."""

import json
import time
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from journal.cli import context as command_context
from journal.domain.entry import Entry
from journal.domain.local_time import local
from journal.domain.records import Records
from journal.exchange.json_file import write_records
from journal.storage.repository import Repository


@pytest.fixture
def zone(monkeypatch):
    """Put this process into a place's time."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows takes its zone from the system alone")

    def go(rule):
        monkeypatch.setenv("TZ", rule)
        time.tzset()

    yield go
    monkeypatch.undo()
    time.tzset()


CAIRO = "EET-2EEST,M4.5.5/0,M10.5.4/24"  # on the last Friday of April 00:00 becomes 01:00
BERLIN = "CET-1CEST,M3.5.0,M10.5.0/3"


@pytest.mark.parametrize(
    ("rule", "written", "kept"),
    [
        (CAIRO, "2026-04-24T00:30", "2026-04-24T00:30:00+02:00"),
        (CAIRO, "2026-04-24T00:00", "2026-04-24T00:00:00+02:00"),
        (CAIRO, "2026-04-24T01:00", "2026-04-24T01:00:00+03:00"),
        (BERLIN, "2026-03-29T02:30", "2026-03-29T02:30:00+01:00"),
        (BERLIN, "2026-03-29T01:59", "2026-03-29T01:59:00+01:00"),
        (BERLIN, "2025-10-26T02:30", "2025-10-26T02:30:00+02:00"),
    ],
)
def test_a_time_that_daylight_saving_skips_is_kept_as_written(command, zone, rule, written, kept):
    zone(rule)
    assert local(datetime.fromisoformat(written)).isoformat() == kept
    command("add", "--at", written)
    (entry,) = json.loads(command("list", "--json").out)
    assert entry["recorded_at"] == kept
    assert command("list", "--from", written[:10], "--to", written[:10]).out.startswith(written[:10])


def test_every_quarter_of_an_hour_of_a_year_keeps_its_day_and_words(zone):
    for rule in (CAIRO, BERLIN, "UTC0"):
        zone(rule)
        moment = datetime(2026, 1, 1)
        while moment.year == 2026:
            assert local(moment).replace(tzinfo=None, fold=0) == moment
            moment += timedelta(minutes=15)


def test_an_entry_later_than_now_is_refused_without_a_terminal_unless_it_is_meant(command, path):
    later = (datetime.now().astimezone() + timedelta(days=30)).isoformat(timespec="minutes")
    refused = command("add", "--at", later)
    assert refused.code == 1 and "later than now" in refused.err and "--later-than-now" in refused.err
    assert not path.exists()
    assert command("add", "--at", later, "--later-than-now").code == 0
    soon = (datetime.now().astimezone() + timedelta(seconds=50)).isoformat()
    assert command("add", "--at", soon).code == 0, "clocks are set by hand"
    assert command("add", "--at", datetime.now().date().isoformat()).code == 0, "today, before noon too"


@pytest.mark.parametrize(("answer", "entries"), [("y", 1), ("n", 0)])
def test_on_a_terminal_an_entry_later_than_now_is_asked_about(command, path, monkeypatch, answer, entries):
    asked = []
    monkeypatch.setattr("journal.cli.entries.on_terminal", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda text="": asked.append(text) or answer)
    later = (datetime.now().astimezone() + timedelta(days=30)).isoformat(timespec="minutes")
    assert command("add", "--at", later).code == 1 - entries
    assert len(asked) == 1
    assert path.exists() == bool(entries)


@pytest.mark.usefixtures("cheap_keys")
def test_the_same_words_open_it_however_a_keyboard_puts_its_letters_together(command, path, tmp_path):
    composed = unicodedata.normalize("NFC", "fünf Äpfel é")
    apart = unicodedata.normalize("NFD", composed)
    assert composed != apart
    secret = tmp_path / "secret"
    for kept, typed in ((composed, apart), (apart, composed), (apart, apart), (composed, composed)):
        path.unlink(missing_ok=True)
        with Repository.open(path, passphrase=kept):  # as an older version kept it, as it was typed
            pass
        secret.write_text(typed, encoding="utf-8")
        assert command("--passphrase-file", secret, "list").code == 0, (kept == composed, typed == composed)
    path.unlink()
    assert command("add").code == 0
    secret.write_text(apart, encoding="utf-8")
    assert command("passphrase", "set", "--new-passphrase-file", secret).code == 0
    with Repository.open(path, passphrase=composed, create=False) as journal:
        assert len(journal.records().entries) == 1
    assert command_context.first_line(secret) == apart


def test_an_imported_entry_later_than_now_is_told(command, tmp_path):
    ahead = Entry(recorded_at=datetime.now().astimezone() + timedelta(days=400), scope="now", symptoms=())
    past = replace(
        ahead, id="00000000-0000-4000-8000-000000000001", recorded_at=ahead.recorded_at - timedelta(days=500)
    )
    for number, (entries, told) in enumerate([((ahead, past), True), ((replace(past, id=past.id[:-1] + "2"),), False)]):
        file = tmp_path / f"{number}.json"
        file.write_text(write_records(Records(entries=entries)), encoding="utf-8")
        done = command("import", file)
        assert done.code == 0 and ("later than now" in done.out) is told
