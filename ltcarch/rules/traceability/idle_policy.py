"""Each policy is carried by a process or an activity.

A policy that no process carries out is followed by those who happen to have read it. It counts as carried where an
element from classification down to activity names it under `policies`.

Bad:

```yaml
policies:
  - {id: segregation_of_duties, name: Segregation of duties}
```

Good:

```yaml
processes:
  - {id: LTC.2.4, name: Decide price, policies: [segregation_of_duties]}
policies:
  - {id: segregation_of_duties, name: Segregation of duties}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Policy, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Policies that no element of the hierarchy names."""
    carried = {policy for element in architecture.all(ProcessElement) for policy in element.policies}
    carried |= {policy for activity in architecture.all(Activity) for policy in activity.policies}
    for policy in architecture.all(Policy):
        if policy.id not in carried and not architecture.is_out_of_sight(policy.id):
            yield Finding(
                policy,
                f"no process carries out {called(policy)}",
                (),
                "name it under `policies:` of the process or activity that does; one that is past goes to `retired:`",
            )


RULE = Rule(
    code="TRC04",
    name="idle-policy",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
