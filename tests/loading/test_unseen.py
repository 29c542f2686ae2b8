"""What could not be taken in is called neither unknown nor missing."""

from ltcarch.engine import run
from ltcarch.loading import load
from tests.projects import PROJECT, write_project

DRAFT = PROJECT.replace("strict", "draft")


def codes(folder, files):
    return [(found.code, found.location.source.path) for found in run(load(write_project(folder, files))).diagnostics]


def test_ids_of_a_file_that_cannot_be_read_are_not_unknown(tmp_path):
    files = {
        "ltcarch.yaml": DRAFT,
        "a.yaml": "activities: [{id: A, name: Ask, role: r}, {id: B, name: Tell, role: s}]",
        "b.yaml": "roles:\n  - {id: r, name: R}\n  - {id: q, name: [}\n",
    }
    assert codes(tmp_path, files) == [("REF01", "a.yaml"), ("SRC04", "b.yaml")]


def test_what_an_unreadable_file_names_is_not_missed(tmp_path):
    files = {
        "ltcarch.yaml": PROJECT.replace("strict", "standard"),
        "a.yaml": "activities: [{id: A, name: Ask, role: r, inputs: [x, y]}]\nroles: [{id: r, name: R}]\n"
        "artifacts: [{id: x, name: X}, {id: y, name: Y}]\n",
        "b.yaml": "activities: [{id: B, name: Tell, role: r, outputs: [x], name: ]}]\n"
        "positions: [{id: p, name: P, roles: [r]}]\n",
    }
    found = [one.message for one in run(load(write_project(tmp_path, files))).diagnostics if one.code[:3] != "STR"]
    assert "activity A takes y, which nobody makes" in found
    assert len(found) == 2


def test_what_an_element_without_an_id_holds_is_not_unknown(tmp_path):
    files = {
        "ltcarch.yaml": DRAFT,
        "a.yaml": "groups:\n  - name: Sell\n    processes: [{id: P, name: Look}]\n"
        "activities: [{id: A, name: Ask, parent: P}]\n",
    }
    assert codes(tmp_path, files) == [("SCH02", "a.yaml")]


def test_an_element_whose_id_is_taken_still_makes_what_it_makes(tmp_path):
    files = {
        "ltcarch.yaml": PROJECT.replace("strict", "standard"),
        "a.yaml": "activities:\n  - {id: A, name: Ask, role: r, inputs: [x]}\n  - {id: A, name: Tell, outputs: [x]}\n"
        "roles: [{id: r, name: R, unset: {positions: open}}]\nartifacts: [{id: x, name: X}]\n",
    }
    assert "FLW01" not in [code for code, _ in codes(tmp_path, files)]


def test_measures_and_controls_of_an_unreadable_file_are_not_missed(tmp_path):
    files = {
        "ltcarch.yaml": PROJECT,
        "a.yaml": "classifications: [{id: C, name: Sell, axes: {class: execution}, kind: end_to_end, kpis: [k]}]\n"
        "groups: [{id: G, name: Find, parent: C, kpis: [k]}]\nprocesses: [{id: P, name: Look, parent: G}]\n"
        "activities: [{id: A, name: Ask, parent: P, key: true}]\nrisks: [{id: r, name: R, rating: high}]\n",
        "b.yaml": "kpis: [{id: k, name: K, formula: x / y}]\ntasks: [{id: T, name: Tell, parent: A, system: s}]\n"
        "subprocesses: [{id: S, name: See, parent: P, kpis: [k]}]\n"
        "controls: [{id: c, name: C, activities: [A], risks: [r], name: ]}]\n",
    }
    found = {code for code, _ in codes(tmp_path, files)}
    assert "SRC04" in found
    assert found.isdisjoint({"KPI01", "KPI06", "KPI07", "CTL01", "CTL05", "CTL09", "CTL11"})
