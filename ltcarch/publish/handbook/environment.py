"""The templates of the handbook's pages, and what they may use."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, pass_context
from jinja2.runtime import Context

from ltcarch.publish.handbook import markdown
from ltcarch.publish.handbook.markdown import Markdown, escape
from ltcarch.publish.handbook.pictures import PICTURES
from ltcarch.publish.handbook.sandbox import BoundedEnvironment, bounds
from ltcarch.publish.handbook.template_faults import OWN_FOLDER, told
from ltcarch.publish.handbook.template_names import (
    BUILT_IN,
    Own,
    called,
    check_names,
    shelf,
)
from ltcarch.views.handbook.page import Block, Line, Page, Picture, Row

HANDBOOK = Path(__file__).parent / "templates"
_PAGE = "page.md.jinja"


def render(page: Page, *folders: Path, own: Own = (), name: str = _PAGE, **values: Any) -> str:
    """A page as Markdown. Templates in these folders come before those of the handbook, a company's own before all.

    Raises TemplateFault where a template is wrong.
    """
    with told(), bounds():
        template = _environment(folders, own).get_template(name)
        return template.render(page=page, **values)


def check(own: Own) -> None:
    """Raise TemplateFault where a company's own template is none, or takes the place of none."""
    check_names(own)
    environment = _environment((), own)
    for name, text in own:
        with told():
            environment.compile(environment.parse(text, name, f"{OWN_FOLDER}/{name}"), name, f"{OWN_FOLDER}/{name}")


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...], own: Own) -> BoundedEnvironment:
    """Templates see pages only, and whatever they print is escaped unless a filter made it Markdown."""
    environment = BoundedEnvironment(
        loader=FunctionLoader(lambda name: _found(name, (*folders, HANDBOOK), dict(own))),
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


def _found(name: str, folders: Iterable[Path], own: dict[str, str]) -> tuple[str, str, None] | None:
    """The text of a template and what it is called: the company's own one before the one it stands for."""
    plain = name.removeprefix(BUILT_IN)
    for folder in folders:
        called_here = called(folder, plain)
        if plain == name and called_here in own:
            return own[called_here], f"{OWN_FOLDER}/{called_here}", None
        if plain in shelf(folder):
            path = folder / plain
            return path.read_text(encoding="utf-8"), str(path), None
    return None


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


@pass_context
def _picture(context: Context, picture: Picture, page: str) -> Markdown:
    return Markdown(markdown.way(page, f"{context.get('pictures', PICTURES)}/{picture.name}.svg"))


def _template(block: Block) -> str:
    return f"{type(block).__name__.lower()}.md.jinja"
