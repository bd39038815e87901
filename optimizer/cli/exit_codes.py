"""What the exit codes of every command mean."""

from __future__ import annotations

DONE = 0
BUG = 1
BAD_INPUT = 2
IMPOSSIBLE = 3
STOPPED = 4
BREAKS_RULES = 5
SOME_WITHOUT_PLAN = 5

CODE_OF_STATUS = {"optimal": DONE, "feasible": DONE, "infeasible": IMPOSSIBLE, "unknown": STOPPED}
"""Exit codes by the status of a plan."""
