"""The column at the left: the pages, and help within reach from each of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from journal.i18n import _
from journal.ui.icons import icon
from journal.ui.page import PageInfo
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, SteadyButton, set_tip
from journal.ui.widgets.controls import fitted, in_a_column, label, one_tab_stop, set_property, set_style_role

_WIDE_EMS = 12.5
_LONG_EMS = 6
"""Wider words stand in two lines where the sidebar is narrow."""
_EDGE, _NARROW_EDGE = 12, 4


class Sidebar(QFrame):
    """Pages above, help below. In a narrow window the words are smaller, and nothing else changes."""

    chosen = Signal(str)
    """The key of a page."""
    struggling_asked = Signal()
    lock_asked = Signal()

    def __init__(self, theme: Theme, pages: Sequence[PageInfo], *, sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style_role(self, "sidebar")
        self._theme = theme
        self._narrow = self._tight = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._texts: dict[QPushButton, tuple[str, str]] = {}
        self._waiting: set[str] = set()
        self._brand = label(_("Sciatica\nJournal"), "brand")
        # Translators: the journal shown is a made-up sample.
        self.sample = label(_("Sample"), "sample")
        self.sample.setVisible(sample)
        sample_mark = (self.sample, Qt.AlignmentFlag.AlignLeft)
        column = self._column = in_a_column(self._brand, sample_mark, spacing=4, margins=(_EDGE, 18, _EDGE, 16))
        self.setLayout(column)
        column.addSpacing(10)
        for page in pages:
            if page.section == "top":
                column.addWidget(self._page_button(page))
        column.addStretch()
        for page in pages:
            if page.section == "bottom":
                column.addWidget(self._page_button(page))
        self._lock = self._help_button("lock", _("Lock now"), "Ctrl+L", self.lock_asked, "nav")
        self._lock.hide()
        column.addWidget(self._lock)
        column.addSpacing(8)
        for page in pages:
            if page.section == "help":
                column.addWidget(self._page_button(page))
        column.addWidget(self._help_button("struggling", _("I’m struggling"), "F3", self.struggling_asked))
        one_tab_stop(self._group)
        theme.changed.connect(self._dress)
        self._dress()

    def choose(self, key: str) -> None:
        """Show a page as the chosen one, without telling; none for a page that help leads to."""
        self._group.setExclusive(False)
        for part in self._group.buttons():
            part.setChecked(part is self._buttons.get(key))
        self._group.setExclusive(True)

    def button(self, key: str) -> QPushButton:
        """The button of a page or of help."""
        return self._buttons[key]

    def set_waiting(self, key: str, waiting: bool) -> None:
        """Put a quiet dot on a page that has something waiting, or take it away."""
        if waiting != (key in self._waiting):
            (self._waiting.add if waiting else self._waiting.discard)(key)
            self._dress_button(key)

    def set_narrow(self, narrow: bool) -> None:
        """Take little room, or as much as the words like."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def set_tight(self, tight: bool) -> None:
        """Lower the buttons and what is between them, so that all of them fit a low window."""
        if tight != self._tight:
            self._tight = tight
            self._restyle()

    def _page_button(self, page: PageInfo) -> QPushButton:
        help_ = page.section == "help"
        part = self._add(page.key, _(page.title), page.shortcut, "help" if help_ else "nav")
        if not help_:
            part.setCheckable(True)
            part.setAutoExclusive(True)  # a radio button to a screen reader
            self._group.addButton(part)
        part.clicked.connect(lambda: self.chosen.emit(page.key))
        return part

    def offer_lock(self, offered: bool) -> None:
        """Show the button that locks, where there is a passphrase."""
        self._lock.setVisible(offered)

    def _help_button(self, key: str, text: str, keys: str, asked: SignalInstance, role: str = "help") -> QPushButton:
        part = self._add(key, text, keys, role)
        part.clicked.connect(asked)
        return part

    def _add(self, key: str, text: str, keys: str, role: str) -> QPushButton:
        part = SteadyButton(text) if role == "nav" else Button(text)
        part.setShortcut(keys)
        set_style_role(part, role)
        self._buttons[key] = part
        self._texts[part] = (text, keys)
        return part

    @Slot()
    def _dress(self) -> None:
        for key in self._buttons:
            self._dress_button(key)
        self._restyle()

    def _dress_button(self, key: str) -> None:
        part, waiting = self._buttons[key], key in self._waiting
        text, _keys = self._texts[part]
        part.setIcon(icon(key, self._theme, dot=waiting))
        part.setAccessibleName(_("{page}, due").format(page=text) if waiting else text)

    def _restyle(self) -> None:
        side = self._theme.px(0.8 if self._narrow else 1.35)
        self._brand.setVisible(not self._narrow)
        set_property(self.sample, "tight", self._narrow)
        for part, (text, keys) in self._texts.items():
            set_property(part, "narrow", self._narrow)
            set_property(part, "tight", self._tight)
            part.setText(fitted(text, part, self._theme.px(_LONG_EMS)) if self._narrow else text)
            part.setIconSize(QSize(side, side))
            part.setShortcut(keys)  # a button's own text would take its shortcut away
            set_tip(part, f"{text} ({keys})")
        edge = _NARROW_EDGE if self._narrow else _EDGE
        self._column.setContentsMargins(edge, 6 if self._tight else 18, edge, 6 if self._tight else 16)
        self._column.setSpacing(2 if self._tight else 4)
        widest = max(part.sizeHint().width() for part in self._buttons.values()) + 2 * edge + 2
        self.setFixedWidth(widest if self._narrow else max(widest, self._theme.px(_WIDE_EMS)))
