"""Nothing of the flight's room is loaded for a text without a flight's figures."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from checker import check_text

check_text(sys.argv[1], published="2024-01-15")
print(sorted(name for name in sys.modules if name.startswith("checker.flight")))
"""


def _loaded(text: str) -> str:
    command = [sys.executable, "-c", PROGRAM, text]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout.strip()


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile from Pyongyang at 2:55 p.m. (0555 GMT) on Sunday, Jan. 14.",
        "North Korea fired a missile that flew 1,000 km (620 miles) on Sunday.",
        "The missile can reach targets 1,000 km away.",
    ],
)
def test_a_text_without_two_figures_of_a_flight_loads_nothing(text: str) -> None:
    assert _loaded(text) == "[]"


def test_what_is_loaded_is_seen() -> None:
    assert "checker.flight.timing" in _loaded("The missile flew for 69 minutes and rose to 6,000 km.")
