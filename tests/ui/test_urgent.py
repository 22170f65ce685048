"""Urgent signs in the real window: the action first, above every page until answered, and never in the way."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QScrollArea

from journal import sample
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.storage.repository import Repository
from journal.ui.help_cards import StrugglingCard
from journal.ui.help_numbers import HelpNumbers
from journal.ui.page import PAGES
from journal.ui.preferences import COUNTRY, TEXT_SIZE
from journal.wording import help_lines
from tests.ui.conftest import NOW
from tests.ui.pointer import come_to_rest, see_all

LEFT = Qt.MouseButton.LeftButton


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def press(qtbot, window, key):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key)


def mark(window, region, kind=Kind.PAIN, strength=5):
    window.page("check_in").marks.load([*window.page("check_in").marks.symptoms, Symptom(region, kind, strength)])


def entry(*symptoms, now=NOW):
    return Entry(recorded_at=now, scope=Scope.NOW, symptoms=symptoms)


SADDLE = Symptom("saddle", Kind.NUMBNESS, 3)


@pytest.fixture
def british(preferences):
    preferences.set_value(COUNTRY, "GB")


@pytest.mark.parametrize(
    ("places", "action"),
    [
        ([("saddle", Kind.NUMBNESS)], "call 999"),
        ([("left_sole", Kind.TINGLING), ("right_calf_upper", Kind.PAIN)], "call 999"),
        ([("left_foot_top", Kind.WEAKNESS)], "today"),
    ],
)
def test_saving_a_mark_that_raises_a_sign_shows_the_action_first(qtbot, british, open_window, places, action):
    window = open_window()
    for region, kind in places:
        mark(window, region, kind)
    click(qtbot, window.page("check_in").save)
    assert len(window.session.records.entries) == 1, "it is saved whatever is answered"
    assert window.page_key == "urgent"
    assert action in window.page("urgent").action.action.text()
    assert window.page("urgent").action.reason.text()
    said = [window.page("urgent").action.action, window.page("urgent").action.reason, window.page("urgent").questions]
    heights = [part.mapTo(window, QPoint(0, 0)).y() for part in said]
    assert heights == sorted(heights), "action, reason, questions"


def test_an_ordinary_entry_asks_nothing(qtbot, window):
    mark(window, "left_calf_upper")
    click(qtbot, window.page("check_in").save)
    assert window.page_key == "check_in"
    assert not window.banner.asks


def test_the_banner_stands_above_every_page_until_it_is_answered(qtbot, british, open_window):
    window = open_window(entry(SADDLE))
    for key in ("check_in", "journal", "progress", "summary", "settings"):
        window.go_to(key)
        assert window.banner.isVisible()
        assert "999" in window.banner.action.text()
    click(qtbot, window.banner.open)
    assert window.page_key == "urgent" and not window.banner.isVisible()
    click(qtbot, window.page("urgent").later)
    assert window.page_key == "settings" and window.banner.isVisible(), "not now closes nothing"
    click(qtbot, window.banner.open)
    see_all(window, window.page("urgent").questions)
    click(qtbot, window.page("urgent").none)
    assert window.page_key == "settings" and not window.banner.isVisible()
    (check,) = window.session.records.red_flag_checks
    assert check.signs == () and check.checked_at == NOW


def test_in_a_low_window_the_banner_still_says_what_to_do(qtbot, british, open_window):
    window = open_window(entry(SADDLE))
    window.resize(700, 480)
    assert window.banner.action.isVisible() and "999" in window.banner.action.text()
    assert not window.banner.signs.isVisible()
    assert "genitals" in window.banner.toolTip()


def test_an_answer_of_yes_keeps_the_banner_and_can_be_taken_back(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.page_key == "urgent")
    click(qtbot, window.page("urgent").questions.box(RedFlag.BLADDER))
    click(qtbot, window.page("urgent").answer)
    assert window.page("urgent").action.signs.text().startswith("Trouble starting")
    window.go_to("journal")
    assert window.banner.isVisible()
    click(qtbot, window.notice.undo)
    assert not window.banner.asks
    assert window.session.records.red_flag_checks == ()


def test_what_is_open_is_ticked_so_that_saving_by_mistake_closes_nothing(qtbot, open_window):
    window = open_window(entry(SADDLE))
    window.ask_urgent_signs()
    assert window.page("urgent").questions.signs() == (RedFlag.SADDLE_NUMBNESS,)
    click(qtbot, window.page("urgent").answer)
    assert window.session.open_flags()


def test_a_mark_written_down_for_a_day_before_the_last_answer_still_asks_and_stays(qtbot, open_window):
    window = open_window(RedFlagCheck(checked_at=NOW.replace(hour=7)))
    late = entry(SADDLE, now=NOW.replace(day=20))
    window.session.save(late)
    window.page("check_in").announce_saved(late, ())
    assert window.page_key == "urgent"
    click(qtbot, window.page("urgent").later)
    assert window.banner.isVisible()
    click(qtbot, window.notice.undo)
    assert not window.banner.asks
    assert len(window.session.records.red_flag_checks) == 1


def test_undoing_the_entry_takes_its_sign_back(qtbot, window):
    mark(window, "saddle", Kind.NUMBNESS)
    click(qtbot, window.page("check_in").save)
    click(qtbot, window.notice.undo)
    assert window.session.open_flags() == ()


def test_changing_deleting_and_undoing_an_entry_counts_at_once(qtbot, open_window):
    numb = [
        entry(Symptom(f"{side}_buttock_lower", Kind.NUMBNESS, 3), now=NOW - timedelta(days=days))
        for side, days in (("left", 2), ("right", 0))
    ]
    window = open_window(*numb)
    session = window.session
    assert window.banner.isVisible() and "buttocks" in window.banner.signs.text()
    deleted = session.delete(numb[0].id)
    assert not window.banner.asks
    session.save(*deleted)
    assert window.banner.isVisible()
    session.save(replace(numb[0], symptoms=(Symptom("left_hip", Kind.NUMBNESS, 3),)))
    assert not window.banner.asks
    session.save(numb[0])
    window.page("check_in").announce_saved(numb[0], (replace(numb[0], symptoms=()),))
    assert window.page_key == "urgent", "the change completes the pair, so it asks at once"


def test_a_clearly_better_journal_hides_no_open_sign(qtbot, open_window):
    records = sample.generate(NOW.date())
    urgent = RedFlagCheck(checked_at=records.entries[0].recorded_at, signs=(RedFlag.BOWEL,))
    window = open_window(*records.entries, urgent)
    assert "moving up" in window.strip.text.text()
    assert window.banner.isVisible()
    assert [flag.sign for flag in window.session.progress.red_flags] == [RedFlag.BOWEL]


def test_the_window_and_the_analysis_agree_on_what_is_open(qtbot, open_window):
    window = open_window(entry(SADDLE), RedFlagCheck(checked_at=NOW.replace(hour=7), signs=(RedFlag.FEVER,)))
    assert window.session.open_flags() == window.session.progress.red_flags


def test_every_question_has_a_name_and_can_be_reached_and_ticked_by_key(qtbot, window):
    window.ask_urgent_signs()
    boxes = window.page("urgent").questions.findChildren(QCheckBox)
    assert len(boxes) == len(RedFlag)
    for box in boxes:
        assert box.accessibleName()
        assert box.focusPolicy() & Qt.FocusPolicy.TabFocus
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
        assert box.isChecked()
    assert window.page("urgent").questions.signs() == tuple(RedFlag)


def test_a_click_on_the_words_ticks_the_question(qtbot, window):
    window.ask_urgent_signs()
    words = window.page("urgent").questions.by_sign[RedFlag.FEVER].findChild(QLabel)
    click(qtbot, words)
    assert window.page("urgent").questions.signs() == (RedFlag.FEVER,)


def test_another_country_changes_the_numbers_everywhere(qtbot, british, open_window):
    window = open_window(entry(SADDLE))
    chooser = window.page("settings").help_numbers.country
    chooser.setCurrentIndex(chooser.findData("AU"))
    chooser.activated.emit(chooser.currentIndex())
    assert "000" in window.banner.action.text()
    window.page("settings").help_numbers.emergency.setText("106")
    window.page("settings").help_numbers.emergency.editingFinished.emit()
    assert "106" in window.banner.action.text()


def files(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_struggling_card_is_one_key_from_every_page_and_nothing_is_recorded(qtbot, british, open_window, tmp_path):
    window = open_window(entry(SADDLE))
    for page in [info.key for info in PAGES]:
        start = files(tmp_path)
        window.go_to(page)
        if page == "summary":  # it keeps its own choices a moment after it first shows
            qtbot.waitUntil(lambda start=start: files(tmp_path) != start)
        before = files(tmp_path)
        press(qtbot, window, Qt.Key.Key_F3)
        qtbot.waitUntil(lambda: any(card.isVisible() for card in window.findChildren(StrugglingCard)))
        card = next(card for card in window.findChildren(StrugglingCard) if card.isVisible())
        assert card.numbers() == ("116 123", "999")
        card.country.setCurrentIndex(card.country.findData("NZ"))
        assert card.numbers() == ("1737", "111")
        card.accept()
        assert files(tmp_path) == before, page


def test_the_struggling_card_opens_with_one_click_and_says_that_nobody_reads_it(qtbot, window):
    click(qtbot, window.sidebar.button("struggling"))
    card = window.findChild(StrugglingCard)
    said = " ".join(part.text() for part in card.findChildren(QLabel))
    assert "Nobody reads this journal but you" in said and "not recorded" in said
    assert all(part.text() or part.accessibleName() for part in card.findChildren(QAbstractButton))
    card.accept()


@pytest.fixture
def large_text(preferences, theme):
    def make(percent):
        preferences.set_value(TEXT_SIZE, percent)

    yield make
    make(100)


@pytest.mark.parametrize(("percent", "width", "height"), [(100, 1280, 820), (100, 1024, 700), (200, 1024, 700)])
def test_none_of_these_waits_until_every_sign_was_on_the_screen(qtbot, open_window, large_text, percent, width, height):
    large_text(percent)
    window = open_window(entry(SADDLE))
    window.resize(width, height)
    window.ask_urgent_signs()
    page = window.page("urgent")
    QApplication.processEvents()
    assert page.reading.verticalScrollBar().value() == 0, "what to do stands first"
    cut_off = [one for one in page.questions.by_sign.values() if one.visibleRegion().boundingRect() != one.rect()]
    assert page.questions.unseen() == len(cut_off) > 0, "half a sign is not seen"
    assert not page.none.isEnabled() and page.wait.isVisible()
    assert "Page Down" in page.wait.text() and page.none.accessibleDescription() == page.wait.text()
    assert page.answer.isEnabled(), "yes can be said at once"
    click(qtbot, page.none)
    assert window.session.records.red_flag_checks == ()
    see_all(window, page.questions)
    qtbot.waitUntil(page.none.isEnabled)
    assert not page.wait.isVisible() and not page.none.accessibleDescription()
    window.ask_urgent_signs()
    assert not page.none.isEnabled(), "asked anew, seen anew"


def test_jumping_to_the_end_is_not_seeing_every_sign_and_tab_through_them_is(qtbot, open_window):
    window = open_window()
    window.resize(1024, 700)
    window.ask_urgent_signs()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.page("urgent").questions.unseen() < len(RedFlag))
    bar = window.page("urgent").reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: window.page("urgent").questions.by_sign[RedFlag.FIRST_PAIN_BY_AGE].was_seen)
    assert window.page("urgent").questions.unseen()
    window.page("urgent").enter()
    for _sign in RedFlag:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(window.page("urgent").none.isEnabled)


def test_where_all_signs_fit_at_once_none_can_be_said_at_once(qtbot, open_window):
    window = open_window()
    window.resize(1280, 2600)
    window.ask_urgent_signs()
    qtbot.waitUntil(window.page("urgent").none.isEnabled)
    assert not window.page("urgent").wait.isVisible()


def test_a_sign_of_last_year_is_asked_about_calmly_until_it_is_answered(qtbot, british, open_window):
    window = open_window(entry(SADDLE, now=NOW.replace(year=2025)))
    assert window.banner.action.text() == "Was this looked at?"
    assert "25 Mar 2025" in window.banner.signs.text() and window.banner.property("mood") == "soon"
    click(qtbot, window.banner.open)
    said = window.page("urgent").action.action.text() + window.page("urgent").action.reason.text()
    assert "Was this looked at?" in said and "999" not in said
    assert window.page("urgent").action.property("mood") == "quiet"
    assert window.page("urgent").questions.signs() == ()
    see_all(window, window.page("urgent").questions)
    click(qtbot, window.page("urgent").none)
    assert not window.banner.asks and window.session.open_flags() == ()


def test_answers_are_kept_in_the_file(qtbot, window, journal_path):
    window.ask_urgent_signs()
    click(qtbot, window.page("urgent").questions.box(RedFlag.NIGHT_PAIN))
    click(qtbot, window.page("urgent").answer)
    window.close()
    with Repository.open(journal_path, create=False) as repository:
        assert [check.signs for check in repository.records().red_flag_checks] == [(RedFlag.NIGHT_PAIN,)]


def test_no_country_makes_the_card_wider_than_it_is(qtbot, theme, preferences):
    preferences.set_value(TEXT_SIZE, 200)
    card = StrugglingCard(theme, HelpNumbers(preferences), None)
    qtbot.addWidget(card)
    card.resize(700, 560)
    card.show()
    scroll = card.findChild(QScrollArea)
    for code in help_lines.COUNTRIES:
        card.country.setCurrentIndex(card.country.findData(code))
        come_to_rest()
        assert scroll.widget().width() <= scroll.viewport().width(), code
