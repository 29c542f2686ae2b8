"""A process is as mature as its weakest enabler.

The process and enterprise maturity model looks at five enablers: design, performers, owner, infrastructure and metrics.
A process reaches a level when all five have reached it; a good design helps nobody whom nobody taught. So with
`model: pemm` each of the five has a level from 0 to 4, and the claimed level is the lowest of them.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    maturity:
      model: pemm
      level: 3
      enablers: {design: 3, performers: 3, owner: 1, infrastructure: 3, metrics: 3}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    maturity:
      model: pemm
      level: 1
      enablers: {design: 3, performers: 3, owner: 1, infrastructure: 3, metrics: 3}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, ProcessElement
from ltcarch.model.parts import Maturity
from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed
from ltcarch.source.document import Step

ENABLERS = ("design", "performers", "owner", "infrastructure", "metrics")
_HIGHEST = 4


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Claims by the five enablers that name others, leave some out, or do not follow from them."""
    for element in architecture.all(ProcessElement):
        claim = element.maturity
        if claim and claim.model == "pemm" and element.expects("maturity"):
            for path, fault, help_text in _faults(claim):
                yield Finding(element, f"the maturity of {called(element)} {fault}", ("maturity", *path), help_text)


def _faults(claim: Maturity) -> Iterator[tuple[tuple[Step, ...], str, str]]:
    """Where a claim is wrong, how, and what to do."""
    unknown = [name for name in claim.enablers if name not in ENABLERS]
    missing = [name for name in ENABLERS if name not in claim.enablers]
    for name in unknown:
        help_text = did_you_mean(name, missing) or f"the five are {listed(ENABLERS)}"
        yield ("enablers", name), f"has a level for `{name}`, which is none of the five enablers", help_text
    for name, level in claim.enablers.items():
        if name in ENABLERS and level > _HIGHEST:
            yield ("enablers", name), f"puts {name} at {level}; the levels end at {_HIGHEST}", "correct the level"
    if missing and not unknown:
        yield ("enablers",), f"says nothing of {listed(missing)}", "a level is reached when all five have reached it"
    elif not unknown and claim.level != min(claim.enablers.values()):
        weakest = min(ENABLERS, key=lambda name: claim.enablers[name])
        lowest = claim.enablers[weakest]
        yield ("level",), f"is claimed as {claim.level}, but {weakest} is at {lowest}", f"write `level: {lowest}`"


RULE = Rule(
    code="MAT02",
    name="level-above-enablers",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
