"""How long the appointment page takes: its content and layout for the preview, its PDF, and its size.

Run: python tests/benchmarks/page_and_pdf.py
Prints each against drawing the page's own two charts to SVG, which nothing can avoid; ratios, since machines differ.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QGuiApplication

from journal.printing import pdf
from journal.printing.sheets import lay_out
from journal.report.content import build
from tests.benchmarks.ladder_of_ten_years import LAST, ten_years

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The median of some rounds, after one to warm up."""
    work()
    taken = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    application = QGuiApplication([])
    from journal import sample
    from journal.analysis.progress import compute

    journals = {
        "eight weeks": compute(sample.generate(LAST), LAST, LAST - timedelta(days=55)),
        "ten years": ten_years(),
    }
    for name, shown in journals.items():

        def charts(shown=shown) -> None:
            page = build(shown)
            for picture in (page.ladder, page.body):
                assert picture is not None
                picture.svg(7.4, 3.0)

        drawn = seconds(charts)
        opened = seconds(lambda shown=shown: lay_out(build(shown), "a4"))
        written = seconds(lambda shown=shown: pdf.to_bytes(build(shown)))
        size = len(pdf.to_bytes(build(shown)))
        print(
            f"{name}: charts {drawn * 1000:.0f} ms, page {opened / drawn:.2f}, PDF {written / drawn:.2f},"
            f" {size / 1000:.0f} kB"
        )
