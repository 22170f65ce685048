"""Nothing is cut off at any size of text, the theme follows the system, and every rule of the sheet is readable."""

import re
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
)

from journal import sample
from journal.palette import DARK, LIGHT
from journal.storage.journal_settings import SAMPLE
from journal.storage.repository import Repository
from journal.ui.look_choosers import LookChoosers
from journal.ui.page import PAGES
from journal.ui.preferences import TEXT_SIZE, THEME, ThemeChoice
from journal.ui.theme import style_sheet
from tests.test_palette import contrast
from tests.ui.conftest import NOW
from tests.ui.pointer import come_to_rest, press_region

SIZES = (100, 150, 200)
WINDOWS = ((1024, 700), (1280, 820))
LAST_DAY = date(2026, 3, 25)


def records():
    return list(sample.generate(LAST_DAY))


def cut_off(page):
    """The visible labels and buttons whose text is wider or higher than they are."""
    found = []
    for part in page.findChildren(QLabel) + page.findChildren(QPushButton):
        if not part.isVisibleTo(page) or not part.text() or not part.width():
            continue
        metrics = QFontMetrics(part.font())
        if isinstance(part, QLabel) and part.textFormat() is Qt.TextFormat.RichText:
            missing = part.heightForWidth(part.width()) > part.height() + 2
        elif isinstance(part, QLabel) and part.wordWrap():
            longest = max(metrics.horizontalAdvance(word) for word in re.split(r"[\s/\\]", part.text()))
            missing = longest > part.width() + 2 or part.heightForWidth(part.width()) > part.height() + 2
        else:
            widest = max(metrics.horizontalAdvance(line) for line in part.text().split("\n"))
            missing = widest > part.width() or metrics.height() > part.height() + 2
        if missing:
            found.append(f"{type(part).__name__} “{part.text()}” in {part.width()} × {part.height()}")
    return found


def beyond(page):
    """The visible parts that reach beyond the page to the right, where nothing scrolls to them."""
    right = page.mapToGlobal(page.rect().topRight()).x() + 1
    parts = [part for part in page.findChildren(QAbstractButton) + page.findChildren(QLabel) if part.isVisibleTo(page)]
    return [
        f"{type(part).__name__} “{getattr(part, 'text', str)()}”"
        for part in parts
        if part.width() and part.mapToGlobal(part.rect().topRight()).x() > right
    ]


def wider_than_seen(root):
    """What scrolls up and down only, and is wider than what is seen of it."""
    return [
        f"{type(area.parentWidget()).__name__} holds {content.width()} in {area.viewport().width()}"
        for area in root.findChildren(QScrollArea)
        if (content := area.widget()) is not None
        and area.isVisibleTo(root)
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and content.width() > area.viewport().width()
    ]


def scrolls_twice(page):
    """Scroll bars that show beside another one, of what is around."""
    bars = [part for part in page.findChildren(QScrollBar) if part.isVisibleTo(page) and part.height() > part.width()]
    areas = [part.parentWidget().parentWidget() for part in bars]
    return [
        f"{type(inner).__name__} “{inner.accessibleName()}” scrolls in {type(outer).__name__}, which scrolls"
        for inner in areas
        for outer in areas
        if outer is not inner and outer.isAncestorOf(inner) and not isinstance(inner, QPlainTextEdit)
    ]


def settled(page):
    """What is still cut off once the page has come to rest."""
    for _look in range(20):
        come_to_rest()
        found = cut_off(page) + beyond(page) + wider_than_seen(page) + scrolls_twice(page)
        if not found:
            break
    return found


def cut_off_on_pages(window, width, height):
    """What is cut off on any page, or in the sidebar, of a window of that size."""
    window.resize(width, height)
    troubles = [] if window.width() == width else [f"the window is {window.width()} wide"]
    for info in PAGES:
        window.go_to(info.key)
        troubles += [f"{info.key}: {what}" for what in settled(window.page(info.key))]
    troubles += [f"sidebar: {what}" for what in cut_off(window.sidebar)]
    return [f"{width}×{height} {what}" for what in troubles]


@pytest.mark.parametrize("size", SIZES)
def test_no_page_cuts_anything_off(open_window, preferences, journal_path, size):
    with Repository.open(journal_path) as repository:
        repository.set_setting(SAMPLE, True)  # its mark must fit too
    preferences.set_value(TEXT_SIZE, size)
    window = open_window(*records(), now=NOW)
    troubles = [what for size in WINDOWS for what in cut_off_on_pages(window, *size)]
    assert troubles == [], "\n".join(troubles)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_body_brush_and_save_are_in_sight_together(open_window, preferences, theme, size, width, height):
    preferences.set_value(TEXT_SIZE, size)
    window = open_window(now=NOW.replace(hour=9))
    window.resize(width, height)
    press_region(window, "left_shin")
    come_to_rest()
    page = window.page("check_in")
    seen = page.rect()
    beside = page.brush_panel.mapTo(page, QPoint()).x() > page.map.mapTo(page, QPoint()).x()
    brush = (page.map, page.brush_panel.bar, *map(page.brush_panel.kind_button, ("pain", "weakness")))
    for part in (page.save, *(brush if beside else ())):
        box = part.rect().translated(part.mapTo(page, part.rect().topLeft()))
        assert seen.contains(box), part
        assert part.visibleRegion().boundingRect() == part.rect(), part
    figure = page.map.childrenRect()
    assert figure.height() >= 200, "the body is too small to press"


@pytest.mark.parametrize("size", SIZES)
def test_the_sidebar_says_its_words_in_a_narrow_window_too(open_window, preferences, theme, size):
    preferences.set_value(TEXT_SIZE, size)
    window = open_window()
    window.resize(1024, 700)
    part = window.sidebar.button("journal")
    assert part.text() == part.accessibleName() == "Journal"
    assert window.sidebar.width() < 1024 * 0.25


def test_light_and_dark_follow_the_system_while_the_window_is_open(window, theme, monkeypatch):
    seen = []
    theme.changed.connect(lambda: seen.append(theme.palette))
    for scheme, colors in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        monkeypatch.setattr(type(theme), "system_scheme", lambda _theme, scheme=scheme: scheme)
        QApplication.styleHints().colorSchemeChanged.emit(scheme)
        assert theme.palette is colors
        background = window.grab().toImage().pixelColor(4, window.height() // 2)
        assert background.name() == colors.ground
    assert len(seen) == 2


def test_a_chosen_theme_stays_whatever_the_system_does(window, theme, preferences):
    preferences.set_value(THEME, ThemeChoice.DARK)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.palette is DARK
    preferences.set_value(THEME, ThemeChoice.SYSTEM)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_thestyle_sheet_that_names_ink_and_ground_is_readable(colors):
    found = 0
    for rule in re.findall(r"\{([^{}]*)\}", style_sheet(colors, 15)):
        ink = re.search(r"(?<![-\w])color: (#\w{6})", rule)
        ground = re.search(r"background(?:-color)?: (#\w{6})", rule)
        if ink and ground:
            found += 1
            assert contrast(ink.group(1), ground.group(1)) >= 4.5, rule
    assert found > 4


def test_what_the_focus_goes_to_scrolls_into_sight(open_window):
    window = open_window(*records(), now=NOW)
    window.resize(1024, 700)
    come_to_rest()
    window.page("check_in").details.reliefs.own.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    come_to_rest()
    assert QApplication.focusWidget() is window.page("check_in").details.note
    assert not window.page("check_in").details.note.visibleRegion().isEmpty()


@pytest.mark.parametrize("gone_first", ["chooser", "preferences"])
def test_a_chooser_goes_quietly_before_or_after_what_remembers_the_choice(qtbot, preferences, gone_first):
    chooser = LookChoosers(preferences)
    chosen = []
    preferences.changed.connect(chosen.append)
    if gone_first == "chooser":
        shiboken6.delete(chooser)
        preferences.set_value(TEXT_SIZE, 150)
        assert chosen == [TEXT_SIZE.key]
    else:
        shiboken6.delete(preferences)
        shiboken6.delete(chooser)
