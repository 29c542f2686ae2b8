"""What every element has, whatever its kind."""

from dataclasses import dataclass
from typing import ClassVar

from ltcarch.model import fields as declare
from ltcarch.model.parts import Waiver
from ltcarch.model.record import Record
from ltcarch.model.text import Text
from ltcarch.source.document import Document, Mapping, Step
from ltcarch.source.text import Location


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """Where an element comes from: a mapping in a document."""

    document: Document
    mapping: Mapping

    def locate(self, path: tuple[Step, ...] = (), *, at_key: bool = False) -> Location:
        """The place of an attribute, or of the nearest thing that exists."""
        return self.document.locate(self.mapping, path, at_key=at_key)


class Element(Record):
    """Anything that has an id. References to others are their ids; the architecture resolves them.

    `nested_in` is the id of the element in which it stands in the YAML text, and `position` its place in
    that list; `faulty` names attributes whose value was already reported, so that no rule reports them again.
    """

    KIND: ClassVar[str] = ""

    id: str = declare.string()
    name: Text | None = declare.text()
    aliases: tuple[Text, ...] = declare.texts()
    description: Text | None = declare.text()
    former_ids: tuple[str, ...] = declare.strings()
    tags: tuple[str, ...] = declare.strings()
    provenance: tuple[str, ...] = declare.strings()
    unset: dict[str, Text] = declare.text_map()
    waivers: tuple[Waiver, ...] = declare.parts(Waiver)
    origin: Origin
    nested_in: str | None = None
    position: int = 0
    faulty: frozenset[str] = frozenset()

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def label(self, language: str) -> str:
        """The name for a reader of this language; the id where there is none."""
        return self.name.in_language(language) if self.name else self.id

    def expects(self, attribute: str) -> bool:
        """Whether a missing attribute is worth a finding: not if it is knowingly open or already reported."""
        return attribute not in self.unset and attribute not in self.faulty
