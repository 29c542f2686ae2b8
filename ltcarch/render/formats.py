"""The formats that pictures can be drawn in."""

from collections.abc import Callable
from dataclasses import dataclass

from ltcarch.layout.picture import Picture
from ltcarch.render import csv, dot, drawio, markdown, mermaid, pdf, png, svg
from ltcarch.render.finish import Finish
from ltcarch.views.tables.table import Table


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `endings` are those of its files, the usual one first; `next_step` says what to do with the file.

    `fits` tells of a picture whether it can be shown in this format.
    """

    name: str
    endings: tuple[str, ...]
    next_step: str
    draw: Callable[[Picture, Finish], bytes]
    fits: Callable[[Picture], bool] = lambda _: True


def _has_lines(picture: Picture) -> bool:
    return bool(picture.connectors)


def _is_table(picture: Picture) -> bool:
    return picture.table is not None


def _of_table(written: Callable[[Table], str]) -> Callable[[Picture, Finish], bytes]:
    """What writes the table that a picture shows."""

    def draw(picture: Picture, _: Finish) -> bytes:
        assert picture.table is not None
        return written(picture.table).encode("utf-8", "replace")

    return draw


_FORMATS = (
    Format(
        "svg",
        (".svg",),
        "open {path} in a browser",
        lambda own, finish: svg.draw(own, finish.theme, links=finish.links).encode(),
    ),
    Format("png", (".png",), "open {path}", png.draw),
    Format("pdf", (".pdf",), "open or print {path}", pdf.draw),
    Format("dot", (".dot", ".gv"), "give {path} to Graphviz, or edit it first", lambda own, _: dot.draw(own).encode()),
    Format(
        "mermaid",
        (".mmd", ".mermaid"),
        "put {path} into a Markdown page, in a code block called mermaid",
        lambda own, _: mermaid.draw(own).encode(),
        _has_lines,
    ),
    Format(
        "drawio",
        (".drawio",),
        "open {path} in draw.io and edit it",
        lambda own, finish: drawio.draw(own, finish.theme).encode(),
    ),
    Format("csv", (".csv",), "open {path} in a spreadsheet", _of_table(csv.draw), _is_table),
    Format("md", (".md",), "look at {path} on a git host or in an editor", _of_table(markdown.draw), _is_table),
)
FORMATS: dict[str, Format] = {own.name: own for own in _FORMATS}


def format_of(file_name: str) -> Format | None:
    """The format that the name of a file asks for by its ending."""
    return next((own for own in _FORMATS if file_name.lower().endswith(own.endings)), None)
