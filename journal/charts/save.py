"""Figures to files and bytes: PNG at 300 dots an inch, SVG and PDF with their text kept as text."""

import io
import os
import tempfile
import threading
from pathlib import Path
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.figure import Figure

from journal.domain.errors import JournalError
from journal.i18n import _

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
PNG_DPI = 300
WITHIN_DPI = 200
"""Of marks kept as an image within a drawing, where there are thousands."""


_one_at_a_time = threading.Lock()
"""Two threads that borrowed matplotlib's settings at once would give back each other's."""


class ChartNotSaved(JournalError):
    """A chart that could not be written; the file that was there before is untouched."""


def save(figure: Figure, path: Path) -> None:
    """Write a figure in the format that the file's name ends with, whole or not at all.

    Raises ChartNotSaved for another ending or a place that cannot be written.
    """
    ending = path.suffix.lower().removeprefix(".")
    wanted = next((name for name in FORMATS if name == ending), None)
    if wanted is None:
        sentence = _("The chart was not saved: “{name}” must end in .png, .svg or .pdf.")
        raise ChartNotSaved(sentence.format(name=path.name))
    content = to_bytes(figure, wanted)
    try:
        _replace(path, content)
    except OSError as error:
        sentence = _("The chart was not saved in “{folder}”: {reason}. Choose another place.")
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ChartNotSaved(sentence.format(folder=path.parent, reason=reason)) from error


def to_bytes(figure: Figure, form: Format) -> bytes:
    """Return the figure as a file's content; the same figure always gives the same bytes."""
    stream = io.BytesIO()
    options: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": "sciatica-journal", "pdf.fonttype": 42}
    metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}[form]
    with _one_at_a_time, mpl.rc_context(options):
        figure.savefig(stream, format=form, dpi=PNG_DPI if form == "png" else WITHIN_DPI, metadata=metadata)
    return stream.getvalue()


def _replace(path: Path, content: bytes) -> None:
    """Write beside and rename, readable by its owner only: it is health data."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
