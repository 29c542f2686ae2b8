"""Parents, children and numbers, in sound architectures and others."""

from ltcarch.loading import load
from tests.projects import write_project


def hierarchy_of(folder, parents: dict[str, str]):
    lines = "".join(f"  - {{id: {own}, name: G, parent: {parent}}}\n" for own, parent in parents.items())
    return load(write_project(folder, {"a.yaml": f"groups:\n{lines}"})).architecture


def test_circles_are_cut_open_at_one_place(tmp_path):
    architecture = hierarchy_of(tmp_path, {"a": "b", "b": "c", "c": "a", "d": "a"})
    hierarchy = architecture.hierarchy
    assert hierarchy.circles == (("a", "b", "c"),)
    assert [own.id for own in hierarchy.in_order] == ["a", "c", "b", "d"]


def test_very_long_lineages_are_cut_and_every_walk_is_short(tmp_path):
    count = 20_000
    parents = {f"g{number}": f"g{number + 1}" for number in range(count)} | {f"g{count}": "nobody"}
    architecture = hierarchy_of(tmp_path, parents)
    hierarchy = architecture.hierarchy
    assert max(len(hierarchy.lineage(own)) for own in architecture.elements.values()) == 65
    assert len(hierarchy.in_order) == count + 1


def test_the_order_of_the_files_does_not_matter_where_a_lineage_is_cut(tmp_path):
    parents = {f"g{number}": f"g{number + 1}" for number in range(200)} | {"g200": "nobody"}
    first = hierarchy_of(tmp_path / "a", parents)
    second = hierarchy_of(tmp_path / "b", dict(reversed(parents.items())))
    roots = [sorted(own.id for own in one.hierarchy.roots) for one in (first, second)]
    assert roots[0] == roots[1]
    assert len(roots[0]) == 4
