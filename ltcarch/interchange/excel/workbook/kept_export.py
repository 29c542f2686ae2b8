"""What was exported, kept in the workbook on a sheet that nobody sees, to tell later what was changed.

It is packed, since a cell holds little, and so that nothing in it can be taken for a formula or lose blanks.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ltcarch.interchange.excel.package import EXPORT_SHEET, MOST_UNPACKED
from ltcarch.interchange.records import Records
from ltcarch.interchange.records_json import from_json, to_json

SHEET = EXPORT_SHEET
_FORMAT = "ltcarch workbook 1"
_CHUNK = 30_000
_MOST_BYTES = 2 * MOST_UNPACKED


class KeptExport(NamedTuple):
    """The records as they were exported, and the language of the workbook's own words."""

    records: Records
    words: str


class NotKept(ValueError):
    """There is no export in a workbook, or it was damaged; the text is a plain sentence."""


def export_cells(kept: KeptExport) -> Iterator[str]:
    """The cells of the sheet, one below the other."""
    text = to_json(kept.records).encode("utf-8", "surrogatepass")
    packed = base64.b64encode(zlib.compress(text, 9)).decode()
    yield _FORMAT
    yield kept.words
    yield _digest(packed)
    for start in range(0, len(packed), _CHUNK):
        yield "x" + packed[start : start + _CHUNK]


def export_from(cells: Iterable[object]) -> KeptExport:
    """The export that cells hold. Raises NotKept."""
    said = [str(own) for own in cells if own is not None]
    if len(said) < 4 or not said[0].startswith("ltcarch workbook"):
        raise NotKept("the workbook does not hold what was exported")
    if said[0] != _FORMAT:
        raise NotKept("the workbook was exported by another version of ltcarch")
    packed = "".join(own[1:] for own in said[3:])
    if _digest(packed) != said[2]:
        raise NotKept("what the workbook holds of the export was damaged")
    try:
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(base64.b64decode(packed, validate=True), _MOST_BYTES)
        if unpacker.unconsumed_tail:
            raise NotKept("what the workbook holds of the export is too large")
        return KeptExport(from_json(text.decode("utf-8", "surrogatepass")), said[1])
    except (zlib.error, ValueError) as fault:
        raise NotKept(f"the workbook's export cannot be read: {fault}") from fault


def _digest(packed: str) -> str:
    return "sha256-" + hashlib.sha256(packed.encode()).hexdigest()
