"""What several rules ask of the same thing is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Asked = TypeVar("Asked")
Found = TypeVar("Found")


def remembered(find: Callable[[Asked], Found]) -> Callable[[Asked], Found]:
    """A function that remembers its answer for each thing that it was asked about, as long as that thing lives."""
    known: WeakKeyDictionary[Asked, Found] = WeakKeyDictionary()

    @wraps(find)
    def ask(asked: Asked) -> Found:
        if asked not in known:
            known[asked] = find(asked)
        return known[asked]

    return ask
