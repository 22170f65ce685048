"""What is said about time: episodes, recovery, recurrence and flares."""

from datetime import date

from journal.analysis.onset import of_episode
from journal.analysis.results import Episode, Flare, Progress, Recurrence
from journal.domain.body import Side
from journal.domain.onset import Onset
from journal.i18n import _, day, ngettext, number, span
from journal.wording import labels
from journal.wording import onset as onset_words
from journal.wording.counts import days, weeks, weeks_ago

_EPISODES_SHOWN = 5
GAP_TOLD = 30
"""Days without an entry that are worth telling."""


def history(progress: Progress) -> str:
    """Return the latest episodes, newest first, a line each; before them a return of pain and a change of sides."""
    said = [episode(found, progress.onset, progress.as_of) for found in reversed(progress.episodes[-_EPISODES_SHOWN:])]
    if progress.recurrence is not None:
        said.insert(0, recurrence(progress.recurrence))
    if progress.changed_sides is not None:
        said.insert(0, changed_sides(progress.changed_sides))
    return "\n".join(said) or _("No pain is in this journal so far.")


def earlier_ones(count: int) -> str:
    """Return that there are so many earlier flares to show."""
    return ngettext("Show {count} earlier one", "Show {count} earlier ones", count).format(count=number(count))


def episode(found: Episode, onset: Onset | None, as_of: date) -> str:
    """Return when an episode was, or how long it has gone on; its stage only where its onset is known.

    onset: what the person said about when the pain began.
    """
    onset = of_episode(onset, found)
    values = {"start": day(found.started), "weeks": weeks(found.weeks), "ago": weeks_ago(found.weeks)}
    if found.ended is not None and found.recovered_on is not None:
        text = _("An episode: {dates}. 30 days without pain were complete on {recovered}.")
        said = [text.format(dates=_dates(found), recovered=day(found.recovered_on))]
    elif onset is not None:
        text = _("{since}. In this journal since {start}.")
        if onset.began_on is not None and found.started < onset.began_on:
            text = _("{since}. This journal has earlier pain, since {start}.")
        said = [text.format(since=onset_words.since(onset, as_of), **values)]
    elif found.stage is not None:
        text = _("This episode began on {start}, {ago}: {stage}.")
        said = [text.format(stage=labels.label(found.stage), **values)]
    else:
        text = _("Pain has been in this journal since {start}, for {weeks}; it may have begun earlier.")
        said = [text.format(**values)]
    if found.longest_gap >= GAP_TOLD:
        said.append(_("Nothing was logged for {days} in a row within it.").format(days=days(found.longest_gap)))
    return " ".join(said)


def recurrence(found: Recurrence) -> str:
    """Return when pain came back, and how long after the episode before."""
    return _("Pain came back on {day}, {days} after the last painful day before it.").format(
        day=day(found.on), days=days(found.after_days)
    )


def changed_sides(leg: Side) -> str:
    """Return that pain stopped in one leg and began in the other."""
    if leg is Side.LEFT:
        return _("The pain has changed sides: it left the right leg and began in the left one.")
    return _("The pain has changed sides: it left the left leg and began in the right one.")


def flare(found: Flare) -> str:
    """Return what was seen, and what the person said about it."""
    values = {
        "dates": day(found.first) if found.first == found.last else span(found.first, found.last),
        "worst": number(found.worst, 1),
        "usual": number(found.usual, 1),
    }
    if found.confirmed is None and not found.asked:
        text = _("{dates}: worst pain up to {worst}, against {usual} in the 14 days before.")
    elif found.confirmed is None:
        text = _("{dates}: worst pain up to {worst}, against {usual} in the 14 days before. Was it a flare?")
    elif found.confirmed:
        text = _("{dates}: a flare, worst pain up to {worst}, against {usual} in the 14 days before.")
    else:
        text = _("{dates}: not a flare, you said; worst pain up to {worst}, against {usual} in the 14 days before.")
    return text.format(**values)


def _dates(found: Episode) -> str:
    last = found.ended or found.started
    return day(found.started) if last == found.started else span(found.started, last)
