"""How the theme's looks are said in draw.io."""

from itertools import pairwise

from ltcarch.layout.picture import Connector, Point, Shape
from ltcarch.layout.theme import LINES, LOOKS, TEXTS, Look, Palette

_FORMS = {
    "circle": "ellipse;perimeter=ellipsePerimeter",
    "diamond": "rhombus;perimeter=rhombusPerimeter",
    "flag": "shape=offPageConnector;direction=north;size=0.1",
    "shield": "shape=offPageConnector;size=0.35",
    "arrow": "shape=singleArrow;arrowWidth=0.5;arrowSize=0.4",
}
_SIGNS = {"times": "✕", "plus": "✚", "star": "★", "inside": "⊞", "clock": "◷"}
"""Forms that draw.io has no shape for, as characters."""
_FONT = "fontFamily=Helvetica"
TEXT = f"text;html=1;{_FONT};strokeColor=none;fillColor=none;spacing=0;overflow=visible"
"""The style of text by itself."""


def sign(shape: Shape) -> str:
    """The character that stands for the form of a shape, if draw.io has none."""
    return _SIGNS.get(LOOKS[shape.role].form, "") if shape.role in LOOKS else ""


def shape_style(shape: Shape, palette: Palette) -> str:
    """The style of a shape, lettered from its top left corner."""
    look = LOOKS.get(shape.role)
    if look is None:
        return f"{TEXT};align={'center' if shape.role == 'caption' else 'left'};verticalAlign=top"
    if sign(shape):
        colour = palette.colour(look.stroke or look.fill or "ink", shape.tone)
        size = round(min(shape.box.width, shape.box.height))
        return f"{TEXT};align=center;verticalAlign=middle;fontSize={size};fontColor={colour}"
    form = _FORMS.get(look.form, "rounded=1;absoluteArcSize=1" if look.radius else "rounded=0")
    arc = f";arcSize={2 * look.radius:g}" if look.form == "box" and look.radius else ""
    return f"{form}{arc};html=1;whiteSpace=wrap;{_FONT};{_paint(look, shape, palette)}{_lettering(shape)}"


def lane_style(lane: Shape, head: Shape, palette: Palette) -> str:
    """The style of a lane that is as wide as the picture, its head at its left."""
    ground, title = LOOKS[lane.role], LOOKS[head.role]
    fill, stroke = palette.colour(title.fill or "page", head.tone), palette.colour(title.stroke or "faint", head.tone)
    return (
        f"swimlane;horizontal=0;startSize={head.box.width:g};collapsible=0;html=1;swimlaneLine=1;"
        f"fillColor={fill};strokeColor={stroke};swimlaneFillColor={palette.colour(ground.fill or 'page', lane.tone)}"
    )


def line_style(connector: Connector, exits: Point, enters: Point, palette: Palette) -> str:
    """The style of a line; `exits` and `enters` say where on the shapes it ends, as parts of their sides."""
    look = LINES[connector.role]
    ways = pairwise(connector.corners)
    is_square = all(abs(one[0] - other[0]) < 0.01 or abs(one[1] - other[1]) < 0.01 for one, other in ways)
    dash = ";dashed=1" if look.dash else ""
    return (
        f"edgeStyle={'orthogonalEdgeStyle' if is_square else 'none'};rounded=1;arcSize={2 * look.radius:g};html=1;"
        f"strokeColor={palette.colour(look.stroke or 'line')};strokeWidth={look.width:g}{dash};"
        f"endArrow={'block' if connector.to_target else 'none'};endFill=1;endSize=6;"
        f"startArrow={'block' if connector.to_source else 'none'};startFill=1;startSize=6;"
        f"exitX={exits[0]:.3f};exitY={exits[1]:.3f};exitDx=0;exitDy=0;exitPerimeter=0;"
        f"entryX={enters[0]:.3f};entryY={enters[1]:.3f};entryDx=0;entryDy=0;entryPerimeter=0"
    )


def label_style(palette: Palette) -> str:
    """The style of text on a line."""
    ground = f"labelBackgroundColor={palette.page}"
    return f"edgeLabel;html=1;resizable=0;points=[];{_FONT};align=left;verticalAlign=middle;{ground}"


def font_style(style: str, tone: int | None, palette: Palette) -> str:
    """The style sheet of one text."""
    text = TEXTS[style]
    weight = ";font-weight:bold" if text.bold else ""
    return f"font-size:{text.size:g}px;line-height:{text.line:g}px;color:{palette.colour(text.colour, tone)}{weight}"


def _paint(look: Look, shape: Shape, palette: Palette) -> str:
    fill, stroke = (palette.colour(name, shape.tone) if name else "none" for name in (look.fill, look.stroke))
    dash = ";dashed=1" if look.dash else ""
    return f"fillColor={fill};strokeColor={stroke};strokeWidth={look.width:g}{dash}"


def _lettering(shape: Shape) -> str:
    if not shape.texts:
        return ";align=center;verticalAlign=middle"
    left = min(text.box.x for text in shape.texts) - shape.box.x
    top = min(text.box.y for text in shape.texts) - shape.box.y
    return f";align=left;verticalAlign=top;spacing=0;spacingLeft={max(left, 0):g};spacingTop={max(top, 0):g}"
