"""Edits of YAML files: they say what is wanted, and every byte around the changes stays."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltcarch.interchange.edits import edited
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.records import Key, Records, element_record, records_of
from ltcarch.loading import load
from ltcarch.loading.edited_files import EditedFiles
from ltcarch.loading.load import load_files
from tests.interchange.memory_files import FilesInMemory
from tests.interchange.projects import edited_projects, projects

ROOT = Path(__file__).parents[2]
PROJECT = "ltcarch: 1\nname: A\nlanguages: [en, zh]\n"
slow = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=25)


def after(texts: dict[str, str], change) -> tuple[dict[str, str], Records]:
    """The texts of a project's files after a change of its records, which must come true."""
    files = FilesInMemory({"ltcarch.yaml": PROJECT, **texts})
    loaded = load_files(files)
    assert not loaded.diagnostics or all(found.code.startswith(("REF", "SCH02")) for found in loaded.diagnostics), (
        loaded.diagnostics
    )
    wanted = change(records_of(loaded.architecture))
    made = edited(files, loaded, wanted)
    assert made.failed == (), made.reasons
    new = {path: made.new.get(path, data).decode() for path, data in {**files.data, **made.new}.items()}
    return new, wanted


def setting(element_id: str, **attributes):
    """A change of some attributes of one element; None takes one away."""

    def change(records: Records) -> Records:
        own = records.get(element_id)
        said = {key: value for key, value in {**own.attributes, **attributes}.items() if value is not None}
        new = element_record(own.kind, own.id, own.parent, said)
        return Records.of(records.settings, [new if other is own else other for other in records.elements])

    return change


ATTRIBUTES = """\
# About roles.
roles:
  # The clerk is first.
  - id: clerk                # permanent
    name: {en: Clerk, zh: 文员}   # both
    rules: [one, 'two']      # rules
    kpis:
      - a
      # why b
      - b   # bee
      - c
    unset: {team: nobody}

  - {id: chief, name: "Chief"} # short
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (setting("clerk", name={"en": "Clerk", "zh": "职员"}), "文员", "职员"),
        (setting("clerk", name={"en": "Clerk"}), "{en: Clerk, zh: 文员}", "{en: Clerk}"),
        (setting("clerk", name="Clerk: x"), "{en: Clerk, zh: 文员}", '"Clerk: x"'),
        (setting("clerk", rules=["one", "no"]), "[one, 'two']", "[one, 'no']"),
        (setting("clerk", rules=["one", "two", "on"]), "[one, 'two']", "[one, 'two', \"on\"]"),
        (setting("clerk", rules=["two"]), "[one, 'two']", "['two']"),
        (setting("clerk", rules=None), "    rules: [one, 'two']      # rules\n", ""),
        (setting("clerk", kpis=["a", "c"]), "      - b   # bee\n", ""),
        (setting("clerk", kpis=["a", "b", "d", "c"]), "      - c\n", "      - d\n      - c\n"),
        (setting("clerk", kpis=["a", "x", "c"]), "- b ", "- x "),
        (setting("clerk", team="t"), "文员}   # both\n", "文员}   # both\n    team: t\n"),
        (setting("clerk", tags=["4.10"]), "      - c\n", '      - c\n    tags: ["4.10"]\n'),
        (setting("chief", name="Boss"), '"Chief"', '"Boss"'),
        (setting("chief", team="t"), '"Chief"', '"Chief", team: t'),
        (setting("chief", name=None), ', name: "Chief"', ""),
        (setting("clerk", unset={"team": "nobody", "kpis": {"en": "a", "zh": "b"}}), "nobody}",
         "nobody, kpis: {en: a, zh: b}}"),
    ],
)  # fmt: skip
def test_an_attribute_changes_where_it_stands(change, old, new):
    texts, _ = after({"a.yaml": ATTRIBUTES}, change)
    assert ATTRIBUTES.count(old) == 1
    assert texts["a.yaml"] == ATTRIBUTES.replace(old, new)


def test_a_text_that_grows_gets_lines_of_its_own():
    long = "word " * 40 + "end"
    texts, _ = after({"a.yaml": ATTRIBUTES}, setting("clerk", name={"en": long, "zh": "文员"}))
    assert "    name:   # both\n      en: >-\n        word word" in texts["a.yaml"].replace(
        "name:  # both", "name:   # both"
    )
    again, _ = after({"a.yaml": texts["a.yaml"]}, setting("clerk", name={"en": "Short", "zh": "文员"}))
    assert "      en: Short\n      zh: 文员\n" in again["a.yaml"]


TREE = """\
# L1
classifications:
  - id: L
    name: Sales
    processes:
      # First.
      - id: L.1
        name: One
        activities:
          - {id: L.1.1, name: Do, role: clerk}   # quick
          - {id: L.1.2, name: Check}

      # Second.
      - id: L.2   # two
        name: Two

      - id: L.3
        name: Three
        activities: [{id: L.3.1, name: Do}, {id: L.3.2, name: Check}]
    # About the end.
"""


def without(*ids: str):
    return lambda records: Records.of(records.settings, [own for own in records.elements if own.id not in ids])


def adding(*elements, before: str | None = None):
    def change(records: Records) -> Records:
        found = list(records.elements)
        at = next((index for index, own in enumerate(found) if own.id == before), len(found))
        found[at:at] = [element_record(*own) for own in elements]
        return Records.of(records.settings, found)

    return change


def moving(element_id: str, parent: str | None):
    return lambda records: Records.of(
        records.settings,
        [own._replace(parent=parent) if own.id == element_id else own for own in records.elements],
    )


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (without("L.2"), "      # Second.\n      - id: L.2   # two\n        name: Two\n\n", ""),
        (without("L.3", "L.3.1", "L.3.2"), "\n      - id: L.3\n        name: Three\n"
         "        activities: [{id: L.3.1, name: Do}, {id: L.3.2, name: Check}]\n", ""),
        (without("L.1.1"), "          - {id: L.1.1, name: Do, role: clerk}   # quick\n", ""),
        (without("L.3.2"), ", {id: L.3.2, name: Check}", ""),
        (without("L.3.1", "L.3.2"), "        activities: [{id: L.3.1, name: Do}, {id: L.3.2, name: Check}]\n", ""),
        (adding(("activity", "L.1.3", "L.1", {"name": "New", "role": "clerk"})), "name: Check}\n\n",
         "name: Check}\n          - {id: L.1.3, name: New, role: clerk}\n\n"),
        (adding(("activity", "L.3.3", "L.3", {"name": "New"})), "name: Check}]",
         "name: Check}, {id: L.3.3, name: New}]"),
        (adding(("activity", "L.1.0", "L.1", {"name": "New"}), before="L.1.1"), "          - {id: L.1.1",
         "          - {id: L.1.0, name: New}\n          - {id: L.1.1"),
        (adding(("process", "L.9", "L", {"name": "New"}), before="L.3"), "\n      - id: L.3",
         "\n      - id: L.9\n        name: New\n\n      - id: L.3"),
        (adding(("activity", "L.2.1", "L.2", {"name": "New"})), "name: Two\n",
         "name: Two\n        activities:\n          - id: L.2.1\n            name: New\n"),
        (adding(("task", "L.3.1.1", "L.3.1", {"name": "New"})), "{id: L.3.1, name: Do}",
         "{id: L.3.1, name: Do, tasks: [{id: L.3.1.1, name: New}]}"),
    ],
)  # fmt: skip
def test_elements_come_and_go_where_they_belong(change, old, new):
    texts, _ = after({"a.yaml": TREE}, change)
    assert TREE.count(old) == 1
    assert texts["a.yaml"] == TREE.replace(old, new)


def test_an_element_moves_with_its_text():
    texts, _ = after({"a.yaml": TREE}, moving("L.1.1", "L.2"))
    assert (
        "name: Two\n        activities:\n          - {id: L.1.1, name: Do, role: clerk}   # quick\n" in texts["a.yaml"]
    )
    second = "classifications:\n  - id: M\n    name: Other\n    processes:\n    - id: M.1\n      name: X\n"
    texts, _ = after({"a.yaml": TREE, "b.yaml": second}, moving("L.2", "M"))
    moved = "    # Second.\n    - id: L.2   # two\n      name: Two\n"
    assert texts["b.yaml"] == second.replace("    - id: M.1\n", f"{moved}    - id: M.1\n")
    assert "L.2" not in texts["a.yaml"]


def test_an_element_that_stands_alone_moves_by_its_parent():
    alone = "processes:\n  # Alone.\n  - id: P   # p\n    parent: L\n    name: P\n"
    other = "classifications: [{id: M, name: Other}]\n"
    texts, _ = after({"a.yaml": TREE, "b.yaml": other, "c.yaml": alone}, moving("P", "M"))
    assert texts["c.yaml"] == alone.replace("parent: L", "parent: M")


def test_another_order_keeps_comments_with_their_elements():
    def turned(records: Records) -> Records:
        found = list(records.elements)
        own = [index for index, each in enumerate(found) if each.id in ("L.1", "L.2")]
        found[own[0]], found[own[1]] = found[own[1]], found[own[0]]
        return Records.of(records.settings, found)

    texts, _ = after({"a.yaml": TREE}, turned)
    assert texts["a.yaml"].index("# Second.\n      - id: L.2   # two") < texts["a.yaml"].index(
        "# First.\n      - id: L.1"
    )


def test_an_id_changes_with_all_that_names_it():
    def change(records: Records) -> Records:
        from ltcarch.interchange.renaming import renamed

        own = records.get("L.1")
        kept = [each for each in renamed(records, {"L.1": "L.7"}).elements if each.id != "L.7"]
        new = element_record("process", "L.7", "L", {**own.attributes, "former_ids": ["L.1"]})
        return Records.of(records.settings, [new, *kept])

    text = TREE + "\nroles: [{id: r, former_ids: [x]}]\nphases: [{id: ph, process: L.1}]  # phase\n"
    texts, _ = after({"a.yaml": text}, change)
    former = text.replace("- id: L.1\n        name: One\n", "- id: L.7\n        name: One\n        former_ids: [L.1]\n")
    assert texts["a.yaml"] == former.replace("process: L.1}", "process: L.7}")


def test_new_registers_get_their_file():
    texts, _ = after(
        {"a.yaml": "roles: [{id: r}]\n"}, adding(("kpi", "k", None, {"name": "K"}), ("role", "s", None, {}))
    )
    assert texts["a.yaml"] == "roles: [{id: r}, {id: s}]\n"
    assert texts["registers/measures.yaml"].endswith("\nkpis:\n  - id: k\n    name: K\n")


def test_settings_change_where_they_stand():
    def change(records: Records) -> Records:
        said = {**records.settings, "profile": "strict", "name": "B", "rules": {"OWN02": {"severity": "off"}}}
        return Records.of(said, records.elements)

    texts, _ = after({"a.yaml": TREE}, change)
    assert texts["ltcarch.yaml"] == PROJECT.replace("name: A", "name: B") + 'profile: strict\nrules: {OWN02: "off"}\n'


@slow
@given(projects().flatmap(lambda base: st.tuples(st.just(base), edited_projects(base))))
def test_any_edits_come_true(pair):
    base, wanted = pair
    files = FilesInMemory(project_files(base))
    loaded = load_files(files)
    made = edited(files, loaded, wanted)
    assert made.failed == (), (made.reasons, {path: data.decode() for path, data in made.new.items()})


@slow
@given(projects())
def test_nothing_is_edited_where_nothing_changes(base):
    files = FilesInMemory(project_files(base))
    assert edited(files, load_files(files), base).new == {}


@pytest.mark.parametrize("folder", ["models/reference", "examples/procure-to-pay"])
def test_every_name_changes_and_no_comment(folder):
    """Every name, one after the other: each comes true by a change of its own line alone."""
    from ltcarch.loading.files import FilesOnDisk

    loaded = load(ROOT / folder)
    base = records_of(loaded.architecture)
    elements = [
        own._replace(attributes={**own.attributes, "name": {**own.attributes["name"], "en": f"New {own.id}"}})
        if isinstance(own.attributes.get("name"), dict)
        else own
        for own in base.elements
    ]
    files = EditedFiles(FilesOnDisk(ROOT / folder))
    made = edited(files, loaded, Records.of(base.settings, elements))
    assert made.failed == ()
    for path, data in made.new.items():
        old, new = made.former[path].decode(), data.decode()
        assert old.count("#") == new.count("#")
        assert [line for line in old.splitlines() if "name" not in line and "en:" not in line] == [
            line for line in new.splitlines() if "name" not in line and "en:" not in line
        ]


_ = Key
