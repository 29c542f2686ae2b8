"""Which rules somebody wants to hear of: by code, by family or by name."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules.rule import Rule

READING = "SRC"
"""The family that is always heard: a file that cannot be read was not checked either."""
FOUND_WHILE_READING = (READING, "SCH", "REF")
FAMILIES = (*FOUND_WHILE_READING, "CFG", "STR", "IDN", "OWN", "FLW", "ACT", "KPI", "CTL", "LIF", "MAT", "TRC")
"""The families that ltcarch keeps for itself."""


class UnknownRule(Exception):
    """Raised for a word that names no rule; `help` says what may be meant."""

    def __init__(self, word: str, known: Iterable[str]) -> None:
        super().__init__(f"there is no rule or family `{word}`")
        self.help = did_you_mean(word, known) or "`ltcarch rules` lists them"


class AlwaysHeard(Exception):
    """Raised for a rule that cannot be left out."""


class Selection(NamedTuple):
    """Codes and families that are wanted, all where none are named, less those that are not."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.select and not self.ignore

    def wants(self, code: str) -> bool:
        """Whether findings of a code are wanted."""
        own = {code, family_of(code)}
        return READING in own or (not own & self.ignore and (not self.select or bool(own & self.select)))


def selection(select: Iterable[str], ignore: Iterable[str], rules: Iterable[Rule]) -> Selection:
    """What these words select, several of which may stand in one with commas. Raises UnknownRule or AlwaysHeard."""
    known = tuple(rules)
    chosen = Selection(frozenset(_codes(select, known)), frozenset(_codes(ignore, known)))
    if any(family_of(code) == READING for code in chosen.ignore):
        raise AlwaysHeard(f"{READING} cannot be left out: a file that cannot be read is not checked")
    return chosen


def _codes(words: Iterable[str], rules: tuple[Rule, ...]) -> Iterator[str]:
    by_name = {rule.name: rule.code for rule in rules}
    codes = {*FAMILIES, *(rule.code for rule in rules), *(family_of(rule.code) for rule in rules)}
    for word in filter(None, (piece.strip() for own in words for piece in own.split(","))):
        code = by_name.get(word.lower(), word.upper())
        if code not in codes:
            raise UnknownRule(word, (*codes, *by_name))
        yield code


def family_of(code: str) -> str:
    """The letters of a code."""
    return code.rstrip("0123456789")
