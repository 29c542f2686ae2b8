"""Bytes become text only where they are UTF-8 that an editor shows as it is."""

import pytest

from ltcarch.source import decoding
from ltcarch.source.decoding import control_character, decode
from ltcarch.source.faults import Unusable
from ltcarch.source.text import Span


def fault(data: bytes):
    with pytest.raises(Unusable) as raised:
        decode(data)
    return raised.value.fault


@pytest.mark.parametrize("text", ["", "name: Lead\n", "名称: 线索\n", "a: 😀\n", "a:\tb\r\nc: d\r"])
def test_utf8_is_taken_with_and_without_a_byte_order_mark(text):
    assert decode(text.encode()) == text
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (b"a: 1\nb: caf\xe9\n", "byte 0xE9", (2, 7)),
        ("名称: 线".encode() + b"\xff", "byte 0xFF", (1, 6)),
        (b"a: \xe4\xb8", "byte 0xE4", (1, 4)),
        (b"\xef\xbb\xbfab\xc3(", "byte 0xC3", (1, 3)),
        (b"a: 1\r\nb: \xed\xa0\x80\r\n", "byte 0xED", (2, 4)),
        (b"a: 1\rb\x80", "byte 0x80", (2, 2)),
        (b"a: \xf0\x9f\x98", "byte 0xF0", (1, 4)),
        ("名称: 线索\n".encode("gbk"), "byte 0xC3", (1, 1)),
        ("a: 1\n".encode("utf-16"), "UTF-16", (1, 1)),
        ("a: 1\n".encode("utf-16-be"), "UTF-16", (1, 1)),
        ("a: 1\n".encode("utf-16-le"), "UTF-16", (1, 2)),
    ],
)
def test_what_is_not_utf8_is_shown_where_it_begins(data, message, place):
    found = fault(data)
    assert found.code == "SRC02"
    assert message in found.message
    assert (found.span.line, found.span.column) == place
    assert "UTF-8" in found.help


@pytest.mark.parametrize(
    "number", [0, 1, 7, 8, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]
)
def test_invisible_characters_are_refused(number):
    found = fault(f"a: 1\r\nbb: 名{chr(number)}\n".encode())
    assert (found.code, found.span) == ("SRC03", Span(2, 6, 2, 7))
    assert f"U+{number:04X}" in found.message


def test_tabs_and_line_ends_are_no_control_characters():
    assert control_character("a\tb\r\nc") is None


def test_a_large_file_is_refused(monkeypatch):
    monkeypatch.setattr(decoding, "LARGEST_FILE", 10)
    assert decode(b"a: 1234567") == "a: 1234567"
    found = fault(b"a: 12345678")
    assert found.code == "SRC10"
    assert "11" in found.message
