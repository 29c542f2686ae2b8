"""The shape of the code: imports go down only, and there is no circle among modules."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = [
    {"source", "version"},
    {"diagnostics", "model"},
    {"loading", "rules", "views", "report", "writing"},
    {"engine"},
    {"mending"},
    {"layout"},
    {"render", "interchange"},
    {"publish"},
    {"cli"},
    {"generate", "__main__"},
]
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "ltcarch").rglob("*.py"))
}


def imported(path: Path) -> set[str]:
    """The modules of ltcarch that a module imports, at its top or inside its functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in inner if name in MODULES} or {node.module}
    return {name for name in found if name.split(".")[0] == "ltcarch" and name in MODULES}


def layer_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module):
    own = layer_of(module)
    if own is None:
        return
    assert own in RANK, f"{own} has no place among the layers"
    for other in imported(MODULES[module]):
        target = layer_of(other)
        if target is not None and target != own and (own, target) != ("__main__", "cli"):
            assert RANK[target] < RANK[own], f"{module} imports {other}"


def test_no_circle_among_modules():
    graph = {module: imported(path) - {module} for module, path in MODULES.items()}
    tuple(TopologicalSorter(graph).static_order())


def test_no_module_with_a_name_that_says_nothing():
    nothing = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
    assert [module for module in MODULES if module.rpartition(".")[2] in nothing] == []
