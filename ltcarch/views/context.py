"""The context of a process: who gives it what, and who takes what from it."""

from collections.abc import Iterator
from dataclasses import replace

from ltcarch.model import Architecture, Element, ProcessElement
from ltcarch.model.exchange import Link
from ltcarch.views.classes import Classes
from ltcarch.views.flow_map import Arrow, FlowMap, Stop, Strip
from ltcarch.views.labels import Label, label, numbered
from ltcarch.views.words import word

_KINDS = ("classification", "group", "process", "subprocess")
_MOST_NAMES = 4
"""How many names stand on an arrow."""


def processes_with_context(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The processes of all levels that exchange something with others of their level or with parties outside."""
    linked = {
        end for kind in _KINDS for link in architecture.exchange.links(kind) for end in (link.source, link.target)
    }
    return tuple(own for own in architecture.all(ProcessElement) if own.id in linked)


def context(architecture: Architecture, language: str, process: ProcessElement) -> FlowMap:
    """A process in the middle, those who give on the left, those who take on the right."""
    classes = Classes(architecture, language)
    links = architecture.exchange.links(process.KIND)
    stops: dict[str, Stop] = {}
    arrows: list[Arrow] = []
    for link in (own for own in links if own.target == process.id):
        stops[f"{link.source}:gives"] = _party(architecture, link.source, "gives", language, classes)
        arrows.append(_arrow(architecture, link, f"{link.source}:gives", process.id, language))
    own = label(architecture, process, language)
    stops[process.id] = Stop(own, "", "centre", classes.of(process).index, own.whole)
    for link in (own for own in links if own.source == process.id):
        stops[f"{link.target}:takes"] = _party(architecture, link.target, "takes", language, classes)
        arrows.append(_arrow(architecture, link, process.id, f"{link.target}:takes", language))
    givers = sum(own.target == process.id for own in arrows)
    takers = len(arrows) - givers
    return FlowMap(
        title=numbered(architecture, process, language),
        subtitle=word("Context: who gives, who takes", language),
        description=word("{count} givers and {takers} takers", language, count=givers, takers=takers),
        language=language,
        strips=(Strip("", ""),),
        stops=tuple(_in_the_middle(list(stops.values()), givers, takers)),
        arrows=tuple(arrows),
    )


def _in_the_middle(stops: list[Stop], givers: int, takers: int) -> Iterator[Stop]:
    """The stops in rows: each side by itself in the middle of the height, and so the process."""
    height = max(givers, takers, 1)
    for index, own in enumerate(stops):
        if index < givers:
            yield replace(own, row=(height - givers) // 2 + index)
        elif index == givers:
            yield replace(own, row=(height - 1) // 2)
        else:
            yield replace(own, row=(height - takers) // 2 + index - givers - 1)


def _party(architecture: Architecture, element_id: str, side: str, language: str, classes: Classes) -> Stop:
    element: Element = architecture.elements[element_id]
    named = label(architecture, element, language)
    is_process = isinstance(element, ProcessElement)
    shown = Label(f"{element_id}:{side}", named.code, named.name, named.level)
    tone = classes.of(element).index if is_process else None
    return Stop(shown, "", "process" if is_process else "outsider", tone, named.whole)


def _arrow(architecture: Architecture, link: Link, source: str, target: str, language: str) -> Arrow:
    names = [architecture.name(own, language) for own in link.artifacts]
    names = names or [own.label(language) for own in link.flows]
    shown = names
    if len(names) > _MOST_NAMES:
        shown = [*names[: _MOST_NAMES - 1], word("{count} more", language, count=len(names) - _MOST_NAMES + 1)]
    text = f"{word(', ', language).rstrip()}\n".join(shown)
    return Arrow(f"{source}>{target}", source, target, text, "\n".join(names))
