"""Who gives an element what it takes, and who takes what it makes."""

from collections.abc import Callable, Iterable

from ltcarch.model import Architecture, Element, ProcessElement
from ltcarch.model.derivation import Use
from ltcarch.model.parts import ArtifactUse


def suppliers(architecture: Architecture, element: ProcessElement, use: ArtifactUse) -> list[str]:
    """The ids of those who provide an input: as stated, else who makes it elsewhere."""
    if use.from_:
        return [use.from_]
    return _elsewhere(architecture, element, _uses(architecture, use, architecture.exchange.made))


def customers(architecture: Architecture, element: ProcessElement, use: ArtifactUse) -> list[str]:
    """The ids of those who receive an output: as stated, and who takes it elsewhere, in another place than that."""
    found = _elsewhere(architecture, element, _uses(architecture, use, architecture.exchange.taken))
    stated = architecture.get(use.to)
    if stated is not None:
        hierarchy = architecture.hierarchy
        known = ((own, architecture.elements[own]) for own in found)
        found = [own for own, one in known if not hierarchy.within(one, stated) and not hierarchy.within(stated, one)]
    return [use.to, *found] if use.to else found


def _uses(architecture: Architecture, use: ArtifactUse, of: Callable[[str], Iterable[Use]]) -> list[Use]:
    """The statements about an artifact in the wanted state; about its parts or the whole, where there are none."""
    own = [found for found in of(use.artifact or "") if not use.state or found.use.state in (None, use.state)]
    if own:
        return own
    kin = architecture.exchange.kin(use.artifact or "")
    return [found for artifact in kin if artifact != use.artifact for found in of(artifact)]


def _elsewhere(architecture: Architecture, element: ProcessElement, uses: Iterable[Use]) -> list[str]:
    """The other elements behind statements, as detailed as the element itself is."""
    hierarchy = architecture.hierarchy
    found: dict[str, Element] = {}
    for use in uses:
        if hierarchy.within(use.element, element) or hierarchy.within(element, use.element):
            continue
        lineage = [own for own in hierarchy.lineage(use.element) if isinstance(own, ProcessElement)]
        same = (own for own in lineage if hierarchy.level(own) <= hierarchy.level(element))
        other = next(same, None)
        if other is not None:
            shown = use.element if hierarchy.within(element, other) else other
            found[shown.id] = shown
    above = {own.id for other in found.values() for own in hierarchy.ancestors(other)}
    return [own for own in found if own not in above]
