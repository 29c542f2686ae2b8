"""A file of values, as a list of processes."""

import tempfile
from pathlib import Path

from fuzz.judging import assert_comes_back, in_time
from ltcarch.interchange.excel.lists.account import Fate
from ltcarch.interchange.excel.lists.building import imported
from ltcarch.interchange.excel.lists.guessing import guessed
from ltcarch.interchange.excel.lists.mapping import mapping_text
from ltcarch.interchange.excel.lists.mapping_file import read_mapping
from ltcarch.interchange.excel.lists.not_readable import NotReadable
from ltcarch.interchange.excel.lists.reading import read_list


def judge(data: bytes) -> None:
    """Fail where a list is neither refused nor accounted for to its last cell."""
    judge_list(data, ".csv")


def judge_list(data: bytes, ending: str) -> None:
    """The same of a list in a file of some kind."""
    with tempfile.TemporaryDirectory() as folder, in_time():
        path = Path(folder, f"list{ending}")
        path.write_bytes(data)
        try:
            listed = read_list(path)
        except NotReadable as fault:
            assert str(fault) and fault.help
            return
        stands = guessed(listed.sheets)
        found = imported(listed.sheets, stands, "list")
        assert all(isinstance(found.account.fate(own), Fate) for sheet in listed.sheets for own in sheet.cells.values())
        if found.records.elements:
            kept = read_mapping("m.yaml", mapping_text(stands, path.name).encode(), listed.sheets)
            assert imported(listed.sheets, kept, "list").records == found.records, "the mapping is kept as another one"
            assert_comes_back(found.records)
