"""Data objects and stores as artifacts, which activities take and make, and what is noted beside elements."""

from collections.abc import Iterator, Mapping

from lxml import etree

from ltcarch.interchange.bpmn.reading.context import Context
from ltcarch.interchange.bpmn.reading.tags import DATA, first, inside, name_of, reference, said, text_of
from ltcarch.interchange.plain import Data

Uses = dict[str, dict[str, list[dict[str, Data]]]]
"""Inputs and outputs by the ids of the elements that have them."""


def uses_of(root: etree._Element, context: Context) -> Uses:
    """What elements take and make."""
    found: Uses = {}
    for line in root.iter("{*}dataInputAssociation", "{*}dataOutputAssociation"):
        is_input = name_of(line) == "dataInputAssociation"
        _add(line, _holder(line), _ends(line, "sourceRef" if is_input else "targetRef"), is_input, found, context)
    for line in root.iter("{*}association"):
        source, target = reference(line.get("sourceRef")), reference(line.get("targetRef"))
        for data, other, is_input in ((source, target, True), (target, source, False)):
            if _is_data(data, context) and not _is_data(other, context):
                _add(line, other, [data], is_input, found, context)
    for element in root.iter(*(f"{{*}}{name}" for name in DATA)):
        _account(element, context)
    return found


def _holder(line: etree._Element) -> str:
    above = line.getparent()
    return (above.get("id") or "") if above is not None else ""


def _ends(line: etree._Element, name: str) -> list[str]:
    return [reference(text_of(own)) for own in inside(line, name)]


def _is_data(own: str, context: Context) -> bool:
    element = context.by_id.get(own)
    return element is not None and name_of(element) in DATA


def _add(line: etree._Element, holder: str, data: list[str], is_input: bool, found: Uses, context: Context) -> None:
    for own in data:
        element = context.by_id.get(own)
        if element is None or not _is_data(own, context):
            continue
        use: dict[str, Data] = {"artifact": artifact_of(element, context)}
        if state := _state(element):
            identifier = context.registers.state(use["artifact"], state)
            use["state"] = identifier
        row = found.setdefault(holder, {}).setdefault("inputs" if is_input else "outputs", [])
        if use not in row:
            row.append(use)
        context.account.imported(line, f"{'input' if is_input else 'output'} {use['artifact']}")


def artifact_of(element: etree._Element, context: Context) -> str:
    """The artifact that a data object or store is."""
    name = said(element)
    for key in ("dataObjectRef", "dataStoreRef"):
        target = context.by_id.get(reference(element.get(key)))
        name = name or (said(target) if target is not None else "")
    own = context.registers.give("artifact", name or element.get("id") or "data", None)
    if text := context.account.documentation(element):
        context.registers.say(own, description=context.text(text))
    return own


def _state(element: etree._Element) -> str:
    told = first(element, "dataState")
    return said(told) if told is not None else ""


def _account(element: etree._Element, context: Context) -> None:
    name = name_of(element)
    if name == "dataObject":
        return
    if name in ("dataInput", "dataOutput") and _is_of_task(element):
        context.account.imported(element, "its associations tell what is taken or made")
        return
    own = artifact_of(element, context)
    for key in ("dataObjectRef", "dataStoreRef"):
        target = context.by_id.get(reference(element.get(key)))
        if target is not None and said(target) and said(target) != said(element):
            context.account.changed(target, f"artifact {own}, which has the name of its reference")
        elif target is not None:
            context.account.imported(target, f"artifact {own}")
    if name == "dataStoreReference":
        context.account.changed(element, f"a data store is artifact {own}, as what it holds")
    else:
        context.account.imported(element, f"artifact {own}")


def _is_of_task(element: etree._Element) -> bool:
    holders = (name_of(own) for own in element.iterancestors() if name_of(own) != "ioSpecification")
    return next(holders, "") not in ("process", "subProcess")


def notes_of(root: etree._Element, context: Context) -> dict[str, list[str]]:
    """What text annotations say, by the ids of the elements at which they stand; the process's where at none."""
    found: dict[str, list[str]] = {}
    lines = _lines_by_end(root)
    for note in root.iter("{*}textAnnotation"):
        text, holders = text_of(first(note, "text")), list(_noted(note, lines, context))
        if not text:
            context.account.left_out(note, "it is empty")
            continue
        for own in holders or [_process_of(note)]:
            found.setdefault(own, []).append(text)
        where = "what it stands at" if holders else "the process"
        context.account.imported(note, f"in the description of {where}")
    return found


def _lines_by_end(root: etree._Element) -> dict[str, list[tuple[etree._Element, str]]]:
    """The associations at each element, with the ids of their other ends."""
    found: dict[str, list[tuple[etree._Element, str]]] = {}
    for line in root.iter("{*}association"):
        source, target = reference(line.get("sourceRef")), reference(line.get("targetRef"))
        found.setdefault(source, []).append((line, target))
        found.setdefault(target, []).append((line, source))
    return found


def _noted(
    note: etree._Element, lines: Mapping[str, list[tuple[etree._Element, str]]], context: Context
) -> Iterator[str]:
    """The ids of the elements at which a note stands."""
    for line, end in lines.get(note.get("id") or "", ()):
        if end in context.by_id:
            context.account.imported(line, "the annotation is in the description")
            yield end


def _process_of(note: etree._Element) -> str:
    above = next(note.iterancestors("{*}process"), None)
    return (above.get("id") or "") if above is not None else ""
