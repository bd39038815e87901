"""Studies of plans: audits, mends, why, swap, replan and alternatives."""
