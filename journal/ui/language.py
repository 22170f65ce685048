"""The window's one language: of its texts, its dates and numbers, and of what Qt itself says."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from journal import i18n

_installed: list[QTranslator] = []
"""Qt's own texts, as they are in force; held here, as Qt does not."""


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
        _installed.append(qt)
        QCoreApplication.installTranslator(qt)
    QGuiApplication.setLayoutDirection(locale.textDirection())
