"""The first page: the company, its landscape, and the way to everything else."""

from ltcarch.model import Classification, Role
from ltcarch.model.kinds import HIERARCHY
from ltcarch.views.classes import Classes
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.health import health
from ltcarch.views.handbook.page import (
    Cell,
    Facts,
    Page,
    Place,
    Span,
    Table,
    cell,
    listing,
    prose,
    section,
    table,
)
from ltcarch.views.handbook.places import INDEX
from ltcarch.views.labels import level_name

_MOST_ROLES = 16


def index_page(edition: Edition, others: tuple[Page, ...]) -> Page:
    """The first page. `others` are the pages beside those of single elements, to which it leads."""
    company, word = edition.architecture.company, edition.word
    blocks = (
        prose(edition.text(company.description)),
        section(
            "landscape",
            word("Process landscape"),
            edition.picture("house", word("Process house")),
            _classes(edition),
        ),
        section("roles", word("Find your role"), _roles(edition)),
        section("registers", word("Everything else"), listing(Span(page.title, Place(page.name)) for page in others)),
        health(edition),
        section("company", word("The company"), _company(edition)),
        section("numbers", word("In numbers"), _levels(edition)),
    )
    title = word("Process handbook of {company}", company=edition.name(company.id))
    return Page(INDEX, title, (), tuple(block for block in blocks if block is not None), "index")


def _roles(edition: Edition) -> Table | None:
    """The roles, the most involved first; of many only some, and where all of them stand."""
    word, responsibility = edition.word, edition.architecture.responsibility
    involved = {own: len(responsibility.activities(own.id)) for own in edition.architecture.all(Role)}
    ordered = sorted(involved, key=lambda own: -involved[own])
    shown = ordered if len(ordered) <= _MOST_ROLES else ordered[: _MOST_ROLES - 1]
    rows = [
        (
            cell(edition.link(own.id)),
            cell(edition.text(own.responsibility)),
            edition.links(edition.holders(own.id)),
            cell(f"{involved[own]:,}" if involved[own] else ""),
        )
        for own in shown
    ]
    if shown != ordered:
        more = word("and {count} more", count=len(ordered) - len(shown))
        rows.append((cell(Span(more, Place(f"roles/{INDEX}"), style="quiet")), (), (), ()))
    columns = (word("Role"), word("Responsibility"), word("Held by"), word("Activities"))
    return table(columns, rows)


def _company(edition: Edition) -> Facts | None:
    company, text = edition.architecture.company, edition.text
    return edition.facts(
        ("Place in the value chain", cell(text(company.value_chain_position))),
        ("Business model", cell(text(company.business_model))),
        ("Purposes", cell(*(text(purpose) for purpose in company.purposes))),
    )


def _classes(edition: Edition) -> Table | None:
    """The L1 elements, those of one class together."""
    architecture, word = edition.architecture, edition.word
    classes = Classes(architecture, edition.language)
    rows: list[tuple[Cell, ...]] = []
    for own in classes.all:
        name = cell(Span(own.name, style="strong"))
        for element in architecture.all(Classification):
            if classes.of(element) == own:
                rows.append((name, *_classification(edition, element)))
                name = ()
    heading = level_name(architecture, "classification", edition.language)
    return table((word("Class"), word("No."), heading, word("Purpose"), word("Process owner")), rows)


def _classification(edition: Edition, element: Classification) -> tuple[Cell, ...]:
    owner = edition.architecture.responsibility.owner(element)
    unnamed = Span(edition.word("Open"), style="quiet") if "owner" in element.unset else None
    return (
        cell(edition.architecture.hierarchy.number(element)),
        cell(edition.link(element.id)),
        cell(edition.text(element.purpose)),
        cell(edition.link(owner.id) if owner else unnamed),
    )


def _levels(edition: Edition) -> Table | None:
    """How many elements there are on each level."""
    architecture, word = edition.architecture, edition.word
    counts = dict.fromkeys(HIERARCHY, 0)
    for element in architecture.hierarchy.in_order:
        counts[element.KIND] += 1
    rows = [
        (cell(f"L{level}"), cell(level_name(architecture, kind, edition.language)), cell(f"{counts[kind]:,}"))
        for level, kind in enumerate(HIERARCHY, start=1)
        if counts[kind]
    ]
    return table((word("Level"), word("Called"), word("Elements")), rows)
