"""The page looks as it did: on both papers, on further pages, and in the preview in light and dark."""

import io
from datetime import date
from functools import cache

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from journal import sample
from journal.analysis import progress
from journal.printing.painter import paint
from journal.printing.sheets import lay_out
from journal.report.content import build
from journal.report.options import Further, PageOptions
from journal.ui.preferences import THEME, ThemeChoice
from journal.ui.summary.paper_view import PaperView
from journal.ui.widgets.controls import Card

LAST = date(2026, 11, 22)
WIDTH = 620


@cache
def page():
    records = sample.generate(LAST)
    options = PageOptions(
        name="Zoë Ångström-Nguyễn",
        born=date(1964, 5, 1),
        appointment=date(2026, 11, 29),
        questions=records.appointments[-1].questions,
        sample=True,
        further=frozenset([Further.FINDINGS, Further.NOTES]),
    )
    return build(progress.compute(records, LAST), options, records.entries)


def picture_of(image):
    """Qt's image as Pillow's."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))


def painted(sheet):
    rect = QRectF(0, 0, WIDTH, round(WIDTH * sheet.size.height() / sheet.size.width()))
    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        paint(sheet, painter, rect)
    finally:
        painter.end()
    return picture_of(image)


@pytest.fixture(autouse=True)
def fresh_pages(one_face):
    """Laid out in the one face, and in no other test's."""
    page.cache_clear()
    yield
    page.cache_clear()


def test_the_page_and_what_follows_look_as_they_did(same_picture):
    first, second, *_rest = lay_out(page(), "a4")
    same_picture("page-a4", painted(first))
    same_picture("page-2-a4", painted(second))
    same_picture("page-letter", painted(lay_out(page(), "letter")[0]))


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_preview_looks_as_it_did(choice, theme, preferences, qtbot, same_picture):
    preferences.set_value(THEME, choice)
    card = Card()
    qtbot.addWidget(card)
    view = PaperView()
    card.body.addWidget(view)
    card.resize(460, 600)
    view.set_page(page())
    card.show()
    qtbot.waitExposed(card)
    same_picture(f"preview-{choice.value}", picture_of(card.grab().toImage()))
