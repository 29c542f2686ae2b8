"""Records of ours made of what was read of a process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ltcarch.interchange.bpmn.reading.context import Context, Scope
from ltcarch.interchange.bpmn.reading.data import Uses
from ltcarch.interchange.bpmn.reading.graph import Form, Node, Way
from ltcarch.interchange.bpmn.reading.order import in_order
from ltcarch.interchange.bpmn.reading.registers import ORIGINAL, ROUTING
from ltcarch.interchange.bpmn.reading.tags import said
from ltcarch.interchange.identifiers import id_of_name
from ltcarch.interchange.plain import Data
from ltcarch.interchange.records import ElementRecord, element_record
from ltcarch.views.words import is_chinese

_ROUTES = {"split": ("Choose the way on", "选择后续路径"), "join": ("Bring the ways together", "汇合各路径")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a process comes to stand: its id, kind, name and parent."""

    id: str
    kind: str
    name: str
    parent: str | None


@dataclass(slots=True)
class Builder:
    """Makes records of the scopes of one file."""

    context: Context
    uses: Uses
    notes: dict[str, list[str]]
    records: list[ElementRecord] = field(default_factory=list)

    def build(self, scope: Scope, place: Place) -> None:
        """A process with its steps, and with the processes beside it that its sub-processes become."""
        steps = in_order(scope.graph)
        ids = self._ids(steps, scope, place)
        self.records.append(self._process(scope, place))
        for node in steps:
            self._step(node, scope, place, ids)
        if not any(node.lane for node in steps) and any(node.key not in scope.inner for node in steps):
            self.context.account.changed(scope.element, "no lane or pool tells who does its activities")
        for inner in scope.apart:
            self._apart(inner, scope, place)

    def _ids(self, steps: list[Node], scope: Scope, place: Place) -> dict[str, str]:
        registers, found = self.context.registers, {}
        for number, node in enumerate(steps, 1):
            letter = "S" if self._is_subprocess(node, scope, place) else "A"
            if node.is_routing and self.context.is_ours:
                found[node.key] = registers.step_id(node.key, node.element, f"{place.id}.{node.key}")
            else:
                found[node.key] = registers.numbered_id(node.key, node.element, f"{place.id}.{letter}", number)
        return found

    def _is_subprocess(self, node: Node, scope: Scope, place: Place) -> bool:
        """Whether a step is a sub-process that stands in the process, and not a process that an activity calls."""
        return node.key in scope.inner and not node.holds and place.kind == "process"

    def _process(self, scope: Scope, place: Place) -> ElementRecord:
        element = scope.element
        attributes = {
            "name": self.context.text(place.name),
            "description": self._description(element.get("id") or "", self.context.account.documentation(element)),
            "triggers": [
                own.said["trigger"]
                for index, own in enumerate(self._starts(scope))
                if "trigger" in own.said and _is_of_process(own, index, scope)
            ],
            "ends": [{"id": own, "name": name} for own, name in scope.ends.values()],
            **scope.said,
            **self._merged_uses(scope.said, element.get("id") or ""),
            "tags": [ORIGINAL + (element.get("id") or "")],
        }
        return self._record(place.kind, place.id, place.parent, attributes)

    def _starts(self, scope: Scope) -> list[Node]:
        return scope.graph.of_form(Form.START)

    def _step(self, node: Node, scope: Scope, place: Place, ids: Mapping[str, str]) -> None:
        own = ids[node.key]
        account, element = self.context.account, node.element
        if self._is_subprocess(node, scope, place):
            inner = Place(own, "subprocess", self._name(node), place.id)
            scope.inner[node.key].said |= self._onward_of_subprocess(node, scope, ids)
            self.build(scope.inner[node.key], inner)
            account.imported(element, f"sub-process {own}")
            return
        attributes = self._activity(node, scope, ids)
        if node.key in scope.inner:
            attributes["calls"] = {"process": self._called_beside(node, scope, place)}
            account.changed(element, f"activity {own} that calls a process, since no sub-process can stand here")
        elif "called" in node.said:
            attributes["calls"] = {"process": self._called(node)}
        if element is not None and not node.is_routing:
            account.imported(element, f"activity {own}")
        self.records.append(self._record("activity", own, place.id, attributes))

    def _activity(self, node: Node, scope: Scope, ids: Mapping[str, str]) -> dict[str, Data]:
        kept = {
            key: value for key, value in node.said.items() if key not in ("description", "trigger", "asks", "called")
        }
        tags = [*node.said.get("tags", ()), *([ROUTING] if node.is_routing else ())]
        if node.element is not None:
            tags.append(ORIGINAL + node.key)
        late = scope.graph.out_of(node.key, late=True)
        if late and "waits" in kept:
            kept["waits"] = {**kept["waits"], "then": ids[late[0].target]}
        return {
            **kept,
            **self._merged_uses(node.said, node.key),
            "name": self.context.text(self._name(node)),
            "description": self._description(node.key, node.said.get("description", "")),
            "role": [node.lane] if node.lane and "called" not in node.said and node.key not in scope.inner else [],
            "split": node.split,
            "join": node.join,
            "next": [self._next(way, scope, ids) for way in scope.graph.out_of(node.key)],
            "triggers": self._own_triggers(node, scope),
            "tags": tags,
        }

    def _own_triggers(self, node: Node, scope: Scope) -> list[Data]:
        """The triggers of a later start that leads to a step."""
        starts = [
            own
            for index, own in enumerate(self._starts(scope))
            if scope.graph.leads(own.key, node.key) and not _is_of_process(own, index, scope)
        ]
        return [own.said["trigger"] for own in starts if "trigger" in own.said]

    def _next(self, way: Way, scope: Scope, ids: Mapping[str, str]) -> dict[str, Data]:
        target = scope.graph.nodes[way.target]
        if target.form is Form.END:
            found: dict[str, Data] = {key: target.said[key] for key in ("end", "to") if key in target.said}
        else:
            found = {"to": ids[way.target]}
        if way.when:
            found["when"] = self.context.text(way.when)
        if way.is_default:
            found["default"] = True
        return found

    def _onward_of_subprocess(self, node: Node, scope: Scope, ids: Mapping[str, str]) -> dict[str, Data]:
        ways = [self._next(way, scope, ids) for way in scope.graph.out_of(node.key)]
        onward = [{key: own[key] for key in ("to", "when") if key in own} for own in ways if "to" in own]
        said_too: dict[str, Data] = {key: node.said[key] for key in ("inputs", "outputs") if key in node.said}
        if rules := node.said.get("rules"):
            self.notes.setdefault(node.key, []).extend(map(_said_in, rules))
        return {**said_too, **({"next": onward} if onward else {})}

    def _called_beside(self, node: Node, scope: Scope, place: Place) -> str:
        """The id of the process beside this one that a sub-process becomes."""
        name = self._name(node)
        wanted = id_of_name("process", {self.context.registers.language: name})
        own = self.context.registers.step_id(f"{node.key}-process", None, wanted, "process")
        kind, parent = ("process", place.parent) if place.kind == "process" else self._around(place)
        self.build(scope.inner[node.key], Place(own, kind, name, parent))
        return own

    def _around(self, place: Place) -> tuple[str, str | None]:
        above = next((own for own in self.records if own.id == place.parent and own.kind == "process"), None)
        return ("process", above.parent) if above else (place.kind, place.parent)

    def _called(self, node: Node) -> str:
        """The id of a called process; one that no file tells is made, with nothing in it."""
        context, target = self.context, node.said["called"]
        known = context.processes.get(target) or context.registers.originals.get(target)
        if known:
            return known
        name = self._name(node)
        same = context.registers.by_name.get(("process", name.casefold()))
        own = same or context.registers.ids.give(id_of_name("process", {context.registers.language: name}), "process")
        context.processes[target or own] = own
        if own not in context.registers.known:
            self.records.append(self._record("process", own, None, {"name": context.text(name)}))
        if not same:
            context.account.changed(
                node.element, f"calls `{target}`, which no file holds: process {own} is made, empty"
            )
        return own

    def _apart(self, inner: Scope, scope: Scope, place: Place) -> None:
        """A sub-process that an event sets off: a process of its own, and an exception of the one around it."""
        name = said(inner.element) or inner.element.get("id") or ""
        wanted = id_of_name("process", {self.context.registers.language: name})
        own = self.context.registers.step_id(inner.element.get("id") or "", inner.element, wanted, "process")
        kind, parent = ("process", place.parent) if place.kind == "process" else self._around(place)
        self.build(inner, Place(own, kind, name, parent))
        self.context.account.changed(
            inner.element, f"an event sets it off: {own}, a process of its own beside {place.id}"
        )

    def _name(self, node: Node) -> str:
        if node.name:
            return node.name
        if node.is_routing:
            return _ROUTES["split" if node.split else "join"][is_chinese(self.context.registers.language)]
        return (node.element.get("id") if node.element is not None else None) or node.key

    def _description(self, element_id: str, text: str) -> Data:
        found = "\n".join(filter(None, (text, *self.notes.get(element_id, ()))))
        return self.context.text(found) if found else None

    def _merged_uses(self, said_of: Mapping[str, Any], element_id: str) -> dict[str, Data]:
        found: dict[str, Data] = {}
        for key in ("inputs", "outputs"):
            row: list[dict[str, Data]] = []
            for use in (*said_of.get(key, ()), *self.uses.get(element_id, {}).get(key, ())):
                if use not in row:
                    row.append(use)
            found[key] = row
        return found

    def _record(self, kind: str, own: str, parent: str | None, attributes: Mapping[str, Data]) -> ElementRecord:
        said_something = {key: value for key, value in attributes.items() if value not in (None, [], {}, "")}
        return element_record(kind, own, parent, said_something)


def _is_of_process(start: Node, index: int, scope: Scope) -> bool:
    """Whether the process itself has the trigger of a start: the first one, and those that lead to the same step."""
    first = scope.graph.of_form(Form.START)[0]
    targets = {way.target for way in scope.graph.out_of(first.key)}
    return index == 0 or any(way.target in targets for way in scope.graph.out_of(start.key))


def _said_in(text: Data) -> str:
    return str(next(iter(text.values()))) if isinstance(text, Mapping) else str(text)
