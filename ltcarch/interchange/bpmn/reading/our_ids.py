"""What the ids of events tell in files of ours: which end they are, or which element follows."""

import re

_END = re.compile(r"Event_(end|onward)-((?:[^-]|--)*)-at-")
_ESCAPED = re.compile(r"_x([0-9A-F]+)_")


def end_of(event: str) -> tuple[str, str] | None:
    """`end` or `onward`, and the id of the end or of the element; None for the ids of other events."""
    found = _END.match(event)
    if found is None:
        return None
    own = _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), found[2].replace("--", "-"))
    return (found[1], own) if own else None
