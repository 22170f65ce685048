"""A day that is written down afterwards: what was said of it so far, as it was typed. No entry until it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from journal.domain.entry import HOURS_A_DAY, MINUTES_A_DAY, Entry, Scope, Symptom
from journal.domain.errors import InvalidRecord
from journal.i18n import _, number, short_number

MOST: Mapping[str, int] = MappingProxyType(
    {
        "pain_average": 10,
        "pain_worst": 10,
        "sleep_hours": HOURS_A_DAY,
        "sitting_minutes": MINUTES_A_DAY,
        "standing_minutes": MINUTES_A_DAY,
        "walking_minutes": MINUTES_A_DAY,
    }
)
"""The figures of a day by their names in `Entry`, in the order of the paper form, each with the most it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDraft:
    """What is said of one day."""

    day: date
    symptoms: tuple[Symptom, ...] | None = None
    """As in `Entry`: () is "no symptoms", None is nothing said."""
    figures: Mapping[str, str] = field(default_factory=dict)
    """What was typed for a figure, named as in `MOST`; it may be no number yet."""
    activities: tuple[str, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to save."""
        return self.symptoms is None and not any(self.figures.values()) and not self.activities

    def entry(self, at: datetime) -> Entry:
        """Return the day's whole-day entry, made at that moment of it. Raises InvalidRecord for the first mistake."""
        values: dict[str, Any] = {name: _number(name, self.figures.get(name, "")) for name in MOST}
        average, worst = values["pain_average"], values["pain_worst"]
        if average is not None and worst is not None and worst < average:
            sentence = _("Worst pain {worst} is lower than average pain {average}.")
            raise InvalidRecord("pain_worst", sentence.format(worst=short_number(worst), average=short_number(average)))
        highest = max(average or 0.0, worst or 0.0)
        if highest and self.symptoms == ():
            sentence = _("You rated pain {value} of 10, so this is not “no symptoms”.")
            raise InvalidRecord("symptoms", sentence.format(value=short_number(highest)))
        return Entry(recorded_at=at, scope=Scope.DAY, symptoms=self.symptoms, activities=self.activities, **values)


def _number(name: str, typed: str) -> float | None:
    """Read a figure; a comma is as good as a point, and nothing typed is unknown."""
    text = typed.strip().replace(",", ".")
    if not text:
        return None
    whole = name.endswith("_minutes")
    try:
        value = float(int(text)) if whole else float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MOST[name]:
        sentence = (
            _("“{typed}” is not a whole number from 0 to {most}.")
            if whole
            else _("“{typed}” is not a number from 0 to {most}.")
        )
        raise InvalidRecord(name, sentence.format(typed=typed.strip(), most=number(MOST[name])))
    return value
