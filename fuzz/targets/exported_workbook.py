"""A workbook that ltcarch exported, after somebody worked on it: its parts are packed here."""

import tempfile
from pathlib import Path

from fuzz.judging import in_time
from fuzz.parts import archive, parts_of
from ltcarch.interchange.excel.package import NotAWorkbook
from ltcarch.interchange.excel.workbook.reading import read_back
from ltcarch.interchange.merge import merge
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.renaming import renamed, renames
from ltcarch.writing.yaml_scalars import NotWritable


def judge(data: bytes) -> None:
    """Fail where a workbook is neither refused nor read with a place for each fault."""
    with tempfile.TemporaryDirectory() as folder, in_time():
        path = Path(folder, "workbook.xlsx")
        path.write_bytes(archive(parts_of(data)))
        try:
            came = read_back(path)
        except NotAWorkbook as fault:
            assert str(fault) and fault.help
            return
        assert all(own.place and own.sentence for own in (*came.faults, *came.notes))
        merge(came.exported, came.exported, came.records)
        if not came.faults:
            try:
                project_files(renamed(came.records, renames(came.exported, came.records)))
            except NotWritable:
                return
