"""The order of identifiers that people expect: LTC.2 before LTC.10."""

import re
import sys

_DIGITS = re.compile(r"([0-9]+)")


def natural_key(identifier: str) -> str:
    """A sort key in which runs of digits count as numbers, however long they are.

    A number becomes its length and its digits, between characters that stand before all others.
    """
    pieces = _DIGITS.split(identifier)
    pieces[1::2] = [_number(digits) for digits in pieces[1::2]]
    return "".join(pieces)


def _number(digits: str) -> str:
    plain = digits.lstrip("0")
    return f"\0{chr(min(len(plain), sys.maxunicode))}{plain} {digits}\0"
