"""Every example of the page about checks runs."""

import re

import pytest

from ltcarch.engine import rules_of, run
from ltcarch.generate.__main__ import DOCS
from ltcarch.loading import load
from ltcarch.rules.selection import Selection
from ltcarch.writing.project_template import template_folder
from tests.cli.commands import ltcarch
from tests.projects import write_project

PAGE = (DOCS / "checks.md").read_text(encoding="utf-8")
FIRST, *RECIPES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_first_example_finds_what_is_shown(tmp_path):
    _, project, architecture = re.split(r"^# (?:ltcarch|architecture)\.yaml\n", FIRST, flags=re.MULTILINE)
    write_project(tmp_path, {"ltcarch.yaml": project, "architecture.yaml": architecture})
    shown = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)[1]
    run = ltcarch("validate", "--select", "NWN01", cwd=tmp_path)
    assert run.stdout.startswith(shown), run.stdout
    assert run.returncode == 1


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: re.search(r"NWN\d+", recipe)[0])
def test_a_recipe_can_be_judged_everywhere(recipe, tmp_path):
    reference = template_folder("reference")
    files = {str(own.relative_to(reference)): own.read_text(encoding="utf-8") for own in reference.rglob("*.yaml")}
    files["ltcarch.yaml"] += "\n" + recipe
    loaded = load(write_project(tmp_path, files))
    codes = {rule.code for rule in rules_of(loaded.architecture) if rule.is_company_rule}
    assert len(codes) == recipe.count("- id: ")
    report = run(loaded, selection=Selection(select=frozenset({"CFG", "SCH", *codes})))
    assert [found.message for found in report.diagnostics if found.code not in codes] == []
    assert codes <= set(report.severities)
