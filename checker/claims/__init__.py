"""What a text asserts about a launch: the public type. `checker.claims.extraction` finds them."""

from __future__ import annotations

from checker.claims.claim import KINDS, MODALITIES, Claim, Conversion, Kind, Modality
from checker.claims.understanding import Unread

__all__ = ["KINDS", "MODALITIES", "Claim", "Conversion", "Kind", "Modality", "Unread"]
