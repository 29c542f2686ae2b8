"""What is promised of the speed and memory of `validate`, each held against a figure."""

from typing import NamedTuple


class Demand(NamedTuple):
    """A promise about one figure: at least `limit`, or at most where `is_most` says so."""

    figure: str
    says: str
    limit: float
    is_most: bool
    unit: str = "×"


class Verdict(NamedTuple):
    """A promise beside the figure that was measured; None where it could not be."""

    demand: Demand
    value: float | None

    @property
    def is_kept(self) -> bool:
        """Whether the promise is kept; one that could not be held against anything is not."""
        if self.value is None:
            return False
        return self.value <= self.demand.limit if self.demand.is_most else self.value >= self.demand.limit

    @property
    def word(self) -> str:
        """What it comes to."""
        return "PASS" if self.is_kept else "MISSED"

    @property
    def shown(self) -> str:
        """The figure as people read it."""
        return _number(self.value, self.demand.unit) if self.value is not None else "not measured"

    @property
    def limit(self) -> str:
        """The promise as people read it."""
        return f"{'at most' if self.demand.is_most else 'at least'} {_number(self.demand.limit, self.demand.unit)}"


def _number(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if unit == "MB" else f"{value:.2f}{unit}"


def _at_least(figure: str, says: str, limit: float) -> Demand:
    return Demand(figure, says, limit, False)


def _at_most(figure: str, says: str, limit: float, unit: str = "×") -> Demand:
    return Demand(figure, says, limit, True, unit)


DEMANDS = (
    _at_least("many/check-jsonschema", "`many`: as fast as check-jsonschema", 3),
    _at_least("many/yamllint", "`many`: as fast as yamllint", 9),
    _at_least("big/check-jsonschema", "`big`: as fast as check-jsonschema", 8),
    _at_least("big/yamllint", "`big`: as fast as yamllint", 25),
    _at_most("many/stage", "`many`: the time of reading and shape alone", 2.5),
    _at_most("company/stage", "`company`: the time of reading and shape alone", 2.5),
    _at_most("big/stage", "`big`: the time of reading and shape alone", 2.5),
    _at_most("big/memory", "`big`: memory at its highest", 600, " MB".strip()),
    _at_most("big/warm", "`big`, nothing changed: the time of a cold run", 0.25),
    _at_most("many/one changed", "`many`, one file changed: the time of a cold run, start-up taken off both", 0.5),
    _at_most("growth", "ten times the elements, from 10,000 to 100,000: the time", 12),
    _at_most("version", "`--version`: the time of a bare interpreter", 1.6),
)


def verdicts(figures: dict[str, float]) -> tuple[Verdict, ...]:
    """Every promise beside its figure."""
    return tuple(Verdict(own, figures.get(own.figure)) for own in DEMANDS)
