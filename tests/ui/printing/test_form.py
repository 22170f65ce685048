"""The form for a week on paper: one sheet in any language, the map's own outlines, every date and urgent sign on it."""

import gettext
import re
from datetime import date, timedelta
from itertools import combinations

import pypdfium2
import pytest
from PIL import ImageChops

from journal import drawing, i18n, paths
from journal.domain.redflag import RedFlag
from journal.printing import pdf
from journal.printing.blocks import Drawing, Frame, Words
from journal.printing.layout import MARGIN
from journal.printing.sheets import lay_out
from journal.printing.type import MILLIMETRE
from journal.report.form import build
from journal.wording import labels
from journal.wording.help_lines import COUNTRIES, OwnNumbers, country

pytestmark = pytest.mark.usefixtures("qapp")
FIRST = date(2026, 12, 28)


class Wordy(gettext.NullTranslations):
    """A language that needs more room for everything, in long words."""

    def __init__(self, share):
        super().__init__()
        self._share = share

    def gettext(self, message):
        return f"{message} {'Durchschnittlicherweise ' * 9}"[: round(len(message) * (1 + self._share))].strip()


@pytest.fixture(params=[0, 0.4, 0.7], ids=["English", "a long language", "a very long one"])
def language(request, monkeypatch):
    monkeypatch.setattr(i18n, "_translation", Wordy(request.param))
    return request.param


def squeezed(text):
    return re.sub(r"\s+", " ", text.replace("\ufb01", "fi").replace("\x02", "-").replace("\xa0", " ")).strip()


def opened(form, paper="a4"):
    return pypdfium2.PdfDocument(pdf.to_bytes(form, paper))


def text_of(document):
    return squeezed(document[0].get_textpage().get_text_bounded())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("code", ["XX", "CH"])
def test_it_is_one_tidy_sheet_whatever_the_language_and_the_country(language, code, paper):
    form = build(FIRST, country(code, OwnNumbers(emergency="0800 111 0 111 or the porter" if code == "CH" else "")))
    document = opened(form, paper)
    assert len(document) == 1
    document.close()
    (sheet,) = lay_out(form, paper)
    inside = sheet.size.adjusted(MARGIN - 1, MARGIN - 1, 1 - MARGIN, 1 - MARGIN)
    words = [item for item in sheet.items if isinstance(item, Words)]
    for item in sheet.items:
        if isinstance(item, Words | Drawing | Frame):
            assert inside.contains(item.rect.adjusted(1, 1, -1, -1)), item
    for item in words:
        assert not item.paragraph.cut or language > 0.5, item.paragraph.text
        assert item.paragraph.used_width <= item.paragraph.width + 1
    for one, other in combinations(words, 2):
        assert not one.rect.adjusted(1, 1, -1, -1).intersects(other.rect), (one.paragraph.text, other.paragraph.text)
    body = max((item for item in sheet.items if isinstance(item, Drawing)), key=lambda item: item.rect.height())
    assert body.rect.height() >= 80 * MILLIMETRE, "large enough to shade"


def test_every_urgent_sign_what_to_do_and_whom_to_call_stand_on_it():
    for code in COUNTRIES:
        (sheet,) = lay_out(build(FIRST, country(code)), "a4")
        text = " ".join(item.paragraph.text for item in sheet.items if isinstance(item, Words))
        for sign in RedFlag:
            assert labels.label(sign) in text
        assert f"call {country(code).emergency}" in text


def test_the_date_of_each_day_is_printed_over_the_end_of_a_year():
    document = opened(build(FIRST, country("GB")))
    text = text_of(document)
    document.close()
    for index in range(7):
        assert i18n.day(FIRST + timedelta(days=index), year=False) in text
    assert "28 Dec 2026" in text and "3 Jan 2027" in text


def test_its_outlines_are_the_map_s_own_and_vector():
    outlines = r' d="([^"]+)"'
    ours = re.findall(outlines, drawing.to_shade().decode())
    assert ours == re.findall(outlines, paths.resource("body_map.svg").read_text(encoding="utf-8"))
    document = opened(build(FIRST, country("GB")))
    kinds = [part.type for part in document[0].get_objects()]
    document.close()
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds
    assert kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_PATH) >= len(ours)


def test_it_has_no_colour():
    document = opened(build(FIRST, country("GB")))
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    red, green, blue = picture.split()
    assert ImageChops.difference(red, green).getextrema()[1] <= 2
    assert ImageChops.difference(red, blue).getextrema()[1] <= 2
    assert picture.convert("L").getextrema()[0] < 40


def test_it_looks_as_it_did(same_picture, one_face):
    for paper in ("a4", "letter"):
        document = opened(build(FIRST, country("GB")), paper)
        same_picture(f"form-{paper}", document[0].render(scale=0.75).to_pil().convert("RGB"))
        document.close()
