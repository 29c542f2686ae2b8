"""Where parties and interfaces of an interface map stand. Graphviz places them; sizes and lettering are ours."""

from collections.abc import Iterator
from dataclasses import replace

from ltcarch.layout.frame import LegendEntry, framed, text_block
from ltcarch.layout.graphviz_engine import Engine
from ltcarch.layout.labelled_graph import Link, arranged
from ltcarch.layout.picture import Box, Connector, Picture, Point, Shape, TextBlock, moved
from ltcarch.layout.theme import THEME
from ltcarch.views.interface_map import Carried, Interface, InterfaceMap, Party
from ltcarch.views.words import word

_SIZES = THEME.map
_DOWN, _UP = "↓", "↑"


def place(view: InterfaceMap, engine: Engine) -> Picture:
    """The parties from top to bottom in the architecture's order, each interface a line with its label on it."""
    parties = [_party(own) for own in view.parties]
    labels = [_label(own, view) for own in view.interfaces]
    index_of = {own.id: index for index, own in enumerate(parties)}
    links = [
        Link(index_of[own.first], index_of[own.second], (label.box.width, label.box.height))
        for own, label in zip(view.interfaces, labels, strict=True)
    ]
    stand = arranged([(own.box.width, own.box.height) for own in parties], links, engine)
    shapes = [_at(parties[index], box) for index, box in sorted(stand.nodes.items())]
    connectors = [
        _connector(own, _at(labels[index], stand.labels[index]), stand.lines[index], view)
        for index, own in enumerate(view.interfaces)
    ]
    return framed(view, shapes, connectors, _legend(view))


def _party(party: Party) -> Shape:
    padding = _SIZES.party_padding
    inner = _SIZES.party_width - 2 * padding
    code = text_block(party.caption, "party-code", padding, padding - 2, inner)
    name = text_block(party.label.name, "party-name", padding, code.box.bottom, inner, 3)
    box = Box(0, 0, _SIZES.party_width, name.box.bottom + padding)
    role = "party" if party.kind == "classification" else "outsider"
    return Shape(party.label.id, role, box, (code, name), party.label.whole, party.of.index)


def _label(interface: Interface, view: InterfaceMap) -> Shape:
    """What flows down, then what flows up, a line or two each."""
    padding = _SIZES.label_padding
    texts: list[TextBlock] = []
    y = padding - 2
    for arrow, carried in ((_DOWN, interface.given), (_UP, interface.taken)):
        for name in _names(carried, view.language):
            texts.append(text_block(arrow, "artifact", padding, y, _SIZES.arrow_width))
            texts.append(text_block(name, "artifact", padding + _SIZES.arrow_width, y, _SIZES.artifact_width, 3))
            y = texts[-1].box.bottom + 1
    box = Box(0, 0, max((text.box.right for text in texts), default=padding) + padding, y + padding - 3)
    return Shape(f"{interface.first}:{interface.second}:label", "interface", box, tuple(texts))


def _names(carried: tuple[Carried, ...], language: str) -> Iterator[str]:
    most = _SIZES.most_artifacts
    shown = carried if len(carried) <= most + 1 else carried[:most]
    yield from (own.name for own in shown)
    if len(shown) < len(carried):
        yield word("{count} more", language, count=len(carried) - len(shown))


def _at(shape: Shape, box: Box) -> Shape:
    return moved(shape, box.x, box.y)


def _connector(interface: Interface, label: Shape, corners: tuple[Point, ...], view: InterfaceMap) -> Connector:
    names = {own.label.id: own.label.name for own in view.parties}
    first, second = names[interface.first], names[interface.second]
    ways = [
        f"{source} → {target}: {word(', ', view.language).join(own.name for own in carried)}"
        for source, target, carried in ((first, second, interface.given), (second, first, interface.taken))
        if carried
    ]
    title = "\n".join(ways)
    return Connector(
        id=f"{interface.first}:{interface.second}",
        role="interface-line",
        source=interface.first,
        target=interface.second,
        corners=corners,
        to_target=bool(interface.given),
        to_source=bool(interface.taken),
        label=replace(label, title=title),
        given=tuple(own.name for own in interface.given),
        taken=tuple(own.name for own in interface.taken),
        title=title,
    )


def _legend(view: InterfaceMap) -> Iterator[LegendEntry]:
    return (LegendEntry(own.name, tone=own.index) for own in view.classes)
