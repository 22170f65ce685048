"""The page on paper: one sheet whatever the journal holds, every word on it, nothing over anything else."""

import functools
import re
import stat
from dataclasses import replace
from itertools import combinations

import pypdfium2
import pytest
from diaries import at_level, day, entry, marks
from PySide6.QtCore import QRectF

from journal.analysis import progress
from journal.domain.entry import Kind
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment, TreatmentKind
from journal.outfile import FileNotWritten
from journal.report.content import build
from journal.report.options import Further, PageOptions, Part
from journal.ui.paper import pdf
from journal.ui.paper.blocks import Drawing, Frame, Words
from journal.ui.paper.layout import MARGIN
from journal.ui.paper.sheets import lay_out
from journal.ui.paper.view import PaperView
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


JOURNALS = {
    "empty": Records(),
    "one entry": Records(entries=(at_level(0, 6),)),
    "nine days": one_leg(9),
    "one leg": one_leg(),
    "no pain at all": Records(entries=tuple(entry(number) for number in range(30))),
    "only numbness": Records(
        entries=tuple(entry(number, *marks("left_sole", kind=Kind.NUMBNESS)) for number in range(30))
    ),
    "crowded": crowded(),
}
ENTRIES = JOURNALS["crowded"].entries


@functools.cache
def page_of(name, options=None):
    """The page and its progress; kept, since its pictures are drawn once."""
    records = JOURNALS[name]
    last = max((item.day for item in records.entries), default=day(0))
    found = progress.compute(records, last)
    return build(found, options), found


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
        assert squeezed(direction.sentence(leg.headline)) in text
    assert page.logged in text
    assert squeezed(page.urgent.text) in text
    assert squeezed(page.footer) in text
    assert ("SAMPLE" in text) == options.sample
    assert len(content) < 500_000
    (sheet,) = lay_out(page, paper)
    assert_tidy(sheet)


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
    assert {Part.NOTE, Part.QUESTIONS, Part.TREATMENTS} <= shortened
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
    page = build(found, replace(CHATTY, further=frozenset(Further)), records.entries)
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
        assert squeezed(direction.sentence(leg.headline)) in text
    for words in ("Then and now", "How far down", "Where it hurts", "What was tried", "My questions", "My note"):
        assert words not in text
    for part in (Part.LADDER, Part.BODY, Part.FIGURES, Part.TREATMENTS):
        page, _found = page_of("one leg", PageOptions(parts=frozenset(Part) - {part}))
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
    content = pdf.to_bytes(page_of("one leg")[0])
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
        assert direction.sentence(leg.headline) in view.accessibleDescription()
    assert image.pixelColor(rect.center().toPoint().x(), int(rect.top()) + 5).name() == "#ffffff"
    dark = sum(
        image.pixelColor(x, y).lightness() < 110
        for x in range(int(rect.left()), int(rect.right()), 2)
        for y in range(int(rect.top()), int(rect.bottom()), 2)
    )
    assert dark > 300


def test_an_urgent_sign_has_a_heavier_frame():
    calm, alarmed = (
        next(item for item in lay_out(page, "a4")[0].items if isinstance(item, Frame))
        for page in (page_of("one leg")[0], page_of("crowded")[0])
    )
    assert alarmed.thickness > calm.thickness


def test_a_long_text_is_cut_at_a_word_and_says_so():
    from journal.ui.paper.type import Paragraph, Run

    paragraph = Paragraph([Run("alpha beta gamma " * 50, 9)], 4000, most_lines=2)
    assert paragraph.lines == 2
    assert paragraph.text.endswith(" …")
    assert paragraph.text.split()[-2] in ("alpha", "beta", "gamma")
