"""Compiles the translations in locale/ without gettext on the machine."""

import sys
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def compile_messages(folder: Path = LOCALE) -> list[Path]:
    """Compile every .po file that is newer than its .mo; return what was written."""
    written = []
    for source in sorted(folder.rglob("*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        unfinished = compiled.with_suffix(".mo.part")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(compiled)
        written.append(compiled)
    return written


if __name__ == "__main__":
    compile_messages()
    sys.exit()
