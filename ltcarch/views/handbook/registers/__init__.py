"""The registers as pages: what there is of each kind, leading to the page of each element."""

from collections.abc import Iterable

from ltcarch.model import Change
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.elements.sheet import register_titles
from ltcarch.views.handbook.page import Block, Page, Place, Section, Span
from ltcarch.views.handbook.places import INDEX
from ltcarch.views.handbook.process.history import change_section
from ltcarch.views.handbook.registers.artifacts import artifacts, documents, interfaces
from ltcarch.views.handbook.registers.decompositions import capabilities, decompositions
from ltcarch.views.handbook.registers.glossary import glossary
from ltcarch.views.handbook.registers.measures import goals, kpi_tree, kpis
from ltcarch.views.handbook.registers.people import organisation, positions, roles
from ltcarch.views.handbook.registers.processes import processes
from ltcarch.views.handbook.registers.safeguards import controls, policies
from ltcarch.views.handbook.registers.systems import systems


def register_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages of all registers that hold something."""
    changes = tuple(change_section(edition, own) for own in edition.architecture.all(Change))
    blocks = {
        f"processes/{INDEX}": processes(edition),
        f"roles/{INDEX}": roles(edition),
        f"positions/{INDEX}": positions(edition),
        f"units/{INDEX}": organisation(edition),
        f"artifacts/{INDEX}": artifacts(edition),
        "documents": documents(edition),
        "interfaces": interfaces(edition),
        f"kpis/{INDEX}": (*kpis(edition), kpi_tree(edition)),
        f"goals/{INDEX}": goals(edition),
        f"controls/{INDEX}": controls(edition),
        f"systems/{INDEX}": systems(edition),
        f"policies/{INDEX}": policies(edition),
        "decompositions": decompositions(edition),
        "capabilities": capabilities(edition),
        "changes": changes,
        "glossary": glossary(edition),
    }
    titles = register_titles()
    made = (page_of(edition, name, edition.word(titles[name]), own, "register") for name, own in blocks.items())
    return tuple(page for page in made if page)


def page_of(
    edition: Edition, name: str, title: str, blocks: Iterable[Block | None], kind: str = "overview"
) -> Page | None:
    """A page below the index; nothing where nothing stands on it. A first section that bears its title is opened."""
    kept = [block for block in blocks if block is not None]
    if not kept:
        return None
    first, *others = kept
    opened = first.blocks if isinstance(first, Section) and first.heading == title else (first,)
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    return Page(name, title, (start,), (*opened, *others), kind)
