"""The KPI tree: which KPI drives which, with its target."""

from ltcarch.model import Architecture, Kpi
from ltcarch.views.amounts import number
from ltcarch.views.classes import ProcessClass
from ltcarch.views.hierarchy_tree import HierarchyTree, LevelHeading, Node
from ltcarch.views.labels import Label
from ltcarch.views.words import value_word, word

_DEEPEST = 12
_NO_CLASS = ProcessClass("", "", None)


def kpi_tree(architecture: Architecture, language: str) -> HierarchyTree:
    """All KPIs in one language, each below the one that it drives; in a circle of KPIs the first is the top."""
    kpis = {own.id: own for own in architecture.all(Kpi)}
    below: dict[str, list[Kpi]] = {}
    for own in kpis.values():
        below.setdefault(own.parent if own.parent in kpis else "", []).append(own)
    shown: set[str] = set()

    def node(kpi: Kpi, level: int) -> Node:
        shown.add(kpi.id)
        children = [own for own in below.get(kpi.id, ()) if own.id not in shown]
        label = Label(kpi.id, _target(kpi, language), kpi.label(language), level)
        if level == _DEEPEST:
            shown.update(own.id for own in children)
            return Node(label, _NO_CLASS, (), len(children))
        return Node(label, _NO_CLASS, tuple(node(own, level + 1) for own in children if own.id not in shown), 0)

    company = architecture.company
    tops = [node(own, 1) for own in below.get("", ())]
    tops += [node(own, 1) for own in kpis.values() if own.id not in shown]
    root = Node(Label(company.id, "", company.label(language)), _NO_CLASS, tuple(tops), 0)
    return HierarchyTree(
        title=company.label(language),
        subtitle=word("KPI tree", language),
        description=word("{count} KPIs", language, count=len(kpis)),
        language=language,
        root=root,
        levels=tuple(LevelHeading(level, "") for level in range(_depth(root) + 1)),
        classes=(),
    )


def _depth(node: Node) -> int:
    return max((1 + _depth(child) for child in node.children), default=0)


def _target(kpi: Kpi, language: str) -> str:
    """The target as a short mark: a number with its unit."""
    if isinstance(kpi.target, (int, float)):
        named = value_word("unit", kpi.unit or "", language)
        unit = "%" if kpi.unit in ("%", "percent") else f" {named}" if named.isascii() else named
        sign = {"higher": "≥ ", "lower": "≤ "}.get(kpi.direction or "", "")
        return f"{sign}{number(kpi.target)}{unit}".strip()
    return ""
