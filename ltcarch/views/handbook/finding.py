"""One finding of the rules, as a plain value."""

from typing import NamedTuple


class Finding(NamedTuple):
    """What a rule found, by its code and with its severity, and the id of the element it is about, if there is one."""

    element: str | None
    code: str
    severity: str
    message: str
