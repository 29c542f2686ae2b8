"""How much of a stranger's files is read; whoever runs the command may say otherwise, no file can.

The environment variable LTCARCH_LIMITS is read once, when a reader is first imported, so that asking costs nothing.
"""

import os
from functools import cache
from typing import NamedTuple

SETTING = "LTCARCH_LIMITS"
"""The environment variable, such as `nesting=100,file_megabytes=128`."""
MEGABYTE = 1024 * 1024


class Limit(NamedTuple):
    """One limit: how much there may be unless something else is said, the most that can be said, and of what."""

    usual: int
    most: int
    of: str


LIMITS = {
    "file_megabytes": Limit(64, 1024, "the size of one YAML file"),
    "file_values": Limit(5_000_000, 100_000_000, "the values and keys of one YAML file"),
    "nesting": Limit(64, 150, "how deep maps and lists stand in one another"),
    "rule_findings": Limit(100_000, 10_000_000, "the findings of one rule"),
    "shape_findings": Limit(10_000, 1_000_000, "the findings about the shape of one file"),
    "patterns": Limit(200, 10_000, "the patterns of `sources`, and of `per_path`"),
    "workbook_megabytes": Limit(64, 1024, "the size of one workbook"),
    "unpacked_megabytes": Limit(128, 4096, "the size of a workbook's parts when they are unpacked"),
    "packing": Limit(200, 10_000, "how many times its size a large part of a workbook unpacks to"),
    "workbook_parts": Limit(5_000, 1_000_000, "the parts of one workbook"),
    "list_cells": Limit(1_000_000, 100_000_000, "the cells of one list"),
    "list_megabytes": Limit(64, 1024, "the text of one list"),
    "bpmn_megabytes": Limit(32, 1024, "the size of one BPMN file"),
    "bpmn_elements": Limit(100_000, 10_000_000, "the elements of one BPMN file"),
    "process_elements": Limit(15_000, 1_000_000, "the elements of one BPMN process"),
    "bpmn_nesting": Limit(200, 250, "how deep the elements of a BPMN file stand in one another"),
}
"""Every limit by its name."""


class WrongLimits(ValueError):
    """What LTCARCH_LIMITS says is none; the text is a plain sentence, `help` says what to do."""

    def __init__(self, sentence: str, help_text: str) -> None:
        super().__init__(sentence)
        self.help = help_text


def limit(name: str) -> int:
    """How much there may be in this run; as usual where the environment says nothing that can be understood."""
    return said_limits().get(name, LIMITS[name].usual)


def megabytes(name: str) -> int:
    """A limit that is told in megabytes, in bytes."""
    return limit(name) * MEGABYTE


def to_allow_more(name: str) -> str:
    """Which limit was met, its value, and how to raise it."""
    most, now = LIMITS[name].most, limit(name)
    if now >= most:
        return f"the limit {name} is {now}, which is the most"
    return f"the limit is {name}={now}; {SETTING}={name}={min(2 * now, most)} in the environment allows more"


def check_limits() -> None:
    """Raise WrongLimits where LTCARCH_LIMITS cannot be understood."""
    if text := os.environ.get(SETTING):
        limits_of(text)


def limits_of(text: str) -> dict[str, int]:
    """The limits that a text such as `nesting=100,patterns=500` says. Raises WrongLimits."""
    found = {}
    for piece in filter(None, (own.strip() for own in text.split(","))):
        name, _, value = (own.strip() for own in piece.partition("="))
        if name not in LIMITS:
            raise WrongLimits(f"{SETTING}: `{name[:40]}` is no limit", f"these are: {', '.join(LIMITS)}")
        most = LIMITS[name].most
        if not (value.isascii() and value.isdigit() and len(value) < 20 and 0 < int(value) <= most):
            raise WrongLimits(
                f"{SETTING}: `{value[:40]}` is no value for {name}", f"it is a whole number from 1 to {most}"
            )
        found[name] = int(value)
    return found


@cache
def said_limits() -> dict[str, int]:
    """What the environment says, if it can be understood."""
    try:
        return limits_of(os.environ.get(SETTING, ""))
    except WrongLimits:  # the command has told it and stopped
        return {}
