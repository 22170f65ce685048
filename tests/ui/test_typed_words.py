"""What a person typed is shown as it was typed, wherever it is shown: "<" is no markup and "&" is no key."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QDialog, QLabel, QMenu, QTableView, QTextEdit, QWidget

from journal.domain.appointment import Appointment
from journal.domain.entry import Entry, Kind, Symptom
from journal.domain.function import ActivityRating
from journal.domain.movement import MovementTry
from journal.domain.treatment import Treatment, TreatmentEvent
from journal.ui.access.panel import Panel
from journal.ui.page import PAGES
from journal.ui.preferences import OWN_EMERGENCY, OWN_LINE_NAME, OWN_LINE_NUMBER
from tests import screenshots
from tests.ui.conftest import NOW
from tests.ui.pointer import click, come_to_rest

TYPED = '<img src="file:/nowhere.png"> R&B <b>x</b>'
MARKS = (Symptom("left_calf_upper", Kind.PAIN, 5),)


def records():
    days = [NOW - timedelta(days=number) for number in range(1, 41)]
    known = Treatment(kind="other", name=TYPED, started_on=days[20].date(), dose=TYPED, note=TYPED)
    return (
        *(
            Entry(
                recorded_at=at,
                scope="day",
                symptoms=MARKS,
                pain_average=5,
                pain_worst=8 - number % 2 * 6,
                activities=(TYPED,) if number % 2 else ("R&B",),
                reliefs=(TYPED, "R&B"),
                note=TYPED,
            )
            for number, at in enumerate(days)
        ),
        known,
        TreatmentEvent(done_at=days[3], treatment=known.id, dose=TYPED, note=TYPED),
        MovementTry(tried_at=days[2], movement=TYPED, before=MARKS, after=(), note=TYPED),
        Appointment(starts_at=NOW + timedelta(days=3), with_whom=TYPED, questions=(TYPED, "R&B"), said=TYPED),
        Appointment(starts_at=days[9], with_whom=TYPED, questions=(TYPED,), said=TYPED),
        *(ActivityRating(rated_at=days[4], activity=name, ability=5) for name in (TYPED, "R&B")),
    )


def faults(root: QWidget) -> Iterator[str]:
    """Where something typed would be read as markup, or lose its "&"."""
    for part in (root, *root.findChildren(QWidget)):
        where = f"{type(part).__name__} in {type(part.parent()).__name__}"
        tips = [part.toolTip(), part.statusTip(), part.whatsThis()]
        if isinstance(part, QAbstractItemView) and part.model() is not None:
            model = part.model()
            columns = range(part.horizontalHeader().count() if isinstance(part, QTableView) else 1)
            rows = [model.index(row, column) for row in range(model.rowCount()) for column in columns]
            tips += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in rows]
        for tip in tips:
            if TextQt.mightBeRichText(tip) and "<img" in tip:
                yield f"tip of {where}: {tip}"
        if isinstance(part, QLabel):
            kind = part.textFormat()
            rich = kind is Qt.TextFormat.RichText or (
                kind is Qt.TextFormat.AutoText and TextQt.mightBeRichText(part.text())
            )
            if (rich or kind is Qt.TextFormat.MarkdownText) and ("<img" in part.text() or "R&B" in part.text()):
                yield f"{where}: {part.text()}"
            if part.buddy() is not None and "R&B" in part.text():
                yield f"{where}: a key is made of {part.text()}"
        if isinstance(part, QAbstractButton) and "&" in part.text().replace("&&", ""):
            yield f"{where}: {part.text()}"
        if isinstance(part, QMenu):
            yield from (where for action in part.actions() if "&" in action.text().replace("&&", ""))
        if isinstance(part, QTextEdit) and "<img" in part.toHtml():
            yield f"{where}: {part.toPlainText()}"


@pytest.fixture
def window(open_window, preferences):
    for preference in (OWN_EMERGENCY, OWN_LINE_NAME, OWN_LINE_NUMBER):
        preferences.set_value(preference, TYPED)
    window = open_window(*records())
    window.resize(1366, 768)
    return window


def shown_words(root: QWidget) -> str:
    words = [part.text() for part in root.findChildren(QLabel)]
    words += [part.text() + part.accessibleName() for part in root.findChildren(QAbstractButton)]
    return "\n".join(words)


@pytest.mark.parametrize("page", [info.key for info in PAGES])
def test_no_page_takes_typed_words_for_markup_or_keys(qtbot, window, page):
    window.go_to(page)
    qtbot.waitUntil(lambda: not window.session.busy)
    part = window.page(page)
    if page == "check_in":
        part.edit(window.session.records.entries[-1])
    if page == "journal":
        part.filters.words.setText("R&B <b>")
        come_to_rest()
        assert list(faults(window)) == []
        part.show_day(window.session.records.entries[-1].day)
    if page == "weekly":
        click(part.begin)
    if page == "progress":
        qtbot.waitUntil(lambda: part.ladder.drawn)
        for card in part.cards:
            card.in_words.setChecked(True)
    come_to_rest()
    assert list(faults(window)) == []


def test_no_notice_banner_or_undo_takes_them_for_markup(qtbot, window):
    page = window.page("treatments")
    window.go_to("treatments")
    come_to_rest()
    page.treatments.deleted.emit(window.session.records.treatments[0])
    come_to_rest()
    assert TYPED in window.notice.text.text()
    assert list(faults(window)) == []


def test_no_dialog_takes_them_for_markup_or_keys(window):
    seen, kinds = 0, set()
    for name, dialog in screenshots.dialog_states(window):
        come_to_rest()
        assert list(faults(dialog)) == [], name
        seen += "<img" in shown_words(dialog)
        kinds |= {type(part) for part in (dialog, *dialog.findChildren(Panel))}
    assert seen >= 3, "too few of them show what was typed"
    listed = {kind for kind in (*every(QDialog), *every(Panel)) if kind.__module__.startswith("journal.ui")}
    startup = {"IntroductionPanel", "FirstStartPanel", "RenewPanel", "UnlockPanel", "FaultPanel", "RecoveryCodePanel"}
    missing = {kind.__name__ for kind in listed if not any(issubclass(one, kind) for one in kinds)}
    assert missing <= startup | {"_ChoosePassphrase"}, missing


def test_no_startup_panel_takes_a_path_for_markup(theme, preferences):
    for name, panel in screenshots.startup_states(theme, preferences, screenshots.USUAL, folder=TYPED.replace("/", "")):
        come_to_rest()
        assert list(faults(panel)) == [], name


def every(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from every(one)
