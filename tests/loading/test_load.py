"""The whole way from a folder to an architecture: bad input is told, and nothing good is lost beside it."""

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.model import Activity, Process
from tests.projects import PROJECT, write_project

CLERK = "roles: [{id: clerk, name: Clerk}]\n"


def found(folder: Path):
    """Each diagnostic as code and place."""
    places = []
    for one in load(folder).diagnostics:
        span = one.location.span if one.location else None
        place = f"{one.location.source.path}{f':{span.line}:{span.column}' if span else ''}" if one.location else ""
        places.append((one.code, place))
    return places


def test_a_sound_project(tmp_path):
    loaded = load(write_project(tmp_path, {"a.yaml": CLERK, "b/c.yaml": "activities: [{id: A, name: A, role: clerk}]"}))
    assert loaded.diagnostics == ()
    assert loaded.files == ("a.yaml", "b/c.yaml")
    assert set(loaded.architecture.elements) == {"company", "clerk", "A"}


def test_a_folder_without_a_project_file(tmp_path):
    (tmp_path / "a.yaml").write_text(CLERK)
    assert found(tmp_path) == [("SRC01", "ltcarch.yaml")]


def test_a_folder_that_does_not_exist(tmp_path):
    assert found(tmp_path / "nowhere") == [("SRC01", "ltcarch.yaml")]


def test_an_empty_project_file_lacks_what_it_needs(tmp_path):
    folder = write_project(tmp_path, {"ltcarch.yaml": "", "a.yaml": CLERK})
    assert found(folder) == [("SCH02", "ltcarch.yaml:1:1"), ("SCH02", "ltcarch.yaml:1:1")]


def test_a_project_without_files(tmp_path):
    write_project(tmp_path, {})
    assert found(tmp_path) == [("SRC12", "ltcarch.yaml:1:1")]
    write_project(tmp_path, {"ltcarch.yaml": PROJECT + "sources: [process/**/*.yaml]\n"})
    assert [code for code, _ in found(tmp_path)] == ["SRC12"]


def test_empty_files_are_no_fault(tmp_path):
    assert (
        found(write_project(tmp_path, {"a.yaml": "", "b.yaml": "# later\n", "c.yaml": "---\n", "d.yaml": "{}"})) == []
    )


def test_a_folder_for_a_file(tmp_path):
    write_project(tmp_path, {"a.yaml": CLERK, "folder.yaml/b.yaml": "roles: [{id: other, name: Other}]"})
    assert found(tmp_path) == []
    (tmp_path / "ltcarch.yaml").unlink()
    (tmp_path / "ltcarch.yaml").mkdir()
    assert found(tmp_path) == [("SRC01", "ltcarch.yaml")]


def test_patterns_that_lead_out_are_refused_and_the_others_hold(tmp_path):
    (tmp_path / "outside.yaml").write_text("roles: [{id: outside, name: Outside}]")
    project = 'ltcarch: 1\nname: X\nsources: ["*.yaml", ../outside.yaml, /etc/*.yaml]\n'
    folder = write_project(tmp_path / "project", {"ltcarch.yaml": project, "a.yaml": CLERK})
    assert found(folder) == [("SRC01", "ltcarch.yaml:3:21"), ("SRC01", "ltcarch.yaml:3:38")]
    assert set(load(folder).architecture.elements) == {"company", "clerk"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links(tmp_path):
    (tmp_path / "outside.yaml").write_text("roles: [{id: outside, name: Outside}]")
    folder = write_project(tmp_path / "project", {"a.yaml": CLERK})
    (folder / "inside.yaml").symlink_to(folder / "a.yaml")
    (folder / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "broken.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "around").symlink_to(folder)
    assert sorted(found(folder)) == [("SRC01", "broken.yaml"), ("SRC01", "loop.yaml"), ("SRC01", "out.yaml")]
    assert "outside" not in load(folder).architecture.elements
    messages = {one.location.source.path: one.message for one in load(folder).diagnostics}
    assert "leads out" in messages["out.yaml"]
    assert messages["broken.yaml"] == "the link leads nowhere"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold here")
def test_a_file_without_permission(tmp_path):
    folder = write_project(tmp_path, {"a.yaml": CLERK, "b.yaml": "roles: [{id: other, name: Other}]"})
    (folder / "b.yaml").chmod(0)
    assert found(folder) == [("SRC01", "b.yaml")]


def test_a_broken_file_hides_nothing_of_the_others(tmp_path):
    files = {
        "a.yaml": "activities: [{id: A, name: A, role: [clerk, other]}, {id: B, name: B, role: [clerk, clrk]}]\n"
        + CLERK,
        "b.yaml": "roles:\n  - id: other\n    name: [\n",
        "c.yaml": "roles: [{id: third, nam: Third}]\n",
    }
    folder = write_project(tmp_path, files)
    assert found(folder) == [
        ("REF01", "a.yaml:1:85"),
        ("SRC04", "b.yaml:3:12"),
        ("SCH02", "c.yaml:1:14"),
        ("SCH01", "c.yaml:1:21"),
    ]
    report = run(load(folder))
    assert "OWN05" in {one.code for one in report.diagnostics}


def test_the_bytes_of_every_kind_of_broken_file(tmp_path):
    folder = write_project(tmp_path, {"a.yaml": CLERK})
    for name, data in {
        "latin.yaml": "roles: [{id: r, name: Käufer}]".encode("latin-1"),
        "nul.yaml": b"roles: [{id: r, name: \x00}]",
        "utf16.yaml": "roles: []".encode("utf-16"),
        "deep.yaml": b"[" * 100_000,
        "bomb.yaml": b"a: &a [x, x]\nb: &b [*a, *a]\n",
        "tag.yaml": b"a: !!python/object/apply:os.system [ls]\n",
    }.items():
        (folder / name).write_bytes(data)
    assert found(folder) == [
        ("SRC06", "bomb.yaml:1:4"),
        ("SRC09", "deep.yaml:1:65"),
        ("SRC02", "latin.yaml:1:24"),
        ("SRC03", "nul.yaml:1:23"),
        ("SRC07", "tag.yaml:1:4"),
        ("SRC02", "utf16.yaml:1:1"),
    ]


def test_a_byte_order_mark_moves_nothing(tmp_path):
    folder = write_project(tmp_path, {"ltcarch.yaml": "\ufeff" + PROJECT, "a.yaml": "\ufeffroles: [{id: r, nam: R}]"})
    assert ("SCH01", "a.yaml:1:17") in found(folder)


def test_a_circle_of_parents_ends(tmp_path):
    text = "groups: [{id: G, name: G, parent: P}]\nprocesses: [{id: P, name: P, parent: G}]\n"
    loaded = load(write_project(tmp_path, {"a.yaml": text}))
    hierarchy = loaded.architecture.hierarchy
    assert hierarchy.circles == (("G", "P"),)
    assert {element.id for element in hierarchy.in_order} == {"G", "P"}


def test_an_element_is_its_own_parent(tmp_path):
    loaded = load(write_project(tmp_path, {"a.yaml": "groups: [{id: G, name: G, parent: G}]"}))
    assert loaded.architecture.hierarchy.circles == (("G",),)


def test_wrong_types_build_what_is_right_beside_them(tmp_path):
    text = "activities: [{id: A, name: 3, role: [r, [x]], inputs: [x, 3, {artifact: y}], order: first, key: maybe}, 7]"
    loaded = load(write_project(tmp_path, {"a.yaml": text}))
    activity = loaded.architecture.get("A", Activity)
    assert activity is not None
    assert activity.name is None
    assert activity.roles == ("r",)
    assert [use.artifact for use in activity.inputs] == ["x", None, "y"]
    assert {"name", "role", "inputs", "order", "key"} <= activity.faulty


def test_a_misspelt_key_is_not_missed_as_well(tmp_path):
    loaded = load(write_project(tmp_path, {"a.yaml": "processes: [{id: P, name: P, ownr: x}]"}))
    process = loaded.architecture.get("P", Process)
    assert process is not None
    assert not process.expects("owner")
    assert process.expects("purpose")


def test_loading_never_depends_on_the_order_of_files(tmp_path):
    names = ["b.yaml", "a.yaml", "c/d.yaml"]
    texts = ["roles: [{id: r, name: R}]", "roles: [{id: r, name: S}]", "activities: [{id: A, name: A, role: r}]"]
    for index, order in enumerate(((0, 1, 2), (2, 1, 0), (1, 2, 0))):
        write_project(tmp_path / str(index), {names[at]: texts[at] for at in order})
    assert len({_shown(load(tmp_path / str(index))) for index in range(3)}) == 1


def _shown(loaded) -> str:
    return "\n".join(f"{one.code} {one.message} {one.location.source.path}" for one in loaded.diagnostics)


# One element a line, so that any of them can be taken out of its parent and put into any file.
WHOLE = yaml.safe_load("""
classifications:
  - id: L
    name: Lead to cash
    order: 1
    groups:
      - id: L.1
        name: Manage leads
        order: 1
        owner: nobody
        next: [L.2]
        processes:
          - id: L.1.1
            name: Collect leads
            order: 1
            activities:
              - {id: L.1.1.A1, name: Register lead, order: 1, role: clerk, outputs: [lead]}
              - id: L.1.1.A2
                name: Check lead
                order: 2
                role: [clerk, head]
                inputs: [lead, price]
                outputs: [checked_lead]
                tasks:
                  - {id: L.1.1.A2.1, name: Open lead, order: 1, role: head}
      - id: L.2
        name: Manage opportunities
        order: 2
        processes:
          - {id: L.2.1, name: Collect leads, order: 1, activities: [{id: L.2.1.A1, name: Study, order: 1, rle: head}]}
          - {id: L.2.2, name: Collect leads, order: 2, inputs: [offer]}
roles:
  - {id: clerk, name: Clerk}
  - {id: head, name: Head}
artifacts:
  - {id: lead, name: Lead}
  - {id: checked_lead, name: Checked lead}
  - {id: price, name: Price}
  - {id: offer, name: Offer, part_of: nothing}
flows:
  - {id: f, from: L.1, to: L.2, artifacts: [lead]}
""")
NESTED = ("groups", "processes", "activities", "tasks")


def _elements(holder: dict, parent: str | None):
    """Each element with its collection and the id of its parent, without what is nested in it."""
    for key in holder:
        if parent is None or key in NESTED:
            for element in holder[key]:
                yield key, parent, {own: value for own, value in element.items() if own not in NESTED}
                yield from _elements(element, element["id"])


PIECES = list(_elements(WHOLE, None))


def _put_together(choices: list[tuple[bool, int]]) -> dict[str, str]:
    """The same elements in files: for each of them whether it stays in its parent, and else in which file it is."""
    files: dict[str, dict] = {}
    by_id: dict[str, dict] = {}
    for (key, parent, element), (stays, number) in zip(PIECES, choices, strict=True):
        own = dict(element)
        by_id[own["id"]] = own
        if parent is not None and stays:
            by_id[parent].setdefault(key, []).append(own)
        else:
            own.update({"parent": parent} if parent else {})
            files.setdefault(f"{number}.yaml", {}).setdefault(key, []).append(own)
    return {path: yaml.safe_dump(data, sort_keys=False) for path, data in files.items()}


def _findings(folder: Path, files: dict[str, str]) -> list[tuple]:
    report = run(load(write_project(folder, files)))
    return sorted(
        (one.code, one.message, one.element, one.help, tuple(sorted(own.message for own in one.related)))
        for one in report.diagnostics
    )


def test_the_pieces_have_findings_of_every_kind(tmp_path):
    codes = {code[:3] for code, *_ in _findings(tmp_path, {"a.yaml": yaml.safe_dump(WHOLE, sort_keys=False)})}
    assert {"SCH", "REF", "STR", "IDN", "OWN", "FLW"} <= codes


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 4)), min_size=len(PIECES), max_size=len(PIECES)))
def test_where_an_element_stands_changes_nothing(tmp_path_factory, choices):
    whole = _findings(tmp_path_factory.mktemp("whole"), {"a.yaml": yaml.safe_dump(WHOLE, sort_keys=False)})
    assert _findings(tmp_path_factory.mktemp("split"), _put_together(choices)) == whole
