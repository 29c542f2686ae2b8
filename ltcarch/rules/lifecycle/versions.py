"""Which of two versions is the later one."""

import re

from ltcarch.model.naming import natural_key

_VERSION = re.compile(r"[vV]?([0-9]++(?:\.[0-9]++)*+)(?:-([0-9A-Za-z.-]++))?(?:\+.*)?")


def is_raised(before: str, now: str) -> bool:
    """Whether a version is later than another, as semantic versioning orders them.

    Of versions in another form nobody can say which is the later: any change counts.
    """
    former, present = _key(before), _key(now)
    return now != before if former is None or present is None else present > former


def _key(version: str) -> tuple[object, ...] | None:
    """What versions are ordered by. 1.1 is 1.1.0, and 1.1.0-draft comes before both."""
    found = _VERSION.fullmatch(version.strip())
    if found is None:
        return None
    numbers = [_number(digits) for digits in found[1].split(".")]
    while numbers[-1:] == [_ZERO]:
        numbers.pop()
    return numbers, found[2] is None, natural_key(found[2] or "")


def _number(digits: str) -> tuple[int, str]:
    plain = digits.lstrip("0")
    return len(plain), plain


_ZERO = _number("0")
