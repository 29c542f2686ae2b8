"""Inputs and outputs with their makers and takers, and the interfaces that were agreed."""

from collections.abc import Iterable

from ltcarch.model import Architecture, Artifact, Flow, ProcessElement
from ltcarch.model.parts import ArtifactUse
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Row, Section, Span, Table, cell, section, table
from ltcarch.views.partners import customers, suppliers
from ltcarch.views.sipoc import processes_with_exchange


def overview(edition: Edition, element: ProcessElement) -> Section | None:
    """Suppliers, inputs, the process, outputs and customers as a picture."""
    if element not in edition.subjects("sipoc", processes_with_exchange):
        return None
    caption = edition.word("Suppliers, inputs, process, outputs, customers (SIPOC)")
    return section("sipoc", caption, edition.picture("sipoc", caption, element))


def inputs(edition: Edition, element: ProcessElement) -> Section | None:
    """What the element takes and from whom."""
    word, exchange = edition.word, edition.architecture.exchange
    rows = (
        (cell(edition.artifact(use)), _makers(edition, element, use), _quality(edition, use))
        for use in exchange.inputs(element)
    )
    return section("inputs", word("Inputs"), table((word("Input"), word("From"), word("Quality criteria")), rows))


def outputs(edition: Edition, element: ProcessElement) -> Section | None:
    """What the element makes and for whom."""
    word, exchange = edition.word, edition.architecture.exchange
    rows = (
        (cell(edition.artifact(use)), _takers(edition, element, use), _quality(edition, use))
        for use in exchange.outputs(element)
    )
    return section("outputs", word("Outputs"), table((word("Output"), word("To"), word("Quality criteria")), rows))


def _quality(edition: Edition, use: ArtifactUse) -> Cell:
    artifact = edition.architecture.get(use.artifact, Artifact)
    return cell(edition.text(use.measure), *(edition.text(own) for own in (artifact.quality if artifact else ())))


def _makers(edition: Edition, element: ProcessElement, use: ArtifactUse) -> Cell:
    """Who provides an input: as stated, else who makes it elsewhere; for master data, that it is such."""
    makers = suppliers(edition.architecture, element, use)
    return edition.some_steps(makers, edition.places.get(use.artifact or "")) or _source(edition, use)


def _takers(edition: Edition, element: ProcessElement, use: ArtifactUse) -> Cell:
    """Who receives an output: as stated, and who takes it elsewhere."""
    takers = customers(edition.architecture, element, use)
    artifact = edition.architecture.get(use.artifact, Artifact)
    if not takers and artifact and artifact.terminal:
        return cell(Span(edition.word("Ends here"), style="quiet"))
    return edition.some_steps(takers, edition.places.get(use.artifact or ""))


def _source(edition: Edition, use: ArtifactUse) -> Cell:
    artifact = edition.architecture.get(use.artifact, Artifact)
    if artifact is None:
        return ()
    known = cell(edition.link(artifact.producer), edition.text(artifact.source))
    reference = edition.word("Master data") if artifact.reference else ""
    return known or cell(Span(reference or edition.text(artifact.unset.get("producer")), style="quiet"))


def agreements(edition: Edition, element: ProcessElement) -> Section | None:
    """The interfaces that were agreed for what the element takes and makes."""
    hierarchy = edition.architecture.hierarchy
    near = (own.id for own in (*hierarchy.lineage(element), *hierarchy.descendants(element)))
    flows = edition.concerning(near, Flow, "from", "to")
    own = [flow for flow in flows if _concerns(edition.architecture, flow, element)]
    return section("agreements", edition.word("Interface agreements"), agreement_table(edition, own))


def _concerns(architecture: Architecture, flow: Flow, element: ProcessElement) -> bool:
    """Whether a flow begins or ends in the element, or above it with an artifact that the element takes or makes."""
    exchange = architecture.exchange
    sides = ((flow.from_, exchange.outputs(element)), (flow.to, exchange.inputs(element)))
    for side_id, uses in sides:
        side = architecture.get(side_id)
        if side is None:
            continue
        if architecture.hierarchy.within(side, element):
            return True
        carried = {use.artifact for use in uses}
        if architecture.hierarchy.within(element, side) and carried.intersection(flow.artifacts):
            return True
    return False


def agreement_table(edition: Edition, flows: Iterable[Flow], *, marked: bool = False) -> Table | None:
    """Interfaces with what was agreed about them."""
    word = edition.word
    columns = ("Interface", "From", "To", "Artifacts", "Kind", "Trigger", "Agreed time", "Acceptance")
    rows = [
        Row(
            (
                cell(edition.name(flow.id)) if flow.name else (),
                cell(edition.link(flow.from_)),
                cell(edition.link(flow.to)),
                _carried(edition, flow),
                cell(edition.value("flow", flow.kind)),
                cell(edition.text(flow.trigger)),
                cell(edition.text(flow.sla)),
                cell(edition.text(flow.acceptance)),
            ),
            edition.mark(flow) if marked else None,
        )
        for flow in flows
    ]
    return table([word(column) for column in columns], rows)


def _carried(edition: Edition, flow: Flow) -> Cell:
    return cell(*(edition.artifact(ArtifactUse(artifact=own, state=flow.state)) for own in flow.artifacts))
