"""Makes Qt's application, of which there is one in a program."""

import sys
from typing import TypeVar

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

ApplicationT = TypeVar("ApplicationT", bound=QGuiApplication)


def make_application(kind: type[ApplicationT]) -> ApplicationT:
    """Make it without Qt's lines about a locale that is missing: it goes on in UTF-8, which is what a person wants."""
    before = qInstallMessageHandler(_tell)
    try:
        return kind(sys.argv[:1])
    finally:
        qInstallMessageHandler(before)


def _tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith("Detected locale") and sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)
