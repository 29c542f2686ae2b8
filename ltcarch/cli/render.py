"""ltcarch render: pictures of the architecture."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Kind(StrEnum):
    """The pictures that can be drawn."""

    HOUSE = "house"
    TREE = "tree"
    INTERFACES = "interfaces"


class Format(StrEnum):
    """The formats that they can be drawn in."""

    SVG = "svg"
    DOT = "dot"


def render(
    picture: Annotated[
        Kind,
        typer.Argument(
            help="house: all L1 processes in their classes, with their L2. tree: the hierarchy below an element. "
            "interfaces: what L1 processes give to one another.",
        ),
    ],
    of: Annotated[
        str | None,
        typer.Argument(
            metavar="[ELEMENT|PROJECT]",
            help="For tree, the element to begin with; for the others, the project.",
            show_default=False,
        ),
    ] = None,
    project: Annotated[Path | None, typer.Option("--project", "-p", help="The project.", show_default="here")] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="The file or folder; - prints.", show_default="house.svg, ...")
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="The format.", show_default="as the file's name ends")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="The language of names.", show_default="the project's first")] = None,
    depth: Annotated[
        int, typer.Option("--depth", "-d", min=1, max=6, help="How many levels below the first a tree shows.")
    ] = 2,
    by: Annotated[str | None, typer.Option(help="The axis whose values are the bands.", show_default="class")] = None,
) -> None:
    """Draw a picture of the architecture as SVG or DOT.

    Interface maps are placed by the Graphviz that is installed with ltcarch; set LTCARCH_DOT=dot for the system's own.

    Example: ltcarch render tree LTC.2 --depth 1 --lang zh
    """
    from ltcarch.cli.projects import open_project
    from ltcarch.cli.terminal import stop
    from ltcarch.layout.graphviz_engine import EngineFault
    from ltcarch.render import FORMATS
    from ltcarch.writing import WritingFault, write_file

    if of is not None and (picture is not Kind.TREE or (Path(of) / "ltcarch.yaml").exists()):
        project, of = project or Path(of), None
    architecture = open_project(project).architecture
    form = form or (Format.DOT if output and Path(output).suffix in (".dot", ".gv") else Format.SVG)
    try:
        placed = _placed(architecture, picture, of, lang, depth, by)
    except EngineFault as fault:
        stop(str(fault))
    if not placed.shapes:
        stop("there is no process to draw", "`ltcarch validate` tells what is wrong with the project")
    drawn = FORMATS[form](placed).encode()
    if output == "-":
        sys.stdout.buffer.write(drawn)
        return
    path = _path(output, _file_name(architecture, picture, of, lang, form))
    try:
        write_file(path, drawn)
    except WritingFault as fault:
        stop(str(fault), "name another file with `-o`")
    print(f"Wrote {path} ({placed.width:.0f} × {placed.height:.0f}): {placed.title} – {placed.subtitle}.")
    print("Next:")
    print(f"  open {path} in a browser" if form is Format.SVG else f"  give {path} to Graphviz, or edit it first")


def _placed(architecture, picture: Kind, of: str | None, lang: str | None, depth: int, by: str | None):
    """The picture with every part in its place; stops the command for an unknown element, language or axis."""
    from ltcarch.cli.choices import chosen_element, chosen_language
    from ltcarch.cli.terminal import stop
    from ltcarch.layout import hierarchy_tree, interface_map, process_house
    from ltcarch.layout.graphviz_engine import SETTING, find_engine
    from ltcarch.model import LEVELS
    from ltcarch.views import hierarchy_tree as tree_view
    from ltcarch.views import interface_map as map_view
    from ltcarch.views import process_house as house_view

    language = chosen_language(architecture, lang)
    if by is not None and by not in architecture.project.axes:
        stop(f"the project has no axis `{by}`", f"its axes: {', '.join(architecture.project.axes) or 'none'}")
    if picture is Kind.HOUSE:
        return process_house.place(house_view.process_house(architecture, language, by))
    if picture is Kind.INTERFACES:
        view = map_view.interface_map(architecture, language)
        return interface_map.place(view, find_engine(os.environ.get(SETTING)))
    root = chosen_element(architecture, of, *LEVELS) if of else None
    return hierarchy_tree.place(tree_view.hierarchy_tree(architecture, language, root, depth))


def _file_name(architecture, picture: Kind, of: str | None, lang: str | None, form: Format) -> str:
    """The picture's own name, with the element it begins with and the language where that is not the first."""
    language = lang if lang and lang != architecture.project.language else None
    name = f"{picture}-{of}" if of else str(picture)
    return ".".join(part for part in (name, language, form) if part)


def _path(output: str | None, name: str) -> Path:
    path = Path(output or name)
    return path / name if path.is_dir() else path
