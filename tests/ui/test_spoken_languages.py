"""In each language that there are texts in: no English is left, every page fits, the paper stays one page."""

import re
from datetime import date

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from journal import i18n, sample
from journal.analysis.progress import compute
from journal.domain.records import Records
from journal.printing import pdf
from journal.report.content import build
from journal.report.options import Further, PageOptions
from journal.ui import language
from journal.ui.importing.step import Step
from journal.ui.preferences import TEXT_SIZE
from tests import pseudo
from tests.ui.conftest import NOW
from tests.ui.test_languages import cut_off_in_dialog, dialogs, in_dialogs, said
from tests.ui.test_look import cut_off_on_pages

LAST_DAY = date(2026, 3, 25)
SPOKEN = [name for name in i18n.languages() if name != i18n.SOURCE]


@pytest.fixture(params=SPOKEN)
def spoken(qapp, request):
    """Speaks one language, and English again at the end."""
    language.use(request.param)
    yield request.param
    language.use("en")


def english(texts):
    """Those that the catalogue says otherwise, and the dots and braces that no sentence should have."""
    whole = {text for _context, text in pseudo.texts() if isinstance(text, str) and " " in text and "{" not in text}
    left = [text for text in texts if text in whole and i18n._(text) != text]
    return left + [text for text in texts if re.search(r"(?<!\.)\.\.(?!\.)|\{\w+\}", text)]


def test_every_page_is_in_the_language_and_fits(spoken, open_window, preferences):
    preferences.set_value(TEXT_SIZE, 200)
    window = open_window(*sample.generate(LAST_DAY), now=NOW)
    troubles = []
    for size in (200, 100):
        preferences.set_value(TEXT_SIZE, size)
        troubles += [f"{size} % {what}" for what in cut_off_on_pages(window, 1024, 700)]
    troubles += english([text for part in (window, *window.findChildren(QWidget)) for text in said(part)])
    assert troubles == [], "\n".join(troubles)


@pytest.mark.usefixtures("small_screen")
def test_every_dialog_is_in_the_language_and_fits(spoken, open_window, theme, preferences, journal_path):
    preferences.set_value(TEXT_SIZE, 200)
    window = open_window(*sample.generate(LAST_DAY), now=NOW)

    def look(dialog):
        texts = [text for part in (dialog, *dialog.findChildren(QWidget)) for text in said(part)]
        return [*english(texts), *cut_off_in_dialog(dialog)]

    troubles = in_dialogs(window, dialogs(window, theme, preferences, journal_path), look)
    assert troubles == [], "\n".join(troubles)


def test_the_dialog_for_files_is_in_the_language_too(spoken, qtbot):
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = {part.text() for part in dialog.findChildren(QLabel)}
    assert len(said) == 3
    assert said.isdisjoint({"&Look in:", "File &name:", "Files of &type:"})


def test_the_way_back_in_an_import_is_no_side_of_the_body(spoken):
    assert Step("").back_button.text() == i18n.pgettext("to the step before", "Back") != i18n._("Back")


def test_the_paper_is_in_the_language_and_stays_one_page(spoken):
    records = Records().saving(*sample.generate(LAST_DAY))
    found = compute(records, LAST_DAY)
    assert len(pypdfium2.PdfDocument(pdf.to_bytes(build(found)))) == 1
    content = pdf.to_bytes(build(found, PageOptions(further=frozenset(Further)), records.entries))
    assert f"/Lang ({spoken.replace('_', '-')})".encode() in content
    lines = [
        line for page in pypdfium2.PdfDocument(content) for line in page.get_textpage().get_text_bounded().splitlines()
    ]
    assert english([line.strip() for line in lines]) == []
