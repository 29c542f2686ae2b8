"""Text from outside made safe for XML and for the labels of DOT that look like it."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """Text for an element or an attribute; characters that XML forbids are shown as the replacement character."""
    return _NOT_XML.sub("\ufffd", text).translate(_ENTITIES)
