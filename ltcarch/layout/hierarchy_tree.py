"""Where the nodes of a hierarchy tree stand: a column a level, from left to right."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from ltcarch.layout.frame import LegendEntry, framed, text_block
from ltcarch.layout.picture import Box, Connector, Picture, Shape, moved, moved_connector
from ltcarch.layout.text import text_width, widest, wrap
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.hierarchy_tree import HierarchyTree, LevelHeading, Node
from ltcarch.views.words import word

_SIZES = THEME.tree
_HEADING_BEYOND = _SIZES.column_gap - 12
"""How far the name of a level may reach beyond its column."""


@dataclass(frozen=True, slots=True)
class _Column:
    """The room of one level: where it begins, and how wide codes, names and boxes are."""

    x: float
    code: float
    width: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A node with everything below it, from y = 0 down to `height`."""

    node: Shape
    below: tuple[Shape, ...]
    lines: tuple[Connector, ...]
    height: float


def place(tree: HierarchyTree) -> Picture:
    """The tree with its root at the left; elements of one level stand in one column, under the level's name."""
    columns = _columns(tree)
    placed = _subtree(tree.root, columns, tree.language, is_root=True)
    down = TEXTS["heading"].line + _SIZES.heading_gap if any(own.name for own in tree.levels) else 0
    shapes = (*_headings(tree, columns), *(moved(shape, 0, down) for shape in (placed.node, *placed.below)))
    lines = tuple(moved_connector(line, 0, down) for line in placed.lines)
    legend = [LegendEntry(own.name, tone=own.index) for own in tree.classes] if len(tree.classes) > 1 else []
    hidden = next((node for node in _walk(tree.root) if node.hidden), None)
    if hidden:
        legend.append(LegendEntry(word("So many more below", tree.language), "more", mark=_more(hidden)))
    return framed(tree, shapes, lines, legend, direction="right")


def _columns(tree: HierarchyTree) -> dict[int, _Column]:
    by_level: dict[int, list[Node]] = {}
    for node in _walk(tree.root):
        by_level.setdefault(node.label.level, []).append(node)
    columns: dict[int, _Column] = {}
    x = 0.0
    for heading in tree.levels:
        code, width = _room(by_level[heading.level], tree.root)
        title = min(text_width(_heading(heading), TEXTS["heading"]), _SIZES.name_width)
        columns[heading.level] = _Column(x, code, max(width, ceil(title) - _HEADING_BEYOND))
        x += columns[heading.level].width + _SIZES.column_gap
    return columns


def _room(nodes: list[Node], root: Node) -> tuple[float, float]:
    """How wide the codes and the boxes of one level are."""
    code = name = more = 0.0
    for node in nodes:
        style = TEXTS[_name_style(node, node is root)]
        code = max(code, min(text_width(node.label.code, TEXTS[_code_style(node is root)]), _SIZES.code_width))
        name = max(name, widest(wrap(node.label.name, style, _SIZES.name_width, 2), style))
        more = max(more, text_width(_more(node), TEXTS["more"]))
    inner = sum(part + _SIZES.code_gap for part in (code, more) if part) + name
    return code, ceil(inner) + 2 * _SIZES.padding


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _name_style(node: Node, is_root: bool) -> str:
    return "root-name" if is_root else "branch-name" if node.children else "node-name"


def _code_style(is_root: bool) -> str:
    return "root-code" if is_root else "node-code"


def _more(node: Node) -> str:
    return f"+{node.hidden}" if node.hidden else ""


def _headings(tree: HierarchyTree, columns: dict[int, _Column]) -> Iterator[Shape]:
    for heading in (own for own in tree.levels if own.name):
        column = columns[heading.level]
        text = text_block(_heading(heading), "heading", column.x + 1, 0, column.width + _HEADING_BEYOND)
        yield Shape(f"picture:level-{heading.level}", "head", text.box, (text,), _heading(heading))


def _heading(heading: LevelHeading) -> str:
    return f"L{heading.level} {heading.name}" if heading.name else ""


def _subtree(node: Node, columns: dict[int, _Column], language: str, *, is_root: bool = False) -> _Placed:
    own = _node(node, columns[node.label.level], language, is_root)
    if not node.children:
        return _Placed(own, (), (), own.box.height)
    families = [_subtree(child, columns, language) for child in node.children]
    gaps = [_SIZES.family_gap if one.below or other.below else _SIZES.row_gap for one, other in pairwise(families)]
    block = sum(family.height for family in families) + sum(gaps)
    height = max(block, own.box.height)
    y = (height - block) / 2
    children: list[Shape] = []
    below: list[Shape] = []
    lines: list[Connector] = []
    for family, gap in zip(families, [*gaps, 0.0], strict=True):
        children.append(moved(family.node, 0, y))
        below += [children[-1], *(moved(shape, 0, y) for shape in family.below)]
        lines += [moved_connector(line, 0, y) for line in family.lines]
        y += family.height + gap
    middle = (children[0].box.centre[1] + children[-1].box.centre[1]) / 2
    top = min(max(middle - own.box.height / 2, 0), height - own.box.height)
    own = moved(own, 0, top)
    return _Placed(own, tuple(below), (*(_branch(own, child) for child in children), *lines), height)


def _node(node: Node, column: _Column, language: str, is_root: bool) -> Shape:
    role = "root" if is_root else "branch" if node.children else "node"
    style = _name_style(node, is_root)
    left = column.x + _SIZES.padding
    name_left = left + (column.code + _SIZES.code_gap if column.code else 0)
    more = text_width(_more(node), TEXTS["more"])
    room = column.x + column.width - _SIZES.padding - name_left - (more + _SIZES.code_gap if more else 0)
    name = text_block(node.label.name, style, name_left, _SIZES.inset, room, 2)
    texts = [name]
    if node.label.code:
        code = text_block(node.label.code, _code_style(is_root), left, _SIZES.inset, column.code)
        texts.insert(0, code)
    if more:
        texts.append(
            text_block(_more(node), "more", column.x + column.width - _SIZES.padding - more, _SIZES.inset, more)
        )
    box = Box(column.x, 0, column.width, name.box.height + 2 * _SIZES.inset)
    return Shape(node.label.id, role, box, tuple(texts), _title(node, language), node.of.index)


def _title(node: Node, language: str) -> str:
    return (
        f"{node.label.whole}\n{word('{count} more below', language, count=node.hidden)}"
        if node.hidden
        else node.label.whole
    )


def _branch(parent: Shape, child: Shape) -> Connector:
    start, end = (parent.box.right, parent.box.centre[1]), (child.box.x, child.box.centre[1])
    bend = start[0] + _SIZES.column_gap / 2
    level = abs(start[1] - end[1]) < 1
    corners = (start, (end[0], start[1])) if level else (start, (bend, start[1]), (bend, end[1]), end)
    return Connector(f"{parent.id}:{child.id}", "branch-line", parent.id, child.id, corners)
