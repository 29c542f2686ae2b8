"""The times that timers tell."""

import re

from lxml import etree

from ltcarch.interchange.bpmn.reading.tags import definition, inside, name_of, text_of
from ltcarch.loading.shape import ARCHITECTURE, schema

_DURATION = re.compile(schema(ARCHITECTURE)["$defs"]["duration"]["pattern"])


def told_time(event: etree._Element) -> str:
    """What a timer says of its time, as it is written."""
    found = definition(event)
    parts = inside(found, "timeDuration", "timeCycle", "timeDate") if found is not None else ()
    return next((text for own in parts if (text := text_of(own))), "")


def waiting_time(event: etree._Element | None) -> str:
    """How long a timer waits, as a duration; empty where it tells a date, a cycle or an expression."""
    found = definition(event) if event is not None else None
    told = next(inside(found, "timeDuration"), None) if found is not None else None
    return _valid(text_of(told))


def repeated_time(event: etree._Element) -> str:
    """How often a timer sets something off, as a duration; empty where it tells it otherwise."""
    found = definition(event)
    told = next(inside(found, "timeCycle"), None) if found is not None else None
    return _valid(text_of(told).rpartition("/")[2])


def _valid(text: str) -> str:
    return text if _DURATION.search(text) else ""


def is_date(event: etree._Element) -> bool:
    """Whether a timer tells a moment."""
    found = definition(event)
    return found is not None and any(name_of(own) == "timeDate" for own in inside(found))
