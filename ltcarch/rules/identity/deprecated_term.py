"""Names use the words that the glossary has chosen.

A company that calls the same thing a lead here and a clue there looks for two things. The glossary says under
`deprecated` which words should no longer be written; this rule finds them in names.

Bad:

```yaml
processes:
  - {id: LTC.1.1, name: Collect clues}
glossary:
  - {id: lead, name: Lead, deprecated: [clue, clues]}
```

Good:

```yaml
processes:
  - {id: LTC.1.1, name: Collect leads}
glossary:
  - {id: lead, name: Lead, deprecated: [clue, clues]}
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Term
from ltcarch.rules.identity.names import holds_chinese, named_elements, stated_names
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called

_LETTER = "[0-9A-Za-z\u00c0-\u024f]"
"""A letter of a word that is written between spaces."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The deprecated words of all terms as one expression, and the term of each."""

    expression: re.Pattern[str]
    terms: dict[str, Term]


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Names in which a deprecated word stands that is no part of the term's own name."""
    words = _deprecated_words(architecture)
    if words is None:
        return
    for element in named_elements(architecture):
        if isinstance(element, Term):
            continue
        for name in stated_names(architecture.project, element):
            word = _first(words, name.text)
            if word is not None:
                term = words.terms[word.casefold()]
                better = term.label(name.language)
                yield Finding(
                    element,
                    f'{called(element)} has the deprecated word "{word}" in its name',
                    name.path,
                    f'the glossary says "{better}"',
                    (Place(term, f"{called(term)} deprecates it", ("deprecated",)),),
                )


def _deprecated_words(architecture: Architecture) -> _Words | None:
    terms: dict[str, Term] = {}
    for term in architecture.all(Term):
        for deprecated in term.deprecated:
            for _, word in deprecated.values:
                terms.setdefault(word.casefold(), term)
    if not terms:
        return None
    longest_first = sorted(terms, key=lambda word: (-len(word), word))
    return _Words(re.compile("|".join(map(_expression, longest_first)), re.IGNORECASE), terms)


def _expression(word: str) -> str:
    """Chinese is written without spaces, so a word is found anywhere; elsewhere only as a whole word."""
    found = re.escape(word)
    return found if holds_chinese(word) else f"(?<!{_LETTER}){found}(?!{_LETTER})"


def _first(words: _Words, text: str) -> str | None:
    """The first deprecated word of a text that does not stand inside of the name that the glossary chose."""
    for found in words.expression.finditer(text):
        term = words.terms.get(found[0].casefold())
        if term is not None and not _inside_of_its_name(text, found, term):
            return found[0]
    return None


def _inside_of_its_name(text: str, found: re.Match[str], term: Term) -> bool:
    names = [name for _, name in term.name.values] if term.name else []
    chosen = (own for name in names for own in re.finditer(re.escape(name), text, re.IGNORECASE))
    return any(own.start() <= found.start() and found.end() <= own.end() for own in chosen)


RULE = Rule(
    code="IDN08",
    name="deprecated-term",
    severity={"standard": Severity.INFO},
    documentation=__doc__,
    check=check,
)
