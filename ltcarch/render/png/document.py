"""A placed picture as a PNG."""

from ltcarch.layout.picture import Picture
from ltcarch.render import svg
from ltcarch.render.finish import Finish, Theme
from ltcarch.render.typesetting import typeset

_SOURCE = """#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 0.75pt, height: data.height * 0.75pt, margin: 0pt)
#image(bytes(data.svg), format: "svg", width: 100%, height: 100%)"""
_PIXELS_PER_INCH = 96


def draw(picture: Picture, finish: Finish) -> bytes:
    """The PNG of a picture, a pixel of the picture as many of the file as the scale says."""
    theme = Theme.LIGHT if finish.theme is Theme.AUTO else finish.theme
    data = {"width": picture.width, "height": picture.height, "svg": svg.draw(picture, theme)}
    return typeset(_SOURCE, data, picture, finish, "png", ppi=_PIXELS_PER_INCH * finish.scale)
