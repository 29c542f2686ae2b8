"""Each artifact is taken, made or named somewhere.

An artifact that nothing names is left over, or the activity that it was written down for is missing. Parts count with
their whole.

Bad:

```yaml
artifacts:
  - {id: lead_report, name: Lead report}
```

Good:

```yaml
activities:
  - {id: LTC.1.3.A4, name: Report leads, outputs: [lead_report]}
artifacts:
  - {id: lead_report, name: Lead report}
```
"""

from collections.abc import Iterator
from functools import cache

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Artifact
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Artifacts that neither themselves nor as part or whole are named by anything."""

    @cache
    def is_named(artifact_id: str) -> bool:
        named = any(not isinstance(element, Artifact) for element, _ in architecture.mentions(artifact_id))
        return named or architecture.is_out_of_sight(artifact_id)

    for artifact in architecture.all(Artifact):
        if not any(map(is_named, architecture.exchange.kin(artifact.id))):
            yield Finding(
                artifact,
                f"{called(artifact)} is named nowhere",
                (),
                "name it where it is taken, made or used, or delete it and list it under `retired:`",
            )


RULE = Rule(
    code="FLW18",
    name="unused-artifact",
    severity={"strict": Severity.INFO},
    documentation=__doc__,
    check=check,
)
