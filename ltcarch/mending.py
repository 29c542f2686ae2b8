"""Makes the edits that findings carry, as far as none of them brings a new finding."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ltcarch.diagnostics import Diagnostic, Edit
from ltcarch.diagnostics.baseline import KnownFinding
from ltcarch.engine import Report
from ltcarch.loading.files import Files
from ltcarch.loading.load import Loaded
from ltcarch.writing.yaml_edits import edited, overlap

MOST_ROUNDS = 10
"""How often what was mended is looked at anew: one edit can make way for another."""
MOST_TRIALS = 60
"""How often all is checked; edits that are still in doubt then are not made."""

Outcome = tuple[Loaded, Report]
Check = Callable[[Files], Outcome]
Lines = Callable[[str, int], int]


@dataclass(slots=True)
class EditedFiles:
    """The files of a project as they were read first, some of them with new content."""

    files: Files
    new: Mapping[str, bytes] = field(default_factory=dict)
    former: dict[str, bytes] = field(default_factory=dict)

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match."""
        return self.files.matching(patterns)

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises `Unusable`."""
        if path not in self.former:
            self.former[path] = self.files.read(path)
        return self.new.get(path, self.former[path])


@dataclass(frozen=True, slots=True)
class Mended:
    """Files by path, as they were and as they are to be, and how many findings that mends.

    `refused` are findings whose edits would bring a new finding, or were never found to bring none.
    """

    former: Mapping[str, bytes]
    new: Mapping[str, bytes]
    amount: int
    refused: tuple[Diagnostic, ...]


def mend(files: Files, check: Check, is_wanted: Callable[[Diagnostic], bool]) -> Mended:
    """What becomes of a project's files by the edits of its findings. Nothing is written."""
    snapshot = EditedFiles(files)
    _, report = check(snapshot)
    trials = _Trials(check, snapshot)
    new: Mapping[str, bytes] = {}
    amount = 0
    for _ in range(MOST_ROUNDS):
        fixable = compatible(own for own in report.diagnostics if own.fix and is_wanted(own))
        harmless = trials.harmless(new, report, fixable, ()) if fixable else ()
        if not harmless:
            break
        amount += len(harmless)
        new = trials.files_after(new, harmless)
        report = trials.report_of(new)
    refused = tuple(own for own in report.diagnostics if own.fix and is_wanted(own))
    return Mended({path: snapshot.former[path] for path in new}, new, amount, refused)


def compatible(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings whose edits can be made together; of those that overlap, the first."""
    taken: dict[str, list[Edit]] = {}
    chosen = []
    for diagnostic in diagnostics:
        if not any(_collides(edit, taken.get(edit.path, [])) for edit in diagnostic.fix):
            chosen.append(diagnostic)
            for edit in diagnostic.fix:
                edits = taken.setdefault(edit.path, [])
                edits.insert(bisect_left(edits, edit.span, key=_span), edit)
    return tuple(chosen)


def _collides(edit: Edit, taken: list[Edit]) -> bool:
    at = bisect_left(taken, edit.span, key=_span)
    return any(overlap(edit, other) for other in taken[max(at - 1, 0) : at + 1])


def _span(edit: Edit):
    return edit.span


@dataclass(slots=True)
class _Trials:
    """Checks of edited files, which are limited."""

    check: Check
    snapshot: EditedFiles
    left: int = MOST_TRIALS

    def files_after(self, new: Mapping[str, bytes], fixed: Sequence[Diagnostic]) -> dict[str, bytes]:
        """The new content of files after more edits."""
        edits: dict[str, list[Edit]] = {}
        for diagnostic in fixed:
            for edit in diagnostic.fix:
                edits.setdefault(edit.path, []).append(edit)
        now = {path: new.get(path, self.snapshot.former[path]) for path in edits}
        return {**new, **{path: edited(now[path], edits[path]) for path in edits}}

    def report_of(self, new: Mapping[str, bytes]) -> Report:
        """What is found in files with new content."""
        return self.check(EditedFiles(self.snapshot.files, new, self.snapshot.former))[1]

    def harmless(
        self,
        new: Mapping[str, bytes],
        report: Report,
        doubtful: tuple[Diagnostic, ...],
        good: tuple[Diagnostic, ...],
    ) -> tuple[Diagnostic, ...]:
        """Those of the findings in doubt whose edits bring no new finding, beside those that are known as good.

        Where all together bring one, those at other elements than its own are tried first. If they are good, a finding
        that is alone at an element where something new was found is at fault; others are tried apart, half by half.
        """
        if not doubtful or self.left <= 0:
            return good
        self.left -= 1
        fixed = (*good, *doubtful)
        brought = new_findings(report, self.report_of(self.files_after(new, fixed)), fixed)
        if not brought:
            return fixed
        if len(doubtful) == 1:
            return good
        elements = {own.element for own in brought}
        innocent = tuple(own for own in doubtful if own.element not in elements)
        suspect = tuple(own for own in doubtful if own.element in elements)
        if not suspect:
            return self._by_halves(new, report, innocent, good)
        found = self.harmless(new, report, innocent, good)
        if len(found) == len(good) + len(innocent):
            at = Counter(own.element for own in suspect)
            suspect = tuple(own for own in suspect if at[own.element] > 1)
        return self._by_halves(new, report, suspect, found)

    def _by_halves(
        self,
        new: Mapping[str, bytes],
        report: Report,
        doubtful: tuple[Diagnostic, ...],
        good: tuple[Diagnostic, ...],
    ) -> tuple[Diagnostic, ...]:
        middle = (len(doubtful) + 1) // 2
        good = self.harmless(new, report, doubtful[:middle], good)
        return self.harmless(new, report, doubtful[middle:], good)


def new_findings(before: Report, after: Report, fixed: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What is found after edits and was not found before, or was to be mended by them.

    A finding is the same if it says the same but for numbers, or is of the same rule at the same element or place.
    """
    meant = set(map(id, fixed))
    left = [*(own for own in before.diagnostics if id(own) not in meant), *before.known]
    rest = list(after.diagnostics)
    moved = _moved_lines([edit for own in fixed for edit in own.fix])
    for key, former_key in (
        (_said, _said),
        (_at_element, _at_element),
        (_at_line, lambda own: _at_line(own, moved)),
    ):
        same = Counter(map(key, rest)) & Counter(map(former_key, left))
        rest, left = _without(rest, key, same), _without(left, former_key, same)
    return rest


def _without(
    diagnostics: list[Diagnostic], key: Callable[[Diagnostic], Hashable], same: Counter[Hashable]
) -> list[Diagnostic]:
    """The diagnostics but for so many of each key, the first ones."""
    same = same.copy()
    kept = []
    for diagnostic in diagnostics:
        if same[key(diagnostic)] > 0:
            same[key(diagnostic)] -= 1
        else:
            kept.append(diagnostic)
    return kept


def _said(diagnostic: Diagnostic) -> Hashable:
    return KnownFinding.of(diagnostic).key({})


def _at_element(diagnostic: Diagnostic) -> Hashable:
    return (diagnostic.code, diagnostic.element or _at_line(diagnostic))


def _at_line(diagnostic: Diagnostic, moved: Lines | None = None) -> Hashable:
    location = diagnostic.location
    if location is None or location.span is None:
        return (diagnostic.code, location.source.path if location else "")
    path, line = location.source.path, location.span.line
    return (diagnostic.code, path, moved(path, line) if moved else line)


def _moved_lines(edits: Iterable[Edit]) -> Lines:
    """Where a line of a file is after edits that only delete lines, if any."""
    gone: dict[str, list[tuple[int, int]]] = {}
    for edit in edits:
        if edit.span.end_line > edit.span.line:
            gone.setdefault(edit.path, []).append((edit.span.line, edit.span.end_line))
    return lambda path, line: line - sum(min(line, end) - start for start, end in gone.get(path, ()) if start < line)
