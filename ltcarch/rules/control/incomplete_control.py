"""A key control says whether it prevents or detects, how and how often it is done, what proves it, and who tests it.

Without method and frequency everybody performs it in another way; without evidence nobody can show that it was done;
without a tester nobody asks. Controls with `key: false` are not asked, nor are those of what is only planned.

Bad:

```yaml
controls:
  - {id: price_authority, name: Price authority}
```

Good:

```yaml
controls:
  - id: price_authority
    name: Price authority
    type: prevent
    method: The system takes a decision only from those whose limit covers it
    frequency: per_event
    evidence: [authorised_price]
    tester: internal_control_officer
artifacts:
  - {id: authorised_price, name: Authorised price}
positions:
  - {id: internal_control_officer, name: Internal control officer}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Control
from ltcarch.rules.control.controlled import is_in_force
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed

WANTED = ("type", "method", "frequency", "evidence", "tester")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Key controls in force that lack something."""
    for control in architecture.all(Control):
        missing = [key for key in WANTED if not getattr(control, key) and control.expects(key)]
        if control.key and missing and is_in_force(architecture, control.activities, control):
            yield Finding(
                control,
                f"{called(control)} lacks {listed(missing)}",
                (),
                f"add {listed(f'`{key}:`' for key in missing)}, or say under `unset:` why it is open",
            )


RULE = Rule(
    code="CTL03",
    name="incomplete-control",
    severity={"strict": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
