"""The file around a workbook: whether it is one, and safe to open, before any of it is read."""

import zipfile
import zlib
from pathlib import Path

from ltcarch.source.limits import limit, megabytes, to_allow_more

MOST_BYTES = megabytes("workbook_megabytes")
"""How large a workbook may be."""
MOST_UNPACKED = megabytes("unpacked_megabytes")
"""How large its parts may be together."""
_MOST_RATIO = limit("packing")
_SMALL = 4 * 1024 * 1024
_MOST_PARTS = limit("workbook_parts")
EXPORT_SHEET = "ltcarch-export"
"""The sheet by which a workbook shows that ltcarch wrote it."""
_MOST_LISTED = 1024 * 1024
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = ("vbaproject.bin", "macrosheets/")
_SAVE = "save it as an Excel workbook (.xlsx)"


class NotAWorkbook(ValueError):
    """A file that is not read. The text is a plain sentence, `help` says what to do."""

    def __init__(self, sentence: str, help_text: str) -> None:
        super().__init__(sentence)
        self.help = help_text


def is_our_workbook(path: Path) -> bool:
    """Whether a file is a workbook that ltcarch exported; false for anything else, readable or not."""
    try:
        with zipfile.ZipFile(path) as archive:
            listing = archive.getinfo("xl/workbook.xml")
            return listing.file_size < _MOST_LISTED and EXPORT_SHEET.encode() in archive.read(listing)
    except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error):
        return False


def check_workbook_file(path: Path) -> None:
    """Raise NotAWorkbook for anything but a sound `.xlsx` without macros that unpacks to a sensible size."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            beginning = stream.read(8)
    except OSError as fault:
        raise NotAWorkbook(f"{path} cannot be read: {fault.strerror}", "name a workbook") from fault
    if beginning.startswith(_COMPOUND_FILE):
        raise NotAWorkbook(
            f"{path} is protected by a password, or has the format of Excel before 2007",
            f"open it in Excel, take the password off, and {_SAVE}",
        )
    if size > MOST_BYTES:
        raise NotAWorkbook(
            f"{path} has {size:,} bytes, more than {MOST_BYTES:,}",
            f"split it into several workbooks; {to_allow_more('workbook_megabytes')}",
        )
    if not beginning.startswith(b"PK"):
        raise NotAWorkbook(f"{path} is no Excel workbook", f"open it in the program that wrote it, and {_SAVE}")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(path, archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise NotAWorkbook(f"{path} is damaged", f"open it in Excel, let it be repaired, and {_SAVE}") from fault


def _check_parts(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [own.filename.lower() for own in parts]
    if "[content_types].xml" not in names or not any(name.startswith("xl/workbook") for name in names):
        raise NotAWorkbook(f"{path} is no Excel workbook", f"open it in the program that wrote it, and {_SAVE}")
    if any(own.flag_bits & 0x1 for own in parts):
        raise NotAWorkbook(f"{path} is encrypted", f"open it in Excel, take the password off, and {_SAVE}")
    if "xl/workbook.bin" in names:
        raise NotAWorkbook(f"{path} is a binary workbook (.xlsb)", f"open it in Excel, and {_SAVE}")
    if any(name.endswith(_MACROS[0]) or _MACROS[1] in name for name in names):
        raise NotAWorkbook(f"{path} holds macros, which are never run and not wanted here", f"in Excel, {_SAVE}")
    _check_sizes(path, parts)
    for own in parts:
        if own.filename.lower().endswith((".xml", ".rels", ".vml")):
            _refuse_entities(path, archive.read(own))


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(own.file_size for own in parts)
    large = (own for own in parts if own.file_size > _SMALL)
    over = {
        "unpacked_megabytes": unpacked > MOST_UNPACKED,
        "workbook_parts": len(parts) > _MOST_PARTS,
        "packing": any(own.file_size > _MOST_RATIO * max(own.compress_size, 1) for own in large),
    }
    if met := [name for name, is_over in over.items() if is_over]:
        raise NotAWorkbook(
            f"{path} unpacks to {len(parts):,} parts of {unpacked:,} bytes, far more than a workbook holds",
            f"copy the sheets that are meant into a new workbook; {to_allow_more(met[0])}",
        )


def _refuse_entities(path: Path, data: bytes) -> None:
    """No part of a workbook has a document type, and so no entities; each is in UTF-8."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:64]:
        raise NotAWorkbook(f"{path} holds XML that no spreadsheet program writes", f"open it in Excel, and {_SAVE}")
