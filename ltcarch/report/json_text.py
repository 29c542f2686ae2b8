"""JSON that is written piece by piece, and that no terminal or viewer can be fooled by."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

_HARMFUL = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
"""What moves the cursor, turns text round or is not seen."""


def json_text(value: object) -> str:
    """A value in one line. Harmful characters are written as escapes, which mean the same."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else _HARMFUL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def streamed(head: Mapping[str, object], lists: Mapping[str, Iterable[object]]) -> Iterator[str]:
    """An object: first its plain values, a line each, then its lists, a line for each of their items."""
    yield "{"
    comma = ""
    for key, value in head.items():
        yield f"{comma}\n  {json_text(key)}: {json_text(value)}"
        comma = ","
    for key, items in lists.items():
        yield f"{comma}\n  {json_text(key)}: ["
        comma = ""
        for item in items:
            yield f"{comma}\n    {json_text(item)}"
            comma = ","
        yield "\n  ]" if comma else "]"
        comma = ","
    yield "\n}"
