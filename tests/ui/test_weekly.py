"""The weekly check in the real window: answered, skipped, left and gone on with, saved and taken back."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QInputDialog, QLabel

from journal import paths, sample
from journal.domain.body import LEGS, Side
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.function import ActivityRating
from journal.domain.redflag import RedFlag
from journal.domain.strength import HEEL_RAISE_CAP, HomeTest, LimitedBy, StrengthTest, Walk
from journal.exchange import json_file
from journal.storage.journal_settings import WEEKLY_DRAFT
from journal.storage.repository import Repository
from journal.ui.help_cards import StrugglingCard
from tests.ui.conftest import NOW
from tests.ui.pointer import see_all

LEFT, RIGHT = Side.LEFT, Side.RIGHT
WEEK = timedelta(days=7)
RAISES = HomeTest.HEEL_RAISES


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def entry(now=NOW):
    return Entry(recorded_at=now, scope=Scope.NOW, symptoms=(Symptom("left_shin", Kind.PAIN, 4),))


def start(qtbot, window):
    click(qtbot, window.sidebar.button("weekly"))
    click(qtbot, window.page("weekly").begin)
    assert window.page("weekly").answering
    return window.page("weekly").steps


def to_the_end(qtbot, steps):
    while steps.isVisible():
        if steps.urgent.isVisible():
            see_all(steps, steps.urgent.questions)
        click(qtbot, steps.next)


def test_a_whole_check_is_saved_as_records(qtbot, open_window, journal_path):
    window = open_window(entry())
    steps = start(qtbot, window)
    for leg, count in ((LEFT, 12), (RIGHT, 3)):
        for _ in range(count):
            click(qtbot, steps.tests[RAISES].legs[leg].counter.press)
    click(qtbot, steps.tests[RAISES].legs[RIGHT].limit.part(LimitedBy.PAIN))
    click(qtbot, steps.next)
    for leg in LEGS:
        click(qtbot, steps.tests[HomeTest.HEEL_WALK].legs[leg].words.part(Walk.YES.value))
    for _ in range(3):
        click(qtbot, steps.next)
    steps.activities.add("Sing")
    click(qtbot, steps.activities.row("Sing").scale.part(6))
    click(qtbot, steps.next)
    click(qtbot, steps.urgent.questions.box(RedFlag.NIGHT_PAIN))
    click(qtbot, steps.next)
    assert not window.page("weekly").answering
    window.close()
    with Repository.open(journal_path, create=False) as repository:
        records = repository.records()
    left, right = sorted(records.strength_tests, key=lambda test: test.leg)
    assert (left.heel_raises, left.heel_walk, left.toe_walk, left.limited_by) == (12, "yes", None, None)
    assert (right.heel_raises, right.limited_by) == (3, LimitedBy.PAIN)
    assert [(one.activity, one.ability) for one in records.activity_ratings] == [("Sing", 6)]
    assert [check.signs for check in records.red_flag_checks] == [(RedFlag.NIGHT_PAIN,)]
    assert json_file.read_records(json_file.write_records(records)) == records


def test_counting_stops_at_the_cap_and_the_timer_with_it(qtbot, open_window):
    counter = start(qtbot, open_window(entry())).tests[RAISES].legs[LEFT].counter
    for _ in range(HEEL_RAISE_CAP + 3):
        qtbot.keyClick(counter.press, Qt.Key.Key_Space)
    assert counter.count == HEEL_RAISE_CAP
    assert not counter.running and not counter.press.isEnabled()
    assert "enough" in counter.said.text()


def test_a_typed_number_counts_as_well_and_the_timer_runs_only_when_asked(qtbot, open_window):
    counter = start(qtbot, open_window(entry())).tests[RAISES].legs[LEFT].counter
    counter.typed.setValue(14)
    assert counter.count == 14 and not counter.running
    click(qtbot, counter.clock)
    assert counter.running
    click(qtbot, counter.clock)
    assert not counter.running


def test_every_step_can_be_skipped_and_nothing_is_said_about_it_for_a_week(qtbot, open_window):
    window = open_window(entry())
    assert window.session.weekly_due
    qtbot.waitUntil(lambda: "due" in window.sidebar.button("weekly").accessibleName())
    steps = start(qtbot, window)
    for _ in range(6):
        click(qtbot, steps.skip)
    assert len(window.session.records) == 1
    assert not window.session.weekly_due
    assert window.sidebar.button("weekly").accessibleName() == "Weekly check"


def test_what_was_left_is_gone_on_with_after_a_crash(qtbot, open_window):
    window = open_window(entry())
    steps = start(qtbot, window)
    steps.tests[RAISES].legs[RIGHT].counter.typed.setValue(9)
    click(qtbot, steps.next)
    click(qtbot, steps.next)
    click(qtbot, steps.tests[HomeTest.TOE_WALK].legs[LEFT].words.part("no"))
    steps.keep()  # half a second later, as the timer does; then the power goes
    window.session.close()
    again = open_window()
    assert again.session.records.strength_tests == ()
    steps = start(qtbot, again)
    assert steps.step == 2
    assert steps.tests[RAISES].legs[RIGHT].counter.count == 9
    assert steps.tests[HomeTest.TOE_WALK].legs[LEFT].words.value == "no"


def test_a_touch_is_kept_soon(qtbot, open_window):
    window = open_window(entry())
    steps = start(qtbot, window)
    steps.tests[RAISES].legs[RIGHT].counter.typed.setValue(9)
    qtbot.waitUntil(
        lambda: (
            (draft := window.session.setting(WEEKLY_DRAFT)) is not None
            and 9 in [answer.value for answer in draft.answers.tests.values()]
        )
    )


def test_closing_the_window_keeps_what_was_just_touched_and_nothing_of_an_untouched_check(qtbot, open_window):
    window = open_window(entry())
    start(qtbot, window)
    window.close()
    window = open_window()
    click(qtbot, window.sidebar.button("weekly"))
    assert window.page("weekly").begin.text() == "Start"
    click(qtbot, window.page("weekly").begin)
    click(qtbot, window.page("weekly").steps.tests[RAISES].legs[LEFT].counter.press)
    window.close()
    steps = start(qtbot, open_window())
    assert steps.tests[RAISES].legs[LEFT].counter.count == 1


def test_counting_goes_on_while_it_is_being_kept(qtbot, open_window):
    steps = start(qtbot, open_window(entry()))
    counter = steps.tests[RAISES].legs[LEFT].counter
    click(qtbot, counter.press)
    steps.keep()
    assert counter.running


def test_undo_takes_the_check_back_and_its_answers_wait(qtbot, open_window):
    window = open_window(entry())
    steps = start(qtbot, window)
    steps.tests[RAISES].legs[LEFT].counter.typed.setValue(9)
    to_the_end(qtbot, steps)
    assert len(window.session.records) == 3
    click(qtbot, window.notice.undo)
    assert len(window.session.records) == 1
    click(qtbot, window.page("weekly").begin)
    assert steps.tests[RAISES].legs[LEFT].counter.count == 9


def texts(widget):
    return " ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def test_last_time_s_figures_show_only_after_answering(qtbot, open_window):
    before = NOW - WEEK
    window = open_window(
        entry(before),
        StrengthTest(tested_at=before, leg=LEFT, heel_raises=17),
        ActivityRating(rated_at=before, activity="Sing", ability=3),
    )
    steps = start(qtbot, window)
    steps.tests[RAISES].legs[LEFT].counter.typed.setValue(24)
    for _ in range(4):
        assert "17" not in texts(window.page("weekly"))
        click(qtbot, steps.next)
    click(qtbot, steps.activities.row("Sing").scale.part(4))
    assert "18 Mar" not in texts(window.page("weekly"))
    to_the_end(qtbot, steps)
    qtbot.waitUntil(lambda: "24" in texts(window.page("weekly").result))
    said = texts(window.page("weekly").result)
    assert "24; on 18 Mar 2026 it was 17. A change of 7 or more counts" in said
    assert "4; on 18 Mar 2026 it was 3. Less than 2 points" in said


def test_activities_are_added_renamed_and_retired(qtbot, open_window, monkeypatch):
    before = NOW - WEEK
    rated = [ActivityRating(rated_at=before, activity=name, ability=3) for name in ("Drive", "Sing")]
    window = open_window(entry(before), *rated)
    step = start(qtbot, window).activities
    assert step.names == ("Drive", "Sing")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("Sing in the choir", True))
    step.row("Sing").menu().actions()[0].trigger()
    step.row("Drive").menu().actions()[1].trigger()
    step.add("  Walk  the dog ")
    step.add("Walk the dog")
    assert step.names == ("Sing in the choir", "Walk the dog")
    assert {one.activity for one in window.session.records.activity_ratings} == {"Drive", "Sing in the choir"}
    click(qtbot, window.notice.undo)
    assert {one.activity for one in window.session.records.activity_ratings} == {"Sing", "Drive"}
    for name in ("a", "b", "c", "d"):
        step.add(name)
    assert len(step.names) == 5, "five at most"


def test_a_weaker_leg_and_a_ticked_sign_say_what_to_do_before_saving(qtbot, open_window):
    window = open_window(entry(), StrengthTest(tested_at=NOW - WEEK, leg=RIGHT, heel_walk=Walk.YES))
    steps = start(qtbot, window)
    click(qtbot, steps.next)
    click(qtbot, steps.tests[HomeTest.HEEL_WALK].legs[RIGHT].words.part("no"))
    for _ in range(4):
        click(qtbot, steps.next)
    assert "tests of your right leg" in steps.urgent.tested.text()
    assert steps.urgent.questions.signs() == (RedFlag.FOOT_DROP, RedFlag.WORSENING_WEAKNESS)
    assert "today" in steps.urgent.action.action.text()
    click(qtbot, steps.next)
    window.go_to("journal")
    assert window.banner.isVisible()


def test_saving_without_a_tick_waits_until_every_sign_was_on_the_screen(qtbot, open_window):
    window = open_window(entry())
    window.resize(1024, 700)
    steps = start(qtbot, window)
    for _ in range(5):
        click(qtbot, steps.next)
    qtbot.waitUntil(lambda: steps.urgent.questions.unseen() < len(RedFlag))
    assert not steps.next.isEnabled() and steps.wait.isVisible() and steps.skip.isEnabled()
    box = steps.urgent.questions.box(RedFlag.BLADDER)
    click(qtbot, box)
    assert steps.next.isEnabled(), "yes can be said at once"
    click(qtbot, box)
    assert not steps.next.isEnabled()
    see_all(steps, steps.urgent.questions)
    qtbot.waitUntil(steps.next.isEnabled)
    click(qtbot, steps.next)
    assert [check.signs for check in window.session.records.red_flag_checks] == [()]


def test_a_first_test_that_fails_in_one_leg_asks_at_once_where_the_signs_were_skipped(qtbot, open_window):
    window = open_window(entry())
    steps = start(qtbot, window)
    click(qtbot, steps.next)
    click(qtbot, steps.tests[HomeTest.HEEL_WALK].legs[LEFT].words.part("no"))
    for _ in range(4):
        click(qtbot, steps.next)
    click(qtbot, steps.skip)
    assert window.page_key == "urgent" and "today" in window.page("urgent").action.action.text()
    assert "in a home test" in window.page("urgent").action.signs.text()
    click(qtbot, window.notice.undo)
    assert window.session.open_flags() == ()


def test_a_test_that_is_put_right_takes_its_tick_back(qtbot, open_window):
    steps = start(qtbot, open_window(entry()))
    click(qtbot, steps.next)
    for answer, ticked in (("no", (RedFlag.FOOT_DROP,)), ("yes", ())):
        click(qtbot, steps.tests[HomeTest.HEEL_WALK].legs[LEFT].words.part(answer))
        for _ in range(4):
            click(qtbot, steps.next)
        assert steps.urgent.questions.signs() == ticked
        assert steps.urgent.tested.isVisible() is bool(ticked)
        for _ in range(4):
            click(qtbot, steps.back)


def test_the_check_ends_with_a_quiet_way_to_someone_to_talk_to(qtbot, open_window):
    window = open_window(entry())
    steps = start(qtbot, window)
    assert not window.page("weekly").struggling.isVisible()
    for _ in range(6):
        click(qtbot, steps.skip)
    click(qtbot, window.page("weekly").struggling)
    assert window.findChild(StrugglingCard).isVisible()
    window.findChild(StrugglingCard).accept()


def test_earlier_checks_can_be_seen_and_deleted_with_undo(qtbot, open_window):
    records = sample.generate(NOW.date())
    window = open_window(*records.entries[-5:], *records.strength_tests, *records.activity_ratings)
    click(qtbot, window.sidebar.button("weekly"))
    assert "heel raises" not in texts(window.page("weekly"))
    click(qtbot, window.page("weekly").earlier_button)
    qtbot.waitUntil(lambda: "heel raises" in texts(window.page("weekly")))
    kept = len(window.session.records)
    delete = next(
        b for b in window.page("weekly").findChildren(QAbstractButton) if b.text() == "Delete" and b.isVisible()
    )
    click(qtbot, delete)
    assert len(window.session.records) < kept
    click(qtbot, window.notice.undo)
    assert len(window.session.records) == kept


def test_every_control_of_the_check_has_a_name_and_takes_the_keyboard(qtbot, open_window):
    window = open_window(entry())
    steps = start(qtbot, window)
    steps.activities.add("Sing")
    controls = [
        part for part in window.page("weekly").findChildren(QAbstractButton) if part.text() or part.accessibleName()
    ]
    assert len(controls) > 60
    for control in controls:
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.text()
    names = [part.accessibleName() for part in steps.tests[HomeTest.TOE_WALK].findChildren(QAbstractButton)]
    assert len(names) == len(set(names)) and all("leg" in name for name in names)


@pytest.mark.parametrize("test", HomeTest)
def test_each_test_has_a_drawing_of_its_own(test):
    root = ElementTree.parse(paths.resource("home_tests", f"{test.value}.svg")).getroot()
    assert len(root.findall("{*}path")) > 10
