"""Which waivers hold, and which silence nothing."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from ltcarch.diagnostics import Diagnostic
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element
from ltcarch.model.parts import Waiver

IdleWaivers = frozenset[tuple[str, int]]
"""Waivers by the id of their element and their place in its list."""


def has_expired(waiver: Waiver, today: date | None) -> bool:
    """Whether the last day of a waiver is over; never, where dates are not to be checked."""
    return today is not None and waiver.expires is not None and waiver.expires < today.isoformat()


def is_waived(architecture: Architecture, diagnostic: Diagnostic, today: date | None) -> bool:
    """Whether a waiver at the element silences a finding."""
    element = architecture.get(diagnostic.element)
    return element is not None and bool(element.waivers) and diagnostic.code in _waived_codes(element, today)


@lru_cache(maxsize=64)
def _waived_codes(element: Element, today: date | None) -> frozenset[str | None]:
    """The rules that an element waives; remembered, since it may have very many waivers and as many findings."""
    return frozenset(waiver.rule for waiver in element.waivers if not has_expired(waiver, today))


def idle_waivers(
    architecture: Architecture,
    silenced: frozenset[tuple[str | None, str]],
    ran: Callable[[str, Element], bool],
    today: date | None,
) -> IdleWaivers:
    """The waivers of rules that ran and found nothing, or whose findings an earlier waiver silences already.

    `silenced` holds the element and the code of each finding that was waived; `ran` tells whether a rule was heard at
    an element.
    """
    return frozenset(_idle(architecture, silenced, ran, today))


def _idle(
    architecture: Architecture,
    silenced: frozenset[tuple[str | None, str]],
    ran: Callable[[str, Element], bool],
    today: date | None,
) -> Iterator[tuple[str, int]]:
    for element in architecture.elements.values():
        if not element.waivers:
            continue
        seen = set()
        for index, waiver in enumerate(element.waivers):
            rule = waiver.rule or ""
            if not has_expired(waiver, today) and ran(rule, element):
                if rule in seen or (element.id, rule) not in silenced:
                    yield element.id, index
                seen.add(rule)
