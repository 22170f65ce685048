"""The page on paper: one sheet whatever the journal holds, every word on it, nothing over anything else."""

import functools
import re
import stat
from dataclasses import replace
from itertools import combinations, takewhile

import pypdfium2
import pytest
from diaries import at_level, day, entry, marks
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextLayout
from PySide6.QtPrintSupport import QPrinter

from journal.analysis import progress
from journal.domain.entry import Kind
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment, TreatmentKind
from journal.outfile import FileNotWritten
from journal.printing import pdf
from journal.printing.blocks import Drawing, Frame, Words
from journal.printing.layout import MARGIN
from journal.printing.sheets import lay_out
from journal.printing.type import Paragraph, Run
from journal.report.content import build
from journal.report.options import Further, PageOptions, PagePart
from journal.ui.summary.paper_view import PaperView, Zoom
from journal.ui.summary.printer import print_to
from journal.wording import direction

pytestmark = pytest.mark.usefixtures("qapp")

CHATTY = PageOptions(
    name="Zoë Ångström-Nguyễn",
    questions=tuple(
        "Is the long drive to work in the evening a good idea, or shall I lie down? " * 3 for _ in range(9)
    ),
    note="A very long note about everything. " * 115,
    sample=True,
)
RIGHT_TO_LEFT = PageOptions(name="מטופלת", questions=("האם מותר לי לשחות?", "هل يمكنني السباحة؟"), note="Café – naïve")


def one_leg(days=56):
    return Records(entries=tuple(at_level(number, 7 - number * 4 // days, "right") for number in range(days)))


def crowded():
    """Both legs, every table full, many treatments with long names, an urgent sign."""
    entries = tuple(
        entry(
            number,
            *marks("left_calf_upper", "right_thigh_outer", intensity=1 + number % 9),
            *marks("right_foot_top", "left_little_toe", kind=Kind.NUMBNESS),
            *marks("right_big_toe", kind=Kind.TINGLING),
            *marks("left_shin", "left_sole", kind=Kind.WEAKNESS),
            sleep_hours=6.0, sleep_disturbed=4.0, sitting_minutes=300, standing_minutes=60, walking_minutes=20,
        )
        for number in range(56)
    )  # fmt: skip
    moment = entries[0].recorded_at
    return Records(
        entries=entries,
        treatments=tuple(
            Treatment(kind=TreatmentKind.OTHER, name=f"Treatment {number} with a long name", started_on=day(number * 2))
            for number in range(24)
        ),
        strength_tests=tuple(StrengthTest(tested_at=moment, leg=leg, heel_raises=9) for leg in ("left", "right")),
        activity_ratings=tuple(
            ActivityRating(rated_at=moment, activity=f"Walk the dog round the block number {number}", ability=4)
            for number in range(8)
        ),
        red_flag_checks=(RedFlagCheck(checked_at=moment, signs=tuple(RedFlag)),),
    )


GREY = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9" fill="#ccc"/></svg>'

JOURNALS = {
    "empty": Records(),
    "one entry": Records(entries=(at_level(0, 6),)),
    "nine days": one_leg(9),
    "one leg": one_leg(),
    "ten weeks of both legs": Records(
        entries=tuple(
            entry(number, *marks("left_shin", "right_sole" if number < 35 else "right_thigh_outer"))
            for number in range(70)
        )
    ),
    "ten years": one_leg(3650),
    "no pain at all": Records(entries=tuple(entry(number) for number in range(30))),
    "only numbness": Records(
        entries=tuple(entry(number, *marks("left_sole", kind=Kind.NUMBNESS)) for number in range(30))
    ),
    "crowded": crowded(),
}
ENTRIES = JOURNALS["crowded"].entries


@functools.cache
def found_in(name):
    records = JOURNALS[name]
    last = max((item.day for item in records.entries), default=day(0))
    return progress.compute(records, last)


@functools.cache
def page_of(name, options=None, charts=False):
    """The page and its progress. charts: draw them; otherwise a grey box stands for each, which takes no time."""
    found = found_in(name)
    page = build(found, options, JOURNALS[name].entries)
    return page if charts else boxed(page), found


def boxed(page):
    def instead(picture):
        return picture and replace(picture, svg=lambda _width, _height: GREY)

    return replace(page, ladder=instead(page.ladder), body=instead(page.body))


def text_of(content):
    """The text of every page, words apart by one blank."""
    document = pypdfium2.PdfDocument(content)
    texts = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    document.close()
    return [squeezed(text) for text in texts]


def squeezed(text):
    return re.sub(r"\s+", " ", text.replace("\ufb01", "fi").replace("\x02", "-")).strip()


@pytest.mark.parametrize(("paper", "options"), [("a4", PageOptions()), ("letter", CHATTY)], ids=["a4", "chatty letter"])
@pytest.mark.parametrize("name", JOURNALS)
def test_one_sheet_with_both_sentences_and_nothing_over_anything_else(name, paper, options):
    page, found = page_of(name, options)
    content = pdf.to_bytes(page, paper)
    (text,) = text_of(content)
    for leg in found.legs.values():
        assert squeezed(direction.sentence(leg)) in text
    assert page.logged in text
    assert squeezed(page.urgent.text) in text
    assert squeezed(page.footer) in text
    assert ("SAMPLE" in text) == options.sample
    (sheet,) = lay_out(page, paper)
    assert_tidy(sheet)


@pytest.mark.parametrize("name", ["ten weeks of both legs", "crowded", "ten years"])
def test_with_its_charts_the_page_is_small_and_no_text_of_it_lies_over_another(name):
    page, _found = page_of(name, replace(CHATTY, sample=False), charts=True)
    content = pdf.to_bytes(page)
    assert len(content) < 500_000
    document = pypdfium2.PdfDocument(content)
    (sheet,) = document
    words = sheet.get_textpage()
    width, height = sheet.get_size()
    boxes = [words.get_rect(index) for index in range(words.count_rects())]
    assert len(boxes) > 50
    for left, bottom, right, top in boxes:
        assert left >= 20 and right <= width - 20 and bottom >= 20 and top <= height - 20
    boxes.sort()  # from left to right: of what follows, only what begins within a box can lie over it
    for place, one in enumerate(boxes, 1):
        for other in takewhile(lambda box, right=one[2]: box[0] < right, boxes[place:]):
            across = min(one[2], other[2]) - max(one[0], other[0])
            up = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 1.5 or up <= 1.5, (one, words.get_text_bounded(*one), words.get_text_bounded(*other))
    document.close()


def assert_tidy(sheet):
    """Nothing over anything else, nothing outside the margins, no line longer than its column."""
    margins = sheet.size.adjusted(MARGIN - 1, MARGIN - 1, 1 - MARGIN, 1 - MARGIN)
    rects = [item.rect for item in sheet.items if isinstance(item, Words | Drawing)]
    for rect in rects:
        assert margins.contains(rect), rect
    for one, other in combinations(rects, 2):
        assert not one.adjusted(1, 1, -1, -1).intersects(other), (one, other)
    for item in sheet.items:
        if isinstance(item, Words):
            assert item.paragraph.used_width <= item.paragraph.width + 1


def test_writing_from_right_to_left_finds_its_place():
    page, _found = page_of("one entry", RIGHT_TO_LEFT)
    (text,) = text_of(pdf.to_bytes(page))
    assert "Café – naïve" in text
    assert len(re.findall("[\u0590-\u05ff]", text)) > 15
    assert_tidy(*lay_out(page, "a4"))


def test_every_figure_of_the_table_can_be_found_in_the_text():
    page, _found = page_of("one leg")
    (text,) = text_of(pdf.to_bytes(page))
    for row in page.figures.rows:
        assert squeezed(" ".join(cell for cell in row.cells if cell)) in text


def test_what_has_no_room_is_counted_and_follows_in_full_where_that_is_wanted():
    page, found = page_of("crowded", CHATTY)
    (text,) = text_of(pdf.to_bytes(page, "letter"))
    shortened = lay_out(page, "letter")[0].shortened
    assert {PagePart.NOTE, PagePart.QUESTIONS, PagePart.TREATMENTS} <= shortened
    assert text.count("for which there is no room") >= 2
    page, found = page_of("crowded", replace(CHATTY, further=frozenset([Further.SHORTENED])))
    first, *further = text_of(pdf.to_bytes(page, "letter"))
    assert "on a page that follows" in first
    rest = " ".join(further)
    assert rest.count("A very long note about everything.") == 115
    assert all(squeezed(item.name) in rest for item in found.treatments)
    assert len(further) >= 2
    for number, words in enumerate((first, *further), start=1):
        assert f"Page {number} of {len(further) + 1}" in words


def test_a_short_journal_stays_one_page_even_if_what_is_shortened_should_follow():
    page, _found = page_of("one leg", PageOptions(further=frozenset([Further.SHORTENED])))
    assert len(text_of(pdf.to_bytes(page))) == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_further_pages_are_as_tidy_and_nothing_of_them_is_cut(paper):
    long = "Wrote this at night. " * 190
    records = replace(JOURNALS["crowded"], entries=(replace(JOURNALS["crowded"].entries[0], note=long), *ENTRIES[1:]))
    found = progress.compute(records, ENTRIES[-1].day)
    page = boxed(build(found, replace(CHATTY, further=frozenset(Further)), records.entries))
    sheets = lay_out(page, paper)
    assert len(sheets) > 3
    for sheet in sheets:
        assert_tidy(sheet)
    assert not any(item.paragraph.cut for sheet in sheets[1:] for item in sheet.items if isinstance(item, Words))
    text = " ".join(text_of(pdf.to_bytes(page, paper)))
    assert text.count("night.") == 190


def test_what_is_not_wanted_is_left_out_and_urgent_signs_never_are():
    bare, found = page_of("crowded", replace(CHATTY, parts=frozenset()))
    (text,) = text_of(pdf.to_bytes(bare))
    assert squeezed(bare.urgent.text) in text
    for leg in found.legs.values():
        assert squeezed(direction.sentence(leg)) in text
    for words in ("Then and now", "How far down", "Where it hurts", "What was tried", "My questions", "My note"):
        assert words not in text
    for part in (PagePart.LADDER, PagePart.BODY, PagePart.FIGURES, PagePart.TREATMENTS):
        page, _found = page_of("one leg", PageOptions(parts=frozenset(PagePart) - {part}))
        assert_tidy(*lay_out(page, "a4"))


def test_the_file_is_the_owners_alone_titled_and_replaces_the_old_one_whole(tmp_path):
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"older")
    path.chmod(0o644)
    pdf.write(page_of("one leg")[0], path, "a4")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    document = pypdfium2.PdfDocument(path)
    assert document.get_metadata_value("Title") == "Sciatica journal summary"
    assert b"/Lang (en)" in path.read_bytes()
    assert b"/DisplayDocTitle true" in path.read_bytes()
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    document.close()


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(tmp_path):
    with pytest.raises(FileNotWritten, match="nothing was written"):
        pdf.write(page_of("empty")[0], tmp_path / "missing" / "summary.pdf")


def test_fonts_are_inside_the_file():
    content = pdf.to_bytes(page_of("one leg", charts=True)[0])
    assert content.count(b"/FontDescriptor") > 0
    assert content.count(b"/FontFile") >= content.count(b"/Type /FontDescriptor")


def test_the_preview_shows_the_whole_sheet_and_says_its_sentences(qtbot):
    page, found = page_of("one leg")
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(500, 640)
    view.set_page(page, "letter")
    image = view.grab().toImage()
    rect = view.sheet_rect()
    assert QRectF(view.rect()).contains(rect)
    assert rect.height() / rect.width() == pytest.approx(11 / 8.5, rel=0.01)
    for leg in found.legs.values():
        assert direction.sentence(leg) in view.accessibleDescription()
    assert image.pixelColor(rect.center().toPoint().x(), int(rect.top()) + 5).name() == "#ffffff"
    dark = sum(
        image.pixelColor(x, y).lightness() < 110
        for x in range(int(rect.left()), int(rect.right()), 2)
        for y in range(int(rect.top()), int(rect.bottom()), 2)
    )
    assert dark > 300


@pytest.fixture
def preview(qtbot):
    """Several pages in a window."""
    page, _found = page_of("crowded", replace(CHATTY, further=frozenset(Further)))
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(500, 640)
    view.set_page(page)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_page_painted_again_much_later_needs_no_font_that_was_put_away_meanwhile():
    """Random input for minutes ended the program: a layout that is kept draws with fonts that Qt has deleted."""
    paragraph = Paragraph((Run("Right leg: moving up", 9),), 9000, most_lines=1)
    picture = QPixmap(10, 10)
    painter = QPainter(picture)
    paragraph.paint(painter, 0, 0)
    painter.end()
    assert not [name for name, value in vars(paragraph).items() if isinstance(value, QTextLayout)]


def test_keys_turn_the_pages_of_the_preview(preview, qtbot):
    last = preview.pages - 1
    assert last >= 2
    assert preview.position() == f"Page 1 of {preview.pages}"
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 1
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == last
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.page == last - 1
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 0


def test_keys_zoom_the_preview_and_the_page_in_view_stays(preview, qtbot):
    preview.turn_to(1)
    whole = preview.sheet_rect(1).width()
    qtbot.keyClick(preview, Qt.Key.Key_1)
    wide = preview.sheet_rect(1).width()
    assert preview.page == 1 and whole < wide <= preview.width()
    assert preview.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.sheet_rect(1).width() > wide and preview.page == 1
    assert preview.horizontalScrollBar().maximum() > 0
    for _press in range(9):
        qtbot.keyClick(preview, Qt.Key.Key_Minus)
    assert preview.sheet_rect(1).width() == pytest.approx(whole)
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.zoom is Zoom.PAGE and preview.page == 1


def test_every_page_is_printed_or_those_asked_for(tmp_path):
    page, _found = page_of("crowded", replace(CHATTY, further=frozenset(Further)))
    printed = []
    for first, last in ((0, 0), (2, 3)):
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / f"{first}.pdf"))
        if first:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(first, last)
        print_to(page, printer)
        printed.append(len(pypdfium2.PdfDocument(tmp_path / f"{first}.pdf")))
    assert printed == [len(lay_out(page, "a4")), 2]


def test_an_urgent_sign_has_a_heavier_frame():
    calm, alarmed = (
        next(item for item in lay_out(page, "a4")[0].items if isinstance(item, Frame))
        for page in (page_of("one leg")[0], page_of("crowded")[0])
    )
    assert alarmed.thickness > calm.thickness


def test_a_long_text_is_cut_at_a_word_and_says_so():
    from journal.printing.type import Paragraph, Run

    paragraph = Paragraph([Run("alpha beta gamma " * 50, 9)], 4000, most_lines=2)
    assert paragraph.lines == 2
    assert paragraph.text.endswith(" …")
    assert paragraph.text.split()[-2] in ("alpha", "beta", "gamma")
