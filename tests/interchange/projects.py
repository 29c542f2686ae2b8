"""Random architectures that are nearly real: a tree, registers, references, texts in one or two languages."""

from hypothesis import strategies as st

from ltcarch.interchange.records import ElementRecord, Records, element_record
from ltcarch.interchange.renaming import renamed

PHRASES = [
    "Manage leads", "线索", "no", "12:30", "2025-01-01", "4.10", "A: b # c", "x, [y]", "it's", '"q"', 
    "word " * 30 + "end",
    "one\ntwo", "- a", "=SUM(A1)", "（一）", "null", " a", "on", "a\n\nb\n", "中" * 130, "😀",
]  # fmt: skip
IDS = ["S", "S.1", "S.10", "S.2", "b", "a-1", "no", "4.1", "007", "1e3", "x_y"]
KIND_BELOW = {
    "classification": ["group", "process"],
    "group": ["process", "subprocess"],
    "process": ["subprocess", "activity"],
    "subprocess": ["activity"],
    "activity": ["task"],
    "task": [],
}

phrases = st.sampled_from(PHRASES)
texts = st.one_of(phrases, st.fixed_dictionaries({"en": phrases, "zh": phrases}))
ids = st.sampled_from(IDS)
id_lists = st.lists(ids, max_size=3)
uses = st.fixed_dictionaries({"artifact": ids}, optional={"from": ids, "optional": st.booleans(), "measure": texts})
ways = st.fixed_dictionaries({"to": ids}, optional={"on": ids, "when": texts})
shared = {
    "name": texts, "description": texts, "aliases": st.lists(texts, max_size=2), "tags": st.lists(phrases, max_size=2),
    "former_ids": id_lists, "unset": st.dictionaries(st.sampled_from(["owner", "kpis"]), texts, max_size=2),
    "provenance": id_lists,
    "waivers": st.lists(
        st.fixed_dictionaries(
            {"rule": st.just("OWN02"), "reason": texts, "owner": ids, "expires": st.just("2027-01-01")}
        ),
        max_size=1,
    ),
}  # fmt: skip
upper = shared | {
    "owner": id_lists, "purpose": texts, "order": st.integers(0, 3), "number": st.sampled_from(["4.1", "4.10", "1"]),
    "scope": st.fixed_dictionaries({}, optional=dict.fromkeys(["in", "out"], st.lists(texts, max_size=2))),
    "ends": st.lists(st.fixed_dictionaries({"id": ids}, optional={"name": texts}), max_size=2),
    "next": st.lists(ways, max_size=2), "inputs": st.lists(uses, max_size=3), "outputs": st.lists(uses, max_size=3),
    "lifecycle": st.fixed_dictionaries({}, optional={"stage": st.just("operation"), "version": st.just("1.0.0")}),
    "kpis": id_lists, "axes": st.dictionaries(st.sampled_from(["class", "no"]), ids, max_size=2),
    "mappings": st.dictionaries(st.sampled_from(["pcf"]), st.sampled_from(["3.5", "3.50"]), max_size=1),
}  # fmt: skip
ATTRIBUTES = {
    "activity": shared
    | {
        "role": id_lists, "raci": st.fixed_dictionaries({}, optional={"consulted": id_lists, "informed": id_lists}),
        "inputs": st.lists(uses, max_size=3), "rules": st.lists(texts, max_size=2), "decision": st.booleans(),
        "split": st.sampled_from(["exclusive", "parallel"]), "order": st.integers(0, 3),
    },
    "task": shared | {"instruction": texts, "role": ids, "check": texts},
    "role": shared | {"responsibility": texts, "rules": st.lists(texts, max_size=2), "kpis": id_lists},
    "artifact": shared | {"type": st.just("record"), "terminal": st.booleans(), "quality": st.lists(texts, max_size=2)},
    "kpi": shared | {"target": st.one_of(st.integers(0, 9), st.just(0.5), texts), "parent": ids},
    "control": shared | {"key": st.booleans(), "activities": id_lists},
    "retired": {"on": st.just("2025-01-01"), "reason": texts, "replaced_by": id_lists},
}  # fmt: skip
REGISTERS = ["role", "artifact", "kpi", "control", "retired"]


def elements(kind: str) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries({}, optional=ATTRIBUTES.get(kind, upper))


@st.composite
def projects(draw, most: int = 12) -> Records:
    """Records of a random project."""
    found: list[ElementRecord] = []
    for element_id in draw(st.lists(st.sampled_from(IDS), unique=True, max_size=most)):
        found.append(_hierarchy_element(draw, element_id, found))
    for number, kind in enumerate(draw(st.lists(st.sampled_from(REGISTERS), max_size=5))):
        found.append(element_record(kind, f"{kind}_{number}", None, draw(elements(kind))))
    said = {"ltcarch": 1, "name": draw(texts), "languages": ["en", "zh"], "profile": "standard"}
    return Records.of({**said, "decomposition": {"no_scenario": "direct"}}, found)


def _hierarchy_element(draw, element_id: str, found: list[ElementRecord]) -> ElementRecord:
    """One more element below one of those that are there, or at the top, or below one that does not exist."""
    parents = [own for own in found if KIND_BELOW.get(own.kind)]
    choice = draw(st.integers(0, 9))
    if parents and choice < 7:
        parent = draw(st.sampled_from(parents))
        kind = draw(st.sampled_from(KIND_BELOW[parent.kind]))
        return element_record(kind, element_id, parent.id, draw(elements(kind)))
    if choice == 7:
        return element_record("process", element_id, "nowhere", draw(elements("process")))
    return element_record("classification", element_id, None, draw(elements("classification")))


@st.composite
def edited_projects(draw, base: Records) -> Records:
    """The same project after some edits: elements gone, new, moved, in another order, with other attributes."""
    found = list(base.elements)
    for _ in range(draw(st.integers(0, 4))):
        _edit(draw, found)
    said = dict(base.settings)
    if draw(st.booleans()):
        said["name"] = draw(texts)
    return Records.of(said, found)


EDITS = ["remove", "attributes", "one", "move", "order", "add", "rename"]


def _edit(draw, found: list[ElementRecord], edits: list[str] = EDITS) -> None:
    if not found:
        return
    at = draw(st.integers(0, len(found) - 1))
    own = found[at]
    match draw(st.sampled_from(edits)):
        case "remove":
            gone = {own.id, *_below(own.id, found)} if own.kind in KIND_BELOW else {own.id}
            found[:] = [other for other in found if other.id not in gone]
        case "attributes":
            found[at] = element_record(own.kind, own.id, own.parent, draw(elements(own.kind)))
        case "one":
            found[at] = element_record(own.kind, own.id, own.parent, {**own.attributes, "name": draw(texts)})
        case "move" if own.kind in KIND_BELOW:
            below = _below(own.id, found)
            parents = [
                other.id
                for other in found
                if own.kind in KIND_BELOW.get(other.kind, ()) and other.id != own.id and other.id not in below
            ]
            if parents:
                found[at] = own._replace(parent=draw(st.sampled_from(parents)))
        case "order":
            found.insert(draw(st.integers(0, len(found) - 1)), found.pop(at))
        case "add":
            new_id = draw(st.sampled_from(["new.1", "new.2", "on"]))
            if all(other.id != new_id for other in found):
                kinds = KIND_BELOW.get(own.kind) or []
                new = (draw(st.sampled_from(kinds)), own.id) if kinds else ("role", None)
                said = draw(elements(new[0])) if "attributes" in edits else {"name": "New"}
                found.insert(at, element_record(new[0], new_id, new[1], said))
        case "rename" if own.kind != "retired" and all(other.id != "renamed" for other in found):
            found[at] = element_record(own.kind, own.id, own.parent, {**own.attributes, "former_ids": [own.id]})
            found[:] = renamed(Records.of({}, found), {own.id: "renamed"}).elements


def _below(element_id: str, found: list[ElementRecord]) -> set[str]:
    children = {other.id for other in found if other.parent == element_id}
    return children.union(*(_below(child, found) for child in children))


@st.composite
def trees(draw) -> Records:
    """Records of a hierarchy and some roles that say little more than their names."""
    found: list[ElementRecord] = [element_record("classification", "L", None, {"name": "L"})]
    for number in range(draw(st.integers(2, 12))):
        parent = draw(st.sampled_from([own for own in found if KIND_BELOW[own.kind]]))
        kind = draw(st.sampled_from(KIND_BELOW[parent.kind]))
        found.append(element_record(kind, f"E{number}", parent.id, {"name": f"N{number}"}))
    roles = [element_record("role", f"r{number}", None, {"name": "R"}) for number in range(draw(st.integers(0, 3)))]
    return Records.of({"ltcarch": 1, "name": "A", "languages": ["en"]}, [*found, *roles])


@st.composite
def rearranged(draw, base: Records) -> Records:
    """The same elements in other places: moved, in another order, gone, new."""
    found = list(base.elements)
    for _ in range(draw(st.integers(1, 5))):
        _edit(draw, found, ["move", "order", "order", "move", "remove", "add", "rename"])
    return Records.of(base.settings, found)
