"""Shapes of pictures lead to the pages of what they show."""

import pytest

from ltcarch.layout.picture import every_shape
from ltcarch.publish.diagrams import DIAGRAMS, Wishes
from ltcarch.publish.links import links
from ltcarch.views.handbook.places import places
from tests.pictures import architecture_of


def targets(kind: str, element: str | None) -> dict[str, str]:
    """Where the shapes of a picture of the reference architecture lead, by their text."""
    architecture = architecture_of("models/reference")
    subject = architecture.get(element) if element else None
    picture = DIAGRAMS[kind].draw(architecture, subject, Wishes("en", lambda: None))
    leading = links(places(architecture), lambda place: f"{place.page}#{place.mark}" if place.mark else place.page)
    found = ((leading(shape), shape) for shape in every_shape((*picture.grounds, *picture.shapes)))
    return {" ".join(shape.texts[-1].lines): target for target, shape in found if target and shape.texts}


def test_processes_lead_to_their_pages():
    house = targets("house", None)
    assert house["Lead to Cash"] == "processes/LTC"
    assert house["Manage opportunities"] == "processes/LTC.2"
    assert targets("context", "LTC.2.7")["Sign contract"] == "processes/LTC.2.8"
    assert targets("tree", "LTC.2")["Review contract"] == "processes/LTC.2.7"


def test_activities_lead_to_their_place_and_lanes_to_their_roles():
    swimlane = targets("swimlane", "LTC.2.7")
    assert swimlane["Review legal terms"] == "processes/LTC.2.7#LTC.2.7.A2"
    assert swimlane["Legal counsel"].startswith("roles")


@pytest.mark.parametrize("text", ["R", "A"])
def test_a_cell_of_a_matrix_leads_nowhere(text):
    matrix = targets("raci", "LTC.2.7")
    assert matrix["Review legal terms"] == "processes/LTC.2.7#LTC.2.7.A2"
    assert text not in matrix
