"""Everything that is read stands out from what it stands on, as WCAG 2.2 (AA) asks."""

import re
import tomllib
from pathlib import Path

import pytest

from travelbot.service.itinerary.colours import PALETTE, rgb
from travelbot.web.layout import STYLES
from travelbot.web.map_layers import OUTLINE, PATH_OPACITY, way_colour
from travelbot.web.map_pins import PIN, Colour

ROOT = Path(__file__).parents[2]
THEMES = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
TEXT, GRAPHICS = 4.5, 3.0
"""The least ratio of luminances."""
MAP = {"light": ("#cfe3ea", "#f6f3ec"), "dark": ("#16303f", "#263640")}
"""The sea and the land."""
WHITE = "#ffffff"

themes = pytest.mark.parametrize("theme", ["light", "dark"])


def luminance(colour: str) -> float:
    """By WCAG's formula, 0 to 1."""
    parts = (channel / 255 for channel in rgb(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two luminances, 1 to 21."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def hexadecimal(colour: Colour) -> str:
    """As "#rrggbb"."""
    return f"#{bytes(colour[:3]).hex()}"


def faded(colour: str, background: str, part: float) -> str:
    """The colour where only a part of it covers the background."""
    pairs = zip(rgb(colour), rgb(background), strict=True)
    return hexadecimal(tuple(round(part * a + (1 - part) * b) for a, b in pairs))


def backgrounds(theme: str) -> list[str]:
    """All that text stands on."""
    colours = THEMES[theme]
    names = ("backgroundColor", "secondaryBackgroundColor")
    return [part[name] for part in (colours, colours["sidebar"]) for name in names]


def strength(selector: str) -> float:
    """How much of the text's colour the stylesheet leaves where `selector` fades it."""
    [rule] = re.findall(
        rf"^{re.escape(selector)} {{(.*?)}}", STYLES[0].read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    [percent] = re.findall(r"(?<!-)color: color-mix\(in srgb, currentColor (\d+)%", rule)
    return int(percent) / 100


def test_the_formula_is_the_standards() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)


@themes
def test_text_and_links_can_be_read(theme: str) -> None:
    colours = THEMES[theme]
    for background in backgrounds(theme):
        for name in ("textColor", "linkColor"):
            assert contrast(colours[name], background) >= TEXT, (name, background)


@themes
@pytest.mark.parametrize(
    "selector",
    ['[data-testid="stCaptionContainer"]', ".st-key-shared-days :is(.leg, .when)"],
)
def test_what_is_told_quietly_can_be_read(theme: str, selector: str) -> None:
    part = strength(selector)
    for background in backgrounds(theme):
        quiet = faded(THEMES[theme]["textColor"], background, part)
        assert contrast(quiet, background) >= TEXT, background


@themes
def test_words_on_the_main_button_can_be_read(theme: str) -> None:
    assert contrast(WHITE, THEMES[theme]["primaryColor"]) >= TEXT


@pytest.mark.parametrize("colour", PALETTE)
def test_figures_on_a_days_colour_can_be_read(colour: str) -> None:
    assert contrast(WHITE, colour) >= TEXT


@themes
@pytest.mark.parametrize("colour", PALETTE)
def test_a_day_can_be_seen_on_the_page_and_its_way_on_the_map(theme: str, colour: str) -> None:
    assert contrast(colour, THEMES[theme]["backgroundColor"]) >= GRAPHICS
    way = hexadecimal(way_colour(rgb(colour), theme))
    for ground in MAP[theme]:
        assert contrast(faded(way, ground, PATH_OPACITY), ground) >= GRAPHICS, ground


@themes
def test_pins_stand_out_from_the_map_by_their_outline_or_their_colour(theme: str) -> None:
    outline = hexadecimal(OUTLINE[theme])
    for ground in MAP[theme]:
        for colour in (*PALETTE, hexadecimal(PIN)):
            assert max(contrast(outline, ground), contrast(colour, ground)) >= GRAPHICS
