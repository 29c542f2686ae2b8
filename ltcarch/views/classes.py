"""The classes of L1 elements, by which pictures group and colour them: the values of one axis."""

from dataclasses import dataclass

from ltcarch.model import Architecture, Classification, Element
from ltcarch.views.words import word

DEFAULT_AXIS = "class"


@dataclass(frozen=True, slots=True)
class ProcessClass:
    """One value of the axis. `index` is its place on the axis; None where an element has no known value."""

    id: str
    name: str
    index: int | None


class Classes:
    """The classes on one axis: the one named, else the one called `class`, else the first, else none at all."""

    def __init__(self, architecture: Architecture, language: str, axis: str | None = None) -> None:
        axes = architecture.project.axes
        self._architecture = architecture
        self._axis = axes.get(axis or DEFAULT_AXIS) or (None if axis else next(iter(axes.values()), None))
        self._axis_name = ""
        if self._axis:
            self._axis_name = self._axis.name.in_language(language) if self._axis.name else self._axis.id
        self._by_id = {
            value.id: ProcessClass(value.id, value.name.in_language(language) if value.name else value.id, index)
            for index, value in enumerate(self._axis.values if self._axis else ())
        }
        self._none = ProcessClass("", word("Not classified", language) if self._axis else "", None)

    @property
    def axis(self) -> str:
        """The name of the axis; empty where there is none."""
        return self._axis_name

    @property
    def all(self) -> tuple[ProcessClass, ...]:
        """Every class in the order of the axis, the one of elements without a known value last."""
        return (*self._by_id.values(), self._none)

    def of(self, element: Element) -> ProcessClass:
        """The class of an element: that of the classification it belongs to."""
        classification = self._architecture.hierarchy.classification(element)
        if self._axis is None or not isinstance(classification, Classification):
            return self._none
        return self._by_id.get(classification.axes.get(self._axis.id, ""), self._none)
