"""Movements tried, collected: how often the pain of each leg went up, went down or stayed within the sitting."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from types import MappingProxyType

from journal.analysis.results import MovementCount, MovementLeg
from journal.domain.body import LEGS, Side
from journal.domain.movement import MovementResult, MovementTry


def movements(tries: Sequence[MovementTry]) -> tuple[MovementCount, ...]:
    """Return one row a movement, the most often tried first; `tries` is oldest first.

    Upper and lower case and spaces around a name do not make another movement; it is shown as written last. Counts
    only: nothing is concluded from them, since a clinician's test has other conditions than a try at home.
    """
    named: defaultdict[str, list[MovementTry]] = defaultdict(list)
    for item in tries:
        named[" ".join(item.movement.split()).casefold()].append(item)
    found = [_count(group) for group in named.values()]
    return tuple(sorted(found, key=lambda row: (-row.tries, row.movement.casefold())))


def _count(tries: Sequence[MovementTry]) -> MovementCount:
    return MovementCount(
        movement=" ".join(tries[-1].movement.split()),
        tries=len(tries),
        first=min(item.day for item in tries),
        last=max(item.day for item in tries),
        legs=MappingProxyType({leg: _leg(tries, leg) for leg in LEGS}),
        pain_before=_mean([item.strongest_pain("before") for item in tries]),
        pain_after=_mean([item.strongest_pain("after") for item in tries]),
    )


def _leg(tries: Sequence[MovementTry], leg: Side) -> MovementLeg:
    results = Counter(item.result(leg) for item in tries)
    return MovementLeg(
        up=results[MovementResult.UP],
        down=results[MovementResult.DOWN],
        no_change=results[MovementResult.NO_CHANGE],
    )


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
