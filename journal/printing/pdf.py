"""A page as a PDF: text that can be searched and read aloud, fonts inside, for its owner's eyes only."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from journal import i18n
from journal.outfile import atomic_write, disk_log
from journal.printing.application import make_application
from journal.printing.layout import SIZES, Paper
from journal.printing.painter import paint_all
from journal.printing.sheets import Document, lay_out, missing_letters
from journal.report.pdf_catalog import with_language

_DPI = 1200
_application: QGuiApplication | None = None


def write(page: Document, path: Path, paper: Paper = "a4") -> None:
    """Write the page, whole or not at all, with file mode 0600. Needs no screen.

    Raises FileNotWritten where the place cannot be written.
    """
    content = to_bytes(page, paper)
    with atomic_write(path) as unfinished:
        unfinished.write_bytes(content)


def to_bytes(page: Document, paper: Paper = "a4") -> bytes:
    """Return the PDF's content."""
    _need_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(page.title)
    writer.setCreator("Sciatica Journal")
    layout = QPageLayout(QPageSize(SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    sheets = lay_out(page, paper)
    if missing := missing_letters(sheets):
        disk_log.warning(missing)
    paint_all(sheets, writer, QRectF(0, 0, writer.width(), writer.height()))
    buffer.close()
    return with_language(bytes(buffer.data().data()), i18n.language().replace("_", "-"))


def _need_application() -> None:
    """Fonts need an application; without a window one is made that asks for no screen."""
    global _application
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = make_application(QGuiApplication)
