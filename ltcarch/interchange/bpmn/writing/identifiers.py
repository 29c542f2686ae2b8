"""The ids of a BPMN file: made of permanent ids alone, and valid in XML."""

import re

_OTHER = re.compile(r"[^A-Za-z0-9._-]")
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-F]+_)")
_SEPARATORS = {":": "-", ">": "-to-", "@": "-at-"}
"""What parts the ids of which the id of a part of a flow is made; a hyphen of their own is written twice."""


def identifier(what: str, own: str) -> str:
    """The id of a thing of some sort, such as `Activity_LTC.2.7.A1`; two things of a sort never share one."""
    return f"{what}_{''.join(_written(part) for part in re.split('([:>@])', own))}"


def _written(part: str) -> str:
    if part in _SEPARATORS:
        return _SEPARATORS[part]
    doubled = _LIKE_ESCAPE.sub("_x5F_", part).replace("-", "--")
    return _OTHER.sub(lambda found: f"_x{ord(found[0]):X}_", doubled)
