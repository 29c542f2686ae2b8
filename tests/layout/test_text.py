"""Text is as wide as we say, and breaks where readers expect it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltcarch.layout.glyph_widths import character_width
from ltcarch.layout.text import ELLIPSIS, characters, text_width, wrap
from ltcarch.layout.theme import TextStyle
from tests.layout.fonts import widths

STYLE = TextStyle(size=10, line=14)
ARIAL_MEASURE = [
    Path("/usr/share/fonts/truetype/liberation"),
    Path("/usr/share/fonts/liberation-sans"),
    Path("/usr/share/fonts/TTF"),
]
SAMPLES = (
    "Manage contract execution",
    "LTC.2.5.1.A3 “Décision” – 100 % (naïve)",
    "WAVE & Möbius €5·m²",
    "ÀÉÎÕÜ çñ ß Øø Ææ",
)


@pytest.mark.parametrize(("face", "bold"), [("Regular", False), ("Bold", True)])
def test_widths_agree_with_a_real_font(face, bold):
    files = [folder / f"LiberationSans-{face}.ttf" for folder in ARIAL_MEASURE]
    file = next((file for file in files if file.exists()), None)
    if file is None:
        pytest.skip("no font of Arial's measure is installed here")
    real = widths(file)
    for sample in SAMPLES:
        expected = sum(real(character) for character in sample)
        assert sum(character_width(character, bold) for character in sample) == pytest.approx(expected, rel=0.02)
    for character in map(chr, range(32, 127)):
        assert character_width(character, bold) == pytest.approx(real(character), abs=1)


def test_chinese_takes_whole_squares_and_marks_take_nothing():
    assert text_width("管理合同", STYLE) == 40
    assert text_width("e\u0301", STYLE) == text_width("é", STYLE) == text_width("e", STYLE)
    assert text_width("\u202e\u200d", STYLE) == 0


def test_latin_beside_chinese_is_taken_wider():
    assert text_width("IT服务", STYLE) > text_width("IT", STYLE) + text_width("服务", STYLE)


def test_short_text_stays_on_one_line():
    assert wrap("Bid", STYLE, 100, 2) == ("Bid",)
    assert wrap("", STYLE, 100, 2) == ()
    assert wrap("  two   blanks\n", STYLE, 100, 2) == ("two blanks",)


def test_lines_break_between_words_and_are_balanced():
    assert wrap("Customer relationship management", STYLE, 110, 3) == ("Customer relationship", "management")
    assert wrap("one two three four", STYLE, 70, 3) == ("one two", "three four")


def test_chinese_breaks_anywhere_but_before_closing_punctuation():
    assert wrap("年度品类供应商引入与淘汰计划", STYLE, 100, 2) == ("年度品类供应商", "引入与淘汰计划")
    lines = wrap("管理线索，管理机会点（商机）。", STYLE, 50, 9)
    assert all(line[0] not in "，。）" and line[-1] != "（" for line in lines)
    assert "".join(lines) == "管理线索，管理机会点（商机）。"


def test_chinese_is_best_parted_at_blanks_pauses_and_brackets():
    assert wrap("3.1.2.4.4 分发评标资料", STYLE, 90, 2) == ("3.1.2.4.4", "分发评标资料")
    assert wrap("供应商准入决定、供应商评级", STYLE, 90, 2) == ("供应商准入决定、", "供应商评级")
    assert wrap("采购订单（草稿、可选）", STYLE, 80, 2) == ("采购订单", "（草稿、可选）")
    assert wrap("无协议且五十万元以下", STYLE, 80, 2) == ("无协议", "且五十万元以下")


def test_lines_part_no_common_chinese_word_and_no_number_from_its_unit():
    assert wrap("丢标项目总结", STYLE, 50, 2) == ("丢标", "项目总结")
    assert wrap("客户采购订单", STYLE, 50, 2) == ("客户", "采购订单")
    assert wrap("客户、需求与联系人明确", STYLE, 90, 2) == ("客户、需求", "与联系人明确")
    assert wrap("≤ 10,000,000 CNY：销售决策团队", STYLE, 110, 2) == ("≤ 10,000,000 CNY：", "销售决策团队")


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = wrap("Annual plan of supplier introduction and elimination", STYLE, 80, 2)
    assert len(lines) == 2
    assert lines[-1].endswith(ELLIPSIS)
    assert all(text_width(line, STYLE) <= 80 for line in lines)


def test_a_long_word_breaks_where_it_must():
    assert "".join(wrap("W" * 50, STYLE, 100, 9)) == "W" * 50
    assert wrap("sales/marketing", STYLE, 50, 3) == ("sales/", "marketing")


def test_characters_of_several_code_points_stay_whole():
    family, flag, thumb = "👩‍👩‍👧‍👦", "🇨🇳", "👍🏽"
    assert characters(f"{family}{flag}{thumb}e\u0301") == [family, flag, thumb, "e\u0301"]
    for line in wrap(family * 9, STYLE, 60, 9):
        assert line.replace(family, "") == ""


@given(st.text(max_size=80), st.integers(20, 200), st.integers(1, 4))
def test_every_line_fits_and_nothing_is_lost_unseen(text, width, most):
    lines = wrap(text, STYLE, width, most)
    assert len(lines) <= most
    for line in lines:
        assert text_width(line, STYLE) <= width or len(characters(line.removesuffix(ELLIPSIS))) == 1
    if not lines or not lines[-1].endswith(ELLIPSIS):
        assert "".join(lines).replace(" ", "") == "".join(text.split())
