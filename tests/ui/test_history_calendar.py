"""The calendar of the journal page: what a day shows and says, and walking through months by mouse and keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.ui.history.page import CALENDAR, LIST
from journal.ui.preferences import TEXT_SIZE
from tests.ui.conftest import NOW

LEFT = Qt.MouseButton.LeftButton
TODAY = NOW.date()
CALF = Symptom("left_calf_upper", Kind.PAIN, 6)


def an_entry(day, *symptoms, hour=20, **changes):
    at = NOW.replace(year=day.year, month=day.month, day=day.day, hour=hour)
    return Entry(**({"recorded_at": at, "scope": Scope.NOW, "symptoms": symptoms} | changes))


@pytest.fixture
def open_page(open_history):
    """The calendar of the journal page, alone in a window."""

    def open_it(*records):
        page = open_history(*(records or (an_entry(TODAY, CALF),)))
        page.show_mode(CALENDAR)
        page.calendar.view.setFocus()
        QApplication.processEvents()
        return page

    return open_it


@pytest.fixture
def open_calendar(open_window):
    def open_it(*records, size=(1280, 820)):
        window = open_window(*(records or (an_entry(TODAY, CALF),)))
        window.resize(*size)
        window.go_to("journal")
        window.page("journal").show_mode(CALENDAR)
        window.activateWindow()
        window.page("journal").calendar.view.setFocus()
        QApplication.processEvents()
        return window

    return open_it


def cell(page, day):
    return page.calendar.view.visualRect(page.calendar.view.model().index_of(day))


def press_day(qtbot, page, day):
    qtbot.mouseClick(page.calendar.view.viewport(), LEFT, pos=cell(page, day).center())


def heard(page):
    """What a screen reader finds in the table, cell by cell."""
    spoken = QAccessible.queryAccessibleInterface(page.calendar.view)
    assert spoken.role() is QAccessible.Role.Table
    children = [spoken.child(number) for number in range(spoken.childCount())]
    return [child.text(QAccessible.Text.Name) for child in children if child.role() is QAccessible.Role.Cell]


def test_every_day_of_the_month_is_heard_for_what_it_is(open_page):
    page = open_page(
        an_entry(date(2026, 3, 22), CALF, hour=8),
        an_entry(date(2026, 3, 22), CALF, scope=Scope.DAY, pain_worst=7),
        an_entry(date(2026, 3, 23)),
    )
    days = [text for text in heard(page) if text]
    assert len(days) == 31
    assert "Sunday, 22 March 2026: deepest lower leg; worst pain 7 of 10; 2 entries" in days
    assert "Monday, 23 March 2026: no symptoms; 1 entry" in days
    assert "Tuesday, 24 March 2026: not logged" in days
    assert "Wednesday, 25 March 2026, today: not logged" in days
    assert "Thursday, 26 March 2026: still to come" in days


def test_pain_no_symptoms_and_no_entry_look_different_even_in_grey(open_page):
    pain, free, unlogged = date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 12)
    page = open_page(an_entry(pain, CALF), an_entry(free))
    view = page.calendar.view.viewport()
    looks = []
    for day in (pain, free, unlogged, date(2026, 3, 26)):
        box = cell(page, day).adjusted(0, page.theme.px(1.7), 0, 0)  # below the number of the day
        looks.append(view.grab(box).toImage().convertToFormat(QImage.Format.Format_Grayscale8))
    for number, one in enumerate(looks):
        assert all(one != other for other in looks[number + 1 :])


def test_arrow_keys_walk_over_days_and_across_the_months_edge(qtbot, open_page):
    page = open_page()
    view = page.calendar.view
    assert view.day == TODAY
    for key, day in (
        (Qt.Key.Key_Left, date(2026, 3, 24)),
        (Qt.Key.Key_Up, date(2026, 3, 17)),
        (Qt.Key.Key_Home, date(2026, 3, 1)),
        (Qt.Key.Key_Left, date(2026, 2, 28)),
        (Qt.Key.Key_Right, date(2026, 3, 1)),
        (Qt.Key.Key_Down, date(2026, 3, 8)),
        (Qt.Key.Key_End, TODAY),
        (Qt.Key.Key_Right, TODAY),
        (Qt.Key.Key_PageUp, date(2026, 2, 25)),
        (Qt.Key.Key_End, date(2026, 2, 28)),
        (Qt.Key.Key_PageDown, TODAY),
    ):
        qtbot.keyClick(view, key)
        assert view.day == day
        assert view.model().date_at(view.currentIndex()) == day
        assert page.day_view.day == day
    qtbot.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert view.day == date(2025, 3, 25)


def test_buttons_go_by_month_and_year_and_back_to_today_but_not_beyond(qtbot, open_page):
    page = open_page()
    bar = page.calendar.bar
    assert bar.title.text() == "March 2026"
    assert not bar.step(1).isEnabled() and not bar.step(12).isEnabled()
    qtbot.mouseClick(bar.step(-1), LEFT)
    qtbot.mouseClick(bar.step(-12), LEFT)
    assert bar.title.text() == "February 2025"
    qtbot.mouseClick(bar.step(1), LEFT)
    qtbot.mouseClick(bar.step(12), LEFT)
    assert bar.title.text() == "March 2026"
    qtbot.mouseClick(bar.step(-1), LEFT)
    qtbot.mouseClick(bar.today, LEFT)
    assert page.calendar.view.day == TODAY and bar.title.text() == "March 2026"


def test_a_day_shows_its_entries_the_whole_day_first(qtbot, open_page):
    day = TODAY - timedelta(days=2)
    entries = (an_entry(day, CALF, hour=8), an_entry(day, hour=12), an_entry(day, CALF, hour=21, scope=Scope.DAY))
    page = open_page(*entries)
    press_day(qtbot, page, day)
    assert page.day_view.title.text() == "Monday, 23 March 2026"
    titles = [part.sheet.title.text() for part in page.day_view.entries]
    assert titles == ["Whole day", "08:30 · Right now", "12:30 · Right now"]


def test_an_entry_is_changed_and_deleted_from_its_day_with_undo(qtbot, open_calendar):
    day = TODAY - timedelta(days=2)
    kept, other = an_entry(day, CALF, hour=8), an_entry(day, hour=12)
    window = open_calendar(kept, other)
    page = window.page("journal")
    press_day(qtbot, page, day)
    qtbot.mouseClick(page.day_view.entries[1].delete, LEFT)
    assert [part.entry for part in page.day_view.entries] == [kept]
    qtbot.mouseClick(window.notice.undo, LEFT)
    assert [part.entry for part in page.day_view.entries] == [kept, other]
    qtbot.mouseClick(page.day_view.entries[0].change, LEFT)
    assert window.page_key == "check_in" and window.page("check_in").edited == kept


def test_an_unlogged_day_offers_an_entry_which_then_shows_on_it(qtbot, open_calendar):
    day = TODAY - timedelta(days=4)
    window = open_calendar()
    page = window.page("journal")
    press_day(qtbot, page, day)
    assert page.day_view.empty.isVisible() and page.day_view.add.hasFocus()
    qtbot.mouseClick(page.day_view.add, LEFT)
    assert window.page_key == "check_in" and window.page("check_in").scope.value is Scope.DAY
    window.page("check_in").marks.set_value((CALF,))
    qtbot.mouseClick(window.page("check_in").save, LEFT)
    window.go_to("journal")
    assert [part.entry.day for part in page.day_view.entries] == [day]
    assert any(text.startswith("Saturday, 21 March 2026: deepest lower leg") for text in heard(page))


def test_a_day_to_come_can_neither_be_chosen_nor_filled(qtbot, open_page):
    page = open_page()
    press_day(qtbot, page, TODAY + timedelta(days=1))
    assert page.calendar.view.day == TODAY and page.day_view.day == TODAY


def test_enter_leads_from_the_day_to_its_entries_and_escape_back(qtbot, open_page):
    page = open_page(an_entry(TODAY, CALF))
    qtbot.keyClick(page.calendar.view, Qt.Key.Key_Return)
    assert page.day_view.entries[0].change.hasFocus()
    qtbot.keyClick(page.day_view.entries[0].change, Qt.Key.Key_Escape)
    assert page.calendar.view.hasFocus()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_word_is_cut_off_in_a_small_window_with_large_text(open_calendar, preferences, theme, size):
    preferences.set_value(TEXT_SIZE, size)
    entries = [an_entry(TODAY - timedelta(days=days), CALF, note="Sat too long") for days in range(3)]
    page = open_calendar(*entries, size=(1024, 700)).page("journal")
    for mode in (CALENDAR, LIST):
        page.show_mode(mode)
        for act in (lambda: None, page.open_chosen):
            act()
            QApplication.processEvents()
            check_nothing_is_cut_off(page)


def check_nothing_is_cut_off(page):
    parts = [*page.findChildren(QPushButton), *page.findChildren(QLabel)]
    shown = [part for part in parts if part.isVisible() and part.text()]
    assert len(shown) > 4
    for part in shown:
        needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()
        assert part.height() >= needed, part.text()
        wrapped = isinstance(part, QLabel) and part.wordWrap()
        assert part.width() >= (part.minimumSizeHint() if wrapped else part.sizeHint()).width(), part.text()
        assert part.mapTo(page, part.rect().topRight()).x() <= page.width(), part.text()
