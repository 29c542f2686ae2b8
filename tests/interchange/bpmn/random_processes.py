"""Random processes with all that makes diagrams hard: loops, choices, time-outs, and messages with many parties."""

import json
from random import Random

ROLES, PARTIES, ARTIFACTS = 4, 4, 6


def random_process(seed: int) -> dict[str, str]:
    """The files of a project with the process P; every activity is reached and leads on."""
    random = Random(seed)
    steps = random.randint(3, 16)
    activities = [_activity(random, index, steps) for index in range(steps)]
    triggers = [_trigger(random) for _ in range(random.randint(0, 3))]
    process = {"id": "P", "name": "Serve guests", "ends": ["done"], "triggers": triggers, "activities": activities}
    called = {"id": "Q", "name": "Wash", "activities": [{"id": "Q.1", "name": "Wash up", "role": "r0"}]}
    return {"a.yaml": json.dumps({"processes": [process, called]}), **_registers()}


def crowded_process() -> dict[str, str]:
    """The files of a project in which one activity of process P exchanges something with four parties, both ways."""
    uses = {
        key: [{"artifact": f"a{index}", end: f"e{index}"} for index in range(PARTIES)]
        for key, end in (("inputs", "from"), ("outputs", "to"))
    }
    activity = {"id": "P.1", "name": "Serve", "role": "r0", **uses}
    return {
        "a.yaml": json.dumps({"processes": [{"id": "P", "name": "Serve", "activities": [activity]}]}),
        **_registers(),
    }


def _registers() -> dict[str, str]:
    registers = {
        "roles": [{"id": f"r{index}", "name": f"Role {index}"} for index in range(ROLES)],
        "externals": [{"id": f"e{index}", "name": f"Party {index}"} for index in range(PARTIES)],
        "artifacts": [{"id": f"a{index}", "name": f"Artifact {index} of some length"} for index in range(ARTIFACTS)],
    }
    return {"r.yaml": json.dumps(registers)}


def _activity(random: Random, index: int, steps: int) -> dict:
    onward = {"to": _id(index + 1)} if index + 1 < steps else {"end": "done"}
    found = {"id": _id(index), "name": f"Do {'work ' * random.randint(0, 9)}{index}", "role": _one("r", ROLES, random)}
    found["next"] = [onward]
    if random.random() < 0.4:
        other = {"to": _id(random.randrange(steps)), "when": f"case {'of ' * random.randint(0, 5)}{index}"}
        found |= {"split": "exclusive", "next": [onward | {"default": True}, other]}
    if random.random() < 0.2:
        then = random.choice([own for own in range(steps) if own != index])
        found["waits"] = {"for": _one("a", ARTIFACTS, random), "from": _one("e", PARTIES, random), "timeout": "P7D"}
        found["waits"]["then"] = _id(then)
    if random.random() < 0.1:
        found["calls"] = {"process": "Q"}
    for key, end in (("inputs", "from"), ("outputs", "to")):
        if random.random() < 0.5:
            found[key] = [{"artifact": _one("a", ARTIFACTS, random), end: _one("e", PARTIES, random)}]
    return found


def _trigger(random: Random) -> dict:
    kind = random.choice(["message", "timer", "manual"])
    found = {"type": kind, "name": f"Something {kind} {random.randint(0, 99)}"}
    if kind == "message":
        found |= {"artifact": _one("a", ARTIFACTS, random), "from": _one("e", PARTIES, random)}
    return found


def _id(index: int) -> str:
    return f"P.{index + 1}"


def _one(letter: str, count: int, random: Random) -> str:
    return f"{letter}{random.randrange(count)}"
