"""examples/broken: every planted fault is found at its line and column, and nothing else."""

import json

import pytest

from tests.cli.commands import ROOT, ltcarch

PLANTED = [
    ("FLW01", "error", "architecture/flows.yaml", 13, 13, 25),
    ("IDN05", "warning", "architecture/identity.yaml", 14, 20, 30),
    ("OWN05", "error", "architecture/ownership.yaml", 10, 15, 37),
    ("REF01", "error", "architecture/reference.yaml", 10, 15, 21),
    ("STR10", "error", "architecture/structure.yaml", 7, 5, 15),
    ("SCH01", "error", "registers/shape.yaml", 19, 5, 13),
    ("SRC04", "error", "registers/source.yaml", 6, 11, 12),
]


@pytest.mark.parametrize("profile", ["standard", "strict"])
def test_each_planted_fault_is_found_at_its_place(profile):
    run = ltcarch("validate", ROOT / "examples/broken", "--profile", profile, "--format", "json")
    assert run.returncode == 1
    found = [
        (
            one["code"],
            one["severity"],
            one["location"]["file"],
            one["location"]["line"],
            one["location"]["column"],
            one["location"]["end_column"],
        )
        for one in json.loads(run.stdout)["findings"]
    ]
    assert found == PLANTED
