"""Words for what an entry holds: what is felt in a place, and a whole entry in a line."""

from collections.abc import Iterable, Sequence

from journal.domain.entry import Entry, Symptom
from journal.i18n import _, ngettext
from journal.wording import labels


def symptom(mark: Symptom) -> str:
    """Return one feeling in words: "pain 6, sharp, burning"."""
    strength = _("{kind} {strength}").format(kind=labels.label(mark.kind).lower(), strength=mark.intensity)
    return ", ".join([strength, *(labels.label(quality) for quality in mark.qualities)])


def felt(marks: Iterable[Symptom]) -> str:
    """Return everything felt in one place: "pain 6, sharp · numbness 3"."""
    return " · ".join(symptom(mark) for mark in marks)


def by_region(symptoms: Sequence[Symptom]) -> dict[str, list[Symptom]]:
    """Group symptoms by their region, keeping their order."""
    regions: dict[str, list[Symptom]] = {}
    for mark in symptoms:
        regions.setdefault(mark.region, []).append(mark)
    return regions


def places(entry: Entry, most: int = 3) -> str:
    """Return an entry's places in a line, at most `most` of them by name: "Left calf, upper: pain 6"."""
    regions = by_region(entry.symptoms)
    if not regions:
        return _("No symptoms")
    named = [
        _("{place}: {felt}").format(place=labels.region(region), felt=felt(marks))
        for region, marks in list(regions.items())[:most]
    ]
    rest = len(regions) - len(named)
    if rest > 0:
        named.append(ngettext("and {count} more place", "and {count} more places", rest).format(count=rest))
    return "; ".join(named)
