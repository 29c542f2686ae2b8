"""Running lines of shell as a CI service does: with variables from outside, in a folder that holds a checkout."""

import os
import site
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ("HOME", "LANG", "PATH", "TMPDIR", "SSL_CERT_FILE", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CONFIG_FILE")
"""What a run gets of the environment of the tests."""


def run_lines(
    lines: str, folder: Path, variables: Mapping[str, str], shell: tuple[str, ...] = ("bash",)
) -> subprocess.CompletedProcess[str]:
    """The finished run of some lines of shell, from a file as the services do it."""
    script = folder.parent / f"{folder.name}.sh"
    script.write_text(lines, encoding="utf-8")
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(
        [*shell, str(script)],
        cwd=folder,
        env={**kept, "LC_ALL": "C.UTF-8", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


LENT = {"PYTHONPATH": os.pathsep.join(site.getsitepackages()), "PIP_NO_BUILD_ISOLATION": "false"}
"""Variables that let pip find what ltcarch needs among the packages of the tests, so that it brings only ltcarch."""


def lend_packages(environment: Path) -> None:
    """Let a virtual environment see the packages of the tests."""
    packages = environment / f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    (packages / "lent.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
