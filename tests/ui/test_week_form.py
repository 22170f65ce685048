"""The form for a week, asked for on the Journal page: chosen, seen, saved and printed."""

from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton

from journal.domain.entry import Symptom
from journal.i18n import span
from journal.ui.history import week_form_dialog
from journal.ui.history.week_form_dialog import WeekFormDialog
from journal.ui.preferences import PAPER
from journal.ui.widgets.date_fields import qt_date
from tests.ui.conftest import NOW, entry


@pytest.fixture
def form(qtbot, theme, preferences):
    from journal.wording.help_lines import country

    dialog = WeekFormDialog(theme, preferences, country("GB"), NOW.date())
    qtbot.addWidget(dialog)
    return dialog


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    text, pages = document[0].get_textpage().get_text_bounded(), len(document)
    document.close()
    return text, pages


def test_it_begins_today_and_another_week_and_paper_show_at_once(form, preferences):
    assert "25" in form.view.accessibleDescription()
    form.first.setDate(qt_date(date(2026, 4, 6)))
    assert form.form.dates in form.view.accessibleDescription()
    a4 = form.view.sheet_rect()
    form.paper_choice.part("letter").click()
    letter = form.view.sheet_rect()
    assert a4.height() / a4.width() > letter.height() / letter.width() + 0.05
    assert preferences.get(PAPER) == "letter"


def test_it_is_saved_where_one_says(form, answer_file, tmp_path):
    said = []
    form.done_saying.connect(said.append)
    answer_file(tmp_path / "week.pdf")
    form.save_button.click()
    text, pages = text_of(tmp_path / "week.pdf")
    assert pages == 1 and "31 Mar" in text and "999" in text
    assert said == ["Saved as week.pdf."]
    assert form.result() == WeekFormDialog.DialogCode.Accepted


def test_a_place_that_cannot_be_written_is_told(form, answer_file, tmp_path):
    told = []
    form.failed.connect(told.append)
    answer_file(tmp_path / "missing" / "week.pdf")
    form.save_button.click()
    assert len(told) == 1 and "nothing was written" in told[0]


def test_printing_uses_the_paper_chosen_and_thinking_better_of_it_changes_nothing(form, monkeypatch):
    printed, said = [], []
    form.done_saying.connect(said.append)
    monkeypatch.setattr(week_form_dialog, "print_page", lambda page, _parent, paper: printed.append((page, paper)))
    form.print_button.click()
    assert [(page.dates, paper) for page, paper in printed] == [(form.form.dates, "a4")]
    assert said == []


@pytest.mark.parametrize(
    "records", [(), (entry(symptoms=(Symptom("left_shin", "pain", 4),)),)], ids=["empty", "entries"]
)
def test_the_journal_page_offers_it_also_while_it_is_empty(open_history, monkeypatch, records):
    page = open_history(*records)
    shown = []
    monkeypatch.setattr(WeekFormDialog, "exec", lambda dialog: shown.append(dialog.form.dates))
    buttons = [part for part in page.findChildren(QPushButton) if part.text() == "On paper …" and part.isVisible()]
    assert len(buttons) == 1
    buttons[0].click()
    assert shown == [span(NOW.date(), NOW.date() + timedelta(days=6))]
