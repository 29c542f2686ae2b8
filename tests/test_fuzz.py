"""What `make fuzz` does for long, in short: kept inputs, damage to them, and projects made of the shapes of schemas."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fuzz.damaging import damaged
from fuzz.shapes import projects
from fuzz.targets import NAMES, judge_of
from fuzz.targets.project import judge_files

CORPUS = Path(__file__).parents[1] / "fuzz" / "corpus"
KEPT = sorted(path for path in CORPUS.rglob("*.*") if path.is_file())
DAMAGED = {"yaml_file": 60, "project": 8, "values": 6, "list_workbook": 4, "exported_workbook": 1, "bpmn": 10}
"""How many damaged inputs are tried of each kept one."""


def test_each_target_has_what_it_begins_with():
    assert {path.parent.name for path in KEPT} == {*NAMES} - {"shapes"} == {*DAMAGED}


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_kept_inputs_and_damaged_ones(path):
    judge, data = judge_of(path.parent.name), path.read_bytes()
    judge(data)
    for seed in range(DAMAGED[path.parent.name]):
        try:
            judge(damaged(data, Random(seed)))
        except Exception as fault:
            fault.add_note(f"damaged(data, Random({seed}))")
            raise


@settings(
    max_examples=40, phases=(Phase.explicit, Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck)
)
@given(projects())
def test_projects_that_are_almost_right(files):
    judge_files(files)
