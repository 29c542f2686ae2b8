"""Numbers and durations in a reader's words."""

import re

from ltcarch.views.words import word

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def duration(iso: str | None, language: str) -> str:
    """An ISO 8601 duration in words; one that is none, as it stands."""
    found = _DURATION.fullmatch(iso or "")
    if not iso or not found or not any(found.groups()):
        return iso or ""
    parts = [amount(int(count), unit, language) for count, unit in zip(found.groups(), _UNITS, strict=True) if count]
    return word(" ", language).join(parts)


def amount(count: int, unit: str, language: str) -> str:
    """A number of days, roles or the like."""
    return word(f"{{count}} {unit}" if count == 1 else f"{{count}} {unit}s", language, count=f"{count:,}")


def number(value: float) -> str:
    """A number with thousands told apart."""
    return f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
