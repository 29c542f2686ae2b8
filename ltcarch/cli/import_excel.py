"""ltcarch import excel: lists of processes as a project."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ltcarch.interchange.excel.lists.building import Imported
    from ltcarch.interchange.excel.lists.mapping import ListMapping
    from ltcarch.interchange.excel.lists.reading import ListFile

MOST_REMARKS = 20


def excel(
    file: Annotated[Path, typer.Argument(help="A workbook (.xlsx) or a file of values (.csv).", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The folder of the new project.", show_default="the file's name"),
    ] = None,
    name: Annotated[str | None, typer.Option(help="The name of the company.", show_default="the file's name")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show the tree, and every row that was not understood.")
    ] = False,
    save_mapping: Annotated[
        Path | None,
        typer.Option(help="Write what stands in which column into a YAML file, and nothing else.", show_default=False),
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(help="Take what stands in which column from such a file.", show_default=False)
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="The encoding of a file of values, such as gbk.", show_default="as it looks")
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Bring what was changed in an exported workbook into its project.")
    ] = False,
    project: Annotated[
        Path | None, typer.Option("--project", "-p", help="The project to update.", show_default="here")
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option(help="Whose version counts in a conflict: theirs, ours, or ID=theirs.", show_default=False),
    ] = None,
) -> None:
    """Make a project of a list of processes, or take back a workbook that ltcarch exported.

    A list may have any shape: numbers such as 4.1.2, a column for the level or the parent, or a column for each
    level. What each column is taken for is shown; --save-mapping writes it into a file that you can change.

    Example: ltcarch import excel processes.xlsx --dry-run

    \b
    ltcarch import excel processes.xlsx -o architecture     make a project
    ltcarch import excel list.csv --save-mapping list.yaml  what is in which column
    ltcarch import excel list.csv --mapping list.yaml       with your changes
    ltcarch import excel exported.xlsx --update             back into its project
    """
    from ltcarch.cli.terminal import stop
    from ltcarch.interchange.excel.package import is_our_workbook

    if update:
        from ltcarch.cli.excel_update import update as update_project

        update_project(file, project, dry_run=dry_run, take=tuple(take or ()))
        return
    if take or project:
        stop(
            f"`{'--take' if take else '--project'}` goes with `--update` only", "`-o` names the folder of a new project"
        )
    folder = output or Path(file.stem)
    if not dry_run and not save_mapping:
        _refuse_project(folder)
    if is_our_workbook(file):
        from ltcarch.cli.excel_update import create

        create(file, folder, dry_run=dry_run)
        return
    listed = _read(file, encoding)
    stands = _mapping(mapping, listed)
    if save_mapping:
        _save(save_mapping, stands, file)
    if save_mapping and not dry_run:
        return
    _import(file, listed, stands, folder, name or file.stem, dry_run=dry_run)


def _refuse_project(folder: Path) -> None:
    """Say at once that a folder cannot be written, before a long list is read."""
    from ltcarch.cli.terminal import stop
    from ltcarch.loading.files import PROJECT_FILE

    if (folder / PROJECT_FILE).exists():
        stop(f"{folder / PROJECT_FILE} exists already", "name another folder with `-o`; nothing was written")


def _read(file: Path, encoding: str | None) -> "ListFile":
    from ltcarch.cli.terminal import stop
    from ltcarch.interchange.excel.lists.not_readable import NotReadable
    from ltcarch.interchange.excel.lists.reading import read_list

    try:
        return read_list(file, encoding)
    except NotReadable as fault:
        stop(str(fault), fault.help)
    except ImportError:
        stop("Excel workbooks need openpyxl", 'install it with `pip install "ltcarch[excel]"`')


def _mapping(path: Path | None, listed: "ListFile") -> "ListMapping":
    """The mapping in a file, or a guess."""
    from ltcarch.cli.terminal import WRONG_USE, say, stop
    from ltcarch.interchange.excel.lists.guessing import guessed
    from ltcarch.interchange.excel.lists.mapping_file import WrongMapping, read_mapping

    if path is None:
        return guessed(listed.sheets)
    try:
        return read_mapping(str(path), path.read_bytes(), listed.sheets)
    except OSError as error:
        stop(f"{path} cannot be read: {error.strerror}", "`--save-mapping` writes such a file")
    except WrongMapping as wrong:
        for fault in wrong.faults:
            say(fault)
        count = len(wrong.faults)
        stop(f"the mapping has {count} fault{'s'[: count != 1]}; nothing was imported", status=WRONG_USE)


def _save(path: Path, stands: "ListMapping", file: Path) -> None:
    from ltcarch.cli.putting import put_file
    from ltcarch.cli.terminal import stop
    from ltcarch.interchange.excel.lists.mapping import mapping_text

    if path.exists():
        stop(f"{path} exists already", "name another file; nothing was written")
    put_file(path, mapping_text(stands, file.name).encode(), "name another file with `--save-mapping`")
    print(f"Wrote {path}: what stands in which column. Nothing was imported.")
    print(f"Next:\n  change {path} where it is wrong\n  ltcarch import excel {file} --mapping {path}")


def _import(file: Path, listed: "ListFile", stands: "ListMapping", folder: Path, name: str, *, dry_run: bool) -> None:
    from ltcarch.cli.terminal import screen_of, stop
    from ltcarch.interchange.excel.lists.building import imported
    from ltcarch.interchange.excel.lists.telling import mapping_lines
    from ltcarch.report.columns import shown

    columns = screen_of(sys.stdout).columns
    by_name = {own.name: own for own in listed.sheets}
    print(shown(f"{file}{': ' + listed.how if listed.how else ''}"))
    for own in stands.sheets:
        _print(mapping_lines(own, by_name[own.sheet], columns))
    found = imported(listed.sheets, stands, name)
    if dry_run:
        _tell(found, columns, with_tree=True)
    if not found.records.elements:
        stop(
            "no process was found",
            "`--save-mapping FILE` writes what was looked for; name the columns there, and use it as `--mapping FILE`",
        )
    if dry_run:
        print("Nothing was written. Without `--dry-run` this becomes a project.")
        return
    from ltcarch.cli.updating import write_new_project

    paths = write_new_project(folder, found.records)
    _tell(found, columns, with_tree=False)
    print(shown(f"Made a project of {len(paths)} files in {folder.resolve()}."))
    print("Next:")
    if found.account.lost:
        print(shown(f"  ltcarch import excel {file} --dry-run   shows what was not understood"))
    print(shown(f"  ltcarch validate {folder}"))
    print(shown(f"  ltcarch site serve {folder}"))


def _tell(found: "Imported", columns: int | None, *, with_tree: bool) -> None:
    """What comes of a list."""
    from ltcarch.interchange.excel.lists import telling

    most = None if with_tree else MOST_REMARKS
    account = found.account
    if with_tree:
        _print(telling.tree_lines(found.records, columns))
    _print(telling.count_lines(found), "Found:")
    _print(telling.left_out_lines(account.left_out, columns), "Left out:")
    _print(telling.line_lines(found.kept_as_lines, columns), "Kept as lines of descriptions:")
    doubts = [own for own in account.remarks if not own.is_lost]
    _print(telling.remark_lines(doubts, columns, most), "To look at:")
    _print(telling.remark_lines(account.lost, columns, most), "Not understood, and not imported:")
    print(f"\n{telling.fate_line(found)}")


def _print(lines: "Iterable[str]", heading: str = "") -> None:
    found = list(lines)
    if found:
        print(f"\n{heading}" if heading else "")
    for line in found:
        print(line)
