"""Ten thousand findings are written in a moment, in each format."""

from time import process_time

import pytest

from ltcarch.report.formats import FORMATS
from ltcarch.source.text import SourceText, Span
from tests.report.samples import RULES, finding, sample

LINE = "            name: {en: Do step 1, zh: 执行步骤1}  # and some more of the line, so that it is cut"
SOURCE = SourceText("a/b.yaml", f"{LINE}\n" * 10_000)
MANY = sample(
    *(
        finding(Span(line, 30, line, 40), source=SOURCE, element=f"LTC.{line}", message=f"管理线索 {line} has no role")
        for line in range(1, 10_001)
    ),
    rules=RULES,
)


@pytest.mark.parametrize("name", FORMATS)
def test_ten_thousand_findings(name):
    begin = process_time()
    assert sum(map(len, FORMATS[name].write(MANY))) > 50
    assert process_time() - begin < 3
