"""How many findings of one kind are told, and how long each is, so that no small file makes a report of gigabytes."""

from collections.abc import Iterable, Iterator

from ltcarch.diagnostics.diagnostic import Diagnostic
from ltcarch.source.limits import limit, to_allow_more

MOST_OF_A_RULE = limit("rule_findings")
MOST_OF_A_FILE = limit("shape_findings")
"""Faults of shape: a file with more was not written by hand."""
LONGEST_SENTENCE = 2_000


def at_most(most: int, diagnostics: Iterable[Diagnostic], name: str = "rule_findings") -> Iterator[Diagnostic]:
    """The first of the findings, as they come; where there are more, one says so and the others are not looked for.

    `name` is that of the limit.
    """
    for count, diagnostic in enumerate(diagnostics):
        if count == most:
            message = f"more than {most:,} findings of this kind; the others are not told"
            help_text = f"mend their common cause first; {to_allow_more(name)}"
            yield diagnostic._replace(message=message, help=help_text, related=(), fix=())
            return
        yield in_bounds(diagnostic)


def in_bounds(diagnostic: Diagnostic) -> Diagnostic:
    """The finding with its sentences cut short, where they quote a name or text of any length."""
    help_text = diagnostic.help or ""
    if len(diagnostic.message) <= LONGEST_SENTENCE and len(help_text) <= LONGEST_SENTENCE:
        return diagnostic
    return diagnostic._replace(message=_cut(diagnostic.message), help=_cut(help_text) or None)


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SENTENCE else f"{sentence[: LONGEST_SENTENCE - 1]}…"
