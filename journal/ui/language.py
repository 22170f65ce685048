"""The window's one language: of its texts, its dates and numbers, and of what Qt itself says."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from journal import i18n
from journal.i18n import N_, _

_LACKED = frozenset(
    (
        # Translators: of the dialogs for files and for printing.
        N_("&Look in:"),
        N_("Files of &type:"),
        N_("Page &order:"),
        N_("Pages &per sheet:"),
        N_("Page &Set:"),
        N_("Double Sided Printing"),
        N_("Long side binding"),
        N_("Short side binding"),
    )
)
"""What Qt's own catalogues lack in one language or another."""
_installed: list[QTranslator] = []
"""Qt's own texts, as they are in force; held here, as Qt does not."""


class _Rest(QTranslator):
    """Says what Qt's own catalogue does not."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, note: str | None = None, count: int = -1) -> str | None:
        return _(text) if text in _LACKED else None


def use(language: str) -> None:
    """Speak a language from now on: what is made after this says, writes and reads everything in it.

    language: as `i18n.languages` lists it; "" for the system's own.
    """
    i18n.use_language(language or None, system=QLocale.system().uiLanguages())
    locale = QLocale(i18n.locale_name())
    QLocale.setDefault(locale)  # fields for dates and times write them as the texts do
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    qt = QTranslator()
    if qt.load(f"qtbase_{i18n.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        for part in (_Rest(), qt):  # the latter is asked first
            _installed.append(part)
            QCoreApplication.installTranslator(part)
    QGuiApplication.setLayoutDirection(locale.textDirection())
