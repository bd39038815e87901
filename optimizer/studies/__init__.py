"""Questions about plans that exist: why, what instead, what now, what else."""
