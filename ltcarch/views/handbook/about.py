"""The pages about the whole: open points, how to read the handbook, and where processes have moved to."""

from collections.abc import Iterator

from ltcarch.model import Element, Retired
from ltcarch.model.kinds import HIERARCHY
from ltcarch.model.naming import natural_key
from ltcarch.model.project import Crosswalk
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Block, Page, Section, Span, Table, cell, prose, section, table
from ltcarch.views.handbook.places import FOLDERS, INDEX, OPEN_POINTS, Place, page_name, safe_names
from ltcarch.views.handbook.process.history import attribute_name, open_point_tables
from ltcarch.views.handbook.registers import page_of
from ltcarch.views.labels import level_name


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
    """A page at the former place of each element that has a page, so that links from outside still lead somewhere."""
    found: list[Page] = []
    for element in sorted(edition.architecture.elements.values(), key=edition.order):
        if element.KIND not in FOLDERS:
            continue
        for former in element.former_ids:
            name = page_name(element, safe_names([former])[former])
            if name.casefold() not in taken and former not in edition.architecture.elements:
                taken.add(name.casefold())
                found.append(_moved(edition, name, element))
    return tuple(found)


def _moved(edition: Edition, name: str, element: Element) -> Page:
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    text = prose(edition.word("This page has moved: "), edition.step(element.id))
    blocks = (text,) if text else ()
    return Page(name, edition.name(element.id), (start,), blocks, "moved", element.id, edition.places[element.id])
