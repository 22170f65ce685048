"""Figures to files and bytes: PNG at 300 dots an inch, SVG and PDF with their text kept as text."""

import io
import threading
import warnings
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from journal.charts.chart_spec import IMAGE_KINDS, ImageKind
from journal.i18n import _
from journal.outfile import FileNotWritten, atomic_write, disk_log

PNG_DPI = 300
WITHIN_DPI = 150
"""Of marks kept as an image within a drawing, where there are thousands."""


_one_at_a_time = threading.Lock()
"""Two threads that borrowed matplotlib's settings at once would give back each other's."""


def save(figure: Figure, path: Path) -> None:
    """Write a figure in the format that the file's name ends with, whole or not at all.

    Raises FileNotWritten for another ending or a place that cannot be written.
    """
    ending = path.suffix.lower().removeprefix(".")
    wanted = next((name for name in IMAGE_KINDS if name == ending), None)
    if wanted is None:
        sentence = _("The chart was not saved: “{name}” must end in .png, .svg or .pdf.")
        raise FileNotWritten(sentence.format(name=path.name))
    content = to_bytes(figure, wanted)
    with atomic_write(path) as unfinished:
        unfinished.write_bytes(content)


def to_bytes(figure: Figure, form: ImageKind) -> bytes:
    """Return the figure as a file's content; the same figure always gives the same bytes."""
    stream = io.BytesIO()
    options: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": "sciatica-journal", "pdf.fonttype": 42}
    metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}[form]
    with _one_at_a_time, mpl.rc_context(options), warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        figure.savefig(stream, format=form, dpi=PNG_DPI if form == "png" else WITHIN_DPI, metadata=metadata)
    if form != "svg" and any("missing from" in str(one.message) for one in heard):  # whoever shows an SVG has fonts
        disk_log.warning(
            _(
                "Some letters are missing in this chart, as no font for them is installed on this computer: install"
                " one, such as Noto Sans of that script."
            )
        )
    return stream.getvalue()
