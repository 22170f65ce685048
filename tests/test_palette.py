"""Every pair of colours that is read as text keeps 4.5:1, and every edge that must be seen 3:1 (WCAG 2.2)."""

import itertools
import re

import pytest

from journal.domain.entry import Kind
from journal.palette import DARK, LIGHT, PRINT

THEMES = {"light": LIGHT, "dark": DARK}
TEXT_PAIRS = [
    *[("text", ground) for ground in ("ground", "card", "tint", "down_tint")],
    *[("quiet", ground) for ground in ("ground", "card", "tint", "border")],
    *[("primary", ground) for ground in ("ground", "card", "tint")],
    *[("down", ground) for ground in ("ground", "card", "down_tint")],
    ("on_primary", "primary"),
    ("on_primary", "down"),
    ("ground", "text"),
    ("card", "text"),
    *[(str(kind), ground) for kind in Kind if kind is not Kind.PAIN for ground in ("skin", "card")],
]
EDGES = [("primary", "card"), ("primary", "ground"), ("outline", "card"), ("quiet", "card"), ("outline", "skin")]


def luminance(color: str) -> float:
    assert re.fullmatch("#[0-9a-f]{6}", color)
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_readable(theme, ink, ground):
    colors = THEMES[theme]
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), EDGES)
def test_edges_that_carry_meaning_are_seen(theme, line, ground):
    colors = THEMES[theme]
    assert contrast(getattr(colors, line), getattr(colors, ground)) >= 3


@pytest.mark.parametrize("colors", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize("strength", range(1, 11))
def test_the_number_on_a_pain_is_readable(colors, strength):
    from journal.ui.body_map.painter import number_color

    assert contrast(number_color(strength), colors.pain_fill(strength)) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_stronger_pain_is_darker_so_that_grey_print_and_colour_blind_eyes_tell_it(colors):
    fills = [luminance(fill) for fill in colors.pain]
    assert fills == sorted(fills, reverse=True)
    assert all(contrast(weak, strong) >= 1.2 for weak, strong in itertools.pairwise(colors.pain))
