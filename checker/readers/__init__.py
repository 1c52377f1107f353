"""Bytes in, a draft out: its text, its prose and what its front matter says."""

from __future__ import annotations

from checker.readers.front_matter import Metadata
from checker.readers.reading import Draft, read_bytes, read_file, read_text

__all__ = ["Draft", "Metadata", "read_bytes", "read_file", "read_text"]
