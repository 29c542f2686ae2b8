"""How far an element is worked out."""

from ltcarch.model import Architecture, Element


def is_worked_out(architecture: Architecture, element: Element) -> bool:
    """Whether every branch below ends in activities, so that what cannot be found there is really absent."""
    if not architecture.is_whole:
        return False
    hierarchy = architecture.hierarchy
    branches = (element, *hierarchy.descendants(element, "group", "process", "subprocess"))
    return all(hierarchy.children(branch) for branch in branches)
