"""A placed picture as a PDF whose text can be searched and copied."""

from ltcarch.layout.paper import MARGIN, Sheet, sheets
from ltcarch.layout.picture import Picture
from ltcarch.layout.theme import CHINESE_FONTS, DARK, FONTS, LIGHT
from ltcarch.render import svg
from ltcarch.render.finish import Finish, Theme
from ltcarch.render.typesetting import typeset

_SOURCE = """#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, description: data.description, date: none)
#set text(font: data.fonts, size: 7.5pt, lang: data.language, fill: rgb(data.muted))
#for (number, sheet) in data.sheets.enumerate(start: 1) {
  page(width: sheet.width * 1mm, height: sheet.height * 1mm, margin: 0mm, fill: rgb(data.page), {
    for window in sheet.windows {
      place(dx: window.x * 1mm, dy: window.y * 1mm, image(
        bytes(window.svg), format: "svg", alt: data.description,
        width: window.width * 1mm, height: window.height * 1mm, fit: "stretch",
      ))
    }
    if data.sheets.len() > 1 {
      place(bottom + left, dx: data.margin * 1mm, dy: -data.margin / 2 * 1mm, data.title)
      place(bottom + right, dx: -data.margin * 1mm, dy: -data.margin / 2 * 1mm, [#number / #data.sheets.len()])
    }
  })
}"""


def draw(picture: Picture, finish: Finish) -> bytes:
    """The PDF of a picture, cut into several sheets where one would be too small to read."""
    theme = Theme.LIGHT if finish.theme is Theme.AUTO else finish.theme
    palette = DARK if theme is Theme.DARK else LIGHT
    data = {
        "title": f"{picture.title} – {picture.subtitle}",
        "description": picture.description,
        "language": picture.language,
        "fonts": [own for own in (*FONTS, *CHINESE_FONTS) if own != "sans-serif"],
        "muted": palette.muted,
        "page": palette.page,
        "margin": MARGIN,
        "sheets": [_sheet(own, theme) for own in sheets(picture, finish.page)],
    }
    return typeset(_SOURCE, data, picture, finish, "pdf")


def _sheet(sheet: Sheet, theme: Theme) -> dict[str, object]:
    windows = [
        {
            "x": own.at[0],
            "y": own.at[1],
            "width": own.region.width * sheet.scale,
            "height": own.region.height * sheet.scale,
            "svg": svg.draw(own.part, theme, own.region),
        }
        for own in sheet.windows
    ]
    return {"width": sheet.width, "height": sheet.height, "windows": windows}
