"""Everything that is known of one element, as rows of a label and lines."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ltcarch.model import Activity, Architecture, Artifact, Element, ProcessElement, Role, Text
from ltcarch.model.parts import ArtifactUse, Waiver
from ltcarch.model.record import declarations

_NOT_SHOWN = {"id", "name", "parent", "order", "number", "owner", "inputs", "outputs", "unset", "waivers", "lifecycle"}
_MOST_MENTIONS = 20
Named = Callable[[str], str]
"""How an element is called, by its id."""


@dataclass(frozen=True, slots=True)
class Row:
    """One attribute: what it is called and what it holds, a line each."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ElementSheet:
    """The sheet of one element."""

    id: str
    kind: str
    name: str
    other_names: tuple[str, ...]
    place: str
    rows: tuple[Row, ...]


def element_sheet(architecture: Architecture, element: Element, language: str) -> ElementSheet:
    """The sheet of one element for a reader of one language; names stand beside every id."""
    span = element.origin.locate().span
    other_names = (
        tuple(text for own, text in element.name.values if text != element.label(language)) if element.name else ()
    )
    return ElementSheet(
        id=element.id,
        kind=element.KIND.replace("_", " "),
        name=element.label(language),
        other_names=other_names,
        place=f"{element.origin.document.source.path}:{span.line if span else 1}",
        rows=tuple(row for row in _rows(architecture, element, language) if row.lines),
    )


def _rows(architecture: Architecture, element: Element, language: str) -> Iterator[Row]:
    def named(element_id: str) -> str:
        name = architecture.name(element_id, language)
        return f"{name} ({element_id})" if name != element_id else element_id

    hierarchy, exchange = architecture.hierarchy, architecture.exchange
    parent = hierarchy.parent(element)
    if parent is not None:
        yield Row("Belongs to", (named(parent.id),))
    if isinstance(element, (ProcessElement, Activity)):
        owner = architecture.responsibility.owner(element)
        stated = architecture.responsibility.owner_stated_at(element)
        if owner is not None and stated is not None:
            inherited = f", from {stated.id}" if stated is not element else ""
            yield Row("Owner", (f"{named(owner.id)}{inherited}",))
        yield Row("Inputs", tuple(_use(use, named, "from", exchange.makers) for use in exchange.inputs(element)))
        yield Row("Outputs", tuple(_use(use, named, "to", exchange.takers) for use in exchange.outputs(element)))
        lifecycle = architecture.lifecycle(element)
        words = (lifecycle.status, lifecycle.stage, lifecycle.version)
        yield Row("Lifecycle", (", ".join(word for word in words if word),) if any(words) else ())
    if isinstance(element, Artifact):
        yield Row("Made by", tuple(named(maker.id) for maker in exchange.makers(element.id)))
        yield Row("Taken by", tuple(named(taker.id) for taker in exchange.takers(element.id)))
    if isinstance(element, Role):
        yield Row("Responsible for", tuple(named(own.id) for own in architecture.responsibility.activities(element.id)))
        yield Row("Held by", tuple(named(own.id) for own in architecture.responsibility.positions(element.id)))
    for key, (attribute, declared) in declarations(type(element)).items():
        value = getattr(element, attribute)
        if key not in _NOT_SHOWN and value not in (None, (), {}, False):
            refers = declared.form in ("reference", "references")
            lines = tuple(_lines(value, language, named if refers else str))
            yield Row(key.replace("_", " ").capitalize(), lines)
    children = hierarchy.children(element)
    yield Row("Consists of", tuple(named(child.id) for child in children))
    yield Row("Open points", tuple(f"{key}: {reason.in_language(language)}" for key, reason in element.unset.items()))
    yield Row("Waivers", tuple(_waiver(own, language) for own in element.waivers))
    known = {child.id for child in children}
    mentions = dict.fromkeys(own.id for own, _ in architecture.mentions(element.id) if own.id not in known)
    mentioning = [named(own) for own in mentions]
    more = [f"and {len(mentioning) - _MOST_MENTIONS} more"] if len(mentioning) > _MOST_MENTIONS else []
    yield Row("Mentioned by", (*mentioning[:_MOST_MENTIONS], *more))


def _use(use: ArtifactUse, named: Named, word: str, others: Callable[[str], Iterable[Element]]) -> str:
    """One input or output: the artifact, its state, and the other side."""
    stated = use.from_ if word == "from" else use.to
    artifact = use.artifact or ""
    sides = [stated] if stated else [own.id for own in others(artifact)]
    text = named(artifact)
    if use.state:
        text += f" [{use.state}]"
    if use.optional:
        text += ", optional"
    return f"{text}, {word} {', '.join(sides)}" if sides else text


def _waiver(waiver: Waiver, language: str) -> str:
    reason = waiver.reason.in_language(language) if waiver.reason else ""
    return f"{waiver.rule} until {waiver.expires}: {reason}"


def _lines(value: Any, language: str, named: Named) -> Iterator[str]:
    """A value as lines of text; values with attributes of their own as `key: value` pairs."""
    if isinstance(value, Text):
        yield value.in_language(language)
    elif isinstance(value, tuple):
        for item in value:
            yield "; ".join(_lines(item, language, named))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield f"{key}: {'; '.join(_lines(item, language, named))}"
    elif isinstance(value, str):
        yield named(value)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, (int, float)):
        yield f"{value:,}"
    else:
        for key, (attribute, _) in declarations(type(value)).items():
            held = getattr(value, attribute)
            if held not in (None, (), {}, False):
                yield f"{key} {', '.join(_lines(held, language, str))}"
