"""Which pictures pages show, and pages without those that could not be drawn."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from ltcarch.views.handbook.page import Block, Picture, Section


def pictures_in(blocks: Iterable[Block]) -> Iterator[Picture]:
    """The pictures in some blocks and in the sections among them."""
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Section):
            yield from pictures_in(block.blocks)


def illustrated(blocks: Iterable[Block], drawn: Container[str]) -> Iterator[Block]:
    """Blocks without the pictures that nobody drew, and without the headings above them."""
    for block in blocks:
        if isinstance(block, Section):
            inside = tuple(illustrated(block.blocks, drawn))
            if inside:
                yield replace(block, blocks=inside)
        elif not isinstance(block, Picture) or block.name in drawn:
            yield block
