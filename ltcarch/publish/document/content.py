"""What a document is made of: a cover, and chapters of the handbook's blocks.

All places in it lead to marks of the same document; what leads elsewhere has become plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ltcarch.layout.picture import Picture
from ltcarch.views.handbook.page import Block, Cell

DOCUMENT = "document"
"""The name under which a document's places know it, as if it were one page."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who answers for the document in which function, and since when; the place to sign is left to the paper."""

    function: str
    who: str
    on: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What makes a document a controlled one. `running` is what each page repeats of it."""

    company: str
    kind: str
    title: str
    other_names: tuple[str, ...]
    facts: tuple[tuple[str, Cell], ...]
    approvals: tuple[Approval, ...]
    running: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands under one heading of the first rank. Each of `marks`, of which there is one at least, leads to it."""

    title: str
    marks: tuple[str, ...]
    blocks: tuple[Block, ...]
    on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language. `pictures` holds, by name, those that its blocks show.

    `of_pages` says that each chapter is a page of the handbook, and not a section of its only page.
    """

    language: str
    cover: Cover
    chapters: tuple[Chapter, ...]
    pictures: Mapping[str, Picture]
    of_pages: bool
