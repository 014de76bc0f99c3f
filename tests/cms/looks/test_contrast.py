"""How far apart two colours are, and which shade would be far enough."""

import pytest

from cms.looks.contrast import contrast, mixed, nearest_readable


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#767676", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_measured_as_wcag_measures_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    shades = [mixed("#102030", "#f0e0d0", share) for share in (0, 0.5, 1)]
    assert shades == ["#102030", "#808080", "#f0e0d0"]


def test_nearest_readable_shade_is_darker_on_light_and_lighter_on_dark() -> None:
    assert nearest_readable("#777777", [("#ffffff", 4.5)]) == "#767676"
    assert nearest_readable("#777777", [("#222222", 4.5)]) == "#898989"


def test_a_colour_that_is_readable_stays_as_it_is() -> None:
    assert nearest_readable("#1f4f43", [("#f5f1e9", 4.5)]) == "#1f4f43"


def test_no_shade_is_readable_on_black_and_on_white_at_once() -> None:
    assert nearest_readable("#ff0000", [("#ffffff", 7), ("#000000", 7)]) is None
