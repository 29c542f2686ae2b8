"""The first page: the company, its landscape, and the way to everything else; and the pages about the whole."""

from collections.abc import Iterator

from ltcarch.model import Classification, Element, ProcessElement, Retired
from ltcarch.model.kinds import HIERARCHY
from ltcarch.model.naming import natural_key
from ltcarch.model.project import Crosswalk
from ltcarch.views.classes import Classes
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Block,
    Cell,
    Facts,
    Line,
    Outline,
    Page,
    Picture,
    Section,
    Span,
    Table,
    cell,
    line,
    listing,
    prose,
    section,
    table,
)
from ltcarch.views.handbook.places import INDEX, Place, process_page_name, safe_names
from ltcarch.views.handbook.process.history import attribute_name, open_point_tables
from ltcarch.views.handbook.registers import page_of
from ltcarch.views.labels import level_name

PROCESS_HOUSE = "house"
"""The kind and name of the picture of the process house."""


def index_page(edition: Edition, others: tuple[Page, ...]) -> Page:
    """The first page. `others` are the pages beside the processes, to which it leads."""
    company, word = edition.architecture.company, edition.word
    blocks = (
        prose(edition.text(company.description)),
        _company(edition),
        section(
            "landscape",
            word("Process landscape"),
            Picture(PROCESS_HOUSE, PROCESS_HOUSE, word("Process house")),
            _classes(edition),
        ),
        section("processes", word("All processes"), _outline(edition)),
        section("registers", word("Registers"), listing(Span(page.title, Place(page.name)) for page in others)),
        section("numbers", word("In numbers"), _levels(edition), _open_points(edition)),
    )
    title = word("Process handbook of {company}", company=edition.name(company.id))
    return Page(INDEX, title, (), tuple(block for block in blocks if block is not None))


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


def _outline(edition: Edition) -> Outline | None:
    """All process elements, indented by their place in the tree."""
    hierarchy = edition.architecture.hierarchy
    items: list[tuple[int, Line]] = []
    for element in hierarchy.in_order:
        if isinstance(element, ProcessElement):
            depth = sum(isinstance(above, ProcessElement) for above in hierarchy.ancestors(element))
            items.append((depth, line(edition.numbered(element))))
    return Outline(tuple(items)) if items else None


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


OPEN_POINTS = "open-points"


def about_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages about the whole: open points, and how to read the handbook."""
    word = edition.word
    made = (
        page_of(edition, OPEN_POINTS, word("Open points"), _all_open_points(edition)),
        page_of(edition, "reading", word("How to read this handbook"), _reading(edition)),
    )
    return tuple(page for page in made if page is not None)


def _all_open_points(edition: Edition) -> tuple[Block | None, ...]:
    """Everything that is knowingly open: how much of what, then each point."""
    word, architecture = edition.word, edition.architecture
    hierarchy = architecture.hierarchy.in_order
    known = set(hierarchy)
    registers = [own for own in architecture.elements.values() if own not in known]
    elements = (*hierarchy, *sorted(registers, key=lambda own: natural_key(own.id)))
    counts: dict[str, int] = {}
    for attribute in (attribute for own in elements for attribute in own.unset):
        counts[attribute] = counts.get(attribute, 0) + 1
    rows = [(cell(attribute_name(edition, name)), cell(f"{count:,}")) for name, count in sorted(counts.items())]
    unset, waived = open_point_tables(edition, elements)
    return (
        section("summary", word("Summary"), table((word("Still open"), word("How often")), rows)),
        section("unset", word("Knowingly open"), unset),
        section("waived", word("Rules not applied"), waived),
    )


def _reading(edition: Edition) -> Iterator[Section | None]:
    """The levels, the classes, other schemes of levels, the legend of sources, and ids that are no longer in use."""
    word, project, text = edition.word, edition.architecture.project, edition.text
    levels = [
        (
            cell(f"L{level}"),
            cell(level_name(edition.architecture, kind, edition.language)),
            cell(edition.value("question", kind)),
        )
        for level, kind in enumerate(HIERARCHY, start=1)
        if project.uses(kind)
    ]
    yield section("levels", word("Levels"), table((word("Level"), word("Called"), word("Answers")), levels))
    axes = [
        (cell(text(axis.name) or axis.id), cell(*(text(value.name) or value.id for value in axis.values)))
        for axis in project.axes.values()
    ]
    yield section("classes", word("Classes"), table((word("Axis"), word("Values")), axes))
    schemes = (section("crosswalk", text(own.name), _crosswalk(edition, own)) for own in project.crosswalks)
    yield section("crosswalks", word("Other names of levels"), *schemes)
    legend = [(cell(key), cell(text(meaning))) for key, meaning in project.provenance.items()]
    yield section("legend", word("Sources"), table((word("Mark"), word("Reference")), legend))
    yield section("retired", word("Retired ids"), _retired(edition, edition.architecture.retired))


def _crosswalk(edition: Edition, scheme: Crosswalk) -> Table | None:
    word, architecture = edition.word, edition.architecture

    def meant(kind: str) -> str:
        if kind == "company":
            return edition.name(architecture.company.id)
        return level_name(architecture, kind, edition.language)

    rows = [
        (cell(edition.text(level.name)), cell(*(meant(kind) for kind in level.kinds)), cell(edition.text(level.note)))
        for level in scheme.levels
    ]
    return table((word("Level"), word("Here"), word("Note")), rows)


def _retired(edition: Edition, retired: tuple[Retired, ...]) -> Table | None:
    word = edition.word
    rows = [
        (
            cell(Span(own.id, style="formula")),
            cell(edition.text(own.name)),
            cell(own.on),
            cell(edition.text(own.reason)),
            cell(*(edition.step(new) for new in own.replaced_by)),
        )
        for own in retired
    ]
    return table((word("Id"), word("Name"), word("Retired on"), word("Reason"), word("Replaced by")), rows)


def moved_pages(edition: Edition, taken: set[str]) -> tuple[Page, ...]:
    """A page at the former place of each process element, so that links from outside still lead somewhere."""
    found: list[Page] = []
    for element in edition.architecture.all(ProcessElement):
        for former in element.former_ids:
            name = process_page_name(safe_names([former])[former])
            if name.casefold() not in taken and former not in edition.architecture.elements:
                taken.add(name.casefold())
                found.append(_moved(edition, name, element))
    return tuple(found)


def _moved(edition: Edition, name: str, element: Element) -> Page:
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    text = prose(edition.word("This process is now found under "), edition.numbered(element))
    return Page(name, element.label(edition.language), (start,), (text,) if text else ())
