"""An id that was given up is not given away again.

Old documents, links, waivers and measurements still name it. If it returns with another meaning, all of them are
silently wrong. So ids under `retired`, and those under the `former_ids` of an element, belong to nobody else.

Bad:

```yaml
groups:
  - {id: LTC.4, name: Manage partners}
retired:
  - {id: LTC.4, reason: Became part of LTC.3}
```

Good:

```yaml
groups:
  - {id: LTC.5, name: Manage partners}
retired:
  - {id: LTC.4, reason: Became part of LTC.3}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.model.naming import natural_key
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Retired ids that somebody bears, and former ids that another element bears or claims."""
    for retired in architecture.retired:
        element = architecture.get(retired.id)
        if element is not None:
            yield Finding(
                element,
                f"{called(element)} has an id that was retired",
                ("id",),
                "give it an id that was never used; if it is the old element, delete the id under `retired:`",
                (Place(retired, f"{retired.id} was retired here"),),
            )
    claimed: dict[str, Element] = {}
    for element in _renamed(architecture):
        for index, former in enumerate(element.former_ids):
            owner = architecture.get(former) or claimed.get(former)
            if owner is not None:
                yield _taken(element, index, former, owner)
            claimed.setdefault(former, element)


def _renamed(architecture: Architecture) -> list[Element]:
    """Elements with former ids in the order of their present ones, so that their files do not matter."""
    renamed = [element for element in architecture.elements.values() if element.former_ids]
    return sorted(renamed, key=lambda element: natural_key(element.id))


def _taken(element: Element, index: int, former: str, owner: Element) -> Finding:
    if owner is element:
        said = "its own id" if former == element.id else "an id twice"
    else:
        said = f"an id that {called(owner)} {'has' if owner.id == former else 'also had'}"
    return Finding(
        element,
        f"{called(element)} lists {said} under `former_ids`",
        ("former_ids", index),
        "list there only ids that this element alone had, and has no longer",
        () if owner is element else (Place(owner, f"{called(owner)} stands here"),),
    )


RULE = Rule(
    code="IDN03",
    name="reused-id",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
