"""DOT is taken by Graphviz, with every element under its id, whatever the names."""

import json
from xml.etree import ElementTree

import pytest

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.layout.picture import every_shape
from ltcarch.layout.theme import LOOKS
from ltcarch.render import dot
from ltcarch.render.dot.quoting import label, markup, quoted
from ltcarch.render.outline import joined, lanes, lettering, lines_of
from tests.pictures import ALL, HOSTILE_NAMES, placed

every_picture = pytest.mark.parametrize(("project", "language", "kind"), ALL)


@every_picture
def test_graphviz_takes_it_with_every_element_and_line(project, language, kind):
    picture = placed(project, language, kind)
    answer = json.loads(find_engine().answer(dot.draw(picture), "json"))
    names = {own["name"] for own in answer["objects"]}
    shapes = [shape for shape in picture.shapes if shape.role in LOOKS]
    for shape in shapes:
        if shape.role == "band":
            assert f"cluster_{shape.id}" in names
            assert {tile.id for tile in shape.children} <= names
        else:
            assert shape.id in names
    drawn = {own["id"] for own in answer.get("edges", ()) if "id" in own}
    assert drawn == {line.id for line in picture.connectors}


@pytest.mark.parametrize("kind", ["house", "tree", "interfaces"])
def test_hostile_names_come_out_as_they_went_in(kind):
    picture = placed("hostile", "en", kind)
    drawn = find_engine().answer(dot.draw(picture), "svg").decode()
    root = ElementTree.fromstring(drawn)
    assert not [element for element in root.iter() if element.tag.endswith("script")]
    tips = {value for element in root.iter() for name, value in element.attrib.items() if name.endswith("title")}
    tips = {" ".join(tip.split()) for tip in tips}
    titles = {own.title for own in every_shape(picture.shapes) if own.role in LOOKS and own.role != "part"}
    # This build of Graphviz reads marks such as \N in tool tips twice, so their backslash cannot be kept.
    assert {" ".join(title.split()) for title in titles if "\\N" not in title} <= tips


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_quoted_text_is_read_back_whole(name):
    graph = f"digraph {{ {quoted(name)} [comment={quoted(name)} tooltip={label((name,))}] }}"
    found = json.loads(find_engine().answer(graph, "json"))["objects"][0]
    assert len(json.loads(find_engine().answer(graph, "json"))["objects"]) == 1
    assert found["name"].replace("\\\\", "\\") == name


def test_marks_that_dot_would_read_are_escaped():
    assert quoted('say "hi" \\N') == '"say \\"hi\\" \\\\N"'
    assert label(("a", "b")) == '"a\\nb"'
    assert label(("a", "b"), at_left=True) == '"a\\lb\\l"'
    assert label(("&lt; & x",)) == '"&amp;lt; & x"'
    assert markup(("<b>", "&")) == '&lt;b&gt;<br align="left"/>&amp;<br align="left"/>'
    assert quoted("a\nb\0") == '"a\ufffdb\ufffd"'


def test_lanes_are_clusters_of_their_nodes_and_signs_have_their_forms():
    picture = placed("models/reference", "en", "swimlane")
    answer = json.loads(find_engine().answer(dot.draw(picture), "json"))
    objects = {own["name"]: own for own in answer["objects"]}
    numbers = {own["_gvid"]: own["name"] for own in answer["objects"]}
    for lane in lanes(picture):
        cluster = objects[f"cluster_{lane.ground.id}"]
        assert {numbers[own] for own in cluster["nodes"]} == {shape.id for shape in lane.nodes}
        assert cluster["label"] == joined(lines_of(lane.head))
    forms = {objects[shape.id]["shape"] for shape in picture.shapes if shape.role == "crossing"}
    assert forms == {"diamond"}
    signs = {objects[shape.id]["label"] for shape in picture.shapes if shape.role == "crossing"}
    assert signs <= {"×", "+", "○"}
    captions = lettering(picture)
    for shape in picture.shapes:
        if shape.role in ("start", "end"):
            named = bool(captions[shape.id])
            assert objects[shape.id]["shape"] == ("box" if named else "circle")
            assert objects[shape.id]["label"] == "\\n".join(captions[shape.id])


def test_tool_tips_keep_their_lines():
    assert "\ufffd" not in dot.draw(placed("models/reference", "en", "swimlane"))


def test_tables_name_their_parts_by_id():
    drawn = dot.draw(placed("examples/starter", "en", "house"))
    assert 'id="OTC.1"' in drawn
    assert "Handle orders" in drawn
