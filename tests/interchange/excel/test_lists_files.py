"""The files that lists come in: encodings, what stands between values, and files that are not read."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from ltcarch.interchange.excel.lists.not_readable import NotReadable
from ltcarch.interchange.excel.lists.reading import read_list
from tests.interchange.excel.written_lists import doubts, import_of, lost, tree, write_workbook

ENGLISH = 'No,Name,Owner\n1,Sell,Ann\n1.1,"Win leads, the\nfirst",Bob\n1.2,Offer,\n'
CHINESE = "编号,流程名称,责任人\n1,销售管理,销售总监\n1.1,线索管理,线索经理\n1.2,合同评审,法务\n"
GERMAN = "Nr;Name;Owner\n1;Verkauf für Kunden;Müller\n1.1;Angebot prüfen;Jäger\n"
IN_ENGLISH = ["classification 1 Sell", "  group 1.1 Win leads, the first", "  group 1.2 Offer"]
IN_CHINESE = ["classification 1 销售管理", "  group 1.1 线索管理", "  group 1.2 合同评审"]
IN_GERMAN = ["classification 1 Verkauf für Kunden", "  group 1.1 Angebot prüfen"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ENGLISH.encode(), IN_ENGLISH),
        (b"\xef\xbb\xbf" + ENGLISH.encode(), IN_ENGLISH),
        (ENGLISH.replace("\n", "\r\n").encode("utf-16"), IN_ENGLISH),
        (ENGLISH.encode("utf-16-be"), IN_ENGLISH),
        (ENGLISH.replace("\n", "\r").encode(), IN_ENGLISH),
        (CHINESE.encode("gbk"), IN_CHINESE),
        (CHINESE.encode("utf-16"), IN_CHINESE),
        (CHINESE.encode("utf-16-le"), IN_CHINESE),
        (CHINESE.replace(",", "\t").encode(), IN_CHINESE),
        (CHINESE.replace(",", "，").encode(), IN_CHINESE),
        (GERMAN.encode("cp1252"), IN_GERMAN),
        (f"sep=;\n{GERMAN}".encode(), IN_GERMAN),
    ],
)
def test_encodings_and_what_stands_between_values(tmp_path, data, expected):
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    found = import_of(path)
    assert tree(found) == expected
    assert lost(found) == []


def test_how_a_file_was_read_is_told_and_can_be_said(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(CHINESE.encode("big5", "replace"))
    assert read_list(path, "big5").how == "read as big5, with commas between the values"
    with pytest.raises(NotReadable, match="cannot be read as utf-8") as caught:
        read_list(path, "utf-8")
    assert "--encoding" in caught.value.help


def test_a_cell_of_forty_thousand_characters(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(f"No,Name\n1,{'x' * 40_000}\n1.1,{'长' * 40_000}\n", encoding="utf-8")
    found = import_of(path)
    assert found.records.get("1").name() == "x" * 40_000
    assert doubts(found) == ["B2 the name has 40,000 characters", "B3 the name has 40,000 characters"]


def test_a_quotation_mark_that_is_never_closed(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text('No,Name\n1,Sell\n2,"Buy\n3,Make\n4,Ship\n', encoding="utf-8")
    with pytest.raises(NotReadable, match="the quotation mark in line 3 is never closed"):
        read_list(path)


RESULT = b'<c r="B3" t="str"><f>A1</f><v>Ask</v></c>'


def test_escapes_and_results_of_formulas(tmp_path):
    path = write_workbook(tmp_path / "a.xlsx", [["No", "Name"], ["1", "Sell_x000D_\n_x0001_tea"], ["1.1", "=A1"]])
    change(path, "xl/worksheets/sheet1.xml", lambda data: re.sub(rb'<c r="B3".*?</c>', RESULT, data))
    found = import_of(path)
    assert tree(found) == ["classification 1 Sell tea", "  group 1.1 Ask"]


def test_what_stands_under_merged_cells_is_not_lost(tmp_path):
    path = write_workbook(tmp_path / "a.xlsx", [["No", "Name"], ["1", "Sell"], ["1.1", "Ask"]])
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'
    change(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b"</sheetData>", merged))
    assert tree(import_of(path)) == ["classification 1 Sell", "  group 1.1 Ask"]


def test_stretches_of_millions_of_cells_cost_nothing(tmp_path):
    path = write_workbook(tmp_path / "a.xlsx", [["No", "Name"], ["1", "Sell"], ["1.1", "Ask"]])
    far = (
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
        b'<mergeCells count="1"><mergeCell ref="A4:XFD1048570"/></mergeCells>'
        b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    )
    change(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b"</sheetData>", far))
    found = import_of(path)
    assert tree(found) == ["classification 1 Sell", "  group 1.1 Ask"]
    assert [own.place for own in found.account.left_out] == ["XFD"]


def change(path: Path, name: str, edit) -> None:
    """Change one part of a workbook."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        parts = {own: archive.read(own) for own in archive.namelist()}
    parts[name] = edit(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for own, data in parts.items():
            archive.writestr(own, data)


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"0" * 50_000_000)
    return packed.getvalue()


def with_part(tmp_path: Path, name: str, data: bytes) -> bytes:
    path = write_workbook(tmp_path / "part.xlsx", [["No", "Name"], ["1", "Sell"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, data)
    return path.read_bytes()


def changed(tmp_path: Path, name: str, edit) -> bytes:
    path = write_workbook(tmp_path / "changed.xlsx", [["No", "Name"], ["1", "Sell"]])
    change(path, name, edit)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("a.xlsx", lambda tmp: bomb(), "unpacks to"),
        ("a.xlsx", lambda tmp: with_part(tmp, "xl/vbaProject.bin", b"x"), "macros"),
        ("a.xlsx", lambda tmp: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "password"),
        ("a.xlsx", lambda tmp: b"<html><table></table></html>", "no Excel workbook"),
        ("a.xlsx", lambda tmp: b"", "no Excel workbook"),
        ("a.xlsx", lambda tmp: changed(tmp, "xl/worksheets/sheet1.xml", lambda data: data[:200]), "damaged"),
        (
            "a.xlsx",
            lambda tmp: changed(tmp, "xl/worksheets/sheet1.xml", lambda data: data.replace(b'r="B1"', b'r="B0"')),
            "damaged",
        ),
        ("a.xlsx", lambda tmp: changed(tmp, "xl/workbook.xml", lambda data: b"<!DOCTYPE x>" + data), "XML"),
        ("a.xlsx", lambda tmp: write_workbook(tmp / "none.xlsx", []).read_bytes(), "empty"),
        ("a.xls", lambda tmp: b"x", "neither a workbook"),
        ("a.xlsm", lambda tmp: b"x", "neither a workbook"),
        ("a.ods", lambda tmp: b"x", "neither a workbook"),
        ("a.csv", lambda tmp: b"PK\x03\x04", "an archive or a workbook"),
        ("a.csv", lambda tmp: b"%PDF-1.7", "PDF"),
        ("a.csv", lambda tmp: b"\n \n", "empty"),
    ],
)
def test_files_that_are_not_read_get_one_clear_sentence(tmp_path, name, make, said):
    path = tmp_path / name
    path.write_bytes(make(tmp_path))
    with pytest.raises(NotReadable, match=said) as caught:
        read_list(path)
    assert caught.value.help
    assert "\n" not in str(caught.value)


def test_a_file_with_too_many_cells(tmp_path, monkeypatch):
    monkeypatch.setattr("ltcarch.interchange.excel.lists.workbook_reader.MOST_CELLS", 3)
    monkeypatch.setattr("ltcarch.interchange.excel.lists.csv_reader.MOST_CELLS", 3)
    write_workbook(tmp_path / "a.xlsx", [["No", "Name"], ["1", "Sell"]])
    (tmp_path / "a.csv").write_text("No,Name\n1,Sell\n")
    for name in ("a.xlsx", "a.csv"):
        with pytest.raises(NotReadable, match="far more than a list"):
            read_list(tmp_path / name)
