"""The running text of a document: headings and blocks in a row, on upright pages and on turned ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from ltcarch.publish.document.content import Document
from ltcarch.publish.document.figures import Figure, figure
from ltcarch.views.handbook.page import Block, Facts, Listing, Outline, Picture, Prose, Section, Table

_LITTLE = 6
"""How many paragraphs are little text on a page."""


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
    """The whole text, in stretches of upright and of turned pages."""
    found: list[Stretch] = []
    numbers = count(1)
    for chapter in document.chapters:
        items = [Heading(1, chapter.title, chapter.marks), *_items(chapter.blocks, 2)]
        shown = [_illustrated(own, document, numbers) if isinstance(own, Picture) else own for own in items]
        found.extend(_parted(shown, fresh=chapter.on_new_page or not found))
    return tuple(found)


def _items(blocks: Iterable[Block], level: int) -> Iterator[Item | Picture]:
    for block in blocks:
        if isinstance(block, Section):
            yield Heading(level, block.heading, (block.mark,) if block.mark else ())
            yield from _items(block.blocks, level + 1)
        else:
            yield block


def _illustrated(picture: Picture, document: Document, numbers: Iterator[int]) -> Illustration:
    return Illustration(next(numbers), picture.caption, figure(document.pictures[picture.name]))


def _parted(items: list[Item], *, fresh: bool) -> Iterator[Stretch]:
    """The items of a chapter in stretches; a turned picture takes the headings above it along.

    If hardly anything else stood on the page before it, the text goes on up to the next table, and the picture follows.
    """
    pending: list[Item] = []
    waiting: list[Item] = []
    for item in (*items, None):
        if waiting and (item is None or not isinstance(item, (Prose, Listing, Facts, Table))):
            yield from _turned(pending, waiting, fresh=fresh)
            pending, waiting, fresh = [], [], True
        if isinstance(item, Illustration) and item.figure.turned:
            if _is_little(pending):
                waiting = [item]
                continue
            above = len(pending) - _headings_at_end(pending)
            yield from _turned(pending[:above], [*pending[above:], item], fresh=fresh)
            pending, fresh = [], True
        elif item is not None:
            pending.append(item)
            if waiting and isinstance(item, Table):
                yield from _turned(pending, waiting, fresh=fresh)
                pending, waiting, fresh = [], [], True
    if pending:
        yield Stretch(False, fresh, tuple(pending))


def _turned(before: list[Item], turned: list[Item], *, fresh: bool) -> Iterator[Stretch]:
    if before:
        yield Stretch(False, fresh, tuple(before))
    yield Stretch(True, True, tuple(turned))


def _is_little(items: list[Item]) -> bool:
    """Whether there is text, but not much of it."""
    texts = [own for own in items if not isinstance(own, Heading)]
    return bool(texts) and len(texts) <= _LITTLE and all(isinstance(own, (Prose, Facts)) for own in texts)


def _headings_at_end(items: list[Item]) -> int:
    return next((at for at, own in enumerate(reversed(items)) if not isinstance(own, Heading)), len(items))
