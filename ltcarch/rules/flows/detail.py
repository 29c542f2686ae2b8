"""How far an element is worked out, so that rules stay silent about what nobody has described yet."""

from collections.abc import Callable

from ltcarch.model import Activity, Architecture, Element, ProcessElement

PROCESSES = ("group", "process", "subprocess")


def with_known_inputs(architecture: Architecture) -> set[str]:
    """The ids of the elements of which one knows all that they take."""
    return worked_out(architecture, lambda element: bool(_taken(element))) - _with_unknown(architecture, _taken)


def with_known_outputs(architecture: Architecture) -> set[str]:
    """The ids of the elements of which one knows all that they make."""
    return worked_out(architecture, lambda element: bool(_made(element))) - _with_unknown(architecture, _made)


def worked_out(architecture: Architecture, states: Callable[[Element], bool]) -> set[str]:
    """The ids of the elements that state something themselves or all over below.

    Below means: all of the groups and processes just below do so, or, where there are only activities, one of them.
    """
    found: set[str] = set()
    for element in reversed(architecture.hierarchy.in_order):  # what is below comes first
        if states(element) or _all_below(architecture, element, found):
            found.add(element.id)
    return found


def _all_below(architecture: Architecture, element: Element, found: set[str]) -> bool:
    processes = architecture.hierarchy.children(element, *PROCESSES)
    if processes:
        return all(child.id in found for child in processes)
    return any(child.id in found for child in architecture.hierarchy.children(element, "activity"))


def _with_unknown(architecture: Architecture, named: Callable[[Element], list[str | None]]) -> set[str]:
    """The ids of the elements that name an artifact which does not exist, and of all above them."""
    doubtful = (
        element
        for element in architecture.hierarchy.in_order
        if any(artifact not in architecture.elements for artifact in named(element))
    )
    return {above.id for element in doubtful for above in architecture.hierarchy.lineage(element)}


def _taken(element: Element) -> list[str | None]:
    """The artifacts that an element itself says it takes or waits for."""
    if not isinstance(element, (Activity, ProcessElement)):
        return []
    waits = [element.waits.for_] if isinstance(element, Activity) and element.waits else []
    return [*(use.artifact for use in element.inputs), *waits]


def _made(element: Element) -> list[str | None]:
    """The artifacts that an element itself says it makes."""
    return [use.artifact for use in element.outputs] if isinstance(element, (Activity, ProcessElement)) else []
