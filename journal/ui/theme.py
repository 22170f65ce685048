"""How everything looks: palette, sizes and style sheet, light or dark, following the system or the person's choice."""

import re
from functools import cache, partial
from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QKeySequence, QPalette, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from journal import paths
from journal.palette import DARK, LIGHT, Palette
from journal.ui.preferences import TEXT_SIZE, TEXT_SIZES, THEME, Preferences, ThemeChoice
from journal.ui.widgets import roles

BASE_FONT_PX = 15
_HAS_KEYS = "hasSizeKeys"


class Theme(QObject):
    """The look in force. Widgets that paint themselves read it and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        roles.install()
        self._app = app
        self._preferences = preferences
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self.palette = LIGHT
        self.em = BASE_FONT_PX
        app.focusWindowChanged.connect(self._window_came)
        app.styleHints().colorSchemeChanged.connect(self.refresh)
        preferences.changed.connect(self._chosen)
        self.refresh()

    def px(self, ems: float) -> int:
        """A length in pixels that grows with the text."""
        return round(ems * self.em)

    def color(self, name: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(getattr(self.palette, name))

    @Slot()
    def refresh(self) -> None:
        """Read the choices again and dress the whole program."""
        self.palette = self._chosen_palette()
        system_px = QFontInfo(self._system_font).pixelSize()
        self.em = round(max(BASE_FONT_PX, system_px) * self._preferences.get(TEXT_SIZE) / 100)
        font = QFont(self._system_font)
        font.setPixelSize(self.em)
        self._app.setFont(font)
        self._app.setPalette(_qt_palette(self.palette))
        sheet = style_sheet(self.palette, self.em)
        if sheet != self._app.styleSheet():  # dressing every widget anew takes a while
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def add_size_keys(self, window: QWidget) -> None:
        """Let Ctrl with plus, minus and 0 change the size of the text while this window has the keyboard."""
        if window.property(_HAS_KEYS):
            return
        window.setProperty(_HAS_KEYS, True)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), window).activated.connect(partial(self.step_text_size, step))

    def step_text_size(self, step: int) -> None:
        """Take the next larger (1) or smaller (-1) size of the text, or the usual one (0)."""
        now = self._preferences.get(TEXT_SIZE)
        larger, smaller = (size for size in TEXT_SIZES if size > now), (size for size in TEXT_SIZES if size < now)
        size = TEXT_SIZE.default if not step else min(larger, default=now) if step > 0 else max(smaller, default=now)
        if size != now:
            self._preferences.set_value(TEXT_SIZE, size)

    @Slot(QWindow)
    def _window_came(self, focused: QWindow | None) -> None:
        """A window or dialog has the keyboard, which keeps it from all others."""
        for window in QApplication.topLevelWidgets() if focused is not None else ():
            if window.windowHandle() == focused:
                self.add_size_keys(window)

    @Slot(str)
    def _chosen(self, key: str) -> None:
        if key in (THEME.key, TEXT_SIZE.key):
            self.refresh()

    def system_scheme(self) -> Qt.ColorScheme:
        """Light or dark, as the system's own settings say; unknown where it has none."""
        return self._app.styleHints().colorScheme()

    def _chosen_palette(self) -> Palette:
        choice = self._preferences.get(THEME)
        if choice is ThemeChoice.SYSTEM:
            return DARK if self.system_scheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if choice is ThemeChoice.DARK else LIGHT


def _qt_palette(colors: Palette) -> QPalette:
    """Fusion's own highlighted text has too little contrast; ours sets every role that a person reads."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colors.card), QColor(colors.ground))
    for where, color in (
        (role.Window, colors.ground),
        (role.WindowText, colors.text),
        (role.Base, colors.card),
        (role.AlternateBase, colors.ground),
        (role.Text, colors.text),
        (role.PlaceholderText, colors.quiet),
        (role.Button, colors.card),
        (role.ButtonText, colors.text),
        (role.ToolTipBase, colors.text),
        (role.ToolTipText, colors.card),
        (role.Highlight, colors.primary),
        (role.HighlightedText, colors.on_primary),
        (role.Link, colors.primary),
        (role.LinkVisited, colors.primary),
        (role.Accent, colors.primary),
    ):
        palette.setColor(where, QColor(color))
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colors.quiet))
    return palette


@cache
def _template() -> str:
    return paths.resource("style.qss").read_text(encoding="utf-8")


def style_sheet(colors: Palette, em: int) -> str:
    """Return the whole window's style sheet. em: the height of its text, in pixels, that lengths are given in."""
    icons = paths.resource("icons", "dark" if colors.dark else "light").as_posix()
    sheet = Template(_template()).substitute(colors._asdict(), icons=icons)
    return re.sub(r"\b([\d.]+)em\b", lambda length: f"{round(float(length[1]) * em)}px", sheet)
