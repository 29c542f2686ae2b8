"""What `ltcarch validate --fix` and `--diff` do with the files of a project, and what they say of it."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ltcarch.cli.checking import Checking, Judged
from ltcarch.cli.outputs import let_pass_every_character
from ltcarch.cli.rewriting import obstacle, rewrite
from ltcarch.cli.terminal import CLEAN, FINDINGS, OWN_FAULT, say, screen_of
from ltcarch.diagnostics import Diagnostic
from ltcarch.engine import Report
from ltcarch.loading.edited_files import EditedFiles
from ltcarch.loading.files import Files, FilesOnDisk
from ltcarch.loading.load import Loaded
from ltcarch.mending import Mended, Refusal, mend, only_mendable
from ltcarch.report.columns import shown
from ltcarch.report.places import Places
from ltcarch.report.text import number
from ltcarch.report.unified_diff import unified_diff
from ltcarch.rules.selection import Selection

MOST_TRIALS_TO_TELL = 4
"""How often all is checked again only in order to tell what can be mended."""
MOST_TOLD = 3
"""How many findings and files that stay as they are get a line of their own."""


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends what was found in a project, as far as somebody asks for it.

    All is checked by all rules: an edit must bring no finding of a rule that was left out either.
    """

    checking: Checking

    def announced(self, loaded: Loaded, report: Report, files: EditedFiles) -> Judged:
        """What was found in these files, with those edits only that can be made."""
        selection = self.checking.selection(loaded)
        is_wanted = partial(self._is_wanted, selection)
        found = report if selection.is_everything else None
        mended = mend(files, self._check, is_wanted, found=found, most_trials=MOST_TRIALS_TO_TELL)
        made, _ = _parted(mended.made, self._obstacles(mended))
        return Judged(loaded, only_mendable(report, made), mended.is_certain)

    def fix(self) -> Judged:
        """Mend the files, say so, and check what is left."""
        mended, failed = self._mend()
        for path in sorted(mended.new):
            reason = rewrite(self.checking.folder, path, mended.former[path], mended.new[path])
            failed.update({path: reason} if reason else {})
        made, left = _parted(mended.made, failed)
        say(f"mended {_amount(made)}" if made else "nothing was mended")
        self._tell_why_not(mended.refused, failed)
        loaded, report = self.checking.run(FilesOnDisk(self.checking.folder))
        return Judged(loaded, only_mendable(report, left))

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

    def _check(self, files: Files) -> tuple[Loaded, Report]:
        return self.checking.run(files, all_rules=True)

    def _is_wanted(self, selection: Selection, diagnostic: Diagnostic) -> bool:
        return (
            selection.wants(diagnostic.code)
            and self.checking.is_inside(diagnostic)
            and all(edit.path.startswith(self.checking.below) for edit in diagnostic.fix)
        )

    def _mend(self) -> tuple[Mended, dict[str, str]]:
        """What becomes of the files, and why some of them have to stay as they are."""
        failed: dict[str, str] = {}
        while True:
            files = EditedFiles(FilesOnDisk(self.checking.folder))
            loaded, report = self._check(files)
            selection = self.checking.selection(loaded)
            mended = mend(
                files,
                self._check,
                lambda own, chosen=selection: self._is_wanted(chosen, own) and not _is_in(own, failed),
                found=report,
            )
            more = self._obstacles(mended)
            if not more:
                return mended, failed
            failed.update(more)

    def _obstacles(self, mended: Mended) -> dict[str, str]:
        reasons = {
            path: obstacle(self.checking.folder, path, mended.former[path], mended.new[path]) for path in mended.new
        }
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
        lines += [f"{_place(own.diagnostic, places)}: {_why(own)}" for own in refused]
        for line in lines[:MOST_TOLD]:
            say(f"not mended: {shown(line)}")
        if len(lines) > MOST_TOLD:
            say(f"not mended: {len(lines) - MOST_TOLD:,} more")


def _parted(
    made: tuple[Diagnostic, ...], failed: Mapping[str, str]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Findings whose files were written, and the others."""
    others = tuple(own for own in made if _is_in(own, failed))
    return tuple(own for own in made if not _is_in(own, failed)), others


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


def _why(refusal: Refusal) -> str:
    if refusal.brought is None:
        return "too many edits were in doubt; run the command again, or name a file"
    return f"that would bring {refusal.brought.code}: {refusal.brought.message}"
