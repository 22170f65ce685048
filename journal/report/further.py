"""What follows on further pages: all that the first one had no room for, and what the person adds to it."""

from collections.abc import Sequence

from journal.analysis.results import Day, Progress, SignKey
from journal.domain.body import LEGS, Side
from journal.domain.entry import Entry
from journal.i18n import _, number, short_weekday
from journal.report.elements import Row, Said, Section, Table
from journal.report.options import Further, PageOptions, PagePart, together
from journal.wording import (
    aggravators,
    direction,
    entries,
    episodes,
    labels,
    movements,
    page,
    redflags,
    relapse_prevention,
    signs,
    treatments,
)
from journal.wording import phase as phase_words


def sections(
    progress: Progress, options: PageOptions, journal: Sequence[Entry], figures: Table | None, tried: Table | None
) -> tuple[Section, ...]:
    """Return the sections in their order; one without anything in it is left out."""
    found: list[Section] = []
    if Further.SHORTENED in options.further:
        found += _in_full(options, figures, tried)
    if Further.FINDINGS in options.further:
        found += _findings(progress)
    if Further.TREATMENTS in options.further:
        found.append(_treatments(progress))
    if Further.DAYS in options.further:
        found.append(Section(_("Day by day"), table=_days(progress)))
    if Further.NOTES in options.further:
        found.append(_notes(progress, journal))
    return tuple(section for section in found if section.said or section.table)


def _in_full(options: PageOptions, figures: Table | None, tried: Table | None) -> list[Section]:
    questions = together(options.questions)
    asked = tuple(Said("", f"{number(place)}. {text}") for place, text in enumerate(questions, start=1))
    note = tuple(Said("", text) for text in options.note.strip().splitlines() if text.strip())
    return [
        Section(_("My questions, all of them"), asked, instead_of=PagePart.QUESTIONS),
        Section(_("My note, in full"), note, instead_of=PagePart.NOTE),
        Section(_("Then and now, all figures"), table=figures, instead_of=PagePart.FIGURES),
        Section(_("What was tried, all of it"), table=tried, instead_of=PagePart.TREATMENTS),
    ]


def _findings(progress: Progress) -> list[Section]:
    """Everything the journal says, in the words of the window."""
    legs = []
    for leg in LEGS:
        lead, rest = direction.parts(progress.legs[leg])
        legs.append(Said(lead, rest, direction.explanation(progress.legs[leg])))
    said = []
    for key in SignKey:
        if key is not SignKey.LOCATION:
            lead, _rest = signs.parts(progress, key)
            said.append(Said(lead, signs.sentence(progress, key).removeprefix(lead), signs.explanation(progress, key)))
    time = [episodes.episode(episode, progress.onset, progress.as_of) for episode in progress.episodes]
    time += [episodes.recurrence(progress.recurrence)] if progress.recurrence else []
    time += [episodes.flare(flare) for flare in progress.flares]
    time += [relapse_prevention.sentence(progress.relapse_prevention)] if progress.relapse_prevention else []
    return [
        Section(_("Which way each leg went"), tuple(legs)),
        Section(_("Pain, numbness, strength"), tuple(said)),
        Section(_("Over time"), _plain(time)),
        Section(_("Urgent signs that were answered"), _plain([redflags.answer(flag) for flag in progress.past_flags])),
        Section(_("Movements and positions tried"), _plain([movements.count(found) for found in progress.movements])),
        Section(_("Days with an activity"), _plain([aggravators.sentence(found) for found in progress.aggravators])),
        Section(
            _("A clinic’s four phases"),
            (Said("", phase_words.sentence(progress.phase), phase_words.explanation()),) if progress.days else (),
        ),
    ]


def _treatments(progress: Progress) -> Section:
    """Each treatment with its dose and note, before and after, and what still goes on since its start."""
    said = []
    for found in reversed(progress.effects):
        item = found.treatment
        when = page.running(item.started_on, item.ended_on)
        lead = treatments.name_and_dose(item)
        followed = [treatments.effect(found)]
        followed += [treatments.reaction(one) for one in progress.reactions if one.treatment.id == item.id]
        said.append(Said(lead, f" · {when}. {' '.join(followed)}", " ".join(item.note.split())))
    return Section(_("Treatments"), tuple(said))


def _days(progress: Progress) -> Table | None:
    """A line for each logged day, newest last."""
    shown = [one for one in progress.days if progress.since <= one.date <= progress.as_of]
    if not shown:
        return None
    head = (
        # Translators: head of a column of dates.
        _("day"),
        _("average pain 0–10"),
        _("worst pain 0–10"),
        _("left leg, down to"),
        _("right leg, down to"),
        _("numbness, tingling 0–10"),
        _("sleep, hours"),
    )
    return Table(_("Day by day"), head, tuple(_day_row(one) for one in shown), _("a day without an entry has no line"))


def _day_row(one: Day) -> Row:
    felt = [felt for leg in LEGS if (felt := one.legs[leg].sensation) is not None]
    return Row(
        (
            short_weekday(one.date),
            _figure(one.pain_average),
            _figure(one.pain_worst),
            _reach(one, Side.LEFT),
            _reach(one, Side.RIGHT),
            page.UNKNOWN if not felt else number(max(felt)),
            _figure(one.sleep_hours),
        )
    )


def _reach(one: Day, leg: Side) -> str:
    level = one.legs[leg].level
    if level is None:
        return labels.level(0) if one.placed else page.UNKNOWN
    return labels.level(level)


def _figure(value: float | None) -> str:
    return page.UNKNOWN if value is None else number(value, 1)


def with_notes(progress: Progress, journal: Sequence[Entry]) -> list[Entry]:
    """Return the entries of the page's dates that have a note."""
    return [entry for entry in journal if entry.note.strip() and progress.since <= entry.day <= progress.as_of]


def _notes(progress: Progress, journal: Sequence[Entry]) -> Section:
    said = []
    for entry in with_notes(progress, journal):
        lines = [line for line in entry.note.splitlines() if line.strip()]
        said.append(Said(f"{entries.headings(entry)[2]}: ", lines[0]))
        said += [Said("", line) for line in lines[1:]]
    return Section(_("Notes"), tuple(said))


def _plain(sentences: Sequence[str]) -> tuple[Said, ...]:
    return tuple(Said("", sentence) for sentence in sentences)
