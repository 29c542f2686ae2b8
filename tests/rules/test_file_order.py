"""What rules about measures and controls say does not depend on the order of files."""

from tests.projects import findings

FILES = [
    "processes: [{id: P2, name: P, owner: p, kpis: [k]}, {id: P10, name: P, owner: p, kpis: [k]}]",
    "activities: [{id: A, name: A, role: r, outputs: [x]}, {id: B, name: B, role: s}]\nartifacts: [{id: x, name: X}]",
    "positions: [{id: q, name: Q, roles: [r, s]}, {id: p, name: P, roles: [s, r]}]",
    "roles: [{id: r, name: R, team: t}, {id: s, name: S}]\nteams: [{id: t, name: T}]",
    "kpis: [{id: k, name: K, owner: q, parent: l, formula: l}, {id: l, name: L, parent: k, formula: k + y}]",
    "segregation: [{id: g, name: G, first: [A], second: [B]}]",
    "controls: [{id: c, name: C, activities: [A, B], evidence: [x], tester: t}]",
    "risks: [{id: h, name: H, rating: high}]",
]


def test_the_same_is_found_whatever_the_files_are_called(tmp_path):
    found = []
    for order in (FILES, FILES[::-1], FILES[3:] + FILES[:3]):
        files = {f"{index}.yaml": text for index, text in enumerate(order)}
        here = findings(tmp_path / str(len(found)), files)
        told = [(one.code, one.message, one.help, tuple(own.message for own in one.related)) for one in here]
        found.append(sorted((one for one in told if one[0][:3] in ("KPI", "CTL")), key=repr))
    assert found[0] == found[1] == found[2]
    assert {"KPI05", "KPI06", "KPI08", "CTL05", "CTL07", "CTL12"} <= {code for code, *_ in found[0]}
