"""Draws the four pictures of the home strength tests into this folder: run it, and look at what it made.

Legs are chains of joints with a thickness at each; their outlines are computed. A figure is painted twice, first wider
in the colour of the outline, then in that of the skin, so that overlapping parts become one body with one outline.
The window replaces each of the colours below by the one of the theme.
"""

import math
from pathlib import Path

SKIN, SHADE, OUTLINE, CLOTH, MOVE, GROUND = "#f4ece2", "#eadfd1", "#7c6f64", "#e2f1ee", "#0b6b63", "#d9cfc2"
WIDTH, HEIGHT, FLOOR = 300, 300, 284
LINE = 2.2

Point = tuple[float, float]
Knot = tuple[float, float, float]
"""x, y and half the thickness there."""


def chain(knots: list[Knot], samples: int = 14, *, flat: bool = False) -> list[Point]:
    """The outline of a limb through the knots, round at both ends or cut off straight."""
    spine: list[Knot] = []
    for index in range(len(knots) - 1):
        spine += [_along(knots, index, step / samples) for step in range(samples)]
    spine.append(knots[-1])
    left, right = [], []
    for index, (x, y, r) in enumerate(spine):
        ax, ay, _ = spine[max(index - 1, 0)]
        bx, by, _ = spine[min(index + 1, len(spine) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1
        nx, ny = (by - ay) / length, -(bx - ax) / length
        left.append((x + nx * r, y + ny * r))
        right.append((x - nx * r, y - ny * r))
    if flat:
        return left + right[::-1]
    return left + _cap(spine[-1], left[-1], right[-1]) + right[::-1] + _cap(spine[0], right[0], left[0])


def _along(knots: list[Knot], index: int, t: float) -> Knot:
    """Catmull-Rom between two knots."""
    a, b = knots[max(index - 1, 0)], knots[index]
    c, d = knots[index + 1], knots[min(index + 2, len(knots) - 1)]
    return tuple(  # type: ignore[return-value]
        0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )


def _cap(end: Knot, start: Point, stop: Point) -> list[Point]:
    x, y, r = end
    first = math.atan2(start[1] - y, start[0] - x)
    last = math.atan2(stop[1] - y, stop[0] - x)
    while last < first:
        last += 2 * math.pi
    if last - first > math.pi + 0.01:
        last -= 2 * math.pi
    return [(x + r * math.cos(a), y + r * math.sin(a)) for a in (first + (last - first) * n / 8 for n in range(1, 8))]


def closed(points: list[Point]) -> str:
    """A path through dense points."""
    return "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in points) + " Z"


def smooth(points: list[Point], *, close: bool = True) -> str:
    """A curve through a few hand-set points (Catmull-Rom as cubic curves)."""
    count = len(points)
    d = f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    for index in range(count if close else count - 1):
        if close:
            a, b, c, e = (points[(index + n) % count] for n in (-1, 0, 1, 2))
        else:
            a, b, c, e = (points[min(max(index + n, 0), count - 1)] for n in (-1, 0, 1, 2))
        d += (
            f" C{b[0] + (c[0] - a[0]) / 6:.1f},{b[1] + (c[1] - a[1]) / 6:.1f}"
            f" {c[0] - (e[0] - b[0]) / 6:.1f},{c[1] - (e[1] - b[1]) / 6:.1f} {c[0]:.1f},{c[1]:.1f}"
        )
    return d + (" Z" if close else "")


def path(d: str, *, fill: str = "none", stroke: str = OUTLINE, width: float = LINE, more: str = "") -> str:
    """One element."""
    return (
        f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{width}" stroke-linecap="round"'
        f' stroke-linejoin="round"{more}/>'
    )


def body(parts: list[str], fill: str = SKIN) -> list[str]:
    """Several outlines as one body."""
    wide = [path(d, fill=OUTLINE, width=2 * LINE) for d in parts]
    return [*wide, *(path(d, fill=fill, stroke=fill, width=0.4) for d in parts)]


def turned(points: list[Knot], degrees: float, about: Point) -> list[Knot]:
    """Turned clockwise on the screen."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x0, y0 = about
    return [(x0 + (x - x0) * c - (y - y0) * s, y0 + (x - x0) * s + (y - y0) * c, r) for x, y, r in points]


def leg(hip: Point, knee: Point, ankle: Point) -> list[str]:
    """Thigh and lower leg seen from the side, facing right: the calf's belly is behind the bone."""
    (hx, hy), (kx, ky), (ax, ay) = hip, knee, ankle
    thigh = chain([(hx, hy, 25), (hx + (kx - hx) * 0.5, hy + (ky - hy) * 0.5, 22), (kx, ky, 15.5)])
    length = math.hypot(ax - kx, ay - ky)
    back = (-(ay - ky) / length, (ax - kx) / length)  # to the left of the way down
    belly = [(kx, ky, 15.5)]
    for at, out, r in ((0.18, 2.0, 15.6), (0.36, 4.6, 16.2), (0.6, 2.6, 12.6), (0.82, 0.6, 9.0)):
        belly.append((kx + (ax - kx) * at + back[0] * out, ky + (ay - ky) * at + back[1] * out, r))
    return [closed(thigh), closed(chain([*belly, (ax, ay, 8.6)]))]


def foot(ankle: Point, pitch: float, toes: float) -> list[str]:
    """A foot from the side: `pitch` turns it about the ankle (heel up is positive), `toes` bends them back up."""
    x, y = ankle
    hind = [
        [(x, y, 8.6), (x - 3, y + 6, 8.6), (x - 8, y + 9.5, 6.6)],
        [(x, y, 8.6), (x + 12, y + 5.5, 8.4), (x + 25, y + 9.2, 6.2), (x + 33, y + 10.6, 4.9)],
        [(x - 8, y + 9.5, 6.4), (x + 4, y + 10.2, 5.2), (x + 20, y + 10.6, 4.8), (x + 33, y + 10.8, 4.8)],
    ]
    ball = (x + 33, y + 10.8)
    front = turned([(x + 33, y + 10.8, 4.8), (x + 41, y + 11.6, 4.1), (x + 47.5, y + 12.0, 3.5)], -toes, ball)
    return [closed(chain(turned(part, pitch, ankle))) for part in (*hind, front)]


def lowest(ankle: Point, pitch: float, toes: float) -> float:
    """How far down the foot reaches."""
    numbers = [float(word.split(",")[1]) for d in foot(ankle, pitch, toes) for word in d[1:-2].split(" L")]
    return max(numbers)


def standing(x: float, knee_x: float, ankle_x: float, pitch: float, toes: float, lift: float = 0) -> tuple[Point, ...]:
    """Hip, knee and ankle of a leg whose foot stands on the floor, the hip above it at the leg's own length."""
    ankle_y = FLOOR - LINE - lift - (lowest((0, 0), pitch, toes))
    shank, thigh = 99.0, 96.0
    knee_y = ankle_y - math.sqrt(shank**2 - (knee_x - ankle_x) ** 2)
    hip_y = knee_y - math.sqrt(thigh**2 - (x - knee_x) ** 2)
    return (x, hip_y), (knee_x, knee_y), (ankle_x, ankle_y)


def trunk(hip: Point, lean: float = 0) -> list[str]:
    """The pelvis and the waist, up to the upper edge of the picture."""
    x, y = hip
    return [closed(chain([(x - 2, y - 4, 27), (x + 1 + lean * 0.4, y - 30, 24), (x + 3 + lean, min(y - 60, -30), 25)]))]


def shorts(hip: Point, knees: list[Point]) -> list[str]:
    """From the waist down to the middle of the thigh, cut off straight."""
    x, y = hip
    seat = closed(
        chain([(x + 1.5, y - 36, 25), (x - 1, y - 18, 27.5), (x - 2, y, 28.5), (x - 1, y + 12, 27)], flat=True)
    )
    parts = [seat]
    for kx, ky in knees:
        at = [(x + (kx - x) * share, y + (ky - y) * share) for share in (0, 0.25, 0.52)]
        parts.append(closed(chain([(*at[0], 27.5), (*at[1], 26.5), (*at[2], 25.5)], flat=True)))
        parts.append(closed(chain([(x - 1, y + 1, 27.4), (*at[1], 26.0)])))
    return parts


def arrow(points: list[Point], size: float = 9) -> str:
    """A curved arrow that ends at the last point."""
    (ax, ay), (bx, by) = points[-2], points[-1]
    angle = math.atan2(by - ay, bx - ax)
    wings = [
        (bx + size * math.cos(angle + math.pi + turn), by + size * math.sin(angle + math.pi + turn))
        for turn in (0.55, -0.55)
    ]
    head = f"M{wings[0][0]:.1f},{wings[0][1]:.1f} L{bx:.1f},{by:.1f} L{wings[1][0]:.1f},{wings[1][1]:.1f}"
    return path(smooth(points, close=False), stroke=MOVE, width=4) + path(head, stroke=MOVE, width=4)


def floor(left: float = 22, right: float = 278) -> str:
    """The line everything stands on."""
    return path(f"M{left},{FLOOR} L{right},{FLOOR}", stroke=GROUND, width=3)


def picture(name: str, parts: list[str]) -> None:
    """Write one file."""
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">\n'
        "<!-- Written by draw_tests.py; change that, not this. -->\n" + "\n".join(parts) + "\n</svg>\n"
    )
    (Path(__file__).parent / f"{name}.svg").write_text(text, encoding="utf-8")


def chair(x: float) -> list[str]:
    """A sturdy chair from the side, its back toward the person."""
    wood = []
    seat, top = 196.0, 92.0
    for d in (
        f"M{x},{top} L{x + 5},{FLOOR - 2}",
        f"M{x + 62},{seat} L{x + 64},{FLOOR - 2}",
        f"M{x + 3},{seat} L{x + 66},{seat}",
    ):
        wood.append(path(d, stroke=OUTLINE, width=9))
    return wood + [
        path(part, stroke=SHADE, width=5.4)
        for part in (
            f"M{x},{top} L{x + 5},{FLOOR - 2}",
            f"M{x + 62},{seat} L{x + 64},{FLOOR - 2}",
            f"M{x + 3},{seat} L{x + 66},{seat}",
        )
    ]


def heel_raise() -> list[str]:
    """One leg on tiptoe, the other knee bent, a hand on the back of a chair."""
    hip, knee, ankle = standing(104, 105, 96, 42, 42)
    far_knee = (hip[0] + 20, hip[1] + 92)
    far_ankle = (far_knee[0] - 90, far_knee[1] + 24)
    far = leg(hip, far_knee, far_ankle) + foot(far_ankle, 62, 0)
    near = leg(hip, knee, ankle) + foot(ankle, 42, 42) + trunk(hip)
    arm = chain([(hip[0] + 6, -14, 11.5), (hip[0] + 26, 26, 10.2), (hip[0] + 58, 66, 8), (hip[0] + 86, 84, 7)])
    hand = chain([(hip[0] + 84, 84, 8), (hip[0] + 96, 88, 7.4)])
    return [
        floor(),
        *body(far, SHADE),
        *body(shorts(hip, [far_knee]), CLOTH),
        *chair(196),
        *body(near),
        *body(shorts(hip, [knee]), CLOTH),
        *body([closed(arm), closed(hand)]),
        arrow([(68, 278), (62, 262), (66, 244)]),
    ]


def walk(pitch: float, toes: float, move: list[list[Point]]) -> list[str]:
    """A short step with both feet on heels or toes."""
    hip, knee, ankle = standing(146, 168, 190, pitch, toes)
    _hip, _knee, far_ankle = standing(146, 128, 92, pitch, toes)
    reach = math.hypot(far_ankle[0] - hip[0], far_ankle[1] - hip[1])
    thigh, shank = 96.0, 99.0
    bend = math.acos(min(1, (thigh**2 + reach**2 - shank**2) / (2 * thigh * reach)))
    down = math.atan2(far_ankle[1] - hip[1], far_ankle[0] - hip[0]) - bend
    far_knee = (hip[0] + thigh * math.cos(down), hip[1] + thigh * math.sin(down))
    far = leg(hip, far_knee, far_ankle) + foot(far_ankle, pitch, toes)
    near = leg(hip, knee, ankle) + foot(ankle, pitch, toes) + trunk(hip)
    return [
        floor(),
        *body(far, SHADE),
        *body(shorts(hip, [far_knee]), CLOTH),
        *body(near),
        *body(shorts(hip, [knee]), CLOTH),
        *(arrow(points) for points in move),
    ]


def big_toe() -> list[str]:
    """The inner side of a foot on the floor, large, with the big toe lifted and where it was before."""
    foot_and_leg = [
        (86, -20), (88, 50), (93, 110), (93, 150), (86, 184), (66, 208), (51, 232), (50, 258), (64, 278), (92, 282),
        (116, 276), (140, 267), (164, 268), (188, 280), (208, 282), (226, 275), (230, 258), (216, 243), (196, 232),
        (172, 214), (156, 190), (150, 152), (150, 104), (158, 46), (164, -20),
    ]  # fmt: skip
    toe = [(208, 243), (228, 234), (245, 214), (256, 202), (267, 202), (272, 213), (266, 230), (248, 254), (230, 270),
           (214, 268)]  # fmt: skip
    nail = [(255, 203), (263, 199), (270, 207), (266, 214), (260, 209)]
    small = [(200, 254), (226, 256), (246, 262), (257, 270), (254, 281), (230, 283), (200, 282)]
    ghost = [(232, 252), (252, 254), (270, 258), (280, 267), (277, 278), (262, 283)]
    return [
        floor(14, 292),
        *body([smooth(small)], SHADE),
        path(smooth(ghost, close=False), stroke=OUTLINE, width=1.6, more=' stroke-dasharray="5,5"'),
        *body([smooth(foot_and_leg), smooth(toe)]),
        path(smooth(nail), fill=SHADE, width=1.2),
        path(smooth([(104, 212), (114, 204), (125, 210), (122, 222), (109, 223)]), width=1.3, more=' opacity="0.6"'),
        path(smooth([(118, 262), (142, 250), (168, 255)], close=False), width=1.3, more=' opacity="0.6"'),
        path(smooth([(213, 247), (219, 257), (217, 268)], close=False), width=1.3, more=' opacity="0.6"'),
        path(smooth([(100, 196), (105, 170), (106, 138)], close=False), width=1.3, more=' opacity="0.6"'),
        arrow([(288, 246), (292, 216), (281, 186)]),
    ]


if __name__ == "__main__":
    picture("heel_raises", heel_raise())
    picture("heel_walk", walk(-24, 14, [[(252, 262), (256, 244), (246, 228)], [(154, 262), (158, 244), (148, 228)]]))
    picture("toe_walk", walk(38, 38, [[(152, 262), (146, 244), (150, 226)], [(54, 262), (48, 244), (52, 226)]]))
    picture("big_toe_lift", big_toe())
