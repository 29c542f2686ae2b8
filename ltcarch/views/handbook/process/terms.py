"""The terms of the glossary that a page uses."""

import re
from collections.abc import Iterable

from ltcarch.model import Term
from ltcarch.views.handbook.alphabet import by_sound
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Block, Section, cell, section, spans, table

_LEAST = 2
"""A single character or letter stands in too many other words."""


def terms_used(edition: Edition, blocks: Iterable[Block]) -> Section | None:
    """The terms of the company that stand in some blocks, each with its meaning."""
    text = "\n".join(span.text for span in spans(blocks))
    folded = text.casefold()
    used = [term for term in edition.architecture.all(Term) if _stands_in(edition, term, text, folded)]
    ordered = sorted(used, key=lambda own: by_sound(own.label(edition.language)))
    rows = [(cell(edition.link(own.id)), cell(own.acronym), cell(edition.text(own.definition))) for own in ordered]
    columns = (edition.word("Term"), edition.word("Acronym"), edition.word("Meaning"))
    return section("terms", edition.word("Terms used here"), table(columns, rows))


def _stands_in(edition: Edition, term: Term, text: str, folded: str) -> bool:
    """Whether a term that is explained stands in a text, by its name or acronym, as a word of its own.

    `folded` is the text without regard to capitals.
    """
    if term.definition is None:
        return False
    name = term.label(edition.language)
    return _is_word(name.casefold(), folded) or bool(term.acronym and _is_word(term.acronym, text))


def _is_word(word: str, text: str) -> bool:
    if len(word) < _LEAST or word not in text:
        return False
    return not word.isascii() or re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", text) is not None
