"""The running text of a document: headings and blocks in a row, on upright pages and on turned ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ltcarch.publish.document.content import Document
from ltcarch.publish.document.figures import Figure, figure
from ltcarch.views.handbook.page import Block, Facts, Listing, Outline, Picture, Prose, Section, Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with the marks of the places that lead to it."""

    level: int
    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture with its number and caption."""

    number: int
    caption: str
    figure: Figure


Item = Heading | Illustration | Prose | Listing | Outline | Facts | Table


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items on pages that all are turned or all upright. `fresh` says that they begin on a new page."""

    turned: bool
    fresh: bool
    items: tuple[Item, ...]


def stretches(document: Document) -> tuple[Stretch, ...]:
    """The whole text; a heading goes along with the turned picture below it."""
    found: list[Stretch] = []
    number = 0
    for chapter in document.chapters:
        pending: list[Item] = []
        fresh = chapter.on_new_page or not found
        for item in (Heading(1, chapter.title, chapter.marks), *_items(chapter.blocks, 2)):
            if not isinstance(item, Picture):
                pending.append(item)
                continue
            number += 1
            shown = Illustration(number, item.caption, figure(document.pictures[item.name]))
            if not shown.figure.turned:
                pending.append(shown)
                continue
            before, headings = _parted(pending)
            if before:
                found.append(Stretch(False, fresh, before))
            found.append(Stretch(True, True, (*headings, shown)))
            pending, fresh = [], True
        if pending:
            found.append(Stretch(False, fresh, tuple(pending)))
    return tuple(found)


def _items(blocks: Iterable[Block], level: int) -> Iterator[Item | Picture]:
    for block in blocks:
        if isinstance(block, Section):
            yield Heading(level, block.heading, (block.mark,) if block.mark else ())
            yield from _items(block.blocks, level + 1)
        else:
            yield block


def _parted(items: list[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items before the last headings, and these."""
    end = len(items)
    while end and isinstance(items[end - 1], Heading):
        end -= 1
    return tuple(items[:end]), tuple(items[end:])
