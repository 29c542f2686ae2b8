"""Dates as the rules compare them."""

from datetime import date


def as_date(said: str | None) -> date | None:
    """A date that was stated; None where it is none, which was reported with its shape."""
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None
