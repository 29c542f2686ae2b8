"""The Graphviz engine: where its binary is, and what it answers."""

import json
import shutil
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETTING = "LTCARCH_DOT"
"""The environment variable that names another engine, such as `dot` for the system's own."""
_OWN = "graphviz-pure"


class EngineFault(Exception):
    """Graphviz is missing or gave up. The text is fit to be shown to the user."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A Graphviz binary."""

    binary: Path

    def answer(self, source: str, form: str) -> bytes:
        """A DOT source in another format. Raises EngineFault."""
        import graphviz
        from graphviz.backend import dot_command

        dot_command.DOT_BINARY = self.binary
        try:
            answer: bytes = graphviz.pipe("dot", form, source.encode(), quiet=True)
        except graphviz.ExecutableNotFound as fault:
            raise EngineFault(f"{self.binary} cannot be run") from fault
        except graphviz.CalledProcessError as fault:
            said = (fault.stderr or b"").decode("utf-8", "replace").strip().splitlines()
            raise EngineFault(f"{self.binary} gave up: {said[-1] if said else f'status {fault.returncode}'}") from fault
        return answer

    def place(self, source: str) -> dict[str, Any]:
        """The places of a graph's nodes and edges, as Graphviz writes them in JSON. Raises EngineFault."""
        try:
            places: dict[str, Any] = json.loads(self.answer(source, "json"))
        except ValueError as fault:
            raise EngineFault(f"{self.binary} does not answer as Graphviz does") from fault
        return places


def find_engine(setting: str | None = None) -> Engine:
    """The engine that a setting names, else the one that came with the installation. Raises EngineFault."""
    if setting:
        found = shutil.which(setting)
        if found is None:
            raise EngineFault(f"there is no Graphviz at `{setting}`, which {SETTING} names")
        return Engine(Path(found))
    for folder in (sysconfig.get_path("scripts"), str(Path(sys.executable).parent), None):
        found = shutil.which(_OWN, path=folder)
        if found is not None:
            return Engine(Path(found))
    raise EngineFault(f"{_OWN} is missing: `pip install {_OWN}`, or set {SETTING}=dot for the system's Graphviz")
