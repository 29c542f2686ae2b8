"""The command that writes the handbook, from the outside."""

from tests.cli.commands import ltcarch
from tests.repositories import commit


def test_it_says_what_it_made_and_what_comes_next(tmp_path):
    run = ltcarch("handbook", "examples/starter", "-o", tmp_path / "book")
    assert run.returncode == 0, run.stderr
    first, *others = run.stdout.splitlines()
    pages = sum(1 for path in (tmp_path / "book").rglob("*.md"))
    assert first.startswith(f"Wrote {pages} pages in en and zh to {tmp_path / 'book'} (")
    assert f"read {tmp_path / 'book' / 'README.md'}" in "\n".join(others)
    assert (tmp_path / "book/zh/processes/OTC.1.1.md").is_file()
    assert (tmp_path / "book/en/pictures/house.svg").is_file()


def test_one_language_stands_alone(tmp_path):
    ltcarch("handbook", "examples/starter", "-o", tmp_path / "book", "--lang", "zh")
    assert (tmp_path / "book/README.md").read_text(encoding="utf-8").startswith("# 港湾茶业流程手册")


def test_a_second_run_writes_only_what_changed(tmp_path):
    ltcarch("handbook", "examples/starter", "-o", tmp_path / "book", "--lang", "en")
    (tmp_path / "book/roles/README.md").unlink()
    run = ltcarch("handbook", "examples/starter", "-o", tmp_path / "book", "--lang", "en")
    assert "(1 file written, " in run.stdout


def test_it_leaves_the_files_of_others_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    run = ltcarch("handbook", "examples/starter", "-o", tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert "notes.txt" in run.stderr
    assert "--force" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert ltcarch("handbook", "examples/starter", "-o", tmp_path, "--force").returncode == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_without_graphviz_only_the_interface_map_is_missing(tmp_path):
    run = ltcarch("handbook", "examples/starter", "-o", tmp_path / "book", LTCARCH_DOT="/no/such/dot")
    assert run.returncode == 0
    assert "without the interface map" in run.stderr
    assert not (tmp_path / "book/en/pictures/interfaces.svg").exists()
    assert (tmp_path / "book/en/interfaces.md").is_file()


def test_a_broken_project_gets_the_pages_that_can_be_made(tmp_path):
    run = ltcarch("handbook", "examples/broken", "-o", tmp_path / "book")
    assert run.returncode == 0
    assert "`ltcarch validate` shows them" in run.stderr
    assert "Traceback" not in run.stderr


PROJECT = (
    "classifications: [{{id: A, name: Sell, purpose: {purpose}, owner: head}}]\npositions: [{{id: head, name: Head}}]"
)


def test_it_tells_what_changed_since_a_revision(tmp_path):
    first = commit(tmp_path / "in", {"a.yaml": PROJECT.format(purpose="More deals")})
    commit(tmp_path / "in", {"a.yaml": PROJECT.format(purpose="Better deals")})
    run = ltcarch("handbook", tmp_path / "in", "-o", tmp_path / "book", "--since", first)
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "book/what-changed.md").read_text(encoding="utf-8")
    assert "| [1 Sell](processes/A.md) | Purpose | More deals | Better deals |" in page
    assert f"Changed since {first}" in (tmp_path / "book/processes/A.md").read_text(encoding="utf-8")


def test_without_a_revision_it_tells_of_no_changes(tmp_path):
    commit(tmp_path / "in", {"a.yaml": PROJECT.format(purpose="More deals")})
    assert ltcarch("handbook", tmp_path / "in", "-o", tmp_path / "book").returncode == 0
    assert not (tmp_path / "book/what-changed.md").exists()


def test_an_unknown_revision_stops_it(tmp_path):
    commit(tmp_path / "in", {"a.yaml": PROJECT.format(purpose="More deals")})
    run = ltcarch("handbook", tmp_path / "in", "-o", tmp_path / "book", "--since", "nothing")
    assert run.returncode == 2
    assert "nothing" in run.stderr
    assert not (tmp_path / "book").exists()


def test_the_findings_of_the_rules_stand_on_the_pages(tmp_path):
    ltcarch("handbook", "examples/broken", "-o", tmp_path / "book", "--lang", "en")
    assert "Findings by owner" in (tmp_path / "book/open-points.md").read_text(encoding="utf-8")
    assert "Findings of the rules" in (tmp_path / "book/README.md").read_text(encoding="utf-8")
