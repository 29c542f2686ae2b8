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
from ltcarch.rules.identity.names import path_of_name, stated_names
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called

_Name = tuple[str, str]
"""A language, and a name in it in small letters."""


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """The later one of two siblings with the same name in some language, and sub-processes named like their process."""
    project = architecture.project
    taken: dict[tuple[str | None, _Name], Element] = {}
    for element in architecture.hierarchy.in_order:
        for key, text in element.name.values if element.name else ():
            name = (key or project.language, text.casefold())
            bearer = taken.setdefault((element.parent, name), element)
            other = bearer if bearer is not element else _process_of_this_name(architecture, element, name)
            if other is not None:
                yield Finding(
                    element,
                    f"{called(element)} has the name of its {'sibling' if other is bearer else 'parent'} {other.id}",
                    path_of_name(key),
                    "say in the name what is different",
                    (Place(other, f"the name of {called(other)}", ("name",)),),
                )
                break


def _process_of_this_name(architecture: Architecture, element: Element, name: _Name) -> Element | None:
    """The process of a sub-process, if it bears the same name and has other sub-processes too."""
    process = architecture.hierarchy.parent(element) if element.KIND == "subprocess" else None
    if process is None or len(architecture.hierarchy.children(process, "subprocess")) == 1:
        return None
    names = {(own.language, own.text.casefold()) for own in stated_names(architecture.project, process)}
    return process if name in names else None


RULE = Rule(
    code="IDN05",
    name="repeated-name",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    reads_words=True,
)
