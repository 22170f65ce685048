"""Progress and Summary in the real window: the same words and figures everywhere, and a page to take along."""

import json
from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from journal import sample
from journal.domain.appointment import Appointment
from journal.domain.body import Side
from journal.domain.records import Records
from journal.exchange.results import progress_json
from journal.report.choices import Choices
from journal.report.options import Further, PagePart
from journal.storage.journal_settings import SUMMARY_CHOICES
from journal.wording import direction as wording
from tests.ui.conftest import NOW


@pytest.fixture
def sample_window(open_window):
    records = sample.generate(NOW.date())
    return open_window(*records.entries, *records.treatments, *records.strength_tests, *records.activity_ratings)


def plain(text: str) -> str:
    return " ".join(text.replace("\u2009", " ").split())


def pdf_text(path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        assert len(document) == 1, "the page is one page"
        return plain(document[0].get_textpage().get_text_bounded())
    finally:
        document.close()


def show(qtbot, window, key):
    qtbot.mouseClick(window.sidebar.button(key), Qt.MouseButton.LeftButton)
    assert window.page_key == key


def test_window_page_and_json_say_the_same_three_numbers(qtbot, sample_window, tmp_path):
    window = sample_window
    right = window.session.progress.legs[Side.RIGHT].headline
    said = progress_json(window.session.progress)["legs"]["right"]
    assert (said["change_levels"], said["probability_up"], said["days_logged"]) == (
        pytest.approx(right.change_levels, abs=0.005),
        pytest.approx(right.probability_up, abs=0.0005),
        right.days_logged,
    )
    sentence = wording.sentence(window.session.progress.legs[Side.RIGHT])
    assert said["sentence"] == sentence
    assert plain(sentence) in plain(_without_tags(window.strip.text.text()))

    show(qtbot, window, "progress")
    qtbot.waitUntil(lambda: window.page("progress").shown is not None)
    card = window.page("progress").verdicts[Side.RIGHT]
    assert plain(sentence) in plain(_without_tags(card.sentence.text()))

    show(qtbot, window, "summary")
    qtbot.waitUntil(lambda: window.page("summary").page is not None)
    window.page("summary").save_to(tmp_path / "page.pdf")
    assert plain(sentence) in pdf_text(tmp_path / "page.pdf")


def _without_tags(text: str) -> str:
    from PySide6.QtGui import QTextDocumentFragment

    return QTextDocumentFragment.fromHtml(text).toPlainText()


def test_the_ladder_is_drawn_after_the_page_shows_and_again_for_another_range(qtbot, sample_window):
    window = sample_window
    show(qtbot, window, "progress")
    qtbot.waitUntil(lambda: window.page("progress").ladder.drawn)
    first = window.page("progress").ladder.grab().toImage()
    qtbot.mouseClick(window.page("progress").ranges.choices.part(14), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page("progress").shown.days_elapsed == 14)
    qtbot.waitUntil(lambda: window.page("progress").ladder.drawn)
    assert window.page("progress").ladder.grab().toImage() != first


def test_an_entry_of_today_changes_the_progress_at_once(qtbot, sample_window):
    window = sample_window
    before = window.session.progress
    qtbot.mouseClick(window.page("check_in").none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.progress is not before)
    assert sum(day.entries for day in window.session.progress.days) == sum(day.entries for day in before.days) + 1


def test_what_is_typed_for_the_appointment_is_on_the_page_and_kept_in_the_journal(qtbot, sample_window, tmp_path):
    window = sample_window
    show(qtbot, window, "summary")
    panel = window.page("summary").panel
    panel.name.setText("Erika Müller-Özdemir")
    panel.questions.setPlainText("Can I swim again?\nThe foot is still numb: does it matter?")
    panel.appointment.set_value(date(2026, 3, 30), NOW.date())
    qtbot.waitUntil(lambda: window.page("summary").page is not None and "Erika" in window.page("summary").page.person)
    window.page("summary").save_to(tmp_path / "page.pdf")
    text = pdf_text(tmp_path / "page.pdf")
    for words in ("Erika Müller-Özdemir", "Can I swim again?", "does it matter?", "30 Mar 2026"):
        assert words in text
    kept = json.dumps(window.session.setting(SUMMARY_CHOICES))
    assert kept is not None and "Can I swim again?" in kept


def test_saving_goes_where_the_person_says_and_a_bad_place_is_one_sentence(qtbot, sample_window, tmp_path, answer_file):
    window = sample_window
    show(qtbot, window, "summary")
    qtbot.waitUntil(lambda: window.page("summary").page is not None)
    target = tmp_path / "my page.pdf"
    answer_file(target)
    qtbot.mouseClick(window.page("summary").save_button, Qt.MouseButton.LeftButton)
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o777 == 0o600
    answer_file(tmp_path / "gone" / "page.pdf")
    qtbot.mouseClick(window.page("summary").save_button, Qt.MouseButton.LeftButton)
    assert "nothing was written" in window.notice.text.text()
    assert not (tmp_path / "gone").exists()


def test_an_empty_journal_has_calm_pages(qtbot, window):
    assert "No entries" in _without_tags(window.strip.text.text())
    show(qtbot, window, "progress")
    qtbot.waitUntil(lambda: window.page("progress").shown is not None)
    assert window.page("progress").empty.isVisible() and not window.page("progress").ladder.isVisible()
    show(qtbot, window, "summary")
    qtbot.waitUntil(lambda: window.page("summary").page is not None)


def test_the_sample_is_marked_in_the_window_and_on_the_page(qtbot, theme, preferences, tmp_path):
    from journal.storage.journal_settings import SAMPLE
    from journal.storage.repository import Repository
    from journal.ui.main_window import MainWindow
    from journal.ui.session import Session

    repository = Repository.open(tmp_path / "sample.sqlite")
    repository.set_setting(SAMPLE, True)
    repository.save(*sample.generate(NOW.date()).entries)
    window = MainWindow(Session(repository, lambda: NOW), theme, preferences)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.progress is not None)
    assert "Sample" in window.windowTitle()
    assert window.sidebar.sample.isVisible()
    show(qtbot, window, "summary")
    qtbot.waitUntil(lambda: window.page("summary").page is not None)
    window.page("summary").save_to(tmp_path / "page.pdf")
    assert "SAMPLE" in pdf_text(tmp_path / "page.pdf")
    window.close()


def test_what_is_ticked_is_on_the_page_and_still_ticked_the_next_time(qtbot, sample_window):
    window = sample_window
    show(qtbot, window, "summary")
    qtbot.waitUntil(lambda: window.page("summary").page is not None)
    contents = window.page("summary").panel.contents
    contents.parts[PagePart.LADDER].click()
    contents.further[Further.DAYS].click()
    qtbot.waitUntil(lambda: window.page("summary").page.ladder is None and bool(window.page("summary").page.further))
    qtbot.waitUntil(lambda: "of 2" in window.page("summary").position.text())
    kept = Choices.from_json(window.session.setting(SUMMARY_CHOICES))
    assert PagePart.LADDER not in kept.parts and kept.further == {Further.DAYS}


def test_the_page_since_the_last_appointment_begins_on_its_day_whichever_that_is(qtbot, open_window):
    visit = Appointment(starts_at=NOW - timedelta(days=20), with_whom="Physiotherapist")
    window = open_window(*sample.generate(NOW.date()).entries, visit)
    show(qtbot, window, "summary")
    span = window.page("summary").panel.span
    span.setCurrentIndex(span.findText("Since the last appointment"))
    qtbot.waitUntil(
        lambda: window.page("summary").page is not None and "of 21 days" in window.page("summary").page.logged
    )
    assert "5 Mar 2026" in window.page("summary").panel.last_label.text()
    window.session.repository.save(Appointment(starts_at=NOW - timedelta(days=6)))
    kept = Choices.from_json(window.session.setting(SUMMARY_CHOICES))
    assert kept.since_appointment
    records = window.session.repository.records()
    assert kept.since(records, NOW.date()) == NOW.date() - timedelta(days=6)


def test_a_date_typed_for_an_appointment_counts_as_the_last_one_once_it_is_over():
    kept = Choices(since_appointment=True, appointment=date(2026, 3, 10))
    assert kept.since(Records(), date(2026, 3, 25)) == date(2026, 3, 10)
    assert kept.options(Records(), date(2026, 3, 25), sample=False).appointment is None
    assert kept.since(Records(), date(2026, 3, 10)) == date(2026, 1, 14)
