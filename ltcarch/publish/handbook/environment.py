"""The templates of the handbook's pages, and what they may use."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ltcarch.publish.handbook import markdown
from ltcarch.publish.handbook.markdown import Markdown, escape
from ltcarch.publish.handbook.pictures import PICTURES
from ltcarch.views.handbook.page import Block, Line, Page, Picture, Row

_FOLDER = Path(__file__).parent / "templates"


def render(page: Page, *folders: Path) -> str:
    """A page as Markdown; templates in these folders come before those of the handbook."""
    return _environment(folders).get_template("page.md.jinja").render(page=page)


@cache
def _environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """Templates see pages only, and whatever they print is escaped unless a filter made it Markdown."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader((*folders, _FOLDER)),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(
        line=markdown.line,
        mark=markdown.mark,
        row=_row,
        rule=_rule,
        cells=_cells,
        trail=_trail,
        heading=_heading,
        picture=_picture,
        separator=Markdown,
        template=_template,
        indented=_indented,
    )
    return environment


def _finalize(value: Any) -> Markdown:
    return value if isinstance(value, Markdown) else escape(str(value))


def _row(names: tuple[str, ...]) -> Markdown:
    return Markdown(" | ".join(escape(name) for name in names))


def _rule(names: tuple[str, ...]) -> Markdown:
    return Markdown(" | ".join("---" for _ in names))


def _cells(row: Row, page: str) -> Markdown:
    first, *others = (markdown.cell(own, page) for own in row.cells)
    return Markdown(" | ".join((markdown.mark(row.mark) + first, *others)))


def _trail(spans: Line, page: str) -> Markdown:
    return Markdown(" › ".join(markdown.span(own, page) for own in spans))


def _heading(level: int) -> Markdown:
    """The signs of a heading below the title."""
    return Markdown("#" * min(level + 1, 6))


def _indented(depth: int) -> Markdown:
    """Four blanks for each depth, which every dialect takes for a list in a list."""
    return Markdown("    " * depth)


def _picture(picture: Picture, page: str) -> Markdown:
    return Markdown(markdown.way(page, f"{PICTURES}/{picture.name}.svg"))


def _template(block: Block) -> str:
    return f"{type(block).__name__.lower()}.md.jinja"
