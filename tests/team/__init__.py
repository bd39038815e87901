"""Rosters, and the batches that work them off."""
