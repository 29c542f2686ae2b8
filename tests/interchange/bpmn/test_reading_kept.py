"""Files of ours come back as they were; what was changed in their diagram comes back as just that change."""

import re
from functools import cache

import pytest

from ltcarch.interchange.bpmn.reading.account import Fate
from ltcarch.interchange.bpmn.reading.kept import Kept, read_kept
from ltcarch.interchange.bpmn.reading.reading import BpmnFile
from ltcarch.interchange.bpmn.reading.source import parsed
from ltcarch.interchange.changes import Added, Attribute, Removed, changes_between
from ltcarch.interchange.records import Records
from tests.interchange.bpmn.documents import PROCESSES, architecture_of, known_records, written


def kept(data: bytes) -> Kept:
    return read_kept([BpmnFile("p.bpmn", parsed("p.bpmn", data))])


@pytest.mark.parametrize(("project", "process"), PROCESSES)
def test_what_was_exported_comes_back_equal(project, process):
    found = kept(written(project, process, "zh"))
    known = known_records(project)
    below = {own.id for own in architecture_of(project).hierarchy.descendants(architecture_of(project).get(process))}
    assert {process, *below} <= {own.id for own in found.theirs}
    assert all(own == known.by_key[own.key] for own in found.theirs)
    assert Records.of({}, found.base) == Records.of({}, found.theirs)
    assert {own.fate for own in found.entries} == {Fate.IMPORTED}
