"""Where an activity says who is accountable, consulted or informed, it says who is responsible.

A list of all who have a say hides that nobody does the work. Without any such list, OWN05 asks for the responsible
role; an activity that calls another process needs none.

Bad:

```yaml
activities:
  - id: LTC.2.6.A2
    name: Review contract
    raci: {consulted: [legal_counsel], informed: [account_manager]}
roles:
  - {id: legal_counsel, name: Legal counsel}
  - {id: account_manager, name: Account manager}
```

Good:

```yaml
activities:
  - id: LTC.2.6.A2
    name: Review contract
    role: contract_manager
    raci: {consulted: [legal_counsel], informed: [account_manager]}
roles:
  - {id: contract_manager, name: Contract manager}
  - {id: legal_counsel, name: Legal counsel}
  - {id: account_manager, name: Account manager}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called


def names_others_only(activity: Activity) -> bool:
    """Whether an activity names who has a say, but nobody who does it."""
    raci = activity.raci
    if raci is None or activity.roles or raci.responsible or activity.calls is not None:
        return False
    return activity.expects("raci") and bool(raci.accountable or raci.consulted or raci.informed)


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Activities with a say for many and work for nobody."""
    for activity in architecture.all(Activity):
        if names_others_only(activity) and activity.expects("role"):
            yield Finding(
                activity,
                f"{called(activity)} says who has a say, but not who is responsible",
                ("raci",),
                "add `role:` with the id of the role that does the work",
                at_key=True,
            )


RULE = Rule(
    code="OWN09",
    name="nobody-responsible",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
