"""The form to fill in by hand: what stands on the sheet of one week, in the order in which it is typed in later."""

from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.limits import WEEK_DAYS
from journal.domain.entry import Kind
from journal.domain.redflag import RedFlag, Tier
from journal.drawing import Picture
from journal.i18n import _, day, number, span, weekday_name
from journal.report.elements import UrgentNotice
from journal.wording import labels, redflags
from journal.wording.help_lines import Country

SYMBOLS = {Kind.NUMBNESS: "/", Kind.TINGLING: "•", Kind.WEAKNESS: "×"}
"""What stands for a feeling where there is no room for its name: the pattern it has on the body map, in one stroke."""


@dataclass(frozen=True, slots=True)
class FormDay:
    """The head of one row."""

    number: str
    weekday: str
    date: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class WeekForm:
    """The sheet, in reading order."""

    title: str
    name: str
    """Before the line on which to write one's name."""
    dates: str
    how_to: str
    steps: tuple[str, ...]
    kinds: tuple[tuple[Kind, str], ...]
    """Each feeling with its name; how it is drawn on the body is told beside it."""
    views: tuple[tuple[Picture, tuple[str, ...]], ...]
    """What each picture of the body is called, the longest name first."""
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    """Your left, your right, likewise."""
    days: tuple[FormDay, ...]
    day: str
    where: str
    ticks: tuple[str, str]
    """What can be ticked in place of marking places."""
    pain: str
    pains: tuple[str, ...]
    """What is rated of it."""
    sleep: str
    minutes: str
    positions: tuple[str, ...]
    """What one did for so many minutes."""
    done: str
    urgent: str
    signs: tuple[UrgentNotice, ...]

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " ".join((self.title, self.dates, *self.steps))


def build(first: date, country: Country) -> WeekForm:
    """Return the sheet of the week that begins on a day, with a country's numbers for the urgent signs."""
    days = [first + timedelta(days=index) for index in range(WEEK_DAYS)]
    return WeekForm(
        title=_("Sciatica journal, one week on paper"),
        name=_("Name"),
        dates=span(days[0], days[-1]),
        how_to=_("How to fill it in"),
        steps=(
            _("Each evening, fill in the row of that day. Leave empty what you do not know."),
            _("On the body, shade where you felt it and write the number of the day (1 to 7) beside it."),
            _("In the row, write how strong numbness, tingling and weakness were, from 1 to 10."),
            _("Pain: 0 is no pain, 10 is the worst you can imagine."),
            _("Later, press “Catch up” on the page “Journal”: it asks in the same order."),
        ),
        kinds=tuple((kind, labels.label(kind)) for kind in Kind),
        views=(
            (Picture.BACK, (_("Back"),)),
            (Picture.FRONT, (_("Front"),)),
            (Picture.SOLES, (_("Soles of your feet"), _("Soles"))),
            (Picture.FEET, (_("Feet, from above"), _("Feet"))),
        ),
        sides=((_("your left"), _("left")), (_("your right"), _("right"))),
        days=tuple(
            FormDay(number(index), weekday_name(each.weekday(), short=True), day(each, year=False))
            for index, each in enumerate(days, 1)
        ),
        day=_("Day"),
        where=_("Where: mark it above"),
        ticks=(_("no symptoms"), _("as the day before")),
        # Translators: the head of two columns of the form, "Average" and "Worst".
        pain=_("Pain, 0 to 10"),
        pains=(_("Average"), _("Worst")),
        sleep=_("Sleep last night, hours"),
        # Translators: the head of three columns of the form, "Sitting", "Standing" and "Walking".
        minutes=_("Minutes"),
        positions=(_("Sitting"), _("Standing"), _("Walking")),
        done=_("What were you doing?"),
        urgent=_("Urgent signs: act on any that is new, worse, or not yet looked at by a clinician"),
        signs=tuple(
            UrgentNotice(
                redflags.full_action(tier, country),
                " · ".join(labels.label(sign) for sign in RedFlag if sign.tier is tier),
                alarming=tier is Tier.EMERGENCY,
            )
            for tier in Tier
        ),
    )
