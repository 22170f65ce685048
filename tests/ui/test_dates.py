"""Dates and hours are written in one way, in the language of the program."""

from datetime import date, time

import pytest
from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget

from journal import i18n
from journal.ui.widgets.date_fields import date_field, datetime_field, style_calendar, time_field, written

DAY = date(2026, 11, 24)


@pytest.mark.parametrize("place", ["en_GB", "en_US", "fr_FR", "de_DE", "de_AT", "es_ES", "pt_BR", "en_IN"])
def test_a_field_writes_a_date_as_the_texts_do(qtbot, monkeypatch, place):
    monkeypatch.setenv("LC_ALL", f"{place}.UTF-8")
    i18n.use_language()
    QLocale.setDefault(QLocale("ar_EG"))  # whatever the computer is set to
    try:
        field = date_field("Day", DAY)
        qtbot.addWidget(field)
        assert field.text() == i18n.day(DAY)
        hour = time_field("Hour", time(20, 5))
        qtbot.addWidget(hour)
        assert hour.text().replace("\u202f", " ") == i18n.clock(time(20, 5)).replace("\u202f", " ")
        both = datetime_field("When")
        qtbot.addWidget(both)
        both.setDateTime(QDateTime(2026, 11, 24, 20, 5, 0))
        assert both.text().startswith(i18n.day(DAY))
        assert field.text() == QLocale(i18n.locale_name()).toString(field.date(), written("day"))
    finally:
        QLocale.setDefault(QLocale("en_GB"))


def test_the_calendar_that_opens_has_our_look(qtbot, theme):
    field = date_field("Day", DAY)
    qtbot.addWidget(field)
    style_calendar(field)
    calendar = field.calendarWidget()
    assert calendar.verticalHeaderFormat() == QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert calendar.weekdayTextFormat(day).foreground().style() == Qt.BrushStyle.NoBrush
    calendar.resize(420, 330)
    background = calendar.grab().toImage().pixelColor(210, 200)
    assert background.name() in (theme.palette.card, theme.palette.primary, theme.palette.text)
