"""A file of BPMN 2.0, as a new project."""

import tempfile
from pathlib import Path

from fuzz.judging import assert_comes_back, in_time
from ltcarch.interchange.bpmn.reading.imported import Wishes, imported
from ltcarch.interchange.bpmn.reading.source import NotReadable


def judge(data: bytes) -> None:
    """Fail where a file is neither refused nor told element by element."""
    with tempfile.TemporaryDirectory() as folder, in_time():
        path = Path(folder, "process.bpmn")
        path.write_bytes(data)
        try:
            found = imported(Wishes((path,)), None)
        except NotReadable as fault:
            assert str(fault) and fault.help
            return
        assert found.entries
        assert_comes_back(found.theirs)
