"""What reading already reports is not reported again by the rules of structure and identity."""

import pytest

from ltcarch.engine import run
from ltcarch.loading import load
from tests.projects import PROJECT, write_project

TWO_LANGUAGES = PROJECT.replace("name: Example", "name: {en: Example, zh: 示例}\nlanguages: [en, zh]")
DETAILED = "processes: [{id: P, name: Look, parent: G, outputs: [x], activities: [{id: A, name: Ask, outputs: [y]}]}]\n"
ARTIFACTS = "artifacts: [{id: x, name: X}, {id: y, name: Y}]\n"


@pytest.mark.parametrize(
    ("silent", "speaks", "files"),
    [
        ("STR01", "REF01", {"a.yaml": "processes: [{id: P, name: Look, parent: nowhere}]"}),
        ("STR01", "SCH", {"a.yaml": "processes: [{id: P, name: Look, parent: [G]}]"}),
        ("STR01", "REF02", {"a.yaml": "processes: [{id: P, name: Look, parent: r}]\nroles: [{id: r, name: R}]"}),
        (
            "STR02",
            "SCH",
            {"a.yaml": "classifications: [{id: C, name: Sell, parent: G}]\ngroups: [{id: G, name: Find}]"},
        ),
        ("STR10", "SCH", {"a.yaml": "processes: [{id: P, name: Look, activities: none}]"}),
        ("STR19", "REF01", {"a.yaml": DETAILED.replace("[x]", "[z]") + ARTIFACTS}),
        ("STR19", "SRC04", {"a.yaml": DETAILED + ARTIFACTS, "b.yaml": "activities:\n  - id: P.A2\n   name: ["}),
        ("STR19", "IDN01", {"a.yaml": DETAILED + ARTIFACTS + "activities: [{id: A, name: File, outputs: [x]}]"}),
        (
            "STR10",
            "IDN01",
            {"a.yaml": "processes: [{id: P, name: L, activities: [{id: A, name: B}, {id: A, name: C}]}]"},
        ),
        ("STR09", "IDN01", {"a.yaml": "groups: [{id: G, name: F, processes: [{id: P, name: L}, {id: P, name: S}]}]"}),
        ("IDN02", "SCH", {"a.yaml": "roles: [{id: _r, name: R}]"}),
        ("IDN04", "SCH", {"ltcarch.yaml": TWO_LANGUAGES, "a.yaml": "roles: [{id: r, name: {en: R, zh: [R]}}]"}),
    ],
)
def test_the_more_basic_code_speaks_alone(silent, speaks, files, tmp_path):
    codes = [found.code for found in run(load(write_project(tmp_path, files))).diagnostics]
    assert silent not in codes
    assert any(code.startswith(speaks) for code in codes)


def test_an_unreadable_file_does_not_silence_what_needs_no_other_file(tmp_path):
    files = {"a.yaml": DETAILED, "b.yaml": "activities: ["}
    codes = {found.code for found in run(load(write_project(tmp_path, files))).diagnostics}
    assert {"SRC04", "REF01", "STR10"} <= codes
