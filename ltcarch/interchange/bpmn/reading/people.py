"""Pools and lanes: who works, who is outside, and to whom an element of the flow belongs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ltcarch.interchange.bpmn.reading.account import Account
from ltcarch.interchange.bpmn.reading.registers import Registers
from ltcarch.interchange.bpmn.reading.tags import first, inside, said, text_of
from ltcarch.interchange.plain import Data


@dataclass(slots=True)
class Lanes:
    """The ids of the roles by the ids of the elements in their lanes; `pool` stands where no lane does."""

    roles: dict[str, str] = field(default_factory=dict)
    pool: str = ""

    def role(self, element_id: str) -> str:
        """The role of an element; empty where none is told."""
        return self.roles.get(element_id, self.pool)


def lanes_of(process: etree._Element, pool: etree._Element | None, registers: Registers, account: Account) -> Lanes:
    """The roles of a process: its innermost lanes, else its pool."""
    found = Lanes()
    sets = list(inside(process, "laneSet"))
    for lane in inside(sets[0], "lane") if sets else ():
        _read(lane, found, registers, account)
    for other in sets[1:]:
        for lane in other.iter(f"{{{etree.QName(other).namespace}}}lane"):
            account.left_out(lane, "a second set of lanes; the first one tells the roles")
    if pool is not None and said(pool) and not found.roles:
        found.pool = registers.give("role", said(pool))
    return found


def _read(lane: etree._Element, found: Lanes, registers: Registers, account: Account) -> str | None:
    """The id of the role or team of a lane, and those of all inside."""
    below = first(lane, "childLaneSet")
    inner = list(inside(below, "lane")) if below is not None else []
    name = said(lane) or lane.get("id") or "lane"
    if inner:
        return _read_outer(lane, name, inner, found, registers, account)
    own = registers.give("role", name, lane)
    registers.say(own, description=_text(lane, registers, account))
    account.imported(lane, f"role {own}")
    _place(lane, own, found)
    return own


def _read_outer(
    lane: etree._Element, name: str, inner: list[etree._Element], found: Lanes, registers: Registers, account: Account
) -> str:
    team = registers.give("team", name, lane)
    members = [_read(own, found, registers, account) for own in inner]
    roles = [own for own in members if own and (registers.made.get(own) or ("role",))[0] == "role"]
    registers.say(team, members=roles, description=_text(lane, registers, account))
    account.changed(lane, f"a lane with lanes inside is the team {team}")
    for own in roles:
        registers.say(own, team=team)
    _place(lane, team, found)
    return team


def _place(lane: etree._Element, own: str, found: Lanes) -> None:
    for node in _nodes(lane):
        found.roles.setdefault(node, own)


def _nodes(lane: etree._Element) -> Iterator[str]:
    return (text_of(own).rpartition(":")[2] for own in inside(lane, "flowNodeRef"))


def _text(element: etree._Element, registers: Registers, account: Account) -> Data:
    text = account.documentation(element)
    return registers.text(text) if text else None
