"""Files of BPMN, whoever wrote them, as records of processes and of what these name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from ltcarch.interchange.bpmn.reading.account import Account, Entry
from ltcarch.interchange.bpmn.reading.building import Builder, Place
from ltcarch.interchange.bpmn.reading.context import Context
from ltcarch.interchange.bpmn.reading.data import notes_of, uses_of
from ltcarch.interchange.bpmn.reading.messages import messages_of
from ltcarch.interchange.bpmn.reading.people import lanes_of
from ltcarch.interchange.bpmn.reading.registers import Registers
from ltcarch.interchange.bpmn.reading.scope import scope_of
from ltcarch.interchange.bpmn.reading.tags import FLOW_NODES, OURS, inside, name_of, reference, said
from ltcarch.interchange.identifiers import id_of_name
from ltcarch.interchange.records import ElementRecord


class BpmnFile(NamedTuple):
    """A file that was parsed, and its name."""

    name: str
    root: etree._Element

    @property
    def is_ours(self) -> bool:
        """Whether ltcarch wrote it."""
        return next(self.root.iter(f"{{{OURS}}}element"), None) is not None


class Reading(NamedTuple):
    """What files hold, and what became of each of their elements."""

    records: tuple[ElementRecord, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Where processes come to stand: below which element, if any, and of which kind they are there."""

    parent: str | None = None
    kind: str = "process"


def read(
    files: Iterable[BpmnFile],
    language: str,
    known: Iterable[ElementRecord] = (),
    target: Target | None = None,
    *,
    is_only_language: bool = False,
) -> Reading:
    """The processes of files as records. `known` are elements of a project, to which names and ids may refer."""
    registers = Registers(language, is_only_language)
    registers.know(known)
    place = target or Target()
    readers = [_File(own, registers, place) for own in files]
    processes = {key: own for reader in readers for key, own in reader.processes.items()}
    for reader in readers:
        reader.context.processes = processes
        reader.read()
    records = [record for reader in readers for record in reader.builder.records]
    entries = [entry for reader in readers for entry in reader.context.account.entries()]
    return Reading((*records, *registers.records()), tuple(entries))


class _File:
    """One file while it is read."""

    def __init__(self, file: BpmnFile, registers: Registers, target: Target) -> None:
        self.file, self.target = file, target
        account = Account(file.name, file.root)
        self.context = Context(account, registers, account.by_id(), is_ours=file.is_ours)
        self.builder = Builder(self.context, {}, {})
        self.pools = {reference(own.get("processRef")): own for own in file.root.iter("{*}participant")}
        self.processes: dict[str, str] = {}
        for process in self._flows():
            self.processes[process.get("id") or ""] = self._id(process)

    def _flows(self) -> list[etree._Element]:
        """The processes with something in them."""
        return [own for own in inside(self.file.root, "process") if any(name_of(child) in FLOW_NODES for child in own)]

    def _name(self, process: etree._Element) -> str:
        pool = self.pools.get(process.get("id") or "")
        return said(process) or (said(pool) if pool is not None else "") or process.get("id") or self.file.name

    def _id(self, process: etree._Element) -> str:
        registers = self.context.registers
        key = process.get("id") or ""
        if self.target.parent:
            own = registers.numbered_id(key, process, f"{self.target.parent}.", 1)
        else:
            own = registers.step_id(key, process, id_of_name("process", {registers.language: self._name(process)}))
        registers.known.setdefault(own, self.target.kind)
        return own

    def read(self) -> None:
        """Read all that the file holds."""
        context, root = self.context, self.file.root
        parties = self._parties()
        context.messages = messages_of(root, parties, context.by_id, context.registers, context.account)
        self.builder.notes = notes_of(root, context)
        self.builder.uses = uses_of(root, context)
        for process in self._flows():
            self._read_process(process)
        for process in inside(root, "process"):
            if process not in context.account.fates and process.get("id") in self.pools:
                context.account.imported(process, "nothing is in it: a party outside")
        context.account.note_what_is_missing()

    def _parties(self) -> dict[str, str]:
        """The ids of ours of pools, and of what stands in them."""
        found: dict[str, str] = {}
        for pool in self.file.root.iter("{*}participant"):
            known = self.processes.get(reference(pool.get("processRef")))
            found[pool.get("id") or ""] = known or self._party(pool)
            if known:
                self.context.account.imported(pool, f"process {known}")
        for process in self._flows():
            own = self.processes[process.get("id") or ""]
            found |= {key: own for child in process.iter("{*}*") if (key := child.get("id"))}
        return found

    def _party(self, pool: etree._Element) -> str:
        registers = self.context.registers
        own = registers.give("external", said(pool) or pool.get("id") or "party", pool)
        if text := self.context.account.documentation(pool):
            registers.say(own, description=registers.text(text))
        self.context.account.imported(pool, f"party outside {own}")
        return own

    def _read_process(self, process: etree._Element) -> None:
        context, key = self.context, process.get("id") or ""
        pool = self.pools.get(key)
        lanes = lanes_of(process, pool, context.registers, context.account)
        scope = scope_of(process, lanes, context, depth=0 if self.target.kind == "process" else 1)
        pool_id = (pool.get("id") or "") if pool is not None else ""
        for message in context.messages.arriving.get(pool_id, ()):
            scope.add("inputs", {"artifact": message.artifact, "from": message.party})
        for message in context.messages.leaving.get(pool_id, ()):
            scope.add("outputs", {"artifact": message.artifact, "to": message.party})
        own = self.processes[key]
        self.builder.build(scope, Place(own, self.target.kind, self._name(process), self.target.parent))
        context.account.imported(process, f"{self.target.kind} {own}")
