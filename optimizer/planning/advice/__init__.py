"""Notes beside a plan: doses, preparation, misses."""
