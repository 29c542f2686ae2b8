"""A file of BPMN as XML, read so that no file can do harm: no entities, no network, no growth without bounds."""

import re
from pathlib import Path

from lxml import etree

from ltcarch.interchange.bpmn.reading.tags import FLOW_NODES, MODEL, name_of
from ltcarch.source.limits import limit, megabytes, to_allow_more

MOST_BYTES = megabytes("bpmn_megabytes")
MOST_ELEMENTS = limit("bpmn_elements")
MOST_IN_A_PROCESS = limit("process_elements")
"""So many elements may stand in one process; a large diagram has a few hundred."""
MOST_DEPTH = limit("bpmn_nesting")
_CHUNK = 64 * 1024
_TYPE_DECLARATION = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<!DOCTYPE", re.DOTALL)
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What XML may hold and a file of an architecture may not."""
_MARKS_OF_ORDER = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SAVE = "save the process as BPMN 2.0 in your modelling tool"


class NotReadable(ValueError):
    """A file that is not read. The text is a plain sentence, `help` says what to do."""

    def __init__(self, sentence: str, help_text: str = _SAVE) -> None:
        super().__init__(sentence)
        self.help = help_text


def read_bytes(path: Path) -> bytes:
    """The content of a file that is not too large. Raises `NotReadable`."""
    try:
        if not path.is_file():
            raise NotReadable(f"{path} is no file" if path.exists() else f"{path} does not exist", "name a BPMN file")
        if path.stat().st_size > MOST_BYTES:
            raise _too_many_bytes(str(path))
        return path.read_bytes()
    except OSError as error:
        raise NotReadable(f"{path} cannot be read: {error.strerror}", "look at its permissions") from error


def parsed(name: str, data: bytes) -> etree._Element:
    """The definitions that a file holds. Raises `NotReadable`."""
    _refuse_other_types(name, data)
    parser = etree.XMLPullParser(
        ("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = _fed(name, parser, data)
    except etree.XMLSyntaxError as fault:
        line = fault.lineno or 1
        if "HUGE" in fault.msg:
            raise NotReadable(f"{name}:{line}: it stands too deep or is too long for a process") from fault
        raise NotReadable(f"{name}:{line}: the XML is broken: {fault.msg.partition(', line ')[0]}") from fault
    if root.getroottree().docinfo.doctype:
        raise _declares_a_type(name)
    if root.tag != f"{{{MODEL}}}definitions":
        what = etree.QName(root).localname
        raise NotReadable(f"{name}:{root.sourceline}: this XML is no BPMN 2.0: it holds `{what}`, not `definitions`")
    _refuse_endless_processes(name, root)
    _blank_unseen(root)
    return root


def _fed(name: str, parser: etree.XMLPullParser, data: bytes) -> etree._Element:
    elements = depth = 0
    for begin in range(0, len(data), _CHUNK):
        parser.feed(data[begin : begin + _CHUNK])
        for event, _ in parser.read_events():
            depth += 1 if event == "start" else -1
            elements += event == "start"
            if elements > MOST_ELEMENTS:
                raise _too_many_elements(name)
            if depth > MOST_DEPTH:
                raise NotReadable(
                    f"{name}: elements stand more than {MOST_DEPTH} deep in one another",
                    f"{_SAVE}; {to_allow_more('bpmn_nesting')}",
                )
    return parser.close()


def _blank_unseen(root: etree._Element) -> None:
    """Characters that nobody sees become blanks, as what a reader sees there."""
    for own in root.iter(etree.Element):
        if own.text and _UNSEEN.search(own.text):
            own.text = _UNSEEN.sub(" ", own.text)
        for key, value in own.items():
            if _UNSEEN.search(value):
                own.set(key, _UNSEEN.sub(" ", value))


def _refuse_endless_processes(name: str, root: etree._Element) -> None:
    for process in root.iter(f"{{{MODEL}}}process"):
        flow = (own for own in process.iter(f"{{{MODEL}}}*") if name_of(own) in {*FLOW_NODES, "sequenceFlow"})
        if sum(1 for _ in flow) > MOST_IN_A_PROCESS:
            raise NotReadable(
                f"{name}:{process.sourceline}: a process has more than {MOST_IN_A_PROCESS:,} elements",
                f"draw its parts as processes of their own; {to_allow_more('process_elements')}",
            )


def _refuse_other_types(name: str, data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise _too_many_bytes(name)
    if data.startswith(b"PK"):
        raise NotReadable(f"{name} is an archive, no BPMN file", "unpack it, and name the .bpmn files in it")
    plain = data.replace(b"\0", b"")
    for mark in _MARKS_OF_ORDER:
        plain = plain.removeprefix(mark)
    if not plain.lstrip().startswith(b"<"):
        raise NotReadable(f"{name} is no XML, so no BPMN file")
    if _TYPE_DECLARATION.match(plain):
        raise _declares_a_type(name)


def _declares_a_type(name: str) -> NotReadable:
    return NotReadable(f"{name} declares a document type, which BPMN has not; it is not read", "remove `<!DOCTYPE …>`")


def _too_many_bytes(name: str) -> NotReadable:
    return _too_large(f"{name} is larger than {MOST_BYTES:,} bytes", "bpmn_megabytes")


def _too_many_elements(name: str) -> NotReadable:
    return _too_large(f"{name} holds more than {MOST_ELEMENTS:,} elements", "bpmn_elements")


def _too_large(sentence: str, limit_name: str) -> NotReadable:
    return NotReadable(sentence, f"export each process into a file of its own; {to_allow_more(limit_name)}")
