"""What was changed outside and what was changed here: put together, or told as a conflict."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltcarch.interchange.changes import (
    Added,
    Attribute,
    Moved,
    Removed,
    Renamed,
    Reordered,
    Setting,
    applied,
    changes_between,
)
from ltcarch.interchange.merge import Fault, Side, merge
from ltcarch.interchange.records import Key, Records, element_record
from tests.interchange.projects import edited_projects, projects

SETTINGS = {"ltcarch": 1, "name": "A", "languages": ["en", "zh"]}
quick = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=16)


def names_what_it_renamed(own: Records) -> bool:
    """Whether something still goes by the id that it had before: such references follow the rename in a merge."""
    former = {one for element in own.elements for one in element.attributes.get("former_ids", ())}
    said = [value for one in own.elements for key, value in one.attributes.items() if key != "former_ids"]
    return any(f"'{one}'" in repr(said) for one in former)


def edited(base: Records):
    """The project as somebody may have edited it."""
    return edited_projects(base).filter(lambda own: not names_what_it_renamed(own))


pairs = projects().flatmap(lambda base: st.tuples(st.just(base), edited(base)))
triples = projects().flatmap(lambda base: st.tuples(st.just(base), edited(base), edited(base)))


def records(*elements, **said) -> Records:
    return Records.of({**SETTINGS, **said}, [element_record(*own) for own in elements])


@quick
@given(pairs)
def test_changes_make_one_of_the_other(pair):
    old, new = pair
    changes = changes_between(old, new)
    assert applied(old, changes) == new
    assert bool(changes) == (old != new)


@quick
@given(pairs)
def test_what_only_one_side_changed_is_taken(pair):
    base, new = pair
    assert merge(base, new, base) == (new, ())
    assert merge(base, base, new) == (new, ())
    assert merge(base, new, new) == (new, ())


@quick
@given(triples, st.sampled_from(Side))
def test_decided_conflicts_are_none(triple, side):
    base, theirs, ours = triple
    assert merge(base, theirs, ours, lambda _: side).conflicts == ()


@quick
@given(triples)
def test_both_sides_meet_the_same_conflicts(triple):
    base, theirs, ours = triple
    there, here = merge(base, theirs, ours), merge(base, ours, theirs)
    assert bool(there.conflicts) == bool(here.conflicts)
    if not there.conflicts:
        assert there.records.by_key == here.records.by_key


TREE = (
    ("classification", "L", None, {"name": {"en": "Sales", "zh": "销售"}}),
    ("process", "L.1", "L", {"name": "One", "kpis": ["k"]}),
    ("process", "L.2", "L", {"name": "Two"}),
    ("process", "L.3", "L", {"name": "Three"}),
    ("role", "r", None, {"name": "Clerk"}),
)
BASE = records(*TREE)


def changed(**instead):
    """The tree with other elements by id, with _ for dots; None removes one."""
    found = {own[1]: own for own in TREE}
    for name, own in instead.items():
        found[name.replace("_", ".")] = own
    return records(*(own for own in found.values() if own))


def test_each_kind_of_change():
    new = records(
        ("classification", "L", None, {"name": {"en": "Sales", "zh": "营销"}}),
        ("classification", "M", None, {}),
        ("process", "L.2", "L", {"name": "Two"}),
        ("process", "L.1", "L", {"name": "One"}),
        ("process", "L.9", "M", {"name": "Three", "former_ids": ["L.3"]}),
        profile="strict",
    )
    assert changes_between(BASE, new) == (
        Renamed("L.3", "L.9"),
        Setting("profile", None, "strict"),
        Removed(BASE.by_key[Key("r")]),
        Attribute(Key("L"), "name", {"en": "Sales", "zh": "销售"}, {"en": "Sales", "zh": "营销"}),
        Attribute(Key("L.1"), "kpis", ["k"], None),
        Added(new.by_key[Key("M")], "L"),
        Moved(Key("L.9"), ("process", "L"), ("process", "M"), None),
        Attribute(Key("L.9"), "former_ids", None, ["L.3"]),
        Reordered("L", "process", ("L.1", "L.2"), ("L.2", "L.1")),
    )


def test_two_languages_of_one_text_are_no_conflict():
    theirs = changed(L=("classification", "L", None, {"name": {"en": "Sales", "zh": "营销"}}))
    ours = changed(L=("classification", "L", None, {"name": {"en": "Selling", "zh": "销售"}}))
    merged = merge(BASE, theirs, ours)
    assert merged.conflicts == ()
    assert merged.records.get("L").attributes == {"name": {"en": "Selling", "zh": "营销"}}


def test_one_value_changed_on_both_sides_is_a_conflict():
    theirs, ours = (changed(L_2=("process", "L.2", "L", {"name": name})) for name in ("Zwei", "Deux"))
    merged = merge(BASE, theirs, ours)
    assert merged.conflicts == ((Fault.CHANGED_TWICE, Key("L.2"), ("name",), "Two", "Zwei", "Deux"),)
    assert merged.records == ours
    assert merge(BASE, theirs, ours, lambda _: Side.THEIRS) == (theirs, ())


def test_removed_there_and_edited_here():
    theirs, ours = changed(L_2=None), changed(L_2=("process", "L.2", "L", {"name": "Deux"}))
    assert [own.fault for own in merge(BASE, theirs, ours).conflicts] == [Fault.REMOVED_THERE]
    assert [own.fault for own in merge(BASE, ours, theirs).conflicts] == [Fault.REMOVED_HERE]
    assert merge(BASE, theirs, ours, lambda _: Side.THEIRS).records == theirs


def test_added_on_both_sides_under_one_id():
    theirs, ours = (changed(L_4=("process", "L.4", "L", {"name": name})) for name in ("Vier", "Quatre"))
    assert [own.fault for own in merge(BASE, theirs, ours).conflicts] == [Fault.ADDED_TWICE]


def test_a_parent_that_is_removed_there_while_here_something_comes_below_it():
    theirs = changed(L_2=None)
    ours = changed(x=("activity", "x", "L.2", {"name": "New"}))
    merged = merge(BASE, theirs, ours)
    assert [(own.fault, own.key, own.path) for own in merged.conflicts] == [(Fault.REMOVED_THERE, Key("L.2"), ("x",))]
    assert merge(BASE, theirs, ours, lambda _: Side.THEIRS).records == theirs
    assert merge(BASE, theirs, ours, lambda _: Side.OURS).records == ours


def test_a_renamed_element_keeps_what_was_changed_here():
    theirs = records(
        *(own for own in TREE if own[1] not in ("r", "L.1")),
        ("process", "L.1", "L", {"name": "One", "kpis": ["k"], "owner": ["s"]}),
        ("role", "s", None, {"name": "Clerk", "former_ids": ["r"]}),
    )
    ours = changed(r=("role", "r", None, {"name": "Chief"}), L_2=("process", "L.2", "L", {"name": "Two", "owner": "r"}))
    merged = merge(BASE, theirs, ours)
    assert merged.conflicts == ()
    assert merged.records.get("s").attributes == {"name": "Chief", "former_ids": ["r"]}
    assert merged.records.get("L.2").attributes["owner"] == ["s"]


def test_order_is_taken_from_whoever_changed_it():
    theirs = records(TREE[0], TREE[3], TREE[1], TREE[2], TREE[4])
    ours = records(*TREE[:3], ("process", "L.4", "L", {}), TREE[3], TREE[4])
    merged = merge(BASE, theirs, ours)
    assert [own.id for own in merged.records.children("L")] == ["L.3", "L.1", "L.2", "L.4"]
    other = records(TREE[0], TREE[2], TREE[1], TREE[3], TREE[4])
    assert [own.fault for own in merge(BASE, theirs, other).conflicts] == [Fault.ORDERED_TWICE]
