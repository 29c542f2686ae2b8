"""The looks of the site: the colours and type of the pictures, so that both belong together."""

from collections.abc import Iterator
from pathlib import Path

from ltcarch.layout.theme import CHINESE_FONTS, DARK, FONTS, LIGHT, Palette

_SHEET = Path(__file__).parent / "assets/handbook.css"
_FAMILIES = (*(font for font in FONTS if font not in CHINESE_FONTS), *CHINESE_FONTS)


def style_sheet() -> str:
    """The style sheet: colours of the palette for both looks, light ones on paper, then what never changes."""
    fonts = ",".join(f'"{font}"' if " " in font else font for font in _FAMILIES)
    return "\n".join(
        (
            f":root{{--handbook-fonts:{fonts}}}",
            *_colours("default", LIGHT),
            "@media screen{",
            *_colours("slate", DARK),
            "}",
            "@media print{",
            *_colours("slate", LIGHT),
            "[data-md-color-scheme]{color-scheme:light}",
            "}",
            _SHEET.read_text(encoding="utf-8"),
        )
    )


def _colours(scheme: str, palette: Palette) -> Iterator[str]:
    """The theme's variables in the colours of a palette; its first tone is that of links."""
    tone = palette.tones[0]
    yield f'[data-md-color-scheme="{scheme}"]{{'
    for name, colour in (
        ("default-bg-color", palette.page),
        ("default-fg-color", palette.ink),
        ("default-fg-color--light", palette.muted),
        ("primary-fg-color", tone.strong),
        ("primary-bg-color", tone.on_strong),
        ("accent-fg-color", tone.strong),
        ("accent-bg-color", tone.on_strong),
        ("accent-fg-color--transparent", tone.tint),
        ("typeset-color", palette.ink),
        ("typeset-a-color", tone.strong),
        ("typeset-table-color", palette.faint),
        ("typeset-table-color--light", tone.tint),
        ("code-bg-color", palette.neutral.tint),
        ("code-fg-color", palette.ink),
    ):
        yield f"--md-{name}:{colour};"
    for name, colour in (
        ("page", palette.page),
        ("surface", palette.surface),
        ("edge", palette.faint),
        ("muted", palette.muted),
        ("strong", tone.strong),
        ("tint", tone.tint),
        ("shade", tone.shade),
        ("bar", palette.neutral.tint),
    ):
        yield f"--handbook-{name}:{colour};"
    yield "}"
