"""Takes pictures of every page from the sample journal, so that anyone can look at them, and take them anew.

    python -m tests.screenshots FOLDER            every page and dialog in each of LOOKS (with names: those alone)
    python -m tests.screenshots --readme          the few of the README, into resources/screenshots

They need no screen. The sample ends on a fixed day, so that the same program takes the same pictures.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea, QWidget

from journal import i18n, sample
from journal.domain.entry import Kind, Quality, Scope, Symptom
from journal.domain.errors import Fault, StorageError
from journal.domain.records import Records
from journal.exchange.importers import table
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.reading import Ask, Reading, no_tick
from journal.exchange.importers.reading import Question as Asked
from journal.storage import recovery
from journal.storage.backup import Backup
from journal.storage.journal_settings import SAMPLE
from journal.storage.repository import Repository
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
from journal.ui.access.startup_window import StartupWindow
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
from journal.ui.main_window import MainWindow
from journal.ui.preferences import TEXT_SIZE, THEME, WELCOMED, Preferences, ThemeChoice
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.treatments.appointment_dialog import AppointmentDialog
from journal.ui.treatments.movement_dialog import MovementDialog
from journal.ui.treatments.treatment_dialog import TreatmentDialog
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.dialogs import Question
from journal.wording.passphrase import Change
from journal.wording.recovery_actions import actions_for
from tests.ui.pointer import wait

LAST_DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, 30, tzinfo=timezone(timedelta(hours=1)))
MARKS = (
    Symptom("right_buttock_lower", Kind.PAIN, 4),
    Symptom("right_thigh_back_upper", Kind.PAIN, 6, (Quality.SHOOTING,)),
    Symptom("right_calf_upper", Kind.PAIN, 3),
    Symptom("right_sole", Kind.TINGLING, 4),
    Symptom("right_little_toe", Kind.NUMBNESS, 3),
)
WINDOW = (1280, 820)
SMALL, USUAL = (1024, 700), (1366, 768)
"""Screens that people have: the window fills them."""
Look = tuple[ThemeChoice, int, tuple[int, int]]
LOOKS: tuple[Look, ...] = (
    (ThemeChoice.LIGHT, 100, USUAL),
    (ThemeChoice.DARK, 100, SMALL),
    (ThemeChoice.DARK, 150, USUAL),
    (ThemeChoice.LIGHT, 150, SMALL),
    (ThemeChoice.LIGHT, 200, USUAL),
    (ThemeChoice.DARK, 200, SMALL),
)
README_LOOKS: tuple[Look, ...] = ((ThemeChoice.LIGHT, 100, WINDOW), (ThemeChoice.DARK, 100, WINDOW))
CODE = " ".join(["7KQ2M"] * recovery.GROUPS)
_PATIENCE = 80
"""Quarters of a second."""
README = {
    ThemeChoice.LIGHT: {"check-in", "journal-calendar", "progress", "summary", "treatments", "weekly", "settings-end"},
    ThemeChoice.DARK: {"check-in"},
}
README_FOLDER = Path(__file__).parents[1] / "resources" / "screenshots"

Shot = tuple[str, QWidget]


def states(window: MainWindow) -> Iterator[Shot]:
    """Bring the window into one state after another, each with its name."""
    page = window.page("check_in")
    window.go_to("check_in")
    page.marks.load(MARKS)
    yield "check-in", window
    page.marks.paint("left_shin", page.brush_panel.brush)
    yield "check-in-other-side", window
    page.editor.clear()
    page.scope.choose(Scope.DAY)
    page.scope.chosen.emit(page.scope.value)
    yield "check-in-whole-day", window
    page.editor.clear()
    yield from journal_states(window)
    for key in ("progress", "treatments", "weekly", "summary", "settings", "urgent", "learn"):
        window.go_to(key)
        yield key, window
    window.go_to("settings")
    bar = window.page("settings").findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "settings-end", window  # where no path of a computer shows


def journal_states(window: MainWindow) -> Iterator[Shot]:
    """The journal page: list, calendar, a day, a search."""
    window.go_to("journal")
    yield "journal-list", window
    window.page("journal").filters.words.setText("calf")
    yield "journal-search", window
    window.page("journal").filters.words.clear()
    window.page("journal").show_day(LAST_DAY - timedelta(days=13))
    yield "journal-calendar", window
    window.page("journal").show_mode("list")
    yield from catch_up_states(window)


def catch_up_states(window: MainWindow) -> Iterator[Shot]:
    """A week to be written down: as it opens, a day on the map, and a mistake."""
    window.go_to("catch_up")
    page = window.page("catch_up")
    first = next(entry.day for entry in window.session.records.entries)
    page.open(first - timedelta(days=3))  # some days before the first entry, and some of the sample's
    yield "catch-up", window
    row, further, *_rest = page.rows.values()
    row.body.click()
    for mark in MARKS:
        page.map_panel.body_card.paint_region(mark.region)
    yield "catch-up-map", window
    page.map_panel.left.emit()
    further.as_before.click()
    further.fields["pain_worst"].setText("12")
    page.save_days()
    yield "catch-up-mistake", window
    page.start_over()
    window.notice.hide()
    window.go_to("journal")


def startup_states(
    theme: Theme, preferences: Preferences, size: tuple[int, int], folder: str = "anna"
) -> Iterator[Shot]:
    """What shows while no journal is open."""
    startup = StartupWindow(theme)
    startup.resize(startup.preferred_size(QSize(*size)))
    path = Path(f"/home/{folder}/.local/share/sciatica-journal/journal.sqlite")
    panels = {
        "introduction": IntroductionPanel(preferences),
        "protect": FirstStartPanel(path, by_choice=False),
        "renew": RenewPanel(),
        "unlock": UnlockPanel(path),
        "fault": FaultPanel(
            str(StorageError(Fault.DAMAGED, "The journal is damaged; nothing was written to it.")),
            actions_for(Fault.DAMAGED),
        ),
        "recovery-code": RecoveryCodePanel(CODE, path, LAST_DAY, choose=lambda: [3, 9]),
    }
    for name, panel in panels.items():
        startup.show_panel(panel)
        yield name, startup
    startup.close_quietly()
    startup.deleteLater()


def import_states(window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    """Every step of bringing a table in."""
    name = window.session.records.treatments[0].name  # as a place it is odd
    rows = (
        f'date,pain,where\n3/4/2026,5,left calf\n4/4/2026,5,knee\n5/4/2026,4,"{name.replace(chr(34), chr(34) * 2)}"\n'
    )
    reading = table.read(rows.encode(), Answers(), LAST_DAY, no_tick)
    answers, theme = Answers(), window.theme
    drawn = Asked(Ask.VIEW, "back", 3, "left", choices=("left", "right"), examples=("calf_upper", "heel"))
    outlook = Outlook(1, 0, (("Left leg: no pain.", "Left leg: staying about the same."),))
    steps: dict[str, Callable[[], Panel]] = {
        "import-reading": lambda: ProgressPanel("Reading the file", "Nothing is changed yet.", lambda _tick: None),
        "import-columns": lambda: ColumnsStep(reading, answers, first=True),
        "import-names": lambda: NamesStep(theme, reading, answers, first=False),
        "import-views": lambda: ViewsStep(theme, Reading("diary", questions=(drawn,)), answers, first=False),
        "import-details": lambda: DetailsStep(reading, answers, first=False),
        "import-preview": lambda: PreviewStep(theme, "“diary.csv” is a table.", reading, answers, outlook, LAST_DAY),
    }
    return {key: partial(lambda make: PanelDialog(make(), window), make) for key, make in steps.items()}


def dialog_states(window: MainWindow) -> Iterator[Shot]:
    """Every dialog over the window."""
    records = window.session.records
    marked = next(entry for entry in reversed(records.entries) if entry.marks)
    window.go_to("treatments")
    backups = tuple(
        Backup(Path(f"journal.{day}.sqlite"), NOW - timedelta(days=day), "daily", 80_000) for day in range(9)
    )
    made: dict[str, Callable[[], QDialog]] = {
        "struggling": lambda: StrugglingCard(window.theme, window.numbers, window),
        "refine": lambda: RefineDialog(window.theme, marked.marks[0].region, marked.marks, window),
        "keys": lambda: KeysDialog(window.theme, window),
        "treatment": lambda: TreatmentDialog(window.theme, LAST_DAY, records.treatments[0], window),
        "movement": lambda: MovementDialog(
            window.theme, NOW, [tried.movement for tried in records.movement_tries], marked.marks, window
        ),
        "appointment": lambda: AppointmentDialog(window.theme, NOW, next(iter(records.appointments), None), window),
        "week-form": lambda: WeekFormDialog(
            window.theme, window.page("journal").preferences, window.numbers.country, LAST_DAY, window
        ),
        "filters": lambda: FilterDialog(window),
        "question": lambda: Question(
            window, "Nothing is marked yet. Was there no symptom?", ("Go back", "No symptoms")
        ),
        "passphrase": lambda: PanelDialog(PassphrasePanel(Change.SET, 7), window),
        "restore": lambda: PanelDialog(RestorePanel("today, 20:30", Records(), records), window),
        "conflicts": lambda: PanelDialog(ConflictsPanel(((marked, replace(marked, note="other")),), 4), window),
        "crash": lambda: PanelDialog(CrashPanel("report"), window),
        "not-saved": lambda: NotSaved(str(StorageError(Fault.DISK_FULL, "The disk is full.")), (marked,), window),
        "not-kept": lambda: NotKept(marked, window),
        "choose-backup": lambda: PanelDialog(ChooseBackupPanel(backups, NOW), window),
        "unsaved-text": lambda: PanelDialog(UnsavedTextPanel((marked.note or "Two walks",)), window),
        **import_states(window),
    }
    for name, make in made.items():
        dialog = make()
        dialog.open()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()


def taken(folder: Path, *, readme: bool, names: Sequence[str] = ()) -> Iterator[Path]:
    """Take the pictures, look by look: all of them, or the README's."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for look in README_LOOKS if readme else LOOKS:
        theme_choice, size, (width, _height) = look
        for name, widget in journeys(app, look):
            if (readme and name not in README[theme_choice]) or (names and name not in names):
                continue
            settle(widget)
            told = f"{name}-{theme_choice}" if readme else f"{name}-{theme_choice}-{size}-{width}"
            path = folder / f"{told}.png"
            save(widget, path, small=readme)
            yield path


def settle(widget: QWidget) -> None:
    """Wait until nothing is being read, drawn or written any more."""
    for _look in range(_PATIENCE):
        wait(250)
        charts = [chart for chart in widget.findChildren(ChartView) if not chart.visibleRegion().isEmpty()]
        words = [part.text() for part in widget.findChildren(QLabel) if part.isVisible()]
        if all(chart.drawn for chart in charts) and not any(text.endswith(" …") for text in words):
            break
    wait(250)


def journeys(app: QApplication, look: Look) -> Iterator[Shot]:
    """The first start on an empty journal, then everything on the sample."""
    theme_choice, size, window_size = look
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "settings.ini")
        preferences.set_value(THEME, theme_choice)
        preferences.set_value(TEXT_SIZE, size)
        theme = Theme(app, preferences)
        repository = Repository.open(Path(folder) / "journal.sqlite")
        yield from startup_states(theme, preferences, window_size)
        window = shown(repository, theme, preferences, window_size)
        yield "first-start", window
        window.go_to("journal")
        yield "journal-empty", window
        window.close()
        preferences.set_value(WELCOMED, "yes")
        repository = Repository.open(Path(folder) / "sample.sqlite")
        repository.save(*sample.generate(LAST_DAY))
        repository.set_setting(SAMPLE, True)
        window = shown(repository, theme, preferences, window_size)
        yield from states(window)
        yield from dialog_states(window)
        window.page("check_in").editor.clear()
        window.close()


def shown(repository: Repository, theme: Theme, preferences: Preferences, size: tuple[int, int]) -> MainWindow:
    """A window of a fixed size, at rest."""
    window = MainWindow(Session(repository, lambda: NOW), theme, preferences)
    window.resize(*size)
    window.show()
    while window.session.progress is None:
        wait(50)
    wait(200)
    return window


def save(widget: QWidget, path: Path, *, small: bool) -> None:
    """Write a picture; a small one in its 256 commonest colours, which a flat drawing does not miss."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    if small:
        counted = Counter(memoryview(picture.constBits()).cast("I"))
        table = [color for color, _count in counted.most_common(256)]
        picture = picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)
    picture.save(str(path))


def main() -> int:
    """Take them and name each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("names", nargs="*", help="states to take, such as check-in; without, all of them")
    parser.add_argument("--readme", action="store_true", help="take the README's, into resources/screenshots")
    asked = parser.parse_args()
    if asked.readme == (asked.folder is not None):
        parser.error("say a folder, or --readme")
    i18n.use_language("en")
    folder = README_FOLDER if asked.readme else asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    for path in taken(folder, readme=asked.readme, names=asked.names):
        print(f"{path}  {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
