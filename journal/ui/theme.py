"""How everything looks: palette, sizes and style sheet, light or dark, following the system or the person's choice."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from journal import paths
from journal.palette import DARK, LIGHT, Palette
from journal.ui.preferences import TEXT_SIZE, THEME, Preferences, ThemeChoice

BASE_FONT_PX = 15


class Theme(QObject):
    """The look in force. Widgets that paint themselves read it and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self.palette = LIGHT
        self.em = BASE_FONT_PX
        if not app.styleSheet():  # else an earlier theme has set it; a style sheet hides the style's name
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.refresh)
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
        sheet = _style_sheet(self.palette, self.em)
        if sheet != self._app.styleSheet():  # dressing every widget anew takes a while
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _system_scheme(self) -> Qt.ColorScheme:
        return self._app.styleHints().colorScheme()

    def _chosen_palette(self) -> Palette:
        choice = self._preferences.get(THEME)
        if choice is ThemeChoice.SYSTEM:
            return DARK if self._system_scheme() is Qt.ColorScheme.Dark else LIGHT
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


def _style_sheet(c: Palette, em: int) -> str:
    def px(ems: float) -> str:
        return f"{round(ems * em)}px"

    def icon(name: str) -> str:
        return paths.resource("icons", "dark" if c.dark else "light", f"{name}.svg").as_posix()

    return f"""
    QWidget {{ color: {c.text}; }}
    QMainWindow, QDialog, QStackedWidget {{ background: {c.ground}; }}
    QToolTip {{ color: {c.card}; background: {c.text}; border: none; padding: {px(0.3)}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: {px(0.8)}; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(0.8)}; margin: 0; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: {px(0.3)}; min-height: {px(2)}; margin: 2px; }}
    QScrollBar::handle:hover {{ background: {c.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; border: none; height: 0; width: 0; }}

    QFrame[role="card"] {{ background: {c.card}; border: 1px solid {c.border}; border-radius: {px(0.75)}; }}
    QFrame[role="strip"] {{ background: {c.tint}; border: none; border-radius: {px(0.65)}; }}
    QFrame[role="strip"][mood="down"] {{ background: {c.down_tint}; }}
    QFrame[role="strip"][mood="quiet"] {{ background: {c.card}; border: 1px solid {c.border}; }}
    QFrame[role="urgent"] {{ background: {c.down_tint}; border: 2px solid {c.down}; border-radius: {px(0.65)}; }}
    QFrame[role="urgent"][mood="soon"] {{ background: {c.card}; border: 1px solid {c.border}; }}
    QFrame[role="card"][mood="urgent"] {{ background: {c.down_tint}; border: 2px solid {c.down}; }}
    QFrame[role="question"] {{ border: 2px solid transparent; border-radius: {px(0.5)}; }}
    QFrame[role="question"]:hover {{ background: {c.tint}; }}
    QFrame[role="question"][ticked="true"] {{ background: {c.tint}; border-color: {c.primary}; }}
    QFrame[role="strip"] QLabel[tight="true"] {{ font-size: {px(0.85)}; }}
    QFrame[role="notice"] {{ background: {c.text}; border-radius: {px(0.65)}; }}
    QFrame[role="notice"] QLabel {{ color: {c.ground}; }}
    QFrame[role="notice"] QPushButton {{ color: {c.ground}; background: transparent; border: 1px solid {c.ground};
        font-weight: 600; }}
    QFrame[role="sidebar"] {{ background: {c.ground}; border: none; border-right: 1px solid {c.border}; }}
    QFrame[role="hint"] {{ background: {c.text}; border: none; border-radius: {px(0.4)}; }}
    QFrame[role="hint"] QLabel {{ color: {c.card}; font-size: {px(0.92)}; }}
    QFrame[role="line"] {{ background: {c.border}; border: none; max-height: 1px; min-height: 1px; }}

    QLabel {{ background: transparent; }}
    QLabel[role="title"] {{ font-size: {px(1.4)}; font-weight: 600; }}
    QLabel[role="brand"] {{ font-size: {px(1.15)}; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {px(0.95)}; font-weight: 600; color: {c.quiet}; }}
    QLabel[role="quiet"] {{ color: {c.quiet}; font-size: {px(0.92)}; }}
    QLabel[role="lead"] {{ font-size: {px(1.1)}; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="strong"][mood="urgent"] {{ color: {c.down}; }}
    QLabel[role="action"] {{ font-size: {px(1.6)}; font-weight: 600; }}
    QLabel[role="action"][mood="urgent"] {{ color: {c.down}; }}
    QLabel[role="number"] {{ font-size: {px(1.5)}; font-weight: 600; color: {c.primary}; }}
    QLabel[role="tier"] {{ font-size: {px(1.05)}; font-weight: 600; padding: {px(0.2)} 0; }}
    QLabel[role="tier"][tier="emergency"] {{ color: {c.down}; }}
    QLabel[role="sample"] {{ color: {c.on_primary}; background: {c.down}; border-radius: {px(0.3)};
        padding: {px(0.15)} {px(0.5)}; font-weight: 600; }}
    QLabel[role="sample"][tight="true"] {{ font-size: {px(0.65)}; padding: 2px; }}

    QPushButton, QToolButton {{ background: {c.card}; border: 1px solid {c.border}; border-radius: {px(0.6)};
        padding: {px(0.55)} {px(0.9)}; min-height: {px(1.3)}; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {c.primary}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {c.tint}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.primary}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.quiet}; background: {c.ground}; }}
    QPushButton[role="primary"] {{ background: {c.primary}; color: {c.on_primary}; border: 2px solid {c.primary};
        font-weight: 600; padding: {px(0.7)} {px(1.2)}; }}
    QPushButton[role="primary"]:hover {{ border-color: {c.text}; }}
    QPushButton[role="primary"]:focus {{ border-color: {c.text}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.border}; border-color: {c.border}; color: {c.quiet}; }}
    QFrame[role="aside"] {{ background: {c.tint}; border: none; border-radius: {px(0.5)}; }}
    QPushButton[role="small"] {{ padding: {px(0.2)} {px(0.7)}; font-weight: 600; }}
    QPushButton[role="strong"] {{ font-weight: 600; padding: {px(0.55)} {px(0.8)}; }}
    QPushButton[role="link"] {{ border: 2px solid transparent; background: transparent; color: {c.primary};
        padding: {px(0.2)}; text-decoration: underline; text-align: left; }}
    QPushButton[role="link"]:focus {{ border: 2px solid {c.primary}; }}
    QPushButton[role="nav"] {{ border: 2px solid transparent; background: transparent; text-align: left;
        color: {c.quiet}; padding: {px(0.6)} {px(0.7)}; }}
    QPushButton[role="nav"]:hover {{ background: {c.tint}; }}
    QPushButton[role="nav"]:checked {{ background: {c.tint}; color: {c.primary}; font-weight: 600; }}
    QPushButton[role="nav"]:focus {{ border-color: {c.primary}; }}
    QPushButton[role="brush"] {{ text-align: left; border: 2px solid {c.border}; padding: {px(0.55)} {px(0.8)}; }}
    QPushButton[role="brush"][tight="true"] {{ font-size: {px(0.85)}; padding: {px(0.45)} {px(0.3)}; }}
    QPushButton[role="brush"]:checked {{ border-color: {c.primary}; background: {c.tint}; font-weight: 600; }}
    QPushButton[role="brush"]:focus {{ border-color: {c.text}; }}
    QPushButton[role="nav"][tight="true"], QPushButton[role="help"][tight="true"] {{ padding: {px(0.25)} {px(0.7)};
        min-height: {px(1.35)}; }}
    QPushButton[role="help"] {{ text-align: left; padding: {px(0.55)} {px(0.7)}; }}
    QPushButton[role="place"] {{ border: 2px solid transparent; border-radius: {px(0.4)}; padding: 0; }}
    QPushButton[role="place"]:hover {{ background: {c.tint}; }}
    QPushButton[role="place"]:focus {{ border-color: {c.primary}; }}
    QToolButton[role="remove"] {{ border: 2px solid transparent; background: transparent; color: {c.quiet};
        padding: {px(0.2)} {px(0.4)}; }}
    QToolButton[role="remove"]:hover {{ color: {c.down}; }}
    QToolButton[role="remove"]:focus {{ border-color: {c.primary}; }}
    QPushButton[role="segment"] {{ border-radius: 0; padding: {px(0.45)} {px(0.7)}; border: 2px solid {c.border};
        margin-left: -2px; }}
    QPushButton[role="segment"][place="first"] {{ border-top-left-radius: {px(0.55)};
        border-bottom-left-radius: {px(0.55)}; margin-left: 0; }}
    QPushButton[role="segment"][place="last"] {{ border-top-right-radius: {px(0.55)};
        border-bottom-right-radius: {px(0.55)}; }}
    QPushButton[role="segment"]:checked {{ background: {c.primary}; color: {c.on_primary}; border-color: {c.primary};
        font-weight: 600; }}
    QPushButton[role="segment"]:focus {{ border-color: {c.text}; }}
    QPushButton[role="scale"] {{ padding: {px(0.45)} 0; min-width: {px(1.7)}; border-radius: {px(0.45)}; }}
    QPushButton[role="scale"]:checked {{ background: {c.primary}; color: {c.on_primary}; border-color: {c.primary};
        font-weight: 600; }}
    QPushButton[role="scale"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[role="count"] {{ background: {c.primary}; color: {c.on_primary}; border: 2px solid {c.primary};
        font-weight: 600; font-size: {px(1.25)}; min-width: {px(7)}; padding: {px(0.9)} {px(1.6)}; }}
    QPushButton[role="count"]:focus {{ border-color: {c.text}; }}
    QPushButton[role="count"]:disabled {{ background: {c.border}; border-color: {c.border}; color: {c.quiet}; }}
    QPushButton[role="clock"] {{ min-width: {px(6)}; }}
    QPushButton[role="chip"] {{ border-radius: {px(1.0)}; padding: {px(0.3)} {px(0.8)}; }}
    QPushButton[role="chip"]:checked {{ background: {c.tint}; border: 2px solid {c.primary}; font-weight: 600; }}
    QPushButton[role="chip"]:focus {{ border: 2px solid {c.primary}; }}

    QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit {{
        background: {c.card}; border: 1px solid {c.quiet}; border-radius: {px(0.45)}; padding: {px(0.4)} {px(0.5)};
        selection-background-color: {c.primary}; selection-color: {c.on_primary};
        placeholder-text-color: {c.quiet}; }}
    QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
    QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus {{ border: 2px solid {c.primary}; }}
    QComboBox QAbstractItemView {{ background: {c.card}; color: {c.text}; border: 1px solid {c.border};
        selection-background-color: {c.tint}; selection-color: {c.text}; }}
    QListView[role="list"] {{ background: {c.card}; border: 1px solid {c.border}; border-radius: {px(0.45)};
        outline: none; padding: {px(0.2)}; }}
    QListView[role="list"]::item:selected {{ background: {c.tint}; color: {c.text}; }}
    QTableView[role="table"] {{ background: {c.card}; border: 1px solid {c.border}; border-radius: {px(0.45)};
        outline: none; selection-background-color: {c.tint}; selection-color: {c.text}; }}
    QTableView[role="table"]:focus {{ border: 1px solid {c.primary}; }}
    QTableView[role="table"]::item {{ padding: 0 {px(0.6)}; }}
    QTableView[role="table"]::item:selected {{ background: {c.tint}; color: {c.text}; }}
    QTableView[role="table"] QHeaderView {{ background: transparent; }}
    QTableView[role="table"] QHeaderView::section {{ background: transparent; border: none;
        border-bottom: 1px solid {c.border}; color: {c.quiet}; padding: {px(0.4)} {px(0.6)}; font-weight: 600; }}
    QListView, QTableView[role="calendar"] {{ background: transparent; border: none; outline: none; }}
    QListView:focus, QTableView[role="calendar"]:focus {{ border: 1px solid {c.primary}; border-radius: {px(0.5)}; }}
    QScrollArea[role="reading"]:focus {{ border: 1px solid {c.primary}; border-radius: {px(0.3)}; }}
    QStackedWidget[role="inside"] {{ background: transparent; }}
    QTableView[role="calendar"] {{ selection-background-color: transparent; }}
    QTableView[role="calendar"] QHeaderView, QTableView[role="calendar"] QHeaderView::section {{
        background: transparent; border: none; color: {c.quiet}; font-size: {px(0.85)}; padding: {px(0.2)} 0; }}
    QTextEdit[role="prose"] {{ background: transparent; border: none; padding: 0; }}
    QTextEdit[role="prose"]:focus {{ border: 1px solid {c.primary}; }}
    QPushButton[role="step"] {{ padding: {px(0.2)} {px(0.5)}; min-width: {px(0.9)}; font-weight: 600; }}
    QMenu {{ background: {c.card}; border: 1px solid {c.border}; padding: {px(0.3)}; }}
    QMenu::item {{ padding: {px(0.4)} {px(1)}; border-radius: {px(0.3)}; }}
    QMenu::item:selected {{ background: {c.tint}; color: {c.text}; }}
    QCheckBox, QRadioButton {{ spacing: {px(0.5)}; padding: {px(0.2)}; background: transparent; }}
    QCheckBox:focus, QRadioButton:focus {{ outline: none; color: {c.primary}; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {px(1.15)}; height: {px(1.15)}; background: {c.card};
        border: 2px solid {c.quiet}; border-radius: {px(0.3)}; }}
    QRadioButton::indicator {{ border-radius: {px(0.7)}; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus,
    QRadioButton::indicator:focus {{ border-color: {c.primary}; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {c.primary};
        border-color: {c.primary}; }}
    QCheckBox::indicator:checked {{ image: url({icon("check")}); }}
    QRadioButton::indicator:checked {{ image: url({icon("dot")}); }}
    QComboBox::drop-down, QDateEdit::drop-down, QTimeEdit::drop-down, QDateTimeEdit::drop-down {{ border: none;
        width: {px(1.8)}; }}
    QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{ image: url({icon("down")});
        width: {px(1)}; height: {px(1)}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent;
        width: {px(1.8)}; subcontrol-origin: border; }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QAbstractSpinBox::up-arrow {{ image: url({icon("up")}); width: {px(0.9)}; height: {px(0.9)}; }}
    QAbstractSpinBox::down-arrow {{ image: url({icon("down")}); width: {px(0.9)}; height: {px(0.9)}; }}
    """
