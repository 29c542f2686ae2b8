"""How a project is checked, as the options of a command say."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ltcarch import engine
from ltcarch.cli.choices import chosen_rules
from ltcarch.diagnostics import Diagnostic
from ltcarch.diagnostics.baseline import Baseline
from ltcarch.loading.files import Files, FilesOnDisk
from ltcarch.loading.load import Loaded, load_files
from ltcarch.loading.memory import Memory
from ltcarch.model.architecture import Architecture
from ltcarch.rules.selection import Selection


@dataclass(frozen=True, slots=True)
class Checking:
    """A project's folder, and what decides over the findings. It remembers what it read."""

    folder: Path
    below: str
    """What the paths of wanted findings begin with."""
    profile: str | None
    today: date | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    before: Architecture | None
    baseline: Callable[[], Baseline]
    memory: Memory
    silent: Callable[[Loaded], frozenset[str]]
    """Which rules are known to find nothing."""

    def run(self, files: Files | None = None, *, all_rules: bool = False) -> tuple[Loaded, engine.Report]:
        """The project as it is on disk, or of other files, and what is found in it by the chosen rules or by all."""
        loaded = load_files(files or FilesOnDisk(self.folder), self.memory)
        return loaded, engine.run(
            loaded,
            profile=self.profile,
            today=self.today,
            before=self.before,
            selection=Selection() if all_rules else self.selection(loaded),
            baseline=self.baseline(),
            silent=self.silent(loaded),
        )

    def selection(self, loaded: Loaded) -> Selection:
        """The rules that are chosen, of those that hold for a project; stops the command for an unknown one."""
        return chosen_rules(self.select, self.ignore, engine.rules_of(loaded.architecture))

    def is_inside(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is in a wanted file; that of the project as a whole always is."""
        return diagnostic.location is None or diagnostic.location.source.path.startswith(self.below)

    def of_wanted_files(self, report: engine.Report) -> engine.Report:
        """A report without the findings of files that are not wanted."""
        return replace(
            report,
            diagnostics=tuple(filter(self.is_inside, report.diagnostics)),
            waived=tuple(filter(self.is_inside, report.waived)),
            known=tuple(filter(self.is_inside, report.known)),
        )
