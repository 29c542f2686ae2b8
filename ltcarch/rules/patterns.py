"""Patterns that a project states, in an engine whose time grows with the text alone, whatever the pattern is."""

import re
from collections.abc import Callable


class UnusablePattern(Exception):
    """Raised for a pattern that cannot be used; the text says why."""


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether the whole of a text fits a regular expression. Raises UnusablePattern.

    Python's own engine can take longer than anybody waits, on a pattern that one line of a pull request brings. The one
    that checks the shape of files cannot; it knows no look-around and no back-references.
    """
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise UnusablePattern(f"it is no regular expression: {error}") from None
    return _linear(f"^(?:{pattern})$")


def _linear(pattern: str) -> Callable[[str], bool]:
    try:
        from jsonschema_rs import Draft202012Validator, RegexOptions, ValidationError
    except ImportError:
        raise UnusablePattern("the package jsonschema-rs, which reads patterns, is not installed") from None
    try:
        return Draft202012Validator({"pattern": pattern}, pattern_options=RegexOptions()).is_valid
    except ValidationError:
        raise UnusablePattern("it looks around, refers back to a group, or is too large") from None
