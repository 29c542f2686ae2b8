"""The head over a picture, and the picture as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ltcarch.layout.picture import Box, Connector, Picture, Shape, TextBlock, every_shape, moved, moved_connector
from ltcarch.layout.text import text_width, widest, wrap
from ltcarch.layout.theme import TEXTS, THEME


class Framed(Protocol):
    """What every view tells about itself."""

    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One entry of the legend. A mark is a text that stands on the sign, in the style of the sign's name."""

    name: str
    role: str = "swatch"
    tone: int | None = None
    mark: str = ""


def text_block(text: str, style: str, x: float, y: float, width: float, most: int = 1) -> TextBlock:
    """Text in a box of at most this width, its top left corner given."""
    lines = wrap(text, TEXTS[style], width, most)
    return TextBlock(style, lines, Box(x, y, widest(lines, TEXTS[style]), len(lines) * TEXTS[style].line))


def framed(
    view: Framed,
    shapes: Iterable[Shape],
    connectors: Iterable[Connector] = (),
    legend: Iterable[LegendEntry] = (),
    direction: str = "down",
    grounds: Iterable[Shape] = (),
) -> Picture:
    """The picture of a view whose content was placed from the origin on."""
    content, lines, under = tuple(shapes), tuple(connectors), tuple(grounds)
    boxes = [shape.box for shape in every_shape((*under, *content))] + [line.label.box for line in lines if line.label]
    corners = [corner for line in lines for corner in line.corners]
    left, top = (min([0.0, *own]) for own in (_all_x(boxes, corners), _all_y(boxes, corners)))
    right, bottom = max([0.0, *_all_x(boxes, corners)]), max([0.0, *_all_y(boxes, corners)])
    margin = THEME.frame.margin
    width = max(right - left, THEME.frame.least_width)
    head = _head(view, tuple(legend), width)
    below = max(shape.box.bottom for shape in head) + THEME.frame.below_head
    return Picture(
        title=view.title,
        subtitle=view.subtitle,
        description=view.description,
        language=view.language,
        width=width + 2 * margin,
        height=below + bottom - top + margin,
        head=head,
        shapes=tuple(moved(shape, margin - left, below - top) for shape in content),
        connectors=tuple(moved_connector(line, margin - left, below - top) for line in lines),
        direction=direction,
        grounds=tuple(moved(shape, margin - left, below - top) for shape in under),
    )


def _all_x(boxes: list[Box], corners: list[tuple[float, float]]) -> list[float]:
    return [x for box in boxes for x in (box.x, box.right)] + [x for x, _ in corners]


def _all_y(boxes: list[Box], corners: list[tuple[float, float]]) -> list[float]:
    return [y for box in boxes for y in (box.y, box.bottom)] + [y for _, y in corners]


def _head(view: Framed, legend: tuple[LegendEntry, ...], width: float) -> tuple[Shape, ...]:
    margin = THEME.frame.margin
    title = text_block(view.title, "title", margin, margin - 8, width, 2)
    subtitle = text_block(view.subtitle, "subtitle", margin, title.box.bottom + 2, width, 2)
    heads = (
        Shape("picture:title", "head", title.box, (title,), view.title),
        Shape("picture:subtitle", "head", subtitle.box, (subtitle,), view.subtitle),
    )
    return (*heads, *_legend(legend, subtitle.box.bottom + 14, width))


def _legend(entries: tuple[LegendEntry, ...], y: float, width: float) -> Iterable[Shape]:
    """The entries one beside the other, in as many rows as they need."""
    sizes, style = THEME.frame, TEXTS["legend"]
    x = sizes.margin
    for index, entry in enumerate(entries):
        swatch_width, swatch_height = _swatch(entry)
        room = swatch_width + 8 + min(text_width(entry.name, style), 240)
        if x > sizes.margin and x + room > sizes.margin + width:
            x, y = sizes.margin, y + style.line + 6
        swatch = Box(x, y + (style.line - swatch_height) / 2, swatch_width, swatch_height)
        texts = [text_block(entry.name, "legend", x + swatch_width + 8, y, 240)]
        if entry.mark:
            texts.append(_centred(entry.mark, entry.role, swatch))
        yield Shape(f"picture:legend-{index + 1}", entry.role, swatch, tuple(texts), entry.name, entry.tone)
        x += room + sizes.legend_gap


def _swatch(entry: LegendEntry) -> tuple[float, float]:
    """How wide and high the sign of an entry is."""
    width, height = THEME.frame.swatch
    if not entry.mark:
        return width, height
    style = TEXTS[entry.role]
    return max(width, text_width(entry.mark, style) + 10), style.line + 2


def _centred(text: str, style: str, box: Box) -> TextBlock:
    width, height = text_width(text, TEXTS[style]), TEXTS[style].line
    return TextBlock(style, (text,), Box(box.centre[0] - width / 2, box.centre[1] - height / 2, width, height))
