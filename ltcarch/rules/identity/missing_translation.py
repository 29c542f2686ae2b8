"""Each element is named in every language of the project.

Whoever reads the site or a handbook in one language must not stumble over names in another. A name that is the same
everywhere, such as an acronym, may be plain; any other plain name stands for the default language.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: {en: Northwind Networks, zh: 北风网络}
languages: [en, zh]
# architecture.yaml
classifications:
  - {id: LTC, name: Lead to cash}
systems:
  - {id: crm, name: CRM}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: {en: Northwind Networks, zh: 北风网络}
languages: [en, zh]
# architecture.yaml
classifications:
  - {id: LTC, name: {en: Lead to cash, zh: 从线索到回款}}
systems:
  - {id: crm, name: CRM}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Text
from ltcarch.model.project import Project
from ltcarch.rules.identity.names import named_elements, reads_alike_everywhere
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Names that lack a language, the company's in the project file included."""
    project = architecture.project
    missing = _missing(project, project.name)
    if missing:
        message = f"the company has no name in {missing}"
        yield Finding(architecture.company, message, ("name",), _help(missing), origin=project.origin)
    languages = set(project.languages)
    for element in named_elements(architecture):
        if element.name is None or dict(element.name.values).keys() >= languages:
            continue
        missing = _missing(project, element.name)
        if missing:
            yield Finding(element, f"{called(element)} has no name in {missing}", ("name",), _help(missing))


def _missing(project: Project, name: Text) -> str:
    """The languages that are missing, in words."""
    stated = {language or project.language for language, _ in name.values}
    missing = [f"`{language}`" for language in project.languages if language not in stated]
    plain = name.get("")
    return "" if not missing or (plain and reads_alike_everywhere(plain)) else listed(missing)


def _help(missing: str) -> str:
    return f"write the name as a map by language and add {missing}"


RULE = Rule(
    code="IDN04",
    name="missing-translation",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    reads_words=True,
)
