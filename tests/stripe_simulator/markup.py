"""The frame every page of the simulator stands in."""

from __future__ import annotations

from html import escape
from pathlib import Path

STYLE = Path(__file__).with_name("style.css")


def text(value: object) -> str:
    """Anything as text that HTML cannot mistake for markup."""
    return escape(str(value), quote=True)


def document(*, language: str, title: str, test: str, notice: str, main: str) -> str:
    """A whole page, plainly marked as a test."""
    return f"""<!doctype html>
<html lang="{text(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{text(title)} – {text(test.upper())}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<header class="test"><strong>{text(test)}</strong> <span>{text(notice)}</span></header>
{main}
</body>
</html>
"""
