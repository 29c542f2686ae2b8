"""What the pages of single elements have in common: a card, and sections about what others say of the element."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ltcarch.model import Element
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Section, Span, Table, card, cell, line
from ltcarch.views.handbook.places import INDEX


class Sheet(NamedTuple):
    """What stands on the page of an element: the rows of its card, named by words of the product, and sections."""

    card: Iterable[tuple[str, Cell]]
    sections: Iterable[Section | None]


def register_titles() -> Mapping[str, str]:
    """The title of each register by its page, in the order in which they are named; words of the product's own."""
    return {
        f"processes/{INDEX}": "All processes",
        f"roles/{INDEX}": "Roles",
        f"positions/{INDEX}": "Positions",
        f"units/{INDEX}": "Organisation",
        f"artifacts/{INDEX}": "Artifacts",
        f"kpis/{INDEX}": "KPIs",
        f"goals/{INDEX}": "Goals and key tasks",
        f"controls/{INDEX}": "Risks and controls",
        f"systems/{INDEX}": "IT systems",
        f"policies/{INDEX}": "Policies",
        "documents": "Documents, templates and trainings",
        "interfaces": "Interfaces",
        "decompositions": "Phases, scenarios and other ways to cut",
        "capabilities": "Capabilities",
        "changes": "Changes",
        "glossary": "Glossary",
    }


def sheet_card(edition: Edition, element: Element, rows: Iterable[tuple[str, Cell]]) -> Table | None:
    """The card of an element: what it is called and was called, then what its kind has to say."""
    word = edition.word
    called = (
        (word("Permanent id"), cell(Span(element.id, style="formula"))),
        *other_names(edition, element),
        (word("Former ids"), former_ids(edition, element)),
    )
    return card((word("Item"), word("Content")), (*called, *((word(label), content) for label, content in rows)))


def other_names(edition: Edition, element: Element) -> Iterable[tuple[str, Cell]]:
    """The names of an element in other languages, and its aliases."""
    for language, name in element.name.values if element.name else ():
        if language and name != element.label(edition.language):
            yield edition.value("language", language), cell(name)
    yield edition.word("Also called"), cell(*(edition.text(alias) for alias in element.aliases))


def former_ids(edition: Edition, element: Element) -> Cell:
    """The ids that the element had before, in one line."""
    return cell(line(*edition.enumerated(Span(own, style="formula") for own in element.former_ids)))
