"""Mermaid understands its flowcharts, with every node, line and lane, whatever the names."""

import pytest

from ltcarch.layout.picture import Box, Connector, Picture, Shape, TextBlock
from ltcarch.render import FORMATS, mermaid
from ltcarch.render.mermaid.escaping import quoted
from ltcarch.render.outline import joined, lanes, lettering, lines_of, nodes
from tests.pictures import ALL, HOSTILE_NAMES, placed
from tests.render.real_mermaid import labels, read, seen

SOME = [
    ("models/reference", "en", "swimlane"),
    ("examples/procure-to-pay", "zh", "swimlane"),
    ("examples/procure-to-pay", "zh", "life"),
    ("examples/starter", "en", "tree"),
    ("examples/starter", "zh", "interfaces"),
    ("examples/starter", "en", "sequence"),
    ("hostile", "en", "swimlane"),
    ("hostile", "en", "life"),
]
RESERVED = (
    "end", "graph", "subgraph", "style", "class", "classDef", "click", "default", "o", "x", "call()", "href",
    "%%{init: {'theme': 'dark'}}%%", "%% comment", "`code`", "**bold** _it_ ~~x~~", "# head", "#35; #quot;", "1. one",
    "- item", "+ item", "a --> b", "A & B", "[x]((y)){z}>w]", "fa:fa-user", "$$x^2$$", ":::c1", "style a fill:#fff;",
    "https://example.org/?a=1&b=2", "---", "@{ shape: cloud }", 'say "no"', "|pipe|", "\\n", "{{x}}", "==", "&nbsp;",
)  # fmt: skip


@pytest.mark.parametrize(("project", "language", "kind"), SOME)
def test_mermaid_understands_every_node_line_and_lane(project, language, kind):
    picture = placed(project, language, kind)
    found = read(mermaid.draw(picture))
    drawn = nodes(picture)
    ids = {shape.id: f"n{number}" for number, shape in enumerate(drawn, start=1)}
    texts = lettering(picture)
    assert set(found.texts) == set(ids.values())
    for shape in drawn:
        assert found.texts[ids[shape.id]] == seen_lines(texts[shape.id]) or not texts[shape.id]
    assert len(found.edges) == len(picture.connectors)
    for line, (first, second, kind_of_arrow, text) in zip(picture.connectors, found.edges, strict=True):
        assert {first, second} == {ids[line.source], ids[line.target]}
        assert text == (seen_lines(lines_of(line.label)) if line.label else "")
        arrows = {(True, True): "double_arrow_point", (False, False): "arrow_open"}
        assert kind_of_arrow == arrows.get((line.to_source, line.to_target), "arrow_point")
        if line.to_target:
            assert (first, second) == (ids[line.source], ids[line.target])
    shown = {seen_lines((joined(lines_of(lane.head)),)): lane.nodes for lane in lanes(picture) if lane.nodes}
    assert dict(found.areas.values()) == {
        title: {ids[shape.id] for shape in members} for title, members in shown.items()
    }


def seen_lines(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).split())


def test_words_of_mermaid_and_hostile_names_are_shown_as_they_are():
    names = (*RESERVED, *HOSTILE_NAMES)
    shapes = tuple(
        Shape(name, "step", Box(0, 0, 9, 9), (TextBlock("step-name", (name,), Box(0, 0, 9, 9)),)) for name in names
    )
    line = Connector("l", "flow-line", names[0], names[1], ((0, 0), (9, 0)), to_target=True)
    picture = Picture("end", '"graph" --- \\', "d", "en", 9, 9, (), shapes, (line,))
    code = mermaid.draw(picture)
    assert read(code).texts == {f"n{at}": seen_lines((name,)) for at, name in enumerate(names, start=1)}
    # The page that stands in for a browser reads entities once more than browsers do.
    assert labels(code) == {seen(name) for name in names}


def test_marks_are_written_as_entities():
    assert quoted(('a "b" #c',)) == '"a #34;b#34; #35;c"'
    assert quoted(("1. one", " - two", "3.1 three (x)")) == '"1#46; one<br/>#45; two<br/>3.1 three (x)"'
    assert quoted(()) == '" "'
    assert quoted(("a\x00",)) == '"a\ufffd"'
    assert seen("ﬂ°°34¶ß<br/>b") == '" b'


def test_lines_are_joined_as_their_language_does():
    assert joined(("Contract", "manager")) == "Contract manager"
    assert joined(("合同", "经理")) == "合同经理"
    assert joined(("IT", "经理")) == "IT 经理"
    assert joined(()) == ""


def test_only_pictures_with_lines_are_flowcharts():
    own = [kind for project, language, kind in ALL if (project, language) == ("examples/starter", "en")]
    fits = {kind for kind in own if FORMATS["mermaid"].fits(placed("examples/starter", "en", kind))}
    assert {"tree", "interfaces", "swimlane"} <= fits
    assert not fits & {"house", "raci"}
