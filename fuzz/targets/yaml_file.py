"""One YAML file: read or refused with its place, and what was read stands where it is said to stand."""

from fuzz.judging import assert_span, in_time
from ltcarch.source.document import Document, Mapping, Sequence, walk
from ltcarch.source.faults import Fault, Unusable
from ltcarch.source.reader import read
from ltcarch.source.stored import restored, stored
from ltcarch.source.text import SourceText
from ltcarch.writing.yaml_scalars import NotWritable
from ltcarch.writing.yaml_text import yaml_text


def judge(data: bytes) -> None:
    """Fail where something else than a fault comes of a file."""
    with in_time():
        try:
            document, faults = read("a.yaml", data)
        except Unusable as unusable:
            _assert_fault(SourceText("a.yaml", data.decode("utf-8", "replace").removeprefix("\ufeff")), unusable.fault)
            return
        for fault in faults:
            _assert_fault(document.source, fault)
        _assert_places(document)
        if isinstance(document.root, Mapping) and document.root:
            if not faults:
                _assert_kept(document)
            _assert_written(document.root)


def _assert_fault(source: SourceText, fault: Fault) -> None:
    assert fault.message.strip()
    for span in (fault.span, fault.related[0] if fault.related else None):
        if span is not None:
            assert_span(source, span)


def _assert_places(document: Document) -> None:
    for _, value in walk(document.root):
        if isinstance(value, (Mapping, Sequence)):
            for step in value if isinstance(value, Mapping) else range(len(value)):
                span = document.value_span(value, step)
                assert span is not None
                assert_span(document.source, span)
                if isinstance(value, Mapping):
                    assert_span(document.source, document.key_span(value, str(step)))


def _assert_kept(document: Document) -> None:
    again = restored(document.source, stored(document))
    assert again is not None
    assert (again.root, again.marks) == (document.root, document.marks)


def _assert_written(root: Mapping) -> None:
    try:
        text = yaml_text(root)
    except NotWritable:
        return
    assert read("b.yaml", text.encode())[0].root == root, text
