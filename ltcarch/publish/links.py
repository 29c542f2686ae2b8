"""Where the shapes of pictures lead: to the pages of the elements that they show."""

from collections.abc import Callable, Mapping

from ltcarch.layout.picture import Shape
from ltcarch.render.finish import Links
from ltcarch.views.handbook.page import Place

_IN_A_CELL = ("cell", "badge")
"""What stands in a table where two elements meet shows neither of them."""


def links(places: Mapping[str, Place], address: Callable[[Place], str]) -> Links:
    """The address of the place of what each shape shows; nothing where it shows no element that stands somewhere."""

    def target(shape: Shape) -> str | None:
        if shape.role.startswith(_IN_A_CELL):
            return None
        place = next((places[own] for own in _shown(shape.id) if own in places), None)
        return address(place) if place else None

    return target


def _shown(shape_id: str) -> tuple[str, ...]:
    """What a shape may show, the likeliest first: its id is that of an element, or has one as its last part that is."""
    return shape_id, *reversed(shape_id.split(":"))
