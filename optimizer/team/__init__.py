"""Rosters of athletes, and what is worked out for all of them together."""
