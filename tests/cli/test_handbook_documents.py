"""The handbook in one file, and with templates of the project, from the outside."""

import io
import os
import shutil
import sys

import docx
import pytest
from pypdfium2 import PdfDocument

from tests.cli.commands import ROOT, ltcarch
from tests.render.chinese_font import FOLDER

STARTER, REFERENCE = "examples/starter", "models/reference"


def handbook(*arguments, **settings):
    return ltcarch("handbook", *arguments, LTCARCH_FONTS=FOLDER, **settings)


@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
def test_a_part_of_the_handbook_becomes_one_file(form, tmp_path):
    file = tmp_path / f"leads.{form}"
    run = handbook(STARTER, "--of", "OTC.1", "-o", file)
    assert run.returncode == 0, run.stderr
    first, _, following = run.stdout.splitlines()
    assert first.startswith(f"Wrote {file}: 1.1 ")
    assert first.endswith(" pages of the handbook in en.")
    assert str(file) in following
    data = file.read_bytes()
    if form == "docx":
        assert docx.Document(io.BytesIO(data)).core_properties.title.startswith("1.1 ")
    elif form == "pdf":
        assert len(PdfDocument(data)) > 4
    else:
        assert data.decode().startswith("# 1.1 ")
        assert list((tmp_path / "leads-pictures").glob("*.svg"))


def test_the_whole_handbook_in_the_language_asked_for(tmp_path):
    run = handbook(STARTER, "-f", "pdf", "--lang", "zh", "-o", tmp_path)
    assert run.returncode == 0, run.stderr
    text = PdfDocument(tmp_path / "handbook.zh.pdf")[0].get_textpage().get_text_bounded()
    assert "港湾茶业流程手册" in text.replace("\r\n", "")


def test_a_role_has_its_own_handbook(tmp_path):
    run = handbook(REFERENCE, "--of", "account_manager", "-f", "docx", "-o", tmp_path)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "handbook-account_manager.docx").is_file()


@pytest.mark.parametrize(
    ("of", "wrong", "advice"),
    [
        ("OTC.1.1.A1", "kind activity", "`OTC.1.1` is the process"),
        ("biling_clerk", "no element `biling_clerk`", "did you mean `billing_clerk`?"),
        ("zzzzzz", "no element `zzzzzz`", "such as OTC"),
    ],
)
def test_an_element_that_does_not_fit_gets_an_answer_that_helps(of, wrong, advice, tmp_path):
    run = handbook(STARTER, "--of", of, "-o", tmp_path / "x.pdf")
    assert (run.returncode, run.stdout) == (2, "")
    assert wrong in run.stderr
    assert advice in run.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_the_company_means_the_whole(tmp_path):
    run = handbook(REFERENCE, "--of", "reference_company", "-o", tmp_path / "x.md")
    assert run.stdout.startswith(f"Wrote {tmp_path / 'x.md'}: Process handbook of Reference Company, ")


@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
def test_the_same_bytes_whatever_the_seed_of_hashes(form, tmp_path):
    made = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.{form}"
        handbook(STARTER, "--of", "OTC.1.1", "--lang", "zh", "-o", file, PYTHONHASHSEED=seed)
        made.append(file.read_bytes().replace(b"1-pictures", b"2-pictures"))
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("package", "form", "advice"),
    [("docx", "docx", "ltcarch[documents]"), ("typst", "pdf", "ltcarch[images]"), ("typst", "docx", "ltcarch[images]")],
)
def test_a_missing_library_is_named(package, form, advice, tmp_path):
    (tmp_path / f"{package}.py").write_text(f"raise ModuleNotFoundError('no {package}', name='{package}')\n")
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    run = handbook(STARTER, "--of", "OTC.1.1", "-o", tmp_path / f"x.{form}", PYTHONPATH=path)
    assert run.returncode == 2
    assert advice in run.stderr
    assert "Traceback" not in run.stderr


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "x").write_text("")
    run = handbook(STARTER, "--of", "OTC.1.1", "-o", tmp_path / "x/y.md")
    assert run.returncode == 2
    assert "cannot write" in run.stderr


@pytest.fixture
def project(tmp_path):
    return shutil.copytree(ROOT / STARTER, tmp_path / "project")


def test_a_template_is_copied_changed_and_used(project, tmp_path):
    run = handbook(project, "--copy-template", "handbook/prose.md.jinja")
    assert run.returncode == 0, run.stderr
    own = project / "templates/handbook/prose.md.jinja"
    assert str(own) in run.stdout
    assert own.read_text(encoding="utf-8").strip()
    again = handbook(project, "--copy-template", "handbook/prose.md.jinja")
    assert (again.returncode, "is there already" in again.stderr) == (2, True)
    own.write_text("Ours: {{ block.line | line(page.name) }}\n", encoding="utf-8")
    handbook(project, "-o", tmp_path / "book", "--lang", "en")
    assert "\nOurs: **" in (tmp_path / "book/processes/OTC.1.1.md").read_text(encoding="utf-8")
    handbook(project, "--of", "OTC.1.1", "-o", tmp_path / "one.md")
    assert "\nOurs: **" in (tmp_path / "one.md").read_text(encoding="utf-8")


def test_an_unknown_template_is_answered_with_all_there_are(project):
    run = handbook(project, "--copy-template", "table")
    assert run.returncode == 2
    assert "handbook/table.md.jinja" in run.stderr


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("handbook/page.md.jinja", "a\n{{ nothing }}", "templates/handbook/page.md.jinja:2: 'nothing' is undefined"),
        ("handbook/page.md.jinja", "{% for %}", "templates/handbook/page.md.jinja:1: "),
        ("handbook/pages.md.jinja", "a", "did you mean `handbook/page.md.jinja`?"),
        ("handbook/page.md.jinja", "{% include '/etc/passwd' %}", "there is no template `/etc/passwd`"),
    ],
)
def test_a_wrong_template_stops_with_its_name_and_line(name, text, told, project, tmp_path):
    (project / "templates/handbook").mkdir(parents=True)
    (project / "templates" / name).write_text(text)
    run = handbook(project, "-o", tmp_path / "book")
    assert (run.returncode, run.stdout) == (2, "")
    assert told in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "book").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_template_from_elsewhere_is_refused(project, tmp_path):
    (tmp_path / "secret").write_text("secret")
    (project / "templates/handbook").mkdir(parents=True)
    (project / "templates/handbook/page.md.jinja").symlink_to(tmp_path / "secret")
    run = handbook(project, "-o", tmp_path / "book")
    assert run.returncode == 2
    assert "leads out of the project" in run.stderr
