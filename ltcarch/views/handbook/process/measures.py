"""KPIs, with formulas that name what is measured."""

import re
from collections.abc import Iterable

from ltcarch.model import Activity, Kpi, ProcessElement
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Row, Section, Span, Table, cell, section, table
from ltcarch.views.handbook.process.steps import activities_of

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_SIGNS = {"*": "×", "/": "÷", "-": "−"}


def measures(edition: Edition, element: ProcessElement) -> Section | None:
    """The KPIs of a process and of its activities."""
    own: list[Activity] = []
    if element.KIND in ("process", "subprocess"):
        own = activities_of(edition.architecture, element)
    ids = dict.fromkeys((*element.kpis, *(kpi for activity in own for kpi in activity.kpis)))
    kpis = [kpi for kpi_id in ids if (kpi := edition.architecture.get(kpi_id, Kpi))]
    return section("measures", edition.word("Key performance indicators (KPI)"), kpi_table(edition, kpis))


def kpi_table(edition: Edition, kpis: Iterable[Kpi], *, register: bool = False) -> Table | None:
    """KPIs with formula, unit, target and owner; in the register also what they measure and drive."""
    word = edition.word
    columns = ("KPI", "Measures", "Formula", "Unit", "Target", "Owner", "Source", "Drives")
    rows = [
        Row(
            (
                _named(edition, kpi, register),
                _measured(edition, kpi) if register else (),
                cell(Span(formula(edition, kpi), style="formula")),
                cell(edition.value("unit", kpi.unit)),
                target(edition, kpi),
                cell(edition.link(kpi.owner)),
                cell(edition.link(kpi.source), Span(edition.value("frequency", kpi.frequency), style="quiet")),
                cell(edition.link(kpi.parent)) if register else (),
            ),
            edition.mark(kpi) if register else None,
        )
        for kpi in kpis
    ]
    return table([word(column) for column in columns], rows)


def _named(edition: Edition, kpi: Kpi, register: bool) -> Cell:
    """The name and dimension of a KPI; in the register also what it is."""
    name = Span(edition.name(kpi.id), style="strong") if register else edition.link(kpi.id)
    dimension = Span(edition.value("dimension", kpi.dimension), style="quiet")
    return cell(name, dimension, edition.text(kpi.description) if register else None)


def formula(edition: Edition, kpi: Kpi) -> str:
    """The formula with the names of what is measured, and the signs of arithmetic."""
    named = {measure.id: edition.text(measure.name) for measure in kpi.measures if measure.name}

    def name(found: re.Match[str]) -> str:
        word = found.group()
        if word in named:
            return f"[{named[word]}]"
        return f"[{edition.name(word)}]" if edition.architecture.get(word, Kpi) else word

    pieces = re.split(f"({_WORD.pattern})", kpi.formula or "")
    signs = str.maketrans(_SIGNS)
    return "".join(
        _WORD.sub(name, piece) if index % 2 else piece.translate(signs) for index, piece in enumerate(pieces)
    )


def target(edition: Edition, kpi: Kpi) -> Cell:
    aimed_at = edition.number(kpi.target) if isinstance(kpi.target, (int, float)) else edition.text(kpi.target)
    return cell(aimed_at, Span(edition.value("direction", kpi.direction), style="quiet"))


def _measured(edition: Edition, kpi: Kpi) -> Cell:
    """The process elements that a KPI measures."""
    own = (user for user in edition.users(kpi.id, "kpis") if isinstance(user, (ProcessElement, Activity)))
    return cell(*(edition.step(user.id) for user in own))
