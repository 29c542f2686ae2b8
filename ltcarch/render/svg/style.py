"""The style sheet of a picture: the theme's looks for the roles and tones that occur in it.

Colours are literal and stand in classes, since converters to PNG and PDF know no variables.
"""

from collections.abc import Iterable, Iterator

from ltcarch.layout.picture import Picture, Shape, every_shape
from ltcarch.layout.theme import CHINESE_FONTS, DARK, FONTS, LIGHT, LINES, LOOKS, TEXTS, Palette
from ltcarch.render.finish import Theme

LINKED = "a{cursor:pointer}a:hover text,a:focus text{text-decoration:underline}\n"
"""How shapes that lead somewhere look."""


def tone_class(tone: int | None) -> str:
    """The class of a tone; classes beyond the palette begin again with its first tone."""
    return "neutral" if tone is None else f"tone-{tone % len(LIGHT.tones) + 1}"


def style_sheet(picture: Picture, theme: Theme) -> str:
    """Fonts and colours; where the screen decides, light ones, then the dark ones for screens that prefer them.

    Paper is never asked, so that a dark screen prints what a light one does.
    """
    shapes = [*every_shape((*picture.head, *picture.grounds, *picture.shapes)), *_labels(picture)]
    rules = [
        f"text{{font-family:{_families(FONTS)};white-space:pre}}",
        f".han{{font-family:{_families(CHINESE_FONTS)}}}",
        *_type(shapes),
        *_forms(shapes, picture),
        *_colours(shapes, picture, DARK if theme is Theme.DARK else LIGHT),
    ]
    if theme is Theme.AUTO:
        rules.append("@media screen and (prefers-color-scheme:dark){")
        rules += [*_colours(shapes, picture, DARK), "}"]
    return "\n".join(rules)


def _families(fonts: tuple[str, ...]) -> str:
    return ",".join(f'"{font}"' if " " in font else font for font in fonts)


def _labels(picture: Picture) -> Iterator[Shape]:
    return (line.label for line in picture.connectors if line.label)


def _type(shapes: list[Shape]) -> Iterator[str]:
    for name in _in_order(TEXTS, (text.style for shape in shapes for text in shape.texts)):
        style = TEXTS[name]
        yield f".t-{name}{{font-size:{style.size:g}px;font-weight:{700 if style.bold else 400}}}"


def _forms(shapes: list[Shape], picture: Picture) -> Iterator[str]:
    for name in _in_order(LOOKS, (shape.role for shape in shapes)):
        look = LOOKS[name]
        dash = f";stroke-dasharray:{look.dash}" if look.dash else ""
        yield f".{name}{{stroke-width:{look.width:g}{dash}}}" if look.stroke else f".{name}{{stroke:none}}"
    for name in _in_order(LINES, (line.role for line in picture.connectors)):
        look = LINES[name]
        dash = f";stroke-dasharray:{look.dash}" if look.dash else ""
        yield f".{name}{{fill:none;stroke-width:{look.width:g};stroke-linecap:round{dash}}}"
        if look.casing:
            yield f".casing{{fill:none;stroke-width:{look.casing:g}}}"


def _colours(shapes: list[Shape], picture: Picture, palette: Palette) -> Iterator[str]:
    yield f".page{{fill:{palette.page}}}"
    tones = {tone_class(shape.tone): shape.tone for shape in shapes}
    for name in _in_order(LOOKS, (shape.role for shape in shapes)):
        look = LOOKS[name]
        for tone_name in sorted(tones):
            paint = ";".join(
                f"{part}:{palette.colour(colour, tones[tone_name])}"
                for part, colour in (("fill", look.fill), ("stroke", look.stroke))
                if colour
            )
            paint = paint if look.fill else f"fill:none;{paint}"
            if any(shape.role == name and tone_class(shape.tone) == tone_name for shape in shapes):
                yield f".{name}.{tone_name}{{{paint}}}"
    used = {(text.style, tone_class(shape.tone)) for shape in shapes for text in shape.texts}
    for style in _in_order(TEXTS, (style for style, _ in used)):
        for tone_name in sorted(own for name, own in used if name == style):
            colour = palette.colour(TEXTS[style].colour, tones[tone_name])
            yield f".t-{style}.{tone_name}{{fill:{colour}}}"
    for name in _in_order(LINES, (line.role for line in picture.connectors)):
        stroke = palette.colour(LINES[name].stroke or "line")
        yield f".{name}{{stroke:{stroke}}}"
        if any(line.to_source or line.to_target for line in picture.connectors):
            yield f".arrow{{fill:{stroke}}}"
        if LINES[name].casing:
            yield f".casing{{stroke:{palette.page}}}"


def _in_order(known: Iterable[str], used: Iterable[str]) -> list[str]:
    wanted = set(used)
    return [name for name in known if name in wanted]
