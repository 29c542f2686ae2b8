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

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Term
from ltcarch.model.text import Text
from ltcarch.rules.identity.names import named_elements, stated_names
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called

_LETTER = "[0-9a-z\u00df-\u024f]"
_PIECE = rf"{_LETTER}+|[^{_LETTER[1:-1]}\s]"
"""What a word can begin with: a run of letters where words stand between spaces, else a single character."""
_LETTER_FOLLOWS = f"(?<={_LETTER}){_LETTER}"

Deprecated = dict[str, dict[int, dict[str, dict[Text | None, Term]]]]
"""The deprecated words in small letters, by their first piece and then by length, longer ones first.

Each has the terms that deprecate it, one of each name.
"""


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Names in which a deprecated word stands that is no part of the term's own name."""
    deprecated = _deprecated(architecture)
    if not deprecated:
        return
    for element in named_elements(architecture):
        if isinstance(element, Term):
            continue
        for name in stated_names(architecture.project, element):
            found = _first(deprecated, name.text.lower())
            if found is not None:
                word, term = found
                yield Finding(
                    element,
                    f'{called(element)} has the deprecated word "{word}" in its name',
                    name.path,
                    f'the glossary says "{term.label(name.language)}"',
                    (Place(term, f"{called(term)} deprecates it", ("deprecated",)),),
                )


def _deprecated(architecture: Architecture) -> Deprecated:
    found: Deprecated = {}
    for term in architecture.all(Term):
        for text in term.deprecated:
            for _, written in text.values:
                word = written.strip().lower()
                for piece in re.findall(_PIECE, word)[:1]:
                    terms = found.setdefault(piece, {}).setdefault(len(word), {}).setdefault(word, {})
                    terms.setdefault(term.name, term)
    return {piece: dict(sorted(by_length.items(), reverse=True)) for piece, by_length in found.items()}


def _first(deprecated: Deprecated, text: str) -> tuple[str, Term] | None:
    """The first deprecated word of a text and its term, but for words inside of the name that the glossary chose.

    A Chinese word is found anywhere, since Chinese is written without spaces; others only as whole words.
    """
    if deprecated.keys().isdisjoint(re.findall(_PIECE, text)):
        return None
    for piece in re.finditer(_PIECE, text):
        start = piece.start()
        for length, words in deprecated.get(piece[0], {}).items():
            word, end = text[start : start + length], start + length
            if word not in words or re.compile(_LETTER_FOLLOWS).match(text, end):
                continue
            for term in words[word].values():
                if not _is_inside_of_its_name(text, start, end, term):
                    return word, term
    return None


def _is_inside_of_its_name(text: str, start: int, end: int, term: Term) -> bool:
    names = [name.lower() for _, name in term.name.values] if term.name else []
    chosen = (own for name in names for own in re.finditer(re.escape(name), text))
    return any(own.start() <= start and end <= own.end() for own in chosen)


RULE = Rule(
    code="IDN08",
    name="deprecated-term",
    severity={"standard": Severity.INFO},
    documentation=__doc__,
    check=check,
    reads_words=True,
)
