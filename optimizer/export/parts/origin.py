"""Where a plan comes from, in one line."""

from __future__ import annotations

from optimizer.domain.plan import Plan
from optimizer.export.parts.numbers import plain

HASH_CHARACTERS = 8
HASH_ENDING = "_sha256"


def provenance(plan: Plan) -> str:
    """Versions, seed and the first characters of the hashes."""
    parts = []
    for key, value in plan.provenance.items():
        if not value and value != 0:
            continue
        is_hash = key.endswith(HASH_ENDING)
        shown = str(value)[:HASH_CHARACTERS] if is_hash else value
        parts.append(f"{key.removesuffix(HASH_ENDING)} {shown}")
    return ", ".join(parts)


def effort_line(plan: Plan) -> str:
    """Run time and rounds, where the plan tells them."""
    seconds, rounds = plan.effort.get("solve_seconds"), plan.effort.get("rounds")
    parts = [f"solved in {plain(seconds)} s"] if isinstance(seconds, int | float) else []
    parts += [f"rounds {rounds}"] if rounds else []
    return ", ".join(parts)
