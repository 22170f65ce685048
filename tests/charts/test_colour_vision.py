"""Charts without red and green, and charts in grey: what stands side by side is still told apart, or has another cue.

Deuteranopia is simulated with the matrices of Viénot, Brettel and Mollon (1999), in linear light.
"""

import itertools

import numpy as np
import pytest

from journal.charts import sensation, strength
from journal.charts.style import Style
from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.palette import DARK, LIGHT, PRINT

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
SIGHTS = pytest.mark.parametrize("sight", ["deuteranopia", "grey"])
RGB_TO_LMS = np.array([[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709]])
WITHOUT_GREEN = np.array([[1, 0, 0], [0.494207, 0, 1.24827], [0, 0, 1]])
JUST_TOLD = 8.0
"""Difference in CIELAB from which two patches side by side are told apart with ease."""


def linear(colour):
    values = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def seen(colour, sight):
    """A colour in linear RGB as that eye, or that printer, has it."""
    rgb = linear(colour)
    if sight == "grey":
        return np.full(3, rgb @ np.array([0.2126, 0.7152, 0.0722]))
    return np.clip(np.linalg.inv(RGB_TO_LMS) @ WITHOUT_GREEN @ RGB_TO_LMS @ rgb, 0, 1)


def lab(rgb):
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    scaled = xyz / np.array([0.9505, 1.0, 1.089])
    f = np.where(scaled > 0.008856, np.cbrt(scaled), 7.787 * scaled + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(one, other, sight):
    return float(np.linalg.norm(lab(seen(one, sight)) - lab(seen(other, sight))))


def lightness(colour, sight):
    return lab(seen(colour, sight))[0]


@PALETTES
@SIGHTS
def test_neighbouring_steps_of_pain_are_told_apart_and_darken_in_order(colours, sight):
    for weak, strong in itertools.pairwise(colours.pain):
        assert apart(weak, strong, sight) >= JUST_TOLD
    steps = [lightness(fill, sight) for fill in colours.pain]
    assert steps == sorted(steps, reverse=True)


@PALETTES
@SIGHTS
def test_lines_stand_out_from_their_ground(colours, sight):
    for line in (colours.primary, colours.down, colours.quiet, colours.numbness, colours.tingling, colours.weakness):
        assert apart(line, colours.card, sight) >= 3 * JUST_TOLD


@PALETTES
@SIGHTS
def test_the_shade_of_a_flare_is_seen(colours, sight):
    assert apart(colours.down_tint, colours.card, sight) >= 4


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_up_and_down_are_told_apart_without_red_and_green(colours):
    assert apart(colours.primary, colours.down, "deuteranopia") >= JUST_TOLD


def test_kinds_of_feeling_differ_by_their_marks_since_grey_may_not_tell_their_colours():
    assert len({sensation.MARKERS[kind] for kind in (Kind.NUMBNESS, Kind.TINGLING, Kind.WEAKNESS)}) == 3


@pytest.mark.parametrize("style", [Style.light(), Style.dark(), Style.print()], ids=["light", "dark", "print"])
def test_left_and_right_differ_by_mark_fill_and_dashes(style):
    left, right = strength.look_of(style, Side.LEFT), strength.look_of(style, Side.RIGHT)
    assert left.marker != right.marker and left.dashes != right.dashes and left.fill != right.fill
