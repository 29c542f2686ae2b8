"""The pages of the registers, where every name of a process page leads."""

from collections.abc import Iterable

from ltcarch.model import Change
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Block,
    Page,
    Section,
    Span,
)
from ltcarch.views.handbook.places import INDEX, Place
from ltcarch.views.handbook.process.history import change_section
from ltcarch.views.handbook.registers.artifacts import artifacts, documents, interfaces
from ltcarch.views.handbook.registers.decompositions import capabilities, decompositions
from ltcarch.views.handbook.registers.glossary import glossary
from ltcarch.views.handbook.registers.measures import measures
from ltcarch.views.handbook.registers.people import organisation, roles
from ltcarch.views.handbook.registers.safeguards import controls, policies
from ltcarch.views.handbook.registers.systems import systems


def register_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages of all registers that hold something."""
    made = (
        ("roles", "Roles", roles(edition)),
        ("organisation", "Organisation", organisation(edition)),
        ("artifacts", "Artifacts", artifacts(edition)),
        ("documents", "Documents, templates and trainings", documents(edition)),
        ("interfaces", "Interfaces", interfaces(edition)),
        ("measures", "Goals and KPIs", measures(edition)),
        ("controls", "Risks and controls", controls(edition)),
        ("policies", "Policies", policies(edition)),
        ("systems", "IT systems", systems(edition)),
        ("decompositions", "Phases, scenarios and other ways to cut", decompositions(edition)),
        ("capabilities", "Capabilities", capabilities(edition)),
        ("changes", "Changes", tuple(change_section(edition, own) for own in edition.architecture.all(Change))),
        ("glossary", "Glossary", glossary(edition)),
    )
    return tuple(page for name, title, blocks in made if (page := page_of(edition, name, edition.word(title), blocks)))


def page_of(edition: Edition, name: str, title: str, blocks: Iterable[Block | None]) -> Page | None:
    """A page below the index; nothing where nothing stands on it. A first section that bears its title is opened."""
    kept = [block for block in blocks if block is not None]
    if not kept:
        return None
    first, *others = kept
    opened = first.blocks if isinstance(first, Section) and first.heading == title else (first,)
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    return Page(name, title, (start,), (*opened, *others))
