"""Pictures for Word, which takes no vector pictures that every version of it shows."""

import io
from typing import Any

from docx.oxml.shape import CT_Inline
from docx.shared import Mm

from ltcarch.layout.paper import Sheet
from ltcarch.publish.document.figures import Figure
from ltcarch.render import svg
from ltcarch.render.finish import Theme
from ltcarch.render.typesetting import holds_chinese, typeset_text

_PIXELS_PER_INCH = 220
_SOURCE = """#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 1mm, height: data.height * 1mm, margin: 0mm)
#for window in data.windows {
  place(dx: window.x * 1mm, dy: window.y * 1mm, image(
    bytes(window.svg), format: "svg", width: window.width * 1mm, height: window.height * 1mm, fit: "stretch",
  ))
}"""


def drawn(figure: Figure, sheet: Sheet, fonts: str | None) -> bytes:
    """A sheet of a picture as a PNG that stays sharp in print. Raises FinishFault."""
    windows: list[dict[str, Any]] = [
        {
            "x": own.at[0],
            "y": own.at[1],
            "width": own.region.width * sheet.scale,
            "height": own.region.height * sheet.scale,
            "svg": svg.draw(own.part, Theme.LIGHT, own.region),
        }
        for own in sheet.windows
    ]
    data = {"width": sheet.width, "height": sheet.height, "windows": windows}
    chinese = "the picture" if any(holds_chinese(own["svg"]) for own in windows) else None
    return typeset_text(_SOURCE, data, fonts, "png", chinese, ppi=_PIXELS_PER_INCH)


def drawing(part: Any, png: bytes, sheet: Sheet, number: int, description: str) -> Any:
    """The element that shows a PNG in the size of its sheet; `description` is read out to those who do not see it."""
    relation, _ = part.get_or_add_image(io.BytesIO(png))
    inline = CT_Inline.new_pic_inline(number, relation, f"{number}.png", Mm(sheet.width), Mm(sheet.height))
    inline.docPr.set("descr", description)
    return inline
