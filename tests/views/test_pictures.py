"""What pictures show, before anybody asks where."""

import pytest

from ltcarch.loading import load
from ltcarch.views.hierarchy_tree import hierarchy_tree
from ltcarch.views.interface_map import interface_map
from ltcarch.views.labels import level_name
from ltcarch.views.process_house import process_house
from tests.pictures import architecture_of
from tests.projects import write_project

AXES = "axes: {nature: [own], class: {name: {en: Class, zh: 类别}, values: [core, help, rare]}}\n"
PROJECT = f"ltcarch: 1\nname: {{en: Example, zh: 样例}}\nlanguages: [en, zh]\n{AXES}"
PROCESSES = """
classifications:
  - id: B
    name: {en: Help out, zh: 帮忙}
    axes: {class: help, nature: own}
    outputs: [{artifact: advice, to: A}]
    groups: [{id: B.1, name: Listen}]
  - id: A
    name: {en: Do the work, zh: 干活}
    axes: {class: core}
    inputs: [{artifact: order, from: client}]
    outputs: [{artifact: goods, to: client}, {artifact: question, to: B}]
    groups:
      - id: A.1
        name: Begin
        processes: [{id: A.1.1, name: Open}, {id: A.1.2, name: Close}]
  - {id: C, name: Lost, axes: {class: unheard_of}}
artifacts:
  - {id: advice, name: Advice}
  - {id: order, name: Order}
  - {id: goods, name: Goods}
  - {id: question, name: Question}
externals: [{id: client, name: {en: Client, zh: 客户}}]
"""


@pytest.fixture
def example(tmp_path):
    return load(write_project(tmp_path, {"ltcarch.yaml": PROJECT, "all.yaml": PROCESSES})).architecture


def test_bands_are_the_values_of_the_class_axis_in_its_order(example):
    house = process_house(example, "en")
    assert (house.title, house.subtitle) == ("Example", "Process house")
    assert [(band.of.name, [tile.label.id for tile in band.tiles]) for band in house.bands] == [
        ("core", ["A"]),
        ("help", ["B"]),
        ("Not classified", ["C"]),
    ]
    assert [part.name for part in house.bands[0].tiles[0].parts] == ["Begin"]


def test_another_axis_makes_other_bands(example):
    house = process_house(example, "zh", "nature")
    assert [(band.of.name, len(band.tiles)) for band in house.bands] == [("own", 1), ("未归类", 2)]
    assert house.subtitle == "流程全景图（按nature）"


def test_without_any_axis_there_is_one_nameless_band(tmp_path):
    folder = write_project(tmp_path, {"ltcarch.yaml": "ltcarch: 1\nname: X\n", "all.yaml": PROCESSES})
    house = process_house(load(folder).architecture, "en")
    assert [(band.of.name, len(band.tiles)) for band in house.bands] == [("", 3)]


def test_labels_carry_number_id_and_name(example):
    tile = process_house(example, "zh").bands[0].tiles[0]
    assert (tile.label.code, tile.label.name, tile.label.whole) == ("1 · A", "干活", "1 干活 (A)")
    assert tile.parts[0].code == "1.1"


def test_a_tree_shows_so_many_levels_and_counts_the_rest(example):
    tree = hierarchy_tree(example, "en", example.get("A"), depth=1)
    assert tree.subtitle == "Hierarchy of Do the work"
    assert [(node.label.id, node.hidden) for node in tree.root.children] == [("A.1", 2)]
    assert [heading.level for heading in tree.levels] == [1, 2]
    whole = hierarchy_tree(example, "en", example.get("A"))
    assert [node.label.id for node in whole.root.children[0].children] == ["A.1.1", "A.1.2"]
    assert whole.root.children[0].hidden == 0


def test_the_tree_of_the_company_begins_with_it(example):
    tree = hierarchy_tree(example, "zh", depth=1)
    assert (tree.root.label.name, tree.root.label.code) == ("样例", "")
    assert [node.label.id for node in tree.root.children] == ["A", "B", "C"]
    assert [own.name for own in tree.classes] == ["core", "help"]


def test_levels_are_called_as_the_company_calls_them():
    starter = architecture_of("examples/starter")
    assert level_name(starter, "classification", "zh") == "流程域"
    assert level_name(starter, "group", "zh") == "流程组"


def test_the_map_combines_what_flows_between_two_parties(example):
    view = interface_map(example, "en")
    assert [party.label.id for party in view.parties] == ["A", "B", "C", "client"]
    between = {(own.first, own.second): (own.given, own.taken) for own in view.interfaces}
    names = {pair: [[one.name for one in way] for way in ways] for pair, ways in between.items()}
    assert names == {("A", "B"): [["Question"], ["Advice"]], ("A", "client"): [["Goods"], ["Order"]]}


def test_parties_outside_are_told_apart(example):
    party = interface_map(example, "zh").parties[-1]
    assert (party.caption, party.label.name, party.of.index) == ("外部相关方", "客户", None)


def test_flows_without_artifacts_show_what_kind_they_are():
    view = interface_map(architecture_of("models/reference"), "zh")
    carried = {
        (own.first, own.second): [one.name for one in (*own.given, *own.taken)]
        for own in view.interfaces
        if own.first.endswith("_class")
    }
    assert {frozenset(names) for names in carried.values()} == {frozenset({"需求", "支持"})}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_reference_map_shows_every_required_interface(language):
    architecture = architecture_of("models/reference")
    view = interface_map(architecture, language)
    flows = {(own.first, own.second, one.id) for own in view.interfaces for one in own.given}
    flows |= {(own.second, own.first, one.id) for own in view.interfaces for one in own.taken}
    for required in architecture.project.required_interfaces:
        assert (required.from_, required.to, required.artifact) in flows
