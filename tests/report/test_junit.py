"""JUnit: valid by the schema of Apache Ant, and what a CI server shows of it."""

import xml.etree.ElementTree as ElementTree

import pytest

from ltcarch.diagnostics import Severity
from ltcarch.report.junit import junit
from ltcarch.source.text import Span
from tests.report.published_schemas import junit_faults
from tests.report.samples import EVERY_KIND, HOSTILE, NOTHING, finding, sample


def cases(findings) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring("".join(junit(findings)))
    return {case.get("name").split()[0]: case for case in root.iter("testcase")}


@pytest.mark.parametrize("findings", [EVERY_KIND, NOTHING, sample()], ids=["every kind", "nothing", "no rules"])
def test_it_fits_the_published_schema(findings):
    assert junit_faults("".join(junit(findings))) == []


def test_the_published_schema_would_find_faults():
    assert junit_faults("".join(junit(EVERY_KIND)).replace(' failures="', ' faults="'))


def test_a_rule_that_ran_is_a_case_and_fails_by_its_findings():
    found = cases(EVERY_KIND)
    assert set(found) == {"OWN05", "FLW01", "REF01", "SRC01", "CFG03"}
    assert {code for code, case in found.items() if case.find("failure") is None} == {"FLW01"}
    assert found["OWN05"].get("classname") == "ltcarch.OWN"
    assert found["OWN05"].find("failure").text.count("a/b.yaml:3:11: error OWN05 two roles\n    help: keep one\n") == 2


def test_the_least_severity_that_fails_decides():
    warning = finding(Span(1, 1, 1, 3), severity=Severity.WARNING)
    assert cases(sample(warning))["OWN05"].find("failure") is None
    assert cases(sample(warning, fail_on=Severity.WARNING))["OWN05"].find("failure").get("type") == "warning"
    suite = ElementTree.fromstring("".join(junit(sample(warning)))).find("testsuite")
    assert suite.get("failures") == "0"
    assert "warning OWN05 two roles" in suite.find("system-out").text


def test_the_numbers_are_those_of_the_cases():
    suite = ElementTree.fromstring("".join(junit(EVERY_KIND))).find("testsuite")
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("5", "4", "0")


def test_hostile_text_stays_text():
    hostile = finding(Span(1, 1, 1, 3), message=HOSTILE, help=HOSTILE, rule=HOSTILE)
    written = "".join(junit(sample(hostile)))
    assert not {own for own in written if own != "\n" and not own.isprintable()}
    [failure] = ElementTree.fromstring(written).iter("failure")
    assert "]]> <script>" in failure.text
    assert junit_faults(written) == []
