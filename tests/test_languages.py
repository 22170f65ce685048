"""What charts, the page on paper and the command line say can all be said in another language."""

import re
from datetime import date

import pypdfium2
import pytest
from matplotlib.text import Text

from journal import i18n, sample
from journal.analysis.progress import compute
from journal.charts import specs, view_model
from journal.charts.chart_spec import Rendering, figure
from journal.cli.app import run
from journal.domain.records import Records
from journal.printing import pdf
from journal.report.content import build
from journal.report.options import Further, PageOptions
from tests import pseudo

LAST_DAY = date(2026, 3, 25)


@pytest.fixture
def speak(monkeypatch):
    pseudo.offer(monkeypatch)
    return i18n.use_language


def records():
    """The sample in the language that is spoken: what a person wrote is in it too."""
    return Records().saving(*sample.generate(LAST_DAY))


def test_every_text_of_every_chart_can_be_translated(speak):
    speak(pseudo.LONGER)
    kept = records()
    shown = view_model.of(compute(kept, LAST_DAY), kept)
    every = specs.every(shown)
    found = shown.progress
    drawn = [every.ladder, every.signs, every.pain, every.sensation, every.strength, every.calendar, every.time_of_day]
    for spec in (*drawn, every.treatments, specs.body(found, found.body_then, found.body_now)):
        made = figure(spec.draw, Rendering(dark=False, scale=1.0, width=900, height=500))
        said = [text.get_text() for text in made.findobj(Text)]
        said += [spec.words, *(told.whole for key in spec.keys if spec.tell and (told := spec.tell(key)))]
        assert [text for text in said if pseudo.plain(text)] == []


@pytest.mark.parametrize(("which", "paper"), [(pseudo.LONGER, "letter"), (pseudo.MIRRORED, "a4")])
def test_the_page_is_translated_whole_and_stays_one_page(speak, qapp, which, paper):
    speak(which)
    kept = records()
    found = compute(kept, LAST_DAY)
    assert len(pypdfium2.PdfDocument(pdf.to_bytes(build(found), paper))) == 1
    everything = PageOptions(sample=True, further=frozenset(Further))
    document = pypdfium2.PdfDocument(pdf.to_bytes(build(found, everything, kept.entries), paper))
    said = [line for page in document for line in page.get_textpage().get_text_bounded().splitlines()]
    assert len(said) > 100
    assert [line for line in said if pseudo.plain(line)] == []


@pytest.mark.parametrize("command", [["progress"], ["list"], ["onset"], ["list", "--from", "2030-01-01"]])
def test_every_result_of_the_command_line_can_be_translated(speak, capsys, command):
    speak(pseudo.LONGER)
    assert run(["--language", pseudo.LONGER, "--demo", *command]) == 0
    said = capsys.readouterr().out
    assert said
    assert [line for line in said.splitlines() if pseudo.plain(line)] == []


def test_what_the_command_line_does_and_refuses_can_be_translated(speak, capsys, tmp_path):
    speak(pseudo.LONGER)
    path, out = tmp_path / "journal.sqlite", tmp_path / "out.json"
    for arguments in (
        ["add", "--mark", "left_sole:pain:4", "--note", "…"],
        ["check"],
        ["backup"],
        ["export", "-o", out],
        ["import", out],
        ["import", out, "--dry-run"],
        ["onset", "2025-03"],
        ["salvage", "-o", tmp_path / "read.sqlite"],
        ["report", "-o", tmp_path / "page.docx"],
        ["chart", "ladder", "-o", tmp_path / "chart.docx"],
        ["import", tmp_path / "nothing.json"],
        ["restore", tmp_path / "nothing.sqlite"],
    ):
        run(["--language", pseudo.LONGER, "--journal", str(path), *map(str, arguments)])
        told = capsys.readouterr()
        said = re.sub(
            rf"{re.escape(str(tmp_path))}\S*|journal-\d\S*|nothing\S*|[-0-9a-f]{{36}}",
            "",
            told.out + told.err,
        )
        assert pseudo.plain(said, "chart.docx", ".pdf", ".png", ".svg", ".json", ".zip") == [], said
