"""Finding an entry again, changing and deleting it: real clicks and keys on the real window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from journal.analysis.search import Search, terms
from journal.domain.body import Side
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.ui.history.page import CALENDAR
from journal.wording.search import found_in
from tests.ui.conftest import NOW

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
CALF = Symptom("left_calf_upper", Kind.PAIN, 6)
BUTTOCK = Symptom("right_buttock_lower", Kind.PAIN, 3)
SOLE = Symptom("right_sole", Kind.NUMBNESS, 4)


def an_entry(days_ago=0, *symptoms, **changes):
    values = {"recorded_at": NOW - timedelta(days=days_ago), "scope": Scope.NOW, "symptoms": symptoms}
    return Entry(**(values | changes))


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def click_row(qtbot, page, row, modifier=Qt.KeyboardModifier.NoModifier):
    box = page.list.visualRect(page.model.index(row))
    qtbot.mouseClick(page.list.viewport(), LEFT, modifier, QPoint(box.center()))


@pytest.fixture
def open_journal(open_window, qtbot):
    """Opens the journal page, with the keyboard in its list."""

    def open_it(*records, size=(1280, 820)):
        window = open_window(*records)
        window.resize(*size)
        window.go_to("journal")
        window.activateWindow()
        window.page("journal").list.setFocus()
        QApplication.processEvents()
        return window

    return open_it


def notes(page):
    return [page.model.index(row).data(Qt.ItemDataRole.UserRole).note for row in range(page.model.rowCount())]


def test_typing_words_shows_only_entries_that_say_them_and_how_many(qtbot, open_history):
    page = open_history(
        an_entry(2, CALF, note="Gardening all afternoon"),
        an_entry(1, CALF, note="Long drive, sat too much"),
        an_entry(0, note="No garden today"),
    )
    page.filters.words.setFocus()
    qtbot.keyClicks(page.filters.words, "GARD")
    assert notes(page) == ["No garden today", "Gardening all afternoon"]
    assert page.entries.count.text() == "2 of 3 entries"
    qtbot.keyClicks(page.filters.words, " all")
    assert notes(page) == ["Gardening all afternoon"]
    assert page.chosen()[0].note == "Gardening all afternoon"
    qtbot.keyClick(page.filters.words, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F, CTRL)
    qtbot.keyClick(page.filters.words, Qt.Key.Key_Escape)
    assert len(notes(page)) == 3 and page.entries.count.text() == "3 entries"


def test_control_f_goes_to_the_search_field_from_the_calendar_too(qtbot, open_history):
    page = open_history(an_entry())
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F, CTRL)
    assert page.filters.words.hasFocus()
    page.show_mode(CALENDAR)
    page.calendar.view.setFocus()
    qtbot.keyClick(page.calendar.view, Qt.Key.Key_F, CTRL)
    assert page.list.isVisible() and page.filters.words.hasFocus()


def test_an_entry_found_by_its_tag_shows_the_tag(open_history):
    page = open_history(an_entry(0, CALF, note="a long day", activities=("shopping",)))
    page.filters.set_value(Search(words="shop"))
    (entry,) = page.chosen()
    assert found_in(entry, terms("shop")) == "shopping"
    assert found_in(entry, terms("day")) == found_in(entry, ()) == "a long day"


def test_each_filter_is_a_chip_that_can_be_taken_away(qtbot, open_history):
    page = open_history(
        an_entry(40, CALF, note="old"), an_entry(3, CALF, note="calf"), an_entry(2, BUTTOCK), an_entry(1, SOLE)
    )
    dialog = page.filters.dialog
    click(qtbot, page.filters.more)
    assert dialog.isVisible()
    for box, text in ((dialog.place, "Left calf, upper"), (dialog.kind, "Pain"), (dialog.when, "The last 14 days")):
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
    assert dialog.left.text() == "1 of 4 entries"
    click(qtbot, dialog.agree)
    assert notes(page) == ["calf"]
    chips = {chip.accessibleName(): chip for chip in page.filters.chips()}
    assert list(chips) == ["Take away: Left calf, upper", "Take away: Pain", "Take away: from 12 Mar 2026"]
    click(qtbot, chips["Take away: from 12 Mar 2026"])
    assert notes(page) == ["calf", "old"]
    click(qtbot, page.filters.clear)
    assert len(notes(page)) == 4 and not page.filters.chips()


def test_a_level_a_side_and_chosen_dates_filter_too(qtbot, open_history):
    entries = [an_entry(9, CALF), an_entry(5, CALF, BUTTOCK), an_entry(2, SOLE)]
    page = open_history(*entries)
    page.filters.set_value(Search(level=3))
    assert page.entries.count.text() == "1 of 3 entries"
    page.filters.set_value(Search(side=Side.RIGHT))
    assert page.entries.count.text() == "2 of 3 entries"
    dialog = page.filters.dialog
    page.filters.clear_all()
    click(qtbot, page.filters.more)
    dialog.when.setCurrentIndex(dialog.when.findText("Choose dates"))
    dialog.when.activated.emit(dialog.when.currentIndex())
    assert dialog.first.isVisible() and page.entries.count.text() == "3 of 3 entries"
    dialog.last.setDate(entries[1].day)
    assert page.entries.count.text() == "2 of 3 entries"
    click(qtbot, dialog.agree)


def test_nothing_found_is_said_kindly_with_a_way_back(qtbot, open_history):
    page = open_history(an_entry(note="garden"))
    qtbot.keyClicks(page.filters.words, "zeppelin")
    assert page.entries.none.isVisible() and not page.list.isVisible()
    assert page.entries.count.text() == "0 of 1 entry"
    assert "under Filters" in page.entries.none_hint.text()
    click(qtbot, page.entries.show_all)
    assert page.list.isVisible() and notes(page) == ["garden"]


def test_a_filter_does_not_hide_the_entry_that_is_to_be_shown(open_history):
    old, new = an_entry(1, note="old"), an_entry(0, note="new")
    page = open_history(old, new)
    page.filters.set_value(Search(words="new"))
    page.choose(old.id)
    assert page.chosen() == [old]


def test_an_empty_journal_says_what_to_do_first(qtbot, open_journal):
    window = open_journal()
    assert window.page("journal").first.isVisible() and not window.page("journal").list.isVisible()
    click(qtbot, window.page("journal").first)
    assert window.page_key == "check_in"


def test_the_whole_list_is_deleted_by_keyboard_and_comes_back_with_one_undo(qtbot, open_journal):
    entries = [an_entry(days, CALF) for days in range(6)]
    window = open_journal(*entries)
    page = window.page("journal")
    qtbot.keyClick(page.list, Qt.Key.Key_A, CTRL)
    assert "6 entries chosen" in page.view.words.text()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert window.session.records.entries == ()
    assert "6 entries deleted" in window.notice.text.text()
    click(qtbot, window.notice.undo)
    assert set(window.session.records.entries) == set(entries)


def test_shift_chooses_a_run_and_control_single_ones(qtbot, open_history):
    page = open_history(*(an_entry(days, note=str(days)) for days in range(5)))
    click_row(qtbot, page, 0)
    click_row(qtbot, page, 2, SHIFT)
    assert [entry.note for entry in page.chosen()] == ["0", "1", "2"]
    click_row(qtbot, page, 1, CTRL)
    assert [entry.note for entry in page.chosen()] == ["0", "2"]
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    assert [entry.note for entry in page.chosen()] == ["0", "1"]


def test_several_are_ticked_with_plain_clicks_or_space(qtbot, open_journal):
    window = open_journal(*(an_entry(days, note=str(days)) for days in range(5)))
    page = window.page("journal")
    click(qtbot, page.entries.select_several)
    assert page.entries.several_words.text() == "Click the entries, or press Space."
    assert not page.entries.delete_several.isEnabled()
    for row in (0, 2, 3, 0):
        click_row(qtbot, page, row)
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert [entry.note for entry in page.chosen()] == ["2", "3", "4"]
    assert page.entries.several_words.text() == "3 chosen"
    click(qtbot, page.entries.delete_several)
    assert notes(page) == ["0", "1"]
    click(qtbot, window.notice.undo)
    assert len(notes(page)) == 5
    click(qtbot, page.entries.end_several)
    click_row(qtbot, page, 1)
    click_row(qtbot, page, 2)
    assert [entry.note for entry in page.chosen()] == ["2"]


def test_more_than_twenty_are_asked_about_before_they_go(qtbot, open_journal, questions):
    window = open_journal(*(an_entry(days) for days in range(21)))
    window.page("journal").list.selectAll()
    click(qtbot, window.page("journal").delete_button)
    assert (
        questions.asked == [("Delete 21 entries?", ["Keep them", "Delete"])]
        and len(window.session.records.entries) == 21
    )
    questions.answer("Delete")
    click(qtbot, window.page("journal").delete_button)
    assert not window.session.records.entries


def test_an_entry_is_shown_whole_with_when_it_was_changed(open_history):
    note = "word " * 900 + "x" * 400 + " the end"
    entry = an_entry(
        1,
        CALF,
        SOLE,
        note=note,
        edited_at=NOW,
        pain_worst=6,
        sleep_hours=6.5,
        activities=("shopping",),
        reliefs=("heat",),
    )
    page = open_history(entry)
    sheet = page.view.sheet
    assert sheet.places.text() == "Left calf, upper: pain 6\nRight sole: numbness 4"
    assert sheet.figures.text() == "Worst pain 6 of 10\nSleep 6.5 hours\nDoing: shopping\nHelped: heat"
    assert sheet.edited.text() == "Changed on Wednesday, 25 March 2026, 20:30"
    assert sheet.note.toPlainText() == note
    assert sheet.note.document().size().height() <= sheet.note.height()
    assert sheet.note.document().size().width() <= sheet.note.width()
    page.view.ensureWidgetVisible(sheet.edited)
    assert not sheet.edited.visibleRegion().isEmpty()


def test_an_unchanged_entry_says_nothing_of_changes(open_history):
    page = open_history(an_entry(1, CALF))
    assert not page.view.sheet.edited.isVisible()


def test_in_a_narrow_window_enter_shows_the_entry_and_escape_goes_back(qtbot, open_history):
    page = open_history(an_entry(1, note="old"), an_entry(0, note="new"), size=(700, 600))
    assert page.list.isVisible() and not page.view.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.view.isVisible() and not page.list.isVisible()
    assert page.view.sheet.note.toPlainText() == "old"
    qtbot.keyClick(page.back, Qt.Key.Key_Escape)
    assert page.list.isVisible() and page.list.hasFocus()
    click_row(qtbot, page, 0)
    assert page.view.isVisible() and page.view.sheet.note.toPlainText() == "new"
    QApplication.processEvents()
    click(qtbot, page.back)
    assert page.list.isVisible()


def test_enter_beside_the_list_changes_the_entry(qtbot, open_journal):
    window = open_journal(an_entry(0, CALF))
    qtbot.keyClick(window.page("journal").list, Qt.Key.Key_Return)
    assert window.page_key == "check_in" and window.page("check_in").edited is not None


def test_a_row_is_heard_with_its_day_places_and_note(open_history):
    page = open_history(an_entry(0, CALF, note="after the garden"))
    spoken = QAccessible.queryAccessibleInterface(page.list)
    assert spoken.role() is QAccessible.Role.List
    row = spoken.child(0)
    assert row.role() is QAccessible.Role.ListItem
    assert row.text(QAccessible.Text.Name) == (
        "Wednesday, 25 March 2026, 20:30 · right now. Left calf, upper: pain 6. after the garden"
    )


@pytest.mark.parametrize("mode", ["list", CALENDAR])
def test_everything_that_takes_the_keyboard_has_a_name(open_history, mode):
    page = open_history(an_entry(0, CALF), an_entry(1))
    page.show_mode(mode)
    page.filters.set_value(Search(words="x", level=3))
    page.filters.set_value(Search())
    takers = [
        widget
        for widget in QApplication.allWidgets()
        if page.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(takers) > 5
    for widget in takers:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), widget
