"""Rosters, and what is worked out for all of their athletes."""
