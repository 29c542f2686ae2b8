"""A waiver silences something.

One that silences nothing is left over: what it allowed was mended. If it stayed, it would silently allow the same fault
when it comes back. Waivers of rules that are switched off or did not run are passed over, and so are all of them while
some file cannot be read.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    owner: head_of_sales
    waivers: [{rule: OWN01, reason: The new head starts in May, owner: head_of_sales, expires: "2027-05-31"}]
positions: [{id: head_of_sales, name: Head of sales}]
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    owner: head_of_sales
positions: [{id: head_of_sales, name: Head of sales}]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called
from ltcarch.source.changes import Delete


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Waivers that silenced nothing in this run."""
    for element_id, index in sorted(context.idle_waivers):
        element = architecture.elements[element_id]
        yield Finding(
            element,
            f"the waiver of {element.waivers[index].rule} at {called(element)} silences nothing",
            ("waivers", index),
            "delete it",
            fix=Delete(("waivers", index)),
        )


RULE = Rule(
    code="CFG05",
    name="unused-waiver",
    severity={"draft": Severity.WARNING},
    documentation=__doc__,
    check=check,
    runs_last=True,
    mending="deletes the waiver",
)
