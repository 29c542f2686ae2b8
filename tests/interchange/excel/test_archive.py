"""The file of the workbook where temporary files find no room."""

import errno
import tempfile

import pytest
from openpyxl import Workbook

from ltcarch.interchange.excel.workbook.archive import packed


class SerialisationError(Exception):
    """As lxml raises it."""


@pytest.mark.parametrize(("told", "code"), [("IO_ENOSPC", errno.ENOSPC), ("IO_EFBIG", errno.EFBIG)])
def test_what_lxml_tells_of_a_full_disk_is_a_fault_of_the_disk(told, code, monkeypatch):
    monkeypatch.setattr(Workbook, "save", lambda *_: (_ for _ in ()).throw(SerialisationError(told)))
    with pytest.raises(OSError) as fault:
        packed(Workbook())
    assert (fault.value.errno, fault.value.filename) == (code, tempfile.gettempdir())


def test_other_faults_stay_what_they_are(monkeypatch):
    monkeypatch.setattr(Workbook, "save", lambda *_: (_ for _ in ()).throw(SerialisationError("IO_WRITE")))
    with pytest.raises(SerialisationError):
        packed(Workbook())
