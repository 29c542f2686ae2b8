"""What is published states its version.

People work by what is published, and when it changes they must be able to say which text they worked by. So every
lifecycle with `status: published` has a `version`; elements below take it over unless they state a lifecycle of their
own. Say `unset: {version: why}` at the element where it is knowingly open.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle: {stage: operation, status: published, version: 1.0.0}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.lifecycle.stated import stated_lifecycles
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Lifecycles that are published and have no version."""
    for stated in stated_lifecycles(architecture):
        if stated.lifecycle.status == "published" and not stated.lifecycle.version and stated.expects("version"):
            yield stated.finding(
                f"{stated.title} is published and states no version",
                ("version",),
                "add `version: 1.0.0`, and raise it with every change",
            )


RULE = Rule(
    code="LIF02",
    name="published-without-version",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
