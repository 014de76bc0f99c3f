"""How far two colours are apart as WCAG measures it, and the nearest shade that will do."""

from typing import Final

TEXT: Final = 4.5
CONTROL: Final = 3.0

Channels = tuple[int, int, int]


def channels(colour: str) -> Channels:
    """``#rrggbb`` as three numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def written(parts: Channels) -> str:
    return "#{:02x}{:02x}{:02x}".format(*parts)


def luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1.0, the same colour twice, to 21.0, black on white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` (0 to 1) of ``other`` in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return written((red, green, blue))


def nearest_readable(colour: str, needs: list[tuple[str, float]]) -> str | None:
    """The shade nearest to ``colour`` that reaches every needed contrast: darker or lighter.

    ``needs`` are the other colours, each with the contrast that is needed against it.
    None when neither black nor white would do.
    """
    for step in range(101):
        for end in ("#000000", "#ffffff"):
            shade = mixed(colour, end, step / 100)
            if all(contrast(shade, other) >= needed for other, needed in needs):
                return shade
    return None
