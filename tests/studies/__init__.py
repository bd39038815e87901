"""Studies of plans: why, swap, replan and alternatives."""
