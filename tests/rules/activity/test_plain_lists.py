"""A list of activities is judged alike, whether each of them says which one follows or none does."""

import json
from random import Random

from ltcarch.engine import run
from ltcarch.loading import load
from ltcarch.rules.activity import RULES
from ltcarch.rules.activity.flow import flows, plain_lists
from tests.projects import write_project

PROCESSES = 500


def some_process(random: Random, number: int, is_linked: bool) -> dict:
    """A process that makes and takes at random some of three artifacts and of a part of one of them."""
    steps = [f"P{number}.{step}" for step in range(random.randint(1, 5))]
    own = [f"artifact_{number}_{index}" for index in range(3)] + [f"part_{number}"]

    def uses(key: str) -> dict:
        picked = random.sample(own, random.choice((0, 0, 1, 2)))
        found = []
        for artifact in picked:
            use = {"artifact": artifact}
            if not artifact.startswith("part") and random.random() < 0.8:
                use["state"] = random.choice(("draft", "final"))
            if key == "inputs" and random.random() < 0.1:
                use["optional"] = True
            found.append(use)
        return {key: found} if found else {}

    activities = [{"id": step, "name": step, **uses("inputs"), **uses("outputs")} for step in steps]
    for activity, follower in zip(activities, [*steps[1:], None], strict=True):
        if is_linked:
            activity["next"] = [{"to": follower} if follower else {"end": "done"}]
    return {"id": f"P{number}", "name": f"Process {number}", "ends": ["done"], "activities": activities}


def judged(folder, is_linked: bool):
    random = Random(20261124)
    processes = [some_process(random, number, is_linked) for number in range(PROCESSES)]
    artifacts = []
    for number in range(PROCESSES):
        states = {"states": ["draft", "final"]}
        artifacts += [{"id": f"artifact_{number}_{index}", "name": "Artifact", **states} for index in range(3)]
        artifacts.append({"id": f"part_{number}", "name": "Part", "part_of": f"artifact_{number}_0"})
    text = json.dumps({"processes": processes, "artifacts": artifacts})
    loaded = load(write_project(folder, {"architecture.yaml": text}))
    assert not loaded.diagnostics
    found = {(own.code, own.element, own.message) for own in run(loaded, rules=RULES).diagnostics}
    return loaded.architecture, found


def test_lists_are_judged_as_the_flows_that_they_are(tmp_path):
    lists, of_lists = judged(tmp_path / "lists", is_linked=False)
    linked, of_linked = judged(tmp_path / "linked", is_linked=True)
    assert len(list(plain_lists(lists))) == len(flows(linked)) == PROCESSES
    assert not flows(lists)
    assert of_lists == of_linked
    assert len({element for code, element, _ in of_lists if code == "ACT12"}) > 50
