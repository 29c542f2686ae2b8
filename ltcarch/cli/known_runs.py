"""What earlier runs found and parsed, told again where nothing that it depends on has changed."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ltcarch.cli.silences import Silences
from ltcarch.cli.where import where
from ltcarch.loading.files import BASELINE_FILE, PROJECT_FILE, FilesOnDisk, stays_inside
from ltcarch.loading.held_files import HeldFiles
from ltcarch.report.findings import Findings
from ltcarch.report.stored import restored, stored
from ltcarch.source.limits import said_limits
from ltcarch.source.stored import kind_of_machine
from ltcarch.writing.cache import Cache, cache_folder, digest
from ltcarch.writing.identity import own_identity

if TYPE_CHECKING:
    from ltcarch.engine import Report
    from ltcarch.loading import Loaded

_SEPARATOR = b"\0"
_MAY_DIFFER = ("CFG08", "CFG09")
"""What is said of company checks that took too long, or could not be judged: it may be otherwise next time."""


class KnownRuns:
    """The findings of earlier runs with the same options over the same bytes, by the same ltcarch.

    `options` are all that decides over the findings beside the files.
    """

    def __init__(self, folder: Path, baseline: Path | None, options: tuple[object, ...]) -> None:
        self.files = HeldFiles(FilesOnDisk(folder), digest)
        self._folder = folder
        self._baseline = baseline
        self._options = repr(options).encode()
        self._cache = Cache(cache_folder())
        self._silences = Silences(self._cache, self.files)
        self._noted: list[tuple[bytes, Callable[[], bytes]]] = []

    def find(self, kind: str, path: str) -> bytes | None:
        """What an earlier run parsed of a file with the same content."""
        key = self._document_key(kind, path)
        return self._cache.get(key) if key else None

    def note(self, kind: str, path: str, make: Callable[[], bytes]) -> None:
        """Take note of what is to be kept once everything is told."""
        key = self._document_key(kind, path)
        if key:
            self._noted.append((key, make))

    def _document_key(self, kind: str, path: str) -> bytes | None:
        content = self.files.digest(path)
        return digest(b"document", _own_identity(), kind_of_machine(), kind.encode(), content) if content else None

    def recall(self) -> Findings | None:
        """What an earlier run found; None where there was none."""
        patterns = self._patterns()
        key = self._key(patterns) if patterns is not None else None
        data = self._cache.get(key) if key else None
        found = restored(data, cache(self.files.source)) if data else None
        return replace(found, places=where(self._folder)) if found else None

    def silent(self, loaded: "Loaded") -> frozenset[str]:
        """The rules that found nothing when only the words of texts were others."""
        key = self._silence_key()
        return self._silences.find(key, loaded) if key else frozenset()

    def keep(self, findings: Findings, report: "Report", loaded: "Loaded") -> None:
        """Remember what this run parsed, and what it found if the same files will always give the same."""
        for key, make in self._noted:
            self._cache.put(key, make())
        self._keep_findings(findings, report, loaded)
        silence = self._silence_key()
        if silence:
            self._silences.keep(silence, loaded, report)
        self._cache.close()

    def _keep_findings(self, findings: Findings, report: "Report", loaded: "Loaded") -> None:
        hangs_on_more = report.failed_rules or report.mended or not loaded.has_settings
        if hangs_on_more or any(own.code in _MAY_DIFFER for own in findings.diagnostics):
            return
        sources = loaded.architecture.project.sources
        project, key = self._project_key(), self._key(sources)
        if project and key:
            self._cache.put(project, _SEPARATOR.join(own.encode() for own in sources))
            self._cache.put(key, stored(findings))

    def _patterns(self) -> tuple[str, ...] | None:
        """What the project file says of the files of the project, if it was read before."""
        key = self._project_key()
        data = self._cache.get(key) if key else None
        return tuple(own.decode() for own in data.split(_SEPARATOR)) if data else None

    def _project_key(self) -> bytes | None:
        content = self.files.digest(PROJECT_FILE)
        return digest(b"sources", _own_identity(), content) if content else None

    def _silence_key(self) -> bytes | None:
        """What tells runs over this project with the same options and settings from all others."""
        content = self.files.digest(PROJECT_FILE)
        return digest(b"silent", _own_identity(), self._options, content) if content else None

    def _key(self, patterns: tuple[str, ...]) -> bytes | None:
        """What tells this run from every other; None where a file cannot be read, for which the disk has reasons."""
        paths = [PROJECT_FILE, *self.files.matching(tuple(own for own in patterns if stays_inside(own)))]
        contents = [self.files.digest(path) for path in paths]
        baseline = self._known_findings()
        if None in contents or baseline is None:
            return None
        named = (path.encode("utf-8", "surrogateescape") for path in paths)
        parts = [part for pair in zip(named, contents, strict=True) for part in pair if part is not None]
        return digest(b"findings", _own_identity(), self._options, baseline, *parts)

    def _known_findings(self) -> bytes | None:
        """The baseline; empty where the project has none, None where one was named that cannot be read."""
        try:
            return (self._baseline or self._folder / BASELINE_FILE).read_bytes()
        except OSError:
            return None if self._baseline else b""


@cache
def _own_identity() -> bytes:
    """Which ltcarch this is, what it can use, and how much it reads."""
    has_checks = find_spec("cel_expr_python") is not None
    return digest(own_identity(), str(has_checks).encode(), repr(sorted(said_limits().items())).encode())
