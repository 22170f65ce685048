"""Words for what an entry holds: what is felt in a place, and a whole entry in a line."""

from collections.abc import Iterable, Sequence

from journal.domain.entry import Entry, Scope, Symptom
from journal.i18n import _, clock, day, listing, ngettext, short_number, short_weekday, weekday
from journal.wording import labels


def symptom(mark: Symptom) -> str:
    """Return one feeling in words: "pain 6, sharp, burning"."""
    strength = _("{kind} {strength}").format(kind=labels.inside(mark.kind), strength=mark.intensity)
    if not mark.qualities:
        return strength
    # Translators: {strength} is "pain 6", {qualities} "sharp, burning".
    return _("{strength}, {qualities}").format(strength=strength, qualities=listing(map(labels.label, mark.qualities)))


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
    named = _placed(entry)
    rest = len(named) - most
    if rest > 0:
        named[most:] = [ngettext("and {count} more place", "and {count} more places", rest).format(count=rest)]
    return "; ".join([*named, *_unplaced(entry)])


def felt_places(entry: Entry) -> list[str]:
    """Return a line for each marked place; for none marked, what the entry says in their stead."""
    return [*_placed(entry), *_unplaced(entry)]


def saved(entry: Entry) -> str:
    """Return what was just saved: "Saved: Tue, 24 Nov 2026, whole day, 3 places"."""
    return _("Saved: {what}").format(what=_in_short(entry))


def changed(entry: Entry) -> str:
    """Return what was just changed: "The change is saved: Tue, 24 Nov 2026, 20:30, no symptoms"."""
    return _("The change is saved: {what}").format(what=_in_short(entry))


def _in_short(entry: Entry) -> str:
    count = len(by_region(entry.marks))
    if count:
        said = ngettext("{count} place", "{count} places", count).format(count=count)
    else:
        said = _("no symptoms") if entry.says_where else _("place not given")
    when = labels.inside(entry.scope) if entry.scope is Scope.DAY else clock(entry.recorded_at)
    return _("{day}, {when}, {said}").format(day=short_weekday(entry.day), when=when, said=said)


def _placed(entry: Entry) -> list[str]:
    return [
        _("{place}: {felt}").format(place=labels.region(region), felt=felt(marks))
        for region, marks in by_region(entry.marks).items()
    ]


def _unplaced(entry: Entry) -> list[str]:
    """What is to be said beside the marks: that there is nothing, or that nobody gave the place."""
    if entry.says_where:
        return [] if entry.marks else [_("No symptoms")]
    if not entry.rates_pain:
        return [_("Place not given")]
    rated = max(entry.pain_average or 0.0, entry.pain_worst or 0.0)
    return [_("Pain rated {value} of 10, place not given").format(value=short_number(rated))]


def details(entry: Entry) -> list[str]:
    """Return a line for each figure and each kind of tag that the entry has."""
    figures = (
        (_("Average pain {value} of 10"), entry.pain_average),
        (_("Worst pain {value} of 10"), entry.pain_worst),
        (_("Sleep {value} hours"), entry.sleep_hours),
        (_("Sleep disturbed {value} of 10"), entry.sleep_disturbed),
        (_("Sitting {value} minutes"), entry.sitting_minutes),
        (_("Standing {value} minutes"), entry.standing_minutes),
        (_("Walking {value} minutes"), entry.walking_minutes),
    )
    lines = [text.format(value=short_number(value)) for text, value in figures if value is not None]
    tags = ((_("Doing: {words}"), entry.activities), (_("Helped: {words}"), entry.reliefs))
    return lines + [text.format(words=listing(_(tag) for tag in words)) for text, words in tags if words]


def edited(entry: Entry) -> str:
    """Return when the entry was last changed, in words, or nothing if it never was."""
    if entry.edited_at is None:
        return ""
    return _("Changed on {day}, {time}").format(day=weekday(entry.edited_at.date()), time=clock(entry.edited_at))


def headings(entry: Entry) -> tuple[str, ...]:
    """Return when the entry was made and what it speaks of, in a line: the whole one, then ever shorter ones."""
    scope = labels.inside(entry.scope)
    days = (weekday(entry.day), short_weekday(entry.day), day(entry.day), day(entry.day, year=False))
    if entry.scope is Scope.DAY:  # it speaks of no hour, whenever it was written down
        return *(_("{day} · {scope}").format(day=each, scope=scope) for each in days), days[-1]
    time = clock(entry.recorded_at)
    whole = [_("{day}, {time} · {scope}").format(day=each, time=time, scope=scope) for each in days]
    return (*whole, _("{day}, {time}").format(day=days[-1], time=time))


def spoken(entry: Entry) -> str:
    """Return an entry as a list reads it out: when it was made, its places and its note."""
    said = _("{heading}. {places}").format(heading=headings(entry)[0], places=places(entry))
    return _("{entry}. {note}").format(entry=said, note=entry.note) if entry.note else said


def time_and_scope(entry: Entry) -> str:
    """Return how an entry is headed on its day: "20:30 · Right now"."""
    scope = labels.label(entry.scope)
    if entry.scope is Scope.DAY:
        return scope
    return _("{time} · {scope}").format(time=clock(entry.recorded_at), scope=scope)


def chosen(count: int) -> str:
    """Return how many entries are chosen, where that is not one."""
    if not count:
        return _("Choose an entry to see it.")
    return ngettext("{count} entry chosen.", "{count} entries chosen.", count).format(count=count)


def delete_question(count: int) -> str:
    """Return the question before many entries are deleted."""
    return ngettext("Delete {count} entry?", "Delete {count} entries?", count).format(count=count)


def deleted(entries: Sequence[Entry]) -> str:
    """Return what was deleted: "Deleted: Tue, 24 Nov 2026, whole day, 3 places"."""
    if len(entries) == 1:
        return _("Deleted: {what}").format(what=_in_short(entries[0]))
    return ngettext("{count} entry deleted.", "{count} entries deleted.", len(entries)).format(count=len(entries))


def later_than_now(entries: Sequence[Entry]) -> str:
    """Return that entries are dated in the future, the first of them by its day."""
    text = ngettext(
        "An entry is dated later than now: {day}. If a clock was wrong, change its date.",
        "{count} entries are dated later than now, the first {day}. If a clock was wrong, change their dates.",
        len(entries),
    )
    return text.format(count=len(entries), day=short_weekday(entries[0].day))
