"""Makes the edits that findings carry, as far as none of them brings a new finding."""

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ltcarch.diagnostics import Diagnostic, Edit
from ltcarch.diagnostics.baseline import KnownFinding
from ltcarch.engine import Report
from ltcarch.loading.edited_files import EditedFiles
from ltcarch.loading.files import Files
from ltcarch.source.text import Span
from ltcarch.writing.yaml_edits import edited, overlap

MOST_ROUNDS = 10
"""How often what was mended is looked at anew: one edit can make way for another."""
MOST_TRIALS = 7
"""How often all is checked; edits that are still in doubt then are not made."""

_WORD = re.compile(r"\w(?:[\w.-]*\w)?")

Check = Callable[[Files], Report]
Findings = tuple[Diagnostic, ...]
Lines = Callable[[str, int], int]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A finding whose edits are not made, and the first finding that they would bring; None if they stay in doubt."""

    diagnostic: Diagnostic
    brought: Diagnostic | None


@dataclass(frozen=True, slots=True)
class Mended:
    """Files by path, as they were and as they are to be, the findings that this mends, and what is found then."""

    former: Mapping[str, bytes]
    new: Mapping[str, bytes]
    made: Findings
    refused: tuple[Refusal, ...]
    report: Report


def mend(files: EditedFiles, found: Report, check: Check, is_wanted: Callable[[Diagnostic], bool]) -> Mended:
    """What becomes of files, in which something was found, by the edits of these findings. Nothing is written."""
    trials = _Trials(files, check, MOST_TRIALS)
    new: Mapping[str, bytes] = {}
    report = found
    made: list[Diagnostic] = []
    for _ in range(MOST_ROUNDS):
        harmless = trials.first_harmless(new, report, [own for own in report.diagnostics if own.fix and is_wanted(own)])
        if not harmless:
            break
        made += harmless
        new = trials.files_after(new, harmless)
        report = trials.report_of(new)
    left = [own for own in report.diagnostics if own.fix and is_wanted(own)]
    return Mended(
        {path: files.former[path] for path in new},
        new,
        tuple(made),
        tuple(Refusal(own, trials.brought.get(_as_seen(own))) for own in left),
        report,
    )


def _as_seen(diagnostic: Diagnostic) -> Hashable:
    """What a finding says and in which file, wherever it stands there."""
    path = diagnostic.location.source.path if diagnostic.location else ""
    return diagnostic.code, diagnostic.element, diagnostic.message, path


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


def _span(edit: Edit) -> Span:
    return edit.span


@dataclass(slots=True)
class _Trials:
    """Checks of edited files, which are limited. What was tried before is remembered."""

    files: EditedFiles
    check: Check
    left: int
    done: list[tuple[Mapping[str, bytes], Report]] = field(default_factory=list)
    brought: dict[Hashable, Diagnostic] = field(default_factory=dict)
    """What the edits of a finding would bring."""

    def first_harmless(self, new: Mapping[str, bytes], report: Report, fixable: Sequence[Diagnostic]) -> Findings:
        """Findings whose edits together bring nothing new; where edits overlap, the later one has its turn after."""
        while fixable:
            tried = compatible(fixable)
            good = self.harmless(new, report, tried)
            if good:
                return good
            known = set(map(id, tried))
            fixable = [own for own in fixable if id(own) not in known]
        return ()

    def harmless(self, new: Mapping[str, bytes], report: Report, fixable: Findings) -> Findings:
        """Those of the findings whose edits together bring nothing new, as far as the trials suffice."""
        good: Findings = ()
        waiting = deque([fixable])
        while waiting and self.left:
            doubtful = waiting.popleft()
            fixed = (*good, *doubtful)
            brought = new_findings(report, self.report_of(self.files_after(new, fixed)), fixed)
            if brought:
                waiting += self._still_in_doubt(doubtful, brought)
            else:
                good = fixed
        return good

    def files_after(self, new: Mapping[str, bytes], fixed: Sequence[Diagnostic]) -> dict[str, bytes]:
        """The new content of files after more edits."""
        edits: dict[str, list[Edit]] = {}
        for diagnostic in fixed:
            for edit in diagnostic.fix:
                edits.setdefault(edit.path, []).append(edit)
        now = {path: new.get(path, self.files.former[path]) for path in edits}
        return {**new, **{path: edited(now[path], edits[path]) for path in edits}}

    def report_of(self, new: Mapping[str, bytes]) -> Report:
        """What is found in files with new content."""
        for tried, report in self.done:
            if tried == new:
                return report
        self.left -= 1
        report = self.check(EditedFiles(self.files.files, new, self.files.former))
        self.done.append((new, report))
        return report

    def _still_in_doubt(self, doubtful: Findings, brought: Sequence[Diagnostic]) -> Iterable[Findings]:
        """Groups to be tried apart, as the edits of all together bring something new.

        A finding whose element alone is concerned by something new is at fault, and is not tried again. Those that
        nothing new concerns come first.
        """
        if len(doubtful) == 1:
            self.brought[_as_seen(doubtful[0])] = brought[0]
            return ()
        suspect, at_fault = _suspects(doubtful, brought)
        self.brought.update({_as_seen(own): at_fault[id(own)] for own in doubtful if id(own) in at_fault})
        innocent = tuple(own for own in doubtful if id(own) not in suspect)
        suspects = tuple(own for own in doubtful if id(own) in suspect and id(own) not in at_fault)
        return filter(None, (innocent, *_apart(suspects)) if suspect else _apart(innocent))


def new_findings(before: Report, after: Report, fixed: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What is found after edits and was not found before, or was to be mended by them.

    A finding is the same if it says the same but for numbers, or is of the same rule at the same element or place.
    """
    meant = set(map(id, fixed))
    left = [*(own for own in before.diagnostics if id(own) not in meant), *before.known]
    rest = list(after.diagnostics)
    moved = _moved_lines([edit for own in fixed for edit in own.fix])
    for key, former_key in (
        (_as_seen, _as_seen),  # nearly all, at little cost
        (_said, _said),
        (_at_element, _at_element),
        (_at_line, lambda own: _at_line(own, moved)),
    ):
        same = Counter(map(key, rest)) & Counter(map(former_key, left))
        rest, left = _without(rest, key, same), _without(left, former_key, same)
    return rest


def _suspects(doubtful: Sequence[Diagnostic], brought: Iterable[Diagnostic]) -> tuple[set[int], dict[int, Diagnostic]]:
    """Those in doubt, by identity, whose elements something new is about or names, and what single ones bring."""
    at: dict[str, list[int]] = {}
    for own in doubtful:
        if own.element:
            at.setdefault(own.element, []).append(id(own))
    suspect: set[int] = set()
    at_fault: dict[int, Diagnostic] = {}
    for new in brought:
        words = {new.element, *_WORD.findall(new.message)} & at.keys()
        concerned = [one for word in words for one in at[word]]
        suspect.update(concerned)
        if len(concerned) == 1:
            at_fault.setdefault(concerned[0], new)
    return suspect, at_fault


def _apart(doubtful: Findings) -> tuple[Findings, Findings]:
    """Two parts: the first finding of each element and the others, or two halves where no element has several."""
    first = {own.element or id(own): id(own) for own in reversed(doubtful)}
    if len(first) < len(doubtful):
        ids = set(first.values())
        return tuple(own for own in doubtful if id(own) in ids), tuple(own for own in doubtful if id(own) not in ids)
    middle = (len(doubtful) + 1) // 2
    return doubtful[:middle], doubtful[middle:]


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
