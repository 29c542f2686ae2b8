"""ltcarch export json and csv."""

import csv
import io
import json

import jsonschema
import pytest

from ltcarch.cli.export_csv import MATRICES
from ltcarch.loading.shape import schema, schema_text
from ltcarch.model.kinds import CLASSES
from tests.cli.commands import ROOT, ltcarch
from tests.projects import write_project

PROJECTS = ["models/reference", "examples/procure-to-pay", "examples/starter", "examples/broken"]


@pytest.mark.parametrize("folder", PROJECTS)
def test_the_document_fits_its_schema(folder):
    done = ltcarch("export", "json", folder, "-o", "-")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema("model")).validate(document)
    assert document["complete"] is (folder != "examples/broken")
    assert ltcarch("export", "json", folder, "-o", "-").stdout == done.stdout


def test_attributes_fit_the_schema_of_the_format():
    document = json.loads(ltcarch("export", "json", "models/reference", "-o", "-").stdout)
    validators = {
        of.KIND: jsonschema.Draft202012Validator(
            {**schema("architecture"), "$ref": f"#/$defs/{of.KIND}", "type": "object", "properties": {},
             "additionalProperties": True}
        )
        for of in CLASSES.values()
    }  # fmt: skip
    for own in document["elements"]:
        validators[own["kind"]].validate({"id": own["id"], **own["attributes"]})


def test_every_field_of_the_schema_has_a_title_and_a_meaning():
    model = json.loads(schema_text("model"))
    fields = [*model["properties"].items()]
    for definition in model["$defs"].values():
        fields += definition.get("properties", {}).items()
    assert all(own.get("title") and own.get("description") for _, own in fields)


def test_what_follows_is_there():
    document = json.loads(ltcarch("export", "json", "examples/starter", "-o", "-").stdout)
    elements = {own["id"]: own for own in document["elements"]}
    accept = elements["OTC.1.1"]
    assert accept["names"] == {"en": "Accept order", "zh": "受理订单"}
    assert (accept["level"], accept["number"], accept["parent"]) == (3, "1.1.1", "OTC.1")
    assert accept["derived"]["owner"] == "sales_manager"
    assert accept["derived"]["starts"] == ["OTC.1.1.A1"]
    assert {"artifact": "order_confirmation"} in accept["derived"]["outputs"]
    assert accept["attributes"]["next"] == [{"on": "accepted", "to": "OTC.1.2"}]
    assert elements["order_clerk"]["derived"]["activities"][:2] == ["OTC.1.1.A1", "OTC.1.1.A3"]
    between = {"level": 2, "from": "OTC.1", "to": "OTC.2"}
    assert {**between, "artifacts": ["delivery_plan"], "stated": ["order_to_delivery"]} in document["flows"]


def test_a_file_is_written(tmp_path):
    done = ltcarch("export", "json", ROOT / "examples/starter", cwd=tmp_path)
    assert done.stdout.startswith("Wrote architecture.json: ")
    assert json.loads((tmp_path / "architecture.json").read_text(encoding="utf-8"))["format"] == 1


def test_the_schema_is_shown():
    assert json.loads(ltcarch("schema", "model").stdout)["$id"] == "urn:ltcarch:schema:model:1"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_register_has_a_row_for_each_element():
    table = rows(ltcarch("export", "csv", "roles", "-p", "examples/starter", "-o", "-").stdout)
    assert table[0][:3] == ["id", "name.en", "name.zh"]
    assert table[1][:3] == ["order_clerk", "Order clerk", "订单专员"]


@pytest.mark.parametrize("collection", CLASSES)
def test_every_register_can_be_written(collection):
    done = ltcarch("export", "csv", collection, "-p", "models/reference", "-o", "-")
    assert done.returncode == 0, done.stderr
    table = rows(done.stdout)
    assert {len(row) for row in table} == {len(table[0])}
    assert table[0][0] == "id"


def test_a_hierarchy_tells_numbers_and_parents():
    table = rows(ltcarch("export", "csv", "processes", "-p", "examples/starter", "-o", "-").stdout)
    assert table[0][:5] == ["id", "number", "parent", "name.en", "name.zh"]
    assert table[1][:5] == ["OTC.1.1", "1.1.1", "OTC.1", "Accept order", "受理订单"]


def test_no_text_is_a_formula(tmp_path):
    text = "roles: [{id: r, name: '=cmd|x', rules: ['+1', two]}]\n"
    write_project(tmp_path, {"a.yaml": text})
    table = rows(ltcarch("export", "csv", "roles", "-p", tmp_path, "-o", "-").stdout)
    assert table[1] == ["r", "'=cmd|x", "'+1; two"]


def test_matrices_are_those_of_render():
    export = ltcarch("export", "csv", "raci", "LTC.2.7", "-p", "models/reference", "-o", "-").stdout
    drawn = ltcarch("render", "raci", "LTC.2.7", "-p", "models/reference", "-f", "csv", "-o", "-").stdout
    assert export == drawn
    assert ltcarch("export", "csv", "units", "--matrix", "-p", "models/reference", "-o", "-").stdout != (
        ltcarch("export", "csv", "units", "-p", "models/reference", "-o", "-").stdout
    )


def test_every_matrix_is_a_table():
    from ltcarch.publish.diagrams import DIAGRAMS

    assert set(MATRICES) < set(DIAGRAMS)


def test_a_wrong_name_is_told():
    done = ltcarch("export", "csv", "rolls", "-p", "examples/starter")
    assert done.returncode == 2
    assert "did you mean `roles`?" in done.stderr
