"""Which pages of the handbook a document holds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ltcarch.model import Architecture, Element, ProcessElement, Role
from ltcarch.views.handbook.page import Block, Page, Section
from ltcarch.views.handbook.places import places

_OF_A_ROLE = ("purpose", "activities", "instructions")
"""The sections of a process that somebody needs who acts in it."""


def subjects(architecture: Architecture, pages: Iterable[Page]) -> dict[str, Element]:
    """What a document can be about: every element with a page of its own, by id."""
    found = (architecture.get(page.of) for page in pages if page.of and page.kind != "moved")
    return {element.id: element for element in found if element is not None}


def selected(architecture: Architecture, pages: Iterable[Page], of: Element | None) -> tuple[Page, ...]:
    """The pages about an element; all if there is none.

    A process element comes with everything below it, a role with what it does in each process.
    """
    kept = tuple(page for page in pages if page.kind != "moved")
    if of is None or of is architecture.company:
        return kept
    if isinstance(of, ProcessElement):
        below = {of.id, *(own.id for own in architecture.hierarchy.descendants(of))}
        return tuple(page for page in kept if page.of in below)
    own = tuple(page for page in kept if page.of == of.id)
    return (*own, *_work_of(architecture, kept, of)) if isinstance(of, Role) else own


def _work_of(architecture: Architecture, pages: Iterable[Page], role: Role) -> Iterator[Page]:
    """The pages of the processes a role acts in, cut down to what concerns it."""
    standing = places(architecture)
    marks = {standing[own.id] for own in architecture.responsibility.activities(role.id) if own.id in standing}
    for page in pages:
        own = {place.mark for place in marks if place.page == page.name}
        if own:
            yield replace(page, blocks=tuple(_concerning(page.blocks, own)))


def _concerning(blocks: Iterable[Block], marks: set[str | None]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Section) or block.key not in _OF_A_ROLE:
            continue
        if block.key != "instructions":
            yield block
        elif kept := tuple(own for own in block.blocks if isinstance(own, Section) and own.mark in marks):
            yield replace(block, blocks=kept)
