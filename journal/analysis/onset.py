"""When the pain began, and the stage that follows from it: only from what the person said, or a return of pain seen."""

from datetime import date, datetime

from journal.analysis.results import Episode, Stage
from journal.domain.onset import Onset, Precision
from journal.domain.records import Records

ACUTE_WEEKS, CHRONIC_WEEKS = 6, 12
"""Acute is under 6 weeks since the onset, subacute 6 to 12, chronic over 12."""


def onset(records: Records) -> Onset | None:
    """Return the latest answer to when the pain began; None without one, or if that answer is "not sure"."""
    latest = records.onsets[-1] if records.onsets else None
    return None if latest is None or latest.precision is Precision.UNKNOWN else latest


def answer(records: Records, at: datetime, began_on: date | None, precision: Precision) -> Onset:
    """Return a new answer, which takes the place of the one before. Raises InvalidRecord."""
    before = {"id": records.onsets[-1].id} if records.onsets else {}
    return Onset(**before, answered_at=at.replace(microsecond=0), began_on=began_on, precision=precision)


def stage(found: Onset, as_of: date) -> Stage | None:
    """Return the stage on a day; None where the first and the last day it can have begun on give different ones."""
    if found.began_on is None or found.latest is None or as_of < found.began_on:
        return None
    earliest = stage_after((as_of - found.began_on).days / 7)
    return earliest if earliest is stage_after(max(0, (as_of - found.latest).days) / 7) else None


def stage_after(weeks: float) -> Stage:
    """Return the stage so many weeks after an onset."""
    if weeks < ACUTE_WEEKS:
        return Stage.ACUTE
    return Stage.SUBACUTE if weeks <= CHRONIC_WEEKS else Stage.CHRONIC


def of_episode(found: Onset | None, episode: Episode) -> Onset | None:
    """Return the onset if it is that of an episode: of one that goes on, and whose beginning the diary did not see
    after the person had answered.
    """
    if found is None or episode.ended is not None or (episode.onset_seen and found.day < episode.started):
        return None
    return found
