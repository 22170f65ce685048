"""Stored pictures of charts and pages, and how a fresh one is compared with its own.

Another machine draws letters and edges a little differently, so both pictures are blurred before they are compared: a
shift of part of a dot passes, a dot that is missing, moved or of another colour does not. Charts and pages that are
compared are set in the one face that is always there; of a chart's texts only their places are compared, as bars.

Renew them all: python -m pytest tests --renew-pictures
"""

from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

STORED = Path(__file__).parent / "pictures"
FAILED = STORED / "failed"
BLUR = 2.0
"""Pixels."""
MEAN_APART, MOST_APART = 0.8, 52.0
"""Of 255: in the whole picture, and at the worst place of it. Letters without hinting reach 44, a missing dot 67."""


def apart(one: Image.Image, other: Image.Image) -> tuple[float, float, Image.Image]:
    """Return how far apart two pictures of one size are, in the mean and at most, and a picture of where."""
    blurred = (np.asarray(each.filter(ImageFilter.GaussianBlur(BLUR)), dtype=float) for each in (one, other))
    difference = np.abs(np.subtract(*blurred)).max(axis=2)
    return (
        float(difference.mean()),
        float(difference.max()),
        Image.fromarray(255 - difference.clip(0, 255).astype("u1")),
    )


def check(name: str, fresh: Image.Image, *, renew: bool) -> None:
    """Compare a picture with the stored one of that name; what differs is written to tests/pictures/failed."""
    path = STORED / f"{name}.png"
    fresh = fresh.convert("RGB")
    if renew:
        STORED.mkdir(exist_ok=True)
        fresh.save(path, optimize=True)
        return
    assert path.exists(), f"{path.name} is not stored; see tests/pictures.py"
    with Image.open(path) as found:
        stored = found.convert("RGB")
    same_size = stored.size == fresh.size
    mean, most, where = apart(stored, fresh if same_size else fresh.resize(stored.size))
    if not same_size or mean > MEAN_APART or most > MOST_APART:
        FAILED.mkdir(exist_ok=True)
        side_by_side = Image.new("RGB", (stored.width * 3, stored.height), "white")
        for index, picture in enumerate((stored, fresh.resize(stored.size), where.convert("RGB"))):
            side_by_side.paste(picture, (index * stored.width, 0))
        written = FAILED / f"{name}.png"
        side_by_side.save(written)
        raise AssertionError(
            f"{name} is {mean:.2f} apart in the mean and {most:.0f} at most, {fresh.size} instead of {stored.size}:"
            f" see {written} (stored, fresh, difference). If that is meant: python -m pytest tests --renew-pictures"
        )
