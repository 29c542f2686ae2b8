"""All processes in the order of their numbers."""

from ltcarch.model import ProcessElement
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Line, Outline, line


def processes(edition: Edition) -> tuple[Outline | None]:
    """All process elements, indented by their place in the tree."""
    hierarchy = edition.architecture.hierarchy
    items: list[tuple[int, Line]] = []
    for element in hierarchy.in_order:
        if isinstance(element, ProcessElement):
            depth = sum(isinstance(above, ProcessElement) for above in hierarchy.ancestors(element))
            items.append((depth, line(edition.numbered(element))))
    return (Outline(tuple(items)) if items else None,)
