"""A Chinese name is written in Chinese, any other one without Chinese characters.

A name that was pasted into the wrong language is shown to readers who cannot read it, and nobody sees it who works in
the other language. Acronyms are the same everywhere, and systems and parties outside keep the names they have.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: {en: Northwind Networks, zh: 北风网络}
languages: [en, zh]
# architecture.yaml
groups:
  - {id: LTC.1, name: {en: 管理线索, zh: Manage leads}}
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: {en: Northwind Networks, zh: 北风网络}
languages: [en, zh]
# architecture.yaml
groups:
  - {id: LTC.1, name: {en: Manage leads, zh: 管理线索}}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element, External, System
from ltcarch.rules.identity.names import holds_chinese, named_elements, path_of_name, reads_alike_everywhere
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

_WITH_CHINESE_CHARACTERS = ("zh", "ja", "ko")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Names in the languages of the project whose script is another one's."""
    project = architecture.project
    judged = {language: language for language in project.languages}
    if len(judged) == 1:  # among several, a plain name lacks one anyway, and that is said once
        judged[""] = project.language
    for element in named_elements(architecture):
        for key, text in element.name.values if element.name else ():
            language = judged.get(key)
            fault = _fault(element, language, text) if language else None
            if fault:
                yield Finding(
                    element,
                    f"the name of {called(element)} in `{language}` {fault}",
                    path_of_name(key),
                    f"write it in the language that `{language}` stands for",
                )


def _fault(element: Element, language: str, text: str) -> str | None:
    if holds_chinese(text):
        return None if language.startswith(_WITH_CHINESE_CHARACTERS) else "holds Chinese characters"
    keeps_its_name = isinstance(element, (System, External))
    is_foreign = language.startswith("zh") and not keeps_its_name and not reads_alike_everywhere(text)
    return "holds no Chinese character" if is_foreign else None


RULE = Rule(
    code="IDN09",
    name="wrong-script",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    reads_words=True,
)
