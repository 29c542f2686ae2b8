"""Formats of lines: concise, GitHub's workflow commands, and the counts; and GitLab's list."""

import json
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from ltcarch.diagnostics import Severity
from ltcarch.report.concise import concise
from ltcarch.report.findings import Subject
from ltcarch.report.formats import FORMATS
from ltcarch.report.github import github
from ltcarch.report.gitlab import gitlab
from ltcarch.report.places import Places
from ltcarch.report.screen import Screen
from ltcarch.report.summary import summary
from ltcarch.report.text import text
from ltcarch.source.text import Span
from tests.report.samples import EVERY_KIND, HOSTILE, NOTHING, SPACED, finding, sample

PLACES = Places("/repo/our models", "/repo", "/repo")


def test_concise_is_a_line_a_finding_with_a_place():
    lines = "".join(concise(EVERY_KIND)).splitlines()
    assert len(lines) == len(EVERY_KIND.diagnostics)
    assert lines[0] == "a/b.yaml:3:11: error OWN05 two roles"
    assert lines[4] == "a/b.yaml:1:1: error SRC01 two roles"
    assert lines[6] == "ltcarch.yaml:1:1: error CFG03 a rule failed"
    assert all(re.match(r"[^\n]+?:\d+:\d+: (error|warning|info) [A-Z]+\d+ .", line) for line in lines)


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as GitHub's runner reads them: name, properties, message."""
    found = []
    for line in re.split("\r\n|\r|\n", text.removesuffix("\n")):
        name, _, rest = line.removeprefix("::").partition(" ")
        told, _, message = rest.partition("::")
        properties = dict(own.split("=", 1) for own in told.split(","))
        found.append((name, {key: _read(value) for key, value in properties.items()}, _read(message)))
    return found


def _read(text: str) -> str:
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_github_commands_read_as_they_were_meant():
    read = commands("".join(github(EVERY_KIND)))
    assert len(read) == len(EVERY_KIND.diagnostics)
    assert read[0] == (
        "error",
        {"file": "a/b.yaml", "line": "3", "col": "11", "endLine": "3", "endColumn": "17", "title": "OWN05 rule-name"},
        "two roles\nhelp: keep one",
    )
    assert "col" not in read[2][1]
    assert read[5][0] == "notice"
    assert read[5][1]["file"] == SPACED.path
    assert read[6][1]["file"] == "ltcarch.yaml"


def test_github_has_no_command_in_a_name():
    written = "".join(github(sample(finding(Span(1, 1, 1, 3), message=HOSTILE, rule=HOSTILE, help=HOSTILE))))
    assert written.count("\n") == 1
    assert written.startswith("::error file=")
    assert "%0A" in written and "%250A" in written


def test_github_and_gitlab_name_files_from_the_root_of_the_repository():
    found = sample(finding(Span(1, 1, 1, 3)), places=PLACES)
    assert "file=our models/a/b.yaml," in "".join(github(found))
    assert json.loads("".join(gitlab(found)))[0]["location"]["path"] == "our models/a/b.yaml"


GITLAB = {"type", "check_name", "description", "severity", "fingerprint", "location"}


def test_gitlab_has_what_its_documentation_asks_for():
    issues = json.loads("".join(gitlab(EVERY_KIND)))
    assert len(issues) == len(EVERY_KIND.diagnostics)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == GITLAB
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert type(issue["location"]["lines"]["begin"]) is int
        assert issue["location"]["lines"]["begin"] >= 1
        assert all(isinstance(issue[key], str) and issue[key] for key in GITLAB - {"location"})
    assert json.loads("".join(gitlab(NOTHING))) == []


def test_gitlab_has_the_shape_of_another_tools_report(tmp_path):
    """No registry carries a schema of GitLab's; a linter that GitLab reads shows the shape."""
    (tmp_path / "a.py").write_text("import os\n")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--output-format", "gitlab", "a.py"]
    theirs = json.loads(subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout)[0]
    ours = json.loads("".join(gitlab(EVERY_KIND)))[0]
    assert {key: type(value) for key, value in theirs.items() if key != "location"}.items() <= {
        key: type(value) for key, value in ours.items()
    }.items()
    assert type(theirs["location"]["path"]) is type(ours["location"]["path"])


@pytest.mark.parametrize("write", [concise, github, gitlab, summary])
def test_hostile_text_is_harmless(write):
    written = "".join(write(EVERY_KIND))
    assert not {character for character in written if character != "\n" and not character.isprintable()}


def test_the_counts_by_rule_owner_and_process():
    found = [finding(element="A"), finding(element="A", code="ACT01"), finding(element="B", severity=Severity.WARNING)]
    subjects = {"A": Subject("LTC.1 管理线索", "Head of sales")}
    assert "".join(summary(sample(*found, subjects=subjects))).splitlines() == [
        "Rule               errors  warnings",
        "OWN05 rule-name         1         1",
        "ACT01 rule-name         1         -",
        "",
        "Owner            errors  warnings",
        "Head of sales         2         -",
        "nobody                -         1",
        "",
        "Process                 errors  warnings",
        "LTC.1 管理线索               2         -",
        "outside of processes         -         1",
        "",
    ]
    assert "".join(summary(NOTHING)) == ""


def test_the_counts_fit_a_terminal():
    found = sample(finding(element="A"), subjects={"A": Subject("名" * 90, "owner " * 40)}, screen=Screen(columns=60))
    assert max(map(len, "".join(summary(found)).splitlines())) <= 60


MANY = sample(
    finding(Span(1, 1, 1, 3), severity=Severity.INFO),
    finding(Span(2, 1, 2, 3), severity=Severity.WARNING),
    *(finding(Span(line, 1, line, 3)) for line in (3, 4)),
)


@pytest.mark.parametrize(
    ("most", "places", "more"),
    [
        (1, [3], "only the gravest finding is shown; there are 3 more"),
        (3, [2, 3, 4], "only the 3 gravest findings are shown; there is 1 more"),
        (4, [1, 2, 3, 4], ""),
        (None, [1, 2, 3, 4], ""),
    ],
)
def test_lists_for_people_show_the_gravest_in_their_order_and_say_how_many_more_there_are(most, places, more):
    found = replace(MANY, screen=Screen(most_findings=most))
    for written in (text(found), concise(found), github(found)):
        lines = "".join(written).splitlines()
        listed = [int(match[1] or match[2]) for line in lines if (match := re.search(r"\.yaml:(\d)|,line=(\d)", line))]
        assert listed == places
        assert sum(more in line for line in lines) == (1 if more else len(lines))
    assert [found.counts[severity] for severity in Severity] == [2, 1, 1]


@pytest.mark.parametrize("name", [own.name for own in FORMATS.values() if own.is_document or own.name == "summary"])
def test_documents_and_counts_hold_all_findings(name):
    written = FORMATS[name].write
    assert list(written(replace(MANY, screen=Screen(most_findings=1)))) == list(written(MANY))
