"""Where the parts of an environment lie, on Linux and on Windows."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """The project's folder and what the bootstrap makes in it."""

    project: Path
    windows: bool = sys.platform == "win32"

    @property
    def venv(self) -> Path:
        return self.project / ".venv"

    @property
    def python(self) -> Path:
        return self.script("python")

    def script(self, name: str) -> Path:
        """A program of the environment: `.venv/bin/ctdesk`, `.venv\\Scripts\\ctdesk.exe`."""
        if self.windows:
            return self.venv / "Scripts" / f"{name}.exe"
        return self.venv / "bin" / name

    @property
    def site_packages(self) -> Path:
        """Where pip puts the packages (of the Python that runs this)."""
        if self.windows:
            return self.venv / "Lib" / "site-packages"
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        return self.venv / "lib" / version / "site-packages"

    @property
    def lock(self) -> Path:
        return self.project / "installer" / "lock.txt"

    @property
    def wheelhouse(self) -> Path:
        """Packages brought on a disk, for machines that can't download."""
        return self.project / "wheelhouse"

    @property
    def stamp(self) -> Path:
        """Written last: what the finished environment was made from."""
        return self.venv / "ctdesk-stamp.json"

    @property
    def unfinished(self) -> Path:
        """Written first and removed last: an environment that holds it was interrupted."""
        return self.venv / "ctdesk-unfinished"

    @property
    def log(self) -> Path:
        """The whole output of pip and apt-get, of which the screen shows a line."""
        return self.project / "build" / "bootstrap.log"

    @property
    def translations(self) -> Path:
        return self.project / "translations"

    @property
    def demo(self) -> Path:
        return self.project / "demo"


def environment(**more: str) -> dict[str, str]:
    """The variables for programs of the environment: the user's, without what would lead pip or
    Python out of the environment (a user's pip settings for mirrors and certificates stay)."""
    leading_out = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"}
    leading_out |= {"PIP_REQUIRE_HASHES", "PIP_NO_BINARY", "PIP_NO_DEPS"}
    kept = {name: value for name, value in os.environ.items() if name not in leading_out}
    return kept | {"PYTHONNOUSERSITE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"} | more
