"""An element has one parent.

An element that stands inside of one parent and names another would be drawn in one place and counted in another.
A process that is used in two places stands in one of them; an activity of the other place runs it with `calls`.

Bad:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - id: LTC.1.1
        parent: LTC.2
        name: Collect leads
  - id: LTC.2
    name: Manage opportunities
```

Good:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - id: LTC.1.1
        name: Collect leads
  - id: LTC.2
    name: Manage opportunities
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Nested elements whose `parent` is not the element in which they stand."""
    for element in architecture.hierarchy.in_order:
        around = architecture.get(element.nested_in)
        if around is not None and element.parent != around.id:
            yield Finding(
                element,
                f"{called(element)} stands inside of {around.id} and names {element.parent} as its parent",
                ("parent",),
                "delete `parent:` here, or move the element out of the one that it stands in",
                (Place(around, f"it stands inside of {called(around)}"),),
            )


RULE = Rule(
    code="STR20",
    name="two-parents",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
