"""The frozen values that the model is made of.

A record is what a frozen dataclass with keyword arguments is, at a fraction of the price: the model has some seventy
classes, and compiling the methods of as many dataclasses would take a fifth of the time of a small `validate`.
The class holds the defaults; an instance holds only what was said.
"""

from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

from ltcarch.model.fields import Declaration

Of = TypeVar("Of")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A value with declared attributes, set once by keyword. Two records are equal if all their attributes are."""

    DECLARATIONS: ClassVar[dict[str, tuple[str, Declaration]]] = {}
    """Attribute name and declaration by YAML key, those of base classes first."""

    def __init_subclass__(cls) -> None:
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Declaration)}
        for name, declared in own.items():
            setattr(cls, name, declared.default)
        cls.DECLARATIONS = {**cls.DECLARATIONS, **{value.key or name: (name, value) for name, value in own.items()}}

    def __init__(self, **values: Any) -> None:
        object.__setattr__(self, "__dict__", values)  # which nobody else holds, so that it need not be copied

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: `{name}` cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: `{name}` cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name, _ in self.DECLARATIONS.values())

    def __hash__(self) -> int:
        plain = (name for name, declared in self.DECLARATIONS.values() if not declared.form.endswith("map"))
        return hash((type(self), *(getattr(self, name) for name in plain)))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items() if name != "origin")
        return f"{type(self).__name__}({said})"


def record(of: type[Of], values: dict[str, Any]) -> Of:
    """The record of a class with these values, as its constructor makes it, but in a third of the time.

    The record keeps the dictionary, which nobody else may hold.
    """
    made = object.__new__(of)
    object.__setattr__(made, "__dict__", values)
    return made


def declarations(of: type) -> dict[str, tuple[str, Declaration]]:
    """The attributes of a record's class: attribute name and declaration by YAML key; empty for any other class."""
    return of.DECLARATIONS if issubclass(of, Record) else {}
