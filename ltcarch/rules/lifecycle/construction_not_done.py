"""Construction ends with its five outcomes done.

Requirements are analysed, the solution is designed, documents are written, all of it is verified together, and a pilot
has confirmed it. A process that is rolled out before is tried out on the whole company. So a lifecycle in `promotion`
or `operation` lists the five under `done`.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle:
      stage: promotion
      status: published
      done: [requirement_analysis, solution_design, document_development, integration_verification]
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    lifecycle:
      stage: promotion
      status: published
      done:
        - requirement_analysis
        - solution_design
        - document_development
        - integration_verification
        - pilot_confirmation
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.lifecycle.outcomes import left_undone
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Lifecycles in promotion or operation that do not list all outcomes of construction."""
    yield from left_undone(architecture, "construction")


RULE = Rule(
    code="LIF08",
    name="construction-not-done",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
