"""Pictures on the pages of a document: in the text, on a page of their own turned on its side, or cut over several.

What names things in a picture stays readable on paper: it is turned or cut rather than made too small.
"""

from dataclasses import dataclass, replace

from ltcarch.layout.paper import FOOT, MARGIN, MILLIMETRES, Sheet, Window, fitted
from ltcarch.layout.picture import Box, Picture

UPRIGHT = (170.0, 225.0)
"""The room for a picture between the heads of a page, in millimetres."""
TURNED = (257.0, 138.0)
"""The same on a page that is turned, with a heading above the picture."""
_IN_TEXT, _WHOLE = 0.5, 0.47
"""How much of its natural size a picture keeps at least where it stands in the text, and where it is not cut."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on one sheet or several, all of them upright or all turned."""

    picture: Picture
    sheets: tuple[Sheet, ...]
    turned: bool


def figure(picture: Picture) -> Figure:
    """A picture as it stands in a document."""
    upright, turned = _scale(picture, UPRIGHT), _scale(picture, TURNED)
    if upright >= _IN_TEXT or upright >= max(turned, _WHOLE):
        return Figure(picture, (_whole(picture, upright),), turned=False)
    if turned >= _WHOLE:
        return Figure(picture, (_whole(picture, turned),), turned=True)
    room = TURNED[0] + 2 * MARGIN, TURNED[1] + 2 * MARGIN + FOOT
    return Figure(picture, tuple(_without_margin(own) for own in fitted(picture, (room,))), turned=True)


def _scale(picture: Picture, room: tuple[float, float]) -> float:
    return min(1.0, room[0] / picture.width / MILLIMETRES, room[1] / picture.height / MILLIMETRES)


def _whole(picture: Picture, scale: float) -> Sheet:
    window = Window(picture, Box(0, 0, picture.width, picture.height), (0, 0))
    millimetres = scale * MILLIMETRES
    return Sheet(picture.width * millimetres, picture.height * millimetres, millimetres, (window,))


def _without_margin(sheet: Sheet) -> Sheet:
    """A sheet as small as what stands on it."""
    windows = tuple(replace(own, at=(own.at[0] - MARGIN, own.at[1] - MARGIN)) for own in sheet.windows)
    bottom = max(own.at[1] + own.region.height * sheet.scale for own in windows)
    return Sheet(TURNED[0], bottom, sheet.scale, windows)
