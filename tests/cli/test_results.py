"""progress, report, chart: one computation, many ways out."""

import json
import shutil
import stat
from datetime import date, timedelta

import pypdfium2
import pytest

from journal import sample
from journal.cli import app
from journal.cli.results import CHARTS
from journal.domain.records import Records
from journal.domain.treatment import Treatment
from journal.exchange.json_file import write_records
from journal.storage.repository import Repository

pytestmark = pytest.mark.usefixtures("qapp")  # or the page would make an application that the window's tests cannot use

LAST = date(2026, 5, 1)


@pytest.fixture(scope="module")
def kept_story(tmp_path_factory):
    journal = tmp_path_factory.mktemp("story") / "journal.sqlite"
    with Repository.open(journal) as repository:
        repository.save(*sample.generate(LAST))
    return journal


@pytest.fixture
def story(kept_story, path):
    shutil.copy(kept_story, path)


def text_of(pdf, pages=1):
    """The text and the size of the first page. pages: how many there must be; None for any."""
    document = pypdfium2.PdfDocument(pdf)
    assert pages is None or len(document) == pages
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    size = document[0].get_size()
    document.close()
    return plain(words.replace("\ufb01", "fi").replace("\x02", "-")), size


def test_the_same_sentence_is_said_in_words_as_json_and_on_the_page(command, story, tmp_path):
    as_json = json.loads(command("progress", "--json", "--as-of", LAST).out)
    sentence = as_json["legs"]["right"]["sentence"]
    assert as_json["legs"]["right"]["verdict"] == "clearly_up" and as_json["as_of"] == LAST.isoformat()
    assert sentence in command("progress", "--as-of", LAST).out
    pdf = tmp_path / "page.pdf"
    assert command("report", "-o", pdf, "--to", LAST).out == f"{pdf}\n"
    text, _size = text_of(pdf)
    assert sentence in text
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600


def test_the_page_comes_on_both_papers_and_a_sample_says_so(command, tmp_path):
    command("--demo", "report", "-o", tmp_path / "a4.pdf", journal=None)
    command("--demo", "report", "-o", tmp_path / "letter.pdf", "--paper", "letter", journal=None)
    text, size = text_of(tmp_path / "a4.pdf")
    assert "SAMPLE" in text.upper() and [round(side) for side in size] == [595, 842]
    assert [round(side) for side in text_of(tmp_path / "letter.pdf")[1]] == [612, 792]


def test_the_dates_asked_for_are_the_dates_shown(command, story, tmp_path):
    first = LAST - timedelta(days=20)
    assert command("report", "-o", tmp_path / "p.pdf", "--from", first, "--to", LAST).code == 0
    assert "11 Apr – 1 May 2026" in text_of(tmp_path / "p.pdf")[0].replace("\u2009", " ")


def test_every_sentence_and_figure_is_found_on_the_page_or_on_the_pages_of_findings(command, story, tmp_path):
    as_json = json.loads(command("progress", "--json", "--as-of", LAST).out)
    pdf = tmp_path / "page.pdf"
    assert command("report", "-o", pdf, "--to", LAST).code == 0
    first = text_of(pdf)[0]
    for leg in as_json["legs"].values():
        assert plain(leg["sentence"]) in first
        if leg["change_levels"] is not None and leg["verdict"] != "no_symptoms":
            assert f"{abs(leg['change_levels']):.1f} levels" in first
            assert all(f"{abs(end):.1f}" in first for end in leg["interval"])
    for sign in as_json["signs"].values():
        assert plain(sign["sentence"]) in first
    for row in as_json["measures"]:
        for value in (row["then"], row["now"]):
            assert value is None or f"{value:.0f}" in first or f"{value:.1f}" in first
    assert command("report", "-o", pdf, "--to", LAST, "--with", "findings", "--with", "treatments").code == 0
    everything = text_of(pdf, pages=None)[0]
    for sentence in sentences(as_json):
        assert plain(sentence) in everything


def sentences(found):
    """Every "sentence" anywhere in the JSON."""
    if isinstance(found, dict):
        own = [found["sentence"]] if "sentence" in found else []
        told_within = ("longer", "often")  # the leg's one sentence says both windows, and how often
        return own + [item for key, value in found.items() if key not in told_within for item in sentences(value)]
    return [item for value in found for item in sentences(value)] if isinstance(found, list) else []


def plain(text):
    return " ".join(text.replace("\u2009", " ").split())


@pytest.mark.filterwarnings("ignore:Glyph")  # of the charts on the page; a command shows no warning of a library
@pytest.mark.parametrize(("name", "told"), [("\u0378 unassigned", 1), ("éß Ωж", 0)])
def test_letters_that_no_font_has_are_told_once(command, path, tmp_path, capsys, name, told):
    treatment = Treatment(kind="other", name=name, started_on=LAST - timedelta(days=30), dose=name)
    text = write_records(Records().saving(*sample.generate(LAST), treatment))
    (tmp_path / "one.json").write_text(text, encoding="utf-8")
    command("import", tmp_path / "one.json")
    page = tmp_path / "page.pdf"
    assert app.run(["--journal", str(path), "report", "-o", str(page), "--to", str(LAST)]) == 0
    assert capsys.readouterr().err.count("Some letters are missing on this page") == told
    assert page.stat().st_size > 1000


def test_parts_are_left_out_and_further_pages_added_as_asked(command, story, tmp_path):
    pdf = tmp_path / "p.pdf"
    assert command("report", "-o", pdf, "--to", LAST, "--without", "ladder", "--without", "body").code == 0
    text, _size = text_of(pdf)
    assert "How far down the leg" not in text and "Then and now" in text
    assert command("report", "-o", pdf, "--to", LAST, "--with", "days", "--with", "notes").code == 0
    assert "Page 3 of 3" in text_of(pdf, pages=3)[0]
    assert command("report", "-o", pdf, "--without", "everything").code == 2


def test_the_page_begins_with_the_last_appointment_if_asked(command, story, tmp_path):
    pdf = tmp_path / "p.pdf"
    assert command("report", "-o", pdf, "--to", LAST, "--since-appointment").code == 0
    assert "5 Mar – 1 May 2026" in plain(text_of(pdf)[0])
    assert command("report", "-o", pdf, "--since-appointment", "--from", LAST).code == 2
    assert command("report", "-o", pdf, "--to", "2026-03-01", "--since-appointment").code == 1


@pytest.mark.parametrize("name", CHARTS)
def test_each_chart_is_written_and_in_each_format(command, story, tmp_path, name):
    endings = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    for ending, start in endings.items() if name == "pain" else [("svg", endings["svg"])]:
        file = tmp_path / f"chart.{ending}"
        assert command("chart", name, "-o", file, "--to", LAST).code == 0
        assert file.read_bytes().startswith(start)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_empty_time_has_its_page_and_charts_too(command, story, tmp_path):
    for arguments in (["report", "-o", "p.pdf"], ["chart", "ladder", "-o", "c.png"], ["chart", "body", "-o", "b.png"]):
        arguments[-1] = tmp_path / arguments[-1]
        assert command(*arguments, "--to", "2025-01-01").code == 0


def test_places_and_names_that_cannot_be_written_are_told(command, story, tmp_path):
    for place in ("gone/p.pdf", "p.doc", "."):
        assert command("report", "-o", tmp_path / place).code == 1
        assert command("chart", "ladder", "-o", tmp_path / place).code == 1
    assert command("chart", "pie", "-o", tmp_path / "p.png").code == 2
    assert command("report", "-o", tmp_path / "p.pdf", "--from", "2026-05-01", "--to", "2026-04-01").code == 2
    assert command("progress", "--as-of", "tomorrow").code == 2


def test_the_form_for_a_week_needs_no_journal_and_prints_the_dates_asked_for(command, path, tmp_path):
    pdf = tmp_path / "week.pdf"
    assert command("form", "-o", pdf, "--from", "2026-12-28", "--paper", "letter").out == f"{pdf}\n"
    text, size = text_of(pdf)
    assert "28 Dec" in text and "3 Jan 2027" in text
    assert [round(length) for length in size] == [612, 792]
    assert not path.exists()
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600


def test_a_form_that_cannot_be_written_says_why(command, path, tmp_path):
    assert command("form", "-o", tmp_path / "week.png").code == 1
    assert command("form", "-o", tmp_path / "missing" / "week.pdf").code == 1
    assert command("form", "-o", tmp_path / "week.pdf", "--from", "9999-12-27").code == 2
    assert command("form", "-o", tmp_path / "week.pdf", "--from", "soon").code == 2
    assert list(tmp_path.glob("week*")) == []
