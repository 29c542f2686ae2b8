"""What `make test` installs is locked, and the lock fits what the project asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TESTS, TOOLS = ROOT / "supply/tests.txt", ROOT / "supply/tools.txt"
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+$", re.M)


def pins(lock: Path) -> dict[str, str]:
    return {pin["name"]: pin["version"] for pin in PIN.finditer(lock.read_text(encoding="utf-8"))}


def asked_for_by_tests() -> list[str]:
    return [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["test"]]


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [(TESTS, asked_for_by_tests()), (TOOLS, PROJECT["dependency-groups"]["supply"])],
    ids=["tests", "tools"],
)
def test_each_requirement_is_locked_at_a_version_that_fits(lock, wanted):
    locked = pins(lock)
    for requirement in map(Requirement, wanted):
        version = locked.get(canonicalize_name(requirement.name))
        assert version and requirement.specifier.contains(version, prereleases=True), f"{requirement}: run `make lock`"


@pytest.mark.parametrize("lock", [TESTS, TOOLS], ids=["tests", "tools"])
def test_every_line_of_a_lock_is_a_pin_with_hashes_and_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    rest = PIN.sub("", text)
    assert not [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert "://" not in text and "index-url" not in text and "find-links" not in text
