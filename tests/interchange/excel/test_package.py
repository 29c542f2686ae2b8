"""Files that are not read: each gets one clear message, before anything is unpacked."""

import io
import zipfile

import pytest

from ltcarch.interchange.excel.package import NotAWorkbook, check_workbook_file, is_our_workbook

SOUND = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name, data)
    return stream.getvalue()


FILES = {
    "protected by a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "no Excel workbook": b"%PDF-1.7 something else",
    "no Excel workbook ": archive(**{"word/document.xml": b"<document/>", "[Content_Types].xml": b"<Types/>"}),
    "no Excel workbook  ": b"",
    "is damaged": archive(**SOUND)[:-30],
    "holds macros": archive(**SOUND, **{"xl/vbaProject.bin": b"macro"}),
    "holds macros ": archive(**SOUND, **{"xl/macrosheets/sheet1.xml": b"<sheet/>"}),
    "binary workbook": archive(**{**SOUND, "xl/workbook.bin": b"1"}),
    "far more than a workbook": archive(**SOUND, **{"xl/worksheets/sheet1.xml": b" " * 20_000_000}),
    "no spreadsheet program writes": archive(
        **SOUND, **{"xl/sharedStrings.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}
    ),
    "no spreadsheet program writes ": archive(**SOUND, **{"xl/styles.xml": "<!DOCTYPE a><a/>".encode("utf-16")}),
}


@pytest.mark.parametrize("said", FILES)
def test_a_file_that_is_no_sound_workbook_gets_one_message(said, tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(FILES[said])
    with pytest.raises(NotAWorkbook, match=said.strip()) as fault:
        check_workbook_file(path)
    assert fault.value.help
    assert "\n" not in str(fault.value)
    assert not is_our_workbook(path)


def test_an_encrypted_archive_is_refused(tmp_path):
    data = bytearray(archive(**SOUND))
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    with pytest.raises(NotAWorkbook, match="encrypted"):
        check_workbook_file(path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NotAWorkbook, match="cannot be read"):
        check_workbook_file(tmp_path / "missing.xlsx")


def test_a_sound_workbook_passes(tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(archive(**SOUND))
    check_workbook_file(path)
    assert not is_our_workbook(path)
