"""What a rule is, and what it yields."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from ltcarch.diagnostics import Severity
from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element, Origin
from ltcarch.model.project import PROFILES
from ltcarch.source.changes import Change
from ltcarch.source.document import Step
from ltcarch.source.text import Location

ASKED_FOR_BY = {"today": "--with-dates", "history": "--since"}
"""What a rule can need from outside of the files, and the option of `ltcarch validate` that gives it."""


class Option(NamedTuple):
    """One setting of a rule: its value where the project says nothing, and what it means."""

    default: Any
    meaning: str


class Place(NamedTuple):
    """Another element that belongs to a finding, and what it is."""

    element: Element
    message: str
    path: tuple[Step, ...] = ()


class Finding(NamedTuple):
    """What a rule found at an element.

    `path` leads from the element to the attribute that is wrong; a missing one is shown at the nearest thing that
    exists. `severity` is given only where it differs from the rule's.
    """

    element: Element
    message: str
    path: tuple[Step, ...] = ()
    help: str | None = None
    related: tuple[Place, ...] = ()
    at_key: bool = False
    severity: Severity | None = None
    origin: Origin | None = None
    """Where the path begins, if not at the element: the project file, say."""
    location: Location | None = None
    """The very place, if it lies inside of a value."""
    fix: Change | None = None
    """What mends it, where there is one safe answer. Its path begins where that of the finding does."""
    fix_elsewhere: tuple[tuple[Element, Change], ...] = ()
    """What has to change at other elements together with that."""


class NotJudged(Exception):
    """Raised by a check that could not look at everything, so that its silence says nothing."""


class Context(NamedTuple):
    """What a rule may ask besides the architecture.

    That is its options; the day, if dates are to be checked; the architecture as it was before, if the present one is
    to be compared with it; and for a rule that runs last, the waivers that silenced nothing, by element and index.
    """

    options: Mapping[str, Any] = MappingProxyType({})
    today: date | None = None
    before: Architecture | None = None
    idle_waivers: frozenset[tuple[str, int]] = frozenset()

    def gives(self, need: str) -> bool:
        """Whether it holds what a rule needs: `today` or `history`."""
        return {"today": self.today, "history": self.before}[need] is not None


Check = Callable[[Architecture, Context], Iterable[Finding]]


class Rule(NamedTuple):
    """One rule. `severity` holds from the named profile on; a rule is silent in the profiles below.

    A rule without a check is found while files are read; its severity cannot be changed. `needs` names what a check
    must be given from outside of the files: `today` or `history`. Without it the rule does not run. One that is about
    what the others found runs last.
    """

    code: str
    name: str
    severity: Mapping[str, Severity]
    documentation: str
    check: Check | None = None
    options: Mapping[str, Option] = MappingProxyType({})
    needs: frozenset[str] = frozenset()
    runs_last: bool = False
    mending: str = ""
    """What `ltcarch validate --fix` does about findings that have one safe answer; empty where none has."""
    is_company_rule: bool = False
    """Whether it comes from the project file, so that it has no examples."""
    reads_words: bool = False
    """Whether it hangs on what texts say. Any other one finds the same however the texts are worded."""

    def severity_in(self, profile: str) -> Severity | None:
        """The severity in a profile; None where the rule is silent."""
        found = None
        for name in PROFILES[: PROFILES.index(profile) + 1]:
            found = self.severity.get(name, found)
        return found

    @property
    def may_stay_silent(self) -> bool:
        """Whether it finds nothing where it found nothing before, if all but the words of texts is as it was."""
        hangs_on_more = self.reads_words or self.runs_last or self.is_company_rule or "history" in self.needs
        return self.check is not None and not hangs_on_more

    @property
    def statement(self) -> str:
        """What the rule demands, in one sentence: the first line of its documentation."""
        return self.documentation.strip().partition("\n")[0]
