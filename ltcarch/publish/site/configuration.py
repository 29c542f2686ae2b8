"""The settings of the site's builder, which Zensical and Material for MkDocs both read.

They name no plugin but search, and few extensions of Markdown, so that no text of the architecture is taken for one.
"""

from collections.abc import Iterable
from html import escape

import yaml

from ltcarch.publish.site.commission import Commission
from ltcarch.publish.site.navigation import navigation
from ltcarch.views.handbook.page import Handbook
from ltcarch.views.words import word

SETTINGS = "mkdocs.yml"
_FEATURES = ("navigation.sections", "navigation.prune", "navigation.top", "search.highlight", "toc.follow")
_NATIVE_NAMES = {"en": "English", "zh": "中文", "de": "Deutsch", "fr": "Français", "es": "Español", "ja": "日本語"}
_THEME_LANGUAGES = ("en", "zh", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ja", "ko", "vi", "th", "tr", "ar")


def settings(commission: Commission, edition: Handbook, styles: Iterable[str], scripts: Iterable[str]) -> str:
    """The builder's settings for one language. The themes print titles as they are, so that these are escaped here."""
    language, address = edition.language, commission.address
    made = {
        "site_name": escape(edition.title),
        **({"site_url": f"{address.rstrip('/')}/{language}/"} if address else {}),
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "language": _theme_language(language),
            "font": False,
            "features": list(_FEATURES),
            "palette": list(_palettes(language)),
        },
        "extra": {"generator": False, "alternate": [_alternate(own) for own in commission.languages]},
        "extra_css": list(styles),
        "extra_javascript": list(scripts),
        "markdown_extensions": [
            "attr_list",
            "tables",
            {"toc": {"permalink": True, "permalink_title": word("Link to this section", language), "toc_depth": 3}},
        ],
        "plugins": ["search"],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore", "anchors": "ignore"}},
        "nav": navigation(commission.architecture, edition),
    }
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=1000)


def _palettes(language: str) -> Iterable[dict[str, object]]:
    """The two looks, each with the button that leads to the other; at first the reader's system decides."""
    for name, scheme, icon, other in (
        ("light", "default", "weather-night", "Switch to dark colours"),
        ("dark", "slate", "weather-sunny", "Switch to light colours"),
    ):
        yield {
            "media": f"(prefers-color-scheme: {name})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": f"material/{icon}", "name": word(other, language)},
        }


def _alternate(language: str) -> dict[str, str]:
    return {"name": native_name(language), "link": f"../{language}/", "lang": language}


def native_name(language: str) -> str:
    """What the speakers of a language call it; its code where that is not known."""
    return _NATIVE_NAMES.get(language, language)


def _theme_language(language: str) -> str:
    """The language of the theme's own words; English where the theme does not speak that of the pages."""
    own = language.partition("-")[0]
    return own if own in _THEME_LANGUAGES else "en"
