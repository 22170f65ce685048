"""Days that were missed, written down together: places, figures, what was done; saved, undone, kept when it locks."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.redflag import RedFlag
from journal.i18n import short_weekday
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.catch_up.page import CatchUpPage
from tests.ui.conftest import NOW
from tests.ui.pointer import CONTROL, come_to_rest, middle

LAST = NOW.date()
WEEK = [LAST - timedelta(days=back) for back in range(6, -1, -1)]
CALF = (Symptom("left_calf_upper", Kind.PAIN, 4), Symptom("left_sole", Kind.TINGLING, 2))


def on(day, scope=Scope.DAY, **values):
    return Entry(recorded_at=NOW - (LAST - day), scope=scope, **values)


BEFORE = on(LAST - timedelta(days=7), symptoms=CALF, pain_average=3, sleep_hours=6, activities=("driving",))


@pytest.fixture
def open_page(open_alone):
    """Opens the page alone, on a journal with these entries; again on the same one with none."""

    def open_one(*records, now=NOW, size=(1180, 700)):
        page = open_alone(CatchUpPage, *records, now=now, size=size)
        page.said = []
        page.done.connect(lambda words, undo: page.said.append((words, undo)))
        page.went = []
        page.go_to.connect(lambda key, what: page.went.append((key, what)))
        come_to_rest()
        page.enter()
        return page

    open_one.close = open_alone.close
    return open_one


def fill(row, **figures):
    for name, typed in figures.items():
        row.fields[name].setFocus()
        QTest.keyClicks(row.fields[name], typed)


def entries_of(page):
    return {entry.day: entry for entry in page.session.records.entries if entry.day in WEEK}


def press_key(*keys):
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget(), key)
        else:
            QTest.keyClick(QApplication.focusWidget(), key)


def test_a_week_of_rows_ends_today_in_the_evening_and_yesterday_before_it(open_page):
    page = open_page(BEFORE)
    assert list(page.rows) == WEEK
    open_page.close()
    page = open_page(now=NOW.replace(hour=9))
    assert list(page.rows) == [day - timedelta(days=1) for day in WEEK[1:]]


def test_days_left_alone_write_nothing_and_unknown_stays_unknown(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[1]].none.click()
    fill(page.rows[WEEK[3]], pain_worst="6")
    page.save.click()
    first, second = entries_of(page).values()
    assert (first.day, first.symptoms, first.scope) == (WEEK[1], (), Scope.DAY)
    assert [first.pain_average, first.pain_worst, first.sleep_hours, first.sitting_minutes] == [None] * 4
    assert (second.day, second.symptoms, second.pain_worst, second.pain_average) == (WEEK[3], None, 6, None)
    assert (first.recorded_at.hour, first.note, first.reliefs) == (20, "", ())


def test_as_the_day_before_takes_over_places_and_never_figures(open_page):
    page = open_page(BEFORE)
    for day in WEEK[:3]:
        page.rows[day].as_before.click()
    assert not page.rows[WEEK[4]].as_before.isEnabled(), "nobody said where it was on the day before"
    page.save.click()
    saved = entries_of(page)
    assert [entry.symptoms for entry in saved.values()] == [CALF] * 3
    assert all(
        entry.pain_average is None and entry.sleep_hours is None and not entry.activities for entry in saved.values()
    )


def test_what_was_taken_over_stays_when_the_day_before_is_changed(open_page):
    page = open_page(BEFORE)
    first, second = page.rows[WEEK[0]], page.rows[WEEK[1]]
    first.as_before.click()
    second.as_before.click()
    first.none.click()
    assert (first.symptoms, second.symptoms) == ((), CALF)
    second.as_before.click()
    second.as_before.click()
    assert second.symptoms == ()
    second.none.click()
    assert second.symptoms is None


def test_a_day_known_only_from_entries_of_the_moment_can_be_taken_over(open_page):
    page = open_page(on(LAST - timedelta(days=7), Scope.NOW, symptoms=CALF[:1]))
    page.rows[WEEK[0]].as_before.click()
    assert page.rows[WEEK[0]].symptoms == CALF[:1]


def test_days_already_written_are_shown_and_not_touched(open_page):
    known = on(WEEK[2], symptoms=CALF, pain_worst=7), on(WEEK[4], Scope.NOW, note="only a note")
    page = open_page(BEFORE, *known)
    assert list(page.rows) == [day for day in WEEK if day not in (WEEK[2], WEEK[4])]
    assert "Left calf, upper: pain 4" in page.written[WEEK[2]].said.accessibleName()
    page.rows[WEEK[3]].as_before.click()
    page.save.click()
    assert page.session.records.entries == (BEFORE, known[0], *(entries_of(page)[day] for day in (WEEK[3], WEEK[4])))
    assert entries_of(page)[WEEK[3]].symptoms == CALF
    page.written[WEEK[2]].open.click()
    assert page.went == [("journal", WEEK[2])]


def test_places_are_marked_on_the_map_beside(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[2]].body.click()
    panel = page.map_panel
    assert panel.title.text() == short_weekday(WEEK[2])
    panel.brush_panel.choose_strength(7)
    for region in ("left_shin", "left_big_toe"):
        button = panel.body_card.map.buttons(region)[0]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle(button))
    assert page.rows[WEEK[2]].said.text() == "2 places"
    page.rows[WEEK[3]].as_before.setFocus()
    assert panel.marks.symptoms == ()
    page.rows[WEEK[3]].as_before.click()
    assert {mark.region for mark in panel.marks.symptoms} == {"left_shin", "left_big_toe"}
    page.save.click()
    assert [len(entry.marks) for entry in entries_of(page).values()] == [2, 2]


def test_saving_is_one_step_and_undo_brings_back_what_was_typed(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].as_before.click()
    fill(page.rows[WEEK[1]], pain_average="4", pain_worst="6")
    assert page.save.text() == "Save 2 days"
    page.save.click()
    ((words, undo),) = page.said
    assert words == "2 days are saved."
    assert list(page.rows) == WEEK[2:]
    undo()
    assert entries_of(page) == {}
    assert page.rows[WEEK[0]].symptoms == CALF
    assert page.rows[WEEK[1]].fields["pain_worst"].text() == "6"
    assert page.save.text() == "Save 2 days"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"pain_worst": "12"}, "“12” is not a number from 0 to 10."),
        ({"pain_average": "abc"}, "“abc” is not a number from 0 to 10."),
        ({"pain_average": "-1"}, "“-1” is not a number from 0 to 10."),
        ({"sleep_hours": "nan"}, "“nan” is not a number from 0 to 24."),
        ({"sitting_minutes": "1441"}, "“1441” is not a whole number from 0 to 1440."),
        ({"walking_minutes": "2.5"}, "“2.5” is not a whole number from 0 to 1440."),
        ({"pain_average": "6", "pain_worst": "3"}, "Worst pain 3 is lower than average pain 6."),
    ],
)
def test_a_mistake_is_said_in_its_row_and_nothing_is_saved(open_page, typed, said):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].as_before.click()
    row = page.rows[WEEK[5]]
    fill(row, **typed)
    page.save.click()
    assert row.problem.isVisible() and row.problem.text() == said
    assert row.fields[list(typed)[-1]].hasFocus()
    assert entries_of(page) == {} and page.said == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert not row.problem.isVisible()


def test_no_symptoms_never_stands_beside_a_pain_above_nothing(open_page):
    page = open_page(BEFORE)
    row = page.rows[WEEK[0]]
    row.none.click()
    fill(row, pain_worst="4")
    page.save.click()
    assert "this is not “no symptoms”" in row.problem.text()
    assert entries_of(page) == {}
    row.none.click()
    page.save.click()
    assert entries_of(page)[WEEK[0]].symptoms is None


def test_a_comma_is_as_good_as_a_point_and_zero_is_an_answer(open_page):
    page = open_page(BEFORE)
    fill(page.rows[WEEK[0]], sleep_hours="6,5", sitting_minutes="0", pain_worst="0")
    page.save.click()
    saved = entries_of(page)[WEEK[0]]
    assert (saved.sleep_hours, saved.sitting_minutes, saved.pain_worst, saved.symptoms) == (6.5, 0, 0, None)


def test_what_was_done_is_kept_in_words_known_elsewhere_too(open_page):
    page = open_page(BEFORE)
    row = page.rows[WEEK[0]]
    row.done.setFocus()
    QTest.keyClicks(row.done, "Driving, gardening;  sitting long,")
    page.save.click()
    assert entries_of(page)[WEEK[0]].activities == ("driving", "gardening", "sitting long")


def test_what_is_typed_survives_closing_and_locking(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].as_before.click()
    fill(page.rows[WEEK[1]], pain_worst="1x")
    page.keep_draft()
    open_page.close()
    page = open_page()
    assert page.rows[WEEK[0]].symptoms == CALF
    assert page.rows[WEEK[1]].fields["pain_worst"].text() == "1x"
    assert entries_of(page) == {}
    QTest.keyClick(page.rows[WEEK[1]].fields["pain_worst"], Qt.Key.Key_Backspace)
    page.save.click()
    open_page.close()
    page = open_page()
    assert page.save.text() == "Save" and not page.save.isEnabled()


def test_locking_the_window_keeps_what_is_typed_and_shows_none_of_it(robot, protected):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    window.go_to("catch_up")
    page = window.page("catch_up")
    page.rows[WEEK[0]].none.click()
    fill(page.rows[WEEK[1]], pain_worst="6")
    robot.actions.lock()
    robot.panel(UnlockPanel)
    robot.unlock()
    window = robot.window()
    assert window.page_key == "catch_up"
    rows = window.page("catch_up").rows
    assert rows[WEEK[0]].symptoms == ()
    assert rows[WEEK[1]].fields["pain_worst"].text() == "6"


def test_a_crash_takes_nothing_that_rested_a_moment(open_page, qtbot):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].none.click()
    from journal.storage.journal_settings import DRAFT_OF_DAYS

    qtbot.waitUntil(lambda: bool(page.session.setting(DRAFT_OF_DAYS)))


def test_other_weeks_are_a_step_away_and_saved_together(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].none.click()
    page.earlier.click()
    assert page.later.isEnabled()
    long_ago = LAST - timedelta(days=8)
    page.rows[long_ago].none.click()
    assert page.save.text() == "Save 2 days"
    page.later.click()
    assert page.rows[WEEK[0]].symptoms == () and not page.later.isEnabled()
    page.save.click()
    assert {entry.day for entry in page.session.records.entries} == {BEFORE.day, long_ago, WEEK[0]}


def test_a_mistake_in_another_week_is_led_to(open_page):
    page = open_page(BEFORE)
    page.earlier.click()
    long_ago = LAST - timedelta(days=10)
    fill(page.rows[long_ago], pain_worst="11")
    page.later.click()
    page.save.click()
    come_to_rest()
    assert page.rows[long_ago].problem.isVisible() and page.rows[long_ago].fields["pain_worst"].hasFocus()


def test_an_urgent_sign_in_what_is_typed_is_told_at_once(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[5]].set_symptoms((Symptom("saddle", Kind.NUMBNESS, 3),))
    page.save.click()
    assert page.went == [("urgent", True)]
    assert [flag.sign for flag in page.session.open_flags()] == [RedFlag.SADDLE_NUMBNESS]
    page.said[0][1]()
    assert page.session.open_flags() == ()


def test_a_day_of_the_paper_by_keyboard_alone(open_page):
    """Nothing but keys from the first row on: as the day before, six figures, what was done; then the next row."""
    page = open_page(BEFORE)
    tab, enter = Qt.Key.Key_Tab, Qt.Key.Key_Return
    press_key(tab, enter, tab, "4", enter, "6", enter, "7", enter, "300", enter, "60", enter, "40", enter)
    press_key("walking", enter)
    assert page.rows[WEEK[1]].body.hasFocus()
    press_key(tab, enter)
    assert page.rows[WEEK[1]].symptoms == ()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CONTROL)
    first, second = entries_of(page).values()
    assert (first.symptoms, first.pain_average, first.pain_worst, first.sleep_hours) == (CALF, 4, 6, 7)
    assert (first.sitting_minutes, first.standing_minutes, first.walking_minutes) == (300, 60, 40)
    assert first.activities == ("walking",)
    assert second.symptoms == ()


def test_the_map_by_keyboard_alone_and_back(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].body.setFocus()
    press_key(Qt.Key.Key_Return, Qt.Key.Key_8, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    row = page.rows[WEEK[0]]
    assert [mark.intensity for mark in row.symptoms] == [8]
    assert row.none.hasFocus()


def test_up_and_down_go_to_the_same_figure_of_another_day(open_page):
    page = open_page(BEFORE, on(WEEK[1], symptoms=()))
    page.rows[WEEK[0]].fields["sleep_hours"].setFocus()
    press_key(Qt.Key.Key_Down)
    assert page.rows[WEEK[2]].fields["sleep_hours"].hasFocus()
    press_key(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.rows[WEEK[0]].fields["sleep_hours"].hasFocus()


def test_in_a_narrow_window_the_map_takes_the_place_of_the_rows(open_page):
    page = open_page(BEFORE, size=(620, 560))
    assert not page.map_panel.isVisible()
    page.rows[WEEK[0]].body.click()
    assert page.map_panel.isVisible() and not page.save.isVisible()
    page.map_panel.back.click()
    assert page.save.isVisible() and not page.map_panel.isVisible()


def test_a_day_written_elsewhere_meanwhile_is_not_written_twice(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].none.click()
    page.session.save(on(WEEK[0], symptoms=CALF))
    assert WEEK[0] in page.written
    assert not page.save.isEnabled()


def test_the_first_days_there_are_and_years_ago_can_be_written_too(open_page):
    page = open_page(BEFORE)
    page.open(date(2001, 2, 26))
    assert list(page.rows)[-1] == date(2001, 3, 4)
    page.rows[date(2001, 3, 4)].none.click()
    page.save.click()
    assert page.session.records.entries[0].day == date(2001, 3, 4)


def test_what_was_typed_of_today_stays_when_a_moment_of_it_is_noted_meanwhile(open_page):
    page = open_page(BEFORE)
    fill(page.rows[LAST], pain_worst="5")
    page.session.save(on(LAST, Scope.NOW, symptoms=CALF))
    assert page.rows[LAST].fields["pain_worst"].text() == "5"
    assert page.rows[LAST].fields["pain_worst"].hasFocus()
    page.save.click()
    assert {entry.scope for entry in page.session.records.entries if entry.day == LAST} == {Scope.NOW, Scope.DAY}


def test_starting_over_puts_everything_away_and_can_be_taken_back(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[0]].as_before.click()
    fill(page.rows[WEEK[1]], pain_worst="6")
    page.again.click()
    assert not page.save.isEnabled() and not page.again.isVisible()
    assert page.rows[WEEK[0]].symptoms is None and page.map_panel.marks.said is None
    page.rows[WEEK[2]].none.click()
    ((words, undo),) = page.said
    assert words == "Started over."
    undo()
    assert page.rows[WEEK[0]].symptoms == CALF
    assert page.save.text() == "Save 3 days"


def test_a_mistake_far_down_the_rows_is_brought_into_view_and_the_keyboard_too(open_page):
    page = open_page(BEFORE, size=(560, 360))
    fill(page.rows[LAST], pain_worst="12")
    page.rows[WEEK[0]].body.click()
    page.map_panel.back.click()
    come_to_rest()
    assert page.rows[LAST].visibleRegion().isEmpty()
    page.save.click()
    come_to_rest()
    row = page.rows[LAST]
    assert row.fields["pain_worst"].hasFocus()
    assert row.fields["pain_worst"].visibleRegion().boundingRect() == row.fields["pain_worst"].rect()
    assert not row.problem.visibleRegion().isEmpty()


def test_what_was_written_on_another_page_shows_on_coming_back(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[1]].none.click()
    page.hide()
    page.session.save(on(WEEK[0], symptoms=CALF))
    page.show()
    assert list(page.written) == [WEEK[0]]
    assert page.rows[WEEK[1]].symptoms == ()


def test_undo_from_another_page_brings_back_what_was_typed(open_page):
    page = open_page(BEFORE)
    page.rows[WEEK[1]].none.click()
    page.save.click()
    page.hide()
    page.said[0][1]()
    page.show()
    assert page.rows[WEEK[1]].symptoms == () and page.save.text() == "Save 1 day"
