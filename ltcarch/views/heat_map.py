"""Heat maps: the process house, coloured by how much of something there is below each L2."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ltcarch.model import Architecture, Control, Element, ProcessElement
from ltcarch.views.process_house import Heat, ProcessHouse, process_house
from ltcarch.views.words import value_word, word

_STAGES = ("planning", "construction", "promotion", "operation")
_FEW = (1, 3, 6, 11)
"""Where the steps of a scale of counts begin."""

Findings = Callable[[], Mapping[str, int]]
"""How many findings there are, by the id of the element."""


def heat_map(architecture: Architecture, language: str, measure: str, findings: Findings) -> ProcessHouse:
    """The house in one language with the heat of one of the MEASURES."""
    found = MEASURES[measure](architecture, language, findings)
    house = process_house(architecture, language)
    told = (f"{architecture.name(own, language)}: {heat.tip}" for own, heat in found.heat.items())
    return replace(
        house,
        subtitle=found.subtitle,
        description=word("; ", language).join(told) or house.description,
        heat=found.heat,
        scale=found.scale,
        is_alarming=found.is_alarming,
        unknown=found.unknown if any(own.id not in found.heat for own in _parts(architecture)) else "",
    )


def _parts(architecture: Architecture) -> Iterator[ProcessElement]:
    """The L2 that the house shows."""
    for top in architecture.hierarchy.roots:
        yield from (own for own in architecture.hierarchy.children(top) if isinstance(own, ProcessElement))


def _counted(architecture: Architecture, amounts: Mapping[str, int]) -> dict[str, int]:
    """The amounts of the elements, added up at all that stand above them."""
    found: Counter[str] = Counter()
    for own, amount in amounts.items():
        element = architecture.get(own)
        for above in architecture.hierarchy.lineage(element) if element else ():
            found[above.id] += amount
    return found


def _count_scale(language: str) -> tuple[str, ...]:
    ranges = (word("{low} to {high}", language, low=low, high=high - 1) for low, high in pairwise(_FEW))
    return (word("none", language), *ranges, word("{low} and more", language, low=_FEW[-1]))


def _step(amount: int) -> int:
    return sum(amount >= low for low in _FEW)


@dataclass(frozen=True, slots=True)
class _Found:
    """The heat of a measure, its scale, and what is said where it is not known."""

    subtitle: str
    scale: tuple[str, ...]
    heat: Mapping[str, Heat]
    is_alarming: bool = False
    unknown: str = ""


def _by_findings(architecture: Architecture, language: str, findings: Findings) -> _Found:
    amounts = _counted(architecture, findings())
    heat = {own.id: _amount("{count} findings", amounts.get(own.id, 0), language) for own in _parts(architecture)}
    return _Found(word("Heat map by findings", language), _count_scale(language), heat, is_alarming=True)


def _by_controls(architecture: Architecture, language: str, _: Findings) -> _Found:
    amounts: Counter[str] = Counter()
    for control in (own for own in architecture.all(Control) if own.key):
        activities = (found for found in map(architecture.get, control.activities) if found)
        amounts.update({above.id for own in activities for above in architecture.hierarchy.lineage(own)})
    parts = _parts(architecture)
    heat = {own.id: _amount("{count} key control points", amounts[own.id], language) for own in parts}
    return _Found(word("Heat map by key controls", language), _count_scale(language), heat)


def _amount(told: str, amount: int, language: str) -> Heat:
    return Heat(_step(amount), str(amount) if amount else "", word(told, language, count=amount))


def _by_maturity(architecture: Architecture, language: str, _: Findings) -> _Found:
    scale = tuple(word("Level {level}", language, level=level) for level in range(1, 6))
    heat = {}
    for own in _parts(architecture):
        assessed = own.maturity or getattr(architecture.hierarchy.parent(own), "maturity", None)
        if assessed and assessed.level:
            step = min(max(assessed.level, 1), len(scale)) - 1
            heat[own.id] = Heat(step, str(assessed.level), scale[step])
    return _Found(word("Heat map by maturity", language), scale, heat, unknown=word("not assessed", language))


def _by_stage(architecture: Architecture, language: str, _: Findings) -> _Found:
    scale = tuple(value_word("stage", own, language) for own in _STAGES)
    heat = {}
    for own in _parts(architecture):
        stage = _stage(architecture, own)
        if stage in _STAGES:
            step = _STAGES.index(stage)
            heat[own.id] = Heat(step, "", scale[step])
    return _Found(word("Heat map by lifecycle stage", language), scale, heat, unknown=word("not stated", language))


def _stage(architecture: Architecture, element: Element) -> str:
    stage = architecture.lifecycle(element).stage
    return "promotion" if stage == "execution" else stage or ""


MEASURES: Mapping[str, Callable[[Architecture, str, Findings], _Found]] = {
    "findings": _by_findings,
    "maturity": _by_maturity,
    "stage": _by_stage,
    "controls": _by_controls,
}
