"""Every format alike: recognised by what is in it, read whole or refused, each row accounted for, nothing doubled."""

import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.errors import ImportRefused
from journal.domain.records import Records
from journal.exchange.importers import IMPORTERS, named, recognised
from journal.exchange.importers.answers import Answers, from_json, parse, to_json
from journal.exchange.importers.overlap import fitted, stretched
from journal.exchange.importers.reading import Ask
from journal.exchange.importers.template import template
from journal.exchange.merge import merge
from tests.exchange.importers.samples import (
    EACH,
    SAMPLES,
    TODAY,
    bearable,
    flaredown,
    own_table,
    own_workbook,
    table,
    track_and_graph,
    wide,
)

EVERY = pytest.mark.parametrize(("name", "make"), EACH, ids=[make.__name__ for _name, make in EACH])
NOT_OURS = [(name, make) for name, make in EACH if name not in ("json", "zip")]
OTHERS = pytest.mark.parametrize(("name", "make"), NOT_OURS, ids=[make.__name__ for _name, make in NOT_OURS])


def read(sample, answers=None):
    importer = recognised(sample.data)
    return importer.read(sample.data, sample.answers if answers is None else answers, TODAY)


def accounted(reading):
    lines = [row.line for row in reading.left_out]
    assert len(lines) == len(set(lines)), "a row is told once"
    assert reading.taken >= 0
    assert reading.taken + len(lines) + reading.blank == reading.rows
    assert all(row.reason and isinstance(row.what, str) for row in reading.left_out)


def test_every_importer_has_a_sample():
    assert sorted(importer.NAME for importer in IMPORTERS) == sorted(SAMPLES)


@EVERY
def test_a_file_is_recognised_by_what_is_in_it(name, make):
    assert name == recognised(make().data).NAME


@EVERY
def test_every_row_is_taken_left_out_or_blank(name, make):
    sample = make(12)
    reading = read(sample)
    assert reading.source == name
    assert reading.rows == sample.rows
    assert not reading.open
    assert len(reading.records) > 0
    accounted(reading)


@EVERY
def test_importing_twice_doubles_nothing(name, make):
    records = read(make()).records
    again = merge(records, read(make()).records)
    assert (len(again.new), again.conflicts, again.same) == (0, (), len(records))


@OTHERS
def test_two_overlapping_exports_give_what_one_export_of_all_gives(name, make):
    whole = read(make(40)).records
    journal = read(make(25)).records
    incoming = fitted(whole, journal)
    merged, longer = stretched(merge(journal, incoming))
    assert merged.conflicts == ()
    joined = journal.saving(*merged.new, *longer)
    assert Counter(joined) == Counter(whole)


@OTHERS
def test_without_answers_nothing_is_guessed_and_the_map_to_fill_in_says_what_is_open(name, make):
    sample = make()
    reading = read(sample, Answers())
    accounted(reading)
    asked = {question.ask for question in reading.open}
    assert (Ask.ZONE in asked) == (name != "trackandgraph")
    filled = template(reading, Answers(), "Europe/London")
    assert len(filled["open"]) == len(reading.open)
    answered = from_json(filled["answers"])
    assert not {question.name for question in reading.open if question.ask is Ask.NAME} & set(answered.names)


@OTHERS
def test_answers_are_the_same_after_they_were_kept(name, make):
    answers = make().answers
    assert from_json(to_json(answers)) == answers


@OTHERS  # ours are read at once
def test_stopping_half_way_raises_and_gives_nothing(name, make):
    class Stopped(Exception):
        pass

    def stop(_done, _total):
        raise Stopped

    with pytest.raises(Stopped):
        named(name).read(make(600).data, make().answers, TODAY, stop)


@OTHERS
def test_rows_of_days_to_come_are_left_out(name, make):
    sample = make(4)
    reading = named(name).read(sample.data, sample.answers, None)
    first = min(entry.day for entry in reading.records.entries)
    early = named(name).read(sample.data, sample.answers, first)
    assert {entry.day for entry in early.records.entries} <= {first}
    assert "future_date" in {row.reason for row in early.left_out}
    accounted(early)


def spoil(data, cuts):
    """Damage some bytes, as a broken disk or a clumsy editor does."""
    spoilt = bytearray(data)
    for place, byte, kind in cuts:
        at = place % max(1, len(spoilt))
        if kind == 0:
            spoilt[at:at] = bytes([byte])
        elif kind == 1 and len(spoilt) > 1:
            del spoilt[at]
        elif kind == 2 and spoilt:
            spoilt[at] = byte
        else:
            del spoilt[at + 1 :]
    return bytes(spoilt)


CUTS = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255), st.integers(0, 3)), min_size=1, max_size=6)


@settings(max_examples=150)
@given(st.sampled_from(EACH), CUTS)
def test_a_spoilt_file_is_refused_in_a_sentence_or_every_row_accounted_for(each, cuts):
    name, make = each
    sample = make(8)
    data = spoil(sample.data, cuts)
    for importer in {named(name), recognised(data) or named(name)}:
        try:
            reading = importer.read(data, sample.answers, TODAY)
        except ImportRefused as error:
            assert str(error).endswith(".") and "\n" not in str(error)
        else:
            accounted(reading)
            assert isinstance(reading.records, Records)
            merge(reading.records, reading.records)


@settings(max_examples=150)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_file_at_all_is_refused_or_accounted_for(data):
    for importer in IMPORTERS:
        try:
            accounted(importer.read(data, Answers(zone="Europe/London", side="left"), TODAY))
        except ImportRefused as error:
            assert "\n" not in str(error)


TABLES = (bearable, flaredown, own_table, track_and_graph, wide)
CELLS = st.text("0123456789.,:;/- abcdefg\"'\n\\|éßLR", max_size=12)


@settings(max_examples=150)
@given(
    st.sampled_from([(name, make) for name, make in EACH if make in TABLES]),
    st.lists(st.lists(CELLS, max_size=10), max_size=12),
)
def test_rows_of_anything_are_accounted_for_line_by_line(each, rows):
    name, make = each
    sample = make(2)
    reading = named(name).read(sample.data + table(rows), replace(sample.answers, date_order="dmy"), TODAY)
    accounted(reading)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nonsense", "not JSON"),
        ("[1]", "no answers"),
        ('{"side": "up"}', "side"),
        ('{"names": {"Calf": ["left_elbow"]}}', "Calf"),
        ('{"columns": {"colour": "x"}}', "colour"),
        ('{"words": {"mild": 12}}', "mild"),
        ('{"scale": "big"}', "scale"),
    ],
)
def test_a_map_that_cannot_be_is_refused_by_name(text, problem):
    with pytest.raises(ImportRefused, match=problem):
        parse(text)


def test_words_in_brackets_and_after_a_comma_are_remarks():
    found = from_json({"date_order": "mdy (decided by 3/14/2026)", "scale": "0/1: yes counts as 5 (asked)"})
    assert (found.date_order, found.scale, found.yes) == ("mdy", "0/1", 5)
    assert from_json({"date_order": "dmy, decided by line 4; never asked"}).date_order == "dmy"
    assert from_json({"times": {"all day": "20:00 (scope day)"}}).times == {"all day": "20:00"}


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (300 * 1024 * 1024))
    with pytest.raises(ImportRefused, match="more than any diary"):
        named("table").read(target.getvalue(), Answers())


def test_a_workbook_with_entities_is_refused():
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    with pytest.raises(ImportRefused, match="damaged or protected"):
        named("table").read(target.getvalue(), Answers())


def test_a_large_workbook_is_recognised_by_its_beginning():
    data = own_workbook(40).data
    assert [importer.NAME for importer in IMPORTERS if importer.recognises(data[: len(data) // 2])] == ["table"]
