"""Questions about scenarios and plans: what clashes, why, what instead, what now, what else."""
