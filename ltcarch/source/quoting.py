"""Text as a YAML scalar on one line, in the style that stood there before."""

import json
import re

from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read_text
from ltcarch.source.scalars import resolve
from ltcarch.source.text import SourceText

_WORD = r"[^\W_][\w.-]*"
_UNSEEN = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"


def in_style_of(former: str, text: str) -> str:
    """A text quoted like the scalar that it replaces; plain only where it reads as text everywhere."""
    if former.startswith("'") and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return text if not former.startswith(("'", '"')) and _reads_plain(text) else double_quoted(text)


def double_quoted(text: str) -> str:
    """A text in double quotes, with escapes for what cannot be seen."""
    return re.sub(_UNSEEN, lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def content(written: str) -> object:
    """What a scalar stands for, by itself; None where it cannot stand by itself."""
    if re.fullmatch(_WORD, written):
        return resolve(written)
    try:
        return read_text(SourceText("", written))[0].root
    except Unusable:
        return None


def _reads_plain(text: str) -> bool:
    """Whether a text means itself without quotes, as a key and as a value, inside of brackets and outside."""
    if re.fullmatch(_WORD, text):
        return resolve(text) == text
    expected = {text: text}
    return text.isprintable() and all(
        content(around.format(text)) == expected for around in ("{0}: {0}", "{{{0}: {0}}}")
    )
