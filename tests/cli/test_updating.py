"""What imports do to a project: a new one, or changes brought into one that is there."""

import shutil

import pytest

from ltcarch.cli.updating import update_project, write_new_project
from ltcarch.interchange.records import Records, element_record, records_of
from ltcarch.loading import load
from tests.cli.commands import ROOT, ltcarch
from tests.projects import write_project

TEXT = """\
# The company's roles.
roles:
  - id: clerk   # the first
    name: {en: Clerk, zh: 文员}
  - {id: chief, name: Chief}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return write_project(tmp_path / "project", {"ltcarch.yaml": "ltcarch: 1\nname: A\n", "a.yaml": TEXT})


def text(project):
    return (project / "a.yaml").read_text(encoding="utf-8")


def records(project) -> Records:
    return records_of(load(project).architecture)


def named(base: Records, **names: object) -> Records:
    """The records with other names; those with none are gone, unknown ones are new roles."""
    known = {own.id: own for own in base.elements}
    found = [own for own in base.elements if own.id not in names]
    for element_id, name in names.items():
        if name is not None:
            old = known.get(element_id)
            found.append(element_record("role", element_id, None, {**(old.attributes if old else {}), "name": name}))
    return Records.of(base.settings, found)


def test_changes_are_shown_and_written(project, capsys):
    base = records(project)
    update_project(project, base, named(base, clerk={"en": "Clerk", "zh": "职员"}, driver="Driver"))
    told = capsys.readouterr()
    assert told.out == "role\n  ~ clerk Clerk\n      name.zh: 文员 -> 职员\n  + driver Driver\n"
    assert told.err == "changed 1 file: 1 added, 1 changed\n"
    new = "文员}\n  - id: driver\n    name: Driver\n"
    assert text(project) == TEXT.replace("文员}\n", new).replace("文员", "职员")


def test_a_dry_run_writes_nothing(project, capsys):
    base = records(project)
    update_project(project, base, named(base, clerk=None), dry_run=True)
    told = capsys.readouterr()
    assert told.out == "role\n  - clerk Clerk\n"
    assert told.err == "would change 1 file: 1 removed; nothing was written\n"
    assert text(project) == TEXT


def test_what_the_project_says_already_changes_nothing(project, capsys):
    base = records(project)
    update_project(project, named(base, clerk="Former"), base)
    assert "nothing changes" in capsys.readouterr().err
    assert text(project) == TEXT


def conflicting(project):
    """Records as exported before the name was changed here, and as changed there."""
    now = records(project)
    return named(now, chief="Head"), named(now, chief="Leader")


def test_conflicts_are_listed_and_nothing_is_written(project, capsys):
    with pytest.raises(SystemExit) as ended:
        update_project(project, *conflicting(project))
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert told.out == (
        "chief Chief: changed on both sides\n  name\n    before: Head\n    theirs: Leader\n    ours:   Chief\n"
    )
    assert "1 conflict, so nothing was written" in told.err
    assert text(project) == TEXT


@pytest.mark.parametrize(("take", "name"), [("theirs", "Leader"), ("ours", "Chief"), ("chief=theirs", "Leader")])
def test_conflicts_are_decided(project, take, name):
    update_project(project, *conflicting(project), take=[take])
    assert text(project) == TEXT.replace("name: Chief", f"name: {name}")


def test_a_decision_for_one_element_leaves_the_others(project):
    with pytest.raises(SystemExit):
        update_project(project, *conflicting(project), take=["clerk=theirs"])


@pytest.mark.parametrize("take", ["mine", "chief", "chief=mine", "=", ""])
def test_a_decision_that_says_nothing_is_told(project, take, capsys):
    with pytest.raises(SystemExit) as ended:
        update_project(project, *conflicting(project), take=[take])
    assert ended.value.code == 2
    assert "says neither theirs nor ours" in capsys.readouterr().err


def test_a_project_that_cannot_be_read_is_left_alone(project, capsys):
    base = records(project)
    (project / "b.yaml").write_text("roles: [", encoding="utf-8")
    with pytest.raises(SystemExit):
        update_project(project, base, named(base, clerk="X"))
    assert "cannot be read, so nothing is changed" in capsys.readouterr().err
    assert text(project) == TEXT


def test_a_text_that_no_file_can_hold_is_told(project, capsys):
    base = records(project)
    with pytest.raises(SystemExit):
        update_project(project, base, named(base, chief="a\x01b"))
    assert "the invisible character U+0001 cannot be written" in capsys.readouterr().err
    assert text(project) == TEXT


def test_a_file_that_is_read_only_leaves_all_as_it_was(project, capsys):
    (project / "c.yaml").write_text("kpis: [{id: k, name: K}]\n", encoding="utf-8")
    base = records(project)
    (project / "c.yaml").chmod(0o444)
    theirs = Records.of(
        base.settings, [*named(base, chief="X").elements[:-1], element_record("kpi", "k", None, {"name": "L"})]
    )
    with pytest.raises(SystemExit):
        update_project(project, base, theirs)
    assert "nothing was written: c.yaml: it is read-only" in capsys.readouterr().err
    assert text(project) == TEXT


def test_a_new_project_validates_and_holds_its_schemas(tmp_path):
    base = records_of(load(ROOT / "models/reference").architecture)
    write_new_project(tmp_path / "new", base)
    assert (tmp_path / "new/.ltcarch/architecture.schema.json").exists()
    assert ltcarch("validate", tmp_path / "new", "--profile", "strict").returncode == 0
    assert records(tmp_path / "new") == base


def test_a_project_is_not_written_over(project, capsys):
    with pytest.raises(SystemExit):
        write_new_project(project, records(project))
    assert "exists already" in capsys.readouterr().err


def test_thirty_changes_come_in_as_they_are_and_no_comment_goes(tmp_path, capsys):
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "examples/procure-to-pay", folder)
    base = records(folder)
    inside = [own for own in base.elements if own.kind == "activity"][:30]
    renamed = {
        own.key: own._replace(attributes={**own.attributes, "name": {"zh": f"新 {own.id}", "en": f"New {own.id}"}})
        for own in inside
    }
    update_project(folder, base, Records.of(base.settings, [renamed.get(own.key, own) for own in base.elements]))
    assert capsys.readouterr().err.endswith(": 30 changed\n")
    for path in sorted(folder.rglob("*.yaml")):
        former = (ROOT / "examples/procure-to-pay" / path.relative_to(folder)).read_text(encoding="utf-8")
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(former.splitlines())
        changed = [new for old, new in zip(former.splitlines(), lines, strict=True) if old != new]
        assert all("New " in line or "新 " in line for line in changed)


def test_a_new_project_that_was_broken_off_is_completed(tmp_path):
    made = records(write_project(tmp_path / "project", {"ltcarch.yaml": "ltcarch: 1\nname: A\n", "a.yaml": TEXT}))
    write_new_project(tmp_path / "usual", made)
    (tmp_path / "usual/ltcarch.yaml").unlink()  # it is written last
    paths = write_new_project(tmp_path / "usual", made)
    assert "ltcarch.yaml" in paths and (tmp_path / "usual/ltcarch.yaml").is_file()


def test_a_new_project_takes_the_place_of_no_other_file(tmp_path, capsys):
    made = records(write_project(tmp_path / "project", {"ltcarch.yaml": "ltcarch: 1\nname: A\n", "a.yaml": TEXT}))
    write_new_project(tmp_path / "usual", made)
    (tmp_path / "usual/ltcarch.yaml").unlink()
    (tmp_path / "usual/registers/people.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(SystemExit):
        write_new_project(tmp_path / "usual", made)
    assert "people.yaml exists already" in capsys.readouterr().err
