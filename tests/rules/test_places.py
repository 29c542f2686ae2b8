"""Every finding stands in its file, whatever it is about, and no rule fails on what is malformed."""

from pathlib import Path

import pytest

from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.rules import RULES
from ltcarch.rules.documentation import documentation
from tests.loading.test_shape import BROKEN, BROKEN_PROJECTS
from tests.projects import TODAY, write_project
from tests.rules.case_files import CASES, cases_in


def assert_places_lie_in_their_files(folder: Path, files: dict[str, str]) -> None:
    report = run(load(write_project(folder, files)), profile="strict", today=TODAY)
    assert report.failed_rules == ()
    for found in report.diagnostics:
        places = [found.location, *(related.location for related in found.related)]
        for place in places:
            if place is None or place.span is None:
                continue
            lines, span = place.source.lines, place.span
            assert 1 <= span.line <= span.end_line <= len(lines), found.message
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1, found.message
            assert (span.line, span.column) < (span.end_line, span.end_column), found.message
            assert span.end_column <= len(lines[span.end_line - 1]) + 2, found.message


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
def test_cases(file, tmp_path):
    for cases in cases_in(file).values():
        for index, case in enumerate(cases):
            files = {"architecture.yaml": case.get("architecture", "")}
            if "project" in case:
                files["ltcarch.yaml"] = case["project"]
            assert_places_lie_in_their_files(tmp_path / str(index), files)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples(rule, tmp_path):
    assert_places_lie_in_their_files(tmp_path, documentation(rule).bad)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_files(text, tmp_path):
    assert_places_lie_in_their_files(tmp_path, {"a.yaml": text})


@pytest.mark.parametrize("text", BROKEN_PROJECTS)
def test_broken_project_files(text, tmp_path):
    assert_places_lie_in_their_files(tmp_path, {"ltcarch.yaml": text, "a.yaml": "roles: [{id: r}]"})
