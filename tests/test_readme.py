"""The commands of the README do what it says."""

import re
import shlex
from pathlib import Path

from tests.cli.commands import ROOT, ltcarch

README = (ROOT / "README.md").read_text(encoding="utf-8")


def console_commands() -> list[list[str]]:
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    return [shlex.split(line[2:]) for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def test_the_first_five_minutes(tmp_path):
    here = tmp_path
    commands = console_commands()
    assert len(commands) > 8
    for program, *arguments in commands:
        if program == "cd":
            here = here / arguments[0]
            continue
        assert program == "ltcarch"
        run = ltcarch(*arguments, cwd=here)
        assert run.returncode == 0, (arguments, run.stdout, run.stderr)
    assert (here / "house.svg").is_file()
    assert (here / "handbook").is_dir()


def test_the_finding_that_it_shows_is_what_a_user_sees(tmp_path):
    ltcarch("init", cwd=tmp_path)
    orders = tmp_path / "architecture/order-to-cash.yaml"
    text = orders.read_text(encoding="utf-8")
    two = re.sub(r"role: order_clerk\b.*", "role: [order_clerk, order_planner]", text, count=1)
    orders.write_text(two, encoding="utf-8")
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)[1].strip()
    assert shown in ltcarch("validate", cwd=tmp_path).stdout


def test_every_link_leads_somewhere():
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/rules/README.md"):
        page = ROOT / name
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (name, target)


def test_every_folder_on_the_map_exists():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for folder in re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE):
        assert (ROOT / folder).exists(), folder
    listed = set(re.findall(r"`ltcarch/(\w+)/`", page))
    present = {path.parent.name for path in Path(ROOT / "ltcarch").glob("*/__init__.py")}
    assert present - listed == set()
