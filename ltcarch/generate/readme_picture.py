"""The picture of the README: the process house of the reference architecture."""

from ltcarch.layout.process_house import place
from ltcarch.loading import load
from ltcarch.render import svg
from ltcarch.views.process_house import process_house
from ltcarch.writing.project_template import template_folder


def readme_picture() -> str:
    """The house in English, as SVG."""
    return svg.draw(place(process_house(load(template_folder("reference")).architecture, "en")))
