"""The body map: every region in its place, mirrored, seamless and big enough to hit."""

import runpy
from collections import Counter, defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

import numpy as np
import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from matplotlib.path import Path

from journal import paths
from journal.domain import body as anatomy
from journal.domain.body import REGIONS, SADDLE, Side
from journal.drawing import FigureView, Picture, Point, Shape, body

WHERE = {anatomy.View.BACK: {Picture.BACK, Picture.SOLES}, anatomy.View.FRONT: {Picture.FRONT}}
ON_THE_FOOT = {"heel", "sole", "big_toe", "middle_toes", "little_toe", "foot_top", "foot_outer_edge"} | {
    "ankle_inner",
    "ankle_outer",
}
CLOSED = {"region", "skin", "ghost"}
Bow = tuple[Point, Point, Point, Point]


def bows(shape: Shape) -> Iterator[Bow]:
    here = shape.steps[0][1][0]
    for verb, points in shape.steps[1:]:
        if verb == "curve":
            yield here, *points
            here = points[-1]
        else:
            assert verb == "close"


def polygon(shape: Shape) -> np.ndarray:
    """The outline as points (n, 2), fine enough that its area is right to a hundredth of a percent."""
    t = np.linspace(0, 1, 12, endpoint=False)[:, None]
    pieces = [
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
        for a, b, c, d in (np.array(bow) for bow in bows(shape))
    ]
    return np.concatenate(pieces)


def area(points: np.ndarray) -> float:
    x, y = points.T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def regions(view: FigureView) -> list[Shape]:
    return [shape for shape in view.shapes if shape.region]


def silhouettes(view: FigureView) -> list[Shape]:
    """The outlines that regions were cut from: one figure, or a pair of feet."""
    skins = sorted((s for s in view.shapes if s.role == "skin"), key=lambda s: -area(polygon(s)))
    return skins[:1] if view.picture in (Picture.BACK, Picture.FRONT) else skins


def lattice(view: FigureView, step: float = 2.5) -> np.ndarray:
    x, y, width, height = view.frame
    return np.stack(
        np.meshgrid(np.arange(x + 0.137, x + width, step), np.arange(y + 0.071, y + height, step)), -1
    ).reshape(-1, 2)


def inside(shapes: list[Shape], points: np.ndarray) -> np.ndarray:
    """How many of the shapes hold each point."""
    return sum(Path(polygon(shape)).contains_points(points).astype(int) for shape in shapes)


@pytest.fixture(params=list(Picture))
def view(request) -> FigureView:
    return body().view(request.param)


def test_every_region_is_drawn_where_it_is_seen_from_and_nowhere_else_but_on_the_feet():
    drawn = defaultdict(set)
    for view in body().views:
        for shape in regions(view):
            assert view.picture not in drawn[shape.region], f"{shape.region} twice in {view.picture}"
            drawn[shape.region].add(view.picture)
    assert drawn.keys() == REGIONS.keys()
    for region in REGIONS.values():
        insets = {Picture.SOLES, Picture.FEET} if region.id.partition("_")[2] in ON_THE_FOOT else set()
        for side in region.views:
            assert drawn[region.id] & WHERE[side], f"{region.id} is missing in {side}"
        assert drawn[region.id] <= set().union(*(WHERE[side] for side in region.views)) | insets


def test_each_path_has_its_own_name_and_each_region_one_main_place():
    root = ElementTree.parse(paths.resource("body_map.svg")).getroot()
    places = [path.attrib for path in root.iterfind(".//{*}path") if path.get("data-region")]
    names = [place["id"] for place in places]
    assert len(names) == len(set(names))
    assert set(names) >= REGIONS.keys()
    assert all(name.partition(".")[0] == place["data-region"] for name, place in zip(names, places, strict=True))


def test_filled_shapes_are_closed(view):
    for shape in view.shapes:
        if shape.role in CLOSED:
            assert shape.steps[-1][0] == "close"
            assert shape.steps[0][1][0] == shape.steps[-2][1][-1]


def test_pictures_stay_in_their_frames_and_frames_on_the_sheet(view):
    x, y, width, height = view.frame
    for shape in view.shapes:
        for _, points in shape.steps:
            for px, py in points:
                assert x <= px <= x + width
                assert y <= py <= y + height
    assert 0 <= x < x + width <= body().size[0]
    assert 0 <= y < y + height <= body().size[1]


def test_the_left_is_the_exact_mirror_of_the_right(view):
    axis = view.frame[0] + view.frame[2] / 2

    def mirrored(shape):
        return [(verb, tuple((round(2 * axis - x, 2), y) for x, y in points)) for verb, points in shape.steps]

    by_region = {shape.region: shape for shape in regions(view)}
    for name, shape in by_region.items():
        region = REGIONS[name]
        if region.side is Side.CENTRE:
            ends = {point for _, points in shape.steps for point in points}
            assert ends == {point for _, points in mirrored(shape) for point in points}
        else:
            assert list(by_region[region.mirrored_id].steps) == mirrored(shape)


@pytest.mark.parametrize(
    ("picture", "left_is_left"),
    [(Picture.BACK, True), (Picture.FRONT, False), (Picture.SOLES, True), (Picture.FEET, True)],
)
def test_left_is_where_a_person_expects_it(picture, left_is_left):
    view = body().view(picture)
    axis = view.frame[0] + view.frame[2] / 2
    for shape in regions(view):
        side = REGIONS[shape.region].side
        if side is not Side.CENTRE:
            assert (polygon(shape)[:, 0].max() <= axis) == ((side is Side.LEFT) == left_is_left)


def test_big_toes_are_on_the_inner_side_of_every_foot():
    for picture in (Picture.FRONT, Picture.SOLES, Picture.FEET):
        view = body().view(picture)
        axis = view.frame[0] + view.frame[2] / 2
        away = {shape.region: abs(polygon(shape)[:, 0].mean() - axis) for shape in regions(view)}
        assert away["left_big_toe"] < away["left_middle_toes"] < away["left_little_toe"]


def test_neighbours_share_the_very_same_edge(view):
    """Every edge is in two regions, or once in the silhouette; in front also once against the belly."""
    used = Counter(frozenset((bow, bow[::-1])) for shape in regions(view) for bow in bows(shape))
    rim = {frozenset((bow, bow[::-1])) for shape in silhouettes(view) for bow in bows(shape)}
    assert max(used.values()) == 2
    single = {edge for edge, times in used.items() if times == 1}
    assert not any(used[edge] == 2 for edge in rim)
    if view.picture is Picture.FRONT:
        belly = single - rim
        assert belly
        assert all(max(point[1] for bow in edge for point in bow) < 205 for edge in belly)
    else:
        assert single == rim


def test_nothing_gaps_and_nothing_overlaps(view):
    points = lattice(view)
    whole, hits = inside(silhouettes(view), points), inside(regions(view), points)
    assert hits.max() == 1
    covered = sum(area(polygon(shape)) for shape in regions(view))
    total = sum(area(polygon(shape)) for shape in silhouettes(view))
    if view.picture is Picture.FRONT:
        below_the_belly = points[:, 1] > 205
        assert (hits == whole)[below_the_belly].all()
        assert covered < total
    else:
        assert (hits == whole).all()
        assert covered == pytest.approx(total, rel=0.002)


def test_every_region_can_be_hit_with_a_shaky_hand():
    """In its largest place a circle of 14 units fits into each region: 14 pixels and more in the smallest window."""
    room = defaultdict(float)
    for view in body().views:
        grid = lattice(view, 1.5)
        for shape in regions(view):
            rim = polygon(shape)
            held = grid[Path(rim).contains_points(grid)]
            clear = np.sqrt(((held[:, None, :] - rim[None]) ** 2).sum(-1)).min(1).max()
            room[shape.region] = max(room[shape.region], 2 * float(clear))
    small = {region: round(size, 1) for region, size in room.items() if size < 14}
    assert not small


def test_levels_go_down_the_body(view):
    """Levels 1 and 2 lie side by side on the back, so they count as one."""
    heights = defaultdict(list)
    for shape in regions(view):
        level = REGIONS[shape.region].level
        if shape.region != SADDLE:
            heights[max(level, 2)].append(float(polygon(shape)[:, 1].mean()))
    means = [np.mean(heights[level]) for level in sorted(heights)]
    assert means == sorted(means)


@pytest.fixture(scope="module")
def generator() -> dict:
    return runpy.run_path(str(paths.resource("draw_body_map.py")))


def test_the_files_are_what_their_generator_draws(generator):
    svg = generator["drawing"]()
    assert paths.resource("body_map.svg").read_text(encoding="utf-8") == svg
    assert paths.resource("body_map.json").read_text(encoding="utf-8") == generator["outlines"](svg)


VERBS = {"moveTo": "move", "lineTo": "line", "curveTo": "curve", "closePath": "close"}


def test_what_is_loaded_is_what_a_parser_of_svg_reads_from_the_picture():
    root = ElementTree.parse(paths.resource("body_map.svg")).getroot()
    groups = list(root.iterfind("{*}g"))
    assert [group.attrib["id"] for group in groups] == [view.picture for view in body().views]
    for group, view in zip(groups, body().views, strict=True):
        assert view.frame == tuple(float(word) for word in group.attrib["data-frame"].split())
        for path, shape in zip(group.iterfind("{*}path"), view.shapes, strict=True):
            pen = RecordingPen()
            parse_path(path.attrib["d"], pen)
            assert list(shape.steps) == [(VERBS[name], points) for name, points in pen.value if name in VERBS]
            assert (shape.role, shape.region) == (path.attrib["class"], path.get("data-region"))


def test_a_number_stands_in_its_region_with_the_room_that_is_said(view):
    for shape in regions(view):
        x, y = shape.label
        rim = Path(polygon(shape))
        ends = [(x - shape.label_room, y), (x + shape.label_room, y)]
        towards = [(0.98 * ex + 0.02 * x, 0.98 * ey + 0.02 * y) for ex, ey in ends]
        assert rim.contains_points([(x, y), *towards]).all(), shape.region
        assert shape.label_room > 3
