"""An environment in which templates of a stranger can be rendered: they see what they are given, and come to an end."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_STEPS = 1_000_000
"""How many rounds, calls and inclusions one page may take."""
_STEPS_OF_A_CALL = 20
_LONGEST_TEXT = 2_000_000
"""How long a text may become that a template puts together."""
_LARGEST_NUMBER = 100_000
"""The largest number that a template may hand over, such as a width to fill."""
_steps_left: ContextVar[int] = ContextVar("steps_left", default=_MOST_STEPS)


class TooMuch(SecurityError):
    """A template goes on beyond every measure."""


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with strict names, in which rounds are counted and texts cannot grow without end."""

    intercepted_binops = frozenset({"+", "*", "**", "%", "//", "/"})

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, cache_size=200, **options)
        self.globals.clear()
        self.globals["range"] = _range
        self.filters.update(_counted=_counted, _joined=_joined)
        for name in ("pprint", "random", "center", "indent", "wordwrap", "format", "xmlattr", "urlize", "safe"):
            self.filters.pop(name, None)

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        """The hook of Jinja for changes to what was parsed: every loop counts, every `~` is measured."""
        for loop in list(source.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None, lineno=loop.lineno)
        _measured(source)
        source.set_environment(self)
        return super()._generate(source, *args, **options)

    def call(self, context: Context, called: Any, *args: Any, **options: Any) -> Any:
        """Call something that a template names."""
        _count(_STEPS_OF_A_CALL)
        for value in (*args, *options.values()):
            _weigh(value)
        if getattr(called, "__name__", "") in ("format", "format_map"):
            raise SecurityError("texts are put together with `~`, not with `format`")
        return _weighed(super().call(context, called, *args, **options))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with two values that are not too large for it."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError("texts are put together with `~`, not with `%`")
        for value in (left, right):
            _weigh(value)
        sizes = [len(own) if isinstance(own, (str, list, tuple)) else own for own in (left, right)]
        if operator == "*" and all(isinstance(own, int) for own in sizes) and sizes[0] * sizes[1] > _LONGEST_TEXT:
            raise TooMuch("it multiplies without measure")
        if operator == "**" and isinstance(right, int) and abs(right) > 10:
            raise TooMuch("it multiplies without measure")
        return _weighed(super().call_binop(context, operator, left, right))

    def get_template(self, name: str | Template, *args: Any, **options: Any) -> Template:
        """A template, for whoever renders or includes it."""
        _count()
        return super().get_template(name, *args, **options)


@contextmanager
def bounds() -> Iterator[None]:
    """Within it, templates have the steps of one page."""
    before = _steps_left.set(_MOST_STEPS)
    try:
        yield
    finally:
        _steps_left.reset(before)


def _count(steps: int = 1) -> None:
    left = _steps_left.get() - steps
    if left < 0:
        raise TooMuch(f"it takes more than {_MOST_STEPS:,} steps")
    _steps_left.set(left)


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        _count()
        yield item


def _range(*limits: int) -> range:
    found = range(*limits)
    if len(found) > _LARGEST_NUMBER:
        raise TooMuch(f"a range holds at most {_LARGEST_NUMBER:,} numbers")
    return found


def _measured(node: nodes.Node) -> None:
    """Let each text that is joined from others pass by the measure."""
    for name, value in list(node.iter_fields()):
        if isinstance(value, nodes.Node):
            _measured(value)
            setattr(node, name, _passing(value))
        elif isinstance(value, list):
            for own in value:
                if isinstance(own, nodes.Node):
                    _measured(own)
            setattr(node, name, [_passing(own) for own in value])


def _passing(node: Any) -> Any:
    if isinstance(node, nodes.Concat):
        return nodes.Filter(node, "_joined", [], [], None, None, lineno=node.lineno)
    return node


def _joined(text: Any) -> Any:
    return _weighed(text)


def _weigh(value: Any) -> None:
    if isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        raise TooMuch(f"numbers reach up to {_LARGEST_NUMBER:,}")


def _weighed(value: Any) -> Any:
    if isinstance(value, (str, list, tuple)) and len(value) > _LONGEST_TEXT:
        raise TooMuch(f"a text becomes longer than {_LONGEST_TEXT:,} characters")
    return value
