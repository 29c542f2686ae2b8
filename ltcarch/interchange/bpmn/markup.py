"""XML as it is written: tags in a tree, text made safe, one way of indenting."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One element with its prefix. Attributes without a value are left out; it holds either tags or text."""

    name: str
    attributes: Mapping[str, str | None] = field(default_factory=dict)
    inside: tuple["Tag", ...] = ()
    text: str = ""


def document(root: Tag) -> bytes:
    """The whole document in UTF-8."""
    return ("\n".join(('<?xml version="1.0" encoding="UTF-8"?>', *_lines(root, ""))) + "\n").encode()


def _lines(tag: Tag, indent: str) -> Iterator[str]:
    said = "".join(f' {key}="{_attribute(value)}"' for key, value in tag.attributes.items() if value is not None)
    begin = f"{indent}<{tag.name}{said}"
    if tag.inside:
        yield f"{begin}>"
        for own in tag.inside:
            yield from _lines(own, indent + "  ")
        yield f"{indent}</{tag.name}>"
    elif tag.text:
        yield f"{begin}>{_safe(tag.text).translate(_IN_TEXT)}</{tag.name}>"
    else:
        yield f"{begin}/>"


def _attribute(value: str) -> str:
    return _safe(value).translate(_IN_ATTRIBUTE)


def _safe(text: str) -> str:
    """Text in which characters that XML forbids are shown as the replacement character."""
    return _NOT_XML.sub("\ufffd", text)
