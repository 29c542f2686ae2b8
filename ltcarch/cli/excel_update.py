"""Taking in a workbook that ltcarch exported: its changes into the project, or all of it into a new one."""

from pathlib import Path
from typing import TYPE_CHECKING

from ltcarch.cli.terminal import FINDINGS, say, stop

if TYPE_CHECKING:
    from ltcarch.interchange.excel.workbook.reading import ReadBack


def update(workbook: Path, project: Path | None, *, dry_run: bool, take: tuple[str, ...]) -> None:
    """Bring what was changed in a workbook since its export into the project."""
    from ltcarch.cli.projects import project_folder
    from ltcarch.cli.updating import update_project

    folder = project_folder(project)
    came = _read(workbook)
    if came.faults and not dry_run:
        _stop_at_faults(len(came.faults))
    update_project(folder, came.exported, came.records, dry_run=dry_run, take=take)
    if came.faults:
        _stop_at_faults(len(came.faults))


def create(workbook: Path, folder: Path, *, dry_run: bool) -> None:
    """Make a new project of a workbook that ltcarch exported."""
    from ltcarch.cli.updating import write_new_project
    from ltcarch.interchange.renaming import renamed, renames

    came = _read(workbook)
    if came.faults:
        _stop_at_faults(len(came.faults))
    records = renamed(came.records, renames(came.exported, came.records))
    if dry_run:
        say(f"would make a project of {len(records.elements):,} elements in {folder}; nothing was written")
        return
    files = write_new_project(folder, records)
    print(f"Wrote {len(files)} files to {folder}: {len(records.elements):,} elements.")
    print(f"Next:\n  ltcarch validate {folder}")


def need_openpyxl() -> None:
    """Stop the command with what to install where workbooks cannot be handled."""
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        stop("Excel workbooks need openpyxl", 'install it with `pip install "ltcarch[excel]"`')


def _read(workbook: Path) -> "ReadBack":
    """Read a workbook, and tell what was passed over and what could not be understood."""
    need_openpyxl()
    from ltcarch.interchange.excel.package import NotAWorkbook
    from ltcarch.interchange.excel.workbook.reading import read_back

    try:
        came = read_back(workbook)
    except NotAWorkbook as fault:
        stop(str(fault), fault.help)
    for remark in came.notes:
        say(f"note: {remark.place}: {remark.sentence}")
    for remark in came.faults:
        say(f"{remark.place}: {remark.sentence}", "error: ")
    return came


def _stop_at_faults(count: int) -> None:
    cells = "1 cell" if count == 1 else f"{count} cells"
    stop(f"{cells} could not be understood; nothing was written", "mend them in the workbook", status=FINDINGS)
