"""Diagrams of BPMN: lanes tile the pool, nothing covers anything else, lines touch what they join."""

from functools import cache
from itertools import combinations, pairwise

import pytest

from ltcarch.layout.picture import Box
from tests.interchange.bpmn.documents import EDITIONS, Document, kind, written

every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda own: "-".join(map(str, own)))


@cache
def document_of(edition) -> Document:
    return Document(written(*edition))


def shapes(document: Document) -> dict[str, Box]:
    """The shapes inside the pool, but for lanes and events on borders."""
    holders = ("participant", "lane", "boundaryEvent")
    return {own: box for own, box in document.boxes.items() if kind(document.by_id[own]) not in holders}


def pool(document: Document) -> Box:
    return next(document.boxes[own.get("id")] for own in document.all("participant") if own.get("processRef"))


@every_edition
def test_lanes_tile_the_pool(edition):
    document = document_of(edition)
    whole = pool(document)
    lanes = [document.boxes[own.get("id")] for own in document.all("lane")]
    lanes.sort(key=lambda own: own.y)
    assert {(own.x, own.right) for own in lanes} == {(whole.x + 30, whole.right)}
    assert lanes[0].y == whole.y
    assert lanes[-1].bottom == pytest.approx(whole.bottom)
    assert all(one.bottom == pytest.approx(other.y) for one, other in pairwise(lanes))


@every_edition
def test_each_node_stands_in_its_lane(edition):
    document = document_of(edition)
    for lane in document.all("lane"):
        for reference in lane:
            if kind(reference) == "flowNodeRef":
                assert document.boxes[lane.get("id")].holds(document.boxes[reference.text])


@every_edition
def test_no_shape_or_label_covers_another(edition):
    document = document_of(edition)
    inside = shapes(document)
    for (one, box), (other, other_box) in combinations(inside.items(), 2):
        assert not box.overlaps(other_box), (one, other)
    for own, label in document.labels.items():
        for other, box in inside.items():
            corner = own == other and kind(document.by_id[own]).endswith("Gateway")
            assert corner or not label.overlaps(box), (own, other)
    for (one, box), (other, other_box) in combinations(document.labels.items(), 2):
        assert not box.overlaps(other_box), (one, other)


@every_edition
def test_lines_touch_what_they_join(edition):
    document = document_of(edition)
    for line in document.all("sequenceFlow", "messageFlow"):
        points = document.lines[line.get("id")]
        for end, point in (("sourceRef", points[0]), ("targetRef", points[-1])):
            box = document.boxes[line.get(end)]
            near = Box(point[0] - 0.5, point[1] - 0.5, 1, 1)
            assert near.overlaps(box), line.get("id")
            assert not Box(box.x + 1, box.y + 1, box.width - 2, box.height - 2).holds(near), line.get("id")
        assert all(one[0] == other[0] or one[1] == pytest.approx(other[1]) for one, other in pairwise(points))


@every_edition
def test_no_line_runs_through_a_shape(edition):
    document = document_of(edition)
    for line in document.all("sequenceFlow", "messageFlow"):
        ends = {line.get("sourceRef"), line.get("targetRef")}
        ends |= {document.by_id[own].get("attachedToRef") for own in ends}
        for one, other in pairwise(document.lines[line.get("id")]):
            left, right = sorted((one[0], other[0]))
            top, bottom = sorted((one[1], other[1]))
            stretch = Box(left - 0.5, top - 0.5, right - left + 1, bottom - top + 1)
            for own, box in shapes(document).items():
                assert own in ends or not stretch.overlaps(box), (line.get("id"), own)


@every_edition
def test_parties_stand_apart_from_the_pool(edition):
    document = document_of(edition)
    boxes = [document.boxes[own.get("id")] for own in document.all("participant")]
    assert all(box.x >= 0 and box.y >= 0 for box in document.boxes.values())
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
        assert (one.x, one.right) == (other.x, other.right)


def test_lanes_stand_as_in_our_own_picture():
    from tests.pictures import placed

    picture = placed("models/reference", "en", "swimlane")
    heads = [text.lines for ground in picture.grounds for head in ground.children for text in head.texts]
    document = Document(written("models/reference", "LTC.2.5"))
    lanes = sorted(document.all("lane"), key=lambda own: document.boxes[own.get("id")].y)
    assert [own.get("name") for own in lanes] == [" ".join(lines) for lines in heads]


def test_a_loop_enters_its_gateway_from_below():
    document = Document(written("examples/procure-to-pay", "P2P.1.3"))
    gateway = document.boxes["Gateway_P2P.1.3.A1-merge"]
    points = document.lines["Flow_P2P.1.3.A3-split-to-P2P.1.3.A1"]
    assert points[-1] == (gateway.centre[0], gateway.bottom)


def test_the_time_out_stands_on_the_border_of_its_activity():
    document = Document(written("examples/procure-to-pay", "P2P.1.3"))
    host, event = document.boxes["Activity_P2P.1.3.A5"], document.boxes["Event_P2P.1.3.A5-late"]
    assert event.centre == (host.centre[0], host.bottom)


@every_edition
def test_no_line_runs_through_a_label(edition):
    document = document_of(edition)
    for line, points in document.lines.items():
        for one, other in pairwise(points):
            left, right = sorted((one[0], other[0]))
            top, bottom = sorted((one[1], other[1]))
            stretch = Box(left - 0.5, top - 0.5, right - left + 1, bottom - top + 1)
            for own, label in document.labels.items():
                assert not stretch.overlaps(label), (line, own)
