"""Paints the body with its marks onto anything: the big map, and the thumbnails of the journal."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPainterPath, QPen

from journal.domain.entry import Kind, Symptom
from journal.palette import Palette
from journal.ui.body_map import patterns
from journal.ui.body_map.figure import Figure, RegionShape

Marks = Mapping[str, Mapping[Kind, float]]
"""For each marked region, the strength (1..10) of each kind felt there."""

_SMALLEST_NUMBER_PX = 8
_THICKEST_PX = 4.0
"""Of a line: no thicker where a foot is shown large."""


def marks_of(symptoms: Iterable[Symptom]) -> Marks:
    """The marks of an entry."""
    marks: dict[str, dict[Kind, float]] = {}
    for symptom in symptoms:
        marks.setdefault(symptom.region, {})[symptom.kind] = symptom.intensity
    return marks


def paint(
    painter: QPainter,
    figure: Figure,
    palette: Palette,
    marks: Marks,
    *,
    numbers: bool,
    largest_number: float = 15,
    within: QRectF | None = None,
) -> None:
    """Paint the figure, or as much of it as touches `within`.

    `numbers` writes how strong it is where that fits, at most `largest_number` pixels high, so that no colour has to
    be read: the pain's strength, or where there is none the strongest other feeling's.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    touched = [part for part in figure.parts if within is None or part.bounds.intersects(within)]
    for part in touched:
        _paint_part(painter, part, figure, palette, marks)
    if numbers:
        for part in touched:
            here = marks.get(part.shape.region or "")
            if here:
                _write_number(painter, part, palette, here, largest_number)


def _paint_part(painter: QPainter, part: RegionShape, figure: Figure, palette: Palette, marks: Marks) -> None:
    role = part.shape.role
    if role == "region":
        here = marks.get(part.shape.region or "", {})
        if here:
            patterns.fill(painter, part.path, palette, dict(here))
        painter.strokePath(part.path, QPen(QColor(palette.seam), min(max(0.6, 0.8 * figure.scale), 2.0)))
    elif role == "skin":
        painter.fillPath(part.path, QColor(palette.skin))
    elif role == "outline":
        painter.strokePath(part.path, _pen(palette.outline, 1.7 * figure.scale))
    elif role == "detail":
        faint = QColor(palette.outline)
        faint.setAlpha(120)
        painter.strokePath(part.path, _pen(faint, 0.9 * figure.scale))
    else:  # ghost: the upper body, fading away upwards
        painter.fillPath(part.path, _fading(palette.skin, 1.0, figure))
        painter.strokePath(part.path, _pen(_fading(palette.outline, 0.5, figure), 1.4 * figure.scale))


def _pen(color: str | QColor | QBrush, width: float) -> QPen:
    brush = color if isinstance(color, QBrush) else QBrush(QColor(color))
    return QPen(
        brush,
        min(max(0.7, width), _THICKEST_PX),
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _fading(color: str, most: float, figure: Figure) -> QBrush:
    """A colour that comes out of nothing between the drawing's two heights, up to `most` of itself."""
    top, full = figure.fade
    fade = QLinearGradient(QPointF(0, top), QPointF(0, full))
    for place, share in ((0.0, 0.0), (1.0, most)):
        tone = QColor(color)
        tone.setAlphaF(share)
        fade.setColorAt(place, tone)
    return QBrush(fade)


def _write_number(
    painter: QPainter, part: RegionShape, palette: Palette, here: Mapping[Kind, float], largest: float
) -> None:
    size = min(largest, part.label_room * 1.5)
    if size < _SMALLEST_NUMBER_PX:
        return
    kind = Kind.PAIN if Kind.PAIN in here else max(here, key=lambda felt: here[felt])
    strength = here[kind]
    font = QFont(painter.font())
    font.setPixelSize(round(size))
    font.setBold(True)
    glyphs = QPainterPath()
    glyphs.addText(0, 0, font, str(round(strength)))
    glyphs.translate(part.label_point - glyphs.boundingRect().center())
    # the halo keeps the number readable on a pattern
    halo, ink = (
        (palette.pain_fill(strength), number_color(strength))
        if kind is Kind.PAIN
        else (palette.skin, palette.kind(kind, strength))
    )
    painter.strokePath(glyphs, _pen(halo, 4))
    painter.fillPath(glyphs, QColor(ink))


def number_color(strength: float) -> str:
    """The colour of a number on the fill of that pain: at least 4.5:1 in contrast."""
    return "#ffffff" if strength >= 8.5 else "#000000"
