"""The colours of everything that is seen, on screen, in charts and on paper, in one place.

Text on its ground keeps a contrast of at least 4.5:1 in both themes. Pain fills grow darker with strength, so that
they are told apart in grey print and by colour-blind eyes; the other kinds carry a pattern besides their colour.
"""

from typing import NamedTuple

from journal.domain.entry import Kind


class Palette(NamedTuple):
    """One theme. Every colour is "#rrggbb"."""

    dark: bool
    ground: str
    card: str
    border: str
    text: str
    quiet: str
    primary: str
    """Also "up"."""
    on_primary: str
    tint: str
    """A breath of primary, behind what is chosen or said."""
    down: str
    """ "Down", and flares."""
    down_tint: str
    skin: str
    outline: str
    seam: str
    """The line between two regions."""
    numbness: str
    tingling: str
    weakness: str
    to_shade: str = "#8a8a8a"
    """The line between two regions of a body that is filled in by hand."""
    pain: tuple[str, str, str, str, str] = ("#fde3bd", "#fbc27c", "#f1914e", "#d2504d", "#8c2342")
    """Fills for strength 1-2, 3-4, 5-6, 7-8, 9-10."""

    def pain_fill(self, strength: float) -> str:
        """The fill for a strength of 1..10 (means may lie between)."""
        return self.pain[min(4, max(0, (round(strength) - 1) // 2))]

    def kind(self, kind: Kind, strength: float) -> str:
        """The colour of one kind of symptom at that strength."""
        if kind is Kind.PAIN:
            return self.pain_fill(strength)
        return {Kind.NUMBNESS: self.numbness, Kind.TINGLING: self.tingling, Kind.WEAKNESS: self.weakness}[kind]


LIGHT = Palette(
    dark=False,
    ground="#f6f5f1",
    card="#ffffff",
    border="#e3e0d8",
    text="#1f2933",
    quiet="#566370",
    primary="#0b6b63",
    on_primary="#ffffff",
    tint="#e2f1ee",
    down="#a34a00",
    down_tint="#faeadb",
    skin="#f4ece2",
    outline="#7c6f64",
    seam="#d9cfc2",
    numbness="#2b5fa8",
    tingling="#7443a8",
    weakness="#5a5f66",
)

DARK = Palette(
    dark=True,
    ground="#14181c",
    card="#1d2328",
    border="#2c343b",
    text="#e8ecef",
    quiet="#a9b5bf",
    primary="#5cc9bb",
    on_primary="#0c1a19",
    tint="#17332f",
    down="#f0a35e",
    down_tint="#3a2a1b",
    skin="#352f2a",
    outline="#a3968a",
    seam="#4d453e",
    numbness="#8fb8f2",
    tingling="#c9a0f0",
    weakness="#b9c0c8",
)

PRINT = Palette(
    dark=False,
    ground="#ffffff",
    card="#ffffff",
    border="#b5b5b5",
    text="#111111",
    quiet="#444444",
    primary="#111111",
    on_primary="#ffffff",
    tint="#eeeeee",
    down="#111111",
    down_tint="#e4e4e4",
    skin="#f7f3ee",
    outline="#5c534b",
    seam="#cfc7bd",
    numbness="#1f4f94",
    tingling="#5f3291",
    weakness="#44484d",
)
