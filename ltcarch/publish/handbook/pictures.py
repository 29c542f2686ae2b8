"""The pictures beside the pages of the handbook."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ltcarch.layout.graphviz_engine import Engine
from ltcarch.model import Architecture
from ltcarch.publish.diagrams import DIAGRAMS, Diagram, Wishes
from ltcarch.publish.handbook.made import ANEW, Made
from ltcarch.publish.links import links
from ltcarch.render import svg
from ltcarch.render.finish import Links
from ltcarch.views.handbook.page import Picture, Place
from ltcarch.views.handbook.places import places

PICTURES = "pictures"
"""The folder of all pictures."""
_WITH_ENGINE = ("interfaces",)


def needs_engine(picture: Picture) -> bool:
    """Whether a picture can only be placed by Graphviz."""
    return picture.kind in _WITH_ENGINE


def draw(
    architecture: Architecture,
    language: str,
    wanted: Iterable[Picture],
    engine: Engine | None,
    address: Callable[[str], str],
    made: Made = ANEW,
) -> Iterator[tuple[str, bytes]]:
    """The pictures that pages want, with their names; without an engine, those that need none.

    Their shapes lead to the pages of what they show, of which `address` gives the file by the page's name. Raises
    EngineFault.
    """

    def found() -> Engine:
        assert engine is not None
        return engine

    def file_of(place: Place) -> str:
        return f"../{address(place.page)}" + (f"#{place.mark}" if place.mark else "")

    wishes = Wishes(language, found)
    targets = {own: file_of(place) for own, place in places(architecture).items()}
    leading = links(places(architecture), file_of)
    for picture in wanted:
        if engine or not needs_engine(picture):
            diagram = DIAGRAMS[picture.kind]
            view = diagram.view(architecture, architecture.get(picture.of) if picture.of else None, wishes)
            drawn = partial(_drawn, diagram, view, wishes, leading)
            yield picture.name, made.bytes(drawn, picture.kind, view, targets, engine)


def _drawn(diagram: Diagram, view: object, wishes: Wishes, leading: Links) -> bytes:
    return svg.draw(diagram.place(view, wishes), links=leading).encode()
