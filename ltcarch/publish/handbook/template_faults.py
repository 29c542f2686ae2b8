"""What is wrong with a company's own template, told by its name and line."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

OWN_FOLDER = "templates"
"""The folder of a project that holds its own templates."""
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_ITS_WORDS: dict[type[Exception], str] = {RecursionError: "it includes or calls itself without end"}


class TemplateFault(Exception):
    """A template that cannot be used; `advice` says what to do."""

    def __init__(self, fault: str, advice: str) -> None:
        super().__init__(fault)
        self.advice = advice

    def __reduce__(self) -> tuple[type["TemplateFault"], tuple[str, str]]:
        """How it passes from one process to another."""
        return TemplateFault, (str(self), self.advice)


@contextmanager
def told() -> Iterator[None]:
    """Within it, what goes wrong in a company's own template is told as its fault; all else is the product's."""
    try:
        yield
    except TemplateSyntaxError as fault:
        if not (fault.filename or "").startswith(OWN_FOLDER):
            raise
        raise _fault(f"{fault.filename}:{fault.lineno}", str(fault.message)) from fault
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as fault:
        place = _place(fault.__traceback__)
        if place is None:
            raise
        what = f"there is no template `{fault.name}`" if isinstance(fault, TemplateNotFound) else str(fault)
        raise _fault(place, _ITS_WORDS.get(type(fault)) or what or type(fault).__name__) from fault


def _fault(place: str, what: str) -> TemplateFault:
    """The fault at a place."""
    advice = "mend the template, or delete it: the one of the product stands in for it"
    return TemplateFault(f"{place}: {what[:1].lower()}{what[1:]}", advice)


def _place(trace: TracebackType | None) -> str | None:
    """Where the innermost template of the company stood when it went wrong."""
    found = None
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(f"{OWN_FOLDER}/"):
            found = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found
