"""What holds for all tests.

Hypothesis draws the same examples in every run, so that a test which passed here passes in CI. To look for
new ones: `pytest --hypothesis-profile=explore`.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("ci")
