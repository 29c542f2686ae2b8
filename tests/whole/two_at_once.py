"""Two runs of one command into one folder, at the same time."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from subprocess import DEVNULL

from tests.whole.full_disks import OUTPUTS, PROJECT, SITE
from tests.whole.trials import files, finish, left_aside, replace, start

_NAMES = ("one", "two")
_TURNS = 3


def assert_not_mixed(place: Path, arguments: tuple[str, ...], turns: int = 1) -> None:
    """What two runs of different projects leave is what one of them alone would have left."""
    alone = [_alone(place, arguments, name) for name in _NAMES]
    assert alone[0] != alone[1]
    for _ in range(turns):
        wanted = [tuple(_named(arguments, name, "both")) for name in _NAMES]
        runs = [start(place, own, stdout=DEVNULL, stderr=DEVNULL) for own in wanted]
        assert [run.wait(timeout=300) for run in runs] == [0, 0]
        assert files(place / "both") in alone
        assert left_aside(place) == []


def _alone(place: Path, arguments: tuple[str, ...], name: str) -> dict[str, bytes]:
    """What one run leaves of a project of its own."""
    for file, text in PROJECT.items():
        (place / name).mkdir(parents=True, exist_ok=True)
        (place / name / file).write_text(text, encoding="utf-8")
    replace(place / name / "b.yaml", ("id: planner", f"id: planner_{name}"), ("name: Planner", f"name: Planner {name}"))
    replace(place / name / "a.yaml", ("role: planner", f"role: planner_{name}"))
    status, _, told = finish(place, tuple(_named(arguments, name, f"alone-{name}")))
    assert status == 0, told
    return files(place / f"alone-{name}")


def _named(arguments: tuple[str, ...], project: str, output: str) -> Iterator[str]:
    """A command for a project and into a folder of these names."""
    for before, own in zip(("", *arguments), arguments, strict=False):
        yield output if before == "-o" else project if own == "project" else own


def main() -> None:
    """Let all commands that write folders do so."""
    for name, arguments in {**OUTPUTS, **SITE}.items():
        output = arguments[arguments.index("-o") + 1] if "-o" in arguments else "."
        if "." not in output:
            with tempfile.TemporaryDirectory() as place:
                assert_not_mixed(Path(place), arguments, _TURNS)
            print(f"{name}: two runs at once, {_TURNS} times, do not mix", flush=True)


if __name__ == "__main__":
    main()
