"""A maturity that is claimed has its evidence.

A level without proof is an opinion. The `evidence` of an assessment says what shows it: a report, a sample, the figures
of a period, so that somebody else would come to the same level.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    maturity: {model: levels, level: 3, date: 2026-05-31}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    maturity: {model: levels, level: 3, date: 2026-05-31, evidence: Assessment of four offices in May}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements with a maturity above the lowest level and no evidence of it."""
    for element in architecture.all(ProcessElement):
        claim = element.maturity
        if claim and claim.level and claim.evidence is None and element.expects("maturity"):
            yield Finding(
                element,
                f"{called(element)} claims maturity level {claim.level} without evidence",
                ("maturity", "evidence"),
                "add `evidence:` with what shows it",
            )


RULE = Rule(
    code="MAT01",
    name="claim-without-evidence",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
