"""How far an element is worked out, so that rules stay silent about what nobody has described yet."""

from collections.abc import Callable
from typing import NamedTuple

from ltcarch.model import Activity, Architecture, Element, ProcessElement
from ltcarch.rules.remembered import remembered

PROCESSES = ("group", "process", "subprocess")


def with_known_inputs(architecture: Architecture) -> frozenset[str]:
    """The ids of the elements of which one knows all that they take."""
    return _known(architecture).taken


def with_known_outputs(architecture: Architecture) -> frozenset[str]:
    """The ids of the elements of which one knows all that they make."""
    return _known(architecture).made


class _Known(NamedTuple):
    """The ids of the elements of which one knows all that they take, and all that they make."""

    taken: frozenset[str]
    made: frozenset[str]


@remembered
def _known(architecture: Architecture) -> _Known:
    return _Known(_all_known(architecture, _taken), _all_known(architecture, _made))


def _all_known(architecture: Architecture, named: Callable[[Element], list[str | None]]) -> frozenset[str]:
    """The ids of the worked-out elements, but for those that name an unknown artifact, and all above them."""
    doubtful: set[str] = set()

    def states(element: Element) -> bool:
        own = named(element)
        if any(artifact not in architecture.elements for artifact in own):
            doubtful.update(above.id for above in architecture.hierarchy.lineage(element))
        return bool(own)

    return frozenset(worked_out(architecture, states) - doubtful)


def worked_out(architecture: Architecture, states: Callable[[Element], bool]) -> set[str]:
    """The ids of the elements that state something themselves or all over below. Each is asked once.

    Below means: all of the groups and processes just below do so, or, where there are only activities, one of them.
    """
    found: set[str] = set()
    for element in reversed(architecture.hierarchy.in_order):  # what is below comes first
        if states(element) or _all_below(architecture, element, found):
            found.add(element.id)
    return found


def _all_below(architecture: Architecture, element: Element, found: set[str]) -> bool:
    below = architecture.hierarchy.children(element)
    processes = [child for child in below if child.KIND in PROCESSES]
    if processes:
        return all(child.id in found for child in processes)
    return any(child.id in found for child in below if child.KIND == "activity")


def _taken(element: Element) -> list[str | None]:
    """The artifacts that an element itself says it takes or waits for."""
    if not isinstance(element, (Activity, ProcessElement)):
        return []
    waits = [element.waits.for_] if isinstance(element, Activity) and element.waits else []
    return [*(use.artifact for use in element.inputs), *waits]


def _made(element: Element) -> list[str | None]:
    """The artifacts that an element itself says it makes."""
    return [use.artifact for use in element.outputs] if isinstance(element, (Activity, ProcessElement)) else []
