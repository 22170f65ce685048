"""How long the ladder of ten years takes, against matplotlib drawing as many bare points.

Run: python tests/benchmarks/ladder_of_ten_years.py
Prints the ratio; it should stay at or under 1.5, font and axes costs included on both sides.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from journal.analysis.progress import compute
from journal.analysis.results import Progress
from journal.charts import ladder
from journal.charts.raster import render
from journal.charts.style import Style
from journal.domain.body import Side
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.records import Records

DAYS = 3650
LAST = date(2026, 11, 22)
ROUNDS = 7


def entries_of_ten_years() -> tuple[Entry, ...]:
    """A right leg, four days in five logged, one to three painful places a day."""
    chance = random.Random(1)
    places = ("right_low_back", "right_buttock_lower", "right_thigh_outer", "right_knee_back", "right_calf_upper")
    entries = []
    for number in range(DAYS):
        if chance.random() < 0.2:
            continue
        moment = datetime.combine(LAST - timedelta(days=DAYS - 1 - number), datetime.min.time(), UTC)
        felt = chance.sample(places, chance.randint(0, 3))
        symptoms = tuple(Symptom(place, Kind.PAIN, chance.randint(1, 10)) for place in felt)
        entries.append(Entry(recorded_at=moment, scope=Scope.DAY, symptoms=symptoms))
    return tuple(entries)


def ten_years() -> Progress:
    """All of them, as they are drawn."""
    return compute(Records(entries=entries_of_ten_years()), LAST, LAST - timedelta(days=DAYS - 1))


def bare(progress: Progress) -> None:
    """The same points and bars with matplotlib's own axes and ticks."""
    figure = Figure(ladder.SIZE, dpi=100)
    axes = figure.add_subplot()
    legs = [(day.date, day.legs[Side.RIGHT]) for day in progress.days]
    bars = [[(day.toordinal(), min(leg.places)), (day.toordinal(), max(leg.places))] for day, leg in legs if leg.places]
    axes.add_collection(LineCollection(bars, linewidths=0.5))
    axes.scatter(
        [day for day, _leg in legs], [leg.level for _day, leg in legs],
        [10.0 + max(leg.places.values(), default=0) for _day, leg in legs],
        c=[leg.level for _day, leg in legs],
    )  # fmt: skip
    FigureCanvasAgg(figure).draw()


def median_seconds(work: Callable[[], object]) -> float:
    """The median of some rounds, after one to warm up."""
    work()
    taken = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    shown = ten_years()
    ours = median_seconds(lambda: render(ladder.draw(shown, Style.light()), 1.0))
    theirs = median_seconds(lambda: bare(shown))
    print(f"ladder {ours * 1000:.0f} ms, bare {theirs * 1000:.0f} ms, ratio {ours / theirs:.2f}")
