"""A form in a dialog: a heading, fields with their names, and what is answered below."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.controls import button, column_of, in_a_row, label
from journal.ui.widgets.dialogs import ScrollingDialog


class FormDialog(ScrollingDialog):
    """Accepted by Save."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._theme = theme
        self.form = QFormLayout()
        self.save = button(_("Save"), self.accept, "primary")
        self.save.setDefault(True)

    def lay_out(self, *fields: QWidget, wrap: QFormLayout.RowWrapPolicy, spacing: int) -> None:
        """Put the fields under the heading, each with its accessible name, and the buttons under them."""
        self.form.setRowWrapPolicy(wrap)
        self.form.setVerticalSpacing(spacing)
        for field in fields:
            self.form.addRow(label(field.accessibleName()), field)
        content = column_of(label(self.windowTitle(), "title"), self.form, None, spacing=spacing + 4, right=6)
        answers = in_a_row(None, button(_("Cancel"), self.reject), self.save, spacing=spacing + 4)
        self.lay_out_within_screen(self._theme.px(30), content, answers)


def line_field(name: str, text: str = "") -> QLineEdit:
    """A field for a line."""
    field = QLineEdit(text)
    field.setAccessibleName(name)
    return field


def text_field(name: str, height: int, text: str = "") -> QPlainTextEdit:
    """A field for some lines; Tab leaves it."""
    field = QPlainTextEdit(text)
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(height)
    return field
