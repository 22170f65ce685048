"""The page says what Progress says, and leaves out what there is nothing to say about."""

import subprocess
import sys
from datetime import date, timedelta

from diaries import FIRST, at_level, day, entry, in_pain, journals, marks, moment
from hypothesis import given, settings

from journal.analysis import progress
from journal.domain.body import LEGS
from journal.domain.entry import Kind
from journal.domain.movement import MovementTry
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.report.content import build
from journal.report.options import Further, PageOptions
from journal.wording import direction, labels


@given(journals)
@settings(max_examples=25, deadline=None)
def test_every_journal_gets_a_page_with_each_legs_own_sentence(records):
    found = progress.compute(records, FIRST + timedelta(days=70))
    page = build(found)
    for leg, said in zip(LEGS, page.directions, strict=True):
        assert said.lead + said.rest == direction.sentence(found.legs[leg])
    if found.measures:
        names = [row.cells[0] for row in page.figures.rows]
        assert names == [labels.measure(item.key, item.detail) for item in found.measures]
    else:
        assert page.figures is None
    assert (page.tried is None) == (not found.treatments)


def test_an_empty_journal_has_sentences_and_no_empty_tables():
    page = build(progress.compute(Records(), day(0)))
    assert page.figures is page.tried is page.body is None
    assert page.questions == ()
    assert page.mark == page.person == page.note == ""
    assert "Not asked yet" in page.urgent.text


def test_a_change_counts_as_real_only_when_points_and_percent_both_reach_it():
    def row(then, now):
        found = progress.compute(in_pain([then] * 14 + [now] * 14), day(27))
        return build(found).figures.rows[0]

    assert row(8.0, 4.0).cells[1:] == (
        "8.0",
        "4.0",
        "−4.0 (50\N{NO-BREAK SPACE}%)",
        "2 points and 30\N{NO-BREAK SPACE}%",
    )
    assert row(8.0, 4.0).strong == 3
    assert row(8.0, 6.0).strong is None  # 2 points, but 25 %
    assert row(3.0, 2.0).strong is None  # 33 %, but 1 point
    assert row(5.0, 5.0).cells[3] == "0.0 (0\N{NO-BREAK SPACE}%)"


def test_open_urgent_signs_stand_out_and_closed_ones_say_when_they_were_asked_about():
    def notice(*signs):
        check = RedFlagCheck(checked_at=at_level(3, 1).recorded_at, signs=signs)
        return build(progress.compute(Records(entries=(at_level(0, 3),), red_flag_checks=(check,)), day(5))).urgent

    calm, open_ = notice(), notice(RedFlag.FEVER, RedFlag.BLADDER)
    assert not calm.alarming
    assert calm.text == "None reported. Last asked 5 Mar 2026."
    assert open_.alarming
    assert "urine" in open_.text
    assert "Fever" in open_.text


def test_an_urgent_sign_raised_by_a_mark_is_on_the_page_until_it_is_answered():
    marked = entry(0, *marks("saddle", kind=Kind.NUMBNESS))
    good = tuple(at_level(number, 0) for number in range(1, 30))
    notice = build(progress.compute(Records(entries=(marked, *good)), day(14))).urgent
    assert notice.alarming
    assert "genitals" in notice.text
    old = build(progress.compute(Records(entries=(marked, *good)), day(15))).urgent
    assert not old.alarming and "2 Mar 2026: was this looked at?" in old.text
    none = RedFlagCheck(checked_at=at_level(3, 1).recorded_at)
    answered = build(progress.compute(Records(entries=(marked, *good), red_flag_checks=(none,)), day(29))).urgent
    assert not answered.alarming
    assert answered.text.startswith("None now. Last asked 5 Mar 2026. Numbness")
    assert answered.text.endswith("marked 2 Mar 2026, none on 5 Mar 2026.")


def test_the_last_two_answered_signs_are_on_the_page_and_all_of_them_on_a_further_one():
    signs = RedFlag.FEVER, RedFlag.FOOT_DROP, RedFlag.NIGHT_PAIN
    checks = tuple(
        RedFlagCheck(checked_at=at_level(2 * number + closed, 1).recorded_at, signs=() if closed else (sign,))
        for number, sign in enumerate(signs)
        for closed in (0, 1)
    )
    found = progress.compute(Records(red_flag_checks=checks), day(9))
    page = build(found, PageOptions(further=frozenset({Further.FINDINGS})))
    assert "A foot that drops, or new weakness: reported 4 Mar 2026, none on 5 Mar 2026." in page.urgent.text
    assert page.urgent.text.endswith("1 earlier one, answered too.") and "Fever" not in page.urgent.text
    [section] = [section for section in page.further if section.title == "Urgent signs that were answered"]
    assert len(section.said) == 3 and section.said[-1].rest.startswith("Fever")


def test_name_birth_and_appointment_appear_only_if_given():
    found = progress.compute(Records(), day(0))
    assert build(found, PageOptions(name=" A. Patient ")).person == "A. Patient"
    whole = build(found, PageOptions(name="A. Patient", born=date(1964, 5, 1), appointment=date(2026, 11, 23)))
    assert whole.person == "A. Patient · born 1 May 1964 · for the appointment on 23 Nov 2026"
    assert "Patient" not in whole.title


def test_the_report_needs_no_window():
    script = (
        "import sys, journal.report.content; "
        "print([name for name in sys.modules if name.startswith('PySide6') or name.endswith('pyplot')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_page_with_the_notes_on_it_says_so():
    noted, silent = at_level(0, 3, note="I am so tired."), at_level(1, 3)
    with_notes = PageOptions(further=frozenset({Further.NOTES}))

    def said(options, *entries):
        return build(progress.compute(Records(entries=entries), day(5)), options, entries).notes

    assert said(with_notes, noted, silent) == "The notes of these days are on it."
    assert said(with_notes, silent) == said(PageOptions(), noted) == ""


def test_movements_tried_and_what_goes_with_worse_days_stand_on_the_page_where_there_are_any():
    assert not any("tried" in said.lead or "Worse days" in said.lead for said in build(compute_of(())).signs)
    up = (marks("left_calf_upper"), marks("left_buttock_lower"))
    tries = tuple(MovementTry(tried_at=moment(n), movement="Press-ups", before=up[0], after=up[1]) for n in range(3))
    entries = tuple(
        at_level(n, 4, intensity=pain, pain_worst=float(pain), activities=("Driving",) if pain == 8 else ())
        for n, pain in enumerate([8, 4, 4] * 20)
    )
    said = ["".join((one.lead, one.rest)) for one in build(compute_of(entries, movement_tries=tries)).signs]
    assert "Movements tried: Press-ups (3 tries): Left leg: up 3, down 0, no change 0." in said
    assert any(text.startswith("Worse days go with: Driving (worst pain +") for text in said)


def compute_of(entries, **others):
    return progress.compute(Records(entries=entries, **others), day(59))
