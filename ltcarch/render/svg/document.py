"""A placed picture as an SVG document."""

from collections.abc import Iterator

from ltcarch.layout.picture import Box, Connector, Picture, Shape, TextBlock
from ltcarch.layout.text import is_wide
from ltcarch.layout.theme import LINES, LOOKS, TEXTS
from ltcarch.render.finish import Links, Theme
from ltcarch.render.markup import escaped
from ltcarch.render.svg.forms import form
from ltcarch.render.svg.path import arrow_head, number, rounded_path, shortened
from ltcarch.render.svg.style import LINKED, style_sheet, tone_class


def draw(picture: Picture, theme: Theme = Theme.AUTO, region: Box | None = None, links: Links | None = None) -> str:
    """The SVG of a picture or of a region of it. Every element carries its permanent id, and its whole name as tip.

    `links` tells where a shape leads, if anywhere.
    """
    return "\n".join(_document(picture, theme, region or Box(0, 0, picture.width, picture.height), links)) + "\n"


def _document(picture: Picture, theme: Theme, region: Box, links: Links | None) -> Iterator[str]:
    left, top, width, height = (number(own) for own in (region.x, region.y, region.width, region.height))
    language, view = escaped(picture.language), f"{left} {top} {width} {height}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{view}" '
        f'role="img" lang="{language}" xml:lang="{language}" aria-labelledby="picture:name picture:description">'
    )
    yield f'<title id="picture:name">{escaped(f"{picture.title} – {picture.subtitle}")}</title>'
    yield f'<desc id="picture:description">{escaped(picture.description)}</desc>'
    yield f"<style>\n{style_sheet(picture, theme)}\n{LINKED if links else ''}</style>"
    at = f'x="{left}" y="{top}" ' if region.x or region.y else ""
    yield f'<rect class="page" {at}width="{width}" height="{height}"/>'
    for shape in (*picture.head, *picture.grounds):
        yield from _shape(shape, links)
    for connector in picture.connectors:
        yield from _line(connector)
    for shape in picture.shapes:
        yield from _shape(shape, links)
    for connector in picture.connectors:
        if connector.label:
            yield from _shape(connector.label, None)
    yield "</svg>"


def _shape(shape: Shape, links: Links | None) -> Iterator[str]:
    yield f'<g id="{escaped(shape.id)}">'
    if shape.title:
        yield f"<title>{escaped(shape.title)}</title>"
    target = links(shape) if links and shape.texts else None
    if target:
        yield f'<a href="{escaped(target)}">'
    yield from _own(shape)
    if target:
        yield "</a>"
    for child in shape.children:
        yield from _shape(child, links)
    yield "</g>"


def _own(shape: Shape) -> Iterator[str]:
    """The shape without what stands on it, so that no link lies in another."""
    look = LOOKS.get(shape.role)
    if look:
        yield form(look, f"{shape.role} {tone_class(shape.tone)}", shape.box)
    for text in shape.texts:
        yield from _text(text, shape.tone)


def _text(text: TextBlock, tone: int | None) -> Iterator[str]:
    """The lines one by one, so that marks of writing direction end with their line."""
    style = TEXTS[text.style]
    for index, line in enumerate(text.lines):
        baseline = text.box.y + index * style.line + style.line / 2 + style.size * 0.35
        place = f'x="{number(text.box.x)}" y="{number(baseline)}"'
        fonts = " han" if any(is_wide(character) for character in line) else ""
        yield f'<text class="t-{text.style} {tone_class(tone)}{fonts}" {place}>{escaped(line)}</text>'


def _line(connector: Connector) -> Iterator[str]:
    look = LINES[connector.role]
    corners = shortened(connector.corners, at_start=connector.to_source, at_end=connector.to_target)
    path = rounded_path(corners, look.radius)
    yield f'<g id="{escaped(connector.id)}">'
    if connector.title:
        yield f"<title>{escaped(connector.title)}</title>"
    if look.casing:
        yield f'<path class="casing" d="{path}"/>'
    yield f'<path class="{connector.role}" d="{path}"/>'
    if connector.to_target:
        yield f'<path class="arrow" d="{arrow_head(connector.corners[-2], connector.corners[-1])}"/>'
    if connector.to_source:
        yield f'<path class="arrow" d="{arrow_head(connector.corners[1], connector.corners[0])}"/>'
    yield "</g>"
