"""The drawn palettes can be read, and so can what follows from one's own colours."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.looks.legibility import failing_pairs
from cms.looks.palettes import PRESETS, STATES_DARK, STATES_LIGHT, TOKENS, Preset, palette_of

ROOT = Path(__file__).resolve().parents[3]
COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def tokens_css(scheme: str) -> dict[str, str]:
    light, dark = (ROOT / "static/css/tokens.css").read_text().split("(prefers-color-scheme: dark)")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))


@pytest.mark.parametrize("preset", Preset.values)
def test_every_drawn_palette_can_be_read_in_both_schemes(preset: str) -> None:
    assert [str(pair) for pair in failing_pairs(PRESETS[preset])] == []


@pytest.mark.parametrize(("scheme", "states"), [("light", STATES_LIGHT), ("dark", STATES_DARK)])
def test_a_palette_names_the_tokens_of_the_style_sheet(scheme: str, states: dict[str, str]) -> None:
    written = tokens_css(scheme)
    assert set(TOKENS) <= set(written)
    assert {name: written[name] for name in states} == states


def test_every_palette_has_a_mark() -> None:
    marks = {file.name for file in (ROOT / "static/img/marks").iterdir()}
    wanted = {f"{preset}{end}" for preset in Preset.values for end in (".svg", "-180.png")}
    assert wanted - marks == set()


def test_without_own_colours_the_drawn_palette_stays() -> None:
    assert palette_of("tyonaari", {}, {}) == PRESETS["tyonaari"]


def test_an_own_accent_brings_its_button_along_and_nothing_else() -> None:
    light = palette_of("steinlia", {"accent": "#204080"}, {}).light
    drawn = PRESETS["steinlia"].light
    assert {name for name in TOKENS if light[name] != drawn[name]} == {
        "accent",
        "accent-hover",
        "on-accent",
    }
    assert light["on-accent"] == "#ffffff"


@given(ground=COLOURS, text=COLOURS, brand=COLOURS, accent=COLOURS)
def test_what_follows_from_own_colours_fails_only_with_them(
    ground: str, text: str, brand: str, accent: str
) -> None:
    own = {"ground": ground, "text": text, "brand": brand, "accent": accent}
    palette = palette_of("steinlia", own, {})
    failing = {(pair.front, pair.mend) for pair in failing_pairs(palette, {"light": set(own)})}
    assert {mend for _front, mend in failing} <= set(own)
    if "muted" in {front for front, _mend in failing}:
        assert "text" in {front for front, _mend in failing}
