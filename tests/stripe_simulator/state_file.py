"""How a simulator's state outlasts its process."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

from . import schema
from .simulator import Simulator


class StateFile:
    """One file that holds a simulator's state, replaced as a whole."""

    def __init__(self, path: Path, simulator: Simulator) -> None:
        self._path = path
        self._simulator = simulator
        self._lock = threading.Lock()
        self._last = ""

    def load(self) -> bool:
        """Go on from the file, if there is one that fits this version.

        One that does not fit is put aside, so that nothing is lost silently.
        """
        try:
            saved = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return False
        except ValueError:
            saved = {}
        if not isinstance(saved, dict) or saved.get("api_version") != schema.api_version():
            self._path.replace(self._path.with_suffix(".unreadable"))
            return False
        self._simulator.load_json(saved["simulator"])
        return True

    def save(self) -> None:
        """Write the state, unless it is as last time."""
        with self._lock:
            content: dict[str, Any] = {
                "api_version": schema.api_version(),
                "simulator": self._simulator.to_json(),
            }
            text = json.dumps(content)
            if text == self._last:
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._path)
            self._last = text
