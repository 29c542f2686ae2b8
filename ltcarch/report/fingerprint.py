"""What tells one finding from another, however lines are moved."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from ltcarch.diagnostics import Diagnostic

_COUNT = re.compile(r"(?<![\w.-])(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine)(?![\w-])")
"""A number that is not part of an id."""


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A fingerprint for each finding in turn, no two equal.

    It is made of the rule, the element (without one, the file) and the message without its numbers, so that neither
    other lines nor other counts change it. Findings that agree in all this are told apart by their order.
    """
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        own = _text(diagnostic)
        seen[own] += 1
        yield sha256(f"{own}\0{seen[own]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _text(diagnostic: Diagnostic) -> str:
    path = diagnostic.location.source.path if diagnostic.location else ""
    return "\0".join((diagnostic.code, diagnostic.element or path, _COUNT.sub("#", diagnostic.message)))
