"""Each element stands exactly one level below its parent.

The levels tell why, what and how: a classification and its groups say why the company does something, processes
what it does, activities and tasks how. A level that is left out leaves a question without an answer. Levels that
the company does not use are passed over, and activities may stand directly under a process.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    processes:
      - id: LTC.1
        name: Collect leads
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - id: LTC.1
        name: Manage leads
        processes:
          - id: LTC.1.1
            name: Collect leads
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import HIERARCHY, Architecture
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.structure.levels import parent_kinds
from ltcarch.rules.wording import called, listed, with_article


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements under a parent of the wrong level, as far as both levels are in use."""
    project = architecture.project
    allowed = {kind: parent_kinds(project, kind) for kind in HIERARCHY if project.uses(kind)}
    for element in architecture.hierarchy.in_order:
        parent = architecture.hierarchy.parent(element)
        if parent is None or element.KIND not in allowed or parent.KIND not in allowed:
            continue
        above = allowed[element.KIND]
        if parent.KIND not in above and element.expects("parent"):
            yield Finding(
                element,
                f"{called(element)} stands under {called(parent)}",
                ("parent",),
                _help(element.KIND, above),
                (Place(parent, f"{parent.id} is {with_article(parent.KIND)}"),),
            )


def _help(kind: str, above: tuple[str, ...]) -> str:
    if not above:
        return f"{with_article(kind)} has no parent: it stands at the top"
    return f"{with_article(kind)} belongs under {listed(map(with_article, above), 'or')}"


RULE = Rule(
    code="STR02",
    name="wrong-level",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
