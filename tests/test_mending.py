"""Edits that findings carry are made as far as none of them brings a new finding."""

import pytest

from ltcarch.diagnostics import Diagnostic, Edit, Severity
from ltcarch.engine import Report, run
from ltcarch.loading.edited_files import EditedFiles
from ltcarch.loading.files import FilesOnDisk
from ltcarch.loading.load import load_files
from ltcarch.loading.memory import Memory
from ltcarch.mending import MOST_TRIALS, compatible, mend
from ltcarch.source import Location, SourceText, Span
from tests.projects import write_project

PROJECT = "ltcarch: 1\nname: Example\nprofile: draft\n"


def mended(folder, files, wanted=lambda diagnostic: True):
    """What mending makes of a project, with the texts by path and how often all was checked."""
    write_project(folder, {"ltcarch.yaml": PROJECT, **files})
    memory, checks = Memory(), []

    def check(files):
        checks.append(files)
        return run(load_files(files, memory))

    files = EditedFiles(FilesOnDisk(folder))
    result = mend(files, check(files), check, wanted)
    return result, {path: data.decode() for path, data in result.new.items()}, len(checks)


ROLES = "roles:\n  - {id: sales_head, name: Head of sales}\n  - {id: order_clerk, name: Order clerk}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("activities: [{id: A1, name: Act, role: sales_haed}]\n",
         "activities: [{id: A1, name: Act, role: sales_head}]\n"),
        ("activities: [{id: A1, name: Act, role: [sales_head, 'Order-Clerk']}] # x\n",
         "activities: [{id: A1, name: Act, role: [sales_head, 'order_clerk']}] # x\n"),
        ("activities:\n- id: A1\n  name: Act\n  rolle: sales_head  # who\n",
         "activities:\n- id: A1\n  name: Act\n  role: sales_head  # who\n"),
        ("activities:\r\n- id: A1\r\n  nmae: 验证\r\n  role: sales_head",
         "activities:\r\n- id: A1\r\n  name: 验证\r\n  role: sales_head"),
        ("\ufeffroles: [{id: 4.10, name: 0x1F}]\n", '\ufeffroles: [{id: "4.10", name: "0x1F"}]\n'),
        ("processes: [{id: P, name: P, ends: [done], next: [{on: dome, to: Q}]}, {id: Q, name: Q}]\n",
         "processes: [{id: P, name: P, ends: [done], next: [{on: done, to: Q}]}, {id: Q, name: Q}]\n"),
        ("activities: [{id: A1, name: Act, split: exclusiv}]\n",
         "activities: [{id: A1, name: Act, split: exclusive}]\n"),
        ("roles: [{id: r, name: R, waivers: [{rule: own5, reason: so}]}]\n",
         "roles: [{id: r, name: R, waivers: [{rule: OWN05, reason: so}]}]\n"),
    ],
)  # fmt: skip
def test_one_safe_answer_is_given(tmp_path, text, expected):
    result, texts, _ = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": text})
    assert texts == {"a.yaml": expected}
    assert result.former["a.yaml"].decode() == text
    assert result.refused == ()


@pytest.mark.parametrize(
    "text",
    [
        "activities: [{id: A1, name: Act, role: sales}]\n",
        "activities: [{id: A1, name: Act, role: sales_head2}]\n",
        "activities: [{id: A1, name: Act, rolle: sales_head, roel: order_clerk}]\n",
        "activities: [{id: A1, name: Act, role: sales_head, rolle: order_clerk}]\n",
        "activities: [{id: A1, name: Act, role: null}]\n",
        "roles: [{id: order_clerks, name: A}]\nactivities: [{id: A1, name: Act, role: order_clerkz}]\n",
    ],
)
def test_nothing_is_done_where_somebody_must_choose(tmp_path, text):
    assert mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": text})[0].new == {}


def test_settings_of_rules(tmp_path):
    text = PROJECT + "rules:\n  own5: error  # why\n  OWN06: warnig\n  OWN15:\n    mots: 3\n  REF01: off\n"
    _, texts, _ = mended(tmp_path, {"roles.yaml": ROLES, "ltcarch.yaml": text})
    right = "rules:\n  OWN05: error  # why\n  OWN06: warning\n  OWN15:\n    most: 3\n"
    assert texts == {"ltcarch.yaml": PROJECT + right}


def test_an_edit_that_would_bring_a_new_finding_is_not_made(tmp_path):
    text = "activities: [{id: A1, name: Act, rolle: nobody_at_all}, {id: A2, name: Act two, rolle: sales_head}]\n"
    result, texts, _ = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": text})
    assert texts == {"a.yaml": text.replace("rolle: sales_head", "role: sales_head")}
    assert len(result.made) == 1
    assert [own.diagnostic.code for own in result.refused] == ["SCH01"]


def test_a_wrong_key_around_a_wrong_value_stays(tmp_path):
    """Only with the right key anybody sees that the value is wrong: that would be a new finding."""
    text = "activities: [{id: A1, name: Act, rolle: sales_haed}]\n"
    result, texts, _ = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": text})
    assert texts == {} and [own.diagnostic.code for own in result.refused] == ["SCH01"]


def test_all_waivers_of_a_list_can_go(tmp_path):
    project = PROJECT.replace("draft", "standard")
    waiver = "      - rule: {0}  # why\n        reason: so\n        owner: sales_head\n"
    text = "positions:\n  - id: p\n    name: P\n    waivers:\n{0}    roles: [sales_head, order_clerk]\n"
    files = {"roles.yaml": ROLES, "ltcarch.yaml": project}
    full = text.format("".join(waiver.format(code) for code in ("IDN01", "IDN02", "IDN03")))
    _, texts, _ = mended(tmp_path, {**files, "a.yaml": full}, lambda own: own.code == "CFG05")
    assert texts == {"a.yaml": text.format("").replace("    waivers:\n", "")}


def test_numbered_ids_and_what_is_found_at_them(tmp_path):
    """An element whose id gets quotes has another id afterwards, and its other findings are not new."""
    text = "roles:\n  - id: 4.10\n    colour: red\n"
    result, texts, _ = mended(tmp_path, {"a.yaml": text})
    assert texts == {"a.yaml": text.replace("4.10", '"4.10"')}
    assert result.refused == ()


def test_only_findings_that_are_wanted(tmp_path):
    bad = "activities: [{{id: {0}, name: Act {0}, role: sales_haed}}]\n"
    files = {"roles.yaml": ROLES, "a.yaml": bad.format("A1"), "b.yaml": bad.format("A2")}
    _, texts, _ = mended(tmp_path, files, lambda own: own.location.source.path == "b.yaml")
    assert set(texts) == {"b.yaml"}


def test_many_findings_take_few_checks(tmp_path):
    lines = "".join(f"- {{id: A{number}, name: Act {number}, rolle: sales_head}}\n" for number in range(300))
    result, texts, checks = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": "activities:\n" + lines})
    assert len(result.made) == 300 and "rolle" not in texts["a.yaml"]
    assert checks == 2


def test_checks_are_limited_and_the_innocent_are_mended_first(tmp_path):
    bad = "".join(f"- {{id: B{number}, name: Bad {number}, rolle: nobody_{number}x}}\n" for number in range(200))
    good = "".join(f"- {{id: A{number}, name: Act {number}, rolle: sales_head}}\n" for number in range(200))
    result, texts, checks = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": "activities:\n" + bad + good})
    assert len(result.made) == 200
    assert texts["a.yaml"].count(" role: sales_head") == 200
    assert len(result.refused) == 200
    assert checks == 3


def test_several_edits_at_each_element_are_tried_one_after_the_other(tmp_path):
    bad = "".join(f"- {{id: B{number}, name: Bad {number}, rolle: x{number}, inptus: [y]}}\n" for number in range(40))
    start = "activities:\n- {id: A, name: Act, rolle: sales_head}\n"
    result, texts, checks = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": start + bad})
    assert texts["a.yaml"] == (start + bad).replace("rolle: sales_head", "role: sales_head")
    assert len(result.refused) == 80 and all(own.brought for own in result.refused)
    assert checks <= 5


def judged(folder, is_bad):
    """What mending makes of a file of a hundred words, if a bad one brings a finding that names none of them."""
    write_project(folder, {"a.yaml": "old\n" * 100})
    checks = []

    def diagnostic(code, *edits):
        return Diagnostic(code, code, Severity.ERROR, code, Location(SourceText("a.yaml", "")), fix=edits)

    def check(files):
        checks.append(files)
        lines = files.read("a.yaml").decode().splitlines()
        olds = [
            diagnostic(f"X{number:02}", Edit("a.yaml", Span(number + 1, 1, number + 1, 4), "new"))
            for number, line in enumerate(lines)
            if line == "old"
        ]
        news = [diagnostic(f"Y{number:02}") for number, line in enumerate(lines) if line == "new" and is_bad(number)]
        return Report((*olds, *news), (), "draft", 1, 1)

    files = EditedFiles(FilesOnDisk(folder))
    result = mend(files, check(files), check, lambda own: True)
    return len(result.made), [own.brought and own.brought.code for own in result.refused], len(checks)


def test_one_bad_edit_of_which_nothing_is_known_keeps_few_others_back(tmp_path):
    made, brought, checks = judged(tmp_path, lambda number: number == 3)
    assert (made, brought) == (87, [None] * 13)
    assert checks == 1 + MOST_TRIALS


def test_checks_are_limited_where_all_is_in_doubt(tmp_path):
    made, brought, checks = judged(tmp_path, lambda number: True)
    assert (made, brought) == (0, [None] * 100)
    assert checks == 1 + MOST_TRIALS


def test_an_edit_is_not_blamed_for_what_another_one_brings_at_its_element(tmp_path):
    steps = "[{id: A1, name: One, ordr: 1}, {id: A2, name: Two, order: 1, rolle: sales_head}]"
    text = f"processes: [{{id: P, name: P, activities: {steps}}}]\n"
    text += "positions: [{id: head, name: Head, roles: [sales_head, order_clerk]}]\n"
    project = PROJECT.replace("draft", "standard")
    _, texts, _ = mended(tmp_path, {"ltcarch.yaml": project, "roles.yaml": ROLES, "a.yaml": text})
    assert texts == {"a.yaml": text.replace("rolle", "role")}


def test_of_edits_that_overlap_the_first_is_made():
    def diagnostic(*spans):
        location = Location(SourceText("a.yaml", ""), spans[0])
        return Diagnostic(
            "X", "x", Severity.ERROR, "x", location, fix=tuple(Edit("a.yaml", span, "") for span in spans)
        )

    first, second, third = (
        diagnostic(Span(1, 1, 1, 5)),
        diagnostic(Span(1, 7, 1, 8), Span(1, 4, 1, 6)),
        diagnostic(Span(1, 7, 2, 1)),
    )
    assert compatible([first, second, third]) == (first, third)


def test_a_mended_project_has_nothing_left_to_mend(tmp_path):
    text = "activities: [{id: A1, name: Act, rolle: sales_head, inputs: [x]}]\nartifacts: [{id: x, name: 4}]\n"
    _, texts, _ = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": text})
    again, _, checks = mended(tmp_path, {"roles.yaml": ROLES, **texts})
    assert again.new == {} and checks == 1


def test_what_is_refused_says_what_it_would_bring(tmp_path):
    text = "activities: [{id: A1, name: Act, rolle: nobody_at_all}]\n"
    result, _, _ = mended(tmp_path, {"roles.yaml": ROLES, "a.yaml": text})
    [refusal] = result.refused
    assert refusal.brought.code == "REF01" and "nobody_at_all" in refusal.brought.message


def test_of_edits_that_overlap_the_second_is_tried_where_the_first_is_refused(tmp_path):
    """Both would replace the same word; only the first one's would be a fault again."""
    write_project(tmp_path, {"ltcarch.yaml": PROJECT, "a.yaml": "bad\n"})
    files = EditedFiles(FilesOnDisk(tmp_path))

    def diagnostic(code, text, new=""):
        edits = (Edit("a.yaml", Span(1, 1, 1, 4), new),) if new else ()
        return Diagnostic(code, code, Severity.ERROR, code, Location(SourceText("a.yaml", text)), fix=edits)

    def check(files):
        text = files.read("a.yaml").decode()
        found = {
            "bad\n": (diagnostic("X1", text, "worse"), diagnostic("X2", text, "good")),
            "worse\n": (diagnostic("X3", text),),
        }
        return Report(found.get(text, ()), (), "draft", 1, 1)

    result = mend(files, check(files), check, lambda own: True)
    assert result.new == {"a.yaml": b"good\n"}
    assert [own.code for own in result.made] == ["X2"]
