"""The generated pages are those in docs/."""

from ltcarch.generate.__main__ import DOCS, outdated, pages


def test_the_pages_in_docs_are_up_to_date():
    assert outdated(DOCS) == []


def test_every_key_of_the_format_is_explained():
    from ltcarch.loading.shape import schema

    page = pages()["format.md"]
    for name in ("architecture", "project"):
        for own in (schema(name), *schema(name)["$defs"].values()):
            for key in own.get("properties", {}):
                assert f"`{key}`" in page


def test_a_page_that_differs_is_noticed(tmp_path):
    assert set(outdated(tmp_path)) == set(pages())
