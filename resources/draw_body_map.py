"""Draws body_map.svg, and the same as body_map.json, which the program loads: run `python resources/draw_body_map.py`
and both are written again, byte for byte.

Half of each picture is drawn, in (u, y): u is the distance from the axis of the body, y goes down. A picture is a few
smooth lines with named nodes on them; a region is a loop of pieces of those lines, so that neighbours share the very
same edge and nothing can gap or overlap. The other half is the mirror.

Lines are written as words: "63,94" is a place, "66,76=waist" one where regions meet, "waist" that same one again, and
"|" makes the place before it a corner. Loops are written "node line node line node".

Proportions: an adult of eight heads, one head is 100 units; heights of joints as fractions of stature follow common
anthropometric tables (knee .285, ankle .04).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot, sqrt
from pathlib import Path
from xml.etree import ElementTree

from fontTools.misc.bezierTools import splitCubic

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]

WIDTH, HEIGHT = 680, 640
SKIN, OUTLINE, SEAM = "#f4ece2", "#7c6f64", "#cdbfae"
FADE = (38, 76)
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

    def line(self, name: str, words: str, smooth: str = "") -> None:
        """Draw a smooth line.

        smooth "start" or "end" makes it cross the axis of the body there without a kink, "loop" meet itself so.
        """
        pieces: list[list[Point]] = [[]]
        for word in words.split():
            if word == "|":
                pieces.append([pieces[-1][-1]])
            else:
                pieces[-1].append(self._node(word))
        first, last = pieces[0], pieces[-1]
        before = {"start": (-first[1][0], first[1][1]), "loop": last[-2]}.get(smooth)
        after = {"end": (-last[-2][0], last[-2][1]), "loop": first[1]}.get(smooth)
        self.lines[name] = [
            curve
            for piece in pieces
            for curve in spline(piece, before if piece is first else None, after if piece is last else None)
        ]

    def _node(self, word: str) -> Point:
        place, _, name = word.partition("=")
        if "," not in place:
            return self.nodes[place]
        u, y = place.split(",")
        point = rounded((float(u), float(y)))
        if name:
            self.nodes[name] = point
        return point

    def cut(self, line: str, words: str) -> None:
        """Put nodes on a line that is there, each at its height where the line passes closest to it."""
        for word in words.split():
            place, name = word.split("=")
            u, y = (float(number) for number in place.split(","))
            found: list[tuple[float, int, list[Curve]]] = []
            for index, curve in enumerate(self.lines[line]):
                upper, *rest = ([rounded(p) for p in part] for part in splitCubic(*curve, y, True))
                if len(rest) == 1:
                    found.append((abs(upper[3][0] - u), index, [tuple(upper), tuple(rest[0])]))
            _, index, parts = min(found, key=lambda one: one[0])
            self.nodes[name] = parts[0][3]
            self.lines[line][index : index + 1] = parts

    def piece(self, line: str, start: str, end: str) -> list[Curve]:
        """Return a line from one node to another, either way; a closed line goes the shorter way, or all round."""
        curves = self.lines[line]
        if start == end:
            return curves
        points = [curve[0] for curve in curves]
        closed = curves[-1][3] == points[0]
        if not closed:
            points.append(curves[-1][3])
        a, b = points.index(self.nodes[start]), points.index(self.nodes[end])
        ahead = (b - a) % len(curves) if closed else b - a
        if ahead > 0 and not (closed and 2 * ahead > len(curves)):
            return (curves + curves)[a : a + ahead]
        back = len(curves) - ahead if closed else -ahead
        return [curve[::-1] for curve in reversed((curves + curves)[b : b + back])]

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

    def regions(self, words: str) -> None:
        """Add regions: "name: node line node ..." each."""
        _, *parts = re.split(r"(\w+):", words)
        for name, way in zip(parts[::2], parts[1::2], strict=True):
            self.shape("region", way, name)

    def shape(self, role: str, way: str, region: str = "") -> None:
        """Add a closed shape; one that does not end where it began lies over the axis and this is its right half."""
        curves = self.half.trace(way)
        if curves[0][0] != curves[-1][3]:
            back = [curve[::-1] for curve in reversed(curves)]
            d = f"M{self._place(curves[0][0], 1)} {self._steps(curves, 1)} {self._steps(back, -1)} Z"
            self._path(role, d, region)
            return
        sides = ("left", "right") if self.right_hand == "right" else ("right", "left")
        for side, sign in sorted(zip(sides, (-1, 1), strict=True)):
            d = f"M{self._place(curves[0][0], sign)} {self._steps(curves, sign)} Z"
            self._path(role, d, f"{side}_{region}" if region else "")

    def stroke(self, role: str, way: str) -> None:
        """Add a line and, unless it runs along the axis, its mirror."""
        curves = self.half.trace(way)
        close = " Z" if curves[0][0] == curves[-1][3] else ""
        for sign in (1,) if all(point[0] == 0 for curve in curves for point in curve) else (-1, 1):
            self._path(role, f"M{self._place(curves[0][0], sign)} {self._steps(curves, sign)}{close}")

    def details(self, **lines: str) -> None:
        """Add fine open lines that are no border of anything."""
        for name, words in lines.items():
            self.half.line(name, words)
            self.half.nodes |= {f"{name}_0": self.half.lines[name][0][0], f"{name}_1": self.half.lines[name][-1][3]}
            self.stroke("detail", f"{name}_0 {name} {name}_1")

    def svg(self) -> str:
        """Return the group."""
        frame = " ".join(f"{value:g}" for value in self.frame)
        return "\n".join([f'<g id="{self.name}" data-frame="{frame}">', *self.paths, "</g>"])


# The silhouette that the back and the front of a person share: the outer side from the waist down, the inner side up.
OUTER = """
    66.5,76=waist 63,94 64.5,110 69.5,127 73.3,142 76,159 78.4,180 79.8,203 80,224 78.6,250
    75.5,282 71,314 65.8,342 62,362 60.3,378 61,392 63.5,406 66,424 65.8,444 62.5,474 57.5,506
    53.5,530 52,545 53.2,556
"""
INNER = """
    23,551 24.6,540 24,526 20.5,505 14.5,480 9.5,458 7.6,438 8.8,418 12,402 14,390 13.2,378 11,366
    10.3,354 11,340 10.3,324 8.5,300 6.2,272 4.2,248 2.8,235 0,226=crotch
"""


def ghost(picture: Picture) -> None:
    """Add the upper body and the arms: there, but no place to mark."""
    half = picture.half
    half.line("ghost_torso", "0,38=t0 71,38 | 67.5,62 65,84 | 0,84=t1")
    picture.shape("ghost", "t0 ghost_torso t1")
    half.line(
        "ghost_arm",
        """
        88,38=arm 88.5,60 88.5,84 91,104 94.5,140 98,172 99.5,192 98,204 94.5,218 92.8,231 94.5,238
        97.5,236 99.5,226 101,222 | 101.3,240 101.6,254 102.8,259.2 104.6,259.8
        106,257.5 106.3,253 | 106.6,260 107.8,264.2 109.4,265 111,262.5 111.3,255 | 111.7,259.5
        112.9,262.6 114.4,262.4 115.7,259 116,252 | 116.4,253.5 117.6,255.2 119,253.4 119.8,245 120,232 119,216
        116.5,204 115.5,192 118,165 120,135
        120.5,108 118,84 116,60 115.5,38 | arm
        """,
    )
    picture.shape("ghost", "arm ghost_arm arm")


def back() -> Picture:
    """Draw the person from behind."""
    picture = Picture("back", 124, 0, (0, 36, 248, 588), "right")
    half = picture.half
    half.line(
        "body",
        f"""
        {OUTER} 55.6,566 54.6,577 54.6,588 50,598 39.5,601 29.5,598.5 24.2,588 24,575 21.6,562
        {INNER}
        """,
        smooth="end",
    )
    half.cut(
        "body",
        """
        71,129=crest_out 79,226=hip_out 64,350=knee_out 62,404=calf_out 53,536=ankle_out 52,594=heel_out
        23,528=heel_in 11,466=belly_in 13,406=calf_in 11,352=knee_in 9,288=mid_in 4.5,236=fold_in
        """,
    )

    half.line("waist", "0,78.4=waist_0 15,78.2=column_top waist", smooth="start")
    half.line("column", "column_top 14.5,105 16,125 21,143=psis")
    half.line("sacrum_top", "0,137=sacrum_0 10,138 psis", smooth="start")
    half.line("crest", "psis 36,126 52,120=crest_mid crest_out")
    half.line("sacrum_side", "psis 18,160 12.5,178=glute_in 6,200=tip")
    half.line("sacrum_low", "0,204=tip_0 tip", smooth="start")
    half.line("cleft", "tip 9,214 9.5,226 fold_in")
    half.line(
        "hip",
        "crest_mid 56.5,142 58.7,163 60.3,179=glute_out 61.8,198 61,215 58.5,228=fold_out",
    )
    half.line("hip_low", "hip_out fold_out")
    half.line("glute", "glute_in 34,186 glute_out")
    half.line("fold", "fold_in 13,242 27,244.5 41,241.5=fold_end 51,236 fold_out")
    half.line("band", "fold_out 58.5,256 56,286=mid_out 50,322 47,345=knee_band")
    half.line("mid_thigh", "mid_in 32,291 mid_out")
    half.line("knee_top", "knee_in 27,344 37,341 knee_band knee_out")
    half.line("knee_low", "calf_in 26,409 37,414 46,409=calf_band calf_out")
    half.line("fibula", "calf_band 48.5,430 48,455=belly_out 44.5,500 42,532=achilles")
    half.line("belly", "belly_in 17.5,473.5 26.5,470 32.5,459.5 39.5,460.5 belly_out")
    half.line("heel_top", "heel_in 32,529 achilles")
    half.line("ankle_top", "achilles ankle_out")
    half.line("ankle_side", "achilles 41.3,550 43,574 heel_out")

    ghost(picture)
    half.line("toes_behind", "54,578=toes 60,587 66,595 64.5,600 57,601 46,600 | toes")
    picture.shape("skin", "toes toes_behind toes")
    picture.shape("skin", "waist_0 waist waist body crotch")
    picture.regions(
        """
        low_back_centre: waist_0 waist column_top column psis sacrum_top sacrum_0
        low_back: column_top waist waist body crest_out crest psis column column_top
        sacrum: sacrum_0 sacrum_top psis sacrum_side tip sacrum_low tip_0
        buttock_upper: psis crest crest_mid hip glute_out glute glute_in sacrum_side psis
        buttock_lower: glute_in glute glute_out hip fold_out fold fold_in cleft tip sacrum_side glute_in
        hip: crest_mid crest crest_out body hip_out hip_low fold_out hip crest_mid
        saddle: tip_0 sacrum_low tip cleft fold_in body crotch
        thigh_back_upper: fold_in fold fold_out band mid_out mid_thigh mid_in body fold_in
        thigh_back_lower: mid_in mid_thigh mid_out band knee_band knee_top knee_in body mid_in
        thigh_outer: fold_out hip_low hip_out body knee_out knee_top knee_band band fold_out
        knee_back: knee_in knee_top knee_out body calf_out knee_low calf_in body knee_in
        calf_upper: calf_in knee_low calf_band fibula belly_out belly belly_in body calf_in
        calf_lower: belly_in belly belly_out fibula achilles heel_top heel_in body belly_in
        lower_leg_outer: calf_band knee_low calf_out body ankle_out ankle_top achilles fibula calf_band
        ankle_outer: achilles ankle_top ankle_out body heel_out ankle_side achilles
        heel: heel_in heel_top achilles ankle_side heel_out body heel_in
        """
    )
    picture.stroke("detail", "fold_in fold fold_end")
    picture.details(
        spine="0,82 0,133",
        cleft_line="0,184 0,225",
        tendon_in="28.5,508 33,538 31,566",
        hamstring_in="16.8,367 19,352 22.5,339",
        hamstring_out="52.3,367 51,357 48,347.5",
        hollow="25,379 36,381.5 47,379",
        seam="34,416 33,448",
        ankle_bone_out="51,560 53,566 51.5,572",
        ankle_bone_in="26,555.5 24,561.5 25.8,567.5",
        toes_edge="55.5,580.5 60.5,587.5 66,595 64.5,600 57,601.2 49,600.6",
    )
    picture.stroke("outline", "waist body crotch")
    return picture


def front() -> Picture:
    """Draw the person from the front."""
    picture = Picture("front", 556, 0, (432, 36, 248, 588), "left")
    half = picture.half
    half.line(
        "body",
        f"""
        {OUTER} 55.8,566 56.8,576 60,586 65,594 70.3,599 73.5,603.3 73.2,607.8 70.2,610
        67.2,607.3=web45 | 66.8,611 64.2,613.8 61.4,612.8 59.9,610.5=web34 | 59.4,614.5 56.8,617 53.9,616
        52.4,613=web23 | 51.7,617.3 48.9,619.8 45.6,618.5 43.9,614.5=web12 | 42.1,619.3 36.8,621.5
        31.5,619.8 28.2,613.5 26.6,604.5 27.2,594.5 26,584 23.5,573 21.6,562 {INNER}
        """,
        smooth="end",
    )
    half.cut(
        "body",
        """
        71,129=crest_out 79,226=hip_out 64,350=knee_out 62,404=calf_out 53,538=ankle_out 58,579=edge_top
        70,598=edge_low 27,603=toe_in 25,580=ankle_low 24,534=ankle_in 13,406=calf_in 11,352=knee_in
        4.5,236=fold_in
        """,
    )

    half.line("waist", "0,78.4=waist_0 15,78.2 waist", smooth="start")
    half.line("crest", "crest_out 62,131 53,139=asis")
    half.line("ligament", "asis 36,170 14,200=pubis")
    half.line("pubic", "0,197=pubis_0 pubis", smooth="start")
    half.line("hip", "asis 57,156 59,174=groin_out 60,200 60.5,224=fold_out")
    half.line("crease", "groin_out 44,196 28,217=groin_mid 17,224=groin_in")
    half.line("pubic_side", "pubis 15,212 groin_in")
    half.line("saddle_side", "groin_in fold_in")
    half.line("hip_low", "hip_out fold_out")
    half.line("band", "fold_out 59,255 57,288=mid_out 51,325 48,346=knee_band")
    half.line("adductor", "groin_mid 29,250 28.5,287=mid_in 26,320 22,347=knee_inner")
    half.line("mid_thigh", "mid_in 43,290 mid_out")
    half.line("knee_top", "knee_in knee_inner 36,340 knee_band knee_out")
    half.line("knee_low", "calf_in 25.5,407=tibia_in 35,412 44,407=tibia_out calf_out")
    half.line("tibia", "tibia_in 26.5,440 29,490 33,536=tibia_in_low")
    half.line("fibula", "tibia_out 46,440 45,490 44,537=tibia_out_low")
    half.line("shin_low", "tibia_in_low 38.5,541 tibia_out_low")
    half.line("ankle_in_top", "ankle_in tibia_in_low")
    half.line("ankle_out_top", "tibia_out_low ankle_out")
    half.line("ankle_in_side", "tibia_in_low 35,556 33,572 ankle_low")
    half.line("ankle_out_side", "tibia_out_low 43.5,556 47.5,572=edge_in edge_top")
    half.line("edge", "edge_in 54,586 62,598.5=root45")
    half.line("roots", "toe_in 35,604 43,602.5=root12 53,601 root45 edge_low")
    half.line("slit12", "web12 root12")
    half.line("slit45", "web45 root45")

    ghost(picture)
    picture.shape("skin", "waist_0 waist waist body crotch")
    picture.regions(
        """
        hip: asis crest crest_out body hip_out hip_low fold_out hip asis
        groin: asis ligament pubis pubic_side groin_in crease groin_out hip asis
        saddle: pubis_0 pubic pubis pubic_side groin_in saddle_side fold_in body crotch
        thigh_front_upper: groin_out hip fold_out band mid_out mid_thigh mid_in adductor groin_mid crease groin_out
        thigh_front_lower: mid_in mid_thigh mid_out band knee_band knee_top knee_inner adductor mid_in
        thigh_outer: fold_out hip_low hip_out body knee_out knee_top knee_band band fold_out
        thigh_inner: groin_in crease groin_mid adductor knee_inner knee_top knee_in body fold_in saddle_side groin_in
        knee_front: knee_in knee_top knee_out body calf_out knee_low calf_in body knee_in
        shin: tibia_in knee_low tibia_out fibula tibia_out_low shin_low tibia_in_low tibia tibia_in
        lower_leg_inner: calf_in knee_low tibia_in tibia tibia_in_low ankle_in_top ankle_in body calf_in
        lower_leg_outer: tibia_out knee_low calf_out body ankle_out ankle_out_top tibia_out_low fibula tibia_out
        ankle_inner: ankle_in ankle_in_top tibia_in_low ankle_in_side ankle_low body ankle_in
        ankle_outer: tibia_out_low ankle_out_top ankle_out body edge_top ankle_out_side tibia_out_low
        foot_top: tibia_in_low shin_low tibia_out_low ankle_out_side edge_in edge root45 roots toe_in body ankle_low
            ankle_in_side tibia_in_low
        foot_outer_edge: edge_in ankle_out_side edge_top body edge_low roots root45 edge edge_in
        big_toe: toe_in roots root12 slit12 web12 body toe_in
        middle_toes: root12 roots root45 slit45 web45 body web12 slit12 root12
        little_toe: root45 roots edge_low body web45 slit45 root45
        """
    )
    picture.details(
        cap="28.8,374 27,363.5 30.8,355.6 37,353 43.2,355.6 47,363.5 45.2,374",
        cap_low="31,381.5 37,387 43,381.5",
        vastus_in="24.5,322 18,334 16.5,347",
        navel="2,112.5 1.3,115.6 0,116.4",
        toe12="43.9,614.5 43.4,605.5",
        toe23="52.4,613 51.2,605",
        toe34="59.9,610.5 58.2,603.5",
        toe45="67.2,607.3 64.8,602",
        nail="33.3,616.8 33.8,613.8 36.8,612.8 39.8,613.8 40.3,616.8",
        ankle_bone_out="52.5,560 54,566 52.8,572",
        ankle_bone_in="25.5,555.5 23.6,561.5 25,567.5",
    )
    picture.stroke("outline", "waist body crotch")
    return picture


def foot(half: Half, hind: str) -> None:
    """Draw the lines that the foot from above and the sole share, toes up; hind goes round the heel, outside first."""
    half.line(
        "foot",
        f"""
        87.8,62=ball 87.2,50 85.3,40 81,33.5 76.8,33 73.8,37=web45 | 72.6,26 69.5,20.2 66,19.8
        63.3,23 62,28.5=web34 | 60.5,16.5 57.3,10.8 53.6,10.5 50.8,14 49.5,20=web23 | 48.2,9 45,3.6
        40.8,3 37.3,6.8 35.6,15=web12 | 34.4,8 30.5,2.5 23.5,0.4 16.2,2.8 11.8,10 10.8,20 11.6,31
        9.6,45 6,60 5.8,76 9.5,97 {hind} 84.5,84 ball
        """,
        smooth="loop",
    )
    half.cut("foot", "8,52=toe_in 87,68=toe_out")
    half.line("roots", "toe_in 22,52 35,49=root12 48,51 60,56 70.5,65=root45 toe_out")
    half.line("slit12", "web12 root12")
    half.line("slit45", "web45 root45")


def toes(picture: Picture) -> None:
    """Add the three toe regions of a foot."""
    picture.regions(
        """
        big_toe: toe_in roots root12 slit12 web12 foot toe_in
        middle_toes: root12 roots root45 slit45 web45 foot web12 slit12 root12
        little_toe: root45 roots toe_out foot web45 slit45 root45
        """
    )


def soles() -> Picture:
    """Draw both soles from behind, heels up as when kneeling: left stays left, the big toes meet in the middle."""
    picture = Picture("soles", 340, 270, (270, 118, 140, 156), "right", 0.73, upside_down=True)
    half = picture.half
    foot(
        half,
        """
        15,118 18.5,140 17.5,162 18,183 26,198 41,204 57,197 64.5,182 68,165 72,144 76.5,124 80,104
        """,
    )
    half.cut("foot", "66,170=pad_out 18,168=pad_in")
    half.line("pad", "pad_in 41,155 pad_out")
    picture.shape("skin", "ball foot ball")
    picture.regions(
        """
        heel: pad_in pad pad_out foot pad_in
        sole: pad_in pad pad_out foot toe_out roots toe_in foot pad_in
        """
    )
    toes(picture)
    picture.details(
        **CLEFTS,
        arch="10,98 30,112 37,130 33,150",
        pad12="14,33 23,37.5 32.5,33",
        pad2="38,25 42.5,28 47.5,25",
        pad3="51.5,30 55.5,33 60,30.5",
        pad4="64,38 67.5,41 71.5,38.5",
        pad5="75,48.5 79,51 84,49",
    )
    picture.stroke("outline", "ball foot ball")
    return picture


def feet() -> Picture:
    """Draw both feet as their owner sees them, looking down."""
    picture = Picture("feet", 340, 340, (248, 338, 184, 212), "right")
    half = picture.half
    foot(
        half,
        """
        13.5,115 16,132 15.5,146 13.8,156 15.2,166 18.5,177 21.5,190 22.8,203=cut_in | 31,207
        42,208.3=shaft_low 53,207 61.2,203=cut_out | 62.5,192 65.5,180 69.5,169 70.5,160 69.8,150 72.5,138
        77,121 81,103
        """,
    )
    half.cut("foot", "16,138=ankle_in 73,140=ankle_out")
    half.line("instep", "ankle_in 26,143 42,150=instep_mid 58,145=edge_in ankle_out")
    half.line("shaft", "instep_mid shaft_low")
    half.line("edge", "root45 69,84 65.5,110 edge_in")
    picture.shape("skin", "ball foot ball")
    picture.regions(
        """
        ankle_inner: ankle_in instep instep_mid shaft shaft_low foot ankle_in
        ankle_outer: instep_mid instep ankle_out foot shaft_low shaft instep_mid
        foot_top: toe_in roots root45 edge edge_in instep ankle_in foot toe_in
        foot_outer_edge: root45 roots toe_out foot ankle_out instep edge_in edge root45
        """
    )
    toes(picture)
    picture.details(
        **CLEFTS,
        bone_in="18.5,150 16.3,156.3 18.5,163",
        bone_out="67,154 68.3,160.5 66,167",
        nail1="17,14.5 18,7.5 23,5.5 28.3,7.5 29.3,14.5 23,16 17,14.5",
        nail2="39,12 39.8,8 42.2,7 44.8,8.2 45.4,12",
        nail3="53,17.5 53.5,14 55.8,13 58.2,14.3 58.6,17.8",
        nail4="65.2,26 65.7,22.7 67.8,21.8 70,23.1 70.3,26.5",
        nail5="77.5,40 77.5,36.8 79.5,35.7 81.8,37 82.5,40",
    )
    picture.stroke("outline", "ball foot ball")
    return picture


CLEFTS = {
    "cleft12": "35.6,15 35,41",
    "cleft23": "49.5,20 49,43",
    "cleft34": "62,28.5 60.6,48",
    "cleft45": "73.8,37 71.3,57",
}


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
        for name, colour, opacity in (("flesh", SKIN, 1), ("fade", OUTLINE, 0.5))
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


def outlines(svg: str) -> str:
    """Return a drawing as JSON: numbers that need no parser of paths, and where in each region a number goes."""
    root = ElementTree.fromstring(svg)
    views = [
        {
            "picture": group.attrib["id"],
            "frame": _numbers(group.attrib["data-frame"]),
            "shapes": [_outline(path) for path in group.iterfind("{*}path")],
        }
        for group in root.iterfind("{*}g")
    ]
    whole = {"size": _numbers(root.attrib["viewBox"])[2:], "fade": _numbers(root.attrib["data-fade"]), "views": views}
    return json.dumps(whole, separators=(",", ":")).replace('{"role"', '\n{"role"') + "\n"


def _numbers(text: str) -> list[float]:
    return [float(word) for word in re.findall(r"-?[\d.]+", text)]


def _outline(path: ElementTree.Element) -> dict[str, object]:
    d, region = path.attrib["d"], path.get("data-region")
    numbers = _numbers(d)
    shape = {"role": path.attrib["class"], "region": region, "verbs": re.sub("[^MCZ]", "", d), "numbers": numbers}
    return shape | {"label": [round(value, 2) for value in roomiest(corners(numbers))]} if region else shape


def corners(numbers: list[float], pieces: int = 16) -> list[Point]:
    """Return the corners of one closed outline whose curves are cut into so many straight pieces each."""
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    found = points[:1]
    for index in range(0, len(points) - 1, 3):
        a, b, c, d = points[index : index + 4]
        for piece in range(1, pieces + 1):
            t = piece / pieces
            shares = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
            at = zip(shares, (a, b, c, d), strict=True)
            found.append(tuple(map(sum, zip(*((s * x, s * y) for s, (x, y) in at), strict=True))))
    return found


def roomiest(outline: list[Point]) -> tuple[float, float, float]:
    """Return the middle of the widest place of an outline, and how far it is from there to its rim, sideways and up."""
    heights = [y for _, y in outline]
    top, bottom = min(heights), max(heights)
    best, room = (0.0, 0.0), 0.0
    for step in range(1, 16):
        y = top + (bottom - top) * step / 16
        crossings = sorted(
            a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            for a, b in pairwise((*outline, outline[0]))
            if (a[1] > y) != (b[1] > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            here = min((right - left) / 2, y - top, bottom - y)
            if here > room:
                best, room = ((left + right) / 2, y), here
    return *best, room


if __name__ == "__main__":
    for ending, written in ((".svg", drawing()), (".json", outlines(drawing()))):
        Path(__file__).with_name(f"body_map{ending}").write_text(written, encoding="utf-8", newline="\n")
