"""Draws body_map.svg: run `python resources/draw_body_map.py` and the file is written again, byte for byte.

Half of each picture is drawn, in (u, y): u is the distance from the axis of the body, y goes down. A picture is a few
smooth lines with named nodes on them; a region is a loop of pieces of those lines, so that neighbours share the very
same edge and nothing can gap or overlap. The other half is the mirror. Proportions: an adult of eight heads, one head
is 100 units; heights of joints as fractions of stature follow common anthropometric tables (knee .285, ankle .04).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot, sqrt
from pathlib import Path

from fontTools.misc.bezierTools import splitCubic

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]
Knot = tuple[float, float] | tuple[float, float, str] | str
"""A place on a line: (u, y), with a name if regions meet there, or the name of an earlier one; "|" after a knot makes
it a corner."""

WIDTH, HEIGHT = 680, 640
SKIN, OUTLINE, SEAM = "#f4ece2", "#7c6f64", "#cdbfae"
FADE = (38, 118)
"""The upper body comes out of nothing between these heights."""


def rounded(point: Point) -> Point:
    """Return the point as it will be written."""
    return round(point[0], 2) + 0.0, round(point[1], 2) + 0.0


def spline(points: list[Point], before: Point | None = None, after: Point | None = None) -> Iterator[Curve]:
    """Draw a centripetal Catmull-Rom curve through the points; before and after only steer its ends."""
    for index in range(len(points) - 1):
        start, end = points[index], points[index + 1]
        previous = points[index - 1] if index else before
        following = points[index + 2] if index + 2 < len(points) else after
        first = _control(previous, start, end) if previous else None
        second = _control(following, end, start) if following else None
        if first is None:
            first = _between(start, second, 0.5) if second else _between(start, end, 1 / 3)
        if second is None:
            second = _between(first, end, 0.5) if previous else _between(start, end, 2 / 3)
        yield start, rounded(first), rounded(second), end


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _control(behind: Point, here: Point, ahead: Point) -> Point:
    back, forth = (hypot(p[0] - here[0], p[1] - here[1]) for p in (behind, ahead))
    root_back, root_forth = sqrt(back), sqrt(forth)
    share = 3 * root_back * (root_back + root_forth)
    own = 2 * back + 3 * root_back * root_forth + forth
    u, y = ((back * a - forth * b + own * h) / share for a, b, h in zip(ahead, behind, here, strict=True))
    return u, y


@dataclass
class Half:
    """Half of one picture while it is being drawn."""

    nodes: dict[str, Point] = field(default_factory=dict)
    lines: dict[str, list[Curve]] = field(default_factory=dict)

    def line(self, name: str, *knots: Knot, smooth: str = "") -> None:
        """Draw a smooth line.

        smooth "start" or "end" makes it cross the axis of the body there without a kink, "loop" meet itself so.
        """
        pieces: list[list[Point]] = [[]]
        for knot in knots:
            if knot == "|":
                pieces.append([pieces[-1][-1]])
                continue
            if isinstance(knot, str):
                point = self.nodes[knot]
            else:
                point = rounded((knot[0], knot[1]))
                if len(knot) == 3:
                    self.nodes[knot[2]] = point
            pieces[-1].append(point)
        first, last = pieces[0], pieces[-1]
        before = {"start": (-first[1][0], first[1][1]), "loop": last[-2]}.get(smooth)
        after = {"end": (-last[-2][0], last[-2][1]), "loop": first[1]}.get(smooth)
        self.lines[name] = [
            curve
            for piece in pieces
            for curve in spline(piece, before if piece is first else None, after if piece is last else None)
        ]

    def cut(self, line: str, node: str, near: Point, across: bool = False) -> None:
        """Put a node on a line at the height (across: at the distance u) of `near`, where it passes closest to it."""
        axis = 0 if across else 1
        found: list[tuple[float, int, list[Curve]]] = []
        for index, curve in enumerate(self.lines[line]):
            parts = [tuple(rounded(p) for p in part) for part in splitCubic(*curve, near[axis], not across)]
            for left in parts[:-1]:
                found.append((hypot(left[3][0] - near[0], left[3][1] - near[1]), index, parts))
        _, index, parts = min(found, key=lambda one: one[0])
        self.nodes[node] = min((p[3] for p in parts[:-1]), key=lambda p: hypot(p[0] - near[0], p[1] - near[1]))
        self.lines[line][index : index + 1] = parts

    def piece(self, line: str, start: str, end: str) -> list[Curve]:
        """Return a line from one node to another, either way; a closed line goes the shorter way, or all round."""
        curves = self.lines[line]
        if start == end:
            return curves
        points = [curves[0][0], *(curve[3] for curve in curves)]
        starts, ends = ([i for i, p in enumerate(points) if p == self.nodes[node]] for node in (start, end))
        a, b = min(((a, b) for a in starts for b in ends), key=lambda pair: abs(pair[0] - pair[1]))
        if a < b:
            return curves[a:b]
        return [curve[::-1] for curve in reversed(curves[b:a])]

    def trace(self, way: str) -> list[Curve]:
        """Follow "node line node line node"."""
        words = way.split()
        return [
            curve for i in range(0, len(words) - 2, 2) for curve in self.piece(words[i + 1], words[i], words[i + 2])
        ]


@dataclass
class Picture:
    """One group of the drawing: where its axis is, which side is on the right, and its paths so far."""

    name: str
    axis: float
    top: float
    frame: tuple[float, float, float, float]
    right_hand: str
    scale: float = 1
    upside_down: bool = False
    half: Half = field(default_factory=Half)
    paths: list[str] = field(default_factory=list)

    def _place(self, point: Point, sign: int) -> str:
        y = self.top + self.scale * (-point[1] if self.upside_down else point[1])
        return f"{self.axis + sign * round(self.scale * point[0], 2):.2f},{y:.2f}".replace(".00", "")

    def _steps(self, curves: list[Curve], sign: int) -> str:
        return " ".join("C" + " ".join(self._place(p, sign) for p in curve[1:]) for curve in curves)

    def _path(self, role: str, d: str, region: str = "") -> None:
        if region:
            self.paths.append(f'<path id="{region}.{self.name}" data-region="{region}" class="{role}" d="{d}"/>')
        else:
            self.paths.append(f'<path class="{role}" d="{d}"/>')

    def across(self, role: str, way: str, region: str = "") -> None:
        """Add a closed shape that lies over the axis, from its right half."""
        curves = self.half.trace(way)
        back = [curve[::-1] for curve in reversed(curves)]
        self._path(role, f"M{self._place(curves[0][0], 1)} {self._steps(curves, 1)} {self._steps(back, -1)} Z", region)

    def both(self, role: str, way: str, region: str = "") -> None:
        """Add a shape and its mirror, closed if the way ends where it began; regions get the name of their side."""
        curves = self.half.trace(way)
        close = " Z" if curves[0][0] == curves[-1][3] else ""
        sides = ("left", "right") if self.right_hand == "right" else ("right", "left")
        for side, sign in sorted(zip(sides, (-1, 1), strict=True)):
            d = f"M{self._place(curves[0][0], sign)} {self._steps(curves, sign)}{close}"
            self._path(role, d, f"{side}_{region}" if region else "")

    def details(self, **lines: tuple[Knot, ...]) -> None:
        """Add fine open lines that are no border of anything."""
        for name, knots in lines.items():
            self.half.line(name, *knots)
            self.stroke("detail", name)

    def stroke(self, role: str, line: str) -> None:
        """Add a whole line and, unless it runs along the axis, its mirror."""
        curves = self.half.lines[line]
        for sign in (1,) if all(point[0] == 0 for curve in curves for point in curve) else (-1, 1):
            self._path(role, f"M{self._place(curves[0][0], sign)} {self._steps(curves, sign)}")

    def svg(self) -> str:
        """Return the group."""
        frame = " ".join(f"{value:g}" for value in self.frame)
        return "\n".join([f'<g id="{self.name}" data-frame="{frame}">', *self.paths, "</g>"])


# The silhouette that the back and the front of a person share: the outer side from the waist down, the inner side up.
OUTER: tuple[Knot, ...] = (
    (66, 76, "waist"),
    (63, 96),
    (65.5, 112),
    (71, 130),
    (74.5, 148),
    (77, 168),
    (79, 190),
    (79.5, 210),
    (78, 236),
    (75, 270),
    (70.5, 310),
    (65.5, 343),
    (62, 366),
    (61, 383),
    (62.5, 402),
    (64.5, 424),
    (63.8, 448),
    (60, 482),
    (55.5, 514),
    (53, 538),
    (53.5, 553),
)
INNER: tuple[Knot, ...] = (
    (24.5, 548),
    (23.5, 530),
    (18.5, 500),
    (12.5, 470),
    (10, 447),
    (10.8, 424),
    (13.2, 402),
    (13, 386),
    (11, 366),
    (11.5, 345),
    (11, 318),
    (9.3, 288),
    (7, 260),
    (5, 240),
    (3.2, 229),
    (0, 224, "crotch"),
)


def ghost(picture: Picture) -> None:
    """Add the upper body and the arms: there, but no place to mark."""
    half = picture.half
    half.line("ghost_torso", (0, 38, "t0"), (71, 38), "|", (67.5, 62), "waist", "|", (0, 76, "t1"))
    picture.across("ghost", "t0 ghost_torso t1")
    half.line(
        "ghost_arm",
        (86, 38, "arm"),
        (86.5, 70),
        (89, 100),
        (93, 140),
        (97, 176),
        (99, 194),
        (98.5, 206),
        (94, 222),
        (94.5, 234),
        (98, 232),
        (101, 224),
        (102, 240),
        (105, 262),
        (109.5, 270),
        (114, 262),
        (117, 240),
        (118, 218),
        (115.5, 200),
        (116, 176),
        (118, 140),
        (118, 105),
        (115, 70),
        (113, 38),
        "|",
        "arm",
    )
    picture.both("ghost", "arm ghost_arm arm")


def back() -> Picture:
    """Draw the person from behind."""
    picture = Picture("back", 124, 0, (0, 36, 248, 570), "right")
    half = picture.half
    half.line(
        "body",
        *OUTER,
        (55.5, 564),
        (54.5, 576),
        (54, 588),
        (49, 598),
        (39.5, 601),
        (30, 598.5),
        (25, 589),
        (24.5, 576),
        (22.8, 562),
        *INNER,
        smooth="end",
    )
    half.cut("body", "crest_out", (71, 129))
    half.cut("body", "hip_out", (79, 226))
    half.cut("body", "knee_out", (64, 350))
    half.cut("body", "calf_out", (62, 404))
    half.cut("body", "ankle_out", (53, 536))
    half.cut("body", "heel_out", (52, 594))
    half.cut("body", "heel_in", (23, 528))
    half.cut("body", "belly_in", (11, 466))
    half.cut("body", "calf_in", (13, 406))
    half.cut("body", "knee_in", (11, 352))
    half.cut("body", "mid_in", (9, 288))
    half.cut("body", "fold_in", (4.5, 236))

    half.line("waist", (0, 76, "waist_0"), (15, 76, "column_top"), "waist")
    half.line("column", "column_top", (14.5, 105), (16, 125), (21, 143, "psis"))
    half.line("sacrum_top", (0, 137, "sacrum_0"), (10, 138), "psis", smooth="start")
    half.line("crest", "psis", (36, 126), (52, 120, "crest_mid"), "crest_out")
    half.line("sacrum_side", "psis", (18, 160), (12.5, 178, "glute_in"), (6, 200, "tip"))
    half.line("sacrum_low", (0, 204, "tip_0"), "tip", smooth="start")
    half.line("cleft", "tip", (9, 214), (9.5, 226), "fold_in")
    half.line("hip", "crest_mid", (57, 142), (59, 178, "glute_out"), (59.5, 205), (60.5, 224, "fold_out"))
    half.line("hip_low", "hip_out", "fold_out")
    half.line("glute", "glute_in", (34, 186), "glute_out")
    half.line("fold", "fold_in", (12, 239), (27, 240), (44, 234), "fold_out")
    half.line("band", "fold_out", (58, 260), (55.5, 285, "mid_out"), (49, 322), (46.5, 345, "knee_band"))
    half.line("mid_thigh", "mid_in", (32, 291), "mid_out")
    half.line("knee_top", "knee_in", (27, 344), (37, 341), "knee_band", "knee_out")
    half.line("knee_low", "calf_in", (26, 409), (37, 414), (45, 409, "calf_band"), "calf_out")
    half.line("fibula", "calf_band", (47, 432), (46.5, 455, "belly_out"), (42, 500), (40.5, 531, "achilles"))
    half.line("belly", "belly_in", (20, 472), (30, 466), (33, 458), (39, 461), "belly_out")
    half.line("heel_top", "heel_in", (32, 526), "achilles")
    half.line("ankle_top", "achilles", "ankle_out")
    half.line("ankle_side", "achilles", (40, 552), (42, 576), "heel_out")

    ghost(picture)
    half.line("toes_behind", (54, 580), (61, 588), (66, 596), (62, 600.5), (48, 600.5), "|", (54, 580))
    picture.stroke("skin", "toes_behind")
    picture.across("skin", "waist_0 waist waist body crotch")
    picture.across("region", "waist_0 waist column_top column psis sacrum_top sacrum_0", "low_back_centre")
    picture.both("region", "column_top waist waist body crest_out crest psis column column_top", "low_back")
    picture.across("region", "sacrum_0 sacrum_top psis sacrum_side tip sacrum_low tip_0", "sacrum")
    picture.both("region", "psis crest crest_mid hip glute_out glute glute_in sacrum_side psis", "buttock_upper")
    picture.both(
        "region",
        "glute_in glute glute_out hip fold_out fold fold_in cleft tip sacrum_side glute_in",
        "buttock_lower",
    )
    picture.both("region", "crest_mid crest crest_out body hip_out hip_low fold_out hip crest_mid", "hip")
    picture.across("region", "tip_0 sacrum_low tip cleft fold_in body crotch", "saddle")
    picture.both("region", "fold_in fold fold_out band mid_out mid_thigh mid_in body fold_in", "thigh_back_upper")
    picture.both("region", "mid_in mid_thigh mid_out band knee_band knee_top knee_in body mid_in", "thigh_back_lower")
    picture.both("region", "fold_out hip_low hip_out body knee_out knee_top knee_band band fold_out", "thigh_outer")
    picture.both("region", "knee_in knee_top knee_out body calf_out knee_low calf_in body knee_in", "knee_back")
    picture.both("region", "calf_in knee_low calf_band fibula belly_out belly belly_in body calf_in", "calf_upper")
    picture.both("region", "belly_in belly belly_out fibula achilles heel_top heel_in body belly_in", "calf_lower")
    picture.both(
        "region", "calf_band knee_low calf_out body ankle_out ankle_top achilles fibula calf_band", "lower_leg_outer"
    )
    picture.both("region", "achilles ankle_top ankle_out body heel_out ankle_side achilles", "ankle_outer")
    picture.both("region", "heel_in heel_top achilles ankle_side heel_out body heel_in", "heel")
    picture.details(
        spine=((0, 80), (0, 132)),
        cleft_line=((0, 190), (0, 224)),
        fold_line=((8, 238), (27, 240), (44, 234)),
        tendon_in=((31, 520), (32.5, 545), (31, 566)),
        tendon_out=((40, 535), (38.5, 550), (40, 568)),
    )
    picture.both("outline", "waist body crotch")
    return picture


def front() -> Picture:
    """Draw the person from the front."""
    picture = Picture("front", 556, 0, (432, 36, 248, 588), "left")
    half = picture.half
    half.line(
        "body",
        *OUTER,
        (55.8, 565),
        (57, 576),
        (62, 589),
        (68.5, 599),
        (72, 606),
        (70, 611),
        (66.5, 610),
        (65.5, 606.5, "web45"),
        "|",
        (64.5, 613),
        (60.5, 614.5),
        (58.3, 609, "web34"),
        "|",
        (57, 615.5),
        (52.5, 617),
        (50.3, 611, "web23"),
        "|",
        (49, 617.5),
        (45, 618.5),
        (42.5, 611, "web12"),
        "|",
        (42, 617),
        (35, 620.5),
        (28.5, 617),
        (26.5, 607),
        (27, 596),
        (25.5, 584),
        (24, 572),
        (22.5, 561),
        *INNER,
        smooth="end",
    )
    half.cut("body", "crest_out", (71, 129))
    half.cut("body", "hip_out", (79, 226))
    half.cut("body", "knee_out", (64, 350))
    half.cut("body", "calf_out", (62, 404))
    half.cut("body", "ankle_out", (53, 538))
    half.cut("body", "edge_top", (58, 579))
    half.cut("body", "edge_low", (68, 598))
    half.cut("body", "toe_in", (27, 603))
    half.cut("body", "ankle_low", (25, 580))
    half.cut("body", "ankle_in", (24, 534))
    half.cut("body", "calf_in", (13, 406))
    half.cut("body", "knee_in", (11, 352))
    half.cut("body", "fold_in", (4.5, 236))

    half.line("waist", (0, 76, "waist_0"), "waist")
    half.line("crest", "crest_out", (62, 131), (53, 139, "asis"))
    half.line("ligament", "asis", (36, 170), (14, 200, "pubis"))
    half.line("pubic", (0, 197, "pubis_0"), "pubis", smooth="start")
    half.line("hip", "asis", (57, 156), (59, 174, "groin_out"), (60, 200), (60.5, 224, "fold_out"))
    half.line("crease", "groin_out", (44, 196), (28, 217, "groin_mid"), (17, 224, "groin_in"))
    half.line("pubic_side", "pubis", (15, 212), "groin_in")
    half.line("saddle_side", "groin_in", "fold_in")
    half.line("hip_low", "hip_out", "fold_out")
    half.line("band", "fold_out", (59, 255), (57, 288, "mid_out"), (51, 325), (48, 346, "knee_band"))
    half.line("adductor", "groin_mid", (29, 250), (28.5, 287, "mid_in"), (26, 320), (22, 347, "knee_inner"))
    half.line("mid_thigh", "mid_in", (43, 290), "mid_out")
    half.line("knee_top", "knee_in", "knee_inner", (36, 340), "knee_band", "knee_out")
    half.line("knee_low", "calf_in", (25.5, 407, "tibia_in"), (35, 412), (44, 407, "tibia_out"), "calf_out")
    half.line("tibia", "tibia_in", (26.5, 440), (29, 490), (33, 536, "tibia_in_low"))
    half.line("fibula", "tibia_out", (46, 440), (45, 490), (44, 537, "tibia_out_low"))
    half.line("shin_low", "tibia_in_low", (38.5, 541), "tibia_out_low")
    half.line("ankle_in_top", "ankle_in", "tibia_in_low")
    half.line("ankle_out_top", "tibia_out_low", "ankle_out")
    half.line("ankle_in_side", "tibia_in_low", (35, 556), (33, 572), "ankle_low")
    half.line("ankle_out_side", "tibia_out_low", (43.5, 556), (48, 572, "edge_in"), "edge_top")
    half.line("edge", "edge_in", (57, 590), (61.5, 600, "root45"))
    half.line("roots", "toe_in", (36, 606), (43, 604, "root12"), (54, 603), "root45", "edge_low")
    half.line("slit12", "web12", "root12")
    half.line("slit45", "web45", "root45")

    ghost(picture)
    picture.across("skin", "waist_0 waist waist body crotch")
    picture.both("region", "asis crest crest_out body hip_out hip_low fold_out hip asis", "hip")
    picture.both("region", "asis ligament pubis pubic_side groin_in crease groin_out hip asis", "groin")
    picture.across("region", "pubis_0 pubic pubis pubic_side groin_in saddle_side fold_in body crotch", "saddle")
    picture.both(
        "region",
        "groin_out hip fold_out band mid_out mid_thigh mid_in adductor groin_mid crease groin_out",
        "thigh_front_upper",
    )
    picture.both(
        "region", "mid_in mid_thigh mid_out band knee_band knee_top knee_inner adductor mid_in", "thigh_front_lower"
    )
    picture.both("region", "fold_out hip_low hip_out body knee_out knee_top knee_band band fold_out", "thigh_outer")
    picture.both(
        "region",
        "groin_in crease groin_mid adductor knee_inner knee_top knee_in body fold_in saddle_side groin_in",
        "thigh_inner",
    )
    picture.both("region", "knee_in knee_top knee_out body calf_out knee_low calf_in body knee_in", "knee_front")
    picture.both(
        "region", "tibia_in knee_low tibia_out fibula tibia_out_low shin_low tibia_in_low tibia tibia_in", "shin"
    )
    picture.both(
        "region", "calf_in knee_low tibia_in tibia tibia_in_low ankle_in_top ankle_in body calf_in", "lower_leg_inner"
    )
    picture.both(
        "region",
        "tibia_out knee_low calf_out body ankle_out ankle_out_top tibia_out_low fibula tibia_out",
        "lower_leg_outer",
    )
    picture.both("region", "ankle_in ankle_in_top tibia_in_low ankle_in_side ankle_low body ankle_in", "ankle_inner")
    picture.both(
        "region", "tibia_out_low ankle_out_top ankle_out body edge_top ankle_out_side tibia_out_low", "ankle_outer"
    )
    picture.both(
        "region",
        "tibia_in_low shin_low tibia_out_low ankle_out_side edge_in edge root45 roots toe_in body ankle_low"
        " ankle_in_side tibia_in_low",
        "foot_top",
    )
    picture.both("region", "edge_in ankle_out_side edge_top body edge_low roots root45 edge edge_in", "foot_outer_edge")
    picture.both("region", "toe_in roots root12 slit12 web12 body toe_in", "big_toe")
    picture.both("region", "root12 roots root45 slit45 web45 body web12 slit12 root12", "middle_toes")
    picture.both("region", "root45 roots edge_low body web45 slit45 root45", "little_toe")
    picture.details(
        cap=((27, 372), (28, 361), (36.5, 355), (45, 361), (46, 373)),
        cap_low=((30, 385), (37, 391), (43.5, 385)),
        navel=((0, 112), (0, 117)),
    )
    picture.both("outline", "waist body crotch")
    return picture


def foot(half: Half) -> None:
    """Draw the lines that the foot from above and the sole share: its outline, toes up, and where the toes begin."""
    half.line(
        "foot",
        (40, 204, "heel_0"),
        (54, 199),
        (61, 183),
        (64.5, 160),
        (70, 132),
        (77, 105),
        (84.5, 80),
        (87.5, 62),
        (87, 48),
        (83, 38.5),
        (76.5, 37.5),
        (73, 46),
        (72.5, 54, "web45"),
        "|",
        (73, 40),
        (72, 26),
        (67, 19),
        (61.5, 23),
        (60.5, 34),
        (60.5, 44, "web34"),
        "|",
        (61, 28),
        (60, 14),
        (54.5, 7.5),
        (49, 12),
        (48, 26),
        (48, 38, "web23"),
        "|",
        (49, 20),
        (47.5, 6),
        (42, 0.5),
        (36, 5),
        (34, 22),
        (34.5, 38, "web12"),
        "|",
        (35, 22),
        (34, 8),
        (27, 0),
        (17.5, 2),
        (12, 12),
        (11.5, 28),
        (10, 42),
        (6.5, 60),
        (8, 80),
        (14, 106),
        (18, 132),
        (19, 158),
        (20, 183),
        (27, 199),
        "heel_0",
        smooth="loop",
    )
    half.cut("foot", "toe_in", (8, 50))
    half.cut("foot", "toe_out", (87, 66))
    half.line("roots", "toe_in", (22, 52), (35, 50, "root12"), (48, 52), (60, 57), (70.5, 66, "root45"), "toe_out")
    half.line("slit12", "web12", "root12")
    half.line("slit45", "web45", "root45")


def toes(picture: Picture) -> None:
    """Add the three toe regions of a foot."""
    picture.both("region", "toe_in roots root12 slit12 web12 foot toe_in", "big_toe")
    picture.both("region", "root12 roots root45 slit45 web45 foot web12 slit12 root12", "middle_toes")
    picture.both("region", "root45 roots toe_out foot web45 slit45 root45", "little_toe")


def soles() -> Picture:
    """Draw both soles from behind, heels up as when kneeling: left stays left, the big toes meet in the middle."""
    picture = Picture("soles", 340, 270, (270, 120, 140, 152), "right", 0.73, upside_down=True)
    half = picture.half
    foot(half)
    half.cut("foot", "pad_out", (62, 168))
    half.cut("foot", "pad_in", (20, 168))
    half.line("pad", "pad_in", (40, 156), "pad_out")
    picture.both("skin", "heel_0 foot heel_0")
    picture.both("region", "pad_in pad pad_out foot heel_0 foot pad_in", "heel")
    picture.both("region", "pad_in pad pad_out foot toe_out roots toe_in foot pad_in", "sole")
    toes(picture)
    picture.both("outline", "heel_0 foot heel_0")
    return picture


def feet() -> Picture:
    """Draw both feet as their owner sees them, looking down."""
    picture = Picture("feet", 340, 340, (248, 338, 184, 208), "right")
    half = picture.half
    foot(half)
    half.cut("foot", "ankle_in", (18, 138))
    half.cut("foot", "ankle_out", (68, 140))
    half.cut("foot", "heel_in", (20, 182))
    half.cut("foot", "heel_out", (61, 182))
    half.line("instep", "ankle_in", (30, 130), (42, 128, "instep_mid"), (52, 131, "edge_in"), "ankle_out")
    half.line("shaft", "instep_mid", (41, 178, "shaft_low"))
    half.line("heel_top", "heel_in", "shaft_low", "heel_out")
    half.line("edge", "root45", (68, 86), (61, 110), "edge_in")
    picture.both("skin", "heel_0 foot heel_0")
    picture.both("region", "ankle_in instep instep_mid shaft shaft_low heel_top heel_in foot ankle_in", "ankle_inner")
    picture.both(
        "region", "instep_mid instep ankle_out foot heel_out heel_top shaft_low shaft instep_mid", "ankle_outer"
    )
    picture.both("region", "heel_in heel_top heel_out foot heel_0 foot heel_in", "heel")
    picture.both("region", "toe_in roots root45 edge edge_in instep ankle_in foot toe_in", "foot_top")
    picture.both("region", "root45 roots toe_out foot ankle_out instep edge_in edge root45", "foot_outer_edge")
    toes(picture)
    picture.both("outline", "heel_0 foot heel_0")
    return picture


def drawing() -> str:
    """Return the whole SVG."""
    style = (
        f".skin{{fill:{SKIN}}}.region{{fill:{SKIN};stroke:{SEAM};stroke-width:1}}"
        f".outline{{fill:none;stroke:{OUTLINE};stroke-width:2;stroke-linejoin:round}}"
        f".detail{{fill:none;stroke:{OUTLINE};stroke-width:.9;stroke-linecap:round;opacity:.6}}"
        ".ghost{fill:url(#flesh);stroke:url(#fade);stroke-width:1.4}"
    )
    fades = "".join(
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{FADE[0]}" x2="0" y2="{FADE[1]}">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="0"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="{opacity}"/></linearGradient>'
        for name, colour, opacity in (("flesh", SKIN, 0.6), ("fade", OUTLINE, 0.45))
    )
    groups = "\n".join(picture.svg() for picture in (back(), front(), soles(), feet()))
    for region in dict.fromkeys(re.findall(r'data-region="(\w+)"', groups)):
        # the first place of a region is its main one and has the plain name
        groups = re.sub(rf'id="{region}\.\w+"', f'id="{region}"', groups, count=1)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
            f' height="{HEIGHT}" data-fade="{FADE[0]} {FADE[1]}">',
            "<!-- Written by draw_body_map.py; change that, not this. -->",
            f"<style>{style}</style>",
            f"<defs>{fades}</defs>",
            groups,
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    Path(__file__).with_name("body_map.svg").write_text(drawing(), encoding="utf-8", newline="\n")
