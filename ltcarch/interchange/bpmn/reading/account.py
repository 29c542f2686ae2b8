"""What became of every element of a file: nothing goes without a word."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from lxml import etree

from ltcarch.interchange.bpmn.reading.tags import OURS, PARTS, documentation, inside, is_model, name_of, said


class Fate(StrEnum):
    """What became of an element."""

    IMPORTED = "imported"
    CHANGED = "imported otherwise"
    LEFT_OUT = "left out"


class Entry(NamedTuple):
    """One element of a file, what became of it, and in which words."""

    file: str
    line: int
    kind: str
    id: str
    name: str
    fate: Fate
    sentence: str


_ORDER = list(Fate)
_LOST_PARTS = frozenset(("script", "operationRef", "eventDefinitionRef", "participantMultiplicity", "property"))
_UNTOLD = frozenset(("definitions", "laneSet", "collaboration", "import"))
_KNOWN = """id name sourceRef targetRef processRef calledElement messageRef signalRef errorRef escalationRef default
    attachedToRef cancelActivity isInterrupting gatewayDirection isExecutable triggeredByEvent dataObjectRef
    dataStoreRef itemSubjectRef associationDirection eventGatewayType instantiate isMarkerVisible textFormat
    startQuantity completionQuantity isForCompensation partitionElementRef processType isClosed
    parallelMultiple structureRef isImmediate ordering activityRef waitForCompletion isSequential testBefore
    errorCode escalationCode categoryValueRef value implementation method"""
_KNOWN_ATTRIBUTES = frozenset(_KNOWN.split())
"""Attributes that are read, or that say nothing for people."""


@dataclass(slots=True)
class Account:
    """The fates of the elements of one file. The gravest counts. Of a node without an element nothing is told."""

    file: str
    root: etree._Element
    fates: dict[etree._Element, tuple[Fate, list[str]]] = field(default_factory=dict)
    described: set[etree._Element] = field(default_factory=set)
    former_ids: dict[etree._Element, str] = field(default_factory=dict)

    def imported(self, element: etree._Element | None, sentence: str = "") -> None:
        """The model says all of it."""
        self._note(element, Fate.IMPORTED, sentence)

    def changed(self, element: etree._Element | None, sentence: str) -> None:
        """The model says it in another way, or only a part of it."""
        self._note(element, Fate.CHANGED, sentence)

    def left_out(self, element: etree._Element, sentence: str) -> None:
        """The model does not say it."""
        self._note(element, Fate.LEFT_OUT, sentence)

    def documentation(self, element: etree._Element | None) -> str:
        """What is documented of an element, by someone who keeps it."""
        if element is None:
            return ""
        self.described.add(element)
        return documentation(element)

    def _note(self, element: etree._Element | None, fate: Fate, sentence: str) -> None:
        if element is None:
            return
        known, sentences = self.fates.get(element, (fate, []))
        told = [sentence] if sentence and sentence not in sentences else []
        self.fates[element] = (max(known, fate, key=_ORDER.index), [*sentences, *told])

    def anew(self, element: etree._Element | None) -> None:
        """Forget what was said of an element, which came to be something else."""
        if element is None:
            return
        self.fates.pop(element, None)
        self.described.discard(element)

    def by_id(self) -> dict[str, etree._Element]:
        """The elements by their ids; those without one, and all but the first with one, are given another."""
        found: dict[str, etree._Element] = {}
        for number, element in enumerate(filter(is_model, self.root.iter(etree.Element))):
            own = element.get("id")
            if (own is None and name_of(element) in PARTS) or element is self.root:
                continue
            if not own or own in found:
                self.former_ids[element] = own or ""
                own = f"{own or name_of(element)}-{number}"
                element.set("id", own)
            found[own] = element
        return found

    def entries(self) -> Iterator[Entry]:
        """Every element of BPMN in the file, in its order, but for parts that go the way of the element around."""
        for element in self.root.iter(etree.Element):
            if not is_model(element) or name_of(element) in _UNTOLD:
                continue
            found = self.fates.get(element)
            if found is None and name_of(element) in PARTS and _is_told(element):
                continue
            fate, sentences = found or (Fate.LEFT_OUT, ["nothing in an architecture stands for it"])
            yield self._entry(element, fate, "; ".join(sentences))

    def note_what_is_missing(self) -> None:
        """Tell of imported elements what is said of them that is not understood, or has no place."""
        missing: dict[etree._Element, set[str]] = {}
        for element in self.root.iter(etree.Element):
            if is_model(element) and name_of(element) not in _UNTOLD:
                missing.setdefault(self._holder(element), set()).update(self._missing(element))
        for holder, parts in missing.items():
            if parts and holder in self.fates and self._fate(holder) is not Fate.LEFT_OUT:
                self.changed(holder, f"without {', '.join(sorted(parts))}")

    def _missing(self, element: etree._Element) -> Iterator[str]:
        yield from _foreign_attributes(element)
        yield from _foreign_elements(element)
        if name_of(element) in _LOST_PARTS and not said(element).startswith("__"):
            yield f"its `{name_of(element)}`"
        if element not in self.described and documentation(element):
            yield "its documentation"
        if sum(name_of(own).endswith("EventDefinition") for own in inside(element)) > 1:
            yield "all but the first of its events"

    def _holder(self, element: etree._Element) -> etree._Element:
        """The element that is told of when something is told of this one."""
        holder, above = element, element.getparent()
        while name_of(holder) in PARTS and holder not in self.fates and above is not None:
            holder, above = above, above.getparent()
        return holder

    def _fate(self, element: etree._Element) -> Fate:
        return self.fates.get(element, (Fate.LEFT_OUT, []))[0]

    def _entry(self, element: etree._Element, fate: Fate, sentence: str) -> Entry:
        own = self.former_ids.get(element, element.get("id") or "")
        name = said(element) or said(element, "value")
        return Entry(self.file, element.sourceline or 0, name_of(element), own, name, fate, sentence)


def _is_told(element: etree._Element) -> bool:
    """Whether what stands around a part is an element that is told, or the file itself."""
    above = element.getparent()
    return above is not None and is_model(above)


def _foreign_attributes(element: etree._Element) -> Iterator[str]:
    for key in element.attrib:
        name = etree.QName(key)
        if name.namespace and name.namespace not in (OURS, "http://www.w3.org/2001/XMLSchema-instance"):
            yield f"`{_prefix(element, name.namespace)}{name.localname}`"
        elif not name.namespace and name_of(element) not in PARTS and name.localname not in _KNOWN_ATTRIBUTES:
            yield f"`{name.localname}`"


def _foreign_elements(element: etree._Element) -> Iterator[str]:
    if name_of(element) != "extensionElements":
        return
    for child in element:
        name = etree.QName(child)
        if name.namespace != OURS:
            yield f"`{_prefix(child, name.namespace or '')}{name.localname}`"


def _prefix(element: etree._Element, namespace: str) -> str:
    found = next((prefix for prefix, address in element.nsmap.items() if address == namespace and prefix), "")
    return f"{found}:" if found else ""
