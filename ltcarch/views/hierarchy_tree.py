"""The hierarchy tree: an element and what it consists of, level by level."""

from collections.abc import Iterator
from dataclasses import dataclass

from ltcarch.model import Architecture, Company, Element
from ltcarch.views.classes import Classes, ProcessClass
from ltcarch.views.labels import Label, label, level_name
from ltcarch.views.words import word


@dataclass(frozen=True, slots=True)
class Node:
    """One element of the tree; `hidden` counts the children that are not shown."""

    label: Label
    of: ProcessClass
    children: tuple["Node", ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class LevelHeading:
    """A level that occurs in the tree, and what it is called."""

    level: int
    name: str


@dataclass(frozen=True, slots=True)
class HierarchyTree:
    """The tree below one element."""

    title: str
    subtitle: str
    description: str
    language: str
    root: Node
    levels: tuple[LevelHeading, ...]
    classes: tuple[ProcessClass, ...]


def hierarchy_tree(
    architecture: Architecture, language: str, root: Element | None = None, depth: int | None = None
) -> HierarchyTree:
    """The tree below an element, or below the company; `depth` counts the levels shown below the root."""
    classes = Classes(architecture, language)
    top = root or architecture.company

    def node(element: Element, left: int | None) -> Node:
        below = _children(architecture, element)
        shown = () if left == 0 else below
        children = tuple(node(child, None if left is None else left - 1) for child in shown)
        own = label(architecture, element, language)
        return Node(own, classes.of(element), children, 0 if shown else len(below))

    tree = node(top, depth)
    nodes = tuple(_walk(tree))
    return HierarchyTree(
        title=architecture.company.label(language),
        subtitle=word("Hierarchy of {name}", language, name=top.label(language))
        if root
        else word("Process hierarchy", language),
        description=word(
            "{name} with {count} elements below it", language, name=top.label(language), count=len(nodes) - 1
        ),
        language=language,
        root=tree,
        levels=tuple(_headings(architecture, nodes, language)),
        classes=tuple(own for own in classes.all if own.index is not None and any(node.of == own for node in nodes)),
    )


def _children(architecture: Architecture, element: Element) -> tuple[Element, ...]:
    hierarchy = architecture.hierarchy
    if isinstance(element, Company):
        return tuple(root for root in hierarchy.roots if root.KIND == "classification")
    return hierarchy.children(element)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _headings(architecture: Architecture, nodes: tuple[Node, ...], language: str) -> Iterator[LevelHeading]:
    kinds = {node.label.level: architecture.elements[node.label.id].KIND for node in nodes}
    for level, kind in sorted(kinds.items()):
        yield LevelHeading(level, level_name(architecture, kind, language))
