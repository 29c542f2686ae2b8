"""What the pages of the handbook tell beside the architecture itself: findings, and what changed."""

from collections.abc import Iterable
from pathlib import Path

from ltcarch.cli.projects import project_before
from ltcarch.diagnostics import Diagnostic
from ltcarch.loading import Loaded
from ltcarch.views.handbook import Finding, Since


def findings(loaded: Loaded) -> tuple[Finding, ...]:
    """What the rules find in a project, as its own profile and settings say."""
    from ltcarch import engine

    return told(engine.run(loaded).diagnostics)


def told(diagnostics: Iterable[Diagnostic]) -> tuple[Finding, ...]:
    """Findings as pages tell them."""
    return tuple(Finding(own.element, own.code, own.severity.value, own.message) for own in diagnostics)


def since(folder: Path, revision: str | None) -> Since | None:
    """The architecture at a revision of git, if one is named; stops the command where history cannot be read."""
    before = project_before(folder, revision) if revision is not None else None
    return Since(revision, before) if revision is not None and before is not None else None
