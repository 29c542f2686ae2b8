"""The elements of registers that a list names: people, artifacts, systems and the like, made as they appear."""

from collections.abc import Iterable, Iterator
from typing import Any

from ltcarch.interchange.excel.lists.languages import Texts
from ltcarch.interchange.excel.lists.words_of_headings import plain
from ltcarch.interchange.identifiers import Identifiers, id_of_name
from ltcarch.interchange.records import ElementRecord, element_record

PEOPLE = ("position", "role")


class Registers:
    """Gives each name one element of a kind; somebody who is named as a role anywhere is a role everywhere."""

    def __init__(self, identifiers: Identifiers, texts: Texts, role_names: Iterable[str]) -> None:
        self._identifiers, self._texts = identifiers, texts
        self._roles = {plain(own) for own in role_names}
        self._found: dict[tuple[str, str], tuple[str, dict[str, str]]] = {}
        self._said: dict[tuple[str, str], dict[str, Any]] = {}

    def refer(self, kind: str, names: dict[str, str]) -> str:
        """The id of the element with these names by language, which is made if it is new."""
        if kind in PEOPLE:
            kind = "role" if any(plain(own) in self._roles for own in names.values()) else "position"
        for language, name in names.items():
            key = (kind, plain(name))
            if key in self._found:
                known = self._found[key][1]
                for other, text in names.items():
                    if other != language:
                        known.setdefault(other, text)
                return self._found[key][0]
        given = self._identifiers.give(id_of_name(kind, names), kind)
        for name in names.values():
            self._found.setdefault((kind, plain(name)), (given, names))
        self._said[kind, given] = {}
        return given

    def say(self, kind: str, element_id: str, attribute: str, value: str) -> None:
        """Let an element name another one."""
        held = self._said[kind, element_id].setdefault(attribute, [])
        if value not in held:
            held.append(value)

    def records(self) -> Iterator[ElementRecord]:
        """The elements in the order in which they appeared."""
        names = {(kind, given): own for (kind, _), (given, own) in reversed(self._found.items())}
        for (kind, given), said in self._said.items():
            yield element_record(kind, given, None, {"name": self._texts.text(names[kind, given]), **said})

    def counts(self) -> dict[str, int]:
        """How many elements there are of each kind."""
        found: dict[str, int] = {}
        for kind, _ in self._said:
            found[kind] = found.get(kind, 0) + 1
        return found
