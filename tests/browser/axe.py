"""What axe says of a page as it stands. It works with the page's own policy in force."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": TAGS}
# Between the schemes nothing but colour differs.
COLOURS = {"type": "rule", "values": ["color-contrast"]}
ASK_AXE = """async rules => {
  const options = {runOnly: rules, resultTypes: ["violations"], preload: false};
  const {violations} = await axe.run(document, options);
  return violations.map(({id, nodes}) => [
    id, nodes.map(({target, html}) => target.join(" ") + ": " + html.slice(0, 120))
  ]);
}"""
# Colours change a frame after their scheme, and may take their time.
COLOURS_CHANGED = """async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(animation => animation.finished));
}"""
Complaints = dict[str, list[str]]


def complaints(page: Page) -> Complaints:
    """What axe says of the page as it stands, in both colour schemes, by rule and scheme."""
    page.evaluate(AXE_SCRIPT)
    found: Complaints = {}
    for scheme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(COLOURS_CHANGED)
        found |= {f"{rule} ({scheme})": nodes for rule, nodes in page.evaluate(ASK_AXE, rules)}
    page.emulate_media(color_scheme="light")
    return found
