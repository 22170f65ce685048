"""Progress as JSON: stable names, the same numbers and sentences as the window and the page; unknown is null."""

from datetime import date
from typing import Any

from journal.analysis.results import (
    Aggravator,
    DayDifference,
    Direction,
    Frequency,
    LegProgress,
    MovementCount,
    Progress,
    RelapsePrevention,
    Sign,
    SignKey,
)
from journal.domain.body import LEGS
from journal.domain.onset import Onset
from journal.wording import (
    aggravators,
    episodes,
    frequency,
    labels,
    movements,
    redflags,
    relapse_prevention,
    signs,
    treatments,
)
from journal.wording import direction as direction_words
from journal.wording import phase as phase_words
from journal.wording.help_lines import Country

Json = dict[str, Any]
_DIGITS = 3


def progress_json(progress: Progress, country: Country | None = None) -> Json:
    """Return the whole progress as what JSON can hold: dates in ISO 8601, levels and points to 3 digits.

    country: whose emergency number an urgent sign names; None for any.
    """
    return {
        "as_of": progress.as_of.isoformat(),
        "since": progress.since.isoformat(),
        "days_logged": progress.days_logged,
        "legs": {leg.value: _leg(progress.legs[leg]) for leg in LEGS},
        "signs": {key.value: _sign(progress, sign) for key, sign in progress.signs.items()},
        "phase": {"number": progress.phase.number, "sentence": phase_words.sentence(progress.phase)},
        "episodes": [
            {
                "started": episode.started.isoformat(),
                "ended": episode.ended.isoformat() if episode.ended else None,
                "sentence": episodes.episode(episode, progress.onset, progress.as_of),
            }
            for episode in progress.episodes
        ],
        "onset": _onset(progress.onset),
        "recurrence": {"after_days": progress.recurrence.after_days, "on": progress.recurrence.on.isoformat()}
        if progress.recurrence
        else None,
        "changed_sides": progress.changed_sides.value if progress.changed_sides else None,
        "flares": [
            {"first": flare.first.isoformat(), "last": flare.last.isoformat(), "confirmed": flare.confirmed}
            for flare in progress.flares
        ],
        "red_flags": [
            {
                "tier": flag.tier.value,
                "sign": flag.sign.value,
                "since": flag.since.isoformat(),
                "old": flag.old,
                "sentence": redflags.sentence(flag, country),
            }
            for flag in progress.red_flags
        ],
        "measures": [
            {
                "key": row.key.value,
                "detail": row.detail,
                "then": _number(row.then),
                "then_days": row.then_days,
                "now": _number(row.now),
                "now_days": row.now_days,
            }
            for row in progress.measures
        ],
        "treatments": [
            {"id": effect.treatment.id, "sentence": treatments.effect(effect)} for effect in progress.effects
        ],
        "reactions": [
            {"id": reaction.treatment.id, "age": reaction.age.value, "sentence": treatments.reaction(reaction)}
            for reaction in progress.reactions
        ],
        "movements": [_movement(found) for found in progress.movements],
        "aggravators": [_aggravator(found) for found in progress.aggravators],
        "keeping_away": _keeping(progress.relapse_prevention) if progress.relapse_prevention else None,
    }


def _leg(leg: LegProgress) -> Json:
    longer = leg.told_longer
    return {
        **_direction(leg.headline, leg.often.headline),
        "sentence": direction_words.sentence(leg),
        "worse": [each.value for each in leg.worse],
        "longer": {
            **_direction(longer, leg.often.told_longer),
            "window_days": leg.longer.window_days,
            "told_as": leg.told_as,
            "sentence": direction_words.window(longer),
        },
    }


def _direction(direction: Direction, often: Frequency) -> Json:
    return {
        "verdict": direction.verdict.value,
        "turn": direction.turn.value if direction.turn else None,
        "window_days": direction.window_days,
        "days_logged": direction.days_logged,
        "painful_days": direction.painful_days,
        "unknown_days": direction.unknown_days,
        "change_levels": _number(direction.change_levels),
        "probability_up": _number(direction.probability_up),
        "interval": [_number(end) for end in direction.interval] if direction.interval else None,
        "first_day": _date(direction.first_day),
        "last_day": _date(direction.last_day),
        "level_now": labels.level(direction.level_now) if direction.level_now else None,
        "earliest": _date(direction.earliest),
        "often": _often(often),
    }


def _often(found: Frequency) -> Json:
    return {
        "verdict": found.verdict.value,
        "window_days": found.window_days,
        "change": _number(found.change),
        "probability_fewer": _number(found.probability_fewer),
        "then": list(found.then) if found.then else None,
        "now": list(found.now) if found.now else None,
        "sentence": frequency.sentence(found),
    }


def _date(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _sign(progress: Progress, sign: Sign) -> Json:
    return {
        "verdict": sign.verdict.value,
        "leg": sign.leg.value if sign.leg else None,
        "then": _number(sign.then),
        "now": _number(sign.now),
        "sentence": signs.sentence(progress, sign.key),
        **({"often": _often(progress.often.headline)} if sign.key is SignKey.PAIN else {}),
    }


def _onset(found: Onset | None) -> Json | None:
    if found is None or found.began_on is None:
        return None
    return {"began_on": found.began_on.isoformat(), "precision": found.precision.value}


def _movement(found: MovementCount) -> Json:
    return {
        "movement": found.movement,
        "tries": found.tries,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "legs": {
            leg.value: {"up": row.up, "down": row.down, "no_change": row.no_change} for leg, row in found.legs.items()
        },
        "pain_before": _number(found.pain_before),
        "pain_after": _number(found.pain_after),
        "sentence": movements.count(found),
    }


def _aggravator(found: Aggravator) -> Json:
    return {
        "activity": found.activity,
        "days_with": found.days_with,
        **{
            key: {"pain": _difference(pain), "level": _difference(level)}
            for key, (pain, level) in (("same_day", found.same_day), ("next_day", found.next_day))
        },
        "sentence": aggravators.sentence(found),
    }


def _difference(found: DayDifference) -> Json:
    return {
        "verdict": found.verdict.value,
        "days_with": found.days_with,
        "days_without": found.days_without,
        "mean_with": _number(found.mean_with),
        "mean_without": _number(found.mean_without),
        "difference": _number(found.difference),
        "interval": [_number(end) for end in found.interval] if found.interval else None,
    }


def _keeping(found: RelapsePrevention) -> Json:
    return {
        "recovered_on": found.recovered_on.isoformat(),
        "last_pain": found.last_pain.isoformat(),
        "next_check": found.next_check.isoformat(),
        "due": found.due,
        "signs": [
            {"on": sign.on.isoformat(), "pain": _number(sign.pain), "level": _number(sign.level)}
            for sign in found.signs
        ],
        "sentence": relapse_prevention.sentence(found),
    }


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS) + 0.0  # no "-0.0"
