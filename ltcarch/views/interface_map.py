"""The interface map: what the L1 processes give to one another and to parties outside."""

from dataclasses import dataclass

from ltcarch.model import Architecture, Classification, Element
from ltcarch.model.exchange import Link
from ltcarch.views.classes import Classes, ProcessClass
from ltcarch.views.labels import Label, label
from ltcarch.views.words import value_word, word


@dataclass(frozen=True, slots=True)
class Party:
    """One side of interfaces: a process, or somebody beside the processes, as `kind` says.

    `caption` stands over the name: the process's mark, or what kind of party it is.
    """

    label: Label
    kind: str
    caption: str
    of: ProcessClass


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing that flows: an artifact, or a flow whose artifacts are not stated."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Interface:
    """All that flows between two parties, either way. `first` stands before `second` in the architecture's order."""

    first: str
    second: str
    given: tuple[Carried, ...]
    taken: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class InterfaceMap:
    """Who gives what to whom."""

    title: str
    subtitle: str
    description: str
    language: str
    parties: tuple[Party, ...]
    interfaces: tuple[Interface, ...]
    classes: tuple[ProcessClass, ...]


def interface_map(architecture: Architecture, language: str) -> InterfaceMap:
    """The interface map in one language: every L1, and the parties outside that exchange something with one."""
    classes = Classes(architecture, language)
    links = architecture.exchange.links("classification")
    ids = [own.id for own in architecture.all(Classification)]
    ids += [own for own in dict.fromkeys(end for link in links for end in (link.source, link.target)) if own not in ids]
    place = {own: index for index, own in enumerate(ids)}
    parties = tuple(_party(architecture, architecture.elements[own], classes, language) for own in ids)
    interfaces = _interfaces(architecture, links, place, language)
    used = {party.of for party in parties}
    return InterfaceMap(
        title=architecture.company.label(language),
        subtitle=word("Interface map", language),
        description=word(
            "{count} interfaces between {parties} parties", language, count=len(interfaces), parties=len(parties)
        ),
        language=language,
        parties=parties,
        interfaces=interfaces,
        classes=tuple(own for own in classes.all if own.index is not None and own in used),
    )


def _party(architecture: Architecture, element: Element, classes: Classes, language: str) -> Party:
    own = label(architecture, element, language)
    caption = own.code or value_word("party", element.KIND, language)
    return Party(own, element.KIND, caption, classes.of(element))


def _interfaces(
    architecture: Architecture, links: tuple[Link, ...], place: dict[str, int], language: str
) -> tuple[Interface, ...]:
    between: dict[tuple[str, str], dict[bool, tuple[Carried, ...]]] = {}
    for link in links:
        forward = place[link.source] < place[link.target]
        pair = (link.source, link.target) if forward else (link.target, link.source)
        between.setdefault(pair, {})[forward] = _carried(architecture, link, language)
    ordered = sorted(between.items(), key=lambda item: (place[item[0][0]], place[item[0][1]]))
    return tuple(Interface(first, second, ways.get(True, ()), ways.get(False, ())) for (first, second), ways in ordered)


def _carried(architecture: Architecture, link: Link, language: str) -> tuple[Carried, ...]:
    """The artifacts of a link; where none is stated, its flows by name, or by the kind of what flows."""
    artifacts = tuple(Carried(own, architecture.name(own, language)) for own in link.artifacts)
    return artifacts or tuple(
        Carried(flow.id, flow.label(language) if flow.name else value_word("flow", flow.kind or flow.id, language))
        for flow in link.flows
    )
