"""Judges elements by CEL expressions, in a process of its own.

It is run as a script, with the folder of the CEL package as its argument: whatever an expression makes of time and
memory, it makes it here, and the process can be ended. It imports nothing of ltcarch, opens no file, and cannot write
one.

Standard input holds one JSON document: `checks`, each with the names and CEL types of its `variables`, its expressions
`where` (or null) and `assert`, and for each of its `elements` the list of values in the order of the variables.
Standard output gets a line of JSON a check: `fault` (which expression, and why it cannot be used), or `failing` and
`undecided` (the indexes of elements, the latter with the reason).
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

MOST_MEMORY = 1024**3
MOST_SECONDS = 600
CONDITIONS = ("BOOL", "DYN")


class Undecided(Exception):
    """Raised where an expression gives no answer."""


def limit_resources() -> None:
    """Take from this process what it does not need, where the system knows how to."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, limit in wanted.items():
        _, most = resource.getrlimit(kind)
        lower = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (lower, most))


def environment(cel: Any, variables: dict[str, str]) -> Any:
    """What expressions of a check can name."""
    types = {
        "string": cel.Type.STRING,
        "bool": cel.Type.BOOL,
        "strings": cel.Type.List(cel.Type.STRING),
        "texts": cel.Type.Map(cel.Type.STRING, cel.Type.STRING),
        "counts": cel.Type.Map(cel.Type.STRING, cel.Type.INT),
        "map": cel.Type.Map(cel.Type.STRING, cel.Type.DYN),
        "maps": cel.Type.List(cel.Type.Map(cel.Type.STRING, cel.Type.DYN)),
        "any": cel.Type.DYN,
    }
    return cel.NewEnv(variables={name: types[of] for name, of in variables.items()})


def compiled(cel: Any, check: dict[str, Any]) -> dict[str, Any]:
    """The expressions of a check by their key, or under `fault` what is wrong with one of them."""
    found: dict[str, Any] = {}
    try:
        named = environment(cel, check["variables"])
        for key in ("where", "assert"):
            found[key] = named.compile(check[key]) if check[key] is not None else None
            if found[key] is not None and found[key].return_type().name() not in CONDITIONS:
                return {"fault": [key, f"TYPE {found[key].return_type().name()}"]}
    except (RuntimeError, ValueError, TypeError) as error:
        return {"fault": [key, str(error)]}
    return found


def holds(expression: Any, data: dict[str, Any]) -> bool:
    """What an expression says of an element. Raises Undecided."""
    try:
        value = expression.eval(data=data)
        answer = value.value()
    except (RuntimeError, ValueError, TypeError, MemoryError) as error:
        raise Undecided(str(error) or type(error).__name__) from None
    if value.type().name() == "ERROR":
        raise Undecided(str(answer))
    if not isinstance(answer, bool):
        raise Undecided(f"TYPE {value.type().name()}")
    return answer


def judged(cel: Any, check: dict[str, Any]) -> dict[str, Any]:
    """The outcome of one check."""
    expressions = compiled(cel, check)
    if "fault" in expressions:
        return expressions
    failing: list[int] = []
    undecided: list[tuple[int, str, str]] = []
    for index, values in enumerate(check["elements"]):
        data = dict(zip(check["variables"], values, strict=True))
        key = "where"
        try:
            if expressions["where"] is None or holds(expressions["where"], data):
                key = "assert"
                if not holds(expressions["assert"], data):
                    failing.append(index)
        except Undecided as reason:
            undecided.append((index, key, str(reason)))
    return {"failing": failing, "undecided": undecided}


def outcomes(checks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The outcome of each check in turn."""
    from cel_expr_python import cel

    for check in checks:
        yield judged(cel, check)


def main() -> None:
    """Read what is to be judged, and write each outcome as soon as it is known."""
    sys.path.extend(sys.argv[1:])
    limit_resources()
    document = json.load(sys.stdin)
    for outcome in outcomes(document["checks"]):
        print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main()
