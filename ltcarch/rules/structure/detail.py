"""How far an element is worked out."""

from ltcarch.model import Architecture, Element


def is_worked_out(architecture: Architecture, element: Element) -> bool:
    """Whether every branch below ends in activities, so that what cannot be found there is really absent."""
    hierarchy = architecture.hierarchy
    branches = (element, *hierarchy.descendants(element, "group", "process", "subprocess"))
    return all(hierarchy.children(branch) for branch in branches)


def parents_of_duplicates(architecture: Architecture) -> set[str | None]:
    """The ids of elements that seem to have fewer children than they have, since the id of one was taken."""
    return {getattr(duplicate, "parent", None) for duplicate in architecture.duplicates}
