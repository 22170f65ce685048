"""The window: sidebar, direction strip, pages, notices. It carries wishes from page to page; no page knows another."""

from datetime import date

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from journal.analysis import redflags
from journal.domain.draft import Draft
from journal.domain.entry import Entry
from journal.domain.movement import MovementTry
from journal.domain.records import Record, Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.i18n import _
from journal.ui.check_in.page import CheckInPage
from journal.ui.help_cards import StrugglingCard
from journal.ui.help_numbers import HelpNumbers
from journal.ui.history.page import HistoryPage
from journal.ui.learn.page import LearnPage
from journal.ui.notice import Notice
from journal.ui.preferences import WELCOMED, Preferences
from journal.ui.progress.page import ProgressPage
from journal.ui.reminder import Reminder
from journal.ui.session import Session
from journal.ui.settings.page import SettingsPage
from journal.ui.sidebar import PageName, Sidebar
from journal.ui.strip import DirectionStrip
from journal.ui.summary.page import SummaryPage
from journal.ui.theme import Theme
from journal.ui.treatments.page import TreatmentsPage
from journal.ui.urgent.banner import UrgentBanner
from journal.ui.urgent.page import UrgentPage
from journal.ui.weekly.page import WeeklyPage
from journal.ui.welcome.page import WelcomePage
from journal.wording import entries as entry_words

_NARROW_BELOW_EMS = 66
_LOW_BELOW_EMS = 40
_TIGHT_BELOW_EMS = 34
_WITH_STRIP = ("check_in", "journal")
"""The other pages say it themselves, or have nothing to do with it."""


class MainWindow(QMainWindow):
    """One open journal."""

    closed = Signal()

    def __init__(self, session: Session, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        session.setParent(self)  # so that both are deleted together, in this thread: see background.Latest
        self._theme = theme
        self._preferences = preferences
        self.setWindowTitle(_("Sciatica Journal – Sample") if session.sample else _("Sciatica Journal"))
        self.check_in = CheckInPage(session, theme)
        self.history = HistoryPage(session, theme)
        self.progress = ProgressPage(session, theme, preferences)
        self.treatments = TreatmentsPage(session, theme)
        self.summary = SummaryPage(session, theme, preferences)
        self.numbers = HelpNumbers(preferences, self)
        self.settings = SettingsPage(session, theme, preferences, self.numbers)
        self.urgent = UrgentPage(session, self.numbers)
        self.welcome = WelcomePage(session)
        self.reminder = Reminder(preferences, session.now, session.logged, parent=self)
        self.weekly = WeeklyPage(session, theme, self.numbers)
        self.learn = LearnPage(theme)
        self._before_urgent = "check_in"
        self._pages: dict[str, QWidget] = {
            "check_in": self.check_in,
            "journal": self.history,
            "progress": self.progress,
            "treatments": self.treatments,
            "weekly": self.weekly,
            "summary": self.summary,
            "settings": self.settings,
            "urgent": self.urgent,
            "learn": self.learn,
            "welcome": self.welcome,
        }
        names = (
            PageName("check_in", _("Check in")),
            PageName("journal", _("Journal")),
            PageName("progress", _("Progress")),
            PageName("treatments", _("Treatments")),
            PageName("weekly", _("Weekly check")),
            PageName("summary", _("Summary")),
            PageName("settings", _("Settings"), at_bottom=True),
        )
        self.sidebar = Sidebar(theme, names, sample=session.sample)
        self.strip = DirectionStrip(session, theme)
        self.banner = UrgentBanner(session, self.numbers)
        self.notice = Notice()
        self._lay_out()
        self._connect()
        self.setMinimumSize(640, 480)
        self.resize(QSize(1280, 820).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(preferences.geometry())
        newcomer = not (session.sample or session.records.entries or preferences.get(WELCOMED))
        self.show_page("welcome" if newcomer else "check_in")
        preferences.put(WELCOMED, "yes")

    @property
    def page(self) -> str:
        """The page that shows."""
        return next(key for key, page in self._pages.items() if page is self._stack.currentWidget())

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Go to a page."""
        self._stack.setCurrentWidget(self._pages[key])
        self.sidebar.choose(key)
        self.banner.allow(key != "urgent")
        self._show_strip()
        self._focus_page()

    def _focus_page(self) -> None:
        """Let the keyboard begin where the page does."""
        if self.page == "check_in":
            self.check_in.map.setFocus()
        elif self.page == "urgent":
            self.urgent.enter()
        elif self.page == "learn":
            self.learn.enter()
        elif self.page == "welcome":
            self.welcome.begin.setFocus()

    @Slot()
    def ask_urgent_signs(self) -> None:
        """Ask about urgent signs, what to do first; from there it goes back to the page that showed before."""
        if self.page != "urgent":
            self._before_urgent = self.page
        self.urgent.ask()
        self.show_page("urgent")

    @Slot()
    def _follow_reminder(self) -> None:
        self.showNormal()
        self.activateWindow()
        self.show_page("check_in")

    @Slot()
    def show_struggling(self) -> None:
        """Open the card of warm words and someone to call."""
        StrugglingCard(self._theme, self.numbers, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # coming back from the task bar leaves the focus where it was
            self._focus_page()
        QTimer.singleShot(0, self._session.analyse)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.check_in.keep_draft()
        self.weekly.keep_draft()
        if not self._session.may_close():
            event.ignore()
            return
        self._preferences.put_geometry(self.saveGeometry())
        self.reminder.stop()
        self.progress.finish()
        self.summary.finish()
        self.settings.finish()
        self._session.close()
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout()
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.banner)
        column.addWidget(self.strip)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.show_page)
        self.sidebar.learn_asked.connect(lambda: self.show_page("learn"))
        self.progress.learn_asked.connect(lambda: self.show_page("learn"))
        self.settings.learn_asked.connect(lambda: self.show_page("learn"))
        self.learn.urgent_asked.connect(self.ask_urgent_signs)
        self.sidebar.urgent_asked.connect(self.ask_urgent_signs)
        self.sidebar.struggling_asked.connect(self.show_struggling)
        self.banner.asked.connect(self.ask_urgent_signs)
        self.weekly.saved.connect(self._weekly_saved)
        self.weekly.deleted.connect(self._weekly_deleted)
        self.weekly.renamed.connect(self._activity_renamed)
        self.weekly.due_changed.connect(self._show_due)
        self.weekly.struggling_asked.connect(self.show_struggling)
        self.urgent.left.connect(self._leave_urgent)
        self.urgent.answered.connect(self._urgent_answered)
        self._session.failed.connect(self.notice.fault)
        self.notice.shown.connect(self._show_strip)
        self.check_in.saved.connect(self._entry_saved)
        self.check_in.left.connect(lambda: self.show_page("journal"))
        self.check_in.started_over.connect(self._started_over)
        self.history.edit_asked.connect(self._edit)
        self.history.deleted.connect(self._entries_deleted)
        self.history.check_in_asked.connect(lambda: self.show_page("check_in"))
        self.history.add_asked.connect(self._add_for)
        self.check_in.taken.noted.connect(self.notice.done)
        self.history.elsewhere_asked.connect(self._look_in_treatments)
        self.treatments.done.connect(self.notice.done)
        self.treatments.tried.connect(self._tried)
        self.treatments.check_in_asked.connect(lambda: self.show_page("check_in"))
        self.progress.told.connect(self.notice.done)
        self.progress.onset.done.connect(self.notice.done)
        self.welcome.onset.done.connect(self.notice.done)
        self.progress.day_asked.connect(self._open_day)
        self.progress.check_in_asked.connect(lambda: self.show_page("check_in"))
        self.progress.weekly_asked.connect(lambda: self.show_page("weekly"))
        self.progress.treatments_asked.connect(lambda: self.show_page("treatments"))
        self.summary.told.connect(self.notice.done)
        self.summary.failed.connect(self.notice.fault)
        self.welcome.done.connect(self._welcomed)
        self.welcome.urgent_asked.connect(self.ask_urgent_signs)
        self.settings.reminder.changed.connect(self.reminder.follow)
        self.reminder.pressed.connect(self._follow_reminder)
        self._theme.changed.connect(self._fit)
        self._show_due()

    @Slot()
    def _fit(self) -> None:
        self.sidebar.set_narrow(self.width() < _NARROW_BELOW_EMS * self._theme.em)
        self.sidebar.set_tight(self.height() < _TIGHT_BELOW_EMS * self._theme.em)
        self.strip.set_tight(self.height() < _LOW_BELOW_EMS * self._theme.em)
        self.banner.set_tight(self.height() < _TIGHT_BELOW_EMS * self._theme.em)

    @Slot()
    def _show_strip(self) -> None:
        # the others say it themselves, or have nothing to do with it
        self.strip.setVisible(
            self.page not in ("progress", "summary", "settings", "urgent", "learn", "weekly", "welcome")
            and self.notice.isHidden()
        )

    @Slot(object)
    def _open_day(self, day: date) -> None:
        self.show_page("journal")
        self.history.show_day(day)

    @Slot(object)
    def _edit(self, entry: Entry) -> None:
        self.check_in.edit(entry)
        self.show_page("check_in")

    @Slot(object)
    def _add_for(self, day: date) -> None:
        if self.check_in.new_for(day):
            self.show_page("check_in")

    @Slot(object)
    def _started_over(self, cleared: Draft) -> None:
        self.notice.done(_("Started over."), lambda: self.check_in.take_draft(cleared))

    @Slot(str)
    def _look_in_treatments(self, words: str) -> None:
        self.show_page("treatments")
        self.treatments.words.setText(words)

    @Slot(object)
    def _tried(self, item: MovementTry) -> None:
        """What a movement brought on may be urgent, as what is marked in a check-in."""
        raised, _held = self.keep_urgent(self._session.records.deleting((item.id,)))
        if raised:
            self.ask_urgent_signs()

    def keep_urgent(self, before: Records) -> tuple[tuple[RedFlag, ...], tuple[str, ...]]:
        """Return the signs that the change since `before` raises, and the id of the check that keeps them open.

        Such a check is saved only where an answer given earlier would close them: an undo deletes it too.
        """
        after = self._session.records
        raised = redflags.newly_raised(before, after)
        held = redflags.holding(raised, before, after, self._session.now().replace(microsecond=0))
        if held is not None:
            self._session.save(held)
        return redflags.signs(raised), () if held is None else (held.id,)

    @Slot(object, object)
    def _entry_saved(self, entry: Entry, replaced: tuple[Entry, ...]) -> None:
        raised, extra = self.keep_urgent(self._session.records.deleting((entry.id,)).saving(*replaced))
        if replaced:
            self.show_page("journal")
            self.notice.done(entry_words.changed(entry), lambda: self._take_back(replaced, extra))
        else:
            self.notice.done(entry_words.saved(entry), lambda: self._session.delete(entry.id, *extra))
        if raised:
            self.ask_urgent_signs()

    def _take_back(self, replaced: tuple[Entry, ...], extra: tuple[str, ...]) -> None:
        self._session.save(*replaced)
        self._session.delete(*extra)

    @Slot(object)
    def _urgent_answered(self, check: RedFlagCheck) -> None:
        if check.signs:
            text = _("Saved. What to do stands above, and it prints on your page.")
        else:
            text = _("Saved: none of the urgent signs.")
            self._leave_urgent()
        self.notice.done(text, lambda: self._session.delete(check.id))

    @Slot(object)
    def _weekly_saved(self, records: tuple[Record, ...]) -> None:
        raised, extra = self.keep_urgent(self._session.records.deleting([record.id for record in records]))
        self.notice.done(_("The weekly check is saved."), lambda: self._take_weekly_back(records, extra))
        if raised and not any(isinstance(record, RedFlagCheck) for record in records):
            self.ask_urgent_signs()

    def _take_weekly_back(self, records: tuple[Record, ...], extra: tuple[str, ...]) -> None:
        self.weekly.undo(records)
        self._session.delete(*extra)

    @Slot(object)
    def _weekly_deleted(self, records: tuple[Record, ...]) -> None:
        self.notice.done(_("Deleted."), lambda: self._session.save(*records))

    @Slot(object, object)
    def _activity_renamed(self, before: tuple[Record, ...], _after: tuple[Record, ...]) -> None:
        self.notice.done(_("Renamed, also in earlier weeks."), lambda: self._session.save(*before))

    @Slot()
    def _show_due(self) -> None:
        self.sidebar.set_waiting("weekly", self.weekly.due)

    @Slot()
    def _welcomed(self) -> None:
        self.show_page("check_in")
        if not self._session.records.red_flag_checks:
            self.ask_urgent_signs()

    @Slot()
    def _leave_urgent(self) -> None:
        self.show_page(self._before_urgent)

    @Slot(object)
    def _entries_deleted(self, deleted: tuple[Entry, ...]) -> None:
        text = _("Deleted.") if len(deleted) == 1 else _("{count} entries deleted.").format(count=len(deleted))
        self.notice.done(text, lambda: self._session.save(*deleted))
