"""Each business capability is realised by some process.

A capability says what the company must be able to do, and processes say how it does it. A capability without a
process is a promise that nobody keeps.

Bad:

```yaml
capabilities:
  - {id: legal_advice, name: Legal advice}
```

Good:

```yaml
capabilities:
  - {id: legal_advice, name: Legal advice, realised_by: [MBS]}
classifications:
  - {id: MBS, name: Manage business support}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Capability
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Capabilities that name nothing under `realised_by`."""
    for capability in architecture.all(Capability):
        if not capability.realised_by and capability.expects("realised_by"):
            yield Finding(
                capability,
                f"{called(capability)} is realised by no process",
                ("realised_by",),
                "add `realised_by:` with the classification or group, or say under `unset:` why there is none yet",
            )


RULE = Rule(
    code="STR18",
    name="unrealised-capability",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
