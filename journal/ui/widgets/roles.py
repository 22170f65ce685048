"""What a thing is to a screen reader, where Qt would only say that it is a text or a widget."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

_ROLE = "accessibleRole"
_HEADINGS = frozenset(("title", "brand", "heading", "tier"))
"""Roles in the style sheet that are headings."""


def set_accessible_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let a screen reader take a widget for what it is."""
    widget.setProperty(_ROLE, role.value)


class _Named(QAccessibleWidget):
    """A text is named by itself, also when it changes."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        widget = self._widget
        if kind is QAccessible.Text.Name and isinstance(widget, QLabel) and not widget.accessibleName():
            return widget.text()
        return super().text(kind)


def _interface(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_ROLE)
    if role is not None:
        return _Named(thing, QAccessible.Role(role))
    if isinstance(thing, QLabel) and thing.property("role") in _HEADINGS:
        return _Named(thing, QAccessible.Role.Heading)
    return None


_installed = False


def install() -> None:
    """Ask here first what a widget is; once for the whole program."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface)
