"""Everything that a file about one process holds, before it is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ltcarch.interchange.bpmn.writing.data_objects import DataObject, data_objects
from ltcarch.interchange.bpmn.writing.flow import Flow, flow_of
from ltcarch.interchange.bpmn.writing.parties import MessageLine, message_lines
from ltcarch.interchange.records import Records
from ltcarch.model import Architecture, Element, ProcessElement, Subprocess
from ltcarch.model.naming import natural_key
from ltcarch.views.swimlane import Swimlane, swimlane
from ltcarch.views.words import word


@dataclass(frozen=True)
class Content:
    """A process, its flow, and what it exchanges with whom. `messages` are the names of messages by their artifacts."""

    architecture: Architecture
    records: Records
    process: ProcessElement
    view: Swimlane
    flow: Flow
    lines: tuple[MessageLine, ...]
    data: Mapping[str, tuple[DataObject, ...]]
    messages: Mapping[str, str]

    @property
    def language(self) -> str:
        """The language of all names."""
        return self.view.language

    def line_names(self) -> dict[str, str]:
        """What the lines of messages are called, by their ids."""
        separator = word(", ", self.language)
        return {
            line.id: separator.join(self.architecture.name(own, self.language) for own in line.artifacts)
            for line in self.lines
        }

    def parties(self) -> tuple[str, ...]:
        """The parties outside, in the order of their ids."""
        return tuple(sorted({line.party for line in self.lines}, key=natural_key))

    def subprocesses(self) -> Iterator[Subprocess]:
        """The sub-processes that are shown by their activities."""
        shown = {above.id for node in self.flow.nodes.values() if node.step for above in self.around(node.step)}
        for own in self.architecture.hierarchy.descendants(self.process, "subprocess"):
            if own.id in shown and isinstance(own, Subprocess):
                yield own

    def around(self, step: Element) -> Iterator[Element]:
        """The sub-processes around a step, the nearest first, as far as they stand in the process."""
        for above in self.architecture.hierarchy.ancestors(step):
            if above is self.process:
                return
            yield above

    def kept_at(self, element_id: str) -> tuple[str, ...]:
        """The ids of an element of the process and of all below it that nothing nearer in the file stands for."""
        return tuple(self._holdings.get(element_id, ()))

    @cached_property
    def _holdings(self) -> dict[str, list[str]]:
        hierarchy = self.architecture.hierarchy
        shown = {self.process.id, *(node.step.id for node in self.flow.nodes.values() if node.step)}
        shown.update(own.id for own in self.subprocesses())
        found: dict[str, list[str]] = {}
        for own in (self.process, *hierarchy.descendants(self.process)):
            holder = next(above.id for above in hierarchy.lineage(own) if above.id in shown)
            found.setdefault(holder, []).append(own.id)
        return found


def content_of(
    architecture: Architecture, records: Records, process: ProcessElement, language: str, *, with_artifacts: bool
) -> Content:
    """What there is to write of a process."""
    view = swimlane(architecture, language, process)
    flow = flow_of(architecture, process, view)
    lines = message_lines(architecture, flow)
    data = data_objects(architecture, flow, language) if with_artifacts else {}
    return Content(architecture, records, process, view, flow, lines, data, _messages(architecture, flow, language))


def _messages(architecture: Architecture, flow: Flow, language: str) -> dict[str, str]:
    """The messages that events and activities wait for, no two of which have one name."""
    events = (node.event.artifact for node in flow.nodes.values() if node.event)
    waits = (node.artifact for node in flow.nodes.values())
    used = sorted({own for own in (*events, *waits) if own}, key=natural_key)
    names = [architecture.name(own, language) for own in used]
    return {own: f"{name} ({own})" if names.count(name) > 1 else name for own, name in zip(used, names, strict=True)}
