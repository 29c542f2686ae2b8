"""JSON: as our own published schema says, key by key."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from ltcarch.report.json import json as json_report
from tests.report.samples import EVERY_KIND, NOTHING, sample

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/report.schema.json").read_text(encoding="utf-8"))


def document(findings) -> dict:
    return json.loads("".join(json_report(findings)))


@pytest.mark.parametrize("findings", [EVERY_KIND, NOTHING, sample()], ids=["every kind", "nothing", "no rules"])
def test_it_fits_its_schema(findings):
    validator = jsonschema_rs.Draft202012Validator(SCHEMA)
    assert [error.message for error in validator.iter_errors(document(findings))] == []


def test_the_schema_names_every_key():
    written, parts = document(EVERY_KIND), SCHEMA["$defs"]
    finding = next(own for own in written["findings"] if own["fix"])
    assert list(written) == list(SCHEMA["properties"])
    assert list(finding) == list(parts["finding"]["properties"])
    assert list(finding["location"]) == list(parts["location"]["properties"])
    assert list(finding["fix"][0]) == list(parts["edit"]["properties"])
    assert list(written["suppressed"][0]["suppression"]) == list(parts["suppression"]["properties"])


def test_findings_and_what_is_silenced():
    written = document(EVERY_KIND)
    assert written["counts"] == {"error": 5, "warning": 1, "info": 1}
    assert (written["waived"], written["known"], written["complete"]) == (1, 1, False)
    assert len(written["findings"]) == 7
    assert [own["suppression"]["where"] for own in written["suppressed"]] == ["waiver", "baseline"]
    assert len({own["fingerprint"] for own in (*written["findings"], *written["suppressed"])}) == 9


def test_a_finding_is_a_line():
    lines = "".join(json_report(EVERY_KIND)).splitlines()
    assert sum(line.strip().startswith('{"code"') for line in lines) == 9
