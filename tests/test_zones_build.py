"""The zones in `seeds/zones/` are what the tool makes of the land and the islets there, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="zones are built with the extra geo")

ROOT = Path(__file__).resolve().parent.parent


def test_zones_are_rebuilt_byte_for_byte() -> None:
    tool = ROOT / "tools" / "build_zones.py"
    done = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["shore.json: as built", "zones.json: as built"]
