"""The formula of a KPI, read without being computed: the names in it, and what is wrong with its form.

A formula is made of numbers, names of measures and KPIs, functions, parentheses and operators. It is read in one pass
without recursion, so that no formula, however long or deeply nested, can stop a run.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

FUNCTIONS = ("abs", "average", "count", "max", "mean", "median", "min", "ratio", "round", "share", "sum")

_TOKEN = re.compile(r"(?P<run>\w[\w.-]*)|<=|>=|!=|==|\*\*|\S")
_NAME = re.compile(r"\w[\w.-]*")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_OPERATORS = frozenset(("+", "-", "*", "/", "^", "**", "×", "÷", "<", ">", "=", "==", "!=", "<=", ">="))
_SIGNS = ("+", "-")


class Formula(NamedTuple):
    """The measures and KPIs that a formula names and the functions that it calls, each once, and its first fault."""

    names: tuple[str, ...]
    functions: tuple[str, ...]
    fault: str | None


def read_formula(text: str, is_known: Callable[[str], bool]) -> Formula:
    """Take a formula apart. `is_known` tells the name `on-time` from the difference `on - time`."""
    tokens = tuple(_tokens(text, is_known))
    called = {index for index, follower in enumerate(tokens[1:]) if follower == "(" and _is_name(tokens[index])}
    names = (token for index, token in enumerate(tokens) if _is_name(token) and index not in called)
    return Formula(
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(tokens[index] for index in sorted(called))),
        _fault(tokens, called),
    )


def _tokens(text: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    for found in _TOKEN.finditer(text):
        run = found["run"]
        if run is None or "-" not in run or is_known(run):
            yield found[0]
        else:
            yield from filter(None, re.split("(-)", run))


def _is_name(token: str) -> bool:
    return _NAME.match(token) is not None and _NUMBER.fullmatch(token) is None


def _fault(tokens: tuple[str, ...], called: set[int]) -> str | None:
    """The first fault of form; None where values and operators alternate and each parenthesis is closed."""
    before = ""
    has_value = False
    open_: list[bool] = []  # for each open parenthesis, whether it holds what a function is given
    for index, token in enumerate(tokens):
        is_value = _NAME.match(token) is not None
        if (is_value or token == "(") and has_value:
            return f"no operator stands between `{before}` and `{token}`"
        if token == "(":
            open_.append(index - 1 in called)
        elif is_value:
            has_value = index not in called
        elif token in (")", ","):
            if not open_ or (token == "," and not open_[-1]):
                return "`)` closes nothing" if token == ")" else "`,` stands outside of a function"
            if not has_value:
                return f"no value stands between `{before}` and `{token}`"
            if token == ")":
                open_.pop()
            has_value = token == ")"
        elif token not in _OPERATORS:
            return f"`{token}` has no meaning in a formula"
        elif not has_value and token not in _SIGNS:
            return f"no value stands before `{token}`"
        else:
            has_value = False
        before = token
    if open_:
        return "`(` is never closed"
    return None if has_value else f"no value follows `{before}`" if before else "it is empty"
