"""SIPOC: suppliers, inputs, process, outputs and customers of a process at one glance."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from ltcarch.model import Activity, Architecture, Artifact, Classification, Element, Group, Process, ProcessElement
from ltcarch.model.parts import ArtifactUse
from ltcarch.views.labels import Label, label, with_counts
from ltcarch.views.partners import customers, suppliers
from ltcarch.views.tables.rows import names, title
from ltcarch.views.tables.table import Cell, Column, Line, Row, Table, cell, quiet
from ltcarch.views.words import word


@dataclass(frozen=True, slots=True)
class Thing:
    """An input or output; `note` tells its state and whether it may be missing."""

    id: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """Parties who give or take the same things together. Nobody may be known, or nothing of what they exchange."""

    parties: tuple[Label, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One step of the process, and who does it."""

    label: Label
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sipoc:
    """The five columns, by their names in the reader's language."""

    title: str
    subtitle: str
    description: str
    language: str
    heads: tuple[str, ...]
    given: tuple[Side, ...]
    parts: tuple[Part, ...]
    taken: tuple[Side, ...]


def processes_with_exchange(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The elements that take or make something."""
    exchange = architecture.exchange
    return tuple(own for own in architecture.all(ProcessElement) if exchange.inputs(own) or exchange.outputs(own))


def whole_processes_with_exchange(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """Those of them that are not parts of a process."""
    return tuple(
        own for own in processes_with_exchange(architecture) if isinstance(own, (Classification, Group, Process))
    )


def sipoc(architecture: Architecture, language: str, process: ProcessElement) -> Sipoc:
    """The SIPOC of a process, group or classification; its steps are what stands just below it."""
    exchange = architecture.exchange
    given = _sides(architecture, language, process, exchange.inputs(process), suppliers, process.suppliers)
    taken = _sides(architecture, language, process, exchange.outputs(process), customers, process.customers)
    parts = tuple(_part(architecture, language, own) for own in architecture.hierarchy.children(process))
    heads = tuple(word(name, language) for name in ("Suppliers", "Inputs", "Process", "Outputs", "Customers"))
    inputs, outputs = (sum(len(side.things) for side in sides) for sides in (given, taken))
    counts = (
        word("1 input" if inputs == 1 else "{count} inputs", language, count=inputs),
        word("1 output" if outputs == 1 else "{count} outputs", language, count=outputs),
    )
    return Sipoc(
        title=title(architecture, language, process),
        subtitle=with_counts("SIPOC", counts, language),
        description=word("; ", language).join(_told(language, heads, given, parts, taken)),
        language=language,
        heads=heads,
        given=given,
        parts=parts,
        taken=taken,
    )


def _sides(
    architecture: Architecture,
    language: str,
    process: ProcessElement,
    uses: Iterable[ArtifactUse],
    partners: Callable[[Architecture, ProcessElement, ArtifactUse], list[str]],
    stated: tuple[str, ...],
) -> tuple[Side, ...]:
    """Things by those who give or take them together; partners that are stated and exchange nothing stand last."""
    found: dict[tuple[str, ...], dict[str, Thing]] = {}
    for use in uses:
        parties = tuple(dict.fromkeys(partners(architecture, process, use)))
        thing = _thing(architecture, language, use)
        found.setdefault(parties, {})[f"{use.artifact}:{use.state or ''}"] = thing
    met = {own for parties in found for own in parties}
    others = tuple(own for own in dict.fromkeys(stated) if own not in met)
    sides = [*((parties, tuple(things.values())) for parties, things in found.items() if parties)]
    sides += [((own,), ()) for own in others]
    sides += [((), tuple(things.values())) for parties, things in found.items() if not parties]
    return tuple(
        Side(tuple(_party(architecture, language, own) for own in parties), things) for parties, things in sides
    )


def _party(architecture: Architecture, language: str, party: str) -> Label:
    element = architecture.get(party)
    return label(architecture, element, language) if element else Label(party, "", party)


def _thing(architecture: Architecture, language: str, use: ArtifactUse) -> Thing:
    artifact = architecture.get(use.artifact, Artifact)
    named = {state.id: state.name for state in artifact.states} if artifact else {}
    state = named.get(use.state)
    traits = (
        state.in_language(language) if state else use.state or "",
        word("optional", language) if use.optional else "",
        word("Master data", language) if artifact and artifact.reference else "",
    )
    note = word(", ", language).join(own for own in traits if own)
    return Thing(use.artifact or "", architecture.name(use.artifact or "", language), note)


def _part(architecture: Architecture, language: str, element: Element) -> Part:
    roles = element.roles if isinstance(element, Activity) else ()
    return Part(label(architecture, element, language), names(architecture, language, roles))


def _told(
    language: str, heads: tuple[str, ...], given: tuple[Side, ...], parts: tuple[Part, ...], taken: tuple[Side, ...]
) -> Iterable[str]:
    columns = (
        [own.name for side in given for own in side.parties],
        [own.name for side in given for own in side.things],
        [own.label.name for own in parts],
        [own.name for side in taken for own in side.things],
        [own.name for side in taken for own in side.parties],
    )
    for head, members in zip(heads, columns, strict=True):
        if members:
            yield word(
                "{name}: {members}", language, name=head, members=word(", ", language).join(dict.fromkeys(members))
            )


def sipoc_table(view: Sipoc) -> Table:
    """A SIPOC as a table of five columns: a row for each pair of sides, the steps as a list in the first of them."""
    rows = []
    for index, (given, taken) in enumerate(zip_longest(view.given, view.taken)):
        cells = (
            _things(given),
            cell(*(_named(own.label) for own in view.parts)) if not index else Cell(),
            _things(taken),
            cell(*(_named(own) for own in taken.parties)) if taken else Cell(),
        )
        name = ", ".join(_named(own) for own in given.parties) if given else ""
        rows.append(Row(f"picture:row-{index + 1}", name, cells))
    return Table(
        title=view.title,
        subtitle=view.subtitle,
        description=view.description,
        language=view.language,
        corner=view.heads[0],
        columns=tuple(Column(f"picture:column-{index}", name) for index, name in enumerate(view.heads[1:])),
        rows=tuple(rows),
    )


def _named(own: Label) -> str:
    return f"{own.code} {own.name}".strip()


def _things(side: Side | None) -> Cell:
    lines: list[Line] = []
    for own in side.things if side else ():
        lines += [Line(own.name), quiet(own.note)] if own.note else [Line(own.name)]
    return cell(*lines)
