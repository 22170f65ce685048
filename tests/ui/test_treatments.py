"""The treatments page, as a person uses it: real clicks and keys, and the file is read back."""

from datetime import date, timedelta

import pytest
from diaries import at_level, entry, moment
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QScrollArea

from journal import sample
from journal.analysis.progress import compute
from journal.domain.appointment import Appointment
from journal.domain.treatment import Treatment, TreatmentEvent
from journal.exchange.json_file import read_records, write_records
from journal.exchange.results import progress_json
from journal.storage.repository import Repository
from journal.ui.main_window import MainWindow
from journal.ui.preferences import TEXT_SIZE, THEME, ThemeChoice
from journal.ui.treatments.appointment_dialog import AppointmentDialog
from journal.ui.treatments.movement_dialog import MovementDialog
from journal.ui.treatments.treatment_dialog import Lasts, TreatmentDialog
from tests.ui.conftest import NOW
from tests.ui.pointer import click, come_to_rest, key, middle

TODAY = NOW.date()
GLIDES = Treatment(kind="exercise", name="Nerve glides", dose="10 times", started_on=TODAY - timedelta(days=20))
PAST = Treatment(kind="injection", name="Injection", started_on=date(2026, 2, 2), ended_on=date(2026, 2, 2))


@pytest.fixture
def opened(open_window, qtbot):
    def open_page(*records, now=NOW) -> MainWindow:
        window = open_window(*records, now=now)
        window.go_to("treatments")
        qtbot.waitUntil(lambda: not window.session.busy)
        come_to_rest()
        return window

    return open_page


@pytest.fixture
def answering(monkeypatch):
    """Lets a dialog be filled in by a function, then closes it as that function answers."""

    def give(fill):
        def run(dialog):
            dialog.show()
            accepted = fill(dialog)
            dialog.accept() if accepted is not False else QDialog.reject(dialog)
            return dialog.result()

        for kind in (TreatmentDialog, AppointmentDialog, MovementDialog):
            monkeypatch.setattr(kind, "exec", run)

    return give


def read_back(window, journal_path):
    window.close()
    with Repository.open(journal_path, create=False) as repository:
        return repository.records()


def button(window, name):
    """A button once it shows: the rows are written anew as soon as the figures behind them are known."""

    def shown():
        QApplication.processEvents()
        parts = window.page("treatments").findChildren(QAbstractButton)
        return [part for part in parts if name in (part.accessibleName(), part.text()) and part.isVisibleTo(window)]

    for _again in range(20):
        if found := shown():
            return found[0]
        while window.session.busy:
            QApplication.processEvents()
        come_to_rest()
    raise AssertionError(f"there is no button {name!r}")


def paint(step, region, strength):
    step.brush_panel.choose_strength(strength)
    part = step.body.map.buttons(region)[0]
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=middle(part))


def test_an_empty_page_says_how_to_begin(opened):
    page = opened().page("treatments")
    assert page.none.isVisible() and not page.treatments.isVisible() and not page.when.isVisible()
    assert page.movements.none.isVisible() and page.aggravators.none.isVisible() and page.appointments.none.isVisible()
    assert not page.relapse_prevention.isVisible()


def test_a_treatment_is_added_and_undone(opened, answering, journal_path):
    window = opened()

    def fill(dialog):
        assert not dialog.save.isEnabled()
        dialog.kind.setCurrentIndex(0)
        QTest.keyClicks(dialog.name, "Ibuprofen")
        QTest.keyClicks(dialog.dose, "400 mg")
        assert dialog.save.isEnabled() and not dialog.ended.isVisible()

    answering(fill)
    click(window.page("treatments").add)
    assert [row.treatment.name for row in window.page("treatments").treatments.rows] == ["Ibuprofen"]
    click(window.notice.undo)
    assert window.page("treatments").treatments.rows == []
    click(window.page("treatments").add)
    (kept,) = read_back(window, journal_path).treatments
    assert (kept.kind, kept.name, kept.dose, kept.started_on, kept.ended_on) == (
        "medication", "Ibuprofen", "400 mg", TODAY, None,
    )  # fmt: skip


def test_an_injection_is_a_single_event(theme, qtbot):
    dialog = TreatmentDialog(theme, TODAY)
    qtbot.addWidget(dialog)
    dialog.kind.setCurrentIndex(3)
    dialog.name.setText("Steroid injection")
    assert dialog.lasts.value is Lasts.ONCE
    made = dialog.treatment()
    assert made.started_on == made.ended_on == TODAY


def test_what_is_not_changed_stays_as_it_was(theme, qtbot):
    for known in (GLIDES, PAST, Treatment(kind="rest", name="Bed", started_on=TODAY, ended_on=TODAY + timedelta(9))):
        dialog = TreatmentDialog(theme, TODAY, known)
        qtbot.addWidget(dialog)
        assert dialog.treatment() == known
    visit = Appointment(starts_at=moment(9), with_whom="Dr. Ng", questions=("Why?",), said="Go on.")
    dialog = AppointmentDialog(theme, NOW, visit)
    qtbot.addWidget(dialog)
    assert dialog.appointment() == visit


def test_deleting_takes_what_was_noted_along_and_undo_brings_all_back(opened, journal_path):
    events = [TreatmentEvent(done_at=moment(number), treatment=GLIDES.id) for number in range(3)]
    other = TreatmentEvent(done_at=moment(1), treatment=PAST.id)
    window = opened(GLIDES, PAST, *events, other)
    click(button(window, "Delete Nerve glides"))
    assert window.session.records.treatment_events == (other,)
    click(window.notice.undo)
    records = read_back(window, journal_path)
    assert len(records.treatment_events) == 4 and len(records.treatments) == 2


def test_a_treatment_ends_today_and_keeps_the_keyboard_in_its_place(opened, qtbot):
    window = opened(GLIDES)
    button(window, "Change Nerve glides").setFocus()
    click(button(window, "Nerve glides: ends today"))
    assert window.session.records.treatments[0].ended_on == TODAY
    button(window, "Nerve glides: taken or done now").setFocus()
    key(Qt.Key.Key_Space)
    assert len(window.session.records.treatment_events) == 1
    qtbot.waitUntil(lambda: not window.session.busy)
    come_to_rest()
    assert QApplication.focusWidget().accessibleName() == "Nerve glides: taken or done now"


def test_what_is_taken_is_noted_from_the_check_in(open_window, journal_path):
    window = open_window(GLIDES, PAST)
    taken = window.page("check_in").taken
    assert list(taken.chips) == [GLIDES.id] and taken.isVisibleTo(window)
    (chip,) = taken.chips.values()
    click(chip)
    click(chip)
    assert chip.text() == "Nerve glides · 2" and "2 noted today" in chip.accessibleName()
    click(window.notice.undo)
    assert chip.text() == "Nerve glides · 1"
    (event,) = read_back(window, journal_path).treatment_events
    assert (event.treatment, event.done_at) == (GLIDES.id, NOW)


def test_the_check_in_has_no_such_row_while_nothing_goes_on(open_window):
    assert not open_window(PAST).page("check_in").taken.isVisible()


def test_fourteen_days_before_and_after_stand_with_their_counts(opened, qtbot):
    start = TODAY - timedelta(days=20)
    entries = [
        at_level((TODAY - timedelta(days=n) - date(2026, 3, 2)).days, 6 if n > 20 else 4, intensity=7 if n > 20 else 3)
        for n in range(40)
        if n != 30
    ]
    window = opened(GLIDES, *entries)
    row = window.page("treatments").treatments.rows[0]
    assert "7.0 in the 14 days before and 3.0 after (13 and 14 days logged)" in row.effect.text()
    assert row.treatment.started_on == start and not row.figures.isVisible()
    click(row.more)
    assert row.figures.isVisible()
    click(button(window, "Nerve glides: taken or done now"))
    again = window.page("treatments").treatments.rows[0]
    QApplication.processEvents()
    assert again is not row and again.figures.isVisible(), "what was unfolded stays so when there is something new"
    assert ("Days logged", "13", "14", "6") in row.figures.rows
    assert ("Left leg: how far down, 0–7", "6.0", "4.0", "4.0") in row.figures.rows


def test_a_worsening_after_the_start_stands_out_on_the_page(opened, qtbot):
    start = (TODAY - timedelta(days=9) - date(2026, 3, 2)).days
    entries = [at_level(start - n, 4, intensity=3) for n in range(1, 15)]
    entries += [at_level(start + n, 4, intensity=8) for n in range(10)]
    window = opened(Treatment(kind="manual_therapy", name="Massage", started_on=TODAY - timedelta(days=9)), *entries)
    said = [part.text() for part in window.page("treatments").treatments.findChildren(QLabel)]
    assert any("9 days after Massage began" in text and "contact your clinician" in text for text in said)
    assert not any("caused by" in text for text in said)


def test_ten_tries_of_two_movements_count_the_same_on_the_page_and_in_the_json(opened, answering, journal_path):
    window = opened()
    felt = {"up": "right_thigh_outer", "down": "right_heel", "same": "right_calf_lower"}
    plan = [("Press-up", way) for way in ("up", "up", "same", "up", "down", "same")]
    plan += [("bending forward", way) for way in ("down", "down", "same", "up")]

    for movement, way in plan:

        def fill(dialog, movement=movement, way=way):
            dialog.movement.setEditText(movement)
            click(dialog.next)
            assert not dialog.next.isEnabled(), "nothing is taken for answered"
            paint(dialog.before, "right_calf_upper", 6)
            click(dialog.next)
            assert not dialog.next.isEnabled() and movement in dialog.after.heading.text()
            if way == "same":
                click(dialog.after.same)
            else:
                paint(dialog.after, felt[way], 4)
            assert dialog.outcome.text().startswith("Right leg: ")

        answering(fill)
        click(window.page("treatments").try_button)
    page = window.page("treatments").movements.table.rows
    assert page == [("Press-up", "6", "3", "2", "1"), ("bending forward", "4", "1", "1", "2")]
    records = read_back(window, journal_path)
    told = progress_json(compute(records, TODAY))["movements"]
    assert [
        (row["movement"], row["tries"], *(row["legs"]["right"][key] for key in ("up", "no_change", "down")))
        for row in told
    ] == [("Press-up", 6, 3, 2, 1), ("bending forward", 4, 1, 1, 2)]
    assert all(not any(row["legs"]["left"].values()) for row in told)
    assert read_records(write_records(records)) == records


def test_a_try_is_deleted_and_undone(opened):
    window = opened(*sample.generate(TODAY).movement_tries)
    before = window.session.records.movement_tries
    part = next(
        p
        for p in window.page("treatments").findChildren(QAbstractButton)
        if p.accessibleName().startswith("Delete the try")
    )
    click(part)
    assert len(window.session.records.movement_tries) == len(before) - 1
    click(window.notice.undo)
    assert window.session.records.movement_tries == before
    click(window.page("treatments").movements.show_all)
    assert window.page("treatments").movements.last.count() == len(before)


def test_leaving_a_try_with_marks_asks_first(theme, qtbot, questions):
    dialog = MovementDialog(theme, NOW, (), ())
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.next)
    assert not dialog.before.same.isEnabled(), "there is no earlier check-in"
    click(dialog.before.none)
    assert dialog.next.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert questions.asked and dialog.isVisible()


def test_a_try_that_brings_on_an_urgent_sign_asks_at_once(opened, answering):
    window = opened(entry(0))

    def fill(dialog):
        click(dialog.next)
        click(dialog.before.none)
        click(dialog.next)
        paint(dialog.after, "saddle", 3)

    answering(fill)
    click(window.page("treatments").try_button)
    assert window.page_key == "urgent"
    assert window.session.open_flags() and len(window.session.records.movement_tries) == 1


def test_the_next_appointments_questions_go_on_the_page_for_it(opened, answering, qtbot):
    visit = Appointment(starts_at=moment(30), with_whom="Dr. Ng", questions=("How long?", "May I run?"))
    past = Appointment(starts_at=moment(2), with_whom="Dr. Ng", questions=("Old?",), said="Walk more.")
    window = opened(entry(0), visit, past)
    said = [part.text() for part in window.page("treatments").appointments.findChildren(QLabel)]
    assert next(text for text in said if "Dr. Ng" in text).startswith("Wednesday, 1 April 2026")
    assert "Said: Walk more." in said and said.count("These questions go on the Summary page.") == 1
    window.go_to("summary")
    window.page("summary").panel.questions.setPlainText("May I run?\nWhat about sleep?")
    qtbot.waitUntil(lambda: window.page("summary").page is not None and len(window.page("summary").page.questions) == 3)
    assert window.page("summary").page.questions == ("How long?", "May I run?", "What about sleep?")
    assert "1 Apr 2026" in window.page("summary").page.person
    assert "2 questions" in window.page("summary").panel.next_label.text()


def test_an_appointment_is_added_and_changed(opened, answering, journal_path):
    window = opened()

    def fill(dialog):
        dialog.whom.setText("Physiotherapist")
        dialog.questions.setPlainText("Why?\n\n  How   long? \nWhy?")

    answering(fill)
    click(window.page("treatments").meet)
    answering(lambda dialog: dialog.said.setPlainText("Come back."))
    click(button(window, "Change the appointment of Wednesday, 1 April 2026, 09:00"))
    (kept,) = read_back(window, journal_path).appointments
    assert (kept.with_whom, kept.questions, kept.said) == ("Physiotherapist", ("Why?", "How long?"), "Come back.")


def test_once_recovered_the_card_tells_the_lighter_rhythm(opened):
    days = [*(at_level(n, 5) for n in range(20)), *(entry(n) for n in range(20, 52))]
    now = moment(59)
    window = opened(GLIDES, *days, now=now)
    card = window.page("treatments").relapse_prevention
    assert card.isVisible() and "One check-in a week" in card.sentence.text()
    assert "Nerve glides" in card.exercises.text()
    click(card.check_in)
    assert window.page_key == "check_in"


def test_what_goes_with_worse_days_stands_with_counts_and_intervals(opened):
    window = opened(*sample.generate(TODAY))
    card = window.page("treatments").aggravators
    told = progress_json(window.session.progress)["aggravators"]
    known = [row for row in told if row["same_day"]["pain"]["interval"]]
    assert [row[0] for row in card.table.rows] == [row["activity"] for row in known]
    assert card.table.rows[0][1] == "{days_with} / {days_without}".format(**known[0]["same_day"]["pain"])
    assert card.too_few.isVisibleTo(window) and "8 of each" in card.too_few.text()


def test_the_chart_says_in_words_what_it_paints(opened, qtbot):
    events = [TreatmentEvent(done_at=moment(n), treatment=GLIDES.id) for n in (10, 10, 11)]
    coming = Appointment(starts_at=moment(30))
    window = opened(entry(0), GLIDES, *events, coming)
    chart = window.page("treatments").when.view
    qtbot.waitUntil(lambda: chart.drawn)
    assert "Nerve glides: since 5 Mar 2026. Noted on 2 days." in chart.words
    assert chart.accessibleDescription() == chart.words
    assert chart.place_of(coming.day) is not None, "an appointment that near is on the chart"


@pytest.mark.parametrize("size", [100, 175])
@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_nothing_is_wider_than_a_small_window_and_every_control_has_a_name(
    opened, preferences, theme, size, look, qtbot
):
    preferences.set_value(TEXT_SIZE, size)
    preferences.set_value(THEME, look)
    window = opened(*sample.generate(TODAY))
    window.resize(1024, 700)
    come_to_rest()
    (scroll,) = window.page("treatments").findChildren(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width()
    assert window.width() == 1024
    for part in window.page("treatments").findChildren(QAbstractButton):
        assert part.accessibleName() or part.text()
        assert part.group() or part.focusPolicy() & Qt.FocusPolicy.TabFocus  # of joined buttons one is the stop
    names = [part.accessibleName() or part.text() for part in window.page("treatments").findChildren(QAbstractButton)]
    repeated = {name for name in names if names.count(name) > 1}
    assert repeated <= {"Try a movement", "Add an appointment"}
    assert window.page("treatments").when.view.accessibleName()


def test_a_search_in_the_journal_finds_treatments_tries_and_appointments_too(opened):
    window = opened(*sample.generate(TODAY))
    window.go_to("journal")
    window.page("journal").filters.words.setText("physio")
    panel = window.page("journal").entries
    assert panel.elsewhere.isVisible()
    click(panel.elsewhere)
    page = window.page("treatments")
    assert window.page_key == "treatments" and page.words.text() == "physio"
    assert [row.treatment.name for row in page.treatments.rows] == ["Physiotherapy exercises"]
    assert page.appointments.isVisibleTo(window) and not page.movements.isVisibleTo(window)
    page.words.setText("zebra")
    assert page.nothing.isVisibleTo(window) and not page.treatments.isVisibleTo(window)
    page.words.clear()
    assert len(page.treatments.rows) == 2 and page.movements.isVisibleTo(window)
    window.page("journal").filters.words.setText("zebra")
    assert panel.elsewhere.isHidden()
