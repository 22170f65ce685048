"""Whom to call: each country asked for has its numbers, their source, and room for the person's own."""

import pytest

from journal.domain.redflag import Tier
from journal.wording import help_lines, redflags
from journal.wording.help_lines import ANYWHERE, COUNTRIES, OwnNumbers


@pytest.mark.parametrize(
    ("code", "emergency", "line"),
    [
        ("US", "911", "988"),
        ("CA", "911", "988"),
        ("GB", "999", "116 123"),
        ("IE", "112", "116 123"),
        ("AU", "000", "13 11 14"),
        ("NZ", "111", "1737"),
        ("DE", "112", "0800 111 0 111"),
        ("FR", "112", "3114"),
        ("ES", "112", "024"),
        ("IN", "112", "14416"),
        ("BR", "192", "188"),
    ],
)
def test_a_country_names_its_own_numbers(code, emergency, line):
    found = help_lines.country(code)
    assert found.emergency == emergency
    assert found.lines[0].number == line


@pytest.mark.parametrize("found", COUNTRIES.values(), ids=list(COUNTRIES))
def test_every_number_says_who_publishes_it(found):
    assert found.emergency_source
    assert found.lines
    assert all(line.source and line.name and help_lines.how(line) for line in found.lines)
    assert bool(found.advice) == bool(found.advice_source)
    assert help_lines.name(found)


@pytest.mark.parametrize(
    ("territory", "code"), [("GB", "GB"), ("US", "US"), ("BR", "BR"), ("JP", ANYWHERE), ("", ANYWHERE)]
)
def test_a_computer_begins_with_its_own_country(territory, code):
    assert help_lines.country_of(territory) == code
    assert help_lines.country_of(None) == ANYWHERE


def test_an_own_number_comes_first_and_the_country_s_line_stays():
    found = help_lines.country("GB", OwnNumbers(" 112 ", "Anna", "07700 900123"))
    assert found.emergency == "112"
    assert [(line.name, line.number) for line in found.lines] == [("Anna", "07700 900123"), ("Samaritans", "116 123")]


@pytest.mark.parametrize("found", COUNTRIES.values(), ids=list(COUNTRIES))
def test_the_action_names_the_local_number(found):
    assert found.emergency in redflags.full_action(Tier.EMERGENCY, found)
    assert found.emergency in redflags.tier_heading(Tier.EMERGENCY, found)
    assert found.advice in redflags.full_action(Tier.SAME_DAY, found)
