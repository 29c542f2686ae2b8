"""What imports do to projects: make a new one, or bring changes into one that is there."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ltcarch.cli.rewriting import finish_former_run, obstacle
from ltcarch.cli.terminal import FINDINGS, paint_for, say, stop
from ltcarch.interchange.change_list import change_lines, conflict_lines, summary
from ltcarch.interchange.changes import changes_between
from ltcarch.interchange.edits import Edited, edited
from ltcarch.interchange.merge import Conflict, Decide, Side, merge
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.records import Records, records_of
from ltcarch.loading.edited_files import EditedFiles
from ltcarch.loading.files import PROJECT_FILE, FilesOnDisk
from ltcarch.loading.load import Loaded, load_files
from ltcarch.loading.shape import schema_text
from ltcarch.writing.faults import WritingFault
from ltcarch.writing.file_set import write_files
from ltcarch.writing.project_template import first_taken, new_project_files
from ltcarch.writing.yaml_scalars import NotWritable

THE_PROJECT_FILE = "project"
"""What stands for the project file where an id decides a conflict."""
_MOST_NAMED = 5


def write_new_project(folder: Path, records: Records) -> tuple[str, ...]:
    """Make a project of records in a folder that holds none; the paths of its files. Stops the command otherwise."""
    if (folder / PROJECT_FILE).exists():
        stop(f"{folder / PROJECT_FILE} exists already", "name another folder, or `--update` this project")
    try:
        texts = project_files(records)
    except NotWritable as fault:
        stop(f"the project cannot be written: {fault}", "take such characters out of what you import")
    files = new_project_files(texts, {name: schema_text(name) for name in ("architecture", "project")})
    taken = first_taken(folder, {path: files[path] for path in texts})
    if taken:
        stop(f"{taken} exists already", "name another folder; nothing was written")
    _write(folder, files)
    return tuple(texts)


def update_project(
    folder: Path, base: Records, theirs: Records, *, dry_run: bool = False, take: Sequence[str] = ()
) -> None:
    """Bring what was changed outside since an export into the project, after showing it.

    Nothing is written where something is in conflict with what changed here, which ends the command with its list.
    `take` decides: `theirs` or `ours` for all conflicts, `ID=theirs` for those of one element.
    """
    decide = _decider(take)
    finish_former_run(folder)
    files = EditedFiles(FilesOnDisk(folder))
    loaded = load_files(files)
    _refuse_unread(loaded)
    ours = records_of(loaded.architecture)
    merged = merge(base, theirs, ours, decide)
    language = loaded.architecture.project.language
    paint = paint_for(sys.stdout)
    if merged.conflicts:
        for line in conflict_lines(merged.conflicts, ours, language, paint):
            print(line)
        _stop_at_conflicts(len(merged.conflicts))
    changes = changes_between(ours, merged.records)
    if not changes:
        say("nothing changes: the project says all of it already")
        return
    for line in change_lines(ours, merged.records, changes, language, paint):
        print(line)
    sys.stdout.flush()
    made = _edited(files, loaded, merged.records, language)
    if dry_run:
        say(f"would change {_amount(made)}: {summary(changes)}; nothing was written")
        return
    _write_edited(folder, made)
    say(f"changed {_amount(made)}: {summary(changes)}")


def _stop_at_conflicts(count: int) -> None:
    sys.stdout.flush()
    stop(
        f"{count} conflict{'s' if count > 1 else ''}, so nothing was written",
        "decide with `--take theirs` or `--take ours`, for one element with `--take ID=theirs`",
        status=FINDINGS,
    )


def _decider(take: Sequence[str]) -> Decide:
    """Who decides as `--take` says; stops the command where that says nothing."""
    by_id: dict[str, Side] = {}
    for word in take:
        element_id, _, side = word.rpartition("=")
        if side not in tuple(Side):
            stop(f"`--take {word}` says neither theirs nor ours", "write `--take theirs` or `--take LTC.1=ours`")
        by_id[element_id] = Side(side)

    def decide(conflict: Conflict) -> Side | None:
        own = conflict.key.id if conflict.key else THE_PROJECT_FILE
        return by_id.get(own, by_id.get(""))

    return decide


def _refuse_unread(loaded: Loaded) -> None:
    unread = [found for found in loaded.diagnostics if found.code.startswith("SRC") and found.severity.value == "error"]
    if unread:
        stop(
            "some files of the project cannot be read, so nothing is changed", "`ltcarch validate` shows what is wrong"
        )
    if loaded.architecture.duplicates:
        own = loaded.architecture.duplicates[0]
        stop(f"the id {own.id} stands twice in the project, so nothing is changed", "`ltcarch validate` shows where")


def _edited(files: EditedFiles, loaded: Loaded, wanted: Records, language: str) -> Edited:
    try:
        made = edited(files, loaded, wanted)
    except NotWritable as fault:
        stop(f"nothing was written: {fault}", "take such characters out of what you import")
    if not made.failed:
        return made
    say("these changes could not be made in the text of the files:")
    lines = list(change_lines(wanted, wanted, made.failed, language, paint_for(sys.stderr)))
    for line in (*lines[: 4 * _MOST_NAMED], *made.reasons[:_MOST_NAMED]):
        say(f"  {line}")
    stop("nothing was written", "make these changes by hand, then import again", status=FINDINGS)


def _write_edited(folder: Path, made: Edited) -> None:
    for path, data in made.new.items():
        former = made.former[path]
        if former is None:
            reason = "it exists already" if (folder / path).exists() else None
        else:
            reason = obstacle(folder, path, former, data)
        if reason:
            stop(f"nothing was written: {path}: {reason}", "look at the file and its permissions, then import again")
    _write(folder, made.new)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        write_files(folder, files)
    except WritingFault as fault:
        stop(str(fault), f"nothing was changed; {fault.advice or 'look at the folder and its permissions'}")


def _amount(made: Edited) -> str:
    return f"{len(made.new)} file{'s' if len(made.new) != 1 else ''}"
