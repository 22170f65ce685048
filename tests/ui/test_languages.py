"""Every text of the window can be said in another language, fits when it is longer, and lies on the right side."""

import importlib
import pkgutil
import re
from dataclasses import replace
from datetime import date
from zoneinfo import available_timezones

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

import journal.ui
from journal import i18n, sample
from journal.cli.app import run
from journal.domain.entry import Kind, Symptom
from journal.domain.errors import Fault
from journal.domain.records import Records
from journal.exchange.files import importer_of
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.reading import no_tick
from journal.ui import app, language, screen
from journal.ui.access.dialogs.choose_backup import ChooseBackupPanel
from journal.ui.access.dialogs.conflicts import ConflictsPanel
from journal.ui.access.dialogs.crash import CrashPanel
from journal.ui.access.dialogs.fault import FaultPanel
from journal.ui.access.dialogs.first_start import FirstStartPanel, IntroductionPanel, RenewPanel
from journal.ui.access.dialogs.passphrase import PassphrasePanel
from journal.ui.access.dialogs.recovery_code import RecoveryCodePanel
from journal.ui.access.dialogs.restore import RestorePanel
from journal.ui.access.dialogs.save_error import NotKept, NotSaved
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.access.panel import Panel, PanelDialog
from journal.ui.access.unsaved_text import UnsavedTextPanel
from journal.ui.check_in.refine_dialog import RefineDialog
from journal.ui.help_cards import StrugglingCard
from journal.ui.history.filter_dialog import FilterDialog
from journal.ui.history.week_form_dialog import WeekFormDialog
from journal.ui.importing.columns_step import ColumnsStep
from journal.ui.importing.details_step import DetailsStep
from journal.ui.importing.names_step import NamesStep
from journal.ui.importing.preview_step import Outlook, PreviewStep
from journal.ui.importing.progress_panel import ProgressPanel
from journal.ui.importing.views_step import ViewsStep
from journal.ui.keys_dialog import KeysDialog
from journal.ui.page import PAGES
from journal.ui.preferences import TEXT_SIZE
from journal.ui.treatments.appointment_dialog import AppointmentDialog
from journal.ui.treatments.movement_dialog import MovementDialog
from journal.ui.treatments.treatment_dialog import TreatmentDialog
from journal.ui.widgets.dialogs import Question
from journal.wording import learn
from journal.wording.passphrase import Change
from journal.wording.recovery_actions import actions_for
from tests import pseudo
from tests.exchange.importers import samples
from tests.ui.conftest import NOW, SMALL_SCREEN, discard, journal_path_with
from tests.ui.pointer import come_to_rest
from tests.ui.test_look import WINDOWS, cut_off, cut_off_on_pages, wider_than_seen

LAST_DAY = date(2026, 3, 25)
IMPORTED = tuple(
    (importer_of(made().data).read, made().data) for made in (samples.wide, samples.bearable, samples.pain_diary)
)
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
        KeysDialog(theme, window),
        Question(window, i18n._("Places are marked. Remove them and save “no symptoms”?"), (i18n._("Cancel"),)),
        NotSaved("…", entries, window),
        IntroductionPanel(preferences),
        ProgressPanel(i18n._("Reading the file"), i18n._("Importing"), lambda tick: tick(0, 1)),
        *import_steps(theme, records),
    ]


def import_steps(theme, records):
    """What is asked about a file of another program."""
    table, bearable, diary = (read(data, Answers(), LAST_DAY, no_tick) for read, data in IMPORTED)
    return [
        ColumnsStep(table, Answers(), first=True),
        NamesStep(theme, bearable, Answers(), first=True),
        ViewsStep(theme, diary, Answers(), first=False),
        DetailsStep(bearable, Answers(), first=False),
        PreviewStep(
            theme, "…", replace(bearable, make=lambda: records), Answers(), Outlook(3, 2, (("…", "…"),)), LAST_DAY
        ),
    ]


def of_files():
    """What stands in those files, and the names of time zones."""
    asked = [question for read, data in IMPORTED for question in read(data, Answers(), LAST_DAY, no_tick).questions]
    texts = [text for each in asked for text in (each.name, *each.choices, *each.examples)]
    return {*available_timezones(), *filter(None, texts)}


def kinds_of(base):
    """The kinds of dialog or panel that the window has."""
    for kind in base.__subclasses__():
        if kind.__module__.startswith("journal."):
            yield from kinds_of(kind) if kind.__subclasses__() else (kind,)


def test_no_dialog_is_left_out(theme, open_window, preferences, journal_path):
    for module in pkgutil.walk_packages(journal.ui.__path__, "journal.ui."):
        importlib.import_module(module.name)
    made = dialogs(open_window(*sample.generate(LAST_DAY), now=NOW), theme, preferences, journal_path)
    assert {type(one) for one in made} == {*kinds_of(QDialog), *kinds_of(Panel)}
    discard(*made)


def cut_off_in_dialog(dialog):
    """What of a dialog cannot be seen on a small screen."""
    found = cut_off(dialog) + wider_than_seen(dialog)
    size = dialog.size()
    within = size.width() <= SMALL_SCREEN.width() and size.height() <= SMALL_SCREEN.height()
    return found if within else [*found, f"{size.width()} × {size.height()} is larger than the screen"]


def in_dialogs(window, made, look):
    """What a look at each finds."""
    made = [PanelDialog(one, window) if isinstance(one, Panel) else one for one in made]
    troubles = []
    for dialog in made:
        dialog.show()
        QApplication.processEvents()
        name = type(dialog.panel if isinstance(dialog, PanelDialog) else dialog).__name__
        troubles += [f"{name}: {what}" for what in look(dialog)]
        dialog.hide()
    discard(*made)
    return troubles


@pytest.mark.usefixtures("small_screen")
@pytest.mark.parametrize("size", [100, 200])
def test_every_text_of_every_dialog_can_be_translated_and_fits(
    speak, open_window, theme, preferences, journal_path, size
):
    speak(pseudo.LONGER)
    preferences.set_value(TEXT_SIZE, size)
    window = open_window(*sample.generate(LAST_DAY), now=NOW)
    words = (str(journal_path), str(journal_path.parent), "7F3K9", *of_files())
    made = dialogs(window, theme, preferences, journal_path)
    troubles = in_dialogs(window, made, lambda dialog: (*untranslated(dialog, *words), *cut_off_in_dialog(dialog)))
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
