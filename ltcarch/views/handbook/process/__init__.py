"""The page of one process element: a card and its reasons for L1 and L2, everything for L3 and L4."""

from ltcarch.model import ProcessElement
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.findings import findings_of
from ltcarch.views.handbook.page import Page, Place, Span
from ltcarch.views.handbook.places import INDEX
from ltcarch.views.handbook.process.cover import (
    built_in,
    cover,
    customer_match,
    document_control,
    exceptions,
    maturity,
    purpose,
    scope,
)
from ltcarch.views.handbook.process.exchange import agreements, inputs, outputs, overview
from ltcarch.views.handbook.process.history import change_log, changes, open_points, provenance
from ltcarch.views.handbook.process.measures import measures
from ltcarch.views.handbook.process.resources import documents, policies, systems
from ltcarch.views.handbook.process.roles import roles
from ltcarch.views.handbook.process.safeguards import controls, segregation
from ltcarch.views.handbook.process.steps import activities, decisions, instructions
from ltcarch.views.handbook.process.surroundings import decompositions, phases, scenarios, surroundings
from ltcarch.views.handbook.process.terms import terms_used

_SECTIONS = (
    document_control,
    purpose,
    scope,
    surroundings,
    scenarios,
    phases,
    overview,
    inputs,
    outputs,
    activities,
    decisions,
    roles,
    instructions,
    controls,
    segregation,
    measures,
    built_in,
    policies,
    documents,
    systems,
    agreements,
    exceptions,
    customer_match,
    maturity,
    decompositions,
    changes,
    findings_of,
    open_points,
    provenance,
    change_log,
)
"""What a page may hold, in its order. Each section decides from its content and the level whether it is there."""

_IN_DEPTH = frozenset((overview, activities, decisions, roles, instructions, customer_match))
"""What only L3 and L4 show, unless activities stand directly below a higher level."""


def process_page(edition: Edition, element: ProcessElement) -> Page:
    """The page of a process element."""
    steps = any(step.KIND == "activity" for step in edition.architecture.sequence.steps(element))
    deep = element.KIND in ("process", "subprocess") or steps
    made = (of(edition, element) for of in _SECTIONS if deep or of not in _IN_DEPTH)
    blocks = tuple(block for block in (cover(edition, element), *made) if block is not None)
    terms = terms_used(edition, blocks[1:])
    return Page(
        name=edition.places[element.id].page,
        title=edition.heading(element),
        trail=trail(edition, element),
        blocks=(*blocks, terms) if terms else blocks,
        kind=element.KIND,
        of=element.id,
    )


def trail(edition: Edition, element: ProcessElement) -> tuple[Span, ...]:
    """The way down from the index to an element."""
    above = tuple(edition.architecture.hierarchy.ancestors(element))[::-1]
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    return (start, *(edition.numbered(own) for own in above))
