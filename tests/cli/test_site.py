"""The command that builds the site, from the outside."""

import shutil
import subprocess
import sys

from tests.cli.commands import ROOT, ltcarch


def test_it_says_what_it_made_and_a_second_run_changes_nothing(tmp_path):
    cache = {"LTCARCH_CACHE": str(tmp_path / "cache")}
    run = ltcarch("site", "build", "examples/starter", "-o", tmp_path / "site", **cache)
    assert run.returncode == 0, run.stderr
    pages = sum(1 for _ in (tmp_path / "site").rglob("*.html"))
    assert run.stdout.startswith(f"Wrote {pages} pages in en and zh to {tmp_path / 'site'} (")
    assert "python -m http.server -d" in run.stdout
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}
    again = ltcarch("site", "build", "examples/starter", "-o", tmp_path / "site", **cache)
    assert "written" not in again.stdout.partition("(")[2]
    assert times == {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}


def test_one_edit_changes_few_files(tmp_path):
    shutil.copytree(ROOT / "examples/starter", tmp_path / "project")
    cache = {"LTCARCH_CACHE": str(tmp_path / "cache")}
    ltcarch("site", "build", "project", "-o", "site", cwd=tmp_path, **cache)
    path = next(own for own in (tmp_path / "project").rglob("*.yaml") if "purpose:" in own.read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("purpose: {en: ", "purpose: {en: So to say ", 1), encoding="utf-8")
    run = ltcarch("site", "build", "project", "-o", "site", cwd=tmp_path, **cache)
    written = int(run.stdout.partition("(")[2].split()[0])
    assert 0 < written < 12, run.stdout


def test_it_leaves_the_files_of_others_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    run = ltcarch("site", "build", "examples/starter", "-o", tmp_path, "--lang", "en")
    assert (run.returncode, run.stdout) == (2, "")
    assert "--force" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_the_sources_can_be_had_instead(tmp_path):
    run = ltcarch("site", "build", "examples/starter", "-o", tmp_path / "sources", "--sources")
    assert run.returncode == 0, run.stderr
    assert "zensical build -f" in run.stdout
    for language in ("en", "zh"):
        settings = (tmp_path / "sources" / language / "mkdocs.yml").read_text(encoding="utf-8")
        assert "font: false" in settings
        assert (tmp_path / "sources" / language / "docs/processes/OTC.1.1.md").is_file()


def test_without_the_builder_it_tells_how_to_get_it(tmp_path):
    code = (
        "import sys; sys.modules['zensical'] = None; sys.argv[1:] = ['site', 'build', 'examples/starter', '-o', 'x'];"
        "from ltcarch.cli.app import run; run()"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "pip install 'ltcarch[site]'" in run.stderr


def test_templates_of_the_company_are_used_and_their_faults_told(tmp_path):
    shutil.copytree(ROOT / "examples/starter", tmp_path / "project")
    template = tmp_path / "project/templates/handbook/prose.md.jinja"
    template.parent.mkdir(parents=True)
    template.write_text("Ours: {{ block.line | line(page.name) }}\n", encoding="utf-8")
    run = ltcarch("site", "build", "project", "-o", "site", "--fresh", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "Ours: " in (tmp_path / "site/en/processes/OTC.1.1.html").read_text(encoding="utf-8")
    template.write_text("{{ block.nothing }}\n", encoding="utf-8")
    run = ltcarch("site", "build", "project", "-o", "site", "--fresh", cwd=tmp_path)
    assert run.returncode == 2
    assert "templates/handbook/prose.md.jinja:1" in run.stderr
    assert "Traceback" not in run.stderr
