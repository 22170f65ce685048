"""What charts say: the names on their axes, and each chart in plain words for who does not see it."""

from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.i18n import N_, _, ngettext

_LEVELS = (
    N_("no pain"),
    N_("low back"),
    N_("beside spine"),
    N_("buttock, hip"),
    N_("thigh"),
    N_("knee"),
    N_("lower leg"),
    N_("foot"),
)


def level_name(level: int) -> str:
    """Name a level of 0..7 in plain words, short enough for an axis."""
    return _(_LEVELS[level])


def leg_name(leg: Side) -> str:
    """Name a leg as a heading."""
    return _("Left leg") if leg is Side.LEFT else _("Right leg")


def strength_range(strength: float) -> str:
    """Name the step of pain strength that shares one colour: "3–4"."""
    low = min(9, max(1, (round(strength) - 1) // 2 * 2 + 1))
    return f"{low}–{low + 1}"


def kind_name(kind: Kind) -> str:
    """Name a kind of symptom."""
    names = {
        Kind.PAIN: _("pain"),
        Kind.NUMBNESS: _("numbness"),
        Kind.TINGLING: _("tingling"),
        Kind.WEAKNESS: _("weakness"),
    }
    return names[kind]


def days_logged(count: int) -> str:
    """Say from how many days a figure comes."""
    return ngettext("{count} day logged", "{count} days logged", count).format(count=count)
