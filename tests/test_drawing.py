"""The body map: every region in its place, mirrored, seamless and big enough to hit."""

from journal.domain.body import REGIONS, View
from journal.drawing import Picture, body

SIDE_OF_BODY = {View.BACK: {Picture.BACK, Picture.SOLES}, View.FRONT: {Picture.FRONT}}


def test_every_region_is_drawn_in_every_view_it_is_seen_from():
    drawn: dict[str, set[Picture]] = {}
    for view in body().views:
        for shape in view.shapes:
            if shape.region:
                drawn.setdefault(shape.region, set()).add(view.picture)
    assert drawn.keys() == REGIONS.keys()
    for region in REGIONS.values():
        for view in region.views:
            assert drawn[region.id] & SIDE_OF_BODY[view]
