"""Where findings are written, and in which format: to the terminal and into files."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from ltcarch.cli.putting import put_file
from ltcarch.cli.terminal import say, screen_of, stop
from ltcarch.model.suggestions import did_you_mean
from ltcarch.report.findings import Findings
from ltcarch.report.formats import FORMATS, Format

_PLAIN_ENDINGS = (".txt", ".log")


@dataclass(frozen=True, slots=True)
class Outputs:
    """The formats for the terminal, and the files with theirs."""

    terminal: tuple[Format, ...]
    files: tuple[tuple[Path, Format], ...]

    @property
    def formats(self) -> tuple[Format, ...]:
        """Every format that is written."""
        return (*self.terminal, *(own for _, own in self.files))


def chosen_outputs(formats: Sequence[str], files: Sequence[str], *, summary: bool = False) -> Outputs:
    """What `--format`, `--output` and `--summary` mean together; stops the command where they contradict.

    The format of a file stands before its name, or its name tells it. A name that tells none, or only that it is JSON,
    takes the format that was named; a document that has a file in this way is not shown on the terminal as well.
    """
    named = [_format(name) for name in dict.fromkeys(formats)]
    documents = [own for own in named if own.is_document]
    written = [_file(text, named) for text in files]
    inherited = {own.name for text, (_, own) in zip(files, written, strict=True) if _told(text) is None}
    terminal = [own for own in named if not (own.is_document and own.name in inherited)] or [FORMATS["text"]]
    if summary and FORMATS["summary"] not in terminal:
        terminal.append(FORMATS["summary"])
    if len(terminal) > 1 and any(own.is_document for own in terminal):
        other = next(own for own in documents if own in terminal)
        stop(f"{other.name} is a document of its own", f"write it into a file: `--output {other.name}:FILE`")
    _refuse_twice(path for path, _ in written)
    return Outputs(tuple(terminal), tuple(written))


def write_outputs(findings: Findings, outputs: Outputs, most_findings: int | None = None) -> None:
    """Write the files, each as a whole, then to the terminal, whose lists are cut after so many findings."""
    for path, _ in outputs.files:
        _refuse_link(path, Path(findings.places.repository))
    for path, own in outputs.files:
        told = "".join(own.write(findings)).encode("utf-8", "backslashreplace")
        put_file(path, told, "look at its folder and permissions, or name another file")
        say(f"{path} written as {own.name}")
    shown = replace(findings, screen=screen_of(sys.stdout, most_findings))
    let_pass_every_character(sys.stdout)
    for index, own in enumerate(outputs.terminal):
        sys.stdout.write("\n" if index else "")
        sys.stdout.writelines(own.write(shown))


def let_pass_every_character(stream: TextIO) -> None:
    """A pipe or file is UTF-8 wherever we are; a terminal shows what it cannot as an escape."""
    if isinstance(stream, TextIOWrapper):
        encoding = None if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def _format(name: str) -> Format:
    if name not in FORMATS:
        stop(f"there is no format `{name}`", did_you_mean(name, FORMATS) or f"there are {', '.join(FORMATS)}")
    return FORMATS[name]


def _file(text: str, named: list[Format]) -> tuple[Path, Format]:
    """A file and its format, as `--output` gives them."""
    before, colon, path = text.partition(":")
    if colon and before in FORMATS:
        return _path(path), FORMATS[before]
    _path(text)
    own = _told(text) or _taken(text, named)
    if own is None:
        wrong = f"`{before}` is no format" if colon and len(before) > 1 else f"the name {text} does not tell its format"
        stop(wrong, f"write it before the name, as in `--output sarif:{path or text}`; there are {', '.join(FORMATS)}")
    return _path(text), own


def _told(text: str) -> Format | None:
    """The format that a file's prefix or name tells beyond doubt."""
    before, colon, _ = text.partition(":")
    if colon and before in FORMATS:
        return FORMATS[before]
    return next((own for own in FORMATS.values() if own.ends and text.lower().endswith(own.ends)), None)


def _taken(text: str, named: list[Format]) -> Format | None:
    """The format that a file takes whose name leaves it open."""
    documents = [own for own in named if own.is_document]
    lines = [own for own in named if not own.is_document]
    ending = Path(text).suffix.lower()
    if ending == ".json":
        return next((own for own in documents if own.name != "junit"), FORMATS["json"])
    if ending in _PLAIN_ENDINGS:
        return lines[0] if lines else FORMATS["text"]
    return named[0] if len(named) == 1 else None


def _path(text: str) -> Path:
    if text in ("", "-"):
        stop("`--output` needs the name of a file", "what `--format` names is written to the terminal")
    return Path(text)


def _refuse_link(path: Path, repository: Path) -> None:
    """Stop where a link in the repository, which may be a stranger's, would lead the writing elsewhere."""
    if Path(os.path.abspath(path)).is_relative_to(repository):  # noqa: PTH100 - links are not to be followed here
        target = path.resolve()
        if not target.is_relative_to(repository.resolve()) or target.is_relative_to(repository.resolve() / ".git"):
            stop(f"{path} is a link that leads out of the repository", "delete the link, or name the file itself")


def _refuse_twice(paths: Iterable[Path]) -> None:
    seen: set[Path] = set()
    for path in map(Path.resolve, paths):
        if path in seen:
            stop(f"{path} is named twice", "give each output a file of its own")
        seen.add(path)
