"""A history from another program comes in: what is asked, what is shown before, that it is stopped or undone whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from journal.domain.entry import Kind
from journal.exchange.importers import sheets, table
from journal.exchange.importers.reading import Ask
from journal.storage import backup
from journal.storage.journal_settings import IMPORT_ANSWERS
from journal.storage.repository import Repository
from journal.ui.importing.columns_step import ColumnsStep
from journal.ui.importing.details_step import DetailsStep
from journal.ui.importing.names_step import NamesStep
from journal.ui.importing.preview_step import PreviewStep
from journal.ui.importing.progress_panel import ProgressPanel
from journal.ui.importing.views_step import ViewsStep
from tests.exchange.importers import samples
from tests.ui.access_robot import click, dialogs
from tests.ui.conftest import journal_path_with
from tests.ui.pointer import middle

CALF = "left_calf_upper"


@pytest.fixture
def begin(settings, journal_path, tmp_path, answer_file):
    """Opens a journal with one entry and imports a file in it."""

    def start(data, name="export.csv"):
        window = settings(journal_path_with(journal_path))
        (tmp_path / name).write_bytes(data)
        answer_file(tmp_path / name)
        click(window.page("settings").journal.import_button)
        return window

    return start


def choose(chooser, value):
    chooser.setCurrentIndex(chooser.findData(value))
    chooser.activated.emit(chooser.currentIndex())


def press_region(body, region):
    button = body.buttons(region)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle(button))


def zone(step, name="Europe/London"):
    step.parts[Ask.ZONE, ""].setCurrentText(name)


def test_names_are_asked_once_on_the_body_and_everything_is_shown_before_it_comes_in(robot, begin, journal_path):
    window = begin(samples.bearable().data)
    names = robot.dialog(NamesStep)
    assert not names.next_button.isEnabled()
    assert names.name == "Nerve pain down the leg", "the open name comes first"
    press_region(names.map, CALF)
    assert names.target("Nerve pain down the leg") == ((CALF, Kind.PAIN),)
    assert names.target("Back (lower) pain") == (("low_back_centre", Kind.PAIN),)
    click(names.next_button)
    details = robot.dialog(DetailsStep)
    zone(details)
    click(details.next_button)
    preview = robot.dialog(PreviewStep)
    assert preview.left_out.item(0).text().startswith("line 6: ")
    assert len(Repository.open(journal_path, read_only=True).records().entries) == 1, "nothing is written before"
    click(preview.next_button)
    robot.until(lambda: len(window.session.records.entries) == 11)
    assert "before-import" in {one.reason for one in backup.found(journal_path)}
    assert window.session.setting(IMPORT_ANSWERS)["bearable"]["answers"]["zone"] == "Europe/London"
    click(window.notice.undo)
    robot.until(lambda: len(window.session.records) == 1)
    assert sheets._last is None, "nothing of the file is kept"


def test_answers_are_remembered_and_the_second_import_doubles_nothing(robot, begin):
    sample = samples.bearable()
    window = begin(sample.data)
    names = robot.dialog(NamesStep)
    press_region(names.map, CALF)
    click(names.next_button)
    zone(robot.dialog(DetailsStep))
    click(robot.dialog(DetailsStep).next_button)
    click(robot.dialog(PreviewStep).next_button)
    robot.until(lambda: len(window.session.records.entries) == 11)
    robot.until(lambda: not dialogs())
    click(window.page("settings").journal.import_button)
    again = robot.dialog(NamesStep)
    assert again.target("Nerve pain down the leg") == ((CALF, Kind.PAIN),)
    click(again.next_button)
    details = robot.dialog(DetailsStep)
    assert details.parts[Ask.ZONE, ""].currentText() == "Europe/London"
    click(details.next_button)
    click(robot.dialog(PreviewStep).next_button)
    robot.until(lambda: "already" in window.notice.text.text())
    assert len(window.session.records.entries) == 11


def test_columns_of_a_table_are_asked_with_what_stands_in_them(robot, begin):
    rows = [["When it was", "Ouch", "Where", "Weather"], ["2026-03-02", "5", "left calf", "rain"]]
    window = begin(samples.table(rows))
    columns = robot.dialog(ColumnsStep)
    assert not columns.next_button.isEnabled()
    assert "date" in columns.error_label.text()
    choose(columns.choosers["When it was"], "date")
    choose(columns.choosers["Ouch"], "intensity")
    click(columns.next_button)
    names = robot.dialog(NamesStep)
    assert names.target("left calf") == ((CALF, None),)
    click(names.back_button)
    assert robot.dialog(ColumnsStep).choosers["Ouch"].currentData() == "intensity"
    click(robot.dialog(ColumnsStep).next_button)
    click(robot.dialog(NamesStep).next_button)
    zone(robot.dialog(DetailsStep))
    click(robot.dialog(DetailsStep).next_button)
    click(robot.dialog(PreviewStep).next_button)
    robot.until(lambda: len(window.session.records.entries) == 2)


def test_a_file_is_read_anew_only_where_an_answer_changes_what_it_says(robot, begin, monkeypatch):
    reads = []
    read = table.read
    monkeypatch.setattr(
        table, "read", lambda data, answers, *rest: (reads.append(answers), read(data, answers, *rest))[1]
    )
    begin(samples.table([samples.DIARY, ["2026-03-01", "08:00", "4", "left calf", "7", ""]]))
    for step in (ColumnsStep, NamesStep):
        click(robot.dialog(step).next_button)
    details = robot.dialog(DetailsStep)
    assert len(reads) == 1, "what was guessed is agreed with"
    click(details.back_button)
    click(robot.dialog(NamesStep).next_button)
    zone(robot.dialog(DetailsStep), "Asia/Tokyo")
    click(robot.dialog(DetailsStep).next_button)
    robot.dialog(PreviewStep)
    assert [each.zone for each in reads] == [None, "Asia/Tokyo"]


def test_a_side_that_the_file_does_not_tell_is_asked_once_and_shown_at_once(robot, begin):
    rows = [["date", "pain", "where"], ["2026-03-02", "5", "calf"], ["2026-03-03", "4", "knee"]]
    begin(samples.table(rows))
    click(robot.dialog(ColumnsStep).next_button)
    names = robot.dialog(NamesStep)
    assert not names.next_button.isEnabled()
    click(names.side.part("right"))
    assert names.target("calf") == (("right_calf_upper", None),)
    assert names.target("knee") == (("right_knee_front", None),)
    assert names.next_button.isEnabled()
    click(names.cancel)
    robot.until(lambda: not dialogs())


def test_dates_that_can_be_read_two_ways_are_asked_about(robot, begin):
    rows = [["date", "pain", "where"], ["3/4/2025", "5", "left calf"], ["5/4/2025", "4", "left calf"]]
    window = begin(samples.table(rows))
    click(robot.dialog(ColumnsStep).next_button)
    click(robot.dialog(NamesStep).next_button)
    details = robot.dialog(DetailsStep)
    assert not details.next_button.isEnabled()
    click(details.parts[Ask.DATE_ORDER, ""].part("mdy"))
    zone(details)
    click(details.next_button)
    click(robot.dialog(PreviewStep).next_button)
    robot.until(lambda: len(window.session.records.entries) == 3)
    assert {(entry.day.month, entry.day.day) for entry in window.session.records.entries} >= {(3, 4), (5, 4)}


def test_rows_without_a_place_come_in_with_their_figures_only_where_that_is_ticked(robot, begin):
    rows = [["date", "pain", "where"], ["2026-03-02", "5", "left calf"], ["2026-03-03", "4", "neck"]]
    window = begin(samples.table(rows))
    click(robot.dialog(ColumnsStep).next_button)
    click(robot.dialog(NamesStep).next_button)
    zone(robot.dialog(DetailsStep))
    click(robot.dialog(DetailsStep).next_button)
    preview = robot.dialog(PreviewStep)
    click(preview.keep)
    robot.until(lambda: any(isinstance(one.panel, PreviewStep) and one.panel is not preview for one in dialogs()))
    click(robot.dialog(PreviewStep).next_button)
    robot.until(lambda: len(window.session.records.entries) == 3)
    (kept,) = (entry for entry in window.session.records.entries if entry.pain_average == 4)
    assert kept.symptoms is None


def test_a_long_file_shows_its_progress_and_stopping_leaves_the_journal_as_it_was(
    robot, begin, journal_path, monkeypatch
):
    monkeypatch.setattr("journal.ui.importing.flow._LONG", 10)
    window = begin(samples.own_table(3000).data)
    panel = robot.dialog(ProgressPanel)
    panel.cancel.click()
    robot.until(lambda: not dialogs())
    assert len(window.session.records) == 1
    assert "before-import" not in {one.reason for one in backup.found(journal_path)}


def test_a_file_that_lacks_a_column_is_refused_by_its_name(robot, begin):
    rows = [[name for name in samples.BEARABLE if name != "detail"], ["x"]]
    window = begin(samples.table(rows))
    robot.until(lambda: "“detail”" in window.notice.text.text())
    assert len(window.session.records) == 1


def test_which_leg_a_drawing_means_is_shown_on_the_body_and_a_touch_puts_it_on_the_other(robot, begin):
    window = begin(samples.pain_diary(4).data, "diary.backup")
    views = robot.dialog(ViewsStep)
    assert list(views.chips) == ["back"], "only the view that occurs is asked about"
    assert set(views.marked()) == {CALF, "left_thigh_back_upper"}
    assert views.map.buttons(CALF)[0].isChecked()
    press_region(views.map, "right_shin")
    assert views.chips["back"].value == "left", "nothing was drawn there"
    press_region(views.map, "right_calf_upper")
    assert views.chips["back"].value == "right"
    assert not views.map.buttons(CALF)[0].isChecked() and views.map.buttons("right_calf_upper")[0].isChecked()
    click(views.next_button)
    zone(robot.dialog(DetailsStep))
    click(robot.dialog(DetailsStep).next_button)
    click(robot.dialog(PreviewStep).next_button)
    robot.until(lambda: len(window.session.records.entries) == 5)
    regions = {mark.region for entry in window.session.records.entries for mark in entry.marks}
    assert "right_calf_upper" in regions and CALF not in regions


def test_which_leg_a_drawing_means_can_be_said_by_the_buttons_below_it(robot, begin):
    tables = samples.pain_diary_tables(1)
    tables["paindescriptions"][0] |= {"bodyRegions": "4,31", "painLevel": 5}
    begin(samples.pain_diary_file(tables), "diary.backup")
    views = robot.dialog(ViewsStep)
    assert set(views.marked()) == {"right_thigh_front_upper", CALF}
    click(views.chips["front"].part("left"))
    assert set(views.marked()) == {"left_thigh_front_upper", CALF}
    assert views.answer().views == {"front": "left", "back": "left"}
    click(views.cancel)
    robot.until(lambda: not dialogs())


def test_every_step_can_be_left_with_the_keyboard(robot, begin, qtbot):
    window = begin(samples.own_table().data)
    robot.dialog(ColumnsStep)
    (dialog,) = dialogs()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    robot.until(lambda: not dialogs())
    assert len(window.session.records) == 1


def test_an_empty_journal_offers_to_bring_a_history_along(robot, journal_path, tmp_path, answer_file):
    Repository.open(journal_path).close()
    robot.actions.open(journal_path)
    window = robot.window()
    window.go_to("journal")
    (tmp_path / "table.csv").write_bytes(samples.own_table().data)
    answer_file(tmp_path / "table.csv")
    words = "Import a file …"
    click(next(part for part in window.page("journal").findChildren(QPushButton) if part.text() == words))
    click(robot.dialog(ColumnsStep).cancel)
    robot.until(lambda: not dialogs())
