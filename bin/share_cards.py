"""Paints each drawn scene as a card for those who share a page: 1200 by 630, as PNG.

Run again when a scene is new or has changed. Needs Chromium, as the browser's tests do.
"""

import io
import sys

from environment import ROOT

sys.path.insert(0, str(ROOT))
from PIL import Image
from playwright.sync_api import sync_playwright

from tests import chromium

SIZE = {"width": 1200, "height": 630}
TOKENS = (ROOT / "static/css/tokens.css").as_uri()
PAGE = f"""<link rel="stylesheet" href="{TOKENS}"><style>
* {{ margin: 0 }} body {{ background: var(--ground) }}
img {{ width: 1200px; height: 630px; object-fit: cover }}</style>"""


def main() -> int:
    scenes = sorted((ROOT / "static/img/scenes").glob("*.svg"))
    with sync_playwright() as play:
        options = {"executable_path": chromium.executable(), "args": ["--no-sandbox"]}
        browser = play.chromium.launch(**options)
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        for scene in scenes:
            # From the file itself, so that the picture may be shown beside the style.
            blank = ROOT / "var" / "card.html"
            blank.parent.mkdir(exist_ok=True)
            blank.write_text(f"{PAGE}<img src='{scene.as_uri()}'>")
            page.goto(blank.as_uri(), wait_until="load")
            blank.unlink()
            painted = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            card = ROOT / "static/img/cards" / f"{scene.stem}.png"
            painted.quantize(64, dither=Image.Dither.NONE).save(card, optimize=True)
            print(f"{card.relative_to(ROOT)}  {card.stat().st_size // 1024} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
