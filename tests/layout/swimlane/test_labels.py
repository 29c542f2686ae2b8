"""Labels stand on their lines near what they leave; gaps are widened only for those that find no room there."""

from ltcarch.layout.swimlane import Graph, Side, Station, Way, plan

ACROSS = frozenset({Side.LEFT, Side.TOP, Side.BOTTOM})


def activity(own: str) -> Station:
    return Station(own, "lane", 88, 30, 30, 88, 30, 30)


def crossing(own: str) -> Station:
    return Station(own, "lane", 19, 19, 19, 19, 19, 19, frozenset({Side.RIGHT, Side.TOP, Side.BOTTOM}), ACROSS)


def looped(label: tuple[float, float] | None) -> Graph:
    stations = {own.id: own for own in (activity("a"), activity("b"), crossing("x"), activity("c"))}
    ways = [Way("ab", "a", "b"), Way("bx", "b", "x"), Way("xc", "x", "c"), Way("back", "x", "a", label)]
    return Graph(["lane"], stations, ways)


def test_the_label_of_a_way_back_widens_no_gap():
    assert plan(looped((116, 32))).width == plan(looped(None)).width


def test_the_label_of_a_way_back_stands_beside_the_crossing_that_it_leaves():
    laid = plan(looped((60, 16)))
    assert 0 < laid.centres["x"][0] - laid.labels["back"].right < 20


def test_labels_of_ways_that_part_at_a_crossing_begin_in_one_line():
    stations = {own.id: own for own in (crossing("x"), activity("b"), activity("c"), activity("wide"))}
    ways = [Way("xb", "x", "b", (40, 16)), Way("xc", "x", "c", (60, 16))]
    laid = plan(Graph(["lane"], stations, ways))
    assert laid.labels["xb"].x == laid.labels["xc"].x


def test_a_label_between_neighbours_widens_their_gap():
    stations = {own.id: own for own in (activity("a"), activity("b"))}
    laid = plan(Graph(["lane"], stations, [Way("ab", "a", "b", (116, 16))]))
    (start, _), (end, _) = laid.lines["ab"]
    assert start < laid.labels["ab"].x < laid.labels["ab"].right < end


def test_a_label_needs_no_gap_where_a_wide_neighbour_in_its_column_leaves_the_line_room():
    stations = {own.id: own for own in (activity("a"), crossing("x"), activity("b"), activity("wide"))}
    ways = [Way("ax", "a", "x"), Way("xb", "x", "b", (60, 16)), Way("to wide", "a", "wide")]
    laid = plan(Graph(["lane"], stations, ways))
    assert laid.centres["wide"][0] == laid.centres["x"][0]
    unlabelled = [ways[0], Way("xb", "x", "b"), ways[2]]
    assert laid.width == plan(Graph(["lane"], stations, unlabelled)).width
