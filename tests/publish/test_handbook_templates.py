"""A company's own templates: they stand in for the product's one by one, and a wrong one is told by name and line."""

import pytest

from ltcarch.loading import load
from ltcarch.loading.templates import UnusableTemplates, read_templates
from ltcarch.publish.handbook import handbook_files
from ltcarch.publish.handbook.template_faults import TemplateFault
from tests.projects import write_project

PROJECT = {
    "ltcarch.yaml": "ltcarch: 1\nname: Example\nlanguages: [en]\n",
    "a.yaml": "classifications:\n  - {id: P, name: 'Plan {{ 7 * 7 }}', purpose: Know <b>what</b> comes}\n",
}
ENDLESS = {
    "loop": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "range": "{{ range(10000000) | list }}",
    "doubling": (
        "{% set own = namespace(text='ab') %}"
        "{% for a in range(60) %}{% set own.text = own.text ~ own.text %}{% endfor %}"
    ),
    "calls": "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}",
    "inclusion": "{% include 'page.md.jinja' %}",
    "times": "{{ 'x' * 999999999 }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "width": "{{ 'x'.ljust(999999999) }}",
    "format": "{{ '{:>999999999}'.format(1) }}",
    "percent": "{{ '%999999999d' % 1 }}",
    "recursion": "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
}
FORBIDDEN = {
    "class": "{{ page.__class__.__mro__ }}",
    "code": "{{ range.__globals__ }}",
    "file": "{% include '../../ltcarch.yaml' %}",
    "absolute": "{% include '/etc/hostname' %}",
    "change": "{{ page.blocks.append(1) }}",
}


def pages(templates: dict[str, str], tmp_path) -> dict[str, str]:
    """The handbook of a small project with these templates."""
    architecture = load(write_project(tmp_path, PROJECT)).architecture
    files = handbook_files(architecture, ["en"], templates=tuple(templates.items()))
    return {name: data.decode() for name, data in files.items()}


def fault(templates: dict[str, str], tmp_path) -> str:
    with pytest.raises(TemplateFault) as caught:
        pages(templates, tmp_path)
    assert caught.value.advice
    return str(caught.value)


def test_one_template_stands_in_and_all_others_stay(tmp_path):
    before = pages({}, tmp_path)["processes/P.md"]
    own = {"handbook/table.md.jinja": "{{ block.rows | length }} rows of <{{ block.columns[0] }}>\n"}
    page = pages(own, tmp_path)["processes/P.md"]
    assert "rows of <Item>" in page
    assert page.splitlines()[:3] == before.splitlines()[:3]
    assert "Know &lt;b&gt;what" in page


def test_a_template_can_build_on_the_one_it_stands_for_and_on_parts_of_its_own(tmp_path):
    own = {
        "handbook/page.md.jinja": "{% include '_head.md.jinja' %}{% include 'built-in/page.md.jinja' %}",
        "handbook/_head.md.jinja": "> {{ page.title }}: internal\n",
    }
    page = pages(own, tmp_path)["processes/P.md"]
    assert page.startswith("> 1 Plan &#123;&#123; 7 &#42; 7 &#125;&#125;: internal\n")
    assert "# 1 Plan" in page


def test_what_a_template_prints_stays_text(tmp_path):
    own = {"handbook/page.md.jinja": "{{ page.title }} {{ '<b>' }} {{ '<i>' ~ page.title }}\n"}
    assert pages(own, tmp_path)["processes/P.md"].count("<") == 0


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("a\n{{ pag.title }}", ":2", "'pag' is undefined"),
        ("a\nb {{ page.titel }}", ":2", "no attribute 'titel'"),
        ("a\n\n{% for x in %}", ":3", "expected an expression"),
        ("{% if page %}", ":1", "unexpected end of template"),
        ("{{ page.title | upcase }}", ":1", "no filter named 'upcase'"),
        ("x\n{% include 'none.jinja' %}", ":2", "there is no template `none.jinja`"),
        ("x\n{{ 1 / 0 }}", ":2", "division by zero"),
    ],
)
def test_a_wrong_template_is_told_by_its_name_and_line(text, place, what, tmp_path):
    told = fault({"handbook/page.md.jinja": text}, tmp_path)
    assert told.startswith(f"templates/handbook/page.md.jinja{place}: ")
    assert what in told


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_no_template_goes_on_for_ever(text, tmp_path):
    assert fault({"handbook/page.md.jinja": text}, tmp_path).startswith("templates/handbook/page.md.jinja:1: ")


@pytest.mark.parametrize("text", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_template_sees_only_what_it_is_given(text, tmp_path):
    fault({"handbook/page.md.jinja": text}, tmp_path)


def test_a_template_that_stands_for_none_is_told_with_the_one_that_may_be_meant(tmp_path):
    with pytest.raises(TemplateFault, match=r"templates/handbook/pgae\.md\.jinja") as caught:
        pages({"handbook/pgae.md.jinja": "x"}, tmp_path)
    assert "`handbook/page.md.jinja`" in caught.value.advice


def test_a_fault_of_the_product_is_not_told_as_one_of_the_template(monkeypatch, tmp_path):
    monkeypatch.setattr("ltcarch.publish.handbook.markdown.line", None)
    from ltcarch.publish.handbook import environment

    environment._environment.cache_clear()
    with pytest.raises(TypeError):
        pages({}, tmp_path)
    environment._environment.cache_clear()


def test_templates_are_read_from_the_project(tmp_path):
    write_project(tmp_path, {"templates/handbook/_a.md.jinja": "﻿a\r\nb", "templates/notes.txt": "no template"})
    assert read_templates(tmp_path) == (("handbook/_a.md.jinja", "a\nb"),)
    assert read_templates(tmp_path / "templates") == ()


def test_a_link_out_of_the_project_is_refused(tmp_path):
    project = write_project(tmp_path / "project", PROJECT)
    (tmp_path / "secret.jinja").write_text("secret")
    (project / "templates/handbook").mkdir(parents=True)
    (project / "templates/handbook/page.md.jinja").symlink_to(tmp_path / "secret.jinja")
    with pytest.raises(UnusableTemplates, match="leads out of the project"):
        read_templates(project)


def test_a_folder_of_templates_elsewhere_is_refused(tmp_path):
    project = write_project(tmp_path / "project", PROJECT)
    (tmp_path / "elsewhere/handbook").mkdir(parents=True)
    (tmp_path / "elsewhere/handbook/page.md.jinja").write_text("secret")
    (project / "templates").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnusableTemplates, match="leads out of the project"):
        read_templates(project)


@pytest.mark.parametrize(("data", "what"), [(b"x" * 200_001, "larger than"), (b"\xff\xfe", "not UTF-8")])
def test_what_is_no_sensible_template_is_refused(data, what, tmp_path):
    write_project(tmp_path, {"templates/handbook/page.md.jinja": data})
    with pytest.raises(UnusableTemplates, match=what):
        read_templates(tmp_path)
