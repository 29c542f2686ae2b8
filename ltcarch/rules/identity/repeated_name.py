"""Siblings have different names, and a sub-process another one than its process.

Readers see names, not ids. Two boxes with the same name side by side make them click both. Only where the project
says `no_scenario: same_name` does the one sub-process of a process repeat its name.

Bad:

```yaml
processes:
  - id: LTC.2.3
    name: Design solution
    activities:
      - {id: LTC.2.3.A1, name: Review}
      - {id: LTC.2.3.A2, name: Review}
```

Good:

```yaml
processes:
  - id: LTC.2.3
    name: Design solution
    activities:
      - {id: LTC.2.3.A1, name: Review technical solution}
      - {id: LTC.2.3.A2, name: Review delivery solution}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.model.hierarchy import HierarchyElement
from ltcarch.rules.identity.names import StatedName, folded, stated_names
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The later one of two siblings with the same name in some language, and sub-processes named like their process."""
    project = architecture.project
    taken: dict[tuple[str | None, str, str], Element] = {}
    for element in architecture.hierarchy.in_order:
        like_parent = _name_of_process(architecture, element)
        for name in stated_names(project, element):
            key = (element.parent, name.language, folded(name.text))
            other = taken.setdefault(key, element)
            if other is not element or (name.language, folded(name.text)) in like_parent:
                yield _repeated(architecture, element, name, other)
                break


def _name_of_process(architecture: Architecture, element: HierarchyElement) -> set[tuple[str, str]]:
    """The names that a sub-process must not have: those of its process, if it is not the only one."""
    process = architecture.hierarchy.parent(element)
    if element.KIND != "subprocess" or process is None:
        return set()
    if len(architecture.hierarchy.children(process, "subprocess")) == 1:
        return set()
    return {(name.language, folded(name.text)) for name in stated_names(architecture.project, process)}


def _repeated(architecture: Architecture, element: HierarchyElement, name: StatedName, sibling: Element) -> Finding:
    other = sibling if sibling is not element else architecture.hierarchy.parent(element) or sibling
    relation = "sibling" if other is sibling else "parent"
    return Finding(
        element,
        f"{called(element)} has the name of its {relation} {other.id}: {name.text}",
        name.path,
        "say in the name what is different",
        (Place(other, f"the name of {called(other)}", ("name",)),),
    )


RULE = Rule(
    code="IDN05",
    name="repeated-name",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
