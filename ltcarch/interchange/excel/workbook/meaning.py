"""What people mean where an id is due: the id itself, or the name of the one element that has it."""

from collections.abc import Iterable

from ltcarch.interchange.excel.workbook.opening import Remark
from ltcarch.interchange.excel.workbook.plan import Column
from ltcarch.interchange.excel.workbook.rows_back import Known, names_of
from ltcarch.interchange.records import Records
from ltcarch.model.suggestions import nearest


class Meaning:
    """The elements of a workbook by id and by name."""

    def __init__(self, exported: Records, known: Known) -> None:
        self.notes: list[Remark] = []
        self._names = known.names
        self._ids = {own.id: own.sheet.kind for own in known.rows}
        self._ids |= {own.id: own.kind for own in exported.elements if own.id not in self._ids}
        self._ids[str(exported.settings.get("company", {}).get("id", "company"))] = "company"
        self._by_name: dict[str, set[str]] = {}
        for own in known.rows:
            for name in names_of(own.sheet, own.row).values():
                self._by_name.setdefault(name.casefold(), set()).add(own.id)

    def element(self, column: Column, text: str) -> str:
        """The element that a row belongs to, under the id that it has now."""
        return self._names.get(text) or self._named(column, text) or text

    def id_of(self, column: Column, text: str, place: str) -> str:
        """The id that is meant; an unknown one is kept and told."""
        found = self._names.get(text) or self._named(column, text)
        if found:
            return found
        if text not in self._ids and column.form in ("reference", "references", "parts"):
            near = nearest(text, self._fitting(column))
            hint = f"; did you mean `{near}`?" if near else ""
            self.notes.append(Remark(place, f"there is no element `{text}`{hint}"))
        return text

    def _named(self, column: Column, text: str) -> str:
        """The only fitting element with a name."""
        if text in self._ids:
            return ""
        fitting = set(self._fitting(column))
        found = [own for own in self._by_name.get(text.casefold(), ()) if own in fitting]
        return found[0] if len(found) == 1 else ""

    def _fitting(self, column: Column) -> Iterable[str]:
        kinds = ("artifact",) if column.form == "parts" else column.declared.kinds if column.declared else ()
        return [own for own, kind in self._ids.items() if kind in kinds or "any" in kinds]
