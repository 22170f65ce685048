"""Charts as files: the right format, text as text, only the owner's, and never half a file."""

import stat
import subprocess
import sys

import pytest

from journal.charts import ladder, save
from journal.charts.style import Style
from journal.outfile import FileNotWritten

BEGINNINGS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "PNG": b"\x89PNG"}


@pytest.fixture
def figure(moving_up):
    return ladder.draw(moving_up, Style.light())


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_the_ending_chooses_the_format(figure, tmp_path, ending):
    path = tmp_path / f"ladder.{ending}"
    save.save(figure, path)
    assert path.read_bytes().startswith(BEGINNINGS[ending])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_svg_keeps_its_text_and_is_the_same_every_time(figure):
    content = save.to_bytes(figure, "svg")
    assert b"Nerve glides</text>" in content
    assert content == save.to_bytes(figure, "svg")


def test_an_unknown_ending_and_a_missing_folder_are_said_in_one_sentence(figure, tmp_path):
    with pytest.raises(FileNotWritten, match=r"must end in \.png"):
        save.save(figure, tmp_path / "ladder.gif")
    with pytest.raises(FileNotWritten, match="nothing was written"):
        save.save(figure, tmp_path / "missing" / "ladder.png")


@pytest.mark.filterwarnings("ignore:Glyph")
def test_letters_that_no_font_has_are_told_once_and_the_chart_is_saved(figure, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(save.disk_log, "warning", told.append)
    save.save(figure, tmp_path / "whole.png")
    figure.text(0.1, 0.5, "\U00012000\U00012001")  # cuneiform
    for ending in ("png", "pdf", "svg"):
        save.save(figure, tmp_path / f"ladder.{ending}")
    assert len(told) == 2 and "no font for them" in told[0], "whoever shows the SVG has fonts of their own"


def test_charts_never_load_pyplot_or_qt():
    script = (
        "import sys, journal.charts.ladder, journal.charts.body, journal.charts.save; "
        "print([name for name in sys.modules if name == 'matplotlib.pyplot' or name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
