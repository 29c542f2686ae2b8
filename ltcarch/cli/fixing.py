"""What `ltcarch validate --fix` and `--diff` do with the files of a project, and what they say of it."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ltcarch.cli.checking import Checking
from ltcarch.cli.outputs import let_pass_every_character
from ltcarch.cli.rewriting import finish_former_run, obstacle, rewrite
from ltcarch.cli.terminal import CLEAN, FINDINGS, OWN_FAULT, say, screen_of, stop
from ltcarch.diagnostics import Diagnostic
from ltcarch.engine import Report
from ltcarch.loading.edited_files import EditedFiles
from ltcarch.loading.files import FilesOnDisk
from ltcarch.loading.load import Loaded
from ltcarch.mending import Mended, Refusal, mend
from ltcarch.report.columns import shown
from ltcarch.report.places import Places
from ltcarch.report.text import number
from ltcarch.report.unified_diff import unified_diff
from ltcarch.rules.selection import Selection
from ltcarch.writing import WritingFault

MOST_TOLD = 3
"""How many findings and files that stay as they are get a line of their own."""


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends what was found in a project, as far as somebody asks for it.

    All is checked by all rules: an edit must bring no finding of a rule that was left out either.
    """

    checking: Checking

    def fix(self) -> tuple[Loaded, Report]:
        """Mend the files, say so, and check what is left, which announces no edits: those that could be made were."""
        finish_former_run(self.checking.folder)
        mended, failed = self._mend()
        try:
            failed.update(rewrite(self.checking.folder, mended.former, mended.new))
        except WritingFault as fault:
            stop(str(fault), f"nothing was mended; {fault.advice or 'look at the folder and its permissions'}")
        made = tuple(own for own in mended.made if not _is_in(own, failed))
        say(f"mended {_amount(made)}" if made else "nothing was mended")
        self._tell_why_not(mended.refused, failed)
        loaded, report = self.checking.run()
        return loaded, replace(report, diagnostics=tuple(own._replace(fix=()) for own in report.diagnostics))

    def show(self) -> int:
        """Show as a diff what `fix` would do. The exit status is that of findings where it would do something."""
        mended, failed = self._mend()
        paths, where = self._paths_to_apply(mended.new)
        let_pass_every_character(sys.stdout)
        screen = screen_of(sys.stdout)
        for path in sorted(mended.new):
            former, new = mended.former[path].decode(), mended.new[path].decode()
            sys.stdout.writelines(unified_diff(paths[path], former, new, screen))
        sys.stdout.flush()
        say(f"`--fix` would mend {_amount(mended.made)}{where}" if mended.new else "there is nothing to mend")
        self._tell_why_not(mended.refused, failed)
        if mended.report.failed_rules:
            return OWN_FAULT
        return FINDINGS if mended.new else CLEAN

    def _mend(self) -> tuple[Mended, dict[str, str]]:
        """What becomes of the files, and why some of them have to stay as they are."""
        failed: dict[str, str] = {}
        while True:
            files = EditedFiles(FilesOnDisk(self.checking.folder))
            loaded, report = self.checking.run(files, all_rules=True)
            wanted = partial(self._is_wanted, self.checking.selection(loaded), failed)
            paths = {edit.path for own in report.diagnostics if wanted(own) for edit in own.fix}
            failed.update(self._obstacles(files.former, {path: files.former[path] for path in paths}))
            mended = mend(files, report, lambda files: self.checking.run(files, all_rules=True)[1], wanted)
            meanwhile = self._obstacles(mended.former, mended.new)
            if not meanwhile:
                return mended, failed
            failed.update(meanwhile)

    def _is_wanted(self, selection: Selection, failed: Mapping[str, str], diagnostic: Diagnostic) -> bool:
        return (
            selection.wants(diagnostic.code)
            and self.checking.is_inside(diagnostic)
            and all(edit.path.startswith(self.checking.below) for edit in diagnostic.fix)
            and not _is_in(diagnostic, failed)
        )

    def _obstacles(self, former: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, str]:
        reasons = {path: obstacle(self.checking.folder, path, former[path], new[path]) for path in new}
        return {path: reason for path, reason in reasons.items() if reason}

    def _paths_to_apply(self, paths: Iterable[str]) -> tuple[dict[str, str], str]:
        """Paths by which the diff can be applied: from here, else from the folder of the project, which is told."""
        here = {path: os.path.relpath(self.checking.folder / path).replace(os.sep, "/") for path in paths}
        if any(path.startswith("../") for path in here.values()):
            return {path: path for path in here}, f"; apply it in {self.checking.folder}"
        return here, ""

    def _tell_why_not(self, refused: tuple[Refusal, ...], failed: Mapping[str, str]) -> None:
        places = Places(str(self.checking.folder), str(Path.cwd()))
        lines = [f"{places.seen(path)}: {failed[path]}" for path in sorted(failed)]
        lines += [f"{_place(own.diagnostic, places)}: {_why(own.brought)}" for own in refused if own.brought]
        for line in lines[:MOST_TOLD]:
            say(f"not mended: {shown(line)}")
        if len(lines) > MOST_TOLD:
            say(f"not mended: {len(lines) - MOST_TOLD:,} more")
        doubtful = sum(own.brought is None for own in refused)
        if doubtful:
            say(f"not mended: {number(doubtful, 'finding')} in doubt; name a file, or `--select` a rule, to try fewer")


def _is_in(diagnostic: Diagnostic, paths: Mapping[str, str]) -> bool:
    return any(edit.path in paths for edit in diagnostic.fix)


def _amount(made: tuple[Diagnostic, ...]) -> str:
    files = {edit.path for own in made for edit in own.fix}
    return f"{number(len(made), 'finding')} in {number(len(files), 'file')}"


def _place(diagnostic: Diagnostic, places: Places) -> str:
    location = diagnostic.location
    if location is None or location.span is None:
        return diagnostic.code
    return f"{places.seen(location.source.path)}:{location.span.line}:{location.span.column} {diagnostic.code}"


def _why(brought: Diagnostic) -> str:
    return f"that would bring {brought.code}: {brought.message}"
