"""Progress as JSON: the names others rely on, unknown as null, and the sentences of the window."""

import json
from dataclasses import replace

from diaries import at_level, day, in_pain, journals, marks, moment
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.progress import compute
from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.flare import FlareAnswer
from journal.domain.records import Records
from journal.exchange.results import progress_json
from journal.wording import direction as words

LEG = {
    "verdict",
    "window_days",
    "days_logged",
    "change_levels",
    "probability_up",
    "interval",
    "first_day",
    "last_day",
    "sentence",
    "painful_days",
    "unknown_days",
    "level_now",
    "often",
    "earliest",
}


def test_the_names_are_those_promised():
    made = progress_json(compute(Records(tuple(at_level(n, 6 if n < 14 else 3) for n in range(28))), day(27)))
    assert {"as_of", "legs", "signs", "phase", "episodes", "recurrence", "flares", "red_flags"} <= set(made)
    assert set(made["legs"]) == {"left", "right"}
    for leg in made["legs"].values():
        assert LEG | {"longer"} <= set(leg)
        assert set(leg["longer"]) >= LEG
        assert (leg["window_days"], leg["longer"]["window_days"]) == (28, 56)
        assert leg["longer"]["told_as"] == 28, "the longer window has nothing of its own"
        assert {"verdict", "change", "probability_fewer", "then", "now", "sentence"} <= set(leg["often"])
    assert list(made["signs"]) == ["pain", "location", "sensation", "strength"]
    for sign in made["signs"].values():
        assert {"verdict", "then", "now", "sentence"} <= set(sign)
    assert {"number", "sentence"} <= set(made["phase"])


def test_the_sentence_and_the_figures_are_those_of_the_window():
    progress = compute(Records(tuple(at_level(n, 6 if n < 14 else 3) for n in range(28))), day(27))
    left, made = progress.legs[Side.LEFT].headline, progress_json(progress)["legs"]["left"]
    assert made["sentence"] == words.sentence(progress.legs[Side.LEFT])
    assert made["verdict"] == "clearly_up"
    assert made["change_levels"] == round(left.change_levels, 3)
    assert (made["first_day"], made["last_day"]) == ("2026-03-02", "2026-03-29")


def test_unknown_is_null():
    made = progress_json(compute(Records(), day(0)))
    leg = made["legs"]["left"]
    assert [leg[name] for name in ("change_levels", "probability_up", "interval", "first_day", "last_day")] == [
        None
    ] * 5
    assert [(sign["then"], sign["now"]) for sign in made["signs"].values()] == [(None, None)] * 4
    assert (made["phase"]["number"], made["recurrence"], made["episodes"]) == (None, None, [])


def test_flares_recurrence_and_red_flags_are_told():
    records = in_pain([4.0] * 10 + [0.0] * 35 + [6.0, 6.0])
    saddle = replace(records.entries[-1], symptoms=marks("saddle", kind=Kind.NUMBNESS))
    answer = FlareAnswer(answered_at=moment(46), flare_on=day(45), confirmed=False)
    made = progress_json(
        compute(replace(records, entries=(*records.entries[:-1], saddle), flare_answers=(answer,)), day(46))
    )
    assert made["recurrence"] == {"after_days": 36, "on": day(45).isoformat()}
    assert made["flares"] == [{"first": day(45).isoformat(), "last": day(46).isoformat(), "confirmed": False}]
    assert [(one["tier"], one["sign"], one["since"]) for one in made["red_flags"]] == [
        ("emergency", "saddle_numbness", day(46).isoformat())
    ]
    assert [(one["started"], one["ended"]) for one in made["episodes"]] == [
        (day(0).isoformat(), day(9).isoformat()),
        (day(45).isoformat(), None),
    ]


@settings(max_examples=15, deadline=None)
@given(journals, st.integers(0, 80))
def test_every_progress_is_json(records, as_of):
    progress = compute(records, day(as_of))
    assert json.loads(json.dumps(progress_json(progress), allow_nan=False)) == progress_json(progress)
