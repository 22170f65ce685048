"""The line at the foot of the window: it moves nothing, takes back ten steps, and leads to the files it names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from journal.domain.entry import Symptom
from journal.ui.notice import Notice
from tests.ui.conftest import entry
from tests.ui.pointer import click, come_to_rest, key, press_region


@pytest.fixture
def notice(qtbot, theme):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    host.show()
    yield Notice(host)


def spots(window):
    """Where everything that can be pressed is on the screen."""
    page = window.page(window.page_key)
    return {part: part.mapTo(window, part.rect().topLeft()) for part in page.findChildren(QWidget) if part.isVisible()}


@pytest.mark.parametrize("page", ["check_in", "journal", "progress", "settings"])
def test_nothing_on_a_page_moves_when_it_comes_or_goes(qtbot, window, page):
    window.go_to(page)
    qtbot.waitUntil(lambda: not getattr(window.page(page), "busy", False))
    qtbot.waitUntil(lambda: spots(window) == (come_to_rest() or spots(window)))
    before = spots(window)
    window.notice.done("Done.", lambda: None)
    QApplication.processEvents()
    assert window.notice.isVisible()
    assert spots(window) == before
    window.notice.hide()
    QApplication.processEvents()
    assert spots(window) == before


def test_a_line_of_it_covers_nothing_of_the_page(window):
    window.notice.done("Done.", lambda: None)
    QApplication.processEvents()
    page = window.page(window.page_key)
    assert page.mapTo(window, page.rect().bottomLeft()).y() <= window.notice.mapTo(window, window.rect().topLeft()).y()


def test_a_long_text_is_whole(notice):
    notice.fault("What happened, what is safe and what to do. " * 12)
    assert notice.text.height() >= notice.text.heightForWidth(notice.text.width())


def test_ten_deletions_come_back_one_by_one_and_each_says_what(open_history, notice):
    page = open_history(*(entry(days) for days in range(12, 0, -1)))
    page.done.connect(notice.done)
    for _deletion in range(11):
        page.delete()
    kept = page.session.records.entries
    assert len(kept) == 1
    brought = []
    while notice.undo.isVisible():
        before = set(page.session.records.entries)
        click(notice.undo)
        (back,) = set(page.session.records.entries) - before
        assert notice.text.text().startswith("Undone: Deleted: ")
        assert str(back.day.day) in notice.text.text()
        brought.append(back)
    assert len(brought) == 10
    assert len(page.session.records.entries) == 11


def test_what_could_not_be_brought_back_can_be_tried_again(notice):
    answers = [False, True]
    notice.done("Deleted: one", lambda: answers.pop(0))
    notice.undo_last()
    assert notice.can_undo
    notice.undo_last()
    assert not notice.can_undo
    assert notice.text.text() == "Undone: Deleted: one"


def test_control_z_takes_back_a_deletion_long_after_its_line_is_gone(qtbot, open_window):
    window = open_window(entry(2), entry(1))
    window.activateWindow()
    window.go_to("journal")
    page = window.page("journal")
    page.list.setFocus()
    key(Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is page.list, "after a delete the keyboard stays with the list"
    window.notice.hide()
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.records.entries) == 2


def test_on_the_check_in_control_z_takes_back_strokes_and_no_entry(open_window):
    window = open_window(entry(1))
    window.activateWindow()
    window.notice.done("Saved: one", lambda: pytest.fail("the entry was taken back"))
    press_region(window, "left_shin")
    window.page("check_in").map.setFocus()
    for _press in range(3):
        key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.page("check_in").marks.symptoms == ()


def test_a_saved_file_can_be_opened_and_its_folder_shown(notice, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    notice.done("Saved.", tmp_path / "page.pdf")
    assert not notice.undo.isVisible()
    click(notice.open_button)
    click(notice.folder_button)
    assert opened == [str(tmp_path / "page.pdf"), str(tmp_path)]


def test_a_file_that_no_program_opens_is_told_with_its_place(notice, monkeypatch, tmp_path):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    notice.done("Saved.", tmp_path / "page.pdf")
    click(notice.open_button)
    assert str(tmp_path) in notice.text.text()


def test_a_deleted_entry_is_named(open_history, notice):
    page = open_history(entry(1, symptoms=(Symptom("left_shin", "pain", 4),)))
    page.done.connect(notice.done)
    page.delete()
    assert notice.text.text() == "Deleted: Tue, 24 Mar 2026, 20:30, 1 place"


def test_what_was_done_takes_two_lines_and_the_whole_is_its_tip(notice):
    words = "Deleted: Wednesday, 25 March 2026, left calf and foot. " * 12
    notice.done(words, lambda: None)
    assert notice.text.shown_text().endswith("…")
    assert notice.text.height() <= 2 * notice.text.fontMetrics().lineSpacing() + 2
    assert notice.text.toolTip() == notice.text.text() == words
    assert notice.undo.mapTo(notice, notice.undo.rect().topLeft()).y() >= notice.text.geometry().bottom()
    notice.done("Done.", lambda: None)
    assert notice.text.shown_text() == "Done."
    assert notice.text.toolTip() == ""


def test_what_could_not_be_done_stays_behind_what_is_done_meanwhile_until_it_is_closed(notice, tmp_path):
    notice.fault("Your disk reported a fault.")
    notice.done("Saved as page.pdf.", tmp_path / "page.pdf")
    assert notice.text.text() == "Saved as page.pdf. Your disk reported a fault."
    assert not notice.timer.isActive()
    click(notice.close_button)
    notice.done("Saved as page.pdf.", tmp_path / "page.pdf")
    assert notice.text.text() == "Saved as page.pdf."
    assert notice.timer.isActive()
