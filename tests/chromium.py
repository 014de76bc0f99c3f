"""Where the machine keeps a Chromium that the tests can drive."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


def executable() -> str | None:
    """Return the path of the first Chromium found, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)
