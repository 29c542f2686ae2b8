"""A code of a reference framework has that framework's form.

A mapping is looked up by machines: 3.5.2 finds its entry, 3.x.2 finds none. The option `forms` says for each framework
what its codes look like: `#` stands for a number, `@` for a word, brackets for what may stand there any number of
times, and any other sign for itself. Frameworks without a form are not checked.

Bad:

```yaml
processes:
  - {id: LTC.1.2, name: Distribute leads, mappings: {pcf: 3.x.2}}
```

Good:

```yaml
processes:
  - {id: LTC.1.2, name: Distribute leads, mappings: {pcf: 3.5.2}}
```
"""

import re
from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, ProcessElement
from ltcarch.rules.rule import Context, Finding, Option, Rule
from ltcarch.rules.wording import called

_SIGNS = {"#": "[0-9]++", "@": "[A-Za-z]++", "(": "(?:", ")": ")*+"}
"""No sign gives back what it took, so that no form can make the comparison slow."""


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Codes that do not have the form of their framework, and forms that are none."""
    forms: dict[str, re.Pattern[str]] = {}
    for framework, form in context.options["forms"].items():
        try:
            forms[framework] = expression(str(form))
        except re.error:
            yield _unusable(architecture, framework, str(form))
    for element in architecture.all(ProcessElement):
        for framework, code in element.mappings.items() if element.expects("mappings") else ():
            form = forms.get(framework)
            if form is not None and not form.fullmatch(str(code)):
                yield Finding(
                    element,
                    f"{called(element)} is mapped to `{code}`, which is no code of {framework}",
                    ("mappings", framework),
                    f"a code of {framework} has the form `{context.options['forms'][framework]}`",
                )


def expression(form: str) -> re.Pattern[str]:
    """A form as a regular expression. Raises `re.error` where its brackets do not match."""
    return re.compile("".join(_SIGNS.get(sign, re.escape(sign)) for sign in form))


def _unusable(architecture: Architecture, framework: str, form: str) -> Finding:
    return Finding(
        architecture.company,
        f"the form `{form}` of {framework} has brackets that do not match",
        ("rules", "TRC06", "forms", framework),
        "each `(` needs its `)`",
        origin=architecture.project.origin,
    )


RULE = Rule(
    code="TRC06",
    name="malformed-mapping",
    severity={"standard": Severity.INFO},
    documentation=__doc__,
    check=check,
    options={"forms": Option({"pcf": "#(.#)"}, "the form of the codes of a framework, by its name")},
)
