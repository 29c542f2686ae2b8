"""What is in force has a beginning before its end, and one version follows another.

An element that ends before it begins was never in force. In its history each version stands once, a later version has a
later day, and none is later than the version that the lifecycle states: otherwise two of them would hold at one time.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle:
      status: published
      version: 1.0.0
      effective_from: 2026-01-01
      effective_to: 2025-12-31
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle:
      status: published
      version: 1.0.0
      effective_from: 2026-01-01
      effective_to: 2027-12-31
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.model.parts import Lifecycle, Revision
from ltcarch.rules.lifecycle.dates import as_date
from ltcarch.rules.lifecycle.stated import StatedLifecycle, stated_lifecycles
from ltcarch.rules.lifecycle.versions import is_raised
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Periods that end before they begin, and histories whose versions overlap."""
    for stated in stated_lifecycles(architecture):
        begin, end = as_date(stated.lifecycle.effective_from), as_date(stated.lifecycle.effective_to)
        if begin and end and end < begin:
            yield stated.finding(
                f"{stated.title} is in force until {end}, which is before it begins on {begin}",
                ("effective_to",),
                "correct one of the two dates",
            )
        yield from _overlaps(stated)


def _overlaps(stated: StatedLifecycle) -> Iterator[Finding]:
    """Entries of a history that stand there twice, or go against the order of versions."""
    seen: set[str] = set()
    for index, entry in enumerate(stated.lifecycle.history):
        if not entry.version:
            continue
        twice = (f"lists version {entry.version} twice", "keep one entry for each version")
        fault = twice if entry.version in seen else _against_order(stated.lifecycle, entry)
        if fault:
            message = f"the history of {stated.title} {fault[0]}"
            yield stated.finding(message, ("history", index, "version"), fault[1])
        seen.add(entry.version)


def _against_order(lifecycle: Lifecycle, entry: Revision) -> tuple[str, str] | None:
    """What is wrong with the version of an entry beside the others and the present one, and what to do."""
    version, current = entry.version or "", lifecycle.version
    if current and is_raised(current, version) and not is_raised(version, current):
        help_text = f"write `version: {version}`, or delete what is not decided yet"
        return f"has version {version}, but the lifecycle is at {current}", help_text
    for other in lifecycle.history:
        is_earlier = other.date and entry.date and other.date < entry.date
        if is_earlier and other.version and other.version != version and not is_raised(other.version, version):
            return f"has version {version} after {other.version}", "correct the version or the date"
    return None


RULE = Rule(
    code="LIF06",
    name="invalid-period",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
