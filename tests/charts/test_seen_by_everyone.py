"""Charts are told apart without colour: in grey print, and by eyes that see fewer colours."""

import io
from itertools import combinations, pairwise

import numpy as np
import pytest
from diaries import day, entry, marks
from matplotlib.colors import to_rgb
from PIL import Image

from journal import palette
from journal.analysis import progress
from journal.charts import body
from journal.charts.style import Style
from journal.domain.entry import Kind
from journal.domain.records import Records

EYES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
"""Of linear RGB: Machado, Oliveira and Fernandes 2009 at full severity; grey is the luminance of sRGB."""
TELLABLE = 6.0
"""CIE 1976 difference; 2.3 is the smallest that is noticed side by side (Mahy 1994)."""
DARKER = 20
"""Of 255: what a laser printer's grey shows."""


def lab(colour, eye):
    """A colour in CIE L*a*b* (D65), as that eye sees it."""
    rgb = np.array(to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(EYES[eye]) @ linear, 0, 1)
    xyz = np.array([(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)]) @ seen
    x, y, z = np.cbrt(np.maximum(xyz / (0.9505, 1.0, 1.089), 1e-4))
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK, palette.PRINT], ids=["light", "dark", "print"])
def test_neighbouring_strengths_are_told_apart_by_every_eye_and_grow_darker(colours, eye):
    fills = [lab(fill, eye) for fill in colours.pain]
    for weaker, stronger in pairwise(fills):
        assert np.linalg.norm(weaker - stronger) > TELLABLE
        assert weaker[0] > stronger[0]


def grey_bodies():
    """Then and now on paper, in grey, as pixels."""
    numb = marks("left_foot_top", kind=Kind.NUMBNESS)
    then = [entry(number, *marks("left_calf_upper", intensity=9), *numb) for number in range(14)]
    now = [entry(number, *marks("left_buttock_lower", intensity=2)) for number in range(14, 28)]
    found = progress.compute(Records(entries=tuple(then + now)), day(27))
    figure = body.draw(found, Style.print(0.78), size_inches=(2.8, 3.0), strengths=False)
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=150)
    pixels = np.asarray(Image.open(stream).convert("L"), dtype=float)
    height, width = pixels.shape
    bodies = {}
    for axes in figure.axes:
        left, bottom, wide, tall = axes.get_position().bounds
        rows = slice(round((1 - bottom - tall) * height), round((1 - bottom) * height))
        bodies[axes.get_label()] = pixels[rows, round(left * width) : round((left + wide) * width)]
    return bodies


def test_print_in_grey_tells_then_from_now():
    bodies = grey_bodies()
    for picture in ("back", "front"):
        then, now = bodies[f"{picture}-0"], bodies[f"{picture}-1"]
        rows, columns = (min(sizes) for sizes in zip(then.shape, now.shape, strict=True))
        apart = np.abs(then[:rows, :columns] - now[:rows, :columns]) > DARKER
        assert apart.sum() > 50, picture


def test_numbness_tingling_and_weakness_have_patterns_of_their_own():
    shares = []
    for kind in (Kind.NUMBNESS, Kind.TINGLING, Kind.WEAKNESS):
        entries = tuple(entry(number, *marks("left_thigh_outer", kind=kind)) for number in range(4))
        found = progress.compute(Records(entries=entries), day(3))
        stream = io.BytesIO()
        body.draw(found, Style.print(), legend=False, size_inches=(5, 4)).savefig(stream, format="png", dpi=90)
        shares.append(np.asarray(Image.open(stream).convert("L"), dtype=float))
    for one, other in combinations(shares, 2):
        assert (np.abs(one - other) > DARKER).sum() > 60
