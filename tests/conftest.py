"""Hypothesis profiles, chosen by the environment variable TRIPLANE_PROFILE."""

from __future__ import annotations

import os

from hypothesis import settings

EXAMPLES = {"fast": 40, "ci": 150, "nightly": 2000}

for name, examples in EXAMPLES.items():
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=name == "fast",
        print_blob=True,
    )
settings.load_profile(os.environ.get("TRIPLANE_PROFILE", "fast"))
