"""The process handbook as a tree of Markdown files with pictures beside them."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from ltcarch.layout.graphviz_engine import Engine
from ltcarch.model import Architecture
from ltcarch.publish.handbook.environment import PICTURES, render
from ltcarch.publish.handbook.pictures import draw
from ltcarch.views.handbook import handbook
from ltcarch.views.handbook.page import Block, Picture, Section


def handbook_files(
    architecture: Architecture, languages: Iterable[str], engine: Engine | None = None
) -> dict[str, bytes]:
    """The files of the handbook, by name: in a folder for each language where there are several.

    Without an engine the interface map is left out. Raises EngineFault where the engine gives up.
    """
    languages = tuple(languages)
    files: dict[str, bytes] = {}
    for language in languages:
        folder = f"{language}/" if len(languages) > 1 else ""
        files.update({f"{folder}{name}": data for name, data in _edition(architecture, language, engine).items()})
    return files


def _edition(architecture: Architecture, language: str, engine: Engine | None) -> dict[str, bytes]:
    pages = handbook(architecture, language).pages
    wanted = (picture for page in pages for picture in _pictures(page.blocks))
    pictures = draw(architecture, language, wanted, engine)
    files = {f"{PICTURES}/{name}.svg": data for name, data in pictures.items()}
    for page in pages:
        illustrated = replace(page, blocks=tuple(_illustrated(page.blocks, pictures)))
        files[f"{page.name}.md"] = render(illustrated).encode()
    return files


def _pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Section):
            yield from _pictures(block.blocks)


def _illustrated(blocks: Iterable[Block], drawn: Container[str]) -> Iterator[Block]:
    """Blocks without the pictures that nobody drew, and without the headings above them."""
    for block in blocks:
        if isinstance(block, Section):
            inside = tuple(_illustrated(block.blocks, drawn))
            if inside:
                yield replace(block, blocks=inside)
        elif not isinstance(block, Picture) or block.name in drawn:
            yield block
