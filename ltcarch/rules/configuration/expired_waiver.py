"""A waiver is renewed, or what it allowed is mended, by its last day.

A waiver is a promise with a date. Once the day is over it silences nothing any more: decide anew whether the reason
still holds, and name another day, or mend what it covered and delete it.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    waivers: [{rule: OWN01, reason: The new head starts in May, owner: process_office, expires: "2026-05-31"}]
units: [{id: process_office, name: Process office}]
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    waivers: [{rule: OWN01, reason: The new head starts in September, owner: process_office, expires: "2026-09-30"}]
units: [{id: process_office, name: Process office}]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.waivers import has_expired
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Waivers whose last day is over."""
    for element in architecture.elements.values():
        for index, waiver in enumerate(element.waivers):
            if has_expired(waiver, context.today):
                yield Finding(
                    element,
                    f"the waiver of {waiver.rule} at {called(element)} ended on {waiver.expires}",
                    ("waivers", index, "expires"),
                    "name another day if the reason still holds; else delete the waiver and mend what it covered",
                )


RULE = Rule(
    code="CFG04",
    name="expired-waiver",
    severity={"draft": Severity.WARNING},
    documentation=__doc__,
    check=check,
    needs=frozenset({"today"}),
)
