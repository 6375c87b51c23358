"""What holds for all tests: property tests are judged by their result, never by the speed of a busy machine."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("machine", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "machine")
