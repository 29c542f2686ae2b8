"""What a site is to be made of."""

from pathlib import Path
from typing import NamedTuple

from ltcarch.layout.graphviz_engine import Engine
from ltcarch.model import Architecture
from ltcarch.publish.handbook.template_names import Own
from ltcarch.views.handbook import Finding, Since, handbook, single_page
from ltcarch.views.handbook.page import Handbook, Page


class Commission(NamedTuple):
    """An architecture, and the languages to show it in, the first being the one to begin with.

    Without an engine the interface map is left out. `findings` is what the rules found if they ran, `since` what the
    architecture is compared with, `templates` those of the company itself. `address` is where the site will stand, if
    that is known, `cache` the folder of what was made before, if that may be used.
    """

    architecture: Architecture
    languages: tuple[str, ...]
    engine: Engine | None = None
    findings: tuple[Finding, ...] | None = None
    since: Since | None = None
    templates: Own = ()
    address: str | None = None
    cache: Path | None = None

    def edition(self, language: str) -> Handbook:
        """The handbook in one language."""
        return handbook(self.architecture, language, self.findings, self.since)

    def page(self, language: str, element_id: str) -> Page | None:
        """The page of one element, without what changed on it; None where it has none of its own."""
        return single_page(self.architecture, language, element_id, self.findings)
