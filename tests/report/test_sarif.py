"""SARIF: valid by the schema of OASIS, and what code scanning services make of it."""

import json
import re

import pytest

from ltcarch.diagnostics import Diagnostic, Edit, Severity
from ltcarch.report.places import Places
from ltcarch.report.sarif import sarif
from ltcarch.source.text import Span
from tests.report.published_schemas import sarif_faults
from tests.report.samples import EVERY_KIND, NOTHING, RULES, SPACED, finding, sample


def run_of(findings) -> dict:
    return json.loads("".join(sarif(findings)))["runs"][0]


@pytest.mark.parametrize("findings", [EVERY_KIND, NOTHING, sample()], ids=["every kind", "nothing", "no rules"])
def test_it_fits_the_published_schema(findings):
    assert sarif_faults("".join(sarif(findings))) == []


def test_the_published_schema_would_find_faults():
    assert sarif_faults("".join(sarif(EVERY_KIND)).replace('"ruleIndex": 0', '"ruleIndex": "0"'))
    assert sarif_faults('{"version": "2.1.0"}')


def test_rules_carry_their_documentation():
    own, *_ = run_of(NOTHING)["tool"]["driver"]["rules"]
    assert own["id"] == "OWN05"
    assert own["shortDescription"]["text"] == "One role is responsible."
    assert own["fullDescription"]["text"] == "One role is responsible. Why."
    assert own["help"] == {"text": "OWN05\n\na: 1\n", "markdown": RULES[0].page}
    assert own["defaultConfiguration"] == {"level": "error"}


def test_hostile_text_is_harmless():
    written = "".join(sarif(EVERY_KIND))
    assert not {own for own in written if own != "\n" and not own.isprintable()}
    line_ends = ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"]
    assert json.loads(written)["runs"][0]["newlineSequences"] == line_ends
    assert set(re.findall(r"\\u[0-9a-f]{4}", written)) == {r"\u0085", r"\u2028", r"\u2029"}


def test_every_result_names_its_rule():
    run = run_of(EVERY_KIND)
    rules = run["tool"]["driver"]["rules"]
    assert {rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"]} == {True}
    assert {rule["id"] for rule in rules} == {"OWN05", "FLW01", "REF01", "SRC01", "CFG03"}


def test_regions_count_characters_and_end_after_the_last():
    run = run_of(sample(finding(Span(2, 11, 2, 15))))
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 15}


def test_every_result_has_a_file_and_a_line():
    for result in run_of(EVERY_KIND)["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"]
        assert place["region"]["startLine"] >= 1


def test_addresses_are_relative_to_the_repository_and_encoded():
    places = Places("/home/me/repo/our models", "/elsewhere", "/home/me/repo")
    result = run_of(sample(finding(Span(1, 1, 1, 3), source=SPACED), places=places))["results"][0]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {
        "uri": "our%20models/%E6%B5%81%E7%A8%8B/100%25%20of%20it%2C%20a%3Ab%20%231.yaml",
        "uriBaseId": "%SRCROOT%",
    }


def test_levels():
    found = [finding(Span(1, 1, 1, 3), severity=severity) for severity in Severity]
    assert [result["level"] for result in run_of(sample(*found))["results"]] == ["error", "warning", "note"]


def test_what_is_silenced_is_there_as_suppressed():
    silenced = [result["suppressions"] for result in run_of(EVERY_KIND)["results"]]
    assert silenced[:7] == [[]] * 7
    assert [own[0]["kind"] for own in silenced[7:]] == ["inSource", "external"]
    assert silenced[7][0]["justification"].startswith("agreed; ")


def test_a_fix_is_a_replacement_by_file():
    edits = (
        Edit("a.yaml", Span(1, 1, 1, 3), "id"),
        Edit("b.yaml", Span(2, 1, 2, 1), "x\n"),
        Edit("a.yaml", Span(5, 1, 6, 1), ""),
    )
    [fix] = run_of(sample(finding(Span(1, 1, 1, 3), fix=edits, help="do it")))["results"][0]["fixes"]
    assert fix["description"]["text"] == "do it"
    assert [(own["artifactLocation"]["uri"], len(own["replacements"])) for own in fix["artifactChanges"]] == [
        ("a.yaml", 2),
        ("b.yaml", 1),
    ]
    assert fix["artifactChanges"][1]["replacements"][0] == {
        "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 1},
        "insertedContent": {"text": "x\n"},
    }


def test_the_message_holds_the_help_and_no_link():
    message = run_of(sample(finding(message="a [b](1)", help="keep one")))["results"][0]["message"]
    assert message == {"text": "a [b] (1). Help: keep one"}


def test_a_failed_rule_makes_the_run_unsuccessful():
    assert run_of(EVERY_KIND)["invocations"] == [{"executionSuccessful": False}]
    assert run_of(NOTHING)["invocations"] == [{"executionSuccessful": True}]


def prints(*diagnostics: Diagnostic) -> list[str]:
    return [own["partialFingerprints"]["ltcarch/v1"] for own in run_of(sample(*diagnostics))["results"]]


def test_fingerprints_stay_when_lines_move_and_counts_change():
    before = finding(Span(3, 1, 3, 5), element="LTC.1", message="has two roles, 13 of 2,000 in LTC.1.2")
    moved = finding(Span(90, 7, 91, 9), source=SPACED, element="LTC.1", message="has three roles, 7 of 1 in LTC.1.2")
    assert prints(before) == prints(moved)


def test_fingerprints_tell_findings_apart():
    one = finding(Span(3, 1, 3, 5), element="LTC.1")
    others = [
        one._replace(element="LTC.2"),
        one._replace(element="LTC.10"),
        one._replace(code="OWN06"),
        one._replace(message="needs LTC.2"),
        one._replace(message="needs LTC.3"),
        one._replace(element=None),
        finding(source=SPACED),
        one,
        one,
    ]
    found = prints(one, *others)
    assert len(set(found)) == len(found)
