"""An acronym stands for one thing, and the glossary says for what.

Three letters that everybody expands in another way are the shortest path to a misunderstanding. The glossary has one
term for each acronym; other expansions in use are its aliases. An element that bears the acronym as its id or alias
bears the term's name.

Bad:

```yaml
classifications:
  - {id: MTL, name: Market and Development}
glossary:
  - {id: term_mtl, acronym: MTL, name: Market to Lead}
```

Good:

```yaml
classifications:
  - {id: MTL, name: Market to Lead}
glossary:
  - {id: term_mtl, acronym: MTL, name: Market to Lead, aliases: [Market and Development]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element, Term
from ltcarch.rules.identity.names import folded, named_elements, stated_names
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Terms that share an acronym, and elements that expand one in another way than its term."""
    terms: dict[str, Term] = {}
    for term in architecture.all(Term):
        if term.acronym is None:
            continue
        first = terms.setdefault(term.acronym, term)
        if first is not term:
            yield Finding(
                term,
                f"{called(term)} has the acronym {term.acronym}, as has {called(first)}",
                ("acronym",),
                "make them one term with aliases, or give one of them another acronym",
                (Place(first, f"the acronym of {called(first)}", ("acronym",)),),
            )
    for element in named_elements(architecture):
        for acronym in dict.fromkeys(_acronyms_of(element)):
            if acronym in terms:
                yield from _expanded_otherwise(architecture, element, terms[acronym])


def _acronyms_of(element: Element) -> Iterator[str]:
    """What may be an acronym of the element: its id, and its aliases."""
    yield element.id
    for alias in element.aliases:
        yield from (text for _, text in alias.values)


def _expanded_otherwise(architecture: Architecture, element: Element, term: Term) -> Iterator[Finding]:
    expansions = {name.language: name.text for name in stated_names(architecture.project, term)}
    for name in stated_names(architecture.project, element):
        expansion = expansions.get(name.language, name.text)
        if folded(name.text) not in (folded(expansion), folded(term.acronym or "")):
            yield Finding(
                element,
                f'{called(element)} expands {term.acronym} as "{name.text}"; the glossary says "{expansion}"',
                name.path,
                "use one of the two, and list the other under the `aliases:` of the term",
                (Place(term, f"the name of {called(term)}", ("name",)),),
            )
            break


RULE = Rule(
    code="IDN07",
    name="ambiguous-acronym",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    reads_words=True,
)
