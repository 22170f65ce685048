"""Small places: nothing on the body is too small to press, and a foot opens large."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journal.drawing import Picture
from journal.ui.body_map.body_map import BodyMap
from journal.ui.body_map.region_button import RegionButton
from journal.ui.body_map.targets import SMALLEST_PX, FootButton
from journal.ui.page import PAGES
from journal.ui.preferences import TEXT_SIZE
from tests.ui.pointer import LEFT, come_to_rest, marks, middle

SIZES = ((420, 400), (470, 620), (660, 600), (900, 500), (1100, 1000))


@pytest.fixture
def body(qtbot, theme):
    body = BodyMap(theme)
    qtbot.addWidget(body)
    body.resize(660, 600)
    body.show()
    qtbot.waitUntil(lambda: body.findChild(FootButton) is not None)
    return body


def hit_areas(body):
    """What a mouse can press: the name, and the area in the map."""
    for part in (*body.region_buttons, *body.findChildren(FootButton)):
        covered = part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if part.isVisible() and not covered:
            yield part.accessibleName(), part.mask().boundingRect() if not part.mask().isEmpty() else part.rect()


@pytest.mark.parametrize("size", SIZES)
def test_no_hit_area_on_the_body_is_smaller_than_a_fingertip(body, size):
    body.resize(*size)
    small = {name: (box.width(), box.height()) for name, box in hit_areas(body) if min(box.width(), box.height()) < 24}
    assert not small


@pytest.mark.parametrize("size", SIZES)
def test_no_hit_area_lies_over_another(body, size):
    body.resize(*size)
    areas = [
        (part.accessibleName(), part.mask().translated(part.pos()))
        for part in body.region_buttons
        if part.isVisible() and not part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]
    over = [(name, other) for (name, area), (other, there) in combinations(areas, 2) if not (area & there).isEmpty()]
    assert areas and not over


@pytest.mark.parametrize("side", ["left", "right"])
def test_pressing_a_foot_opens_it_large_and_its_toes_can_be_marked(body, side):
    touched = []
    body.stroke_began.connect(touched.append)
    foot = next(one for one in body.findChildren(FootButton) if one.foot == (Picture.FRONT, side))
    assert foot.isVisible()
    QTest.mouseClick(foot, LEFT)
    toe = next(part for part in body.buttons(f"{side}_little_toe") if part.part.picture is Picture.FRONT)
    assert min(toe.width(), toe.height()) >= SMALLEST_PX
    spot = toe.mapToParent(middle(toe))
    assert body.childAt(spot) is toe
    QTest.mouseClick(toe, LEFT, pos=middle(toe))
    assert touched == [f"{side}_little_toe"]
    QTest.mouseClick(body.whole, LEFT)
    assert foot.isVisible()
    assert not body.whole.isVisible()


def test_escape_shows_the_whole_body_again_and_so_do_arrows_that_leave_the_foot(body):
    body.show_foot((Picture.FRONT, "left"))
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Escape)
    assert not body.whole.isVisible()
    body.show_foot((Picture.FRONT, "left"))
    knee = next(part for part in body.buttons("left_knee_front"))
    knee.setFocus()
    QTest.keyClick(knee, Qt.Key.Key_Up)
    assert not body.whole.isVisible()


def test_every_place_is_reached_at_its_own_middle(body):
    for part in body.region_buttons:
        if not part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            spot = part.part.label_point.toPoint()
            assert body.childAt(spot) is part, part.accessibleName()


@pytest.mark.parametrize(("width", "height", "size"), [(1024, 700, 100), (1366, 768, 150), (1024, 700, 200)])
def test_where_letters_are_large_the_body_is_large_and_the_panel_below(open_window, preferences, width, height, size):
    preferences.set_value(TEXT_SIZE, size)
    window = open_window()
    window.resize(width, height)
    come_to_rest()
    page = window.page("check_in")
    body = page.map.mapTo(page, QPoint())
    panel = page.brush_panel.mapTo(page, QPoint())
    if size == 100:
        assert panel.x() > body.x() + page.map.width()
    else:
        assert panel.y() > body.y() + page.map.height()
        assert page.map.height() >= 0.55 * page.height()


@pytest.mark.parametrize("size", [100, 200])
def test_no_button_on_any_page_is_smaller_than_a_fingertip(open_window, preferences, size):
    preferences.set_value(TEXT_SIZE, size)
    window = open_window()
    window.resize(1024, 700)
    small = []
    for info in PAGES:
        window.go_to(info.key)
        come_to_rest()
        small += [
            (info.key, part.accessibleName() or part.text(), part.width(), part.height())
            for part in window.findChildren(QAbstractButton)
            if part.isVisible()
            and not isinstance(part, RegionButton)
            and min(part.width(), part.height()) < SMALLEST_PX
        ]
    assert not small


def test_saving_leads_back_to_the_whole_body(window):
    page = window.page("check_in")
    page.map.show_foot((Picture.FRONT, "left"))
    page.none.click()
    assert not page.map.whole.isVisible()
    assert marks(window) == {}
