"""Documents as bytes, so that a file that was read once need not be parsed again.

The data is JSON in which a list is a map with one key that no YAML file can have; the marks stand behind it as they
are. Where the marks of a map or list begin follows from the order in which they end.
"""

import json
import sys
from array import array
from typing import Any

from ltcarch.source.document import MARK, Document, Mapping, Sequence
from ltcarch.source.text import SourceText

_LIST = "\0"
"""The reader lets no control character pass, so no key of a map is this one."""
_SIZE = 8


def stored(document: Document) -> bytes:
    """A document that holds something, without its text, for machines of the same kind."""
    data = json.dumps(_plain(document.root), separators=(",", ":")).encode("ascii")
    return len(data).to_bytes(_SIZE, "big") + data + document.marks.tobytes()


def restored(source: SourceText, data: bytes) -> Document | None:
    """The document of a text from its bytes; None where these hold anything else."""
    size = int.from_bytes(data[:_SIZE], "big")
    marks = array("I")
    building = _Building()
    try:
        root = json.loads(data[_SIZE : _SIZE + size], object_pairs_hook=building.collection)
        marks.frombytes(data[_SIZE + size :])
    except (ValueError, RecursionError):
        return None
    is_whole = isinstance(root, (Mapping, Sequence)) and len(marks) == building.marks + MARK
    return Document(source, root, marks) if is_whole else None


def kind_of_machine() -> bytes:
    """What the bytes of marks depend on."""
    return f"{sys.byteorder} {array('I').itemsize}".encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(own) if isinstance(own, (dict, list)) else own for key, own in value.items()}
    if isinstance(value, list):
        return {_LIST: [_plain(own) if isinstance(own, (dict, list)) else own for own in value]}
    return value


class _Building:
    """Maps and lists in the order in which they end, and where the marks of the next one begin."""

    def __init__(self) -> None:
        self.marks = 0

    def collection(self, pairs: list[tuple[str, Any]]) -> Mapping | Sequence:
        """A map or list of what stands in it."""
        is_list = len(pairs) == 1 and pairs[0][0] == _LIST
        made = Sequence(pairs[0][1]) if is_list else Mapping(pairs)
        made.marks = self.marks
        self.marks += MARK * len(made)
        return made
