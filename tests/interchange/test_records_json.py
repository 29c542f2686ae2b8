"""Records as JSON come back equal; anything else is told in one sentence."""

import pytest
from hypothesis import HealthCheck, given, settings

from ltcarch.interchange.records_json import from_json, to_json
from tests.interchange.projects import projects


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=30)
@given(projects())
def test_records_come_back_equal(records):
    assert from_json(to_json(records)) == records
    assert to_json(from_json(to_json(records))) == to_json(records)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"records": 2}',
        '{"records": 1, "settings": [], "elements": []}',
        '{"records": 1, "settings": {}, "elements": [["nonsense", "a", null, {}]]}',
        '{"records": 1, "settings": {}, "elements": [["role", "a", null, [1]]]}',
        '{"records": 1, "settings": {}, "elements": [["role", 1, null, {}]]}',
        "[" * 100_000,
    ],
)
def test_what_are_no_records(text):
    with pytest.raises(ValueError, match="what was exported"):
        from_json(text)
