"""The pages about the whole: open points, how to read the handbook, and where processes have moved to."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Element, Retired
from ltcarch.model.kinds import HIERARCHY
from ltcarch.model.project import Crosswalk
from ltcarch.views.handbook.alphabet import alphabet
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.findings import findings_by_owner
from ltcarch.views.handbook.owners import by_owner
from ltcarch.views.handbook.page import Block, Page, Place, Section, Span, Table, cell, prose, section, table
from ltcarch.views.handbook.places import ALPHABET, FOLDERS, INDEX, OPEN_POINTS, page_name, safe_names
from ltcarch.views.handbook.process.history import attribute_name, open_point_tables
from ltcarch.views.handbook.registers import page_of
from ltcarch.views.labels import level_name


def about_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages about the whole: everything from A to Z, what is open, and how to read the handbook."""
    word = edition.word
    title = word("Open points and findings") if edition.findings else word("Open points")
    made = (
        page_of(edition, ALPHABET, word("From A to Z"), alphabet(edition)),
        page_of(edition, OPEN_POINTS, title, _all_open_points(edition)),
        page_of(edition, "reading", word("How to read this handbook"), _reading(edition)),
    )
    return tuple(page for page in made if page is not None)


def _all_open_points(edition: Edition) -> Iterator[Block | None]:
    """What the rules found and what is knowingly open, each by who answers for it."""
    word, elements = edition.word, edition.architecture.elements.values()
    counts: dict[str, int] = {}
    for attribute in (attribute for own in elements for attribute in own.unset):
        counts[attribute] = counts.get(attribute, 0) + 1
    rows = [(cell(attribute_name(edition, name)), cell(f"{count:,}")) for name, count in sorted(counts.items())]
    yield section("findings", word("Findings by owner"), findings_by_owner(edition), mark="findings")
    yield section("summary", word("Summary"), table((word("Still open"), word("How often")), rows))
    yield section("unset", word("Knowingly open"), _unset(edition, elements))
    yield section("waived", word("Rules not applied"), open_point_tables(edition, _in_order(edition, elements))[1])


def _in_order(edition: Edition, elements: Iterable[Element]) -> list[Element]:
    return sorted(elements, key=edition.order)


def _unset(edition: Edition, elements: Iterable[Element]) -> Table | None:
    """What is knowingly open, by who answers for it."""
    word = edition.word
    rows = (
        (own, (cell(edition.step(own.id)), cell(attribute_name(edition, attribute)), cell(edition.text(reason))))
        for own in elements
        for attribute, reason in own.unset.items()
    )
    columns = (word("Owner"), word("Where"), word("Still open"), word("Reason"))
    return table(columns, by_owner(edition, rows))


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
