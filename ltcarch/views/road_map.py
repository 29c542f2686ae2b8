"""The road map of a change: its steps in their order, with dates, units and results."""

from collections.abc import Iterator
from itertools import pairwise

from ltcarch.model import Architecture, Change
from ltcarch.model.parts import ChangeStep
from ltcarch.views.flow_map import Arrow, FlowMap, Stop, Strip
from ltcarch.views.labels import Label
from ltcarch.views.words import value_word, word

_MOST_RESULTS = 3


def changes_with_steps(architecture: Architecture) -> tuple[Change, ...]:
    """The changes that have a road map."""
    return tuple(own for own in architecture.all(Change) if own.steps)


def road_map(architecture: Architecture, language: str, change: Change) -> FlowMap:
    """The steps of a change, one after the other."""
    steps = [own for own in change.steps if own.id]
    stops = [
        Stop(
            Label(str(own.id), f"{index + 1}", own.name.in_language(language) if own.name else str(own.id)),
            "",
            notes=tuple(_notes(architecture, own, language)),
            tip="\n".join(architecture.name(result, language) for result in own.results),
        )
        for index, own in enumerate(steps)
    ]
    arrows = [Arrow(f"{one.label.id}>{other.label.id}", one.label.id, other.label.id) for one, other in pairwise(stops)]
    return FlowMap(
        title=change.label(language),
        subtitle=word("Road map of a change", language),
        description=word("; ", language).join(own.label.name for own in stops),
        language=language,
        strips=(Strip("", ""),),
        stops=tuple(stops),
        arrows=tuple(arrows),
    )


def _notes(architecture: Architecture, step: ChangeStep, language: str) -> Iterator[str]:
    if step.starts and step.ends:
        yield word("{start} to {end}", language, start=step.starts, end=step.ends)
    elif step.starts:
        yield word("from {start}", language, start=step.starts)
    elif step.ends:
        yield word("until {end}", language, end=step.ends)
    if step.status:
        yield value_word("change_step", step.status, language)
    if step.units:
        yield word(", ", language).join(architecture.name(own, language) for own in step.units)
    for own in step.results[:_MOST_RESULTS]:
        yield f"→ {architecture.name(own, language)}"
    if len(step.results) > _MOST_RESULTS:
        yield word("{count} more", language, count=len(step.results) - _MOST_RESULTS)
