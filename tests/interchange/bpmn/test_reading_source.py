"""No file does harm, and what is no BPMN file is told in one sentence."""

import pytest

from ltcarch.interchange.bpmn.reading import source
from ltcarch.interchange.bpmn.reading.source import NotReadable, parsed, read_bytes

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def definitions(inside: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<definitions xmlns="{MODEL}">{inside}</definitions>'.encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04whatever", "f.bpmn is an archive"),
        (b"%PDF-1.7", "f.bpmn is no XML"),
        (b"", "f.bpmn is no XML"),
        (b"\xff\xfe", "f.bpmn is no XML"),
        (b"<?xml version='1.0'?>\n<html/>", "f.bpmn:2: this XML is no BPMN 2.0: it holds `html`"),
        (b'<definitions xmlns="http://other"/>', "it holds `definitions`, not"),
        (definitions("\n\n<process>"), "f.bpmn:3: the XML is broken"),
        (definitions("")[:-5], "f.bpmn:1: the XML is broken"),
        (definitions("&nothing;"), "f.bpmn:1: the XML is broken"),
        (definitions("", '<!DOCTYPE x [<!ENTITY l0 "ha">' + LAUGHS + "]>"), "declares a document type"),
        (definitions("&e;", '<!-- - --><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'), "document type"),
        (definitions("", '<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">').decode().encode("utf-16"), "document type"),
        (definitions("<a>" * 250 + "</a>" * 250), "more than 200 deep"),
        (definitions("<a>" * 5000 + "</a>" * 5000), "f.bpmn:1: it stands too deep"),
    ],
)
def test_what_is_no_bpmn_file_is_told_in_one_sentence(data, told):
    with pytest.raises(NotReadable) as fault:
        parsed("f.bpmn", data)
    assert told.casefold() in str(fault.value).casefold()
    assert "\n" not in str(fault.value)


def test_a_file_may_not_grow_without_bounds(monkeypatch):
    monkeypatch.setattr(source, "MOST_ELEMENTS", 100)
    with pytest.raises(NotReadable, match="holds more than 100 elements"):
        parsed("f.bpmn", definitions("<a/>" * 200))
    monkeypatch.setattr(source, "MOST_BYTES", 100)
    with pytest.raises(NotReadable, match="larger than"):
        parsed("f.bpmn", definitions("x" * 200))


def test_a_process_may_not_have_more_elements_than_anybody_draws(monkeypatch):
    monkeypatch.setattr(source, "MOST_IN_A_PROCESS", 10)
    with pytest.raises(NotReadable, match=r"f\.bpmn:1: a process has more than 10 elements"):
        parsed("f.bpmn", definitions(f"<process>{'<task/>' * 11}</process>"))


def test_a_huge_text_is_refused():
    with pytest.raises(NotReadable, match="too long"):
        parsed("f.bpmn", definitions("x" * 12_000_000))


def test_files_that_cannot_be_opened_are_told(tmp_path):
    for path, told in ((tmp_path, "is no file"), (tmp_path / "none.bpmn", "does not exist")):
        with pytest.raises(NotReadable, match=told):
            read_bytes(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_are_read(encoding):
    text = f'<definitions xmlns="{MODEL}"><process id="p" name="采购"/></definitions>'
    assert parsed("f.bpmn", text.encode(encoding))[0].get("name") == "采购"


def test_characters_that_nobody_sees_become_blanks():
    """XML may hold them, a file of an architecture may not."""
    root = parsed(
        "f.bpmn", definitions("<process name='a&#x85;b\u2028c'><documentation>x\ufeffy</documentation></process>")
    )
    assert (root[0].get("name"), root[0][0].text) == ("a b c", "x y")
