"""Running the site's builder, Zensical, in a process of its own."""

import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from ltcarch.publish.site.configuration import SETTINGS
from ltcarch.writing import write_tree

BUILDER = "zensical"
_RESULT = "site"


class BuildFault(Exception):
    """The builder is missing or gave up. The text is fit to be shown to the user."""


def has_builder() -> bool:
    """Whether the builder is installed."""
    return find_spec(BUILDER) is not None


def built(folder: Path, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, by name, that the builder makes of a site's sources in a folder of its own.

    What it remembers of an earlier call in the same folder makes this one quicker. Raises BuildFault.
    """
    if not has_builder():
        raise BuildFault(f"the package {BUILDER}, which builds the site, is not installed")
    write_tree(folder, sources)
    command = [sys.executable, "-m", BUILDER, "build", "--config-file", SETTINGS]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise BuildFault(f"{BUILDER} gave up: {done.stdout.decode(errors='replace').strip()[-2000:]}")
    result = folder / _RESULT
    return {path.relative_to(result).as_posix(): path.read_bytes() for path in result.rglob("*") if path.is_file()}
