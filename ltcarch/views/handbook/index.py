"""The first page: the company, its landscape, and the way to everything else."""

from ltcarch.model import Classification
from ltcarch.model.kinds import HIERARCHY
from ltcarch.views.classes import Classes
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Block,
    Cell,
    Facts,
    Page,
    Span,
    Table,
    cell,
    listing,
    prose,
    section,
    table,
)
from ltcarch.views.handbook.places import INDEX, OPEN_POINTS, Place
from ltcarch.views.labels import level_name


def index_page(edition: Edition, others: tuple[Page, ...]) -> Page:
    """The first page. `others` are the pages beside the processes, to which it leads."""
    company, word = edition.architecture.company, edition.word
    blocks = (
        prose(edition.text(company.description)),
        _company(edition),
        section(
            "landscape",
            word("Process landscape"),
            edition.picture("house", word("Process house")),
            _classes(edition),
        ),
        section("registers", word("Registers"), listing(Span(page.title, Place(page.name)) for page in others)),
        section("numbers", word("In numbers"), _levels(edition), _open_points(edition)),
    )
    title = word("Process handbook of {company}", company=edition.name(company.id))
    return Page(INDEX, title, (), tuple(block for block in blocks if block is not None), "index")


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


def _open_points(edition: Edition) -> Block | None:
    elements = edition.architecture.elements.values()
    count = sum(len(own.unset) + len(own.waivers) for own in elements)
    if not count:
        return None
    return prose(Span(edition.amount(count, "open point"), Place(OPEN_POINTS)))
