"""What the expression of a check can ask of an element: its YAML keys, and what follows from where it stands."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element
from ltcarch.model.fields import Declaration
from ltcarch.model.kinds import CLASSES, HIERARCHY, LEVELS
from ltcarch.model.parts import Lifecycle
from ltcarch.model.project import Company
from ltcarch.model.record import Record, declarations
from ltcarch.model.text import Text

_CLASSES: tuple[type[Element], ...] = (Company, *CLASSES.values())
KINDS: Mapping[str, type[Element]] = {of.KIND: of for of in _CLASSES if of.KIND != "retired"}
"""The kinds of elements that a check can be for."""

TEXT, TEXTS, LIST, NUMBER, FLAG = "text", "text by language", "list of texts", "number or null", "true or false"
COUNTS, MAP, MAPS, ANY = "numbers by kind", "map", "list of maps", "any value"
_TYPE_BY_FORM = {
    "text": TEXTS, "string": TEXT, "reference": TEXT, "strings": LIST, "references": LIST, "integer": NUMBER,
    "number": NUMBER, "flag": FLAG, "part": MAP, "text_map": MAP, "value_map": MAP, "parts": MAPS, "texts": MAPS,
    "scalar": ANY,
}  # fmt: skip


class Derived(NamedTuple):
    """An attribute that follows from where the element stands: its type, its meaning, and how it is found."""

    type: str
    meaning: str
    of: Callable[[Architecture, Element], Any]


def _number(architecture: Architecture, element: Element) -> str:
    return architecture.hierarchy.number(element) if element.KIND in HIERARCHY else ""


def _children(architecture: Architecture, element: Element) -> dict[str, int]:
    counts = dict.fromkeys(HIERARCHY, 0)
    for child in architecture.hierarchy.children(element):
        counts[child.KIND] += 1
    return counts


def _ancestors(architecture: Architecture, element: Element) -> list[str]:
    return [above.id for above in architecture.hierarchy.ancestors(element)] if element.KIND in HIERARCHY else []


def _answering_owner(architecture: Architecture, element: Element) -> str:
    owner = architecture.responsibility.owner(element) if element.KIND in HIERARCHY else None
    return owner.id if owner else ""


def _lifecycle(architecture: Architecture, element: Element) -> dict[str, Any]:
    own = architecture.lifecycle(element) if element.KIND in HIERARCHY else getattr(element, "lifecycle", None)
    return _plain_record(Lifecycle, own, architecture.project.language)


def _mentioned_by(architecture: Architecture, element: Element) -> list[str]:
    return sorted({own.id for own, _ in architecture.mentions(element.id)})


def _artifacts(side: str) -> Callable[[Architecture, Element], list[str]]:
    def of(architecture: Architecture, element: Element) -> list[str]:
        uses = getattr(architecture.exchange, side)(element) if element.KIND in HIERARCHY[:-1] else ()
        return list(dict.fromkeys(use.artifact for use in uses if use.artifact))

    return of


DERIVED: Mapping[str, Derived] = {
    "is": Derived(TEXT, "its kind, such as `process` or `role`", lambda _, own: own.KIND),
    "level": Derived(NUMBER, "0 for the company to 6 for a task", lambda _, own: LEVELS.get(own.KIND)),
    "number": Derived(TEXT, "the number that people see, such as 4.1.2", _number),
    "file": Derived(TEXT, "the file that it stands in", lambda _, own: own.origin.document.source.path),
    "parent": Derived(TEXT, "the id of the element above", lambda on, own: next(iter(_ancestors(on, own)), "")),
    "ancestors": Derived(LIST, "the ids of the elements above, the nearest first", _ancestors),
    "children": Derived(COUNTS, "how many elements of each kind stand just below", _children),
    "answering_owner": Derived(TEXT, "the id of its owner, or of the nearest one above", _answering_owner),
    "lifecycle": Derived(MAP, "the lifecycle that holds: its own, or the nearest one above", _lifecycle),
    "takes": Derived(LIST, "the artifacts that it takes in, stated or derived", _artifacts("inputs")),
    "makes": Derived(LIST, "the artifacts that it makes, stated or derived", _artifacts("outputs")),
    "mentioned_by": Derived(LIST, "the ids of the elements that name it", _mentioned_by),
}
LOOKING_AROUND = DERIVED.keys() - {"is", "level", "file"}
"""Those that depend on other elements, of which some may stand in a file that cannot be read."""


class Attribute(NamedTuple):
    """One attribute as a check for some kinds sees it."""

    name: str
    type: str

    def of(self, architecture: Architecture, element: Element) -> Any:
        """The plain value: what JSON can hold. A missing one is empty, zero or false; a missing number is null."""
        if self.name in DERIVED:
            return DERIVED[self.name].of(architecture, element)
        field, declared = declarations(type(element)).get(self.name, ("", None))
        if declared is None:
            return _NOTHING[self.type]
        value = _plain(declared, getattr(element, field), architecture.project.language)
        if self.type == LIST and isinstance(value, str):
            return [value] if value else []
        return value


_NOTHING: Mapping[str, Any] = {
    TEXT: "", TEXTS: {}, LIST: [], NUMBER: None, FLAG: False, COUNTS: {}, MAP: {}, MAPS: [], ANY: None,
}  # fmt: skip


@cache
def attributes_of(kinds: frozenset[str]) -> Mapping[str, Attribute]:
    """What can be asked of elements of these kinds, by name. What only some of them have is empty at the others."""
    types: dict[str, set[str]] = {name: {derived.type} for name, derived in DERIVED.items()}
    for kind in kinds:
        for key, (_, declared) in declarations(KINDS[kind]).items():
            if key not in DERIVED:
                types.setdefault(key, set()).add(_TYPE_BY_FORM[declared.form])
    return {name: Attribute(name, _common(types[name])) for name in sorted(types)}


def _common(types: Iterable[str]) -> str:
    every = set(types)
    if len(every) == 1:
        return every.pop()
    return LIST if every == {TEXT, LIST} else ANY


def _plain(declared: Declaration, value: Any, language: str) -> Any:
    match declared.form:
        case "text":
            return _plain_text(value, language)
        case "texts":
            return [_plain_text(own, language) for own in value]
        case "scalar":
            return _plain_text(value, language) if isinstance(value, Text) else value
        case "string" | "reference":
            return value or ""
        case "strings" | "references":
            return list(value)
        case "text_map":
            return {key: _plain_text(own, language) for key, own in value.items()}
        case "value_map":
            return dict(value)
        case "part":
            return _plain_record(declared.part, value, language)
        case "parts":
            return [_plain_record(declared.part, own, language) for own in value]
    return value


def _plain_text(text: Text | None, language: str) -> dict[str, str]:
    """A text by language; one that has no language of its own stands under the project's first."""
    return {own or language: value for own, value in text.values} if text else {}


def _plain_record(of: type[Record] | None, record: Record | None, language: str) -> dict[str, Any]:
    if of is None:
        return {}
    held = record or of()
    return {key: _plain(declared, getattr(held, name), language) for key, (name, declared) in declarations(of).items()}
