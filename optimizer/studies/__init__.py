"""Questions about plans: audits and mends, why, what instead, what now, what else."""
