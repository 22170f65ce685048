"""The Progress page in the real window: ranges, pointing, keys, words, saving, flares, fortnights, empty journals."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal import sample
from journal.domain.body import Side
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.ui.preferences import PHASE
from journal.ui.progress.page import ProgressPage
from journal.ui.progress.range_bar import CUSTOM, qt_date
from tests.ui.conftest import NOW
from tests.ui.pointer import LEFT, click, key

TODAY = NOW.date()


def felt(back, *symptoms, scope=Scope.DAY, **figures):
    return Entry(recorded_at=NOW - timedelta(days=back), scope=scope, symptoms=symptoms, **figures)


@pytest.fixture
def open_page(qtbot, open_alone):
    """Opens the page alone, with its results."""

    def open_one(*records):
        page = open_alone(ProgressPage, *records, size=(1090, 780))
        page.session.analyse()
        qtbot.waitUntil(lambda: page.shown is not None)
        return page

    return open_one


@pytest.fixture
def page(open_page):
    return open_page(*sample.generate(TODAY))


@pytest.fixture
def window(qtbot, open_window):
    """The whole window on the sample, with this page in front."""
    window = open_window(*sample.generate(TODAY))
    window.resize(1280, 820)
    qtbot.mouseClick(window.sidebar.button("progress"), LEFT)
    qtbot.waitUntil(lambda: window.page("progress").shown is not None)
    return window


def drawn(qtbot, page, card):
    """Scroll a card into view and wait until its chart is drawn."""

    def shows():
        page.reading.ensureWidgetVisible(card.view, 0, 0)  # again: what is above it may still be growing
        return card.view.drawn

    qtbot.waitUntil(shows)
    return card.view


def point(view, day):
    """Move the pointer to the middle of a day's column."""
    at = view.place_of(day).center()
    QTest.mouseMove(view, at.toPoint())
    QApplication.processEvents()
    return at.toPoint()


def choose(qtbot, page, days):
    click(page.ranges.choices.part(days))
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not page.busy)


def test_charts_are_drawn_only_when_they_come_into_view(qtbot, page):
    qtbot.waitUntil(lambda: page.ladder.drawn)
    assert not page.calendar.view.drawn
    drawn(qtbot, page, page.calendar)


def test_a_range_shows_its_days_and_does_not_change_the_direction(qtbot, page):
    before = page.shown.legs
    for days, elapsed in ((14, 14), (28, 28), (56, 56), (182, 182), (365, 365), (None, 70)):
        choose(qtbot, page, days)
        assert page.shown.days_elapsed == elapsed
        assert page.shown.legs == before


def test_two_dates_show_the_journal_as_it_stood_then(qtbot, page):
    choose(qtbot, page, CUSTOM)
    assert page.ranges.dates.isVisible()
    page.ranges.first.setDate(qt_date(TODAY - timedelta(days=60)))
    page.ranges.last.setDate(qt_date(TODAY - timedelta(days=30)))
    qtbot.waitUntil(lambda: page.shown.as_of == TODAY - timedelta(days=30))
    assert page.shown.since == TODAY - timedelta(days=60)
    assert all(day.date <= page.shown.as_of for day in page.shown.days)
    page.ranges.last.setDate(qt_date(TODAY - timedelta(days=65)))
    qtbot.waitUntil(lambda: page.shown.as_of == TODAY - timedelta(days=65))
    assert page.shown.since == page.shown.as_of, "the first day never lies after the last"


def test_the_pointer_tells_the_day_and_a_click_opens_it_in_the_journal(qtbot, window):
    page = window.page("progress")
    view = drawn(qtbot, page, page.ladder_card)
    day = page.shown.days[-1]
    at = point(view, day.date)
    hint = view.hint
    assert hint.isVisible()
    assert str(day.date.year) in hint.title.text()
    deepest = max(day.legs[Side.RIGHT].places)
    assert f"{day.legs[Side.RIGHT].places[deepest]} of 10" in hint.lines.text()
    QTest.mouseClick(view, LEFT, pos=at)
    assert window.page_key == "journal"
    assert window.page("journal").calendar.view.day == day.date
    assert not hint.isVisible(), "nothing stays behind on another page"
    window.go_to("progress")
    click(page.how)
    assert window.page_key == "learn"


def test_only_one_hint_shows_and_it_does_not_stay_behind_when_the_page_scrolls(qtbot, page):
    pain, ladder = drawn(qtbot, page, page.pain), drawn(qtbot, page, page.ladder_card)
    point(ladder, TODAY)
    pain.setFocus()
    pain.move_cursor_to(TODAY)
    assert pain.hint.isVisible() and not ladder.hint.isVisible() and ladder.cursor_on is None
    bar = page.reading.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    assert not pain.hint.isVisible()


def test_a_day_without_an_entry_says_so(qtbot, page):
    view = drawn(qtbot, page, page.ladder_card)
    logged = {day.date for day in page.shown.days}
    gap = next(TODAY - timedelta(days=n) for n in range(56) if TODAY - timedelta(days=n) not in logged)
    point(view, gap)
    assert "No entry" in view.hint.text


def test_arrow_keys_walk_day_by_day_say_each_and_enter_opens_it(qtbot, page, monkeypatch):
    view = drawn(qtbot, page, page.pain)
    said, asked = [], []
    page.go_to.connect(lambda _key, day: asked.append(day))
    monkeypatch.setattr(
        "journal.ui.widgets.controls.QAccessible.updateAccessibility", lambda event: said.append(event.message())
    )
    view.setFocus()
    key(Qt.Key.Key_Left)
    assert view.cursor_on == TODAY
    key(Qt.Key.Key_Left)
    key(Qt.Key.Key_PageUp)
    assert view.cursor_on == TODAY - timedelta(days=8)
    key(Qt.Key.Key_Home)
    assert view.cursor_on == page.shown.since
    key(Qt.Key.Key_Right)
    assert view.cursor_on == page.shown.since + timedelta(days=1)
    assert len(said) == 5 and all(str(TODAY.year) in words for words in said)
    key(Qt.Key.Key_Escape)
    assert view.cursor_on is None
    key(Qt.Key.Key_End)
    key(Qt.Key.Key_Return)
    assert asked == [TODAY]


def test_a_place_of_the_body_tells_then_and_now(qtbot, page):
    view = drawn(qtbot, page, page.body)
    asked = []
    page.go_to.connect(lambda _key, day: asked.append(day))
    view.setFocus()
    key(Qt.Key.Key_Home)
    assert "Then: " in view.hint.text and "Now: " in view.hint.text
    key(Qt.Key.Key_Return)
    assert not asked, "a place is no day to open"


def test_other_fortnights_can_be_compared(qtbot, page):
    before = page.body.words.text()
    click(page.body.then.later)
    assert page.body.then.stretch.first == page.shown.body_then.first + timedelta(days=14)
    assert page.body.words.text() != before
    assert "From then to now" in page.body.notes.text()
    click(page.body.reset)
    assert page.body.words.text() == before


def test_the_dates_of_the_fortnights_are_those_on_the_map(qtbot, page):
    for days in (14, 28, 56, None):
        choose(qtbot, page, days)
        for chosen, map_ in ((page.body.then, page.shown.body_then), (page.body.now, page.shown.body_now)):
            assert chosen.stretch.first == map_.first
            assert chosen.stretch.last <= TODAY


def test_a_journal_of_three_weeks_has_no_two_fortnights_to_choose(open_page):
    page = open_page(*(felt(n, Symptom("left_heel", Kind.PAIN, 5)) for n in range(21)))
    assert page.body.pickers.isHidden() and not page.body.view.isHidden()


def test_words_show_on_request_and_are_the_accessible_description(qtbot, page):
    for card in page.cards:
        if card.view.isHidden():
            continue
        assert card.view.accessibleDescription() == card.view.words != ""
        assert card.words.isHidden()
        click(card.in_words)
        assert not card.words.isHidden() and card.words.text() == card.view.words


def test_a_chart_is_saved_in_every_format_and_copied(qtbot, page, tmp_path, answer_file):
    view = drawn(qtbot, page, page.signs)
    told = []
    page.done.connect(lambda text, _undo: told.append(text))
    for kind, ending, begins in (
        ("Picture (*.png)", "png", b"\x89PNG"),
        ("Drawing (*.svg)", "svg", b"<?xml"),
        ("PDF (*.pdf)", "pdf", b"%PDF"),
    ):
        answer_file(tmp_path / "signs.png", kind)
        view.menu().actions()[0].trigger()
        assert (tmp_path / f"signs.{ending}").read_bytes().startswith(begins)
    view.menu().actions()[1].trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    view.menu().actions()[2].trigger()
    assert QGuiApplication.clipboard().text() == view.words
    assert told[:3] == [f"Saved as {tmp_path / name}." for name in ("signs.png", "signs.svg", "signs.pdf")]
    assert all("copied" in words for words in told[3:])


def test_saving_to_a_place_that_is_gone_is_one_sentence(qtbot, page, tmp_path, answer_file):
    answer_file(tmp_path / "no" / "x.png", "Picture (*.png)")
    told = []
    page.done.connect(lambda text, _undo: told.append(text))
    page.pain.view.menu().actions()[0].trigger()
    assert len(told) == 1 and "not" in told[0]


def test_the_menu_button_opens_the_same_menu(qtbot, page, monkeypatch):
    opened = []
    monkeypatch.setattr("journal.ui.widgets.chart_view.QMenu.popup", lambda menu, _at: opened.append(menu))
    click(page.pain.more)
    assert [action.text() for action in opened[0].actions()] == [a.text() for a in page.pain.view.menu().actions()]


def test_a_flare_that_was_none_is_stored_and_no_longer_shaded(qtbot, page):
    row = page.flares.rows[0]
    flare = page.shown.flares[-1]
    where = page.reading.verticalScrollBar().value()
    click(row.no)
    qtbot.waitUntil(lambda: page.shown.flares[-1].confirmed is False)
    (answer,) = page.session.records.flare_answers
    assert (answer.flare_on, answer.confirmed) == (flare.first, False)
    assert row.no.isChecked() and not row.yes.isChecked()
    assert page.reading.verticalScrollBar().value() == where
    click(row.yes)
    qtbot.waitUntil(lambda: page.shown.flares[-1].confirmed is True)
    assert row.yes.isChecked() and not row.no.isChecked()
    assert len(page.session.records.flare_answers) == 1, "the later answer takes the place of the first"


def test_the_phases_show_only_when_asked_for_and_that_is_remembered(page, preferences):
    assert page.episodes.phase.isHidden()
    page.episodes.switch.click()
    assert not page.episodes.phase.isHidden() and "not a test" in page.episodes.about.text()
    assert preferences.get(PHASE) == "yes"


def test_an_empty_journal_says_how_to_begin(open_page):
    page = open_page()
    assert page.empty.isVisible()
    assert not any(card.isVisible() for card in page.cards)
    asked = []
    page.go_to.connect(lambda *_asked: asked.append(True))
    click(page.begin)
    assert asked


def test_one_entry_says_what_is_missing(qtbot, open_page):
    page = open_page(felt(0, Symptom("right_calf_upper", Kind.PAIN, 6), scope=Scope.NOW))
    assert "10 painful days" in page.verdicts[Side.RIGHT].explanation.text()
    assert page.verdicts[Side.RIGHT].y() < page.verdicts[Side.LEFT].y(), "the leg that hurts comes first"
    drawn(qtbot, page, page.ladder_card)
    assert page.body.pickers.isHidden()
    assert "0 of 7" not in page.time_of_day.words.text()


def test_nine_days_count_up_to_ten(open_page):
    page = open_page(*(felt(n, Symptom("left_knee_back", Kind.PAIN, 5)) for n in range(9)))
    assert "9 of 10" in page.verdicts[Side.LEFT].sentence.text()


def test_only_numbness_shows_numbness(qtbot, open_page):
    page = open_page(*(felt(n, Symptom("left_heel", Kind.NUMBNESS, 5)) for n in range(20)))
    assert not page.sensation.view.isHidden()
    drawn(qtbot, page, page.sensation)
    assert "no place differs" in page.body.notes.text()


def test_no_pain_at_all_is_calm(qtbot, open_page):
    page = open_page(*(felt(n) for n in range(20)))
    assert page.sensation.view.isHidden() and "No numbness" in page.sensation.nothing.text()
    assert page.time_of_day.view.isHidden()
    assert "No pain is in this journal" in page.episodes.text.text()
    drawn(qtbot, page, page.ladder_card)


def test_without_tests_or_treatments_the_page_leads_to_them(open_page):
    page = open_page(felt(0, Symptom("sacrum", Kind.PAIN, 3)))
    asked = []
    page.go_to.connect(lambda key, _what: asked.append(key))
    click(page.weekly)
    click(page.try_something)
    assert asked == ["weekly", "treatments"]


def test_on_ten_years_the_pointer_finds_the_nearest_logged_day(qtbot, open_page):
    days = [n for n in range(0, 3650, 3)]
    page = open_page(*(felt(n, Symptom("right_calf_upper", Kind.PAIN, 1 + n % 10)) for n in days))
    choose(qtbot, page, None)
    view = drawn(qtbot, page, page.ladder_card)
    unlogged = TODAY - timedelta(days=1501)
    point(view, unlogged)
    assert view.cursor_on in {TODAY - timedelta(days=n) for n in days}
    assert abs((view.cursor_on - unlogged).days) <= 20


def test_a_new_theme_and_size_draw_the_chart_anew(qtbot, page, theme, preferences):
    from journal.ui.preferences import TEXT_SIZE, THEME, ThemeChoice

    view = drawn(qtbot, page, page.ladder_card)
    before = view.picture
    preferences.set_value(THEME, ThemeChoice.DARK)
    preferences.set_value(TEXT_SIZE, 150)
    qtbot.waitUntil(lambda: view.drawn and view.picture != before)
    assert view.picture.pixelColor(2, 2).lightness() < 80


def test_the_hint_stays_inside_the_window(qtbot, page):
    view = drawn(qtbot, page, page.calendar)
    for day in (page.shown.since, TODAY):
        place = view.place_of(day)
        view.point_at(QPointF(place.center()))
        window = view.window()
        assert window.rect().contains(view.hint.geometry())
        assert isinstance(view.cursor_on, date)
