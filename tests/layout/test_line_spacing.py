"""Lines side by side move apart as far as boxes allow."""

from ltcarch.layout.line_spacing import Line, faults, spaced
from ltcarch.layout.picture import Box

UPPER, LOWER = Box(0, 0, 100, 20), Box(0, 100, 100, 20)


def straight(x: float) -> Line:
    return Line(((x, 20), (x, 100)), UPPER, LOWER)


def test_close_lines_move_apart():
    lines = spaced([straight(50), straight(52), straight(54)], [UPPER, LOWER])
    places = sorted(line.corners[0][0] for line in lines)
    assert places[1] - places[0] > 9 and places[2] - places[1] > 9
    assert all(line.corners[0][0] == line.corners[1][0] for line in lines)


def test_lines_stay_on_the_sides_that_they_meet():
    lines = spaced([straight(96), straight(97), straight(98)], [UPPER, LOWER])
    assert all(0 < line.corners[0][0] <= 98 for line in lines)


def test_lines_do_not_move_into_a_box():
    wall = Box(10, 40, 38, 20)
    lines = spaced([straight(52), straight(53)], [UPPER, LOWER, wall])
    assert all(line.corners[0][0] > wall.right for line in lines)


def test_distant_lines_stay_where_they_are():
    lines = [straight(20), straight(80)]
    assert spaced(lines, [UPPER, LOWER]) == lines


def test_close_lines_and_crossings_are_faults():
    crossing = Line(((-20, 60), (120, 60)), Box(-40, 50, 20, 20), Box(120, 50, 20, 20))
    apart = faults([straight(20), straight(80)])
    assert faults([straight(50), straight(51)]) > apart
    assert faults([straight(20), straight(80), crossing]) > apart + faults([crossing])
