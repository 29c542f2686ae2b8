"""Files with parts missing, references astray and ids twice: they come in as far as they can, and all is told."""

from random import Random

import pytest
from lxml import etree

from ltcarch.interchange.bpmn.reading.imported import Wishes, imported
from ltcarch.interchange.bpmn.reading.source import NotReadable
from tests.interchange.bpmn.imports import FILES, NAMES, findings_of, untold

REFERENCES = ("sourceRef", "targetRef", "attachedToRef", "default", "processRef")


def spoilt(seed: int) -> bytes:
    """One of the files with some damage."""
    random = Random(seed)
    root = etree.fromstring((FILES / random.choice(NAMES)).read_bytes())
    elements = [own for own in root.iter(etree.Element) if own is not root]
    ids = [own.get("id") for own in elements if own.get("id")]
    for _ in range(random.randint(1, 8)):
        own, kind = random.choice(elements), random.random()
        above = own.getparent()
        if kind < 0.35 and above is not None:
            above.remove(own)
        elif kind < 0.6 and own.attrib:
            del own.attrib[random.choice(list(own.attrib))]
        elif kind < 0.9:
            for key in set(REFERENCES) & set(own.attrib):
                own.set(key, random.choice(ids))
        elif own.get("id"):
            own.set("id", random.choice(ids))
    return etree.tostring(root, pretty_print=True)


@pytest.mark.parametrize("seed", range(60))
def test_damage_neither_stops_an_import_nor_goes_untold(seed, tmp_path):
    path = tmp_path / "p.bpmn"
    path.write_bytes(spoilt(seed))
    try:
        found = imported(Wishes((path,)), None)
    except NotReadable as fault:
        assert "no process was found" in str(fault)
        return
    assert untold(path, found) == []
    assert findings_of(found.theirs, tmp_path / "made") == []
