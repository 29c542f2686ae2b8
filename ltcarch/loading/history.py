"""The project as it was at an earlier revision, read from git without a checkout.

Only plumbing commands run, each with a fixed list of arguments; no hook, filter or other program that the repository
names is started, and nothing is fetched.
"""

import os
import posixpath
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ltcarch.loading.files import NOT_ARCHITECTURE, PROJECT_FILE, fixed_folder, matches, too_large
from ltcarch.loading.load import load_files
from ltcarch.model.architecture import Architecture
from ltcarch.source.decoding import LARGEST_FILE
from ltcarch.source.faults import UNREADABLE, Fault, Unusable

_SETTINGS = (
    "core.fsmonitor=false", f"core.hooksPath={os.devnull}", "protocol.allow=never", "safe.bareRepository=explicit"
)  # fmt: skip
_NOT_PASSED_ON = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a git hook sets for its own repository; the project's is found from its folder."""
_PATIENCE = 120
"""Seconds that one git command may take."""
_LINK, _FILE = "120000", ("100644", "100755")
_MOST_LINKS = 8
_COMMIT = re.compile("[0-9a-f]{40,64}")


class NoHistory(Exception):
    """Raised where an earlier revision cannot be read; `help` says what to do."""

    def __init__(self, message: str, help_text: str) -> None:
        super().__init__(message)
        self.help = help_text


def architecture_at(folder: Path, revision: str) -> Architecture | None:
    """The architecture of a project folder at a revision of its git repository; None where there was none yet.

    Raises `NoHistory`.
    """
    repository = _Repository(folder)
    commit = repository.commit(revision)
    files = repository.files(commit)
    return load_files(files).architecture if PROJECT_FILE in files.entries else None


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of a revision: its mode and the name of its content."""

    mode: str
    content: str


@dataclass(frozen=True, slots=True)
class FilesOfRevision:
    """The files of a project as git keeps them. `contents` holds what was read so far, None for what is too large."""

    repository: "_Repository"
    entries: dict[str, _Entry]
    contents: dict[str, bytes | None] = field(default_factory=dict)

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match, all of which are read at once."""
        found = sorted(
            path
            for path in self.entries
            if path not in NOT_ARCHITECTURE and any(_is_wanted(path, pattern) for pattern in patterns)
        )
        self._fetch(self.entries[path].content for path in found)
        return found

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises `Unusable`."""
        data = self._content(self._entry(path))
        if data is None:
            raise too_large()
        return data

    def _content(self, entry: _Entry) -> bytes | None:
        if entry.content not in self.contents:
            self._fetch([entry.content])
        return self.contents[entry.content]

    def _fetch(self, contents: Iterable[str]) -> None:
        missing = [name for name in dict.fromkeys(contents) if name not in self.contents]
        self.contents.update(self.repository.contents(missing))

    def _entry(self, path: str) -> _Entry:
        """The entry of a file, links to other files of the project followed."""
        for _ in range(_MOST_LINKS):
            entry = self.entries.get(path)
            if entry is None:
                break
            if entry.mode != _LINK:
                return entry
            target = os.fsdecode(self._content(entry) or b"")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        raise Unusable(Fault(UNREADABLE, "the link leads to no file of the project"))


def _is_wanted(path: str, pattern: str) -> bool:
    below = path.split("/")[len(fixed_folder(pattern)) : -1]
    return not any(name.startswith(".") for name in below) and matches(path, pattern)


class _Repository:
    """The git repository that a project folder belongs to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = _git()
        self._prefix = self._text("rev-parse", "--show-prefix").strip("/")

    def commit(self, revision: str) -> str:
        """The name of the commit that a revision stands for."""
        if not revision or "\0" in revision:
            raise NoHistory("no revision is named", "name a branch, a tag or a commit")
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        name = found.stdout.decode().rpartition("\n")[0].rpartition("\n")[2]
        if found.returncode == 0 and _COMMIT.fullmatch(name):
            return name
        raise self._missing(revision)

    def _missing(self, revision: str) -> NoHistory:
        if self._text("rev-parse", "--is-shallow-repository").strip() == "true":
            return NoHistory(
                f"revision `{revision}` is not in this clone, which holds only the latest commits",
                "`git fetch --depth=1 origin REVISION` brings a single branch or commit, `git fetch --unshallow` all",
            )
        return NoHistory(
            f"there is no revision `{revision}` in this repository",
            "name a branch, a tag or a commit; `git fetch` brings those of the remote repository",
        )

    def files(self, commit: str) -> FilesOfRevision:
        """The project's files at a commit."""
        found = self._run("ls-tree", "-r", "-z", "--full-tree", f"{commit}:{self._prefix}")
        entries = {}
        for line in found.stdout.split(b"\0") if found.returncode == 0 else ():
            facts, _, path = line.partition(b"\t")
            mode, _, content = facts.decode().split() if facts else ("", "", "")
            if mode == _LINK or mode in _FILE:
                entries[os.fsdecode(path)] = _Entry(mode, content)
        return FilesOfRevision(self, entries)

    def contents(self, names: list[str]) -> dict[str, bytes | None]:
        """Contents by their names; None for those over the limit."""
        sizes = self._sizes(names)
        readable = [name for name in names if sizes[name] <= LARGEST_FILE]
        stream = self._batch("--batch", readable)
        found: dict[str, bytes | None] = dict.fromkeys(names)
        at = 0
        for name in readable:
            at = stream.index(b"\n", at) + 1
            found[name] = stream[at : at + sizes[name]]
            at += sizes[name] + 1
        return found

    def _sizes(self, names: list[str]) -> dict[str, int]:
        lines = self._batch("--batch-check", names).decode().splitlines()
        return {name: int(line.split()[2]) for name, line in zip(names, lines, strict=True)}

    def _batch(self, how: str, names: list[str]) -> bytes:
        if not names:
            return b""
        found = self._run("cat-file", how, given="".join(f"{name}\n" for name in names).encode())
        if found.returncode or (how == "--batch-check" and b" missing\n" in found.stdout):
            raise NoHistory(
                "some contents of the earlier revision are not in this clone",
                "clone without `--filter`, or `git fetch --refetch --no-filter`",
            )
        return found.stdout

    def _text(self, *arguments: str) -> str:
        """What a command says that works in every repository."""
        found = self._run(*arguments)
        if found.returncode:
            raise _unreadable(self._folder, os.fsdecode(found.stderr))
        return os.fsdecode(found.stdout).rstrip("\n")

    def _run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        settings = [part for setting in _SETTINGS for part in ("-c", setting)]
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
        quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        try:
            return subprocess.run(
                [self._program, "--no-pager", *settings, *arguments],
                cwd=self._folder,
                env=kept | quiet,
                input=given,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NoHistory(f"git did not answer within {_PATIENCE} seconds", "try again on a faster disk") from None


def _git() -> str:
    """The program git; one that lies in the folder at hand, and not on the search path proper, does not count."""
    program = shutil.which("git")
    if program is None or not Path(program).is_absolute():
        raise NoHistory("git is not installed", "install git, or leave out `--since`")
    return program


def _unreadable(folder: Path, said: str) -> NoHistory:
    if "not a git repository" in said:
        return NoHistory(f"{folder} is in no git repository", "leave out `--since`, or call it in a clone")
    reason = said.strip().partition("\n")[0].removeprefix("fatal: ")
    return NoHistory(f"git cannot read the repository of {folder}: {reason}", "`git status` there tells more")
