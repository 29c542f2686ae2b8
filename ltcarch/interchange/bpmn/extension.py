"""What our extension of BPMN keeps: the records of elements, whole and in every language.

A value is written as XML whose tag tells what it is (a map, a list, a text, a number, a flag), as XPath writes JSON:

    <ltcarch:element kind="role" id="buyer">
      <ltcarch:map key="name"><ltcarch:text key="en">Buyer</ltcarch:text></ltcarch:map>
    </ltcarch:element>

Beside the records stands what was exported, without its drawing: what people change in a modelling tool shows when
it is compared with that.
"""

import base64
import binascii
import bz2
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from ltcarch.interchange.bpmn.markup import Tag
from ltcarch.interchange.bpmn.vocabulary import NAMESPACES
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, element_record

_PREFIX = f"{{{NAMESPACES['ltcarch']}}}"


class XmlElement(Protocol):
    """What the reading of records needs of an element, whatever parsed it."""

    @property
    def tag(self) -> object:
        """The name with the namespace."""

    @property
    def text(self) -> str | None:
        """What stands before the first element inside."""

    def get(self, key: str) -> str | None:
        """The value of an attribute."""

    def __iter__(self) -> Iterator["XmlElement"]:
        """The elements inside."""


def record_tag(record: ElementRecord, inside: Iterable[Tag] = ()) -> Tag:
    """A record, and the records of what is kept with it."""
    attributes = {"kind": record.kind, "id": record.id, "parent": record.parent}
    return Tag("ltcarch:element", attributes, (*_entries(record.attributes), *inside))


def _entries(values: Mapping[str, Data]) -> Iterable[Tag]:
    return (_value(value, key) for key, value in values.items())


def _value(value: Data, key: str | None = None) -> Tag:
    if isinstance(value, Mapping):
        return Tag("ltcarch:map", {"key": key}, tuple(_entries(value)))
    if isinstance(value, (list, tuple)):
        return Tag("ltcarch:list", {"key": key}, tuple(map(_value, value)))
    if isinstance(value, bool):
        return Tag("ltcarch:flag", {"key": key}, text="true" if value else "false")
    name = "ltcarch:number" if isinstance(value, (int, float)) else "ltcarch:text"
    return Tag(name, {"key": key}, text=str(value))


def read_record(element: XmlElement) -> ElementRecord:
    """The record that an element of the extension keeps. Raises ValueError where it keeps none."""
    kind, own = element.get("kind"), element.get("id")
    if not kind or not own:
        raise ValueError("a record without a kind or an id")
    data = {key: _read(child) for child in element if (key := child.get("key"))}
    return element_record(kind, own, element.get("parent"), data)


def _read(element: XmlElement) -> Data:
    name, text = str(element.tag).removeprefix(_PREFIX), element.text or ""
    if name == "map":
        return {key: _read(child) for child in element if (key := child.get("key"))}
    if name == "list":
        return [_read(child) for child in element]
    if name == "number":
        return float(text) if any(mark in text for mark in ".einEIN") else int(text)
    return text == "true" if name == "flag" else text


def export_tag(document: bytes) -> Tag:
    """A document as it was exported, packed so that it is short and that no tool changes it."""
    return Tag("ltcarch:export", text=base64.b64encode(bz2.compress(document)).decode())


def read_export(element: XmlElement, most_bytes: int) -> bytes:
    """The document that was exported. Raises ValueError where none is kept as ltcarch wrote it."""
    unpacking = bz2.BZ2Decompressor()
    try:
        document = unpacking.decompress(
            base64.b64decode("".join((element.text or "").split()), validate=True), most_bytes
        )
    except (OSError, ValueError, binascii.Error) as fault:
        raise ValueError("what was exported is not kept there as ltcarch wrote it") from fault
    if not unpacking.eof:
        raise ValueError("what was exported is not kept there whole")
    return document
