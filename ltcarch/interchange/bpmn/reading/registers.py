"""What processes name beside their steps: roles, teams, artifacts and parties outside, one for each name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ltcarch.interchange.bpmn.reading.tags import OURS
from ltcarch.interchange.identifiers import Identifiers, id_of_name
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, element_record

KINDS = ("team", "role", "external", "artifact")
ROUTING = "routing"
"""The tag of activities that only route."""
ORIGINAL = "bpmn:"
"""Before the id that an element had in its file, as a tag."""


@dataclass(slots=True)
class Registers:
    """Elements by kind and name. What is known already keeps its id, and is not made again."""

    language: str
    is_only_language: bool = False
    ids: Identifiers = field(default_factory=Identifiers)
    made: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    by_name: dict[tuple[str, str], str] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)

    def know(self, records: Iterable[ElementRecord]) -> None:
        """Elements of a project: their ids are taken, and those with names that a file tells are meant by them."""
        for own in records:
            self.ids.give(own.id)
            self.known.setdefault(own.id, own.kind)
            for name in _names(own) if own.kind in KINDS else ():
                self.by_name.setdefault((own.kind, _key(name)), own.id)
            for tag in own.attributes.get("tags", ()):
                if tag.startswith(ORIGINAL):
                    self.originals.setdefault(tag.removeprefix(ORIGINAL), own.id)

    def give(self, kind: str, name: str, element: etree._Element | None = None, prefix: str = "") -> str:
        """The id of the element with a name, made now if there is none."""
        own = kept_id(element) if element is not None else None
        known = own or self.by_name.get((kind, _key(name)))
        if known is None:
            known = self.ids.give(id_of_name(prefix or kind, {self.language: name}), kind)
        self.by_name.setdefault((kind, _key(name)), known)
        if known not in self.made and (known not in self.known or own):
            self.made[known] = (kind, {"name": self.text(name)})
        return known

    def say(self, element_id: str, **attributes: Data) -> None:
        """More about an element that was made here; lists grow, and what is said already stays."""
        if element_id not in self.made:
            return
        said = self.made[element_id][1]
        for key, value in attributes.items():
            if isinstance(value, list):
                row = said.setdefault(key, [])
                row += [own for own in value if own not in row]
            elif value:
                said.setdefault(key, value)

    def state(self, artifact: str, name: str) -> str:
        """The id of a state of an artifact."""
        own = id_of_name("state", {self.language: name})
        states = self.made[artifact][1].setdefault("states", []) if artifact in self.made else []
        if all(known["id"] != own for known in states):
            states.append({"id": own, "name": self.text(name)})
        return own

    def text(self, said: str) -> Data:
        """A text in the language of the file, told where the project has others."""
        return said if self.is_only_language else {self.language: said}

    def step_id(self, element_id: str, element: etree._Element | None, wanted: str, otherwise: str = "") -> str:
        """The id of an element of the hierarchy: the kept one, that of a former import, or the wanted one."""
        return self.former_id(element_id, element) or self.ids.give(wanted, otherwise)

    def numbered_id(self, element_id: str, element: etree._Element | None, prefix: str, number: int) -> str:
        """As `step_id`, the first free number from this one where the id is new."""
        former = self.former_id(element_id, element)
        while former is None and (f"{prefix}{number}" in self.known or f"{prefix}{number}" in self.given):
            number += 1
        return former or self.ids.give(f"{prefix}{number}")

    def former_id(self, element_id: str, element: etree._Element | None) -> str | None:
        """The id that an element has already; a copy of an element has none."""
        found = (kept_id(element) if element is not None else None) or self.originals.get(element_id)
        return found if found and self.given.setdefault(found, element_id) == element_id else None

    def records(self) -> list[ElementRecord]:
        """All that was made."""
        return [element_record(kind, own, None, said) for own, (kind, said) in self.made.items()]


def kept_id(element: etree._Element) -> str | None:
    """The id of ours that an element of the file keeps in our extension."""
    found = element.find(f"{{*}}extensionElements/{{{OURS}}}element")
    return found.get("id") if found is not None else None


def _names(record: ElementRecord) -> list[str]:
    said = record.attributes.get("name", "")
    return [str(own) for own in said.values()] if isinstance(said, dict) else [str(said)]


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
