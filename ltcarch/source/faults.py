"""What can be wrong with a file's text, before anybody asks what it means."""

from typing import NamedTuple

from ltcarch.source.text import Span

UNREADABLE = "SRC01"
NOT_UTF8 = "SRC02"
CONTROL_CHARACTER = "SRC03"
SYNTAX = "SRC04"
DUPLICATE_KEY = "SRC05"
ALIAS = "SRC06"
TAG = "SRC07"
SEVERAL_DOCUMENTS = "SRC08"
TOO_DEEP = "SRC09"
TOO_LARGE = "SRC10"
KEY_NOT_TEXT = "SRC11"


class Fault(NamedTuple):
    """One thing wrong with a file's text."""

    code: str
    message: str
    span: Span | None = None
    help: str | None = None
    related: tuple[Span, str] | None = None


class Unusable(Exception):
    """Raised where reading cannot go on; carries the fault that stopped it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault
