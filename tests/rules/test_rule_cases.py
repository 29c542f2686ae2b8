"""The edges of every rule, as cases in YAML: what passes, and what fails where.

A case has a `name`, an `architecture` file, perhaps a `project` file, and under `fail` the expected places as
`line:column` of the architecture file (`project:line:column` for the project file, `file` for one that was not read).
Where the words depend on the case, `says` holds the expected messages. `before` is the architecture file as it was
before, for rules that compare; `today` the day, for rules that need one. `encoding` is that of the architecture file,
if it is not UTF-8, and `repeat` a text that is added to it so many times.
"""

import pytest

from ltcarch.rules import RULES
from tests.projects import TODAY, findings
from tests.rules.case_files import CASES, cases_in

BY_CODE = {rule.code: rule for rule in RULES}


def _cases(kind: str) -> list:
    return list(_each_case(kind))


def _each_case(kind: str):
    for file in sorted(CASES.glob("*.yaml")):
        for case in cases_in(file).get(kind, []):
            yield pytest.param(file.stem, case, id=f"{file.stem} {case['name']}")


def _found(folder, code, case):
    text, times = case.get("repeat", ("", 0))
    files = {"architecture.yaml": case["architecture"] + text * times}
    if "project" in case:
        files["ltcarch.yaml"] = case["project"]
    if "before" in case:
        files["before/architecture.yaml"] = case["before"]
    if "encoding" in case:
        files["architecture.yaml"] = files["architecture.yaml"].encode(case["encoding"])
    return findings(folder, files, rules=[BY_CODE[code]], today=case.get("today", TODAY))


@pytest.mark.parametrize(("code", "case"), _cases("pass"))
def test_passes(code, case, tmp_path):
    assert [found.message for found in _found(tmp_path, code, case)] == []


@pytest.mark.parametrize(("code", "case"), _cases("fail"))
def test_fails_where_expected(code, case, tmp_path):
    found = _found(tmp_path, code, case)
    places = []
    for one in found:
        assert one.code == code, one.message
        prefix = "project:" if one.location.source.path == "ltcarch.yaml" else ""
        span = one.location.span
        places.append(f"{prefix}{span.line}:{span.column}" if span else "file")
    assert places == [str(place) for place in case["at"]]
    if "says" in case:
        assert [one.message for one in found] == case["says"]


def test_every_rule_has_cases():
    with_cases = {file.stem for file in CASES.glob("*.yaml")}
    assert {rule.code for rule in RULES} - with_cases == set()
