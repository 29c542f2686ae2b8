"""Drawings for draw.io are well-formed, with every cell in what holds it and every line joined to both its ends."""

from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from ltcarch.layout.picture import every_shape
from ltcarch.layout.theme import DARK
from ltcarch.render import Theme, drawio
from ltcarch.render.drawio.document import LAYER, ROOT
from ltcarch.render.outline import lanes, lines_of
from tests.pictures import ALL, HOSTILE_NAMES, placed

SOME = [own for own in ALL if own[:2] in (("models/reference", "zh"), ("hostile", "en"))]
every_picture = pytest.mark.parametrize(("project", "language", "kind"), SOME)


class Cells:
    """The cells of a drawing by their ids."""

    def __init__(self, drawing: str) -> None:
        root = ElementTree.fromstring(drawing).find("diagram/mxGraphModel/root")
        assert root is not None
        self.labels: dict[str, str] = {}
        self.tips: dict[str, str] = {}
        self.cells: dict[str, ElementTree.Element] = {}
        for own in root:
            cell = own.find("mxCell") if own.tag == "UserObject" else own
            assert cell is not None
            assert own.get("id") not in self.cells, own.get("id")
            self.cells[own.get("id", "")] = cell
            self.labels[own.get("id", "")] = own.get("label", own.get("value", ""))
            self.tips[own.get("id", "")] = own.get("tooltip", "")

    def parent(self, own: str) -> str:
        return self.cells[own].get("parent", "")

    def size(self, own: str) -> tuple[float, float]:
        geometry = self.cells[own].find("mxGeometry")
        return float(geometry.get("width")), float(geometry.get("height"))

    def corner(self, own: str) -> tuple[float, float]:
        """Where a cell stands in the whole picture."""
        if own in (ROOT, LAYER):
            return 0.0, 0.0
        geometry = self.cells[own].find("mxGeometry")
        x, y = self.corner(self.parent(own))
        return x + float(geometry.get("x")), y + float(geometry.get("y"))

    def style(self, own: str) -> dict[str, str]:
        parts = (part.partition("=") for part in self.cells[own].get("style", "").split(";"))
        return {name: value for name, _, value in parts}


@every_picture
def test_every_shape_stands_where_it_stands_in_the_picture(project, language, kind):
    picture = placed(project, language, kind)
    cells = Cells(drawio.draw(picture))
    for shape in every_shape((*picture.head, *picture.shapes)):
        assert cells.corner(shape.id) == pytest.approx((shape.box.x, shape.box.y), abs=0.3)
        assert cells.size(shape.id) == pytest.approx((shape.box.width, shape.box.height), abs=0.1)
        assert " ".join(cells.tips[shape.id].split()) == " ".join(shape.title.split())
    for own in cells.cells:
        assert own == ROOT or cells.parent(own) in cells.cells


@every_picture
def test_lanes_hold_what_stands_on_them(project, language, kind):
    picture = placed(project, language, kind)
    cells = Cells(drawio.draw(picture))
    for lane in lanes(picture):
        assert "swimlane" in cells.style(lane.ground.id)
        width, height = cells.size(lane.ground.id)
        for shape in lane.nodes:
            assert cells.parent(shape.id) == lane.ground.id
            geometry = cells.cells[shape.id].find("mxGeometry")
            x, y = float(geometry.get("x")), float(geometry.get("y"))
            assert 0 <= x <= width - shape.box.width + 0.3
            assert 0 <= y <= height - shape.box.height + 0.3


@every_picture
def test_every_line_is_joined_to_both_ends_where_it_is_drawn(project, language, kind):
    picture = placed(project, language, kind)
    cells = Cells(drawio.draw(picture))
    for line in picture.connectors:
        cell, style = cells.cells[line.id], cells.style(line.id)
        assert (cell.get("source"), cell.get("target")) == (line.source, line.target)
        for end, corner in (("exit", line.corners[0]), ("entry", line.corners[-1])):
            own = line.source if end == "exit" else line.target
            (x, y), (width, height) = cells.corner(own), cells.size(own)
            met = (x + float(style[f"{end}X"]) * width, y + float(style[f"{end}Y"]) * height)
            assert met == pytest.approx(corner, abs=1.0)
        turns = [(float(own.get("x")), float(own.get("y"))) for own in cell.iter("mxPoint")]
        assert turns == [pytest.approx(own, abs=0.1) for own in line.corners[1:-1]]
        if line.label:
            assert cells.parent(line.label.id) == line.id
            assert read(cells.labels[line.label.id]) == squeezed("".join(lines_of(line.label)))


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_are_shown_as_they_are(name):
    cells = Cells(drawio.draw(placed("hostile", "en", "house")))
    assert any(squeezed(name) in squeezed(tip) for tip in cells.tips.values())
    assert not any("<script" in label.lower() for label in cells.labels.values())
    assert any(squeezed(name)[:5] in read(label) for label in cells.labels.values())


def test_dark_drawings_are_dark():
    drawn = drawio.draw(placed("examples/starter", "en", "house"), Theme.DARK)
    assert f'background="{DARK.page}"' in drawn


class Text(HTMLParser):
    """The text of a label."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def read(label: str) -> str:
    parser = Text()
    parser.feed(label)
    parser.close()
    return squeezed(parser.text)


def squeezed(text: str) -> str:
    return "".join(text.split())
