"""Names of what can be imported."""

from journal.domain.treatment import TreatmentKind
from journal.i18n import N_, _
from journal.wording import labels

_FIGURES = {
    "sitting_minutes": N_("Sitting, minutes"),
    "standing_minutes": N_("Standing, minutes"),
    "walking_minutes": N_("Walking, minutes"),
    "sleep_hours": N_("Sleep, hours"),
    "sleep_disturbed": N_("Sleep disturbed, 0 to 10"),
    "pain_average": N_("Average pain, 0 to 10"),
    "pain_worst": N_("Worst pain, 0 to 10"),
}
_COLUMNS = {
    "": N_("Leave it out"),
    "date": N_("Date"),
    "time": N_("Time"),
    "intensity": N_("Strength of the pain"),
    "place": N_("Where"),
    "side": N_("Left or right"),
    "quality": N_("What it feels like"),
    "activity": N_("What you were doing"),
    "relief": N_("What helped"),
    "medication": N_("Medicine taken"),
    "note": N_("Note"),
    "marks": N_("A place of its own, with its strength"),
    "to_note": N_("Keep it in the note"),
}
COLUMN_ROLES = (*_COLUMNS, *_FIGURES)
"""What a column can be, in the order to offer it; "" for left out."""


def field_label(field: str) -> str:
    """Return what a figure of an entry or a kind of treatment is called."""
    return _(_FIGURES[field]) if field in _FIGURES else labels.label(TreatmentKind(field))


def column_label(role: str) -> str:
    """Return what a column of a table can be."""
    return _({**_COLUMNS, **_FIGURES}[role])
