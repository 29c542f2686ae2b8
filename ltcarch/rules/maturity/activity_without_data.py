"""An activity tells where it is done and how long it takes.

Who, where and when are what an improvement works with: skills, distances, waiting. Who does it is asked of every
activity anyway; a company that measures its processes asks for a `location` and a `duration`, too. Off unless the
project sets a severity, since most architectures are not that far.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules: {MAT07: info}
lifecycle: {stage: operation, status: published, version: 1.0.0}
# architecture.yaml
activities:
  - {id: LTC.1.2.A1, name: Validate lead}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules: {MAT07: info}
lifecycle: {stage: operation, status: published, version: 1.0.0}
# architecture.yaml
activities:
  - id: LTC.1.2.A1
    name: Validate lead
    location: Regional office
    duration: {work: PT20M, wait: P1D}
```
"""

from collections.abc import Iterator

from ltcarch.model import Activity, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed

_ASKED = {"location": "where it is done", "duration": "how long it takes"}
"""What each of the attributes tells."""


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published activities that leave one of the two open. One that calls another process has none of its own."""
    for activity in architecture.all(Activity):
        missing = [key for key in _ASKED if not getattr(activity, key) and activity.expects(key)]
        if missing and not activity.calls and architecture.is_published(activity):
            yield Finding(
                activity,
                f"{called(activity)} does not say {listed(_ASKED[key] for key in missing)}",
                (),
                f"add {listed(f'`{key}:`' for key in missing)}",
            )


RULE = Rule(
    code="MAT07",
    name="activity-without-data",
    severity={},
    documentation=__doc__,
    check=check,
)
