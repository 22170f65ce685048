"""Every text of the window can be said in another language, fits when it is longer, and lies on the right side."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from journal import sample
from journal.cli.app import run
from journal.domain.entry import Kind, Symptom
from journal.domain.errors import Fault
from journal.domain.records import Records
from journal.ui import app, language, screen
from journal.ui.access.dialogs.choose_backup import ChooseBackupPanel
from journal.ui.access.dialogs.conflicts import ConflictsPanel
from journal.ui.access.dialogs.crash import CrashPanel
from journal.ui.access.dialogs.fault import FaultPanel
from journal.ui.access.dialogs.first_start import FirstStartPanel, RenewPanel
from journal.ui.access.dialogs.passphrase import PassphrasePanel
from journal.ui.access.dialogs.recovery_code import RecoveryCodePanel
from journal.ui.access.dialogs.restore import RestorePanel
from journal.ui.access.dialogs.save_error import NotKept
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.access.panel import Panel, PanelDialog
from journal.ui.access.unsaved_text import UnsavedTextPanel
from journal.ui.check_in.refine_dialog import RefineDialog
from journal.ui.help_cards import StrugglingCard
from journal.ui.history.filter_dialog import FilterDialog
from journal.ui.history.week_form_dialog import WeekFormDialog
from journal.ui.page import PAGES
from journal.ui.preferences import TEXT_SIZE
from journal.ui.treatments.appointment_dialog import AppointmentDialog
from journal.ui.treatments.movement_dialog import MovementDialog
from journal.ui.treatments.treatment_dialog import TreatmentDialog
from journal.wording import learn
from journal.wording.passphrase import Change
from journal.wording.recovery_actions import actions_for
from tests import pseudo
from tests.ui.conftest import NOW, discard, journal_path_with
from tests.ui.pointer import come_to_rest
from tests.ui.test_look import WINDOWS, cut_off, cut_off_on_pages

LAST_DAY = date(2026, 3, 25)
KNOWN = ("sciatica-journal", "findahelpline.com", "Find A Helpline", "itu.int", "Alt", "Ctrl", "Shift", "English")
"""Names of files, sites and services: said alike in every language."""


@pytest.fixture(autouse=True)
def speak(qapp, monkeypatch):
    """Speaks a made-up language, and English again at the end."""
    pseudo.offer(monkeypatch)
    yield language.use
    monkeypatch.undo()
    language.use("en")


def said(part: QWidget) -> list[str]:
    """Every text of a widget: what it shows, what it is called, and what it offers."""
    found = [part.windowTitle(), part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.whatsThis()]
    if isinstance(part, QLabel | QAbstractButton):
        found.append(part.text())
    if isinstance(part, QLineEdit):
        found += [part.placeholderText()]
    if isinstance(part, QTextEdit):
        found += [part.toPlainText(), part.placeholderText()]
    if isinstance(part, QComboBox):
        found += [part.itemText(row) for row in range(part.count())]
    if isinstance(part, QTableView):
        model = part.model()
        found += [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(model.columnCount())]
        found += [
            str(model.index(row, at).data() or "")
            for row in range(min(model.rowCount(), 50))
            for at in range(model.columnCount())
        ]
    found += [action.text() for action in part.actions()]
    return [re.sub(r"<[^>]*>|&\w+;", " ", text) for text in found if text]


def untranslated(root: QWidget, *known: str) -> set[str]:
    """The texts of a widget and of all in it that are in no made-up language."""
    found = set()
    for part in (root, *root.findChildren(QWidget)):
        if type(part).__module__.startswith("PySide6") and part.objectName().startswith("qt_"):
            continue  # Qt's own parts of its widgets
        found |= {f"{type(part).__name__}: {text}" for text in said(part) if pseudo.plain(text, *KNOWN, *known)}
    return found


def test_every_text_of_the_window_can_be_translated(speak, open_window, journal_path):
    speak(pseudo.LONGER)
    window = open_window(*sample.generate(LAST_DAY), now=NOW)
    studies = [text for pair in learn.SOURCES.values() for text in pair]  # cited as they were published
    for info in PAGES:
        window.go_to(info.key)
        come_to_rest()
    assert untranslated(window, str(journal_path), str(journal_path.parent), *studies) == set()


def dialogs(window, theme, preferences, journal_path):
    """One of every kind of dialog and panel."""
    records = window.session.records
    entries = records.entries[:2]
    code = "-".join(["7F3K9"] * 13)
    return [
        RefineDialog(theme, "left_sole", (Symptom("left_sole", Kind.PAIN, 4),), window),
        StrugglingCard(theme, window.numbers, window),
        TreatmentDialog(theme, LAST_DAY, records.treatments[0]),
        TreatmentDialog(theme, LAST_DAY),
        AppointmentDialog(theme, NOW, records.appointments[0]),
        MovementDialog(theme, NOW, (), ()),
        FilterDialog(window),
        WeekFormDialog(theme, preferences, window.numbers.country, LAST_DAY),
        NotKept(entries[0], window),
        UnsavedTextPanel(("…",)),
        ChooseBackupPanel((), NOW),
        ConflictsPanel(((entries[0], replace(entries[0], note="…")),), 2),
        CrashPanel("…"),
        FirstStartPanel(journal_path, by_choice=True),
        RenewPanel(),
        RecoveryCodePanel(code, journal_path, LAST_DAY),
        RestorePanel("…", records, Records()),
        UnlockPanel(journal_path),
        *(PassphrasePanel(change, 2) for change in Change),
        *(FaultPanel("…", actions_for(fault)) for fault in Fault),
    ]


@pytest.mark.parametrize("size", [100, 200])
def test_every_text_of_every_dialog_can_be_translated_and_fits(
    speak, open_window, theme, preferences, journal_path, size
):
    speak(pseudo.LONGER)
    preferences.set_value(TEXT_SIZE, size)
    window = open_window(*sample.generate(LAST_DAY), now=NOW)
    made = dialogs(window, theme, preferences, journal_path)
    made = [PanelDialog(one, window) if isinstance(one, Panel) else one for one in made]
    troubles = []
    for dialog in made:
        dialog.show()
        QApplication.processEvents()
        name = type(dialog.panel if isinstance(dialog, PanelDialog) else dialog).__name__
        words = (str(journal_path), str(journal_path.parent), "7F3K9")
        troubles += [f"{name}: {what}" for what in (*untranslated(dialog, *words), *cut_off(dialog))]
        dialog.hide()
    discard(*made)
    assert troubles == [], "\n".join(troubles)


def test_a_language_chosen_in_settings_is_spoken_at_once_where_the_person_is(robot, settings, journal_path):
    window = settings(journal_path_with(journal_path))
    window.go_to("settings")
    chooser = window.page("settings").language
    offered = [chooser.itemText(row) for row in range(chooser.count())]
    assert offered[:2] == ["As the computer", "English"]
    chooser.setCurrentIndex(chooser.findData(pseudo.MIRRORED))
    chooser.activated.emit(chooser.currentIndex())
    robot.until(lambda: robot.access.window not in (None, window))
    anew = robot.window()
    assert anew.page_key == "settings"
    assert anew.sidebar.button("journal").accessibleName() == pseudo.translated("Journal", longer=False)
    assert anew.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QLocale().language() is QLocale.Language.Hebrew, "dates and their months are of it too"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel", "Qt's own texts are too"
    chooser = anew.page("settings").language
    chooser.setCurrentIndex(chooser.findData("en"))
    chooser.activated.emit(chooser.currentIndex())
    robot.until(lambda: robot.access.window not in (None, anew))
    back = robot.window()
    assert back.sidebar.button("journal").accessibleName() == "Journal"
    assert back.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_language_of_the_command_line_is_that_of_the_window_this_time(monkeypatch, tmp_path):
    spoken = []
    monkeypatch.setattr(screen, "named", lambda: True)
    monkeypatch.setattr(screen, "trouble", lambda: None)
    monkeypatch.setattr(app, "run", lambda _journal, _passphrase, language: spoken.append(language) or 0)
    for arguments in (["--language", pseudo.LONGER], ["--language", "el_CY"], []):
        assert run(["--journal", str(tmp_path / "journal.sqlite"), *arguments]) == 0
    assert spoken == [pseudo.LONGER, pseudo.LONGER, ""]


def test_a_language_without_texts_is_told_with_those_that_there_are(capsys):
    assert run(["--language", "tlh", "list"]) == 2
    assert "'tlh'; there are texts in en, el, he" in capsys.readouterr().err


@pytest.mark.parametrize(("which", "size"), [(pseudo.LONGER, 100), (pseudo.LONGER, 200), (pseudo.MIRRORED, 100)])
def test_no_page_cuts_a_longer_language_off(speak, open_window, preferences, which, size):
    speak(which)
    preferences.set_value(TEXT_SIZE, size)
    window = open_window(*sample.generate(LAST_DAY), now=NOW)
    troubles = [what for size in WINDOWS for what in cut_off_on_pages(window, *size)]
    assert troubles == [], "\n".join(troubles)
