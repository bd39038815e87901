"""Questions about a scenario and its plan: why, what binds, what else would help."""
