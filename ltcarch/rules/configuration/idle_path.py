"""Settings by path apply to some file.

A pattern under `per_path` that matches no file is misspelt, or the files were moved: they are then judged otherwise
than its author meant.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
per_path: [{path: "archtecture/**", profile: draft}]
# architecture/roles.yaml
roles: [{id: clerk, name: Clerk}]
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
per_path: [{path: "architecture/**", profile: draft}]
# architecture/roles.yaml
roles: [{id: clerk, name: Clerk}]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Patterns that match nothing."""
    for index, setting in enumerate(architecture.project.per_path):
        if setting.path and not setting.files:
            yield Finding(
                architecture.company,
                f"no file of the project matches `{setting.path}`",
                ("per_path", index, "path"),
                "a pattern begins at the project folder: `**` stands for any folders, `*` for any part of a name",
                origin=architecture.project.origin,
            )


RULE = Rule(
    code="CFG06",
    name="idle-path",
    severity={"draft": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
