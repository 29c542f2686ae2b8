"""A stated flow says from where, to where, and what flows.

A flow with an open end joins nothing, and one without an artifact is only an arrow. Say `unset:` where it is
knowingly open.

Bad:

```yaml
classifications:
  - {id: LTC, name: Lead to cash}
flows:
  - {id: demand, to: LTC}
```

Good:

```yaml
classifications:
  - {id: LTC, name: Lead to cash}
artifacts:
  - {id: customer_order, name: Customer order}
externals:
  - {id: customer, name: Customer}
flows:
  - {id: demand, from: customer, to: LTC, artifacts: [customer_order]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Flow
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed

ASKED = {"from": "from_", "to": "to", "artifacts": "artifacts"}


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Flows without one of their ends, or that carry nothing."""
    for flow in architecture.all(Flow):
        missing = [key for key, name in ASKED.items() if not getattr(flow, name) and flow.expects(key)]
        if missing:
            yield Finding(
                flow,
                f"{called(flow)} states no {listed((f'`{key}`' for key in missing), 'and no')}",
                (),
                f"add {listed(f'`{key}:`' for key in missing)}, or say under `unset:` why it is open",
            )


RULE = Rule(
    code="FLW22",
    name="incomplete-flow",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
