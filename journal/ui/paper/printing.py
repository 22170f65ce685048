"""Printing through the system's own dialog."""

from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from journal.report.content import Page
from journal.ui.paper.layout import SIZES, Paper, lay_out
from journal.ui.paper.painter import paint


def print_page(page: Page, parent: QWidget | None = None, paper: Paper = "a4") -> bool:
    """Ask for a printer and print; return whether something was sent to one."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(page.title)
    printer.setPageSize(QPageSize(SIZES[paper]))
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_to(page, printer)
    return True


def print_to(page: Page, printer: QPrinter) -> None:
    """Print on the paper that the printer has: Letter as Letter, anything else as A4 made to fit."""
    chosen = printer.pageLayout().pageSize().id()
    paper: Paper = "letter" if chosen == QPageSize.PageSizeId.Letter else "a4"
    printer.setFullPage(True)
    sheet = lay_out(page, paper)
    painter = QPainter(printer)
    rect = printer.pageLayout().fullRectPixels(printer.resolution()).toRectF()
    scale = min(rect.width() / sheet.size.width(), rect.height() / sheet.size.height())
    rect.setSize(sheet.size.size() * scale)
    try:
        paint(sheet, painter, rect)
    finally:
        painter.end()
