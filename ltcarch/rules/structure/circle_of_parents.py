"""Parents never lead back to where one began.

Two elements that are each other's parent belong to nothing else: neither is reached from the top, and neither has
a level.

Bad:

```yaml
groups:
  - {id: LTC.1, parent: LTC.1.1, name: Manage leads}
processes:
  - {id: LTC.1.1, parent: LTC.1, name: Collect leads}
```

Good:

```yaml
classifications:
  - {id: LTC, name: Lead to cash}
groups:
  - {id: LTC.1, parent: LTC, name: Manage leads}
processes:
  - {id: LTC.1.1, parent: LTC.1, name: Collect leads}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Each circle once, shown where its first member names its parent."""
    for circle in architecture.hierarchy.circles:
        members = [architecture.elements[own] for own in _from_a_stated_parent(architecture, circle)]
        way = " → ".join(member.id for member in [*members, members[0]])
        yield Finding(
            members[0],
            f"the parents of {called(members[0])} lead in a circle: {way}",
            ("parent",),
            "change one `parent:` so that the way up ends at a classification",
            tuple(Place(member, f"{member.id} is part of the circle", ("parent",)) for member in members[1:]),
        )


def _from_a_stated_parent(architecture: Architecture, circle: tuple[str, ...]) -> tuple[str, ...]:
    """The circle, begun at a member that names its parent and does not just stand inside of it."""
    stated = (at for at, own in enumerate(circle) if "parent" in architecture.elements[own].origin.mapping)
    first = next(stated, 0)
    return circle[first:] + circle[:first]


RULE = Rule(
    code="STR03",
    name="circle-of-parents",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
