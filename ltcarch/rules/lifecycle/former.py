"""The present elements beside what they were before, as their ids and former ids tell."""

from collections.abc import Iterable

from ltcarch.model import Architecture, Element
from ltcarch.model.naming import natural_key


class Comparison:
    """Two states of one architecture. An element keeps its identity through `former_ids`."""

    def __init__(self, before: Architecture, now: Architecture) -> None:
        self.before = before
        self.now = now
        self.renamed = _renamed(now.elements.values())
        """Present ids by those that were given up."""

    def former(self, element: Element) -> Element | None:
        """What an element was before; None for a new one."""
        if element.KIND == "company":
            return self.before.company
        ids = (element.id, *reversed(element.former_ids))
        return next((found for own in ids if (found := self.before.elements.get(own))), None)

    def present(self, former: Element) -> Element | None:
        """What became of a former element; None for one that is gone."""
        if former.KIND == "company":
            return self.now.company
        return self.now.elements.get(self.renamed.get(former.id, former.id))


def _renamed(elements: Iterable[Element]) -> dict[str, str]:
    """Present ids by former ones. Of two that claim one, which is a fault of its own, the first by id has it."""
    found: dict[str, str] = {}
    for element in sorted((own for own in elements if own.former_ids), key=lambda own: natural_key(own.id)):
        for former_id in element.former_ids:
            found.setdefault(former_id, element.id)
    return found
