"""The file of the workbook, the same bytes for the same content."""

import errno
import io
import os
import re
import tempfile
import zipfile

from openpyxl import Workbook

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
_CORE, _SHEETS = "docProps/core.xml", "xl/worksheets/"


def packed(book: Workbook) -> bytes:
    """The bytes of the file, without times. Raises OSError where temporary files find no room."""
    stream = io.BytesIO()
    try:
        book.save(stream)
    except Exception as fault:
        raise (_disk_fault(fault) or fault) from None
    written = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda own: (own != "[Content_Types].xml", own)):
            data = source.read(name)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, _freed(name, data))
    return written.getvalue()


def _disk_fault(fault: Exception) -> OSError | None:
    """What lxml, which writes each sheet into a temporary file first, calls by names of its own, such as IO_ENOSPC."""
    code = getattr(errno, str(fault).removeprefix("IO_"), None) if str(fault).startswith("IO_") else None
    return OSError(code, os.strerror(code), tempfile.gettempdir()) if code else None


def _freed(name: str, data: bytes) -> bytes:
    """A part without times; rows have heights, but those that follow what is typed into them."""
    if name == _CORE:
        return _TIMES.sub(b"", data)
    return _FIXED_HEIGHT.sub(rb"\1", data) if name.startswith(_SHEETS) else data
