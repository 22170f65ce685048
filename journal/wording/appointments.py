"""Words for appointments: when and with whom, and that they are on the page."""

from datetime import date

from journal.domain.appointment import Appointment
from journal.i18n import _, clock, day, ngettext, number, weekday


def when(item: Appointment) -> str:
    """Return the day and time of an appointment."""
    return _("{day}, {time}").format(day=weekday(item.day), time=clock(item.starts_at))


def in_a_line(item: Appointment) -> str:
    """Return when it is and with whom."""
    return " · ".join(filter(None, (when(item), item.with_whom)))


def on_the_page(coming: Appointment) -> str:
    """Return that the next appointment is on the page, with its questions."""
    count = len(coming.questions)
    text = ngettext(
        "Your appointment on {day} is on the page, with its {count} question.",
        "Your appointment on {day} is on the page, with its {count} questions.",
        count,
    )
    return text.format(day=day(coming.day), count=number(count))


def since_the_last(last: date | None) -> str:
    """Return from which appointment on the page reaches, where that is chosen."""
    if last is None:
        return _("No appointment so far: the page shows the last 8 weeks.")
    return _("Your last appointment was on {day}.").format(day=day(last))
