"""What changed since a former revision: a page about all of it, and a section on each page that it concerns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from ltcarch.model import Architecture, Element
from ltcarch.views.handbook.attribute_words import attribute_title
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements.sheet import register_titles
from ltcarch.views.handbook.page import Block, Facts, Page, Place, Row, Span, Table, cell, prose, section, table
from ltcarch.views.handbook.places import FOLDERS, INDEX, register_of
from ltcarch.views.handbook.since import Comparison

CHANGED = "what-changed"
_MARK = "changed"


class Since(NamedTuple):
    """A former revision, as somebody names it, and the architecture as it was then."""

    revision: str
    before: Architecture


def with_changes(edition: Edition, pages: Iterable[Page], since: Since) -> tuple[Page, ...]:
    """The pages, those on which something changed with what that is, and a page about all changes."""
    comparison = Comparison(edition, since.before)
    rows = _rows_by_page(comparison)
    pages = tuple(pages)
    told = (_with_section(edition, page, rows.get(page.name, ()), since.revision) for page in pages)
    return (*told, _page(comparison, pages, rows, since.revision))


def _with_section(edition: Edition, page: Page, rows: Iterable[Row], revision: str) -> Page:
    own = _table(edition, rows)
    if own is None or page.name == INDEX:
        return page
    heading = edition.word("Changed since {revision}", revision=revision)
    notice = prose(Span(heading, Place(page.name, _MARK), style="strong"))
    blocks = (notice, *page.blocks, section("changed", heading, own, mark=_MARK))
    return replace(page, blocks=tuple(block for block in blocks if block is not None))


def _table(edition: Edition, rows: Iterable[Row]) -> Table | None:
    word = edition.word
    return table((word("Element"), word("What changed"), word("Before"), word("Now")), rows)


def _page(comparison: Comparison, pages: tuple[Page, ...], rows: Mapping[str, list[Row]], revision: str) -> Page:
    """All changes: how many there are, then those of each process together, then register by register."""
    edition = comparison.edition
    titles = _titles(edition, pages)
    rank = {name: index for index, name in enumerate(titles)}
    together: dict[str, list[Row]] = {}
    for page in sorted(rows, key=lambda name: rank.get(name, len(rank))):
        together.setdefault(titles.get(page, edition.name(edition.architecture.company.id)), []).extend(rows[page])
    sections = (section("changes", title, _table(edition, own)) for title, own in together.items())
    nothing = None if rows else prose(edition.word("Nothing changed."))
    blocks: Iterable[Block | None] = (nothing or _counts(comparison), *sections)
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    title = edition.word("What changed since {revision}", revision=revision)
    return Page(CHANGED, title, (start,), tuple(block for block in blocks if block is not None))


def _counts(comparison: Comparison) -> Facts | None:
    """How many elements came, went and are no longer what they were."""
    counts = (
        ("Added", len(comparison.added)),
        ("Removed", len(comparison.removed)),
        ("Changed", sum(bool(own) for own in comparison.differences.values())),
    )
    return comparison.edition.facts(*((label, cell(f"{count:,}" if count else "")) for label, count in counts))


def _titles(edition: Edition, pages: tuple[Page, ...]) -> dict[str, str]:
    """Under which heading the changes of a page are told: its own for processes, that of its register for others."""
    registers = register_titles()
    titles = {page.name: page.title for page in pages if page.name.startswith("processes/")}
    for page in pages:
        register = page.name if page.name in registers else register_of(page.name)
        if page.name not in titles and register in registers:
            titles[page.name] = edition.word(registers[register])
    return titles | {name: edition.word(title) for name, title in registers.items()}


def _rows_by_page(comparison: Comparison) -> dict[str, list[Row]]:
    """What was added, changed or removed, by the page on which it stands or stood."""
    edition, former = comparison.edition, comparison.former
    found: dict[str, list[Row]] = {}
    for own in sorted(edition.architecture.elements.values(), key=edition.order):
        place = edition.places.get(own.id)
        if place:
            found.setdefault(place.page, []).extend(_rows(comparison, own))
    for own in sorted(comparison.removed.values(), key=former.order):
        found.setdefault(_former_page(comparison, own), []).append(_removed(comparison, own))
    return {page: rows for page, rows in found.items() if rows}


def _rows(comparison: Comparison, element: Element) -> Iterator[Row]:
    edition = comparison.edition
    name = cell(edition.step(element.id))
    if element.id in comparison.added:
        yield Row((name, cell(Span(edition.word("added"), style="strong")), (), ()))
        return
    for difference in comparison.differences.get(element.id, ()):
        yield Row((name, cell(attribute_title(edition, difference.keys)), difference.before, difference.now))
        name = ()


def _removed(comparison: Comparison, element: Element) -> Row:
    """What is gone, with the reason and what stands in its place where the list of retired ids says so."""
    edition, former = comparison.edition, comparison.former
    name = former.heading(element) if former.in_hierarchy(element) else former.name(element.id)
    retired = next((own for own in edition.architecture.retired if own.id == element.id), None)
    told = (edition.text(retired.reason), *(edition.step(own) for own in retired.replaced_by)) if retired else ()
    return Row((cell(name), cell(Span(edition.word("removed"), style="strong")), (), cell(*told)))


def _former_page(comparison: Comparison, element: Element) -> str:
    """Where it is told that something is gone: on the page of the nearest above that is left, or its register."""
    former, edition = comparison.former, comparison.edition
    for above in former.architecture.hierarchy.ancestors(element) if former.in_hierarchy(element) else ():
        place = edition.places.get(comparison.id_today(above.id))
        if place:
            return place.page
    place = former.places.get(element.id)
    if place is None:
        return INDEX
    return register_of(place.page) if element.KIND in FOLDERS else place.page
