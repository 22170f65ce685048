"""Where this person is: the environment says, else the system's own settings, asked once for all."""

import errno
import os
from datetime import date, time

import pytest

from journal import i18n
from journal.domain.errors import reason_of
from journal.wording import help_lines


@pytest.fixture
def started(monkeypatch):
    """Start with an environment of one's own; double-clicked programs often have none."""

    def start(system=(), **environment):
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        i18n.use_language(system=system)

    return start


@pytest.mark.parametrize(
    ("system", "written", "begins", "country"),
    [
        (("en-US", "en"), "8:30\N{NARROW NO-BREAK SPACE}PM", 6, "US"),
        (("en-GB",), "20:30", 0, "GB"),
        (("de-DE", "en-US"), "20:30", 0, "DE"),
        (("en",), "20:30", 0, ""),
        (("zh-Hant-TW",), "20:30", 0, "TW"),
        ((), "20:30", 0, ""),
    ],
)
def test_a_double_click_finds_the_country_the_week_and_the_clock(started, system, written, begins, country):
    started(system)
    assert i18n.territory() == country
    if country in ("TW",):
        return  # its clock and week are CLDR's to know
    assert i18n.clock(time(20, 30)) == written
    assert i18n.first_weekday() == begins


def test_the_environment_goes_before_the_system(started):
    started(("en-US",), LANG="en_GB.UTF-8")
    assert (i18n.territory(), i18n.clock(time(20, 30)), i18n.locale_name()) == ("GB", "20:30", "en_GB")


def test_the_one_setting_for_everything_goes_before_the_one_for_times(started):
    started(LC_ALL="en_US.UTF-8", LC_TIME="en_GB.UTF-8", LANG="en_AU.UTF-8")
    assert i18n.territory() == "US"
    started(LC_TIME="en_GB.UTF-8", LANG="en_AU.UTF-8")
    assert i18n.territory() == "GB"


@pytest.mark.parametrize("name", ["C", "C.UTF-8", "POSIX", "", "en", "???", "_"])
def test_a_computer_that_names_no_country_has_no_country_s_numbers(started, name):
    started(LANG=name)
    assert i18n.territory() == ""
    assert help_lines.country_of(i18n.territory()) == help_lines.ANYWHERE
    assert i18n.language() == "en"


def test_the_system_s_reasons_are_said_in_the_language(started):
    started(LANG="de_DE.UTF-8")
    for number in (errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EROFS, errno.EIO):
        assert reason_of(OSError(number, "")) != os.strerror(number)


def test_french_and_portuguese_write_the_first_of_a_month_as_such_and_no_other_day(started):
    started(LANG="fr_FR")
    first, eleventh = date(2026, 10, 1), date(2026, 10, 11)
    assert (i18n.day(first), i18n.day(eleventh)) == ("1er oct. 2026", "11 oct. 2026")
    assert i18n.weekday(first) == "jeudi 1er octobre 2026"
    assert i18n.span(first, date(2026, 11, 1)).replace("\N{THIN SPACE}", " ") == "1er oct. – 1er nov. 2026"
    started(LANG="pt_BR")
    assert (i18n.day(first), i18n.day(eleventh)) == ("1º de out. de 2026", "11 de out. de 2026")
    started(LANG="es_ES")
    assert i18n.day(first) == "1 oct 2026"


@pytest.mark.parametrize(
    ("language", "joined"),
    [
        ("en_GB", "a, b, c"),
        ("de_DE", "a, b und c"),
        ("de_AT", "a, b und c"),
        ("fr_FR", "a, b et c"),
        ("fr_CH", "a, b et c"),
        ("es_ES", "a, b y c"),
        ("es_MX", "a, b y c"),
        ("pt_BR", "a, b e c"),
        ("pt_PT", "a, b e c"),
    ],
)
def test_what_stands_side_by_side_is_joined_as_the_language_does(started, language, joined):
    started(LANG=language)
    assert i18n.listing("abc") == joined
    assert i18n.listing("a") == "a"
    assert i18n.listing("") == ""
