"""Message flows: what elements send to and take from other pools."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from ltcarch.interchange.bpmn.reading.account import Account
from ltcarch.interchange.bpmn.reading.registers import Registers
from ltcarch.interchange.bpmn.reading.tags import first, reference, said
from ltcarch.views.words import word


class Message(NamedTuple):
    """What comes from or goes to a party, and the flow that tells it."""

    party: str
    artifact: str


@dataclass(slots=True)
class Messages:
    """Messages by the ids of the elements at which they arrive, and by those that send them."""

    arriving: dict[str, list[Message]] = field(default_factory=dict)
    leaving: dict[str, list[Message]] = field(default_factory=dict)


def messages_of(
    root: etree._Element,
    parties: dict[str, str],
    by_id: dict[str, etree._Element],
    registers: Registers,
    account: Account,
) -> Messages:
    """The messages of a file. `parties` are ids of ours by the ids of pools, and of elements in them."""
    found = Messages()
    for flow in root.iter("{*}messageFlow"):
        source, target = reference(flow.get("sourceRef")), reference(flow.get("targetRef"))
        sender, receiver = parties.get(source), parties.get(target)
        if not sender or not receiver or source not in by_id or target not in by_id:
            account.left_out(flow, "one of its ends is not in the file, or is in no pool")
            continue
        for name in _names(flow, by_id, sender, receiver, registers):
            artifact = registers.give("artifact", name)
            found.leaving.setdefault(source, []).append(Message(receiver, artifact))
            found.arriving.setdefault(target, []).append(Message(sender, artifact))
            account.imported(flow, f"artifact {artifact} from {sender} to {receiver}")
    return found


def _names(
    flow: etree._Element, by_id: dict[str, etree._Element], sender: str, receiver: str, registers: Registers
) -> Iterator[str]:
    """What flows; the names of several stand side by side where ltcarch wrote them."""
    message = by_id.get(reference(flow.get("messageRef")))
    name = said(flow) or (said(message) if message is not None else "")
    if not name:
        for end in ("targetRef", "sourceRef"):
            node = by_id.get(reference(flow.get(end)))
            name = name or (message_name(node, by_id) if node is not None else "")
    parts = name.split(word(", ", registers.language))
    if len(parts) > 1 and all(("artifact", own.strip().casefold()) in registers.by_name for own in parts):
        yield from parts
    else:
        yield name or f"{sender} → {receiver}"


def message_name(node: etree._Element, by_id: dict[str, etree._Element]) -> str:
    """The name of the message or signal that an element waits for or sends; empty where none is told."""
    told = first(node, "messageEventDefinition", "signalEventDefinition")
    for holder, key in ((told, "messageRef"), (told, "signalRef"), (node, "messageRef")):
        target = by_id.get(reference(holder.get(key))) if holder is not None and holder.get(key) else None
        if target is not None and said(target):
            return said(target)
    return ""
