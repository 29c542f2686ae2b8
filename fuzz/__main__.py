"""python -m fuzz [TARGET] [--minutes N]: feed targets with ever new inputs, by what each makes the code do.

Without a target all of them share the time. What makes one fail stays in build/fuzz/, and `python -m fuzz TARGET FILE`
feeds it once more. Needs atheris.
"""

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from fuzz.targets import NAMES

CORPUS = Path(__file__).parent / "corpus"
KEPT = Path("build", "fuzz")
_LONGEST_INPUT = 120_000
_SECONDS_FOR_ONE = 60
_MOST_MEGABYTES = 3_000


def main() -> int:
    """Run what the command line asks for; 1 where a target failed."""
    asked = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    asked.add_argument("target", nargs="?", choices=NAMES)
    asked.add_argument("file", nargs="?", type=Path, help="an input to feed once more")
    asked.add_argument("--minutes", type=float, default=7.0, help="how long, all targets together")
    given = asked.parse_args()
    if given.file:
        from fuzz.targets import judge_of

        judge_of(given.target)(given.file.read_bytes())
        return 0
    if find_spec("atheris") is None:
        sys.exit("atheris is missing: pip install --editable '.[fuzz]'")
    targets = [given.target] if given.target else list(NAMES)
    seconds = max(int(given.minutes * 60 / len(targets)), 1)
    failed = [name for name in targets if not _held(name, seconds)]
    print(f"failed: {', '.join(failed)}; what they failed on is in {KEPT}" if failed else "nothing failed")
    return 1 if failed else 0


def _held(name: str, seconds: int) -> bool:
    """Whether a target stood all inputs that were made for it in so many seconds."""
    new = KEPT / name
    new.mkdir(parents=True, exist_ok=True)
    print(f"== {name}, {seconds} seconds", flush=True)
    options = [
        f"-max_total_time={seconds}", f"-max_len={_LONGEST_INPUT}", f"-timeout={_SECONDS_FOR_ONE}",
        f"-rss_limit_mb={_MOST_MEGABYTES}", f"-artifact_prefix={KEPT / name}-", "-print_final_stats=1",
    ]  # fmt: skip
    folders = [str(folder) for folder in (new, CORPUS / name) if folder.is_dir()]
    command = [sys.executable, "-m", "fuzz.guided", name, *options, *folders]
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
