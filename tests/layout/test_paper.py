"""Sheets of paper hold the whole picture, in a size that can be read, and cut nothing that could stay whole."""

from dataclasses import replace
from itertools import pairwise

import pytest

from ltcarch.layout.paper import MARGIN, MILLIMETRES, PAPERS, Sheet, sheets
from ltcarch.layout.picture import Box, Connector, Picture, Shape, every_shape
from tests.pictures import ALL, placed

SOME = [own for own in ALL if own[:2] in (("models/reference", "zh"), ("hostile", "en"))]
every_picture = pytest.mark.parametrize(("project", "language", "kind"), SOME)


@every_picture
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_every_shape_is_whole_on_some_sheet(project, language, kind, paper):
    picture = placed(project, language, kind)
    made = sheets(picture, paper)
    regions = [window.region for sheet in made for window in sheet.windows]
    room = min(min(own.width, own.height) for own in regions)
    for shape in every_shape((*picture.head, *picture.shapes)):
        if max(shape.box.width, shape.box.height) < room / 2:
            assert any(region.holds(shape.box) for region in regions), shape.id


@every_picture
def test_windows_lie_in_their_sheets_and_can_be_read(project, language, kind):
    for paper, sides in PAPERS.items():
        for sheet in sheets(placed(project, language, kind), paper):
            assert sorted((sheet.width, sheet.height)) == list(sides)
            assert sheet.scale >= MILLIMETRES / 2
            for window in sheet.windows:
                assert inside(window.at, window.region, sheet)


def inside(at: tuple[float, float], region: Box, sheet: Sheet) -> bool:
    paper = Box(MARGIN, MARGIN, sheet.width - 2 * MARGIN, sheet.height - 2 * MARGIN)
    return paper.holds(Box(*at, region.width * sheet.scale, region.height * sheet.scale))


def test_without_a_paper_the_sheet_is_as_large_as_the_picture():
    (sheet,) = sheets(picture_of(400, 300, ()), None)
    assert (sheet.width, sheet.height) == (400 * MILLIMETRES, 300 * MILLIMETRES)


def test_what_fits_is_in_the_middle_of_a_sheet_that_is_turned_for_it():
    (sheet,) = sheets(picture_of(277 / MILLIMETRES, 100 / MILLIMETRES, ()), "A4")
    assert (sheet.width, sheet.height) == (297, 210)
    assert sheet.scale == pytest.approx(MILLIMETRES)
    assert sheet.windows[0].at == (pytest.approx(10), pytest.approx(55))


def test_cuts_fall_into_gaps():
    steps = tuple(Shape(f"s{at}", "step", Box(at * 200, 100, 150, 60)) for at in range(60))
    made = sheets(picture_of(12_000, 300, steps), "A4")
    regions = [window.region for sheet in made for window in sheet.windows]
    assert len(regions) > 5
    for before, after in pairwise(regions):
        assert before.right == after.x
        assert before.right % 200 > 150


def test_what_has_to_be_cut_is_shown_whole_on_the_next_sheet():
    steps = tuple(Shape(f"s{at}", "step", Box(at * 200, at % 3 * 100, 320, 60)) for at in range(40))
    regions = [window.region for sheet in sheets(picture_of(8_200, 300, steps), "A4") for window in sheet.windows]
    assert all(any(region.holds(step.box) for region in regions) for step in steps)
    assert all(after.x < before.right for before, after in pairwise(regions))


def test_cuts_avoid_lines():
    steps = tuple(Shape(f"s{at}", "step", Box(at * 200, 100, 150, 60)) for at in range(60))
    gap = 9 * 200 + 175
    lines = tuple(
        Connector(f"l{at}", "flow-line", "s0", "s1", ((gap - 600 + at, 20), (gap + 600 + at, 20))) for at in range(5)
    )
    made = sheets(picture_of(12_000, 300, steps, lines), "A4")
    crossed = [window.region.right for sheet in made for window in sheet.windows]
    assert not any(gap - 600 < own < gap + 600 for own in crossed)


def test_the_heads_of_lanes_stand_before_every_stretch():
    heads = tuple(Shape(f"lane:{at}:head", "lane-head", Box(40, at * 100, 100, 100)) for at in range(3))
    lanes = tuple(Shape(f"lane:{at}", "lane", Box(40, at * 100, 8_000, 100), children=(heads[at],)) for at in range(3))
    steps = tuple(Shape(f"s{at}", "step", Box(160 + at * 200, 20, 150, 60)) for at in range(39))
    picture = Picture("t", "s", "d", "en", 8_080, 300, (), steps, grounds=lanes)
    made = sheets(picture, "A4")
    _, *others = [window for sheet in made for window in sheet.windows]
    assert others
    for flow, strip in zip(others[::2], others[1::2], strict=True):
        assert strip.part.shapes == heads
        assert (strip.region.x, strip.region.right) == (40, 140)
        assert flow.at == (pytest.approx(strip.at[0] + 100 * made[0].scale), strip.at[1])


def test_stretches_stand_one_below_the_other_as_many_as_a_sheet_has_room_for():
    steps = tuple(Shape(f"s{at}", "step", Box(at * 200, 100, 150, 200)) for at in range(30))
    title = Shape("picture:title", "head", Box(0, 0, 300, 40))
    picture = replace(picture_of(6_000, 300, steps), head=(title,))
    (sheet,) = sheets(picture, "A4")
    first, *others = sheet.windows
    assert others
    assert first.region.holds(title.box)
    for before, after in pairwise(sheet.windows):
        assert before.at[0] == after.at[0]
        assert before.at[1] + before.region.height * sheet.scale < after.at[1]
        assert after.region.y == 40


def test_the_empty_margin_of_a_picture_takes_no_paper_where_it_is_cut():
    steps = tuple(Shape(f"s{at}", "step", Box(40 + at * 200, 40, 150, 60)) for at in range(60))
    made = sheets(picture_of(12_070, 140, steps), "A4")
    regions = [window.region for sheet in made for window in sheet.windows]
    assert (regions[0].x, regions[-1].right) == (38, 11_992)


def test_what_is_repeated_is_drawn_once():
    made = sheets(placed("models/reference", "en", "interface-list"), "A4")
    for sheet in made[1:]:
        strip = sheet.windows[-1].part.shapes
        ids = [own.id for own in every_shape(strip)]
        assert len(ids) == len(set(ids)) > 1


def test_sheets_that_would_show_nothing_are_left_out():
    far = (Shape("a", "step", Box(0, 0, 100, 50)), Shape("b", "step", Box(9_000, 6_000, 100, 50)))
    made = sheets(picture_of(9_100, 6_050, far), "A4")
    assert [own.id for sheet in made for own in sheet.windows[0].part.shapes] == ["a", "b"]


def picture_of(width: float, height: float, shapes: tuple[Shape, ...], lines: tuple[Connector, ...] = ()) -> Picture:
    """A picture without a head."""
    return Picture("t", "s", "d", "en", width, height, (), shapes, lines)
