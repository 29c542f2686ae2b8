"""Where lifecycles are stated: at elements, and in the project file for all that state none."""

from collections.abc import Iterator
from typing import NamedTuple

from ltcarch.model import Activity, Architecture, Element, ProcessElement
from ltcarch.model.element import Origin
from ltcarch.model.parts import Lifecycle
from ltcarch.rules.rule import Finding
from ltcarch.rules.wording import called
from ltcarch.source.document import Step


class StatedLifecycle(NamedTuple):
    """A lifecycle and the element that states it. That of the project file belongs to the company."""

    element: Element
    lifecycle: Lifecycle
    origin: Origin

    @property
    def title(self) -> str:
        """What it is called in a sentence."""
        return "the lifecycle of the project file" if self.element.KIND == "company" else called(self.element)

    def expects(self, attribute: str) -> bool:
        """Whether a missing attribute of it is worth a finding."""
        return self.element.expects("lifecycle") and self.element.expects(attribute)

    def finding(self, message: str, path: tuple[Step, ...], help_text: str) -> Finding:
        """A finding at one of its attributes."""
        return Finding(self.element, message, ("lifecycle", *path), help_text, origin=self.origin)


def stated_lifecycles(architecture: Architecture) -> Iterator[StatedLifecycle]:
    """Every lifecycle that is stated, that of the project file first."""
    project = architecture.project
    if vars(project.lifecycle):
        yield StatedLifecycle(architecture.company, project.lifecycle, project.origin)
    for element in architecture.hierarchy.in_order:
        if isinstance(element, (ProcessElement, Activity)) and element.lifecycle:
            yield StatedLifecycle(element, element.lifecycle, element.origin)


def stated_for(architecture: Architecture, element: Element) -> StatedLifecycle:
    """The lifecycle that holds for an element, with the element that states it."""
    for above in architecture.hierarchy.lineage(element):
        if isinstance(above, (ProcessElement, Activity)) and above.lifecycle:
            return StatedLifecycle(above, above.lifecycle, above.origin)
    return StatedLifecycle(architecture.company, architecture.lifecycle(element), architecture.project.origin)
