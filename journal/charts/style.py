"""How charts look: the palette of window or paper, with the type sizes and fonts that a figure needs."""

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal import palette
from journal.palette import Palette

if TYPE_CHECKING:
    import numpy as np

PREFERRED_FONTS = ("Segoe UI", "Helvetica Neue", "Inter", "Noto Sans", "Open Sans", "Liberation Sans")
"""Clear sans-serif faces of the platforms, best first."""
BUNDLED_FONT = "DejaVu Sans"
"""Comes with matplotlib, so it is always there."""
OTHER_SCRIPTS = (
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
    "Source Han Sans SC",
    "Droid Sans Fallback",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "IPAexGothic",
    "Noto Naskh Arabic",
    "Geeza Pro",
    "Arial Unicode MS",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "PingFang SC",
    "Hiragino Sans",
)
"""For letters of a treatment's name that the first two lack."""
BASE_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Style:
    """One look for every chart. Colours are "#rrggbb", sizes are points."""

    colours: Palette
    band: str
    """Every other row, a breath off the ground."""
    edge: str
    """Thin line round a filled mark, so that pale ones stay visible."""
    unclear: str
    """The line where there is no clear change."""
    fonts: tuple[str, ...]
    """Families in order; the first that has a letter draws it."""
    scale: float = 1.0
    """1.5 for text at 150 %."""

    @classmethod
    def light(cls, scale: float = 1.0) -> "Style":
        """The window's light theme."""
        return cls(palette.LIGHT, "#f7f6f3", "#3a3230", "#566370", available_fonts(), scale)

    @classmethod
    def dark(cls, scale: float = 1.0) -> "Style":
        """The window's dark theme."""
        return cls(palette.DARK, "#232a30", "#14181c", "#a9b5bf", available_fonts(), scale)

    @classmethod
    def print(cls, scale: float = 1.0) -> "Style":
        """Paper: nothing is lost by a black-and-white printer."""
        return cls(palette.PRINT, "#f5f5f4", "#222222", "#555555", available_fonts(), scale)

    @property
    def on_paper(self) -> bool:
        """Whether this is the paper's style."""
        return self.colours is palette.PRINT

    def pain_fills(self, strengths: "np.ndarray") -> "np.ndarray":
        """The fills of many strengths of 1..10 at once, as RGBA of 0..1: shape (n, 4)."""
        import numpy as np
        from matplotlib.colors import to_rgba_array

        wanted, which = np.unique(strengths, return_inverse=True)
        return to_rgba_array([self.colours.pain_fill(float(value)) for value in wanted])[which]

    def size(self, rank: float = 1.0) -> float:
        """A type size in points: 1 is a label, 0.85 a small one, 1.15 a heading."""
        return BASE_POINTS * rank * self.scale * fit(self.fonts[0])


def fit(family: str) -> float:
    """How much smaller a family is set so that it takes about the room of the others: the bundled one runs wide."""
    return 0.92 if family == BUNDLED_FONT else 1.0


@functools.cache
def available_fonts() -> tuple[str, ...]:
    """The families to use on this computer: one preferred face, the bundled one, other scripts."""
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    first = next((name for name in PREFERRED_FONTS if name in installed), None)
    others = tuple(name for name in OTHER_SCRIPTS if name in installed)
    return (*((first,) if first else ()), BUNDLED_FONT, *others)


def bundled_font_files() -> tuple[Path, ...]:
    """Where the bundled face is, upright and bold, for others who write in it."""
    from matplotlib import get_data_path

    folder = Path(get_data_path()) / "fonts" / "ttf"
    return folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf"
