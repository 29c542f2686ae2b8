"""The pictures beside the pages of the handbook."""

from collections.abc import Iterable, Iterator

from ltcarch.layout import hierarchy_tree as tree_layout
from ltcarch.layout import interface_map as map_layout
from ltcarch.layout import process_house as house_layout
from ltcarch.layout import swimlane as swimlane_layout
from ltcarch.layout.graphviz_engine import Engine
from ltcarch.layout.picture import Picture as Placed
from ltcarch.model import Architecture
from ltcarch.render import svg
from ltcarch.views.handbook.index import PROCESS_HOUSE
from ltcarch.views.handbook.page import Picture
from ltcarch.views.handbook.process.steps import SWIMLANE
from ltcarch.views.handbook.process.surroundings import HIERARCHY
from ltcarch.views.handbook.registers.artifacts import INTERFACE_MAP
from ltcarch.views.hierarchy_tree import hierarchy_tree
from ltcarch.views.interface_map import interface_map
from ltcarch.views.process_house import process_house
from ltcarch.views.swimlane import swimlane

_LEVELS_BELOW = 2


def draw(
    architecture: Architecture, language: str, wanted: Iterable[Picture], engine: Engine | None
) -> dict[str, bytes]:
    """The pictures that pages want, by name; without an engine, those that need none. Raises EngineFault."""
    return {
        picture.name: svg.draw(placed).encode()
        for picture in wanted
        for placed in _placed(architecture, language, picture, engine)
    }


def _placed(architecture: Architecture, language: str, picture: Picture, engine: Engine | None) -> Iterator[Placed]:
    if picture.kind == PROCESS_HOUSE:
        yield house_layout.place(process_house(architecture, language))
    elif picture.kind == HIERARCHY:
        tree = hierarchy_tree(architecture, language, architecture.get(picture.of), _LEVELS_BELOW)
        yield tree_layout.place(tree)
    elif picture.kind == SWIMLANE:
        yield swimlane_layout.place(swimlane(architecture, language, architecture.elements[picture.of]))
    elif picture.kind == INTERFACE_MAP and engine:
        yield map_layout.place(interface_map(architecture, language), engine)
