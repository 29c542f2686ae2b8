"""Who answers for what has to be mended or decided."""

from collections.abc import Iterable, Iterator, Sequence

from ltcarch.model import Element, Flow, Phase, Position, Unit
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Row, Span, cell


def owner_of(edition: Edition, element: Element | None) -> Element | None:
    """Who answers for an element: its owner, else that of the process that it belongs to."""
    architecture = edition.architecture
    if element is None:
        return None
    if edition.in_hierarchy(element):
        return architecture.responsibility.owner(element)
    if isinstance(element, Position):
        return element
    if isinstance(element, Unit):
        return architecture.get(element.head)
    if isinstance(element, (Flow, Phase)):
        process = architecture.get(element.from_ if isinstance(element, Flow) else element.process)
        return None if isinstance(process, (Flow, Phase)) else owner_of(edition, process)
    return architecture.get(getattr(element, "owner", None))


def by_owner(edition: Edition, rows: Iterable[tuple[Element | None, Sequence[Cell]]]) -> Iterator[Row]:
    """Rows about elements behind a cell with the owner, filled in the first row of each; those of nobody stand last."""
    owned = [(owner_of(edition, element), element, cells) for element, cells in rows]
    nowhere = (len(edition.architecture.elements) + 1, ())
    owned.sort(key=lambda own: (own[0] is None, *(edition.order(one) if one else nowhere for one in own[:2])))
    before: Element | str | None = ""
    for owner, _, cells in owned:
        nobody = Span(edition.word("Nobody is named"), style="quiet")
        name = () if owner is before else cell(edition.link(owner.id) if owner else nobody)
        yield Row((name, *cells))
        before = owner
