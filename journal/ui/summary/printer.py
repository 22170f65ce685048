"""Printing through the system's own dialog."""

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from journal.printing.layout import SIZES, Paper
from journal.printing.painter import paint_all
from journal.printing.sheets import Document, lay_out
from journal.ui.widgets import dialogs


def print_page(page: Document, parent: QWidget | None = None, paper: Paper = "a4") -> bool:
    """Ask for a printer and print; return whether something was sent to one."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(page.title)
    printer.setPageSize(QPageSize(SIZES[paper]))
    dialog = QPrintDialog(printer, parent)
    if not dialogs.accepted(dialog):
        return False
    print_to(page, printer)
    return True


def print_to(page: Document, printer: QPrinter) -> None:
    """Print on the paper that the printer has: Letter as Letter, anything else as A4 made to fit.

    All pages, or those that were asked for in the dialog.
    """
    chosen = printer.pageLayout().pageSize().id()
    paper: Paper = "letter" if chosen == QPageSize.PageSizeId.Letter else "a4"
    printer.setFullPage(True)
    sheets = lay_out(page, paper)
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        sheets = sheets[printer.fromPage() - 1 : printer.toPage()] or sheets
    rect = printer.pageLayout().fullRectPixels(printer.resolution()).toRectF()
    size = sheets[0].size
    scale = min(rect.width() / size.width(), rect.height() / size.height())
    rect.setSize(size.size() * scale)
    paint_all(sheets, printer, rect)
