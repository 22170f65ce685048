"""What a person typed is shown as it is, wherever it shows: no markup, no shortcut."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractButton, QLabel

from journal.domain.treatment import Treatment, TreatmentKind
from journal.ui.widgets.buttons import plain_tip
from tests.ui.conftest import NOW, entry

TYPED = "<img src=file:///tmp/secret.png> R&B"


def test_a_tip_with_markup_shows_its_characters():
    assert plain_tip("R&B < 3\nand more") == "R&B < 3\nand more"
    assert plain_tip(TYPED) == "<span>&lt;img src=file:///tmp/secret.png&gt; R&amp;B</span>"


def test_typed_words_are_no_markup_and_no_shortcut_on_any_page(open_window):
    treatment = Treatment(
        kind=next(iter(TreatmentKind)), name=TYPED, dose=TYPED, note=TYPED, started_on=(NOW - timedelta(days=40)).date()
    )
    window = open_window(treatment, *(entry(day, note=TYPED, activities=(TYPED,), reliefs=(TYPED,)) for day in (1, 2)))
    shown = 0
    for page in ("check_in", "journal", "treatments", "progress"):
        window.go_to(page)
        for part in window.findChildren(QLabel):
            if "secret.png" in part.text():
                shown += 1
                plain = part.textFormat() == Qt.TextFormat.PlainText
                assert plain or "<img" not in part.text(), part.text()
        for part in window.findChildren(QAbstractButton):
            if "secret.png" in part.text():
                shown += 1
                assert part.shortcut().isEmpty()
        for part in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
            tip = part.toolTip()
            assert "secret.png" not in tip or not GuiQt.mightBeRichText(tip) or "<img" not in tip, tip
    assert shown > 2
