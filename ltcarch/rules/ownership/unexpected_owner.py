"""An element has the owner that the project file expects.

Some ownership is a principle of the company: its strategy process, say, belongs to the one who runs it. The option
`owners` says so once, and a change of hands that forgets it is found.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules:
  OWN03: {owners: {DSTE: president}}
# architecture.yaml
classifications:
  - id: DSTE
    name: Develop strategy to execution
    owner: head_of_strategy
positions:
  - {id: president, name: President}
  - {id: head_of_strategy, name: Head of strategy}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
rules:
  OWN03: {owners: {DSTE: president}}
# architecture.yaml
classifications:
  - id: DSTE
    name: Develop strategy to execution
    owner: president
positions:
  - {id: president, name: President}
  - {id: head_of_strategy, name: Head of strategy}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, ProcessElement
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.settings import wrong_name
from ltcarch.rules.wording import called

OWNED = ("classification", "group", "process", "subprocess")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements that another position owns than the project file says, and names in it that lead nowhere."""
    for element_id, position in context.options["owners"].items():
        path = ("OWN03", "owners", element_id)
        wrong = wrong_name(architecture, path, element_id, OWNED, at_key=True) or wrong_name(
            architecture, path, position, ("position",)
        )
        element = architecture.get(element_id, ProcessElement)
        if wrong:
            yield wrong
        elif element is not None:
            yield from _another_owner(architecture, element, position)


def _another_owner(architecture: Architecture, element: ProcessElement, position: str) -> Iterator[Finding]:
    stated = architecture.responsibility.owner_stated_at(element)
    if stated and len(stated.owners) == 1 and stated.owners[0] != position:
        from_above = "" if stated is element else f", as {called(stated)} says"
        yield Finding(
            element,
            f"{called(element)} is owned by {stated.owners[0]}{from_above}; the project file expects {position}",
            ("owner",),
            f"write `owner: {position}`, or correct `rules.OWN03.owners` of the project file",
        )


RULE = Rule(
    code="OWN03",
    name="unexpected-owner",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
    options={"owners": Option({}, "the position that must own an element, by the element's id")},
)
