"""In every picture of every project, in both languages: nothing overlaps, nothing is cut, lines are easy to follow."""

from itertools import combinations, pairwise

import pytest

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.layout.picture import Box, Picture, Shape, every_shape
from ltcarch.layout.text import text_width
from ltcarch.layout.theme import LOOKS, TEXTS
from ltcarch.publish.diagrams import DIAGRAMS, Wishes
from tests.pictures import ALL, architecture_of, placed

every_picture = pytest.mark.parametrize(("project", "language", "kind"), ALL)
every_map = pytest.mark.parametrize(("project", "language", "kind"), [own for own in ALL if own[2] == "interfaces"])


def shapes_of(picture: Picture) -> list[Shape]:
    labels = tuple(line.label for line in picture.connectors if line.label)
    return list(every_shape((*picture.head, *picture.grounds, *picture.shapes, *labels)))


def siblings_of(picture: Picture) -> list[tuple[Shape, ...]]:
    labels = tuple(line.label for line in picture.connectors if line.label)
    outer = tuple(shape for shape in (*picture.head, *picture.shapes, *labels))
    return [outer, *(shape.children for shape in shapes_of(picture))]


@every_picture
def test_nothing_overlaps(project, language, kind):
    for siblings in siblings_of(placed(project, language, kind)):
        for one, other in combinations(siblings, 2):
            assert not one.box.overlaps(other.box), f"{one.id} and {other.id}"


@every_picture
def test_everything_is_inside_of_what_holds_it(project, language, kind):
    picture = placed(project, language, kind)
    whole = Box(0, 0, picture.width, picture.height)
    for shape in shapes_of(picture):
        assert whole.holds(shape.box), shape.id
        for child in shape.children:
            assert shape.box.holds(child.box), child.id
        for text in shape.texts:
            assert (whole if shape.id.startswith("picture:legend") else shape.box).holds(text.box), (
                f"text of {shape.id}"
            )
    for line in picture.connectors:
        for x, y in line.corners:
            assert 0 <= x <= picture.width and 0 <= y <= picture.height, line.id


@every_picture
def test_text_fits_its_room_and_covers_no_other(project, language, kind):
    for shape in shapes_of(placed(project, language, kind)):
        for text in shape.texts:
            style = TEXTS[text.style]
            assert all(text_width(line, style) <= text.box.width + 0.01 for line in text.lines)
            assert text.box.height == len(text.lines) * style.line
        blocks = [text.box for text in shape.texts] + [child.box for child in shape.children]
        for one, other in combinations(blocks, 2):
            assert not one.overlaps(other), f"text of {shape.id}"


@every_picture
def test_lines_end_at_their_shapes(project, language, kind):
    picture = placed(project, language, kind)
    boxes = {shape.id: shape.box for shape in every_shape(picture.shapes)}
    for line in picture.connectors:
        for corner, own in ((line.corners[0], line.source), (line.corners[-1], line.target)):
            assert _on_border(corner, boxes[own]), line.id


def _on_border(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    inside = box.x - 1 <= x <= box.right + 1 and box.y - 1 <= y <= box.bottom + 1
    return inside and min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom)) <= 1


@every_map
def test_lines_pass_no_other_party_or_label(project, language, kind):
    picture = placed(project, language, kind)
    boxes = [shape for shape in picture.shapes if shape.role in LOOKS]
    for line in picture.connectors:
        others = [own for own in boxes if own.id not in (line.source, line.target)]
        others += [own.label for own in picture.connectors if own is not line]
        for ends in pairwise(line.corners):
            for other in others:
                assert not _passes(ends, other.box), f"{line.id} runs through {other.id}"


def _passes(ends, box: Box) -> bool:
    (x1, y1), (x2, y2) = ends
    across = Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
    return box.overlaps(across, slack=1)


@every_map
def test_no_two_lines_run_on_one_another(project, language, kind):
    picture = placed(project, language, kind)
    stretches = [(line.id, first, second) for line in picture.connectors for first, second in pairwise(line.corners)]
    for one, other in combinations(stretches, 2):
        if one[0] != other[0]:
            assert not _on_one_another(one[1:], other[1:]), f"{one[0]} and {other[0]}"


def _on_one_another(one, other) -> bool:
    for across, along in ((0, 1), (1, 0)):
        level = abs(one[0][across] - one[1][across]) < 1 and abs(other[0][across] - other[1][across]) < 1
        if level and abs(one[0][across] - other[0][across]) < 2:
            first, second = sorted(point[along] for point in one), sorted(point[along] for point in other)
            if min(first[1], second[1]) - max(first[0], second[0]) > 2:
                return True
    return False


def test_bands_stand_one_below_the_other_with_tiles_in_one_grid():
    house = placed("models/reference", "en", "house")
    assert [band.title for band in house.shapes] == ["Execution", "Enabling", "Supporting"]
    assert len({band.box.x for band in house.shapes}) == len({band.box.width for band in house.shapes}) == 1
    columns = {tile.box.x for band in house.shapes for tile in band.children}
    assert len(columns) == 5
    assert len({tile.box.width for band in house.shapes for tile in band.children}) == 1


def test_elements_of_one_level_stand_in_one_column():
    tree = placed("examples/starter", "en", "tree")
    left = {shape.id: shape.box.x for shape in tree.shapes}
    assert left["OTC"] < left["OTC.1"] == left["OTC.2"] < left["OTC.1.1"] == left["OTC.2.2"] < left["OTC.1.1.A1"]


def test_an_interface_runs_down_from_the_first_party():
    for line in placed("models/reference", "en", "interfaces").connectors:
        assert line.corners[0][1] < line.corners[-1][1]
        assert line.label is not None
        assert {block.lines[0] for block in line.label.texts[::2]} <= {"↓", "↑"}


@every_map
def test_lines_run_exactly_upright_or_level(project, language, kind):
    for line in placed(project, language, kind).connectors:
        for (x1, y1), (x2, y2) in pairwise(line.corners):
            assert min(abs(x1 - x2), abs(y1 - y2)) < 0.05 or line.label.box.holds(Box(min(x1, x2), min(y1, y2), 0, 0))


def test_what_has_no_lanes_begins_below_its_title():
    for project, language, kind in (own for own in ALL if own[2] in ("life", "context", "roadmap")):
        picture = placed(project, language, kind)
        lines = (x for line in picture.connectors for x, _ in line.corners)
        assert min([*(own.box.x for own in picture.shapes), *lines]) == pytest.approx(picture.head[0].box.x)


def test_a_tree_says_what_the_number_at_an_element_with_more_below_means():
    picture = DIAGRAMS["tree"].draw(architecture_of("models/reference"), None, Wishes("en", find_engine, depth=2))
    legend = [own for own in picture.head if own.role == "more"]
    assert [text.lines[0] for own in legend for text in own.texts] == ["So many more below", "+3"]


def test_partners_from_outside_are_dashed_in_a_sipoc():
    shapes = placed("examples/procure-to-pay", "en", "sipoc").shapes
    roles = {own.title: own.role for own in shapes if own.role in ("sipoc-party", "sipoc-outsider")}
    assert roles["Supplier (supplier)"] == "sipoc-outsider"
    assert roles["3.3.1 Verify invoice (P2P.3.1)"] == "sipoc-party"


def test_what_nobody_assessed_looks_unlike_the_lowest_level():
    architecture = architecture_of("models/reference")
    picture = DIAGRAMS["heat"].draw(architecture, None, Wishes("en", find_engine, measure="maturity"))
    parts = [part for part in every_shape(picture.shapes) if part.id == "LTC.1"]
    assert [part.role for part in parts] == ["part-unknown"]
    assert picture.head[-1].title == "not assessed"


def test_the_clock_of_a_wait_touches_no_note():
    architecture = architecture_of("examples/procure-to-pay")
    wishes = Wishes("en", find_engine, with_artifacts=True)
    picture = DIAGRAMS["swimlane"].draw(architecture, architecture.get("P2P.1.2"), wishes)
    late = [own for own in picture.shapes if any(child.role == "mark-late" for child in own.children)]
    assert late
    for own in late:
        clock = next(child.box for child in own.children if child.role == "mark-late")
        assert clock.y - max(text.box.bottom for text in own.texts) >= 3
