"""The page to read is one click or key away, and its parts can be reached."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel

from journal.wording import learn


def test_it_is_reached_from_progress_from_settings_and_from_the_help_area(qtbot, window):
    for key, way in (
        ("progress", window.page("progress").how),
        ("settings", window.page("settings").learn),
        ("journal", window.sidebar.button("learn")),
    ):
        window.go_to(key)
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
        assert window.page_key == "learn"


def test_it_shows_every_claim_with_its_source_and_leads_to_the_questions(qtbot, window):
    window.go_to("learn")
    said = [part.text() for part in window.page("learn").findChildren(QLabel)]
    for section in learn.SECTIONS:
        for paragraph in section.paragraphs:
            at = said.index(learn.text(paragraph))
            assert said[at + 1] == f"Source: {learn.cited(paragraph)}"
    window.page("learn").ask.click()
    assert window.page_key == "urgent"


def test_a_text_can_be_selected_and_copied_with_the_mouse(qtbot, window):
    window.go_to("learn")
    part = next(each for each in window.page("learn").findChildren(QLabel) if each.text().startswith("Source: "))
    window.page("learn").reading.ensureWidgetVisible(part)
    before = part.height()
    QApplication.sendEvent(part, QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(part.mapToGlobal(QPoint(2, 2)))))
    qtbot.mouseDClick(part, Qt.MouseButton.LeftButton, pos=QPoint(12, part.fontMetrics().height() // 2))
    assert part.selectedText().strip(": ") == "Source"
    assert part.height() == part.heightForWidth(part.width()) == before, "nothing moves"


def test_no_line_of_it_is_cut_off_and_the_parts_can_be_jumped_to(qtbot, window):
    window.resize(1024, 700)
    window.go_to("learn")
    qtbot.waitUntil(lambda: window.page("learn").reading.verticalScrollBar().maximum() > 0)
    for part in window.page("learn").findChildren(QLabel):
        if part.wordWrap():
            assert part.height() >= part.heightForWidth(part.width()), part.text()
    qtbot.mouseClick(window.page("learn").links["help"], Qt.MouseButton.LeftButton)
    card = window.page("learn").cards["help"]
    bar = window.page("learn").reading.verticalScrollBar()
    assert bar.value() == min(card.y(), bar.maximum()) > 0
