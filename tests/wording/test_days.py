"""A day of the calendar in words."""

from datetime import UTC, date, datetime

from journal.analysis.daily import daily
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.wording.days import calendar_day

TODAY = date(2026, 11, 22)


def words(*entries, day=TODAY):
    noted = daily(entries)
    return calendar_day(day, noted[0] if noted else None, TODAY)


def an_entry(*symptoms, **changes):
    values = {"recorded_at": datetime(2026, 11, 22, 20, tzinfo=UTC), "scope": Scope.NOW, "symptoms": symptoms}
    return Entry(**(values | changes))


def test_a_logged_day_says_how_deep_how_strong_and_how_often():
    buttock, foot = Symptom("left_buttock_lower", Kind.PAIN, 5), Symptom("right_sole", Kind.NUMBNESS, 3)
    said = words(an_entry(buttock), an_entry(foot))
    assert said == ("Sunday, 22 November 2026, today: deepest buttock, hip; worst pain 5 of 10; numbness; 2 entries")


def test_no_symptoms_no_pain_not_logged_and_still_to_come_are_four_things():
    assert words(an_entry()).endswith(": no symptoms; 1 entry")
    assert words(an_entry(Symptom("left_sole", Kind.TINGLING, 2))).endswith(": no pain; tingling; 1 entry")
    assert words(day=date(2026, 11, 21)) == "Saturday, 21 November 2026: not logged"
    assert words(day=date(2026, 11, 23)) == "Monday, 23 November 2026: still to come"


def test_a_stated_half_point_is_not_rounded_away():
    assert "worst pain 4.5 of 10" in words(an_entry(pain_worst=4.5, scope=Scope.DAY))


def test_pain_without_a_place_says_so_and_figures_alone_are_no_answer():
    rated = an_entry(scope=Scope.DAY, symptoms=None, pain_worst=7)
    assert words(rated).endswith(": worst pain 7 of 10; place not given; 1 entry")
    numb = (Symptom("left_sole", Kind.NUMBNESS, 3),)
    assert words(an_entry(symptoms=numb, pain_average=2)).endswith(
        ": worst pain 2 of 10; place not given; numbness; 1 entry"
    )
    assert words(an_entry(symptoms=None, note="tired")).endswith(": nothing said about pain; 1 entry")
    assert words(an_entry(symptoms=None, pain_worst=0)).endswith(": no pain; 1 entry")


def test_a_place_said_once_that_day_or_no_symptoms_is_enough():
    evening = an_entry(scope=Scope.DAY, symptoms=None, sleep_hours=6)
    assert words(an_entry(), evening).endswith(": no symptoms; 2 entries")
    rated = an_entry(scope=Scope.DAY, symptoms=None, pain_worst=7)
    calf = an_entry(Symptom("left_calf_upper", Kind.PAIN, 4))
    assert words(calf, rated).endswith(": deepest lower leg; worst pain 7 of 10; 2 entries")
    assert words(an_entry(), rated).endswith(": worst pain 7 of 10; place not given; 2 entries")
