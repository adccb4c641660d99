from itertools import pairwise

import pytest

from travelbot.service.itinerary.colours import PALETTE, day_colour, rgb

WHITE, DARK_MAP, LIGHT_MAP = "#ffffff", "#101b23", "#f2f1ec"


def luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    parts = [part / 255 for part in rgb(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", PALETTE)
def test_figures_can_be_read_and_lines_seen_on_both_maps(colour: str) -> None:
    assert contrast(colour, WHITE) >= 4.5
    assert contrast(colour, LIGHT_MAP) >= 3
    assert contrast(colour, DARK_MAP) >= 3


def test_days_one_after_another_differ_however_many() -> None:
    assert all(a != b for a, b in pairwise(map(day_colour, range(60))))
    assert rgb("#0f766e") == (15, 118, 110)
