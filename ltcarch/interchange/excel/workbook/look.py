"""How the workbook looks: the product's light colours, and each kind of cell once."""

from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from ltcarch.interchange.excel.workbook.cells import for_excel
from ltcarch.layout.theme import LIGHT, Tone

FONT = "Arial"
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "'")
TEXT, GENERAL = "@", "General"
_TONES: dict[str, int] = {
    **dict.fromkeys(("classification", "group", "process", "subprocess", "activity", "task"), 0),
    **dict.fromkeys((".next", ".ends", ".triggers", ".exceptions", ".elements", ".authority.limits"), 0),
    **dict.fromkeys(("unit", "position", "role", "team", "external"), 1),
    **dict.fromkeys(("artifact", ".states", "flow", "system"), 2),
    **dict.fromkeys(("kpi", ".measures", "goal", "key_task"), 3),
    **dict.fromkeys(("risk", "control", "segregation", "policy"), 4),
    **dict.fromkeys(("scenario", ".values", "phase", "grouping", ".parts", "capability", "change", ".steps"), 5),
}
"""The tone of each sheet; all others are neutral."""


class Look:
    """The styles of a workbook's cells by name, and with a mark for text that a program could take for a formula."""

    def __init__(self, book: Workbook) -> None:
        self._sheet = book.create_sheet("look")
        self._styles: dict[tuple[str, bool, Tone | None], Any] = {}
        book.remove(self._sheet)

    def put(self, cell: Cell | MergedCell, value: Any, style: str, tone: Tone | None = None) -> None:
        """Write a value into a cell; text stays text, whatever it begins with."""
        is_text = isinstance(value, str)
        if is_text:
            text = for_excel(value)
            cell.value = text
            cell.data_type = "s"
        else:
            cell.value = value
        dress(cell, self.style(style, is_text and value.startswith(_FORMULA_SIGNS), tone))

    def style(self, name: str, is_quoted: bool, tone: Tone | None) -> Any:
        """A style, made once."""
        key = (name, is_quoted, tone)
        if key not in self._styles:
            cell: Any = Cell(self._sheet, row=1, column=1)
            for attribute, own in _style(name, tone or LIGHT.neutral).items():
                setattr(cell, attribute, own)
            cell.quotePrefix = is_quoted
            self._styles[key] = cell._style
        return self._styles[key]


def dress(target: Any, style: Any) -> None:
    """Give a cell or a column a style of `Look.style`; openpyxl has no public way to use one again."""
    target._style = style


def tone_of(sheet: str) -> Tone:
    """The colours of a sheet."""
    return LIGHT.tone(_TONES.get(sheet))


def plain_colour(colour: str) -> str:
    """A colour as Excel writes it."""
    return colour.removeprefix("#").upper()


def _style(name: str, tone: Tone) -> Mapping[str, Any]:
    fill, font, more = _STYLES[name]
    colours = {"tint": tone.tint, "shade": tone.shade, "strong": tone.strong, "bar": LIGHT.bar}
    ink = {"ink": LIGHT.ink, "muted": LIGHT.muted, "strong": tone.strong, "white": "#FFFFFF"}
    style: dict[str, Any] = {
        "font": Font(name=FONT, color=plain_colour(ink[font[0]]), **font[1]),
        "alignment": Alignment(wrap_text=True, vertical=more.get("vertical", "top"), horizontal=more.get("horizontal")),
        "number_format": more.get("format", TEXT),
        "protection": Protection(locked=more.get("locked", False)),
    }
    if fill:
        style["fill"] = PatternFill("solid", start_color=plain_colour(colours[fill]))
    if more.get("line", True):
        style["border"] = Border(bottom=Side("hair", color=plain_colour(LIGHT.bar_line)))
    return style


_STYLES: dict[str, tuple[str | None, tuple[str, dict[str, Any]], dict[str, Any]]] = {
    "head": ("strong", ("white", {"bold": True, "size": 10}), {"vertical": "center", "locked": True}),
    "head-quiet": ("shade", ("muted", {"italic": True, "size": 10}), {"vertical": "center", "locked": True}),
    "key": (None, ("muted", {"size": 8}), {"line": False, "locked": True}),
    "id": ("tint", ("strong", {"bold": True, "size": 10}), {}),
    "text": (None, ("ink", {"size": 10}), {}),
    "number": (None, ("ink", {"size": 10}), {"format": GENERAL, "horizontal": "center"}),
    "place": (None, ("muted", {"size": 10}), {"format": GENERAL, "horizontal": "center"}),
    "any": (None, ("ink", {"size": 10}), {"format": GENERAL, "horizontal": "left"}),
    "mark": (None, ("ink", {"size": 10}), {"horizontal": "center"}),
    "quiet": ("tint", ("muted", {"italic": True, "size": 10}), {"locked": True}),
    "title": (None, ("strong", {"bold": True, "size": 18}), {"line": False}),
    "subtitle": (None, ("muted", {"size": 11}), {"line": False}),
    "heading": (None, ("strong", {"bold": True, "size": 12}), {"line": False, "vertical": "bottom"}),
    "prose": (None, ("ink", {"size": 11}), {"line": False}),
    "link": (None, ("strong", {"size": 11, "underline": "single"}), {}),
    "cell": (None, ("ink", {"size": 10}), {"locked": True}),
    "row-name": ("tint", ("ink", {"bold": True, "size": 10}), {"locked": True}),
    "warning": ("shade", ("strong", {"bold": True, "size": 11}), {"line": False, "vertical": "center", "locked": True}),
}
"""Ground, ink and font, and what else is to be said of each kind of cell."""
