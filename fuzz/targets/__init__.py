"""What can be fed: one module a reader, each with `judge`, which fails where its reader does not stand an input."""

from collections.abc import Callable
from importlib import import_module

NAMES = ("yaml_file", "project", "shapes", "values", "list_workbook", "exported_workbook", "bpmn")


def judge_of(name: str) -> Callable[[bytes], None]:
    """What judges an input of a target."""
    return import_module(f"fuzz.targets.{name}").judge
