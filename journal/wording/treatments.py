"""What is said about treatments: before and after a start, and a worsening that follows one. Never a cause."""

from journal.analysis.results import Reaction, ReactionAge, TreatmentEffect
from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind
from journal.domain.treatment import Treatment, TreatmentEvent, TreatmentKind
from journal.i18n import N_, _, clock, day, listing, ngettext, number
from journal.wording import labels
from journal.wording.counts import days, days_logged
from journal.wording.page import UNKNOWN, running

_REACTIONS = {
    ReactionAge.FIRST_48_HOURS: N_(
        "Worse since {name} began on {day}. In the first 48 hours that is common and usually short."
    ),
    ReactionAge.TO_7_DAYS: N_(
        "Still worse {days} after {name} began on {day}. That is longer than most treatment reactions;"
        " if it goes on, tell your clinician."
    ),
    ReactionAge.BEYOND_7_DAYS: N_("Still worse {days} after {name} began on {day}: contact your clinician."),
}
_NEW = {
    (Kind.NUMBNESS,): N_("Numbness marked since {name} began on {day} was not there before: contact your clinician."),
    (Kind.WEAKNESS,): N_("Weakness marked since {name} began on {day} was not there before: contact your clinician."),
    (Kind.NUMBNESS, Kind.WEAKNESS): N_(
        "Numbness and weakness marked since {name} began on {day} were not there before: contact your clinician."
    ),
}

_NAMES = {
    TreatmentKind.MEDICATION: N_("Name of the medicine"),
    TreatmentKind.EXERCISE: N_("Which exercise, for example nerve glides"),
}
_DOSES = {
    TreatmentKind.MEDICATION: N_("Dose and times, for example 400 mg at 8:00 and 20:00"),
    TreatmentKind.EXERCISE: N_("How often, for example 10 times, three times a day"),
}


def name_hint(kind: TreatmentKind) -> str:
    """Return what to type as a treatment's name, or ""."""
    return _(_NAMES[kind]) if kind in _NAMES else ""


def dose_hint(kind: TreatmentKind) -> str:
    """Return what to type as a treatment's dose, or ""."""
    return _(_DOSES[kind]) if kind in _DOSES else ""


def name_and_dose(item: Treatment) -> str:
    """Return a treatment with its dose, where it has one: "Ibuprofen, 400 mg"."""
    return _("{name}, {dose}").format(name=item.name, dose=item.dose) if item.dose else item.name


def about(item: Treatment, times: int) -> str:
    """Return a treatment's kind, dose and dates in a line, and how many times a dose or session was noted."""
    parts = [labels.label(item.kind), item.dose, running(item.started_on, item.ended_on)]
    if times:
        parts.append(ngettext("noted {count} time", "noted {count} times", times).format(count=number(times)))
    return " · ".join(filter(None, parts))


def effect(found: TreatmentEffect) -> str:
    """Return a treatment's before and after in one sentence a figure, with the counts of logged days."""
    before, after = found.before, found.after
    values = {"name": found.treatment.name, "day": day(found.treatment.started_on), "logged": _logged(found)}
    if before.pain_average is None or after.pain_average is None:
        return _("{name}, from {day}: too few entries to compare before with after ({logged}).").format(**values)
    values |= {"then": number(before.pain_average, 1), "now": number(after.pain_average, 1)}
    if after.over.length < before.over.length:
        text = _("{name}, from {day}: average pain {then} in the 14 days before and {now} since ({logged}).")
    else:
        text = _("{name}, from {day}: average pain {then} in the 14 days before and {now} after ({logged}).")
    said = [text.format(**values)]
    said += [places(found, leg) for leg in LEGS]
    if found.later is not None and found.later.pain_average is not None:
        text = _("Days 15 to 42 after the start: {mean} ({logged}).")
        mean, logged = number(found.later.pain_average, 1), days_logged(found.later.days_logged)
        said.append(text.format(mean=mean, logged=logged))
    if found.beside_more:
        text = ngettext(
            "Started within 14 days of: {names}; and of {count} more.",
            "Started within 14 days of: {names}; and of {count} more.",
            found.beside_more,
        )
        said.append(text.format(names=listing(found.beside), count=found.beside_more))
    elif found.beside:
        said.append(_("Started within 14 days of: {names}.").format(names=listing(found.beside)))
    return " ".join(filter(None, said))


def places(found: TreatmentEffect, leg: Side) -> str:
    """Return how far down a leg the pain went before and after; "" if it was in neither."""
    then, now = found.before.level[leg], found.after.level[leg]
    if then is None or now is None or not (then or now):
        return ""
    return _("{leg}: {then} → {now}.").format(leg=labels.leg(leg), then=labels.level(then), now=labels.level(now))


def table_row(found: TreatmentEffect) -> str:
    """Return the figures of one row: "5.8 → 4.6 (11 and 12 days logged)"."""
    return _("{then} → {now} ({logged})").format(
        then=_figure(found.before.pain_average), now=_figure(found.after.pain_average), logged=_logged(found)
    )


def figures(found: TreatmentEffect) -> tuple[tuple[str, ...], list[tuple[str, ...]], list[str]]:
    """Return all figures before and after, each with its count of days: the table's head, its rows, each in words."""
    parts = (found.before, found.after, found.later)
    rows = [
        (_("Days logged"), *(number(part.days_logged) if part else UNKNOWN for part in parts)),
        (_("Average pain 0–10"), *(_figure(part.pain_average if part else None) for part in parts)),
        (_("Worst pain 0–10"), *(_figure(part.pain_worst if part else None) for part in parts)),
    ]
    for leg in LEGS:
        for text, values in (
            (_("{leg}: how far down, 0–7"), [part.level[leg] if part else None for part in parts]),
            (_("{leg}: numbness, tingling 0–10"), [part.sensation[leg] if part else None for part in parts]),
        ):
            if any(values):
                rows.append((text.format(leg=labels.leg(leg)), *map(_figure, values)))
    head = ("", _("14 days before"), _("14 days from the start"), _("days 15 to 42"))
    text = _("{what}: {then} before, {now} after, {later} on days 15 to 42")
    said = [text.format(what=what, then=then, now=now, later=later) for what, then, now, later in rows]
    return head, rows, said


def in_short(item: Treatment, times: int) -> str:
    """Return a treatment that can be noted, with how many times it was today: "+ Ibuprofen", "Ibuprofen · 2"."""
    if not times:
        return _("+ {name}").format(name=item.name)
    return _("{name} · {count}").format(name=item.name, count=number(times))


def to_note(item: Treatment, times: int) -> str:
    """Return the same as a whole sentence, for ears."""
    text = _("{name}: note that it was taken or done now; {count} noted today")
    return text.format(name=item.name, count=number(times))


def noted(item: Treatment, event: TreatmentEvent) -> str:
    """Return that a dose or session is noted."""
    return _("{name}: noted for {time}.").format(name=item.name, time=clock(event.done_at))


def explanation() -> str:
    """Return what before and after cannot tell; shown once beside them."""
    return _("Before and after a start do not show what caused a change; other things change too.")


def reaction(found: Reaction) -> str:
    """Return what a worsening after a start means by its age; anything new comes first."""
    values = {
        "name": found.treatment.name,
        "day": day(found.treatment.started_on),
        "days": days((found.last - found.treatment.started_on).days),
    }
    if found.new:
        return _(_NEW[found.new]).format(**values)
    return _(_REACTIONS[found.age]).format(**values)


def _figure(value: float | None) -> str:
    return UNKNOWN if value is None else number(value, 1)


def _logged(found: TreatmentEffect) -> str:
    before, after = found.before.days_logged, found.after.days_logged
    text = ngettext("{before} and {after} day logged", "{before} and {after} days logged", after)
    return text.format(before=number(before), after=number(after))
