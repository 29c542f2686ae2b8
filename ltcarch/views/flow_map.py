"""Maps of what follows what, above the level of activities: the processes of a group or classification."""

from collections.abc import Iterator
from dataclasses import dataclass

from ltcarch.model import Architecture, Classification, Element, Group, ProcessElement
from ltcarch.views.classes import Classes
from ltcarch.views.labels import Label, label, numbered
from ltcarch.views.words import word


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that a map leads through; `lane` is the id of what it belongs to, `tone` the place of its class.

    `form` is process, outsider, centre, state or start; `notes` are short lines below the name. `row` is where it
    stands in its lane, if the view says so for all of its stops.
    """

    label: Label
    lane: str
    form: str = "process"
    tone: int | None = None
    tip: str = ""
    notes: tuple[str, ...] = ()
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """What leads from one stop to another, with a text on it; `tip` is all that is known of it."""

    id: str
    source: str
    target: str
    text: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """One lane: what its stops belong to. A map with a single nameless lane shows none."""

    id: str
    name: str
    tone: int | None = None
    tip: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class FlowMap:
    """Stops in lanes, and arrows between them. If it is wrapped, lanes follow one another like lines of text."""

    title: str
    subtitle: str
    description: str
    language: str
    strips: tuple[Strip, ...]
    stops: tuple[Stop, ...]
    arrows: tuple[Arrow, ...]
    is_wrapped: bool = False


def groups_with_sequence(architecture: Architecture) -> Iterator[ProcessElement]:
    """The classifications and groups within which something leads on."""
    for own in architecture.all(ProcessElement):
        if isinstance(own, (Classification, Group)) and any(_sequence(architecture, own, "en")):
            yield own


def sequence_map(architecture: Architecture, language: str, whole: ProcessElement) -> FlowMap:
    """In which order the processes of a classification or group run; a classification's groups are the lanes."""
    classes = Classes(architecture, language)
    members = _members(architecture, whole)
    arrows = tuple(_sequence(architecture, whole, language))
    lanes = dict.fromkeys(_lane(architecture, own, whole) for own in members)
    tone = classes.of(whole).index
    strips = tuple(_strip(architecture, own, language, tone) for own in lanes) if len(lanes) > 1 else (Strip("", ""),)
    stops = tuple(
        Stop(own_label, _lane(architecture, own, whole) if len(lanes) > 1 else "", tone=tone, tip=own_label.whole)
        for own in members
        for own_label in (label(architecture, own, language),)
    )
    names = {own.label.id: own.label.name for own in stops}
    told = (f"{names[own.source]} → {names[own.target]}" for own in arrows)
    return FlowMap(
        title=numbered(architecture, whole, language),
        subtitle=word("Process sequence", language),
        description=word("; ", language).join(told),
        language=language,
        strips=strips,
        stops=stops,
        arrows=arrows,
        is_wrapped=True,
    )


def _members(architecture: Architecture, whole: ProcessElement) -> list[ProcessElement]:
    """The processes in it; a group without any stands for itself."""
    found: list[ProcessElement] = []
    for child in architecture.hierarchy.children(whole):
        below = _members(architecture, child) if isinstance(child, Group) else []
        found += below or ([child] if isinstance(child, ProcessElement) else [])
    return found


def _lane(architecture: Architecture, member: ProcessElement, whole: ProcessElement) -> str:
    """The id of the group around a process, where the map is of a classification; else nothing."""
    parent = architecture.hierarchy.parent(member)
    return parent.id if parent and parent is not whole else whole.id


def _strip(architecture: Architecture, group_id: str, language: str, tone: int | None) -> Strip:
    own = label(architecture, architecture.elements[group_id], language)
    return Strip(group_id, own.name, tone, own.whole, own.code.partition(" · ")[0])


def _sequence(architecture: Architecture, whole: ProcessElement, language: str) -> Iterator[Arrow]:
    """What `next` says; where it says nothing between these processes, what flows between them."""
    members = _members(architecture, whole)
    stated = list(_stated(architecture, members, language))
    yield from stated or _flowing(architecture, members, language)


def _stated(architecture: Architecture, members: list[ProcessElement], language: str) -> Iterator[Arrow]:
    ids = {own.id for own in members}
    first = {above.id: own.id for own in reversed(members) for above in architecture.hierarchy.lineage(own)}
    texts: dict[tuple[str, str], list[str]] = {}
    for own in members:
        for way in own.next:
            target = first.get(way.to or "")
            if target in ids:
                ends = (end.name.in_language(language) for end in own.ends if end.id == way.on and end.name)
                condition = way.when.in_language(language) if way.when else ""
                text = word(", ", language).join(filter(None, (next(ends, way.on or ""), condition)))
                texts.setdefault((own.id, target), []).append(text)
    for (source, target), found in texts.items():
        text = word(" / ", language).join(dict.fromkeys(filter(None, found)))
        yield Arrow(f"{source}>{target}", source, target, text, text)


def _flowing(architecture: Architecture, members: list[ProcessElement], language: str) -> Iterator[Arrow]:
    ids = [own.id for own in members]
    for kind in dict.fromkeys(own.KIND for own in members):
        for link in architecture.exchange.links(kind):
            if link.source in ids and link.target in ids:
                yield _carrying(architecture, link.source, link.target, link.artifacts, language)


def end_to_end_chain(architecture: Architecture, language: str, whole: ProcessElement) -> FlowMap:
    """How a classification works together with others: its groups and theirs, with what flows between them.

    Whoever gives and takes stands there twice, on the left and on the right.
    """
    classes = Classes(architecture, language)
    children = architecture.hierarchy.children(whole)
    members = {own.id for own in children}
    stops = {own.id: _stop(architecture, own, own.id, language, classes) for own in children}
    arrows: list[Arrow] = []
    for link in architecture.exchange.links("group"):
        if link.source not in stops and link.target not in stops:
            continue
        ends = []
        for own, side in ((link.source, "gives"), (link.target, "takes")):
            inside = own in members
            ends.append(own if inside else f"{own}:{side}")
            if not inside and architecture.get(own):
                stops.setdefault(ends[-1], _stop(architecture, architecture.elements[own], ends[-1], language, classes))
        if all(end in stops for end in ends):
            arrows.append(_carrying(architecture, ends[0], ends[1], link.artifacts, language))
    used = {end for own in arrows for end in (own.source, own.target)}
    shown = tuple(own for key, own in stops.items() if key in used)
    lanes = dict.fromkeys(own.lane for own in shown)
    return FlowMap(
        title=numbered(architecture, whole, language),
        subtitle=word("End-to-end chain with its neighbours", language),
        description=word("{count} interfaces with {parties} parties", language, count=len(arrows), parties=len(lanes)),
        language=language,
        strips=tuple(_party(architecture, own, language, classes) for own in lanes),
        stops=shown,
        arrows=tuple(arrows),
    )


def _stop(architecture: Architecture, element: Element, own: str, language: str, classes: Classes) -> Stop:
    """A stop under an id of its own, for an element that may have two."""
    named = label(architecture, element, language)
    around = architecture.hierarchy.classification(element) if isinstance(element, ProcessElement) else None
    tone = classes.of(element).index if around else None
    shown = Label(own, named.code, named.name, named.level)
    return Stop(shown, around.id if around else "", "process" if around else "outsider", tone, named.whole)


def _party(architecture: Architecture, lane: str, language: str, classes: Classes) -> Strip:
    if not lane:
        return Strip("", word("Outside", language))
    own = label(architecture, architecture.elements[lane], language)
    return Strip(lane, own.name, classes.of(architecture.elements[lane]).index, own.whole, own.code)


def _carrying(architecture: Architecture, source: str, target: str, artifacts: tuple[str, ...], language: str) -> Arrow:
    """An arrow with the first artifact on it, and all in its tip."""
    names = [architecture.name(own, language) for own in artifacts]
    text = names[0] if names else ""
    if len(names) > 1:
        text = word("{name} and {count} more", language, name=text, count=len(names) - 1)
    return Arrow(f"{source}>{target}", source, target, text, "\n".join(names))


def chained_classifications(architecture: Architecture) -> Iterator[ProcessElement]:
    """The classifications that exchange something, group by group."""
    ends = {own for link in architecture.exchange.links("group") for own in (link.source, link.target)}
    for own in architecture.all(Classification):
        if any(child.id in ends for child in architecture.hierarchy.children(own)):
            yield own
