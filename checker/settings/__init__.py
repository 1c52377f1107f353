"""Settings: of a desk, in `factcheck.toml` or `pyproject.toml`; of one draft, in its front matter; of one command."""

from __future__ import annotations

from checker.settings.finding import Desks
from checker.settings.values import NONE, Settings, Why

__all__ = ["NONE", "Desks", "Settings", "Why"]
