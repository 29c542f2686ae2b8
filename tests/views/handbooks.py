"""The handbook of a small project, and what stands on its pages."""

from collections.abc import Iterator
from pathlib import Path

from ltcarch.loading import load
from ltcarch.views.handbook import handbook
from ltcarch.views.handbook.page import Block, Cell, Facts, Listing, Outline, Page, Prose, Section, Table
from tests.projects import write_project


def pages(folder: Path, text: str, language: str = "en") -> dict[str, Page]:
    """The pages of a project of one file, by name."""
    made = handbook(load(write_project(folder, {"a.yaml": text})).architecture, language)
    return {page.name: page for page in made.pages}


def find(blocks: tuple[Block, ...], key: str) -> Section | None:
    """The section with this key, however deep."""
    for block in blocks:
        if isinstance(block, Section):
            found = block if block.key == key else find(block.blocks, key)
            if found:
                return found
    return None


def words(cell: Cell) -> str:
    """A cell as text, its lines told apart by a stroke."""
    return " / ".join("".join(span.text for span in line) for line in cell)


def rows(section: Section | None) -> list[dict[str, str]]:
    """The rows of a section's first table, by column."""
    tables = [block for block in section.blocks if isinstance(block, Table)] if section else []
    return [
        {name: words(cell) for name, cell in zip(tables[0].columns, row.cells, strict=True) if cell}
        for row in tables[0].rows
    ]


def facts(section: Section | None) -> dict[str, str]:
    """The facts of a section."""
    return {
        label: words(cell)
        for block in (section.blocks if section else ())
        if isinstance(block, Facts)
        for label, cell in block.rows
    }


def told(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every piece of text of blocks."""
    for block in blocks:
        if isinstance(block, Section):
            yield block.heading
            yield from told(block.blocks)
        elif isinstance(block, Table):
            yield from block.columns
            yield from (words(cell) for row in block.rows for cell in row.cells)
        elif isinstance(block, Facts):
            yield from (f"{label}: {words(cell)}" for label, cell in block.rows)
        elif isinstance(block, Prose):
            yield words((block.line,))
        elif isinstance(block, Listing):
            yield words(block.items)
        elif isinstance(block, Outline):
            yield from (words((line,)) for _, line in block.items)
