"""Where the five columns of a SIPOC stand, and what is in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ltcarch.layout.frame import framed, text_block
from ltcarch.layout.picture import Box, Connector, Picture, Shape, moved
from ltcarch.layout.text import text_width
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.labels import Label
from ltcarch.views.sipoc import Part, Side, Sipoc, Thing, sipoc_table

_SIZES = THEME.sipoc
_TONES = (1, 0, 2, 0, 1)
"""The tones of the five columns: suppliers look like customers, inputs like outputs."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """What stands in the columns of one side, from y = 0 down to `height`."""

    shapes: tuple[Shape, ...]
    lines: tuple[Connector, ...]
    height: float


def place(view: Sipoc) -> Picture:
    """Heads that point to the right, and below them everything in its column, all sides equally high."""
    if not view.given and not view.taken and not view.parts:
        return framed(view, ())
    lefts = _lefts()
    given, taken = _side(view.given, "given", 0), _side(view.taken, "taken", 3)
    parts = [moved(_part(own), lefts[2] + _SIZES.padding, 0) for own in view.parts]
    inner = sum(own.box.height for own in parts) + _SIZES.gap * max(len(parts) - 1, 0)
    height = max(given.height, taken.height, inner + 2 * _SIZES.padding, _SIZES.least_height)
    top = _SIZES.head_height + _SIZES.below_head
    shapes = [*_heads(view, lefts), *_in_the_middle(given, height, top), *_in_the_middle(taken, height, top)]
    y = top + (height - inner) / 2
    for own in parts:
        shapes.append(moved(own, 0, y))
        y += own.box.height + _SIZES.gap
    panel = Box(lefts[2], top + (height - inner) / 2 - _SIZES.padding, _SIZES.widths[2], inner + 2 * _SIZES.padding)
    lines = (*_lines(given, height, top), *_lines(taken, height, top))
    ground = Shape("picture:process", "sipoc-process", panel, (), view.title, _TONES[2])
    placed = framed(view, shapes, lines, direction="right", grounds=(ground,) if parts else ())
    return replace(placed, table=sipoc_table(view))


def _lefts() -> list[float]:
    lefts = [0.0]
    for width in _SIZES.widths[:-1]:
        lefts.append(lefts[-1] + width + _SIZES.column_gap)
    return lefts


def _heads(view: Sipoc, lefts: list[float]) -> Iterator[Shape]:
    for index, (name, x, width) in enumerate(zip(view.heads, lefts, _SIZES.widths, strict=True)):
        box = Box(x, 0, width + _SIZES.column_gap - 4, _SIZES.head_height)
        letter = text_block("SIPOC"[index], "sipoc-letter", x + 14, (box.height - 26) / 2, 30)
        room = width - letter.box.width - 40
        text = text_block(name, "sipoc-head", letter.box.right + 9, (box.height - 18) / 2 + 1, room)
        yield Shape(f"picture:head-{index + 1}", "sipoc-head", box, (letter, text), name, _TONES[index])


def _in_the_middle(side: _Placed, height: float, top: float) -> Iterator[Shape]:
    return (moved(own, 0, top + (height - side.height) / 2) for own in side.shapes)


def _lines(side: _Placed, height: float, top: float) -> Iterator[Connector]:
    down = top + (height - side.height) / 2
    return (replace(own, corners=tuple((x, y + down) for x, y in own.corners)) for own in side.lines)


def _side(sides: tuple[Side, ...], key: str, first: int) -> _Placed:
    """Parties beside what they exchange: the parties at the left for suppliers, at the right for customers."""
    lefts = _lefts()
    party_column, thing_column = (first, first + 1) if key == "given" else (first + 1, first)
    shapes: list[Shape] = []
    lines: list[Connector] = []
    y = 0.0
    for index, side in enumerate(sides):
        things = _stacked([_thing(own, f"{key}:{index}") for own in side.things], lefts[thing_column])
        parties = _stacked([_party(own, f"{key}:{index}") for own in side.parties], lefts[party_column])
        heights = [own[-1].box.bottom if own else 0.0 for own in (things, parties)]
        height = max(heights)
        things = [moved(own, 0, y + (height - heights[0]) / 2) for own in things]
        parties = [moved(own, 0, y + (height - heights[1]) / 2) for own in parties]
        shapes += [*parties, *things]
        lines += _joined(parties, things, key)
        y += height + _SIZES.side_gap
    return _Placed(tuple(shapes), tuple(lines), max(y - _SIZES.side_gap, 0.0))


def _joined(parties: list[Shape], things: list[Shape], key: str) -> Iterator[Connector]:
    """Lines from every party to every thing that they exchange."""
    for party in parties:
        for thing in things:
            source, target = (party, thing) if key == "given" else (thing, party)
            start = (source.box.right, source.box.centre[1])
            end = (target.box.x, target.box.centre[1])
            middle = (start[0] + end[0]) / 2
            level = abs(start[1] - end[1]) < 1
            corners = (start, (end[0], start[1])) if level else (start, (middle, start[1]), (middle, end[1]), end)
            yield Connector(f"{source.id}>{target.id}", "branch-line", source.id, target.id, corners)


def _stacked(shapes: list[Shape], x: float) -> list[Shape]:
    placed: list[Shape] = []
    y = 0.0
    for own in shapes:
        placed.append(moved(own, x, y))
        y += own.box.height + _SIZES.gap
    return placed


def _party(own: Label, key: str) -> Shape:
    role, tone = ("sipoc-party", _TONES[0]) if own.level else ("sipoc-outsider", None)
    return _card(f"{key}:{own.id}", role, own.code, own.name, "", own.whole, _SIZES.widths[0], tone)


def _thing(own: Thing, key: str) -> Shape:
    tip = f"{own.name} ({own.id})" + (f"\n{own.note}" if own.note else "")
    state = f":{own.note}" if own.note else ""
    return _card(f"{key}:{own.id}{state}", "sipoc-thing", "", own.name, own.note, tip, _SIZES.widths[1], _TONES[1])


def _part(own: Part) -> Shape:
    width = _SIZES.widths[2] - 2 * _SIZES.padding
    tip = f"{own.label.whole}\n{own.note}" if own.note else own.label.whole
    return _card(own.label.id, "sipoc-part", own.label.code, own.label.name, own.note, tip, width, _TONES[2])


def _card(own: str, role: str, code: str, name: str, note: str, tip: str, width: float, tone: int | None) -> Shape:
    """A box with a name beside its code, and a note below."""
    padding, y = _SIZES.padding, _SIZES.inset
    texts = []
    left = padding
    if code:
        room = min(text_width(code, TEXTS["row-code"]), _SIZES.code_width)
        texts.append(text_block(code, "row-code", padding, y, room))
        left += room + _SIZES.code_gap
    texts.append(
        text_block(name, "sipoc-name" if role != "sipoc-thing" else "row-name", left, y, width - left - padding, 3)
    )
    if note:
        texts.append(text_block(note, "cell-quiet", left, texts[-1].box.bottom, width - left - padding, 2))
    return Shape(own, role, Box(0, 0, width, texts[-1].box.bottom + _SIZES.inset), tuple(texts), tip, tone)
