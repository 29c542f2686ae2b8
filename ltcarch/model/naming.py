"""The order of identifiers that people expect: LTC.2 before LTC.10."""

import re

_DIGITS = re.compile(r"([0-9]+)")


def natural_key(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key in which runs of digits count as numbers, however long they are."""
    return tuple(_number(piece) if piece.isdigit() else (1, 0, piece) for piece in _DIGITS.split(identifier) if piece)


def _number(digits: str) -> tuple[int, int, str]:
    plain = digits.lstrip("0")
    return 0, len(plain), f"{plain} {digits}"
