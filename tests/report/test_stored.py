"""Findings come back from their bytes as they were, or not at all."""

import json
from dataclasses import replace

import pytest

from ltcarch.diagnostics import Severity
from ltcarch.report.stored import restored, stored
from tests.report.samples import EVERY_KIND, NOTHING, SOURCE, SPACED

SOURCES = {own.path: own for own in (SOURCE, SPACED)}


@pytest.mark.parametrize("findings", [replace(EVERY_KIND, complete=True), replace(NOTHING, fail_on=Severity.INFO)])
def test_findings_come_back_as_they_were(findings):
    assert restored(stored(findings), SOURCES.__getitem__) == findings


def test_the_same_findings_are_the_same_bytes():
    assert stored(EVERY_KIND) == stored(replace(EVERY_KIND))
    assert stored(EVERY_KIND).isascii()


def altered(**changes: object) -> bytes:
    return json.dumps(json.loads(stored(EVERY_KIND)) | changes).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        altered(diagnostics=[1]),
        altered(diagnostics=[["OWN05", "name", "fatal", "message", None, None, None, [], []]]),
        altered(diagnostics=[["OWN05", "name", "error", "message", ["gone.yaml", None], None, None, [], []]]),
        altered(diagnostics=[["OWN05", "name", "error", "message", ["a/b.yaml", [1, 2]], None, None, [], []]]),
        altered(files="many"),
        altered(subjects=[]),
        altered(rules=[[]]),
        altered(fail_on=None),
    ],
    ids=range(14),
)
def test_anything_else_is_unknown(data):
    assert restored(data, SOURCES.__getitem__) is None
